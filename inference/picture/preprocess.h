// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "inference/base/image.h"
#include "inference/base/result.h"
#include "inference/picture/resize.h"

namespace haibao {

struct PictureSize {
    int height = 0, width = 0;  ///< pixels
    bool operator==(const PictureSize&) const = default;
};

/// The size at which the vision tower sees a picture: about half of it, sides multiples of `factor`, after bringing the
/// shorter side up to `shortest` or the longer one down to `longest` (spec §9.1). Errors: invalid_input (a side below
/// `factor`, one side more than four times the other).
Result<PictureSize> smart_resize(PictureSize picture, int shortest, int longest, int factor);

/// A picture as the vision tower takes it.
struct VisionPatches {
    int rows = 0, columns = 0;
    std::vector<float> values;  ///< [rows · columns, 3 · patch · patch], a patch being (C, py, px), normalised
};

/// The source-picture path of processor/preprocessor_config.json.
struct VisionPreprocessor {
    int patch = 16;
    int factor = 16;     ///< patch · merge_size
    int shortest = 512;  ///< side limits in pixels: the roots of the file's areas
    int longest = 2048;
    std::array<float, 3> mean{}, std{};
    double rescale = 1.0 / 255.0;

    /// Both spellings of the limits (`size.shortest_edge`, `min_pixels`). Errors: not_found, corrupt_file, unsupported.
    static Result<VisionPreprocessor> read(const nlohmann::json& config, const std::string& file);

    Result<PictureSize> target(PictureSize picture) const;
    /// Resized to `size` (multiples of `patch`), normalised, cut into patches.
    VisionPatches cut(const Image& picture, PictureSize size, ResizeArithmetic arithmetic = ResizeArithmetic::torchvision) const;
    /// The same at the size of target(). Errors: those of smart_resize.
    Result<VisionPatches> operator()(const Image& picture,
                                     ResizeArithmetic arithmetic = ResizeArithmetic::torchvision) const;
};

/// A picture as the autoencoder takes it: [3, height, width] in [−1, 1], resized by Lanczos where the sides differ.
std::vector<float> autoencoder_input(const Image& picture, PictureSize size);

/// Both sides floored to a multiple of 16: the reference's size for a condition picture (spec §9.4). The caller checks
/// ≥ 16.
PictureSize floor_to_16(PictureSize picture);

}  // namespace haibao
