// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace haibao::scene {
namespace {

QBrush brush(const Paint& paint) {
    const auto set_stops = [](QGradient& gradient, const std::vector<Stop>& stops) {
        QGradientStops list;
        for (const Stop& stop : stops) list.append({stop.at, stop.colour.qcolor()});
        gradient.setStops(list);
    };
    if (const auto* solid = std::get_if<Solid>(&paint)) return solid->colour.qcolor();
    if (const auto* linear = std::get_if<Linear>(&paint)) {
        QLinearGradient gradient(linear->from, linear->to);
        set_stops(gradient, linear->stops);
        return gradient;
    }
    const auto& radial = std::get<Radial>(paint);
    QRadialGradient gradient(radial.centre, radial.radius);
    set_stops(gradient, radial.stops);
    return gradient;
}

QPainter::CompositionMode mode(Blend blend) {
    switch (blend) {
        case Blend::multiply: return QPainter::CompositionMode_Multiply;
        case Blend::screen: return QPainter::CompositionMode_Screen;
        case Blend::normal: break;
    }
    return QPainter::CompositionMode_SourceOver;
}

/// One pass of a running mean of width 2·radius + 1 along lines of `count` pixels that lie `step` bytes apart.
void box_blur(const uchar* from, uchar* to, int count, qsizetype step, int radius) {
    int sum = 0;
    const int width = 2 * radius + 1;
    for (int i = 0; i < std::min(radius, count); ++i) sum += from[i * step];
    for (int i = 0; i < count; ++i) {
        if (i + radius < count) sum += from[(i + radius) * step];
        to[i * step] = static_cast<uchar>((sum + width / 2) / width);
        if (i - radius >= 0) sum -= from[(i - radius) * step];
    }
}

/// Three box blurs in both directions: close to a Gaussian of deviation sqrt(3 · (w² − 1) / 12).
void blur(QImage& mask, int radius) {
    QImage other(mask.size(), mask.format());
    const int w = mask.width(), h = mask.height();
    for (int pass = 0; pass < 3; ++pass) {
        for (int y = 0; y < h; ++y) box_blur(mask.constScanLine(y), other.scanLine(y), w, 1, radius);
        const uchar* from = other.constBits();
        uchar* to = mask.bits();
        for (int x = 0; x < w; ++x) box_blur(from + x, to + x, h, mask.bytesPerLine(), radius);
    }
}

void paint_layer(QPainter& painter, const Layer& layer, const Scene& scene) {
    painter.setCompositionMode(mode(layer.blend));
    if (const auto* fill = std::get_if<Fill>(&layer.content)) {
        painter.fillPath(fill->path, brush(fill->paint));
    } else if (const auto* glow = std::get_if<Glow>(&layer.content)) {
        const QRectF box(glow->centre.x() - glow->radius, glow->centre.y() - glow->radius, 2 * glow->radius,
                         2 * glow->radius);
        painter.fillRect(box & QRectF(QPointF(), scene.units),
                         brush(Radial{glow->centre, glow->radius, glow_stops(*glow)}));
    } else {
        const SoftImage soft = soft_image(std::get<Soft>(layer.content), scene);
        if (!soft.image.isNull()) painter.drawImage(soft.where, soft.image);
    }
}

}  // namespace

std::vector<Stop> glow_stops(const Glow& glow) {
    constexpr int steps = 8;
    const double floor = std::exp(-0.5 * 2.5 * 2.5);
    std::vector<Stop> stops;
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        const double fall = (std::exp(-0.5 * 2.5 * 2.5 * t * t) - floor) / (1 - floor);
        stops.push_back({t, glow.colour.faded(fall)});
    }
    return stops;
}

SoftImage soft_image(const Soft& soft, const Scene& scene) {
    constexpr double deviation_in_pixels = 2.6;  // of three boxes of width 5, rounded up a little
    constexpr int radius = 2;
    const double unit = std::max(soft.blur, 0.5) / deviation_in_pixels;
    const double margin = 4 * soft.blur;
    const QRectF seen = QRectF(QPointF(), scene.units).adjusted(-margin, -margin, margin, margin);
    const QRectF box =
        soft.path.boundingRect().translated(soft.offset).adjusted(-margin, -margin, margin, margin) & seen;
    if (box.isEmpty()) return {};
    // Whole pixels of a fixed grid, so that equal layers give equal pictures wherever the box is cut.
    const int left = static_cast<int>(std::floor(box.left() / unit)),
              top = static_cast<int>(std::floor(box.top() / unit));
    const int width = static_cast<int>(std::ceil(box.right() / unit)) - left;
    const int height = static_cast<int>(std::ceil(box.bottom() / unit)) - top;
    QImage mask(width, height, QImage::Format_Alpha8);
    mask.fill(0);
    {
        QPainter painter(&mask);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(-left, -top);
        painter.scale(1 / unit, 1 / unit);
        painter.translate(soft.offset);
        painter.fillPath(soft.path, Qt::black);
    }
    blur(mask, radius);
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    const QColor colour = soft.colour.qcolor();
    const int r = colour.red(), g = colour.green(), b = colour.blue(), strength = colour.alpha();
    for (int y = 0; y < height; ++y) {
        const uchar* from = mask.constScanLine(y);
        auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const int a = from[x] * strength / 255;
            to[x] = qRgba(r * a / 255, g * a / 255, b * a / 255, a);
        }
    }
    return {image, QRectF(left * unit, top * unit, width * unit, height * unit)};
}

void paint(QPainter& painter, const Scene& scene) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(scene.page.width() / scene.units.width(), scene.page.height() / scene.units.height());
    for (const Layer& layer : scene.layers) {
        if (layer.clip.isEmpty()) {
            paint_layer(painter, layer, scene);
            continue;
        }
        painter.save();
        painter.setClipPath(layer.clip, Qt::IntersectClip);
        paint_layer(painter, layer, scene);
        painter.restore();
    }
    painter.restore();
}

QImage to_image(const Scene& scene, QSize pixels) {
    QImage image(pixels, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(pixels.width() / scene.page.width(), pixels.height() / scene.page.height());
    paint(painter, scene);
    return image;
}

}  // namespace haibao::scene
