// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enlarge/poster_pictures.h"

#include <QBuffer>
#include <algorithm>
#include <cmath>

#include "app/document/references.h"
#include "app/export/png.h"
#include "app/export/resample.h"
#include "app/export/rows.h"
#include "app/gallery/embedded_texts.h"
#include "app/render/pictures.h"

namespace haibao::enlarge {
namespace {

constexpr double most_factor = 4;

double dpi_of(const document::PictureLayer& content, const document::Layer& layer, QSize pixels, double enlarged) {
    const QTransform to_frame = render::picture_to_frame(content, pixels, layer.placement.frame.size());
    const double points = std::max(std::abs(to_frame.m11()), std::abs(to_frame.m22()));
    return points > 0 ? 72 / points / enlarged : 0;
}

/// Visible, sharp picture layers with their pixels.
template <class Visit>
void for_each_picture(const document::Poster& poster, Visit visit) {
    document::for_each_layer(poster.layers, [&](const document::Layer& layer) {
        const auto* content = std::get_if<document::PictureLayer>(&layer.content);
        if (!content || !layer.visible || content->blur > 0) return;
        if (const auto file = poster.pictures.find(content->picture); file != poster.pictures.end()) visit(layer, *content, *file);
    });
}

Result<document::EmbeddedPicture> larger(const document::EmbeddedPicture& file, const QImage& pixels, double factor) {
    ImageRows rows(pixels);
    ResizedRows resized(rows, (QSizeF(pixels.size()) * factor).toSize());
    const RasterInfo& info = resized.info();
    auto bytes = read_all(resized);
    if (!bytes) return pass_on(bytes);
    const std::span raw(reinterpret_cast<const std::uint8_t*>(file.bytes.constData()), static_cast<std::size_t>(file.bytes.size()));
    if (info.format == PixelFormat::rgb8) {
        auto png = encode_png({info.width, info.height, std::move(*bytes)}, gallery::embedded_texts(raw));
        if (!png) return pass_on(png);
        return document::EmbeddedPicture{QByteArray(reinterpret_cast<const char*>(png->data()), static_cast<qsizetype>(png->size())), QStringLiteral("image/png"), file.name};
    }
    const QImage::Format format = info.format == PixelFormat::gray8 ? QImage::Format_Grayscale8 : info.format == PixelFormat::rgba8 ? QImage::Format_RGBA8888 : QImage::Format_Invalid;
    if (format == QImage::Format_Invalid) return fail(ErrorKind::unsupported, "{} has more than 8 bits; enlarge its file with haibao-cli enlarge.", file.name.toStdString());
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!QImage(bytes->data(), info.width, info.height, info.width * bytes_per_pixel(info.format), format).save(&buffer, "PNG"))
        return fail(ErrorKind::out_of_memory, "Memory ran out while {} was enlarged; close other programs.", file.name.toStdString());
    return document::EmbeddedPicture{png, QStringLiteral("image/png"), file.name};
}

}  // namespace

std::vector<PlacedPicture> placed_pictures(const document::Poster& poster, double enlarged) {
    std::vector<PlacedPicture> pictures;
    for_each_picture(poster, [&](const document::Layer& layer, const document::PictureLayer& content, const document::EmbeddedPicture& file) {
        if (const auto decoded = render::decode_picture(file)) pictures.push_back({layer.id, layer.name, dpi_of(content, layer, decoded->image->size(), enlarged)});
    });
    return pictures;
}

Result<std::vector<LargerPicture>> larger_pictures(const document::Poster& poster, double enlarged, double dpi, std::stop_token stop) {
    std::vector<LargerPicture> pictures;
    Result<void> state;
    for_each_picture(poster, [&](const document::Layer& layer, const document::PictureLayer& content, const document::EmbeddedPicture& file) {
        if (!state) return;
        if (stop.stop_requested()) return void(state = fail(ErrorKind::cancelled, "Stopped."));
        const auto decoded = render::decode_picture(file);
        if (!decoded) return void(state = std::unexpected(decoded.error()));
        const double has = dpi_of(content, layer, decoded->image->size(), enlarged);
        if (has <= 0 || has >= soft_dpi) return;
        // No larger than what Haibao opens again.
        const QSize size = decoded->image->size();
        const double room = std::min(std::sqrt(double(render::most_pixels) / (double(size.width()) * size.height())), double(render::longest_side) / std::max(size.width(), size.height()));
        const double factor = std::min({dpi / has, most_factor, 0.99 * room});
        if (factor <= 1) return;
        const QImage::Format format = decoded->image->hasAlphaChannel() ? QImage::Format_RGBA8888 : QImage::Format_RGB888;
        auto made = larger(file, decoded->image->convertToFormat(format), factor);
        if (!made) return void(state = std::unexpected(made.error()));
        pictures.push_back({layer.id, content.picture, std::move(*made)});
    });
    if (!state) return std::unexpected(state.error());
    return pictures;
}

void apply(document::Poster& poster, const std::vector<LargerPicture>& pictures) {
    for (const LargerPicture& one : pictures) {
        document::Layer* layer = poster.find(one.layer);
        auto* content = layer ? std::get_if<document::PictureLayer>(&layer->content) : nullptr;
        if (content && content->picture == one.of) content->picture = poster.add_picture(one.picture.bytes, one.picture.media_type, one.picture.name);
    }
}

}  // namespace haibao::enlarge
