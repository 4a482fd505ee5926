// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/models/autoencoder.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>
#include <utility>

#include "inference/runtime/less_memory.h"
#include "inference/runtime/processor.h"

namespace haibao {
namespace {

using ops::Convolution;
using ops::Scaling;

constexpr double norm_eps = 1e-6;
constexpr std::int64_t mid_resnets = 2;
constexpr std::int64_t largest_side = 1 << 16;  // pixels; far beyond any use, and free of overflow

std::size_t pixels(int width, int height) { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height); }

std::string numbered(const std::string& stem, std::size_t i) { return stem + "." + std::to_string(i); }

}  // namespace

Result<std::unique_ptr<Autoencoder>> Autoencoder::load(Device& device, const TensorStore& store,
                                                       const AutoencoderConfig& config, Half half) {
    std::unique_ptr<Autoencoder> model(new Autoencoder);
    model->config_ = config;
    model->half_ = half;
    ops::WeightLoader load(device, store);
    if (half == Half::encoder)
        model->load_encoder(load);
    else
        model->load_decoder(load);
    auto weights = load.finish();
    if (!weights) return pass_on(weights);
    model->weights_ = std::move(*weights);
    return model;
}

Autoencoder::Resnet Autoencoder::load_resnet(ops::WeightLoader& load, const std::string& prefix, std::int64_t in,
                                             std::int64_t out, std::int64_t groups) {
    Resnet layer{load_group_norm(load, prefix + ".norm1", in, groups, norm_eps),
                 load_group_norm(load, prefix + ".norm2", out, groups, norm_eps),
                 load_convolution(load, prefix + ".conv1", in, out, 3),
                 load_convolution(load, prefix + ".conv2", out, out, 3),
                 {}};
    if (in != out) layer.shortcut = load_convolution(load, prefix + ".conv_shortcut", in, out, 1);
    return layer;
}

void Autoencoder::load_encoder(ops::WeightLoader& load) {
    std::int64_t channels = config_.channels.front();
    conv_in_ = load_convolution(load, "encoder.conv_in", config_.in_channels, channels, 3);
    for (std::size_t k = 0; k < config_.channels.size(); ++k) {
        const std::string at = numbered("encoder.down_blocks", k);
        Block& block = blocks_.emplace_back();
        for (int i = 0; i < config_.layers_per_block; ++i) {
            block.resnets.push_back(load_resnet(load, at + ".resnets." + std::to_string(i), channels,
                                                config_.channels[k], config_.norm_groups));
            channels = config_.channels[k];
        }
        if (k + 1 < config_.channels.size())
            block.resample = load_convolution(load, at + ".downsamplers.0.conv", channels, channels, 3, 2);
    }
    for (std::size_t i = 0; i < mid_resnets; ++i)
        mid_.resnets.push_back(load_resnet(load, numbered("encoder.mid_block.resnets", i), channels, channels,
                                           config_.norm_groups));
    norm_out_ = load_group_norm(load, "encoder.conv_norm_out", channels, config_.norm_groups, norm_eps);
    conv_out_ = load_convolution(load, "encoder.conv_out", channels, 2 * config_.latent_channels, 3);
}

void Autoencoder::load_decoder(ops::WeightLoader& load) {
    std::int64_t channels = config_.channels.back();
    conv_in_ = load_convolution(load, "decoder.conv_in", config_.latent_channels, channels, 3);
    for (std::size_t i = 0; i < mid_resnets; ++i)
        mid_.resnets.push_back(load_resnet(load, numbered("decoder.mid_block.resnets", i), channels, channels,
                                           config_.norm_groups));
    for (std::size_t k = 0; k < config_.channels.size(); ++k) {
        const std::string at = numbered("decoder.up_blocks", k);
        const std::int64_t out = config_.channels[config_.channels.size() - 1 - k];
        Block& block = blocks_.emplace_back();
        for (int i = 0; i < config_.layers_per_block + 1; ++i) {
            block.resnets.push_back(
                load_resnet(load, at + ".resnets." + std::to_string(i), channels, out, config_.norm_groups));
            channels = out;
        }
        if (k + 1 < config_.channels.size())
            block.resample = load_convolution(load, at + ".upsamplers.0.conv", channels, channels, 3);
    }
    norm_out_ = load_group_norm(load, "decoder.conv_norm_out", channels, config_.norm_groups, norm_eps);
    conv_out_ = load_convolution(load, "decoder.conv_out", channels, config_.out_channels, 3);
}

Result<StoredMap> Autoencoder::resnet(MapRunner& runner, StoredMap x, const Resnet& layer) const {
    if (layer.shortcut) {
        auto pair = runner.conv_pair(std::move(x), layer.conv1, layer.norm1, *layer.shortcut);  // two maps [out, h, w]
        if (!pair) return pass_on(pair);
        return runner.conv_onto(std::move(pair->second), pair->first, layer.conv2, &layer.norm2);
    }
    auto h = runner.conv(x, layer.conv1, &layer.norm1);  // [out, h, w]
    if (!h) return h;
    return runner.conv_onto(std::move(x), *h, layer.conv2, &layer.norm2);
}

