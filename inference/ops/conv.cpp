// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/conv.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <mutex>

#include "inference/ops/cpu_conv.h"
#include "inference/ops/cpu_paths.h"

namespace haibao::ops {
namespace {

/// [a, b] → [b, a]
std::vector<float> transposed(std::span<const float> values, std::int64_t a, std::int64_t b) {
    std::vector<float> result(values.size());
    for (std::int64_t i = 0; i < a; ++i)
        for (std::int64_t j = 0; j < b; ++j)
            result[static_cast<std::size_t>(j * a + i)] = values[static_cast<std::size_t>(i * b + j)];
    return result;
}

/// Rows `wanted` of a strip [width, rows, channels] that starts at row `first`.
ggml_tensor* crop(Graph& g, ggml_tensor* x, std::int64_t first, Rows wanted) {
    return slice(g, x, 1, wanted.first - first, wanted.count);
}

/// A vector of one value per channel, shaped to be broadcast over [width, rows, channels].
ggml_tensor* per_channel(Graph& g, ggml_tensor* values) {
    return ggml_reshape_3d(g.context(), values, 1, 1, ggml_nelements(values));
}

ggml_tensor* normalised(Graph& g, ggml_tensor* x, const ChannelAffine& norm) {
    ggml_tensor* scale = per_channel(g, g.input({x->ne[2]}, norm.scale));
    ggml_tensor* shift = per_channel(g, g.input({x->ne[2]}, norm.shift));
    return ggml_silu(g.context(), ggml_add(g.context(), ggml_mul(g.context(), x, scale), shift));
}

ggml_tensor* direct_convolution(Graph& g, ggml_tensor* x, ggml_tensor* weight, int stride, int padding) {
    return ggml_conv_2d_direct(g.context(), weight, x, stride, stride, padding, padding, 1, 1);
}

ggml_tensor* ggml_convolution(Graph& g, ggml_tensor* x, const Convolution& layer, int padding) {
    const int stride = static_cast<int>(layer.stride);
    if (layer.direct) return direct_convolution(g, x, layer.weight, stride, padding);
    ggml_tensor* patches = ggml_im2col(g.context(), layer.weight, x, stride, stride, padding, padding, 1, 1, true,
                                       GGML_TYPE_F32);                         // [kernel² · in, width, rows]
    const std::int64_t depth = patches->ne[0], width = patches->ne[1], rows = patches->ne[2];
    ggml_tensor* y = ggml_mul_mat(g.context(), reshape(g, patches, depth, width * rows),
                                  reshape(g, layer.weight, depth, layer.out));  // [width · rows, out]
    ggml_prec_set_acc(y, GGML_PREC_F32);
    return reshape(g, y, width, rows, layer.out);
}

/// Tries ggml's direct convolution on values far outside f16's range, against the definition at one pixel. Vulkan
/// devices with matrix cores round to f16 there and even add up in it, which overflows in this network (spec §8); a
/// matrix product can at least be told to add up in f32.
bool try_direct_convolution(Device& device) {
    constexpr std::int64_t in = 64, out = 96, side = 24, row = 7, column = 11;
    const auto value = [](std::int64_t i) { return static_cast<float>(i * 7919 % 10007) / 5003 - 1; };
    std::vector<float> x(in * side * side), w(out * in * 9), y;
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = 1e5f * value(static_cast<std::int64_t>(i));
    for (std::size_t i = 0; i < w.size(); ++i) w[i] = value(static_cast<std::int64_t>(i) + 13);
    RunContext run{device, {}, nullptr};
    Graph g(run);
    ggml_tensor* node = direct_convolution(g, g.input({side, side, in}, x), g.input({3, 3, in, out}, w), 1, 1);
    if (!ggml_backend_supports_op(device.backend(), node)) return false;
    g.output(node, y);
    if (!g.run()) return false;
    double worst = 0, largest = 0;
    for (std::int64_t o = 0; o < out; ++o) {
        double sum = 0;
        for (std::int64_t i = 0; i < in * 9; ++i)
            sum += static_cast<double>(w[static_cast<std::size_t>(o * in * 9 + i)]) *
                   x[static_cast<std::size_t>((i / 9 * side + row + i / 3 % 3 - 1) * side + column + i % 3 - 1)];
        const double off = std::abs(y[static_cast<std::size_t>((o * side + row) * side + column)] - sum);
        worst = off <= worst ? worst : off;  // keeps a NaN
        largest = std::max(largest, std::abs(sum));
    }
    return worst < 1e-5 * largest;
}

/// ggml's direct convolution is worth taking. With CUDA and HIP it is a plain loop (ggml 0.27; on an H100 more than 30 s for what Vulkan
/// does in 10), whereas products are as fast as the card.
bool direct_convolution_serves(Device& device) {
    if (device.info().device_class == "cuda" || device.info().device_class == "hip") return false;
    static std::mutex guard;
    static std::map<std::string, bool> known;  // by device name
    const std::scoped_lock lock(guard);
    const auto found = known.find(device.info().name);
    if (found != known.end()) return found->second;
    return known[device.info().name] = try_direct_convolution(device);
}

/// The portable path. Rows next to the strip's inner edges come out wrong and are cut off: the strip has a halo.
ggml_tensor* ggml_conv2d(Graph& g, const FeatureMap& x, const Convolution& layer, Rows out,
                         const ConvOptions& options) {
    ggml_context* c = g.context();
    ggml_tensor* t = x.tensor;  // [width, rows, in]
    Rows rows = x.rows;
    // Contiguous first: the product of a strided view with a vector per channel came out wrong on Vulkan (ggml 0.27).
    if (!ggml_is_contiguous(t)) t = ggml_cont(c, t);
    if (options.norm) t = normalised(g, t, *options.norm);
    if (options.range > 1) t = ggml_scale(c, t, 1 / options.range);
    if (options.scaling == Scaling::nearest_x2) {
        t = ggml_upscale(c, t, 2, GGML_SCALE_MODE_NEAREST);  // [2 width, 2 rows, in]
        rows = {2 * rows.first, 2 * rows.count};
    }
    ggml_tensor* y = nullptr;  // [out_width, rows, out]
    if (layer.stride == 2) {
        assert(rows.first == 2 * out.first);
        const bool bottom = rows.count < 2 * out.count + 1;
        y = ggml_convolution(g, ggml_pad(c, t, 1, bottom, 0, 0), layer, 0);
        rows.first = out.first;
    } else {
        y = ggml_convolution(g, t, layer, static_cast<int>(layer.kernel / 2));
    }
    y = crop(g, y, rows.first, out);
    if (options.range > 1) y = ggml_scale(c, ggml_cont(c, y), options.range);
    y = ggml_add(c, y, per_channel(g, layer.bias));
    return options.residual ? ggml_add(c, y, options.residual->tensor) : y;
}

/// Per channel of [width, rows, channels]: means, then sums of squared deviations, [channels, 2].
ggml_tensor* ggml_moments(Graph& g, const FeatureMap& map) {
    ggml_context* c = g.context();
    const std::int64_t pixels = map.width * map.rows.count;
    ggml_tensor* x = reshape(g, map.tensor, pixels, map.channels);
    ggml_tensor* mean = ggml_scale(c, ggml_sum_rows(c, x), 1.0f / static_cast<float>(pixels));  // [1, channels]
    ggml_tensor* squares = ggml_sum_rows(c, ggml_sqr(c, ggml_sub(c, x, mean)));                 // [1, channels]
    return ggml_concat(c, ggml_reshape_2d(c, mean, map.channels, 1), ggml_reshape_2d(c, squares, map.channels, 1), 1);
}

}  // namespace

bool channels_last(const Device& device) { return device.on_cpu() && has_cpu_paths(); }

std::vector<float> from_planar(const Device& device, std::span<const float> planar, std::int64_t channels) {
    if (!channels_last(device)) return {planar.begin(), planar.end()};
    return transposed(planar, channels, static_cast<std::int64_t>(planar.size()) / channels);
}

std::vector<float> to_planar(const Device& device, std::span<const float> values, std::int64_t channels) {
    if (!channels_last(device)) return {values.begin(), values.end()};
    return transposed(values, static_cast<std::int64_t>(values.size()) / channels, channels);
}

Convolution load_convolution(WeightLoader& load, const std::string& prefix, std::int64_t in, std::int64_t out,
                             std::int64_t kernel, std::int64_t stride) {
    assert(kernel == 1 || kernel == 3);
    Convolution layer{.in = in, .out = out, .kernel = kernel, .stride = stride};
    layer.bias = load.tensor(prefix + ".bias", {out});
    const std::vector<std::int64_t> shape{out, in, kernel, kernel};
    if (!channels_last(load.device())) {
        layer.weight = load.tensor(prefix + ".weight", shape);
        layer.direct = direct_convolution_serves(load.device());
        return layer;
    }
    const auto stored = load.view(prefix + ".weight", shape);
    if (!stored) return layer;
    auto values = read_floats(*stored);
    if (!values) {
        load.note(std::move(values.error()));
        return layer;
    }
    layer.packed = pack_convolution(layer, load.device().bf16_products(), *values);
    if (!layer.packed)
        load.note({ErrorKind::out_of_memory, "There is not enough memory for the weights of the autoencoder.", prefix});
    return layer;
}

GroupNorm load_group_norm(WeightLoader& load, const std::string& prefix, std::int64_t channels, std::int64_t groups,
                          double eps) {
    return {groups, eps, load.host(prefix + ".weight", {channels}), load.host(prefix + ".bias", {channels})};
}

void strip_moments(Graph& g, const FeatureMap& map, std::int64_t groups, StripMoments& into) {
    assert(map.channels % groups == 0);
    into = {groups, map.channels, map.width, map.rows, channels_last(g.device()), {}};
    g.output(into.bands ? cpu_moments(g, map, groups) : ggml_moments(g, map), into.values);
}

void Moments::add(const StripMoments& strip) {
    groups_.resize(static_cast<std::size_t>(strip.groups));
    const std::size_t parts = strip.values.size() / 2;
    const std::int64_t group_channels = strip.channels / strip.groups;
    const std::int64_t first_band = bands_of(strip.rows).first;
    for (std::size_t part = 0; part < parts; ++part) {
        const std::int64_t p = static_cast<std::int64_t>(part);
        const std::int64_t group = strip.bands ? p % strip.groups : p / group_channels;
        const std::int64_t rows =
            strip.bands ? band_within(first_band + p / strip.groups, strip.rows).count : strip.rows.count;
        const double count = static_cast<double>(rows * strip.width * (strip.bands ? group_channels : 1));
        // Two sets of samples joined (Chan, Golub, LeVeque 1979): no cancellation whatever the mean.
        Group& known = groups_[static_cast<std::size_t>(group)];
        const double total = known.count + count, apart = strip.values[part] - known.mean;
        known.mean += apart * count / total;
        known.squares += strip.values[parts + part] + apart * apart * known.count * count / total;
        known.count = total;
    }
}

double Moments::variance(std::int64_t group) const {
    const Group& known = groups_[static_cast<std::size_t>(group)];
    return known.squares / known.count;
}

float Moments::range() const {
    double largest = 0;
    for (const Group& known : groups_) largest = std::max(largest, known.squares / known.count + known.mean * known.mean);
    // A typical value of 16 leaves f16 a factor of 4000 above it, and as much below.
    int exponent = 0;
    std::frexp(std::sqrt(largest) / 16, &exponent);
    return std::ldexp(1.0f, std::clamp(exponent, 0, 120));
}

ChannelAffine affine(const Moments& moments, const GroupNorm& norm) {
    assert(moments.groups() == norm.groups);
    const std::size_t channels = norm.weight.size(), group_channels = channels / static_cast<std::size_t>(norm.groups);
    ChannelAffine result{std::vector<float>(channels), std::vector<float>(channels)};
    for (std::size_t c = 0; c < channels; ++c) {
        const std::int64_t group = static_cast<std::int64_t>(c / group_channels);
        const double scale = norm.weight[c] / std::sqrt(moments.variance(group) + norm.eps);
        result.scale[c] = static_cast<float>(scale);
        result.shift[c] = static_cast<float>(norm.bias[c] - moments.mean(group) * scale);
    }
    return result;
}

Rows rows_needed(const Convolution& layer, Scaling scaling, Rows out, std::int64_t height) {
    const std::int64_t factor = scaling == Scaling::nearest_x2 ? 2 : 1;
    const std::int64_t above = layer.stride == 1 ? layer.kernel / 2 : 0;
    const std::int64_t first = out.first * layer.stride - above;
    const std::int64_t last = first + (out.count - 1) * layer.stride + layer.kernel - 1;
    const std::int64_t from = std::max<std::int64_t>(first, 0) / factor;
    return {from, std::min(last / factor, height - 1) + 1 - from};
}

FeatureMap conv2d(Graph& g, const FeatureMap& x, const Convolution& layer, Rows out, const ConvOptions& options) {
    assert(x.channels == layer.in);
    FeatureMap y{.channels = layer.out, .width = x.width / layer.stride, .height = x.height / layer.stride, .rows = out};
    if (options.scaling == Scaling::nearest_x2) {
        y.width *= 2;
        y.height *= 2;
    }
    y.tensor = layer.packed ? cpu_conv2d(g, x, layer, out, y.width, options) : ggml_conv2d(g, x, layer, out, options);
    return y;
}

}  // namespace haibao::ops
