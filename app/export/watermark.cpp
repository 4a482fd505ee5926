// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QColor>
#include <QImageReader>
#include <QBuffer>

#include "app/core/paths.h"
#include "app/document/json.h"
#include "app/export/watermark.h"
#include "app/render/page_raster.h"
#include "inference/base/files.h"

namespace haibao {
namespace {

using namespace document;

constexpr std::uint64_t most_picture_bytes = 256u << 20;

Colour colour_of(const QString& hex) {
    const QColor colour(hex);
    return {colour.redF(), colour.greenF(), colour.blueF(), 1, {}};
}

/// Where a thing of this size stands.
QRectF place(const QString& position, QSizeF page, QSizeF thing, double margin) {
    const auto along = [&](bool first, bool last, double whole, double part) {
        return first ? margin : last ? whole - margin - part : (whole - part) / 2;
    };
    const double x = along(position.contains("left"), position.contains("right"), page.width(), thing.width());
    const double y = along(position.startsWith("top"), position.startsWith("bottom"), page.height(), thing.height());
    return {QPointF(x, y), thing};
}

TextLayer text_layer(const Watermark& mark, double height, QSizeF box) {
    TextLayer layer;
    Text& text = layer.text;
    text.text = mark.text;
    text.style.size = height;
    text.style.line_height = 1;
    text.style.fills = {Fill{.paint = colour_of(mark.colour)}};
    Paragraph paragraph;
    paragraph.align = mark.position.contains("left") ? Align::start : mark.position.contains("right") ? Align::end : Align::centre;
    text.paragraphs = {paragraph};
    text.box.mode = BoxMode::shrink;
    text.box.width = box.width();
    text.box.height = box.height();
    text.box.block_align = BlockAlign::centre;
    text.autofit.min_scale = 0.1;
    return layer;
}

Result<QSizeF> picture_shape(const QByteArray& bytes, const std::string& name) {
    QBuffer buffer(const_cast<QByteArray*>(&bytes));
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty()) return fail(ErrorKind::corrupt_file, "The watermark {} is no picture that can be read.", name);
    return QSizeF(size);
}

}  // namespace

Result<void> add_watermark(Poster& poster, const Watermark& mark) {
    if (mark.empty()) return {};
    const QSizeF page = poster.page.points();
    const double side = std::min(page.width(), page.height()), height = side * mark.size, margin = side * mark.margin;
    QSizeF thing(page.width() - 2 * margin, height * 1.4);
    Layer layer;
    layer.name = QStringLiteral("watermark");
    layer.opacity = mark.opacity;
    if (mark.picture.isEmpty()) {
        if (mark.position == "tile") thing.setWidth(std::min(thing.width(), height * (1 + 0.8 * static_cast<double>(mark.text.size()))));
        layer.content = text_layer(mark, height, thing);
    } else {
        const std::filesystem::path file = paths::from_qt(mark.picture);
        auto bytes = read_file(file, most_picture_bytes);
        if (!bytes) return pass_on(bytes);
        const QByteArray content = QByteArray::fromStdString(*bytes);
        auto shape = picture_shape(content, file.filename().string());
        if (!shape) return pass_on(shape);
        thing = shape->scaled(QSizeF(page.width() - 2 * margin, height), Qt::KeepAspectRatio);
        layer.content = PictureLayer{.picture = poster.add_picture(content, picture_media_type(content), paths::to_qt(file.filename())),
                                     .fit = PictureFit::contain};
    }
    const auto add = [&](QRectF frame) {
        layer.id = poster.next_id();
        layer.placement.frame = frame;
        poster.layers.push_back(layer);
    };
    if (mark.position != "tile") {
        add(place(mark.position, page, thing, margin));
        return {};
    }
    const double step_x = thing.width() * 1.5, step_y = thing.height() * 4;
    layer.placement.rotation = -30;
    int row = 0;
    for (double y = 0; y < page.height() + step_y; y += step_y, ++row)
        for (double x = row % 2 ? -step_x / 2 : 0; x < page.width(); x += step_x) add(QRectF(QPointF(x, y), thing));
    return {};
}

Result<MakeOverlay> picture_watermark(const Watermark& mark, const typeset::FontSet& fonts) {
    if (mark.empty()) return MakeOverlay();
    Poster trial;
    if (auto possible = add_watermark(trial, mark); !possible) return pass_on(possible);
    return MakeOverlay([mark, &fonts](QSize pixels) -> Result<std::unique_ptr<RowSource>> {
        Poster poster;
        poster.page.width = pixels.width();
        poster.page.height = pixels.height();
        poster.page.background.a = 0;
        if (auto added = add_watermark(poster, mark); !added) return pass_on(added);
        auto rows = render::PageRaster::open(render::build(poster, fonts), {.size = pixels}, PixelFormat::rgba8);
        if (!rows) return pass_on(rows);
        return std::unique_ptr<RowSource>(std::move(*rows));
    });
}

}  // namespace haibao
