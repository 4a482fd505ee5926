// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "inference/ops/weight_loader.h"

/// Feature maps and their convolutions, for the autoencoder. A picture is worked on in strips of rows, so that memory is
/// bounded; a strip's result does not depend on how the picture was cut.
namespace haibao::ops {

/// Rows [first, first + count) of a picture.
struct Rows {
    std::int64_t first = 0, count = 0;
};

/// The strip `rows` of a stack of `channels` planes of width × height pixels. On the processor's fast path the tensor
/// is channels-last, [channels, width, rows]; elsewhere it is ggml's [width, rows, channels].
struct FeatureMap {
    ggml_tensor* tensor = nullptr;
    std::int64_t channels = 0, width = 0, height = 0;
    Rows rows = {};
};

/// Which of the two layouts a device works with.
bool channels_last(const Device& device);
/// Between planar [channels, rows, width] and the device's layout, on the host; the identity where they agree.
std::vector<float> from_planar(const Device& device, std::span<const float> planar, std::int64_t channels);
std::vector<float> to_planar(const Device& device, std::span<const float> values, std::int64_t channels);

class PackedConvolution;

/// A square convolution, 3×3 or 1×1. With stride 1 a 3×3 kernel sees one row and column of zeros around the picture;
/// with stride 2 one at the right and at the bottom only (spec §8, the encoder's downsampler).
struct Convolution {
    std::int64_t in = 0, out = 0, kernel = 3, stride = 1;
    ggml_tensor* weight = nullptr;                         ///< [kernel, kernel, in, out]; null when `packed` is set
    std::shared_ptr<const PackedConvolution> packed = {};  ///< the processor's own layout
    ggml_tensor* bias = nullptr;                           ///< [out]
    bool direct = false;  ///< ggml's direct convolution is exact and quick on this device; else by im2col, in far more memory

    double operations(std::int64_t width, std::int64_t rows) const {  ///< for an output of that size
        return 2.0 * static_cast<double>(in * out * kernel * kernel) * static_cast<double>(width * rows);
    }
};
/// `prefix`.weight [out, in, kernel, kernel] and `prefix`.bias [out]; errors are noted in the loader.
Convolution load_convolution(WeightLoader& load, const std::string& prefix, std::int64_t in, std::int64_t out,
                             std::int64_t kernel, std::int64_t stride = 1);

/// A group norm's parameters, on the host.
struct GroupNorm {
    std::int64_t groups = 1;
    double eps = 1e-6;
    std::vector<float> weight, bias;  ///< [channels]
};
/// `prefix`.weight and `prefix`.bias [channels].
GroupNorm load_group_norm(WeightLoader& load, const std::string& prefix, std::int64_t channels, std::int64_t groups,
                          double eps);

/// One strip's contribution to the moments of its groups of channels; filled when the graph runs.
struct StripMoments {
    std::int64_t groups = 0, channels = 0, width = 0;
    Rows rows;
    bool bands = false;         ///< parts are (band of rows, group) instead of channels
    std::vector<float> values;  ///< the parts' means, then their sums of squared deviations
};
/// Adds the nodes that fill `into`, which must outlive the run.
void strip_moments(Graph& g, const FeatureMap& map, std::int64_t groups, StripMoments& into);

/// Mean and variance of every group of channels over a whole picture, collected strip by strip from the top, in f64.
class Moments {
public:
    void add(const StripMoments& strip);
    std::int64_t groups() const { return static_cast<std::int64_t>(groups_.size()); }
    double mean(std::int64_t group) const { return groups_[static_cast<std::size_t>(group)].mean; }
    double variance(std::int64_t group) const;
    /// A power of two, 1 or more, by which all values can be divided to lie well inside f16's range.
    float range() const;

private:
    struct Group {
        double count = 0, mean = 0, squares = 0;  ///< squares: sum of squared deviations from the mean
    };
    std::vector<Group> groups_;
};

/// x · scale + shift for each channel: a group norm whose statistics are known.
struct ChannelAffine {
    std::vector<float> scale, shift;  ///< [channels]
};
ChannelAffine affine(const Moments& moments, const GroupNorm& norm);

enum class Scaling { none, nearest_x2 };

struct ConvOptions {
    const ChannelAffine* norm = nullptr;    ///< the input becomes silu(x · scale + shift) first
    Scaling scaling = Scaling::none;        ///< then every pixel becomes 2×2
    const FeatureMap* residual = nullptr;   ///< added to the result; the same rows
    float range = 1;  ///< a power of two: the input is divided by it and the result multiplied, against f16 operands
};

/// The rows of the input that the rows `out` of a convolution's result depend on; `height` is the input's.
Rows rows_needed(const Convolution& layer, Scaling scaling, Rows out, std::int64_t height);
/// Rows `out` of the convolution of x, which must hold rows_needed() of its picture.
FeatureMap conv2d(Graph& g, const FeatureMap& x, const Convolution& layer, Rows out, const ConvOptions& options = {});

}  // namespace haibao::ops
