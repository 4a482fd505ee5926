// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "inference/weights/inspect.h"

namespace haibao {

/// How a device keeps matrices that are not quantised.
enum class MatrixForm { f32, halves };

/// What there is to be made.
struct MemoryQuestion {
    int width = 0, height = 0;  ///< pixels
    int count = 1;              ///< pictures that are composed together
    int sources = 0;            ///< reference pictures, each taken for one of the picture's own size
    bool repaints = false;
    bool composes = true;       ///< false where the visual tokens are there already
    bool guided = true;         ///< two passes a step
    MatrixForm form = MatrixForm::halves;
    bool bytes = false;         ///< precision int8 on the processor: the painter's wide layers are kept in 8 bits
    bool exact = false;         ///< precision f32: keys and values are kept in it, too
    int threads = 2;            ///< of the processor: each has values of its own at work
    bool on_processor = true;   ///< which reads quantised matrices and tables where the file is mapped
    bool streams = false;       ///< an accelerator to which layers can be streamed where it has no room for all: one device, not a server
};

/// What each stage takes beside the program, from configs and headers alone: weights as they will lie in memory, and activations and
/// caches as the networks keep them. The stages come one after the other. Empty where a config cannot be read.
std::vector<StageMemory> plan_memory(ModelFolder& model, const MemoryQuestion& question);

/// The largest of the stages; their weights add up in a checkpoint that stays loaded.
std::uint64_t peak_of(const std::vector<StageMemory>& stages, bool stays_loaded);

/// Checkpoints up to this size stay loaded from stage to stage and from job to job.
inline constexpr std::uint64_t small_checkpoint_bytes = std::uint64_t{1} << 30;
/// As stored. Errors: those of ModelFolder::tensors().
Result<std::uint64_t> stored_bytes(ModelFolder& model);

/// Memory as it is now, in bytes.
struct FreeMemory {
    std::uint64_t memory = 0;  ///< what can be had without swapping; what the asking process holds and will use again counts as free
    std::uint64_t swap = 0;    ///< room on the disk for what other programs and this one need least
};

/// What a stage cannot do without.
std::uint64_t least_of(const StageMemory& stage);

/// Bytes that a stage's weights may take on an accelerator with so much free memory: what its work leaves, and no less than must be.
std::uint64_t room_for_weights(const StageMemory& stage, std::uint64_t free_memory);
/// What is streamed to an accelerator that has no room for all layers.
struct Streaming {
    int layers = 0;             ///< so many of them, each time that all are computed
    std::uint64_t bytes = 0;    ///< of these layers
    std::uint64_t weights = 0;  ///< bytes of weights that lie on the device together
};
Streaming streaming_of(const StageMemory& stage, std::uint64_t free_memory);

/// How a stage goes in some memory, from well to not at all. in_parts: values are computed some at a time, or twice. streams: mapped
/// weights are read from the disk again and again, or layers sent to an accelerator. swaps: memory goes to the disk and back.
enum class Verdict { fits, tight, in_parts, streams, swaps, too_large };
Verdict verdict_of(const StageMemory& stage, const FreeMemory& available);

/// Errors: out_of_memory: the stage that is too large for `available`, with figures and what to change.
Result<void> check_memory(const std::vector<StageMemory>& stages, const FreeMemory& available, int width, int height);

}  // namespace haibao
