// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "app/render/effect.h"
#include "app/render/layer_parts.h"
#include "app/render/picture_part.h"
#include "app/render/picture_resolution.h"

namespace haibao::render {
namespace {

using document::PictureFit;
using document::PictureLayer;

/// The pixels that are used, and where they stand in the frame.
struct Cut {
    QRect pixels;
    QRectF where;           ///< of `pixels`, frame coordinates
    bool overhangs = false; ///< whole pixels are more than the frame shows
};

Cut cut_of(const PictureLayer& picture, QSize image, QSizeF frame) {
    const auto [used, where] = shown_part(picture, image, frame);
    const QRect pixels = used.adjusted(1e-6, 1e-6, -1e-6, -1e-6).toAlignedRect() & QRect(QPoint(), image);
    const double sx = where.width() / used.width(), sy = where.height() / used.height();
    const QRectF grown(where.x() + (pixels.x() - used.x()) * sx, where.y() + (pixels.y() - used.y()) * sy, pixels.width() * sx, pixels.height() * sy);
    const bool overhangs = std::max({where.x() - grown.x(), where.y() - grown.y(), grown.right() - where.right(), grown.bottom() - where.bottom()}) > 1e-4;
    return {pixels, grown, overhangs};
}

QImage processed(const QImage& image, const PictureLayer& picture, const QRect& pixels, double blur) {
    QImage result = pixels == image.rect() ? image : image.copy(pixels);
    if (picture.brightness != 0 || picture.contrast != 0 || picture.saturation != 0) result = adjusted_picture(result, picture.brightness, picture.contrast, picture.saturation);
    if (blur > 0.1) result = blurred_picture(result, blur);
    return result;
}

/// A grey plate with a cross, unmistakable and still harmless in print.
void add_placeholder(const LayerContext& context) {
    const QSizeF size = context.layer.placement.frame.size();
    const QRectF box(QPointF(), size);
    const double line = std::clamp(std::min(size.width(), size.height()) / 60, 0.5, 6.0);
    QPainterPath plate, cross;
    plate.addRect(box);
    cross.addRect(box);
    cross.addRect(box.adjusted(line, line, -line, -line));
    context.add(FillPath{context.to_page.map(plate), document::Colour{0.87, 0.87, 0.87, 1, {}}});
    context.add(FillPath{context.to_page.map(cross), document::Colour{0.55, 0.55, 0.55, 1, {}}});
    const QPointF ends[2][2] = {{box.topLeft(), box.bottomRight()}, {box.topRight(), box.bottomLeft()}};
    for (const auto& [from, to] : ends) {
        const QPointF along = (to - from) / std::max(std::hypot(size.width(), size.height()), 1e-9), across = QPointF(-along.y(), along.x()) * line / 2;
        QPainterPath bar;
        bar.addPolygon(QPolygonF{from + across, to + across, to - across, from - across, from + across});
        context.add(FillPath{context.to_page.map(bar.intersected(plate)), document::Colour{0.55, 0.55, 0.55, 1, {}}});
    }
}

void judge_resolution(const LayerContext& context, double dpi) {
    const document::Page& page = context.poster.page;
    const bool print = page.unit == document::PageUnit::millimetres;
    const double wanted = print ? soft_in_print : page.dpi / most_times_on_screen;
    if (dpi >= wanted) return;
    if (!print)
        return context.find("low-dpi", QStringLiteral("“%1” is shown at %2 times its own size and looks soft; enlarge the picture, or make it smaller on the page.")
                                           .arg(context.layer.name).arg(page.dpi / dpi, 0, 'f', 1));
    const char* code = dpi < coarse_in_print ? "very-low-dpi" : "low-dpi";
    context.find(code, QStringLiteral("“%1” has only %2 dpi at this size; %3 are needed. Use a larger picture or make it smaller on the page.")
                           .arg(context.layer.name).arg(dpi, 0, 'f', 0).arg(wanted, 0, 'f', 0));
}

}  // namespace

PicturePart shown_part(const PictureLayer& picture, QSize image, QSizeF frame) {
    QRectF used = QRectF(picture.crop.x() * image.width(), picture.crop.y() * image.height(), picture.crop.width() * image.width(),
                         picture.crop.height() * image.height()) & QRectF(QPointF(), QSizeF(image));
    if (used.width() < 1e-3 || used.height() < 1e-3) used = QRectF(QPointF(), QSizeF(image));
    QRectF where(QPointF(), frame);
    const double wanted = frame.width() / frame.height(), has = used.width() / used.height();
    if (picture.fit == PictureFit::cover) {
        const QSizeF kept = has > wanted ? QSizeF(used.height() * wanted, used.height()) : QSizeF(used.width(), used.width() / wanted);
        used = QRectF(used.center() - QPointF(kept.width(), kept.height()) / 2, kept);
    } else if (picture.fit == PictureFit::contain) {
        const QSizeF kept = has > wanted ? QSizeF(frame.width(), frame.width() / has) : QSizeF(frame.height() * has, frame.height());
        where = QRectF(where.center() - QPointF(kept.width(), kept.height()) / 2, kept);
    }
    return {used, where};
}

QTransform picture_to_frame(const PictureLayer& layer, QSize picture, QSizeF frame) {
    if (picture.isEmpty() || frame.isEmpty()) return {};
    const auto [pixels, where] = shown_part(layer, picture, frame);
    return QTransform::fromTranslate(-pixels.x(), -pixels.y()) * QTransform::fromScale(where.width() / pixels.width(), where.height() / pixels.height()) *
           QTransform::fromTranslate(where.x(), where.y());
}

QRectF whole_picture(const PictureLayer& picture, QSize image, QSizeF frame) {
    const auto [pixels, where] = shown_part(picture, image, frame);
    const double sx = where.width() / pixels.width(), sy = where.height() / pixels.height();
    return {where.x() - pixels.x() * sx, where.y() - pixels.y() * sy, image.width() * sx, image.height() * sy};
}

void add_picture(const LayerContext& context, const PictureLayer& picture) {
    const auto decoded = context.pictures.decoded(context.poster, picture.picture);
    if (!decoded) {
        context.find("missing-picture", QStringLiteral("“%1” shows a placeholder: %2").arg(context.layer.name, QString::fromStdString(decoded.error().message)));
        return add_placeholder(context);
    }
    const Cut cut = cut_of(picture, decoded->image->size(), context.layer.placement.frame.size());
    if (cut.pixels.isEmpty()) return;
    const double per_point = std::min(cut.pixels.width() / cut.where.width(), cut.pixels.height() / cut.where.height());
    const double blur = std::isfinite(picture.blur) ? std::clamp(picture.blur, 0.0, 1e4) * per_point : 0;
    const bool plain = cut.pixels == decoded->image->rect() && blur <= 0.1 && picture.brightness == 0 && picture.contrast == 0 && picture.saturation == 0;
    DrawImage draw;
    draw.name = context.layer.name;
    draw.effective_dpi = per_point * 72;
    draw.to_page = QTransform::fromScale(cut.where.width(), cut.where.height()) * QTransform::fromTranslate(cut.where.x(), cut.where.y()) * context.to_page;
    if (plain) {
        draw.image = decoded->image;
        const document::EmbeddedPicture& embedded = context.poster.pictures[picture.picture];
        if (decoded->unchanged && embedded.media_type == QStringLiteral("image/jpeg")) draw.original_jpeg = embedded.bytes;
    } else {
        const QString name = QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 %9").arg(picture.picture).arg(cut.pixels.x()).arg(cut.pixels.y()).arg(cut.pixels.width()).arg(cut.pixels.height())
                                 .arg(picture.brightness).arg(picture.contrast).arg(picture.saturation).arg(blur);
        draw.image = context.pictures.made(name, [&] { return processed(*decoded->image, picture, cut.pixels, blur); });
    }
    if (blur <= 0.1) judge_resolution(context, draw.effective_dpi);
    if (!cut.overhangs) return context.add(std::move(draw));
    QPainterPath frame;
    frame.addRect(QRectF(QPointF(), context.layer.placement.frame.size()));
    context.add(BeginGroup{1, document::Blend::normal, context.to_page.map(frame), {}});
    context.add(std::move(draw));
    context.add(EndGroup{});
}

}  // namespace haibao::render
