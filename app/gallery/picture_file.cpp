// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/picture_file.h"

#include <algorithm>
#include <array>

#include "app/gallery/embedded_texts.h"
#include "app/gallery/foreign_metadata.h"
#include "app/gallery/picture_decode.h"
#include "inference/base/files.h"
#include "inference/base/sha256.h"

namespace haibao::gallery {
namespace {

constexpr int look_side = 256;  // a look needs no more; JPEG decodes faster to it

}  // namespace

bool may_be_picture(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    if (name.starts_with('.')) return false;
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    constexpr std::array known{".png", ".jpg", ".jpeg", ".webp", ".avif", ".tif", ".tiff"};
    return std::ranges::find(known, ending) != known.end();
}

Result<PictureFile> read_picture_file(const std::filesystem::path& file, WithLook with_look) {
    const auto stamp = stamp_of(file);
    auto content = read_file(file, most_file_bytes);
    if (!content) return pass_on(content);
    const std::string name = file.filename().string();
    const std::span bytes(reinterpret_cast<const std::uint8_t*>(content->data()), content->size());
    auto size = picture_size(bytes, name);
    if (!size) return pass_on(size);
    PictureFile found;
    if (with_look == WithLook::yes) {
        auto picture = decode_picture(bytes, name, look_side);
        if (!picture) return pass_on(picture);
        found.look = look_of(*picture);
    }
    auto [making, parents] = read_making(embedded_texts(bytes));
    found.row.making = std::move(making);
    found.row.parents = std::move(parents);
    found.row.sha256 = *sha256_from_hex(sha256(*content));
    found.row.bytes = static_cast<std::int64_t>(content->size());
    found.row.changed = stamp ? stamp->changed : 0;
    found.row.created = stamp ? stamp->modified : now();
    found.row.width = size->width();
    found.row.height = size->height();
    found.content = std::move(*content);
    return found;
}

}  // namespace haibao::gallery
