// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/pipeline/latent_preview.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace haibao {
namespace {

constexpr int probe_side = 16;  // latent pixels: narrower, oneDNN takes a way through convolutions that is a hundred times slower

/// 0 for a NaN, too.
std::uint8_t to_byte(float value) {
    return value > 0 ? static_cast<std::uint8_t>(std::lround(std::min(value, 1.0f) * 255)) : std::uint8_t{0};
}

}  // namespace

Result<LatentPreview> LatentPreview::measure(RunContext& run, const Autoencoder& decoder, int channels) {
    RunContext quiet{run.device, run.cancelled, nullptr, run.trace};
    const int side = probe_side * decoder.scale();
    const auto plane = static_cast<std::size_t>(side * side), middle = static_cast<std::size_t>(side / 2 * side + side / 2);
    const auto colour_of = [&](int channel, float value) -> Result<Colour> {
        std::vector<float> latent(static_cast<std::size_t>(channels * probe_side * probe_side), 0.0f);
        if (channel >= 0)
            std::fill_n(latent.begin() + channel * probe_side * probe_side, probe_side * probe_side, value);
        auto picture = decoder.decode(quiet, latent, probe_side, probe_side, {});
        if (!picture) return pass_on(picture);
        const std::vector<float>& p = *picture;
        return Colour{p[middle], p[plane + middle], p[2 * plane + middle]};
    };
    LatentPreview preview;
    auto ground = colour_of(-1, 0);
    if (!ground) return pass_on(ground);
    preview.ground_ = *ground;
    for (int channel = 0; channel < channels; ++channel) {
        auto colour = colour_of(channel, 1.0f);
        if (!colour) return pass_on(colour);
        preview.channels_.push_back({colour->r - ground->r, colour->g - ground->g, colour->b - ground->b});
    }
    return preview;
}

Image LatentPreview::operator()(std::span<const float> latent, int width, int height) const {
    const auto plane = static_cast<std::size_t>(width * height);
    std::vector<float> planar(3 * plane);
    for (std::size_t i = 0; i < plane; ++i) {
        Colour sum = ground_;
        for (std::size_t channel = 0; channel < channels_.size(); ++channel) {
            const float value = latent[channel * plane + i];
            sum.r += value * channels_[channel].r;
            sum.g += value * channels_[channel].g;
            sum.b += value * channels_[channel].b;
        }
        planar[i] = sum.r;
        planar[plane + i] = sum.g;
        planar[2 * plane + i] = sum.b;
    }
    return to_image(planar, width, height);
}

Image to_image(std::span<const float> planar, int width, int height) {
    const auto plane = static_cast<std::size_t>(width * height);
    Image image{width, height, std::vector<std::uint8_t>(3 * plane)};
    for (std::size_t i = 0; i < plane; ++i)
        for (std::size_t channel = 0; channel < 3; ++channel) image.rgb[3 * i + channel] = to_byte(planar[channel * plane + i]);
    return image;
}

}  // namespace haibao
