// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/models/feature_maps.h"

#include <algorithm>

#include "inference/runtime/less_memory.h"
#include "inference/runtime/processor.h"
#include "inference/runtime/trace_log.h"

namespace haibao {

using ops::Scaling;

namespace {

// Strips start at multiples of this, so that the bands inside them (ops/cpu_conv.h) never depend on the strips.
constexpr std::int64_t strip_step = 16;

std::size_t free_bytes(const Device& device) {
    return device.on_cpu() ? available_memory() : static_cast<std::size_t>(device.free_memory());
}

/// Rows of a planar map as one block [channels, rows, width], or back.
void copy_rows(const StoredMap& map, ops::Rows rows, std::vector<float>& block) {
    const std::int64_t size = rows.count * map.width;
    block.resize(static_cast<std::size_t>(size * map.channels));
    for (std::int64_t c = 0; c < map.channels; ++c)
        std::copy_n(map.host.begin() + (c * map.height + rows.first) * map.width, size, block.begin() + c * size);
}

void put_rows(const std::vector<float>& block, ops::Rows rows, StoredMap& map) {
    const std::int64_t size = rows.count * map.width;
    for (std::int64_t c = 0; c < map.channels; ++c)
        std::copy_n(block.begin() + c * size, size, map.host.begin() + (c * map.height + rows.first) * map.width);
}

}  // namespace

MapRunner::MapRunner(RunContext& run, Limits limits, std::int64_t groups, std::function<void(double)> progress)
    : run_(run), limits_(limits), device_limit_(limits.device_bytes.value_or(free_bytes(run.device) / 10 * 9)),
      groups_(groups), progress_(std::move(progress)),
      device_bytes_(std::make_shared<std::size_t>(0)) {}

Result<StoredMap> MapRunner::make(std::int64_t channels, std::int64_t width, std::int64_t height) try {
    StoredMap map{.channels = channels, .width = width, .height = height};
    const std::size_t bytes = map.bytes();
    const auto largest = ggml_backend_get_max_size(run_.device.backend());
    if (!run_.device.on_cpu() && (bytes > largest || *device_bytes_ + bytes > device_limit_)) {
        map.host.resize(bytes / sizeof(float));
        return map;
    }
    auto tensors = std::make_unique<DeviceTensors>(run_.device, 1);
    map.tensor = ops::channels_last(run_.device) ? tensors->add(GGML_TYPE_F32, {channels, width, height}, "map")
                                                 : tensors->add(GGML_TYPE_F32, {width, height, channels}, "map");
    auto allocated = tensors->allocate();
    if (!allocated) {
        // The strips before this map were perhaps larger than those after it will be.
        run_.device.trim();
        return_free_memory();
        allocated = tensors->allocate();
    }
    if (!allocated) {
        if (run_.device.on_cpu()) return pass_on(allocated);
        // Its free memory was somebody else's, or in pieces.
        log_line("Memory is short on " + run_.device.info().name + ": the autoencoder keeps more of its maps in the processor's memory.");
        device_limit_ = *device_bytes_;
        map.tensor = nullptr;
        map.host.resize(bytes / sizeof(float));
        return map;
    }
    *device_bytes_ += bytes;
    map.memory = std::shared_ptr<DeviceTensors>(tensors.release(), [bytes, count = device_bytes_](DeviceTensors* t) {
        delete t;
        *count -= bytes;
    });
    return map;
} catch (const std::bad_alloc&) {
    return fail(ErrorKind::out_of_memory, "Not enough memory for a picture of this size. Choose a smaller size.");
}

Result<StoredMap> MapRunner::store(std::span<const float> planar, std::int64_t channels, std::int64_t width,
                                   std::int64_t height) {
    auto map = make(channels, width, height);
    if (!map) return map;
    if (map->tensor)
        DeviceTensors::set(map->tensor, ops::from_planar(run_.device, planar, channels));
    else
        map->host.assign(planar.begin(), planar.end());
    return map;
}

std::vector<float> MapRunner::planar(const StoredMap& map) const {
    if (!map.tensor) return map.host;
    std::vector<float> values(map.bytes() / sizeof(float));
    ggml_backend_tensor_get(map.tensor, values.data(), 0, map.bytes());
    return ops::to_planar(run_.device, values, map.channels);
}

void MapRunner::tap(const StoredMap& map, const std::string& name) {
    if (run_.taps) (*run_.taps)[name] = {{map.channels, map.height, map.width}, planar(map)};
}

/// Accelerators may multiply in f16.
float MapRunner::range_of(const StoredMap& map) const {
    return run_.device.on_cpu() || map.moments.groups() == 0 ? 1 : map.moments.range();
}

ops::FeatureMap MapRunner::read(Graph& g, const StoredMap& map, ops::Rows rows) const {
    if (map.source) {
        // Whole steps, so that the rows are computed in the bands in which they would have been stored.
        const std::int64_t last = std::min((rows.first + rows.count + strip_step - 1) / strip_step * strip_step, map.height);
        rows.first = rows.first / strip_step * strip_step;
        rows.count = last - rows.first;
        const ops::Rows needed = ops::rows_needed(*map.through, Scaling::nearest_x2, rows, map.source->height);
        return ops::conv2d(g, read(g, *map.source, needed), *map.through, rows,
                           {.scaling = Scaling::nearest_x2, .range = range_of(*map.source)});
    }
    ops::FeatureMap strip{nullptr, map.channels, map.width, map.height, rows};
    if (map.tensor) {
        strip.tensor = ops::slice(g, map.tensor, ops::channels_last(run_.device) ? 2 : 1, rows.first, rows.count);
    } else {
        std::vector<float> block;
        copy_rows(map, rows, block);
        strip.tensor = g.input({map.width, rows.count, map.channels}, block);
    }
    return strip;
}

void MapRunner::write(Graph& g, const ops::FeatureMap& strip, StoredMap& into, std::vector<float>& block) const {
    if (into.tensor)
        g.store(strip.tensor, read(g, into, strip.rows).tensor);
    else
        g.output(strip.tensor, block);
}

/// Rows [first, last) of a map that nobody reads again.
void MapRunner::let_go(const StoredMap& x, std::int64_t first, std::int64_t last) const {
    if (!x.tensor || !ops::channels_last(run_.device)) return;
    return_pages(static_cast<char*>(x.tensor->data) + static_cast<std::size_t>(first) * x.tensor->nb[2], static_cast<std::size_t>(last - first) * x.tensor->nb[2]);
}

/// Bytes of intermediate values per row of the result.
double MapRunner::row_bytes(const Pass& pass, std::int64_t width) const {
    // On the processor a strip's only intermediate values are its results; elsewhere
    // there are also the patches of im2col, and copies of the input and the result between the steps.
    const double outputs = static_cast<double>(pass.layer.out + (pass.beside ? pass.beside->out : 0));
    const double inputs = static_cast<double>(pass.layer.in * pass.layer.stride * pass.layer.stride);
    const double patches =
        pass.layer.direct ? 0 : static_cast<double>(pass.layer.in * pass.layer.kernel * pass.layer.kernel);
    double values = ops::channels_last(run_.device) ? outputs : patches + 3 * inputs + 3 * outputs;
    if (pass.x.source) {
        const std::int64_t copies = ops::channels_last(run_.device) ? 1 : pass.layer.direct ? 4 : 13;
        values += static_cast<double>(pass.x.channels * copies);
    }
    return values * static_cast<double>(width) * sizeof(float);
}

std::int64_t MapRunner::strip_rows(const Pass& pass, std::int64_t width) const {
    double operations = pass.layer.operations(width, 1);
    if (pass.x.source) operations += pass.x.through->operations(width, 1);
    const double most = std::min(static_cast<double>(limits_.strip_bytes) / row_bytes(pass, width), limits_.strip_operations / operations);
    return std::max<std::int64_t>(static_cast<std::int64_t>(std::min(most, 1e6)) / strip_step, 1) * strip_step;
}

Result<void> MapRunner::run_strip(const Pass& pass, ops::Rows out, const ops::ChannelAffine& norm, ops::Moments& moments) {
    ops::StripMoments strip_moments;
    std::vector<float> block, beside_block;
    Graph g(run_);
    const ops::FeatureMap x = read(g, pass.x, ops::rows_needed(pass.layer, pass.scaling, out, pass.x.height));
    ops::FeatureMap residual;
    if (pass.residual) residual = read(g, *pass.into, out);
    const ops::FeatureMap y = ops::conv2d(g, x, pass.layer, out, {.norm = pass.norm ? &norm : nullptr,
                                                                  .scaling = pass.scaling,
                                                                  .residual = pass.residual ? &residual : nullptr,
                                                                  .range = pass.norm ? 1 : range_of(pass.x)});
    const bool with_moments = y.channels % groups_ == 0;
    if (with_moments) ops::strip_moments(g, y, groups_, strip_moments);
    if (pass.into) write(g, y, *pass.into, block);
    if (pass.beside)
        write(g, ops::conv2d(g, x, *pass.beside, out, {.range = range_of(pass.x)}), *pass.beside_into, beside_block);
    if (auto done = g.run(); !done) {
        may_have_stored_ = g.failed_midway();
        return done;
    }
    if (with_moments) moments.add(strip_moments);
    if (!block.empty()) put_rows(block, out, *pass.into);
    if (!beside_block.empty()) put_rows(beside_block, out, *pass.beside_into);
    done_ += pass.layer.operations(y.width, out.count);
    if (pass.beside) done_ += pass.beside->operations(y.width, out.count);
    if (progress_ && pass.into) progress_(done_);
    return {};
}

Result<ops::Moments> MapRunner::run_pass(const Pass& pass, std::int64_t width, std::int64_t height) {
    const ops::ChannelAffine norm = pass.norm ? ops::affine(pass.x.moments, *pass.norm) : ops::ChannelAffine{};
    std::int64_t step = std::min(strip_rows(pass, width), (height + strip_step - 1) / strip_step * strip_step);
    const auto smaller = [&]() -> std::optional<std::string> {
        // What was added once must not be added again: then the whole picture begins anew.
        if (step == strip_step || (pass.residual && may_have_stored_)) return std::nullopt;
        step = std::max(step / 2 / strip_step, std::int64_t{1}) * strip_step;
        limits_.strip_bytes = static_cast<std::size_t>(row_bytes(pass, width) * static_cast<double>(step));
        return std::format("the autoencoder goes on in strips of {} rows", step);
    };
    ops::Moments moments;
    for (std::int64_t first = 0, count = 0, gone = 0; first < height; first += count) {
        if (pass.reading == Reading::last) {
            const std::int64_t needed = ops::rows_needed(pass.layer, pass.scaling, {first, std::min(step, height - first)}, pass.x.height).first;
            let_go(pass.x, gone, needed);
            gone = needed;
        }
        const auto strip = [&] {
            count = std::min(step, height - first);
            return run_strip(pass, {first, count}, norm, moments);
        };
        if (auto done = with_less_memory(run_.device, strip, smaller); !done) return pass_on(done);
    }
    return moments;
}

Result<StoredMap> MapRunner::conv(const StoredMap& x, const ops::Convolution& layer, const ops::GroupNorm* norm, Scaling scaling) {
    return stored(x, layer, norm, scaling, Reading::one_of_several);
}

Result<StoredMap> MapRunner::stored(const StoredMap& x, const ops::Convolution& layer, const ops::GroupNorm* norm, Scaling scaling, Reading reading) {
    const std::int64_t factor = scaling == Scaling::nearest_x2 ? 2 : 1;
    auto result = make(layer.out, x.width * factor / layer.stride, x.height * factor / layer.stride);
    if (!result) return result;
    auto moments = run_pass({.x = x, .layer = layer, .norm = norm, .scaling = scaling, .into = &*result, .reading = reading}, result->width, result->height);
    if (!moments) return pass_on(moments);
    result->moments = std::move(*moments);
    return result;
}

Result<StoredMap> MapRunner::conv_scaled_up(StoredMap x, const ops::Convolution& layer, std::size_t ahead) {
    StoredMap result{.channels = layer.out, .width = 2 * x.width, .height = 2 * x.height};
    const bool fits = *device_bytes_ + result.bytes() + ahead <= device_limit_;
    if (fits || run_.taps) return stored(x, layer, nullptr, Scaling::nearest_x2, Reading::last);
    auto moments = run_pass({x, layer, nullptr, Scaling::nearest_x2, nullptr}, result.width, result.height);
    if (!moments) return pass_on(moments);
    result.moments = std::move(*moments);
    result.source = std::make_shared<StoredMap>(std::move(x));
    result.through = &layer;
    return result;
}

Result<MapRunner::Pair> MapRunner::conv_pair(StoredMap x, const ops::Convolution& layer, const ops::GroupNorm& norm, const ops::Convolution& beside) {
    auto first = make(layer.out, x.width, x.height), second = make(beside.out, x.width, x.height);
    if (!first) return pass_on(first);
    if (!second) return pass_on(second);
    auto moments = run_pass({.x = x, .layer = layer, .norm = &norm, .scaling = Scaling::none, .into = &*first, .beside = &beside, .beside_into = &*second, .reading = Reading::last},
                            x.width, x.height);
    if (!moments) return pass_on(moments);
    first->moments = std::move(*moments);
    return Pair{std::move(*first), std::move(*second)};
}

Result<StoredMap> MapRunner::conv_onto(StoredMap onto, const StoredMap& x, const ops::Convolution& layer,
                                       const ops::GroupNorm* norm) {
    auto moments = run_pass({x, layer, norm, Scaling::none, &onto, true}, onto.width, onto.height);
    if (!moments) return pass_on(moments);
    onto.moments = std::move(*moments);
    return onto;
}

}  // namespace haibao
