// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/resample.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace haibao {
namespace {

constexpr double lobes = 3;

double lanczos(double x) {
    if (x == 0) return 1;
    if (std::abs(x) >= lobes) return 0;
    const double angle = std::numbers::pi * x;
    return lobes * std::sin(angle) * std::sin(angle / lobes) / (angle * angle);
}

// IEC 61966-2-1; the curves of Display P3 are the same, that of Adobe RGB is near enough for a filter's weights.
double to_light(double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); }
double from_light(double v) { return v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055; }

/// from_light(), looked up between 4096 square roots of the argument, where the curve is nearly straight.
float from_light_fast(float v) {
    static const std::vector<float> table = [] {
        std::vector<float> values(4098);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double root = static_cast<double>(i) / 4096;
            values[i] = static_cast<float>(from_light(root * root));
        }
        return values;
    }();
    const float at = std::sqrt(v) * 4096;
    const auto index = static_cast<std::size_t>(at);
    return table[index] + (table[index + 1] - table[index]) * (at - static_cast<float>(index));
}

}  // namespace

ResizedRows::Kernel ResizedRows::kernel(int from, int to) {
    const double scale = static_cast<double>(from) / to;
    const double widened = std::max(1.0, scale);
    Kernel kernel;
    kernel.taps = std::min(from, static_cast<int>(std::ceil(2 * lobes * widened)) + 1);
    for (int i = 0; i < to; ++i) {
        const double centre = (i + 0.5) * scale - 0.5;
        const int first = std::clamp(static_cast<int>(std::ceil(centre - lobes * widened)), 0, from - kernel.taps);
        std::vector<double> weights;
        double sum = 0;
        for (int tap = 0; tap < kernel.taps; ++tap) sum += weights.emplace_back(lanczos((first + tap - centre) / widened));
        kernel.first.push_back(first);
        for (const double weight : weights) kernel.weights.push_back(static_cast<float>(weight / sum));
    }
    return kernel;
}

ResizedRows::ResizedRows(RowSource& rows, QSize size, Light light) : rows_(rows), info_(rows.info()), light_(light) {
    info_.width = size.width();
    info_.height = size.height();
    alpha_ = info_.format == PixelFormat::rgba8 || info_.format == PixelFormat::rgba16;
    deep_ = info_.format == PixelFormat::rgb16 || info_.format == PixelFormat::rgba16;
    channels_ = bytes_per_pixel(info_.format) / (deep_ ? 2 : 1);
    if (info_.format == PixelFormat::cmyk8) light_ = Light::as_stored;
    across_ = kernel(rows.info().width, info_.width);
    down_ = kernel(rows.info().height, info_.height);
    const auto from_width = static_cast<std::size_t>(rows.info().width);
    raw_.resize(from_width * static_cast<std::size_t>(bytes_per_pixel(info_.format)));
    wide_.resize(from_width * static_cast<std::size_t>(channels_));
    lines_.assign(static_cast<std::size_t>(down_.taps), std::vector<float>(static_cast<std::size_t>(info_.width * channels_)));
    const std::size_t steps = deep_ ? 65536 : 256;
    decode_.resize(steps);
    for (std::size_t i = 0; i < steps; ++i) {
        const double value = static_cast<double>(i) / static_cast<double>(steps - 1);
        decode_[i] = static_cast<float>(light_ == Light::linear ? to_light(value) : value);
    }
}

