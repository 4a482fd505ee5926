// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "inference/ops/conv.h"

namespace haibao {

/// A whole stack of feature maps between two graphs: stored, or computed from a stored one whenever it is read.
struct StoredMap {
    std::int64_t channels = 0, width = 0, height = 0;
    std::shared_ptr<DeviceTensors> memory = {};  ///< on the device …
    ggml_tensor* tensor = nullptr;          ///< [channels, width, height] or [width, height, channels] (ops::FeatureMap)
    std::vector<float> host = {};           ///< … or, where the device is too small, planar in host memory
    std::shared_ptr<const StoredMap> source = {};  ///< or nowhere: this map, scaled up, …
    const ops::Convolution* through = nullptr;     ///< … and convolved
    ops::Moments moments = {};                     ///< of its groups of channels; none for an uploaded map

    std::size_t bytes() const { return sizeof(float) * static_cast<std::size_t>(channels * width * height); }
};

/// Runs convolutions over whole pictures, strip by strip: intermediate values exist for one strip at a time, and there
/// is a cancel point and a report of progress after each. A group norm's statistics are collected over the whole
/// picture before anything is normalised, so that the result is that of the unstripped network: there are no seams, and
/// on the processor not a bit differs however the strips are cut. Where a strip's memory cannot be had it is halved, down to
/// 16 rows, and so are those that follow.
class MapRunner {
public:
    struct Limits {
        /// For the stored maps on the device; empty: what is free there now, less a reserve. Beyond it maps that can be
        /// computed again are not stored, and an accelerator's others stay in host memory. Changes no bit on the
        /// processor.
        std::optional<std::size_t> device_bytes = {};
        std::size_t strip_bytes = std::size_t{256} << 20;  ///< for a strip's intermediate values, about
        double strip_operations = 4e11;                    ///< a second or two of work
    };
    /// `groups`: of the network's norms. `progress` gets the operations done so far; may be empty.
    MapRunner(RunContext& run, Limits limits, std::int64_t groups, std::function<void(double)> progress);

    /// Uploads planar [channels, height, width].
    Result<StoredMap> store(std::span<const float> planar, std::int64_t channels, std::int64_t width,
                            std::int64_t height);
    /// The convolution of silu(norm(x)), or of x without a norm.
    Result<StoredMap> conv(const StoredMap& x, const ops::Convolution& layer, const ops::GroupNorm* norm = nullptr,
                           ops::Scaling scaling = ops::Scaling::none);
    /// The convolution of x scaled up by two. Not stored, if that and `ahead` more bytes would go beyond the limit: then it
    /// is computed strip by strip, now for its moments and again whenever it is read.
    Result<StoredMap> conv_scaled_up(StoredMap x, const ops::Convolution& layer, std::size_t ahead);
    /// Two convolutions of x in one pass: of silu(norm(x)), and of x itself, which is used up.
    struct Pair {
        StoredMap first, second;
    };
    Result<Pair> conv_pair(StoredMap x, const ops::Convolution& layer, const ops::GroupNorm& norm,
                           const ops::Convolution& beside);
    /// The convolution of silu(norm(x)) added to `onto`, in its place.
    Result<StoredMap> conv_onto(StoredMap onto, const StoredMap& x, const ops::Convolution& layer,
                                const ops::GroupNorm* norm);
    /// Downloads planar [channels, height, width].
    std::vector<float> planar(const StoredMap& map) const;
    /// With taps, keeps the map's values under `name`.
    void tap(const StoredMap& map, const std::string& name);

private:
    /// The last reading of a map uses it up: on the processor its rows go as the result's come.
    enum class Reading { one_of_several, last };
    /// A pass over all strips of a convolution's result. `into` and `beside_into` may be null: then nothing is kept.
    struct Pass {
        const StoredMap& x;
        const ops::Convolution& layer;
        const ops::GroupNorm* norm;
        ops::Scaling scaling;
        StoredMap* into;
        bool residual = false;  ///< `into` holds what is to be added
        const ops::Convolution* beside = nullptr;
        StoredMap* beside_into = nullptr;
        Reading reading = Reading::one_of_several;
    };
    Result<StoredMap> stored(const StoredMap& x, const ops::Convolution& layer, const ops::GroupNorm* norm, ops::Scaling scaling, Reading reading);
    Result<StoredMap> make(std::int64_t channels, std::int64_t width, std::int64_t height);
    Result<ops::Moments> run_pass(const Pass& pass, std::int64_t width, std::int64_t height);
    Result<void> run_strip(const Pass& pass, ops::Rows out, const ops::ChannelAffine& norm, ops::Moments& moments);
    void let_go(const StoredMap& x, std::int64_t first, std::int64_t last) const;
    double row_bytes(const Pass& pass, std::int64_t width) const;
    std::int64_t strip_rows(const Pass& pass, std::int64_t width) const;
    ops::FeatureMap read(Graph& g, const StoredMap& map, ops::Rows rows) const;
    void write(Graph& g, const ops::FeatureMap& strip, StoredMap& into, std::vector<float>& block) const;
    float range_of(const StoredMap& map) const;

    RunContext& run_;
    Limits limits_;
    std::size_t device_limit_;
    std::int64_t groups_;
    std::function<void(double)> progress_;
    double done_ = 0;
    bool may_have_stored_ = false;  ///< the strip that failed last
    std::shared_ptr<std::size_t> device_bytes_;  ///< of the stored maps that are alive
};

}  // namespace haibao
