// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// haibao-draw-icons SVG SMALL_SVG FOLDER CONTEXT: the pictures of an icon as a theme wants them, FOLDER/SIZExSIZE/CONTEXT/NAME.png.
// Sizes up to 24 come from a simpler drawing whose edges lie on whole pixels.
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <cstdio>

int main(int argc, char** argv) {
    if (argc != 5) return std::fputs("usage: haibao-draw-icons SVG SMALL_SVG FOLDER CONTEXT\n", stderr), 2;
    const QString name = QFileInfo(argv[1]).completeBaseName();
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
        QSvgRenderer drawing(QString::fromLocal8Bit(argv[size <= 24 ? 2 : 1]));
        QImage picture(size, size, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        drawing.render(&painter);
        painter.end();
        const QString folder = QString("%1/%2x%2/%3").arg(QString::fromLocal8Bit(argv[3])).arg(size).arg(QString::fromLocal8Bit(argv[4]));
        if (!drawing.isValid() || !QDir().mkpath(folder) || !picture.save(folder + "/" + name + ".png")) {
            std::fprintf(stderr, "haibao-draw-icons: %s or its small form cannot be drawn into %s.\n", argv[1], argv[3]);
            return 1;
        }
    }
}
