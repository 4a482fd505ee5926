// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTextStream>
#include <cstdio>

#include "app/placement/place.h"
#include "app/render/build.h"
#include "app/render/pixels.h"
#include "app/scene/random_scene.h"
#include "app/scene/scene.h"

// place-samples LIST FOLDER: each line of LIST is SIZE|GROUND|PROMPT, where GROUND is a seed of the scene painter or the
// name of a picture. Writes FOLDER/NN.png.
int main(int argc, char** argv) {
    using namespace haibao;
    QGuiApplication application(argc, argv);
    QFile list(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    if (argc < 3 || !list.open(QIODevice::ReadOnly)) return 2;
    const std::shared_ptr<const typeset::FontSet> fonts = typeset::FontSet::system();
    int number = 0;
    for (const QString& line : QString::fromUtf8(list.readAll()).split('\n', Qt::SkipEmptyParts)) {
        const QStringList parts = line.split('|');
        const QSize size(parts[0].section('x', 0, 0).toInt(), parts[0].section('x', 1).toInt());
        bool is_seed = false;
        const auto seed = parts[1].toULongLong(&is_seed);
        QImage picture = is_seed ? scene::to_image(scene::compose(scene::random_description(seed, double(size.width()) / size.height(), scene::Subset::all), size), size) : QImage(parts[1]);
        picture.convertTo(QImage::Format_RGB32);
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        picture.save(&buffer, "PNG");
        QElapsedTimer clock;
        clock.start();
        auto placed = placement::place_texts(picture, {png, "image/png", "ground"}, placement::texts_of(parts[2].toStdString()), fonts, {parts[2], {}, 72});
        if (!placed) {
            std::printf("%02d %s\n", ++number, placed.error().message.c_str());
            continue;
        }
        const auto elapsed = clock.elapsed();
        const auto image = render::render_image(render::build(placed->front().poster, *fonts));
        if (image) image->save(QString("%1/%2.png").arg(QString::fromLocal8Bit(argv[2])).arg(++number, 2, 10, QChar('0')));
        std::printf("%02d %lld ms, contrast %.2f%s, layers %zu\n", number, static_cast<long long>(elapsed), placed->front().least_contrast,
                    placed->front().no_calm_region ? ", no calm region" : "", placed->front().poster.layers.size());
        std::fflush(stdout);
    }
    return 0;
}
