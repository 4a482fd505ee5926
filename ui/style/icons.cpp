// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QStandardPaths>
#include <QSvgRenderer>

#include "app/core/paths.h"

namespace haibao::ui {
namespace {

QByteArray find_svg(const QString& name) {
    static QHash<QString, QByteArray> found;  // asked for with every repaint of a list
    if (const auto known = found.constFind(name); known != found.cend()) return *known;
    QStringList places;
    if (auto assets = paths::assets()) places << paths::to_qt(*assets / "icons") + "/" + name + ".svg";
    for (const QString& folder : QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, "icons/breeze", QStandardPaths::LocateDirectory))
        for (const char* kind : {"actions", "status"})
            for (const char* size : {"22", "16", "24", "32"}) places << QString("%1/%2/%3/%4.svg").arg(folder, QLatin1String(kind), QLatin1String(size), name);
    for (const QString& place : places)
        if (QFile file(place); file.open(QIODevice::ReadOnly)) return *found.insert(name, file.readAll());
    return {};
}

/// Breeze's icons name their colour in one style rule, ours use currentColor: both become the palette's.
QByteArray coloured(QByteArray svg, const QColor& colour) {
    svg.replace("#232629", colour.name().toLatin1());
    svg.replace("currentColor", colour.name().toLatin1());
    return svg;
}

class SvgEngine : public QIconEngine {
public:
    SvgEngine(QString name, QByteArray svg) : name_(std::move(name)), svg_(std::move(svg)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText;
        QSvgRenderer renderer(coloured(svg_, QGuiApplication::palette().color(group, role)));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        const QColor colour = QGuiApplication::palette().color(QPalette::WindowText);  // light and dark have their own
        const QString key = QString("haibao %1 %2 %3 %4 %5").arg(name_).arg(size.width()).arg(size.height()).arg(int(mode)).arg(colour.rgba());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap)) return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
        QPixmap sharp = pixmap(size, mode, state);  // `size` is in device pixels already
        sharp.setDevicePixelRatio(scale);
        return sharp;
    }
    QIconEngine* clone() const override { return new SvgEngine(*this); }
    bool isNull() override { return svg_.isEmpty(); }

private:
    QString name_;
    QByteArray svg_;
};

}  // namespace

QIcon icon(const QString& name) {
    static QHash<QString, QByteArray> found;  // lists ask for the same few again and again
    auto svg = found.constFind(name);
    if (svg == found.constEnd()) svg = found.insert(name, find_svg(name));
    return svg->isEmpty() ? QIcon() : QIcon(new SvgEngine(name, *svg));
}

}  // namespace haibao::ui
