// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>
#include <stdexcept>

#include "app/export/picture_metadata.h"
#include "app/gallery/library.h"
#include "tests/support/temporary_folder.h"

namespace haibao::gallery::test {

template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message + " | " + result.error().context);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

inline generate::Record record(std::string prompt, std::uint64_t seed = 7) {
    generate::Record made;
    made.prompt = std::move(prompt);
    made.model_name = "tiny";
    made.model_sha256 = "0123456789abcdef";
    made.seed = seed;
    made.width = 64, made.height = 48, made.steps = 20;
    made.device_class = "cpu";
    made.version = "0.1.0";
    return made;
}

/// A picture of one colour with its record inside.
inline std::vector<std::uint8_t> png(const generate::Record& made, std::uint8_t red = 200, std::uint8_t green = 40, std::uint8_t blue = 30) {
    Image image{made.width, made.height, {}};
    for (int i = 0; i < image.width * image.height; ++i) image.rgb.insert(image.rgb.end(), {red, green, blue});
    return must(encode_png(image, picture_texts(made)));
}

/// A file's content.
inline std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Adds a picture with this prompt.
inline PictureId add(Library& library, const generate::Record& made) {
    const auto bytes = png(made);
    NewPicture picture{.bytes = bytes, .width = made.width, .height = made.height, .making = making_of(made)};
    return must(library.add(picture));
}
inline PictureId add(Library& library, std::string prompt, std::uint64_t seed = 7) { return add(library, record(std::move(prompt), seed)); }

}  // namespace haibao::gallery::test
