// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "app/generate/request.h"
#include "inference/weights/model_folder.h"

namespace haibao::generate {

/// What a prompt and its picture take up of what the model reads, in tokens.
struct PromptLength {
    std::int64_t prompt = 0;   ///< at most, as long as it fits() easily: then it is not counted exactly
    std::int64_t picture = 0;
    std::int64_t most = 0;     ///< of the model: max_position_embeddings
    bool fits() const { return prompt + picture <= most; }
};

/// Counted with the model's own tokenizer where the prompt is long; reference pictures are not looked at. `size` in pixels.
/// Errors: those of the model's files and of the tokenizer.
Result<PromptLength> measure_prompt(const ModelFolder& model, std::string_view prompt, Size size);

}  // namespace haibao::generate
