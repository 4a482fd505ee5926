// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>
#include <compare>
#include <cstring>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "inference/ops/cpu_conv.h"
#include "inference/ops/cpu_paths.h"
#include "inference/ops/onednn.h"

// Loops that the compiler turns into vector instructions for whatever processor the program meets.
#if defined(__GNUC__) && !defined(__clang__)
#define HAIBAO_VECTORISED \
    __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default"), optimize("O3")))
#else
#define HAIBAO_VECTORISED
#endif

namespace haibao::ops {

class PackedConvolution {
public:
    PackedConvolution(bool in_bf16, dnnl::memory weights) : bf16(in_bf16), usual(weights.get_desc()), weights_(std::move(weights)) {}

    const bool bf16;
    const dnnl::memory::desc usual;  ///< the layout that kernels are asked for

    /// The weights as a kernel reads them: with AVX2 the layout depends on the picture's width, too. The last one that was wanted is kept and
    /// no other, since a layer sees one width in a picture; a graph at work holds the one it reads.
    dnnl::memory in_layout(const dnnl::memory::desc& layout) const {
        const onednn::OneThread one;
        const std::scoped_lock lock(guard_);
        if (layout != weights_.get_desc())
            weights_ = onednn::made([&] {
                dnnl::memory other(layout, onednn::engine());
                dnnl::reorder(weights_, other).execute(onednn::stream(), weights_, other);
                return other;
            });
        return weights_;
    }

private:
    mutable std::mutex guard_;
    mutable dnnl::memory weights_;
};

namespace {

using dnnl::memory;

/// One band of one layer: rows of output from the gathered rows of input, which hold the zeros around the picture too.
struct BandShape {
    std::int64_t in, out, kernel, stride, rows, width;
    bool bf16, residual;
    auto operator<=>(const BandShape&) const = default;

