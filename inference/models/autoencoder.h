// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "inference/models/feature_maps.h"
#include "inference/weights/architecture.h"

namespace haibao {

/// The convolutional autoencoder between pictures and latents (spec §8), without attention.
///
/// Large pictures need no tiles with blended edges: every layer is computed strip by strip over the whole picture
/// (MapRunner), its norms' statistics are those of the whole picture, and what is kept between layers are two or three
/// whole maps. So the result is the untiled network's, without seams or steps of tone. Where memory is short the widest
/// maps are not stored but computed twice. Released widths, maps at their worst: 3.2 GB for 1024×1024, 12.9 GB for
/// 2048×2048, or 6.4 GB with `device_bytes` of 6.5e9.
class Autoencoder {
public:
    /// Each half is loaded by itself: text-to-image never needs the encoder.
    enum class Half { encoder, decoder };

    /// Reads `encoder.*` or `decoder.*`. Errors: not_found, corrupt_file, unsupported, out_of_memory.
    static Result<std::unique_ptr<Autoencoder>> load(Device& device, const TensorStore& store,
                                                     const AutoencoderConfig& config, Half half);

    struct Options {
        MapRunner::Limits limits = {};
        std::function<void(double)> progress = {};  ///< the part done, 0 … 1, after every strip; may be empty
    };

    /// Pixels per latent pixel and side: 8 for the released model.
    int scale() const { return 1 << (config_.channels.size() - 1); }

    /// Picture [in_channels, height, width] in −1 … 1 → the normalised latent (mean − latents_mean) / latents_std,
    /// [latent_channels, height/scale, width/scale]. With taps: conv_in, down.k, mid, mean.
    /// Errors: invalid_input (sides that are not multiples of scale()), cancelled, out_of_memory, device.
    Result<std::vector<float>> encode(RunContext& run, std::span<const float> image, int width, int height,
                                      const Options& options) const;
    /// A normalised latent [latent_channels, height, width] → the picture [out_channels, scale·height, scale·width] in
    /// 0 … 1. With taps: conv_in, mid, up.k, decoded (before it is brought to 0 … 1).
    /// Errors: invalid_input, cancelled, out_of_memory, device.
    Result<std::vector<float>> decode(RunContext& run, std::span<const float> latent, int width, int height,
                                      const Options& options) const;

    /// Bytes of the maps that decode() or encode() keeps at its worst moment when they may take `device_bytes`, for a plan;
    /// width and height of the picture. Strips come on top, about Limits::strip_bytes. More than `device_bytes`: the
    /// picture is too large for it (on an accelerator, that much lies in host memory).
    std::size_t working_bytes(int width, int height, std::size_t device_bytes = SIZE_MAX) const;

private:
    struct Resnet {
        ops::GroupNorm norm1, norm2;
        ops::Convolution conv1, conv2;
        std::optional<ops::Convolution> shortcut;  ///< where the number of channels changes
    };
    struct Block {
        std::vector<Resnet> resnets;
        std::optional<ops::Convolution> resample;  ///< the last encoder and decoder blocks have none
    };

    Autoencoder() = default;
    static Resnet load_resnet(ops::WeightLoader& load, const std::string& prefix, std::int64_t in, std::int64_t out,
                              std::int64_t groups);
    void load_encoder(ops::WeightLoader& load);
    void load_decoder(ops::WeightLoader& load);
    template <class Visit>
    void walk(std::int64_t width, std::int64_t height, std::size_t device_bytes, Visit visit) const;
    const Block* following(std::size_t k) const { return k + 1 < blocks_.size() ? &blocks_[k + 1] : nullptr; }
    Result<void> check_size(const Device& device, std::int64_t width, std::int64_t height) const;
    Result<StoredMap> resnet(MapRunner& runner, StoredMap x, const Resnet& layer) const;
    Result<StoredMap> block(MapRunner& runner, StoredMap x, const Block& block, const Block* next) const;
    MapRunner runner(RunContext& run, const Options& options, std::int64_t width, std::int64_t height) const;
    /// Where memory runs out, once more with Limits::device_bytes 0.
    Result<std::vector<float>> run_network(RunContext& run, std::span<const float> input, int width, int height,
                                           Options options) const;
    Result<std::vector<float>> run_layers(RunContext& run, std::span<const float> input, int width, int height,
                                          const Options& options) const;

    AutoencoderConfig config_;
    Half half_ = Half::decoder;
    std::shared_ptr<DeviceTensors> weights_;
    ops::Convolution conv_in_, conv_out_;
    Block mid_;
    std::vector<Block> blocks_;  ///< down or up, in the order of computing
    ops::GroupNorm norm_out_;
};

}  // namespace haibao