Result<StoredMap> Autoencoder::block(MapRunner& runner, StoredMap x, const Block& block, const Block* next) const {
    for (const Resnet& layer : block.resnets) {
        auto y = resnet(runner, std::move(x), layer);
        if (!y) return y;
        x = std::move(*y);
    }
    if (!block.resample) return x;
    if (half_ == Half::encoder) return runner.conv(x, *block.resample);
    // A block whose first resnet has a shortcut reads its input only once, and can do without its being stored.
    const Resnet& first = next->resnets.front();
    if (!first.shortcut) return runner.conv(x, *block.resample, nullptr, Scaling::nearest_x2);
    const std::size_t result = x.bytes() / static_cast<std::size_t>(x.channels) * 4 * static_cast<std::size_t>(first.conv1.out);
    return runner.conv_scaled_up(std::move(x), *block.resample, 2 * result);
}

/// Calls `visit(map_bytes, operations)` for every step of the network on a latent (decoder) or a picture (encoder) of
/// width × height: the bytes of the maps that are alive in it under a limit of `device_bytes`, and its arithmetic.
template <class Visit>
void Autoencoder::walk(std::int64_t width, std::int64_t height, std::size_t device_bytes, Visit visit) const {
    const auto bytes = [&](std::int64_t channels) {
        return sizeof(float) * static_cast<std::size_t>(channels * width * height);
    };
    std::size_t unstored = 0;  // what a map that is not stored is computed from
    const auto visit_block = [&](const Block& block, const Block* next) {
        for (const Resnet& layer : block.resnets) {
            const std::size_t input = unstored ? unstored : bytes(layer.conv1.in), output = bytes(layer.conv1.out);
            unstored = 0;
            visit(input + output + (layer.shortcut ? output : 0),
                  layer.conv1.operations(width, height) + layer.conv2.operations(width, height) +
                      (layer.shortcut ? layer.shortcut->operations(width, height) : 0));
        }
        if (!block.resample) return;
        const std::size_t input = bytes(block.resample->in);
        width = half_ == Half::decoder ? 2 * width : width / 2;
        height = half_ == Half::decoder ? 2 * height : height / 2;
        const std::size_t both = input + bytes(block.resample->out);
        const Resnet* first = next ? &next->resnets.front() : nullptr;
        if (half_ == Half::decoder && first && first->shortcut &&
            both + 2 * bytes(first->conv1.out) > device_bytes)
            unstored = input;
        visit(unstored ? input : both, block.resample->operations(width, height));
    };
    visit(bytes(conv_in_.in + conv_in_.out), conv_in_.operations(width, height));
    if (half_ == Half::decoder) visit_block(mid_, nullptr);
    for (std::size_t k = 0; k < blocks_.size(); ++k) visit_block(blocks_[k], following(k));
    if (half_ == Half::encoder) visit_block(mid_, nullptr);
    visit(bytes(conv_out_.in + conv_out_.out), conv_out_.operations(width, height));
}

std::size_t Autoencoder::working_bytes(int width, int height, std::size_t device_bytes) const {
    const int divisor = half_ == Half::decoder ? scale() : 1;
    std::size_t most = 0;
    walk(width / divisor, height / divisor, device_bytes,
         [&](std::size_t bytes, double) { most = std::max(most, bytes); });
    return most;
}

/// `width` and `height` of the picture.
Result<void> Autoencoder::check_size(const Device& device, std::int64_t width, std::int64_t height) const {
    if (width < scale() || height < scale() || width > largest_side || height > largest_side)
        return fail(ErrorKind::invalid_input, "A picture of {}×{} pixels cannot be made: sides lie between {} and {}.", width,
                    height, scale(), largest_side);
    const std::size_t needed = working_bytes(static_cast<int>(width), static_cast<int>(height), 0);
    const std::size_t available = device.on_cpu() ? available_memory() + free_swap() : needed;
    if (needed > available)
        return fail(ErrorKind::out_of_memory, "The autoencoder needs {:.1f} GB for a picture of {}×{} pixels, but {:.1f} GB are "
                    "free. Choose a smaller size, or close other programs.", static_cast<double>(needed) / 1e9, width, height,
                    static_cast<double>(available) / 1e9);
    return {};
}

MapRunner Autoencoder::runner(RunContext& run, const Options& options, std::int64_t width, std::int64_t height) const {
    double total = 0;
    walk(width, height, SIZE_MAX, [&](std::size_t, double operations) { total += operations; });
    std::function<void(double)> progress;
    if (options.progress) progress = [total, report = options.progress](double done) { report(done / total); };
    return {run, options.limits, config_.norm_groups, std::move(progress)};
}