    std::int64_t input_rows() const { return (rows - 1) * stride + kernel; }
    std::int64_t input_width() const { return (width - 1) * stride + kernel; }
};

struct BandKernel {
    dnnl::convolution_forward convolution;
    memory::desc x, weights, bias, y, scratch;
};

memory::data_type operand_type(bool bf16) { return bf16 ? memory::data_type::bf16 : memory::data_type::f32; }

BandKernel make_kernel(const BandShape& s, const memory::desc& weights) {
    const onednn::OneThread one;
    BandKernel kernel;
    kernel.x = memory::desc({1, s.in, s.input_rows(), s.input_width()}, operand_type(s.bf16), memory::format_tag::nhwc);
    kernel.y = memory::desc({1, s.out, s.rows, s.width}, memory::data_type::f32, memory::format_tag::nhwc);
    kernel.bias = memory::desc({s.out}, memory::data_type::f32, memory::format_tag::a);
    dnnl::primitive_attr attr = onednn::attributes();
    if (s.residual) {
        dnnl::post_ops after;
        after.append_sum(1.0f);
        attr.set_post_ops(after);
    }
    const auto describe = [&](const memory::desc& layout) {
        return dnnl::convolution_forward::primitive_desc(onednn::engine(), dnnl::prop_kind::forward_inference, dnnl::algorithm::convolution_direct, kernel.x, layout,
                                                         kernel.bias, kernel.y, memory::dims{s.stride, s.stride}, memory::dims{0, 0}, memory::dims{0, 0}, attr);
    };
    auto description = describe(weights);
    // The plain one takes hundreds of times as long.
    if (onednn::is_plain(description)) description = describe(memory::desc(weights.get_dims(), weights.get_data_type(), memory::format_tag::any));
    kernel.weights = description.weights_desc();
    kernel.scratch = description.scratchpad_desc();
    kernel.convolution = dnnl::convolution_forward(description);
    return kernel;
}

const BandKernel& kernel_for(const BandShape& shape, const PackedConvolution& packed) {
    static std::mutex guard;
    static std::map<BandShape, BandKernel> kernels;
    const std::scoped_lock lock(guard);
    const auto found = kernels.find(shape);
    if (found != kernels.end()) return found->second;
    return kernels.emplace(shape, onednn::made([&] { return make_kernel(shape, packed.usual); })).first->second;
}

/// exp(x) to about one unit in the last place, written so that compilers turn it into vector instructions.
[[gnu::always_inline]] inline float exp_of(float x) {
    x = std::min(std::max(x, -87.0f), 88.0f);
    const float shifted = x * 1.44269504088896341f + 12582912.0f;  // 1.5 · 2^23: the integer part ends up in the low bits
    const float n = shifted - 12582912.0f;
    const float r = (x - n * 0.693359375f) + n * 2.12194440e-4f;  // ln 2 in two parts
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1.0f;
    const std::int32_t power = (std::bit_cast<std::int32_t>(shifted) - std::bit_cast<std::int32_t>(12582912.0f)) << 23;
    return std::bit_cast<float>(std::bit_cast<std::int32_t>(p) + power);
}

[[gnu::always_inline]] inline std::uint16_t bf16_of(float x) {
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(x);
    const std::uint32_t rounded = (bits + 0x7fff + ((bits >> 16) & 1)) >> 16;
    return static_cast<std::uint16_t>(x == x ? rounded : 0x7fc0);
}

[[gnu::always_inline]] inline void put(float value, float* into) { *into = value; }
[[gnu::always_inline]] inline void put(float value, std::uint16_t* into) { *into = bf16_of(value); }

/// One pixel's channels as an operand: silu(x · scale + shift), or x itself without a scale.
template <class Operand>
HAIBAO_VECTORISED void copy_pixels(const float* from, const float* scale, const float* shift, std::int64_t pixels, std::int64_t channels,
                 Operand* into, std::int64_t step) {
    for (std::int64_t p = 0; p < pixels; ++p, from += channels, into += step * channels) {
        if (scale) {
            for (std::int64_t c = 0; c < channels; ++c) {
                const float v = from[c] * scale[c] + shift[c];
                put(v / (1.0f + exp_of(-v)), into + c);
            }
        } else {
            for (std::int64_t c = 0; c < channels; ++c) put(from[c], into + c);
        }
    }
}

struct ConvCall {
    std::shared_ptr<const PackedConvolution> packed;
    BandShape shape;  ///< of a full band
    const BandKernel* kernels[band_rows + 1];  ///< by rows …
    memory weights[band_rows + 1];             ///< … and what each reads
    Rows out, x_rows;
    std::int64_t x_width, x_height;
    int factor;  ///< 2: the input is scaled up
    ggml_tensor *scale = nullptr, *shift = nullptr, *bias = nullptr, *residual = nullptr;
};

const float* floats(const ggml_tensor* tensor) { return tensor ? static_cast<const float*>(tensor->data) : nullptr; }

/// The input of one band: rows from `first` on of the (scaled) picture, zeros where there is no picture.
template <class Operand>
void gather(const ConvCall& call, const ggml_tensor* x, std::int64_t first, std::int64_t rows, Operand* into) {
    const std::int64_t channels = call.shape.in, width = call.shape.input_width(), row = width * channels;
    const std::int64_t left = call.shape.stride == 1 ? call.shape.kernel / 2 : 0;
    const std::int64_t factor = call.factor, inside = std::min(call.x_width * factor, width - left);
    for (std::int64_t i = 0; i < rows; ++i, into += row) {
        const std::int64_t y = first + i;
        if (y < 0 || y >= call.x_height * factor) {
            std::memset(into, 0, static_cast<std::size_t>(row) * sizeof(Operand));
            continue;
        }
        if (factor == 2 && y % 2 == 1 && i > 0) {
            std::memcpy(into, into - row, static_cast<std::size_t>(row) * sizeof(Operand));
            continue;
        }
        const float* from = floats(x) + (y / factor - call.x_rows.first) * call.x_width * channels;
        std::fill(into, into + left * channels, Operand{});
        std::fill(into + (left + inside) * channels, into + row, Operand{});
        Operand* pixels = into + left * channels;
        copy_pixels(from, floats(call.scale), floats(call.shift), inside / factor, channels, pixels, factor);
        for (std::int64_t p = 0; factor == 2 && p < inside; p += 2)
            std::copy_n(pixels + p * channels, channels, pixels + (p + 1) * channels);
    }
}

void run_band(const ConvCall& call, ggml_tensor* result, Rows rows) {
    const BandKernel& kernel = *call.kernels[rows.count];
    const std::int64_t first = rows.first * call.shape.stride - (call.shape.stride == 1 ? call.shape.kernel / 2 : 0);
    const std::int64_t input_rows = (rows.count - 1) * call.shape.stride + call.shape.kernel;
    void* input = onednn::scratch(kernel.x.get_size(), 1);
    if (call.shape.bf16)
        gather(call, result->src[0], first, input_rows, static_cast<std::uint16_t*>(input));
    else
        gather(call, result->src[0], first, input_rows, static_cast<float*>(input));

    const std::int64_t offset = (rows.first - call.out.first) * call.shape.width * call.shape.out;
    float* output = static_cast<float*>(result->data) + offset;
    if (call.residual) std::memcpy(output, floats(call.residual) + offset, kernel.y.get_size());
    dnnl::engine& engine = onednn::engine();
    kernel.convolution.execute(
        onednn::stream(),
        {{DNNL_ARG_SRC, memory(kernel.x, engine, input)},
         {DNNL_ARG_WEIGHTS, call.weights[rows.count]},
         {DNNL_ARG_BIAS, memory(kernel.bias, engine, call.bias->data)},
         {DNNL_ARG_DST, memory(kernel.y, engine, output)},
         {DNNL_ARG_SCRATCHPAD, memory(kernel.scratch, engine, onednn::scratch(kernel.scratch.get_size(), 0))}});
}

/// Means and sums of squared deviations of one band's groups.
HAIBAO_VECTORISED void band_moments(const float* x, std::int64_t pixels, std::int64_t channels, std::int64_t groups, float* means,
                  float* squares) {
    auto* sums = static_cast<double*>(onednn::scratch(static_cast<std::size_t>(2 * channels) * sizeof(double), 2));
    double* second = sums + channels;
    std::fill(sums, sums + 2 * channels, 0.0);
    for (std::int64_t p = 0; p < pixels; ++p, x += channels)
        for (std::int64_t c = 0; c < channels; ++c) {
            const double v = x[c];
            sums[c] += v;
            second[c] += v * v;
        }
    const std::int64_t size = channels / groups;
    for (std::int64_t group = 0; group < groups; ++group) {
        double sum = 0, square = 0;
        for (std::int64_t c = group * size; c < (group + 1) * size; ++c) {
            sum += sums[c];
            square += second[c];
        }
        const double count = static_cast<double>(pixels * size);
        means[group] = static_cast<float>(sum / count);
        // Deviations from the mean as it is stored, so that rounding it does not matter.
        const double mean = means[group];
        squares[group] = static_cast<float>(std::max(0.0, square - 2 * mean * sum + count * mean * mean));
    }
}

}  // namespace

std::shared_ptr<const PackedConvolution> pack_convolution(const Convolution& shape, bool bf16,
                                                          std::span<const float> weights) try {
    const onednn::OneThread one;
    // A width that wants another layout gets it from in_layout().
    constexpr std::int64_t usual_width = 128;
    const memory::dims dims{shape.out, shape.in, shape.kernel, shape.kernel};
    const BandShape usual{shape.in, shape.out, shape.kernel, shape.stride, band_rows, usual_width, bf16, false};
    const memory::desc any(dims, operand_type(bf16), memory::format_tag::any);
    const memory plain({dims, memory::data_type::f32, memory::format_tag::oihw}, onednn::engine(),
                       const_cast<float*>(weights.data()));
    memory packed(onednn::made([&] { return make_kernel(usual, any); }).weights, onednn::engine());
    dnnl::reorder(plain, packed).execute(onednn::stream(), const_cast<memory&>(plain), packed);
    return std::make_shared<const PackedConvolution>(bf16, std::move(packed));
} catch (const std::exception&) {  // std::bad_alloc, or dnnl::error with out_of_memory
    return nullptr;
}

ggml_tensor* cpu_conv2d(Graph& g, const FeatureMap& x, const Convolution& layer, Rows out, std::int64_t out_width,
                        const ConvOptions& options) {
    ConvCall call{.packed = layer.packed,
                  .shape = {layer.in, layer.out, layer.kernel, layer.stride, band_rows, out_width, layer.packed->bf16,
                            options.residual != nullptr},
                  .kernels = {},
                  .weights = {},
                  .out = out,
                  .x_rows = x.rows,
                  .x_width = x.width,
                  .x_height = x.height,
                  .factor = options.scaling == Scaling::nearest_x2 ? 2 : 1,
                  .bias = layer.bias};
    std::vector<ggml_tensor*> args{ggml_is_contiguous(x.tensor) ? x.tensor : ggml_cont(g.context(), x.tensor),
                                   layer.bias};
    if (options.norm) {
        args.push_back(call.scale = g.input({layer.in}, options.norm->scale));
        args.push_back(call.shift = g.input({layer.in}, options.norm->shift));
    }
    if (options.residual) args.push_back(call.residual = options.residual->tensor);

    const Rows bands = bands_of(out);
    for (std::int64_t band = bands.first; band < bands.first + bands.count; ++band) {
        BandShape shape = call.shape;
        shape.rows = band_within(band, out).count;
        if (call.kernels[shape.rows]) continue;
        call.kernels[shape.rows] = &kernel_for(shape, *layer.packed);
        call.weights[shape.rows] = layer.packed->in_layout(call.kernels[shape.rows]->weights);
    }
    const double weights = static_cast<double>(layer.in * layer.out * layer.kernel * layer.kernel);
    const NodeWork what{"conv", 2.0 * weights * static_cast<double>(out_width * out.count), weights * (layer.packed->bf16 ? 2 : 4)};
    return cpu_node(g, what, args, {layer.out, out_width, out.count, 1}, [call, bands](ggml_tensor* result, int ith, int nth) {
        const onednn::OneThread one;
        const auto [first, last] = share(bands.count, ith, nth);
        for (std::int64_t i = first; i < last; ++i) run_band(call, result, band_within(bands.first + i, call.out));
    });
}

ggml_tensor* cpu_moments(Graph& g, const FeatureMap& map, std::int64_t groups) {
    const Rows bands = bands_of(map.rows);
    const std::array<ggml_tensor*, 1> args{map.tensor};
    const FeatureMap shape = map;
    return cpu_node(g, {"moments"}, args, {groups, bands.count, 2, 1}, [shape, bands, groups](ggml_tensor* result, int ith, int nth) {
        const std::int64_t row = shape.width * shape.channels;
        float* means = static_cast<float*>(result->data);
        float* squares = means + groups * bands.count;
        const auto [first, last] = share(bands.count, ith, nth);
        for (std::int64_t i = first; i < last; ++i) {
            const Rows rows = band_within(bands.first + i, shape.rows);
            band_moments(floats(result->src[0]) + (rows.first - shape.rows.first) * row, rows.count * shape.width,
                         shape.channels, groups, means + i * groups, squares + i * groups);
        }
    });
}

}  // namespace haibao::ops
