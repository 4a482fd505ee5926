// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/generate/record.h"
#include "inference/pipeline/engine.h"

namespace haibao::generate {

/// A reference picture for image-to-image, decoded, with the hash of the file it came from.
struct SourcePicture {
    Image image;
    std::string sha256;
};

/// A mask, decoded, with the hash of the file it came from.
struct MaskPicture {
    Mask mask;
    std::string sha256;
};

/// A region of a picture that is made anew, see haibao::Repaint.
struct RepaintPicture {
    SourcePicture base;
    MaskPicture mask;
    int feather = default_feather;
    double strength = 1;  ///< see haibao::Repaint
};

/// What a user asks for, on the application's side of the pipe. Absent values are the model's own defaults.
struct Request {
    std::string prompt;  ///< UTF-8
    std::vector<SourcePicture> sources;
    std::optional<RepaintPicture> repaint;
    std::optional<int> width, height;  ///< pixels; not with repaint, whose size is the base's
    std::optional<int> steps;
    std::optional<double> guidance, temperature, top_p;
    std::uint64_t seed = 0;  ///< picture k gets seed + k
    int count = 1;
    std::filesystem::path model;  ///< folder of the checkpoint
    std::optional<TextMode> text_mode;  ///< of the quoted texts
    Speed speed = Speed::exact;
    std::string variation_of;           ///< SHA-256 of the picture's file that this one varies, hexadecimal; mostly empty
    EngineOptions options;
};

struct Size {
    int width = 0, height = 0;  ///< pixels
    bool operator==(const Size&) const = default;
};

enum class SourcesGiven { no, yes };

/// "1024x1536", also with × or *. Errors: invalid_input.
Result<Size> parse_size(std::string_view text);
/// Whether the model can paint this size (contracts: sides 256…2048 in multiples of 32, with sources at most 4:1).
/// Errors: invalid_input, with the nearest size that works.
Result<void> check_size(Size size, SourcesGiven sources);
/// The nearest valid size.
Size nearest_size(Size wanted, SourcesGiven sources);

/// Checks every value that needs no model. Errors: invalid_input, a sentence that says why and what to change.
Result<void> check(const Request& request);

/// The prompt as it goes to the model: without a byte order mark, with \n line ends, without white space at the end.
/// Errors: invalid_input: nothing left, not UTF-8, too long, characters no text can hold (NUL).
Result<std::string> clean_prompt(std::string_view text);

}  // namespace haibao::generate
