// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/prompt_length.h"

#include "inference/text/prompt.h"
#include "inference/weights/architecture.h"

namespace haibao::generate {

Result<PromptLength> measure_prompt(const ModelFolder& model, std::string_view prompt, Size size) {
    auto language = read_language_config(model);
    if (!language) return pass_on(language);
    constexpr int pixels_per_token = 32, few = 64;  // a token is a byte at least; the template around the prompt has a few
    const Grid large{size.height / pixels_per_token, size.width / pixels_per_token};
    PromptLength length{.prompt = static_cast<std::int64_t>(prompt.size()) + few, .picture = large.count() + preview_grid(large).count() + 1, .most = language->max_positions};
    if (length.fits()) return length;
    auto builder = PromptBuilder::open([&model](const std::string& name) { return model.text("processor/" + name); });
    if (!builder) return pass_on(builder);
    auto built = builder->build(prompt, size.height, size.width);
    if (!built) return pass_on(built);
    length.prompt = static_cast<std::int64_t>(built->ids.size());
    length.picture = built->max_new_tokens();
    return length;
}

}  // namespace haibao::generate
