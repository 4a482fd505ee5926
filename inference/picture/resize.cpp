// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/picture/resize.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace haibao {
namespace {

struct Kernel {
    double (*weight)(double);
    double support;  ///< weights are 0 outside ±support, in output pixels when shrinking
};

double cubic(double x) {
    constexpr double a = -0.5;
    x = std::abs(x);
    if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
    if (x < 2) return (((x - 5) * x + 8) * x - 4) * a;
    return 0;
}

double sinc(double x) { return x == 0 ? 1 : std::sin(std::numbers::pi * x) / (std::numbers::pi * x); }
double lanczos3(double x) { return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0; }

/// Which inputs make one output sample: out = Σ weights[k] · in[first + k] / 2^bits.
struct Taps {
    int first = 0;
    std::vector<std::int32_t> weights;
};

struct Pass {
    std::vector<Taps> outputs;
    int bits = 0;
};

/// Fixed-point weights, see ResizeArithmetic.
Pass make_pass(const Kernel& kernel, ResizeArithmetic arithmetic, int in, int out) {
    const double scale = static_cast<double>(in) / out, filter_scale = std::max(scale, 1.0);
    const double support = kernel.support * filter_scale;
    std::vector<std::vector<double>> exact(static_cast<std::size_t>(out));
    Pass pass;
    pass.outputs.resize(exact.size());
    double largest = 0;
    for (int i = 0; i < out; ++i) {
        const double center = scale * (i + 0.5);
        const int first = std::max(static_cast<int>(center - support + 0.5), 0);
        const int last = std::min(static_cast<int>(center + support + 0.5), in);
        std::vector<double>& weights = exact[i];
        double sum = 0;
        for (int x = first; x < last; ++x) {
            weights.push_back(kernel.weight((x - center + 0.5) / filter_scale));
            sum += weights.back();
        }
        for (double& weight : weights) {
            weight /= sum;
            largest = std::max(largest, weight);
        }
        pass.outputs[i].first = first;
    }
    pass.bits = 22;
    if (arithmetic == ResizeArithmetic::torchvision) {
        pass.bits = 0;
        while (pass.bits < 22 && static_cast<int>(0.5 + largest * (1 << (pass.bits + 1))) < (1 << 15)) ++pass.bits;
    }
    for (int i = 0; i < out; ++i)
        for (double weight : exact[i])
            pass.outputs[i].weights.push_back(
                static_cast<std::int32_t>(weight * (1 << pass.bits) + (weight < 0 ? -0.5 : 0.5)));
    return pass;
}

std::uint8_t round_off(std::int32_t sum, int bits) {
    return static_cast<std::uint8_t>(std::clamp(sum >> bits, 0, 255));
}

Image horizontal(const Image& source, const Pass& pass) {
    const int width = static_cast<int>(pass.outputs.size());
    Image result{width, source.height, std::vector<std::uint8_t>(std::size_t{3} * width * source.height)};
    const std::int32_t half = pass.bits ? 1 << (pass.bits - 1) : 0;
    for (int y = 0; y < source.height; ++y) {
        const std::uint8_t* row = source.rgb.data() + std::size_t{3} * source.width * y;
        std::uint8_t* to = result.rgb.data() + std::size_t{3} * width * y;
        for (const Taps& taps : pass.outputs) {
            std::int32_t r = half, g = half, b = half;
            const std::uint8_t* from = row + std::size_t{3} * taps.first;
            for (std::int32_t weight : taps.weights) {
                r += weight * from[0], g += weight * from[1], b += weight * from[2];
                from += 3;
            }
            *to++ = round_off(r, pass.bits);
            *to++ = round_off(g, pass.bits);
            *to++ = round_off(b, pass.bits);
        }
    }
    return result;
}

Image vertical(const Image& source, const Pass& pass) {
    const int height = static_cast<int>(pass.outputs.size());
    const std::size_t stride = std::size_t{3} * source.width;
    Image result{source.width, height, std::vector<std::uint8_t>(stride * height)};
    std::vector<std::int32_t> sums(stride);
    for (int y = 0; y < height; ++y) {
        const Taps& taps = pass.outputs[y];
        std::ranges::fill(sums, pass.bits ? 1 << (pass.bits - 1) : 0);
        const std::uint8_t* from = source.rgb.data() + stride * taps.first;
        for (std::int32_t weight : taps.weights) {
            for (std::size_t x = 0; x < stride; ++x) sums[x] += weight * from[x];
            from += stride;
        }
        for (std::size_t x = 0; x < stride; ++x) result.rgb[stride * y + x] = round_off(sums[x], pass.bits);
    }
    return result;
}

Image resize(const Image& source, int width, int height, const Kernel& kernel, ResizeArithmetic arithmetic) {
    Image result = source;
    if (width != source.width) result = horizontal(result, make_pass(kernel, arithmetic, source.width, width));
    if (height != source.height) result = vertical(result, make_pass(kernel, arithmetic, source.height, height));
    return result;
}

}  // namespace

Image resize_bicubic(const Image& source, int width, int height, ResizeArithmetic arithmetic) {
    return resize(source, width, height, {cubic, 2}, arithmetic);
}

Image resize_lanczos(const Image& source, int width, int height) {
    return resize(source, width, height, {lanczos3, 3}, ResizeArithmetic::pil);
}

}  // namespace haibao
