// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "inference/picture/preprocess.h"
#include "inference/text/prompt.h"
#include "tests/support/golden_set.h"

using namespace haibao;
using haibao::test::GoldenSet;

namespace {

SpecialTokens tokens() { return {{"<s>", 1}, {"</s>", 2}, {"<|image|>", 3}, {"<sop>", 4}, {"<eop>", 5}}; }

}  // namespace

TEST_CASE("Whole prompts have the reference's ids and grids") {
    auto set = GoldenSet::open(HAIBAO_SOURCE_DIR "/tests/goldens/A");
    REQUIRE(set);
    auto builder = PromptBuilder::open(set->checkpoint() / "processor");
    REQUIRE(builder);
    auto config = nlohmann::json::parse(R"({"size": {"shortest_edge": 4096, "longest_edge": 262144}, "patch_size": 16,
        "merge_size": 1, "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]})");
    auto preprocess = VisionPreprocessor::read(config, "preprocessor_config.json");
    REQUIRE(preprocess);
    int with_sources = 0;
    for (const auto& entry : set->find("processor_prompts")->expect) {
        CAPTURE(entry.dump());
        std::vector<Grid> sources;
        for (const auto& name : entry["images"]) {
            auto image = set->read_image(name.get<std::string>());
            REQUIRE(image);
            auto size = preprocess->target({image->height, image->width});
            REQUIRE(size);
            sources.push_back({size->height / 16, size->width / 16});
        }
        with_sources += !sources.empty();
        auto prompt = builder->build(entry["prompt"].get<std::string>(), entry["height"].get<int>(),
                                     entry["width"].get<int>(), sources);
        REQUIRE(prompt);
        CHECK(prompt->ids == entry["input_ids"].get<std::vector<std::int32_t>>());
        std::vector<std::vector<int>> grids;
        for (const Grid& grid : prompt->grids()) grids.push_back({1, grid.rows, grid.columns});
        CHECK(grids == entry["grid_thw"].get<std::vector<std::vector<int>>>());
    }
    CHECK(with_sources > 0);
}

TEST_CASE("The preview has about 256 tokens and the picture's shape") {
    CHECK(preview_grid({32, 32}) == Grid{16, 16});
    CHECK(preview_grid({36, 24}) == Grid{19, 13});
    CHECK(preview_grid({33, 49}) == Grid{13, 19});
    CHECK(preview_grid({30, 54}) == Grid{11, 21});
    CHECK(preview_grid({2, 32}) == Grid{4, 64});
}

TEST_CASE("Chat templates are recognised in several spellings") {
    const auto known = [](std::string_view jinja) {
        auto chat = ChatTemplate::recognise(jinja, tokens());
        CAPTURE(chat ? "" : chat.error().message);
        REQUIRE(chat);
        return chat->text;
    };
    CHECK(known("{%- for item in message.content -%}{%- if item.type == 'image' -%}<s><|image|></s>{%- else -%}"
                "{{ item.text }}{%- endif -%}{%- endfor -%}") == ChatTemplate::Text::verbatim);
    CHECK(known("{# a comment #}{% for m in messages %}\n  {% for item in m['content'] %}\n  {% if item['type'] == "
                "\"image\" %}\n"
                "    {{- bos_token ~ '<|image|>' + eos_token -}}\n  {% else %}\n    {{- item['text'] | trim -}}\n  {% "
                "endif %}\n"
                "{% endfor %}\n{% endfor %}\n{% if add_generation_prompt %}<|assistant|>{% if x %}y{% endif %}{% endif "
                "%}") == ChatTemplate::Text::stripped);
    CHECK(known("{{ message.content | trim }}<s><|image|></s>{{ item.text }}") == ChatTemplate::Text::verbatim);
    CHECK(known("<s><|image|></s>{{ item.text.strip() }}{{ content }}") == ChatTemplate::Text::stripped);
}

TEST_CASE("Chat templates that write anything else are refused") {
    for (const char* jinja : {"[gMASK]<sop>{{ item.text }}<s><|image|></s>", "<s><|image|></s>", "{{ item.text }}",
                              "<s><|image|></s>{{ item.text | upper }}", "<s><|image|></s>{{ tools }}{{ item.text }}",
                              "<s><|image|></s>{{ item.text", "<s><|image|></s> {{ item.text }}"}) {
        CAPTURE(jinja);
        CHECK(!ChatTemplate::recognise(jinja, tokens()));
    }
}

TEST_CASE("Prompts that cannot work are refused") {
    auto builder = PromptBuilder::open(HAIBAO_SOURCE_DIR "/tests/goldens/A/checkpoint/processor");
    REQUIRE(builder);
    CHECK(!builder->build("a", 0, 512));
    CHECK(!builder->build("a", 512, -32));
    CHECK(!builder->build("a", 512, 1'000'000));
    CHECK(!builder->build("a", 512, 512, {{0, 4}}));
    CHECK(!builder->build("a <|image|>", 512, 512, {{4, 4}}));
    CHECK(builder->build("a <|image|>", 512, 512));
    CHECK(!PromptBuilder::open(HAIBAO_SOURCE_DIR "/tests/goldens/A/checkpoint/vae"));
}
