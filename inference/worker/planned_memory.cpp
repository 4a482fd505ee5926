// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/worker/planned_memory.h"

#include <algorithm>

#include "inference/runtime/processor.h"
#include "inference/weights/memory_plan.h"
#include "inference/worker/protocol.h"

namespace haibao::protocol {
namespace {

MemoryQuestion question_of(const GenerationRequest& request, const ModelDefaults& defaults, Precision precision) {
    const bool halves = precision != Precision::f32 && processor_multiplies_bf16();
    MemoryQuestion question{.width = request.width.value_or(defaults.width), .height = request.height.value_or(defaults.height), .count = request.count,
                            .sources = static_cast<int>(request.sources.size()), .repaints = request.repaint.has_value(),
                            .guided = request.guidance.value_or(defaults.guidance) > 1, .form = halves ? MatrixForm::halves : MatrixForm::f32,
                            .bytes = precision == Precision::int8 && processor_multiplies_int8(), .exact = precision == Precision::f32, .threads = usable_cores()};
    if (!request.repaint) return question;
    const PictureSize size = working_size({request.repaint->base.height, request.repaint->base.width});
    question.width = size.width;
    question.height = size.height;
    return question;
}

}  // namespace

PlannedMemory::PlannedMemory(const std::filesystem::path& path, const GenerationRequest& request, Precision precision, std::uint64_t base) {
    auto model = ModelFolder::open(path);
    if (!model) return;
    const auto stored = stored_bytes(*model);
    if (!stored) return;
    const bool stays_loaded = *stored <= small_checkpoint_bytes;
    std::uint64_t loaded = 0;
    for (const StageMemory& memory : plan_memory(*model, question_of(request, model->defaults(), precision))) {
        const auto stage = stage_from(memory.stage);
        if (!stage) continue;
        loaded = stays_loaded ? loaded + memory.weights - memory.mapped : memory.weights;
        stages_.push_back({*stage, base + loaded + memory.working});
    }
}

std::uint64_t PlannedMemory::begin(Stage stage) {
    if (stages_.empty()) return 0;
    const auto known = std::ranges::find(stages_, stage, &Allowed::stage);
    if (known == stages_.end()) return stages_[std::min(next_, stages_.size() - 1)].bytes;
    next_ = static_cast<std::size_t>(known - stages_.begin()) + 1;
    return known->bytes;
}

}  // namespace haibao::protocol
