// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/picture/preprocess.h"

#include <algorithm>
#include <cfenv>
#include <cmath>

#include "inference/base/config_reader.h"

namespace haibao {
namespace {

/// To the nearest multiple of `factor`, ties to the even multiple, at least one.
int nearest_multiple(double value, int factor) {
    double count = std::nearbyint(value / factor);  // the default rounding mode: half to even
    return std::max(factor, static_cast<int>(count) * factor);
}

}  // namespace

Result<PictureSize> smart_resize(PictureSize picture, int shortest, int longest, int factor) {
    const auto [height, width] = picture;
    if (height < factor || width < factor)
        return fail(ErrorKind::invalid_input,
                    "The picture is {}×{} pixels; each side must have at least {}. Take a larger one.", width, height,
                    factor);
    if (std::max(height, width) > 4.0 * std::min(height, width))
        return fail(ErrorKind::invalid_input,
                    "The picture is {}×{} pixels; one side may be at most four times the other. Crop it.", width,
                    height);
    double scale = 1;
    if (std::min(height, width) < shortest) scale = static_cast<double>(shortest) / std::min(height, width);
    if (std::max(height, width) * scale > longest) scale = static_cast<double>(longest) / std::max(height, width);
    auto side = [&](int length) {
        return std::min(nearest_multiple(length / 2 * scale, factor), std::max(longest / factor, 1) * factor);
    };
    return PictureSize{side(height), side(width)};
}

Result<VisionPreprocessor> VisionPreprocessor::read(const nlohmann::json& config, const std::string& file) {
    constexpr double area = 1e12;
    ConfigReader cfg(config, file);
    VisionPreprocessor p;
    p.patch = static_cast<int>(cfg.integer("patch_size", 1, 256));
    p.factor = p.patch * static_cast<int>(cfg.integer("merge_size", 1, 64, 1));
    // Both spellings hold areas in pixels, whatever "edge" suggests; the older one wins where both stand (spec §1.6).
    double least = 512.0 * 512, most = 2048.0 * 2048;
    if (cfg.has("size")) {
        ConfigReader size = cfg.child("size");
        least = size.number("shortest_edge", 1, area, least);
        most = size.number("longest_edge", 1, area, most);
    }
    least = cfg.number("min_pixels", 1, area, least);
    most = cfg.number("max_pixels", 1, area, most);
    p.shortest = static_cast<int>(std::nearbyint(std::sqrt(least)));
    p.longest = static_cast<int>(std::nearbyint(std::sqrt(most)));
    p.rescale = cfg.number("rescale_factor", 1e-6, 10, p.rescale);
    auto mean = cfg.numbers("image_mean", 3, -10, 10), deviation = cfg.numbers("image_std", 3, 1e-6, 10);
    for (int c = 0; c < 3; ++c) {
        p.mean[c] = static_cast<float>(mean[c]);
        p.std[c] = static_cast<float>(deviation[c]);
    }
    if (cfg.integer("resample", 0, 5, 3) != 3)
        cfg.reject(ErrorKind::unsupported, file + ": only bicubic resizing (\"resample\" 3) is known.");
    if (cfg.integer("temporal_patch_size", 1, 64, 1) != 1 || p.factor != p.patch)
        cfg.reject(ErrorKind::unsupported, file + ": only merge_size and temporal_patch_size 1 are known.");
    for (const char* key : {"do_resize", "do_rescale", "do_normalize"})
        if (!cfg.boolean(key, true)) cfg.reject(ErrorKind::unsupported, std::format("{}: {} must be true.", file, key));
    if (p.longest < p.factor || p.shortest > p.longest)
        cfg.reject(ErrorKind::corrupt_file, file + ": the size limits contradict each other.");
    if (auto read = cfg.result(); !read) return pass_on(read);
    return p;
}

Result<PictureSize> VisionPreprocessor::target(PictureSize picture) const {
    return smart_resize(picture, shortest, longest, factor);
}

Result<VisionPatches> VisionPreprocessor::operator()(const Image& picture, ResizeArithmetic arithmetic) const {
    auto size = target({picture.height, picture.width});
    if (!size) return pass_on(size);
    return cut(picture, *size, arithmetic);
}

VisionPatches VisionPreprocessor::cut(const Image& picture, PictureSize size, ResizeArithmetic arithmetic) const {
    const Image small = resize_bicubic(picture, size.width, size.height, arithmetic);
    VisionPatches patches{size.height / patch, size.width / patch, {}};
    patches.values.reserve(small.rgb.size());
    // Rescaling folded into the statistics, as the reference does it: (x − mean/r) / (std/r).
    std::array<float, 3> offset, divisor;
    for (int c = 0; c < 3; ++c) {
        offset[c] = mean[c] * static_cast<float>(1 / rescale);
        divisor[c] = std[c] * static_cast<float>(1 / rescale);
    }
    for (int row = 0; row < patches.rows; ++row)
        for (int column = 0; column < patches.columns; ++column)
            for (int c = 0; c < 3; ++c)
                for (int y = row * patch; y < (row + 1) * patch; ++y)
                    for (int x = column * patch; x < (column + 1) * patch; ++x) {
                        float value = small.rgb[(std::size_t{3} * small.width * y) + 3 * x + c];
                        patches.values.push_back((value - offset[c]) / divisor[c]);
                    }
    return patches;
}

std::vector<float> autoencoder_input(const Image& picture, PictureSize size) {
    const Image image = resize_lanczos(picture, size.width, size.height);
    const std::size_t area = std::size_t(size.width) * size.height;
    std::vector<float> planes(3 * area);
    for (std::size_t i = 0; i < area; ++i)
        for (std::size_t c = 0; c < 3; ++c) planes[c * area + i] = 2 * (image.rgb[3 * i + c] / 255.0f) - 1;
    return planes;
}

PictureSize floor_to_16(PictureSize picture) { return {picture.height / 16 * 16, picture.width / 16 * 16}; }

}  // namespace haibao