Result<void> ResizedRows::fetch_row() {
    if (auto read = rows_.read(raw_); !read) return read;
    const auto plain = [&](std::size_t i) -> std::size_t {
        if (!deep_) return raw_[i];
        std::uint16_t value;
        std::memcpy(&value, raw_.data() + 2 * i, 2);
        return value;
    };
    const auto step = static_cast<std::size_t>(channels_);
    const float most = deep_ ? 65535.0f : 255.0f;
    for (std::size_t i = 0; i < wide_.size(); ++i) wide_[i] = decode_[plain(i)];
    if (alpha_)
        for (std::size_t i = 0; i < wide_.size(); i += step) {
            const float alpha = static_cast<float>(plain(i + 3)) / most;
            for (std::size_t c = 0; c < 3; ++c) wide_[i + c] *= alpha;
            wide_[i + 3] = alpha;
        }
    std::vector<float>& line = lines_[static_cast<std::size_t>(fetched_ % down_.taps)];
    for (int x = 0; x < info_.width; ++x) {
        const float* weights = across_.weights.data() + static_cast<std::ptrdiff_t>(x) * across_.taps;
        const float* in = wide_.data() + static_cast<std::ptrdiff_t>(across_.first[static_cast<std::size_t>(x)]) * channels_;
        float sums[4] = {};
        for (int tap = 0; tap < across_.taps; ++tap)
            for (int c = 0; c < channels_; ++c) sums[c] += weights[tap] * in[tap * channels_ + c];
        std::copy_n(sums, channels_, line.data() + static_cast<std::ptrdiff_t>(x) * channels_);
    }
    ++fetched_;
    return {};
}

void ResizedRows::store(const std::vector<float>& line, std::uint8_t* out) const {
    const float most = deep_ ? 65535.0f : 255.0f;
    const auto step = static_cast<std::size_t>(channels_);
    const auto put = [&](std::size_t i, float value) {
        const auto whole = static_cast<std::uint16_t>(std::clamp(value, 0.0f, 1.0f) * most + 0.5f);
        if (deep_) std::memcpy(out + 2 * i, &whole, 2);
        else out[i] = static_cast<std::uint8_t>(whole);
    };
    const std::size_t colours = alpha_ ? 3 : step;
    for (std::size_t i = 0; i < line.size(); i += step) {
        const float alpha = alpha_ ? line[i + 3] : 1.0f;  // may overshoot, and the colours with it
        for (std::size_t c = 0; c < colours; ++c) {
            float value = std::clamp(alpha > 0 ? line[i + c] / alpha : 0.0f, 0.0f, 1.0f);
            if (light_ == Light::linear) value = from_light_fast(value);
            put(i + c, value);
        }
        if (alpha_) put(i + 3, alpha);
    }
}

Result<void> ResizedRows::read(std::span<std::uint8_t> rows) {
    const std::size_t stride = static_cast<std::size_t>(info_.width) * static_cast<std::size_t>(bytes_per_pixel(info_.format));
    std::vector<float> line(static_cast<std::size_t>(info_.width * channels_));
    for (std::size_t at = 0; at < rows.size(); at += stride, ++row_) {
        const int first = down_.first[static_cast<std::size_t>(row_)];
        while (fetched_ < first + down_.taps)
            if (auto fetched = fetch_row(); !fetched) return fetched;
        std::ranges::fill(line, 0.0f);
        for (int tap = 0; tap < down_.taps; ++tap) {
            const float weight = down_.weights[static_cast<std::size_t>(row_ * down_.taps + tap)];
            const float* in = lines_[static_cast<std::size_t>((first + tap) % down_.taps)].data();
            for (std::size_t i = 0; i < line.size(); ++i) line[i] += weight * in[i];
        }
        store(line, rows.data() + at);
    }
    return {};
}

CroppedRows::CroppedRows(RowSource& rows, QSize size) : rows_(rows), info_(rows.info()) {
    top_ = (info_.height - size.height()) / 2;
    left_ = (info_.width - size.width()) / 2;
    line_.resize(static_cast<std::size_t>(info_.width) * static_cast<std::size_t>(bytes_per_pixel(info_.format)));
    info_.width = size.width();
    info_.height = size.height();
}

Result<void> CroppedRows::read(std::span<std::uint8_t> rows) {
    const auto pixel = static_cast<std::size_t>(bytes_per_pixel(info_.format));
    const std::size_t stride = static_cast<std::size_t>(info_.width) * pixel;
    for (; skipped_ < top_; ++skipped_)
        if (auto read = rows_.read(line_); !read) return read;
    for (std::size_t at = 0; at < rows.size(); at += stride, ++row_) {
        if (auto read = rows_.read(line_); !read) return read;
        std::memcpy(rows.data() + at, line_.data() + static_cast<std::size_t>(left_) * pixel, stride);
    }
    return {};
}

}  // namespace haibao
