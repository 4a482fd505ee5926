// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enlarge/poster_pictures.h"

#include <algorithm>
#include <cmath>

#include "app/document/references.h"
#include "app/render/pictures.h"

namespace haibao::enlarge {
namespace {

constexpr double most_factor = 5;  // takes a picture of 30 dpi to soft_dpi

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

}  // namespace

std::vector<PlacedPicture> placed_pictures(const document::Poster& poster, double enlarged) {
    std::vector<PlacedPicture> pictures;
    for_each_picture(poster, [&](const document::Layer& layer, const document::PictureLayer& content, const document::EmbeddedPicture& file) {
        if (const auto decoded = render::decode_picture(file)) pictures.push_back({layer.id, layer.name, dpi_of(content, layer, decoded->image->size(), enlarged)});
    });
    return pictures;
}

QSize size_at(const document::Layer& layer, QSize has, double dpi) {
    const auto* content = std::get_if<document::PictureLayer>(&layer.content);
    const double now = content ? dpi_of(*content, layer, has, 1) : 0;
    return now > 0 ? (QSizeF(has) * (dpi / now)).toSize() : QSize();
}

Result<std::vector<WantedPicture>> soft_pictures(const document::Poster& poster, double enlarged, double dpi, double soft) {
    std::vector<WantedPicture> pictures;
    Result<void> state;
    for_each_picture(poster, [&](const document::Layer& layer, const document::PictureLayer& content, const document::EmbeddedPicture& file) {
        if (!state) return;
        const auto decoded = render::decode_picture(file);
        if (!decoded) return void(state = std::unexpected(decoded.error()));
        const QSize size = decoded->image->size();
        const double has = dpi_of(content, layer, size, enlarged);
        if (has <= 0 || has >= soft) return;
        const double room = std::min(std::sqrt(double(render::most_pixels) / (double(size.width()) * size.height())), double(render::longest_side) / std::max(size.width(), size.height()));
        const double factor = std::min({dpi / has, most_factor, 0.99 * room});
        if (factor > 1) pictures.push_back({layer.id, content.picture, file, size, (QSizeF(size) * factor).toSize()});
    });
    if (!state) return std::unexpected(state.error());
    return pictures;
}

int apply(document::Poster& poster, const std::vector<LargerPicture>& pictures) {
    int applied = 0;
    for (const LargerPicture& one : pictures) {
        document::Layer* layer = poster.find(one.layer);
        auto* content = layer ? std::get_if<document::PictureLayer>(&layer->content) : nullptr;
        if (!content || content->picture != one.of) continue;
        content->picture = poster.add_picture(one.picture.bytes, one.picture.media_type, one.picture.name);
        ++applied;
    }
    return applied;
}

}  // namespace haibao::enlarge
