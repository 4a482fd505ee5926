// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "inference/base/result.h"
#include "inference/weights/convert.h"

namespace haibao {

/// The size of a checkpoint of random weights, 1 and the given numbers being the released model's.
struct SyntheticSize {
    double width = 1;  ///< of all streams; heads are 128 wide in any case
    int language_layers = 40, vision_layers = 40, glyph_layers = 12, diffusion_layers = 30;
    int vocabulary = 168064;

    /// A part `depth` of the released layers, at least one each.
    static SyntheticSize scaled(double width, double depth);
};

/// Writes a checkpoint in the released layout, whose small files (tokenizer and so on) are those of the model folder `pattern`: it
/// has the cost of a real one of that size, and paints noise. The values are of the size that a trained network has (variance 1 / inputs),
/// the same for the same size. `progress` gets bytes done and in all; false stops. Errors: io (space, rights, the folder exists),
/// invalid_input, cancelled, and those of ModelFolder.
using SynthesisProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;
Result<void> synthesize_model(const std::filesystem::path& pattern, const std::filesystem::path& target, const SyntheticSize& size,
                              const SynthesisProgress& progress = {});
/// The same as one GGUF file of `type`, as if converted, at the speed of the disk and without the room for the checkpoint.
Result<void> synthesize_gguf(const std::filesystem::path& pattern, const std::filesystem::path& target, const SyntheticSize& size, ModelType type,
                             const SynthesisProgress& progress = {});

}  // namespace haibao