Result<std::vector<float>> Autoencoder::run_network(RunContext& run, std::span<const float> input, int width, int height,
                                                    Options options) const {
    std::vector<float> values;
    const auto whole = [&]() -> Result<void> {
        auto computed = run_layers(run, input, width, height, options);
        if (!computed) return pass_on(computed);
        values = std::move(*computed);
        return {};
    };
    const auto less = [&]() -> std::optional<std::string> {
        if (std::exchange(options.limits.device_bytes, 0) == std::size_t{0}) return std::nullopt;
        return run.device.on_cpu() ? "the autoencoder begins again and computes its widest maps twice instead of storing them"
                                   : "the autoencoder begins again with its maps in the processor's memory";
    };
    if (auto done = with_less_memory(run.device, whole, less); !done) return pass_on(done);
    return values;
}

Result<std::vector<float>> Autoencoder::run_layers(RunContext& run, std::span<const float> input, int width, int height,
                                                   const Options& options) const {
    MapRunner runner = this->runner(run, options, width, height);
    const bool up = half_ == Half::decoder;
    auto x = runner.store(input, conv_in_.in, width, height);
    if (x) x = runner.conv(*x, conv_in_);
    if (x) runner.tap(*x, "conv_in");
    const auto middle = [&] {
        if (x) x = block(runner, std::move(*x), mid_, nullptr);
        if (x) runner.tap(*x, "mid");
    };
    if (up) middle();
    for (std::size_t k = 0; x && k < blocks_.size(); ++k) {
        x = block(runner, std::move(*x), blocks_[k], following(k));
        if (x) runner.tap(*x, numbered(up ? "up" : "down", k));
    }
    if (!up) middle();
    if (x) x = runner.conv(*x, conv_out_, &norm_out_);
    if (!x) return pass_on(x);
    std::vector<float> values = runner.planar(*x);
    if (!std::ranges::all_of(values, [](float v) { return std::isfinite(v); }))
        return fail(ErrorKind::device, "The autoencoder's result on {} is not a number. Try --device cpu, or check the model "
                    "with haibao-cli models verify.", run.device.info().name);
    return values;
}

Result<std::vector<float>> Autoencoder::encode(RunContext& run, std::span<const float> image, int width, int height,
                                               const Options& options) const {
    assert(half_ == Half::encoder);
    if (auto checked = check_size(run.device, width, height); !checked) return pass_on(checked);
    if (width % scale() != 0 || height % scale() != 0)
        return fail(ErrorKind::invalid_input, "A picture of {}×{} pixels cannot be encoded: its sides must be multiples of {}.",
                    width, height, scale());
    if (image.size() != pixels(width, height) * static_cast<std::size_t>(config_.in_channels))
        return fail(ErrorKind::invalid_input, "The picture has {} values, not {} planes of {}×{}.", image.size(),
                    config_.in_channels, width, height);
    auto moments = run_network(run, image, width, height, options);
    if (!moments) return moments;
    const std::size_t plane = pixels(width / scale(), height / scale());
    moments->resize(plane * static_cast<std::size_t>(config_.latent_channels));  // the means; the rest are log variances
    if (run.taps) (*run.taps)["mean"] = {{config_.latent_channels, height / scale(), width / scale()}, *moments};
    for (std::size_t i = 0; i < moments->size(); ++i)
        (*moments)[i] = ((*moments)[i] - static_cast<float>(config_.latents_mean[i / plane])) /
                        static_cast<float>(config_.latents_std[i / plane]);
    return moments;
}

Result<std::vector<float>> Autoencoder::decode(RunContext& run, std::span<const float> latent, int width, int height,
                                               const Options& options) const {
    assert(half_ == Half::decoder);
    if (auto checked = check_size(run.device, std::int64_t{width} * scale(), std::int64_t{height} * scale()); !checked)
        return pass_on(checked);
    if (latent.size() != pixels(width, height) * static_cast<std::size_t>(config_.latent_channels))
        return fail(ErrorKind::invalid_input, "The latent has {} values, not {} planes of {}×{}.", latent.size(),
                    config_.latent_channels, width, height);
    const std::size_t plane = pixels(width, height);
    std::vector<float> scaled(latent.begin(), latent.end());
    for (std::size_t i = 0; i < scaled.size(); ++i)
        scaled[i] = scaled[i] * static_cast<float>(config_.latents_std[i / plane]) +
                    static_cast<float>(config_.latents_mean[i / plane]);
    auto image = run_network(run, scaled, width, height, options);
    if (!image) return image;
    if (run.taps) (*run.taps)["decoded"] = {{config_.out_channels, height * scale(), width * scale()}, *image};
    for (float& v : *image) v = std::clamp(v / 2 + 0.5f, 0.0f, 1.0f);
    return image;
}

}  // namespace haibao
