// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "inference/text/byt5.h"
#include "inference/text/quotes.h"
#include "tests/parity/parity.h"

namespace haibao::test {
namespace {

using Ids = std::vector<std::int32_t>;
using nlohmann::json;

void tokenizer(ParityCase& test, Answers& answers) {
    for (const json& entry : test.expect()) {
        const std::string text = entry.at("text");
        answers.entry(need(test.networks().prompts().tokenizer().encode(text)) == entry.at("ids").get<Ids>(), text);
    }
}

void processor_prompts(ParityCase& test, Answers& answers) {
    const VisionPreprocessor& preprocess = test.networks().vision_preprocessor();
    for (const json& entry : test.expect()) {
        std::vector<Grid> sources;
        for (const std::string& name : entry.value("images", std::vector<std::string>())) {
            const Image image = test.image(name);
            const PictureSize size = need(preprocess.target({image.height, image.width}));
            sources.push_back({size.height / preprocess.patch, size.width / preprocess.patch});
        }
        const std::string text = entry.at("prompt");
        const Prompt prompt =
            need(test.networks().prompts().build(text, entry.at("height"), entry.at("width"), sources));
        std::vector<Ids> grids;
        for (const Grid& grid : prompt.grids()) grids.push_back({1, grid.rows, grid.columns});
        answers.entry(
            prompt.ids == entry.at("input_ids").get<Ids>() && grids == entry.at("grid_thw").get<std::vector<Ids>>(),
            text);
    }
}

void extracted_texts(ParityCase& test, Answers& answers) {
    for (const json& entry : test.expect()) {
        const std::string prompt = entry.at("prompt");
        answers.entry(glyph_texts(prompt) == entry.at("texts").get<std::vector<std::string>>(), prompt);
    }
}

void glyph_embeds(ParityCase& test, Answers& answers) {
    const auto rows = glyph_rows(glyph_texts(test.text("prompt")));
    std::size_t longest = 0;
    Ids lengths, packed;
    for (const auto& row : rows) {
        longest = std::max(longest, row.size());
        lengths.push_back(static_cast<std::int32_t>(row.size()));
    }
    for (Ids row : rows) {
        row.resize(longest, 0);
        packed.insert(packed.end(), row.begin(), row.end());
    }
    answers.integers("byte_ids", packed);
    answers.integers("lengths", lengths);
    Taps taps;
    RunContext run = test.run(&taps);
    answers.floats("embeds", need(need(test.networks().glyph_encoder())->encode(run, rows)).values);
    answers.taps(taps);
}

}  // namespace

std::vector<ParityGroup> text_cases() {
    return {{"tokenizer", tokenizer},
            {"processor_prompts", processor_prompts},
            {"glyph_texts", extracted_texts},
            {"glyph_embeds_", glyph_embeds}};
}

}  // namespace haibao::test
