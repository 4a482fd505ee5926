// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "inference/base/json.h"
#include "inference/base/sha256.h"
#include "inference/weights/architecture.h"
#include "inference/weights/inspect.h"
#include "inference/weights/licence.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using haibao::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const fs::path set_a = HAIBAO_SOURCE_DIR "/tests/goldens/A/checkpoint",
               set_c = HAIBAO_SOURCE_DIR "/tests/goldens/C/checkpoint";

/// A copy of set A's checkpoint that a test may spoil.
struct Copy : TemporaryFolder {
    Copy() { fs::copy(set_a, path(), fs::copy_options::recursive); }

    void change(const std::string& file, const std::string& patch) const {
        auto json = read_json(path() / file).value();
        json.merge_patch(nlohmann::json::parse(patch));
        write(file, json.dump());
    }
};

std::string refusal(const auto& result, ErrorKind kind) {
    REQUIRE(!result);
    CAPTURE(result.error().message);
    CHECK(result.error().kind == kind);
    return result.error().message;
}

}  // namespace

TEST_CASE("The golden checkpoints hold exactly what their configs call for") {
    for (const fs::path& path : {set_a, set_c}) {
        auto report = describe_model(path, 512, 512);
        REQUIRE(report);
        CHECK(report->problems.empty());
        REQUIRE(report->components.size() == 4);
        for (const ComponentReport& part : report->components) {
            CAPTURE(to_string(part.component));
            CHECK(part.missing.empty());
            CHECK(part.misshapen.empty());
            CHECK(part.unused.empty());
            CHECK(part.parameters > 0);
        }
        CHECK(report->stages.size() == 4);
        CHECK(report->identity.size() == 64);
        auto problems = verify_model(path);
        REQUIRE(problems);
        CHECK(problems->empty());
    }
}

TEST_CASE("A model's identity depends on its content, not on its place") {
    Copy copy;
    auto here = ModelFolder::open(set_a), there = ModelFolder::open(copy.path()), other = ModelFolder::open(set_c);
    REQUIRE((here && there && other));
    CHECK(here->identity().value() == there->identity().value());
    CHECK(here->identity().value() != other->identity().value());
    copy.change("scheduler/scheduler_config.json", R"({"max_shift": 0.8})");
    CHECK(ModelFolder::open(copy.path())->identity().value() != here->identity().value());
}

TEST_CASE("haibao.json's defaults win over generation_config, which wins over ours") {
    Copy copy;
    ModelDefaults plain = ModelFolder::open(copy.path())->defaults();
    CHECK((plain.steps == 30 && plain.guidance == 1.5 && plain.width == 1024 && plain.temperature == 0.9 &&
           plain.top_p == 0.75));
    CHECK(plain.name == copy.path().filename());
    copy.write("haibao.json",
               R"({"name": "Small", "steps": 8, "size": "256x384", "temperature": 0.5, "text_mode": "layers",
        "vocabulary": ["sun", "红"]})");
    ModelDefaults own = ModelFolder::open(copy.path() / "")->defaults();
    CHECK((own.name == "Small" && own.steps == 8 && own.width == 256 && own.height == 384 && own.temperature == 0.5));
    CHECK((own.text_mode == "layers" && own.vocabulary == std::vector<std::string>{"sun", "红"}));
    for (const char* bad :
         {R"({"size": "256"})", R"({"size": "256x"})", R"({"size": "250x256"})", R"({"size": [256]})",
          R"({"steps": 0})", R"({"text_mode": "x"})", R"({"vocabulary": [1]})", R"({"guidance": "a"})", "[]", "{"}) {
        CAPTURE(bad);
        copy.write("haibao.json", bad);
        CHECK(!ModelFolder::open(copy.path()));
    }
}

TEST_CASE("Folders of other architectures are named") {
    Copy copy;
    copy.change("model_index.json", R"({"_class_name": "FluxPipeline"})");
    CHECK(refusal(ModelFolder::open(copy.path()), ErrorKind::unsupported).contains("FluxPipeline"));
    copy.change("model_index.json", R"({"_class_name": "GlmImagePipeline", "vae": ["diffusers", "AutoencoderTiny"]})");
    CHECK(refusal(ModelFolder::open(copy.path()), ErrorKind::unsupported).contains("AutoencoderTiny"));
    TemporaryFolder language;
    CHECK(refusal(ModelFolder::open(language.path()), ErrorKind::not_found).contains("model_index.json"));
    language.write("config.json", R"({"architectures": ["Glm4ForCausalLM"], "model_type": "glm4"})");
    CHECK(refusal(ModelFolder::open(language.path()), ErrorKind::unsupported).contains("Glm4ForCausalLM"));
    CHECK(refusal(ModelFolder::open(language.path() / "none"), ErrorKind::not_found).contains("none"));
}

TEST_CASE("Missing parts and configs are named") {
    Copy copy;
    fs::remove(copy.path() / "vae/config.json");
    CHECK(refusal(ModelFolder::open(copy.path()), ErrorKind::not_found).contains("vae/config.json"));
    fs::remove_all(copy.path() / "vae");
    CHECK(refusal(ModelFolder::open(copy.path()), ErrorKind::not_found).contains("vae"));
}

TEST_CASE("Absurd and missing hyper-parameters are refused with file and key") {
    struct Bad {
        const char *file, *patch, *words;
        ErrorKind kind = ErrorKind::corrupt_file;
    };
    const char *vle = "vision_language_encoder/config.json", *dit = "transformer/config.json", *vae = "vae/config.json";
    for (const Bad& bad :
         {Bad{vle, R"({"text_config": {"hidden_size": -1}})", "text_config.hidden_size"},
          Bad{vle, R"({"text_config": {"hidden_size": 1e9}})", "text_config.hidden_size"},
          Bad{vle, R"({"text_config": {"num_hidden_layers": "3"}})", "text_config.num_hidden_layers"},
          Bad{vle, R"({"text_config": {"rope_parameters": null}})", "rope_parameters", ErrorKind::not_found},
          Bad{vle, R"({"text_config": {"rope_parameters": {"mrope_section": [1, 1, 1]}}})", "mrope_section"},
          Bad{vle, R"({"text_config": {"num_key_value_heads": 3}})", "num_key_value_heads"},
          Bad{vle, R"({"text_config": 7})", "text_config"},
          Bad{vle, R"({"vision_config": {"num_heads": 5}})", "num_heads"},
          Bad{vle, R"({"image_token_id": 99999})", "image_token_id"},
          Bad{dit, R"({"num_layers": null})", "num_layers", ErrorKind::not_found},
          Bad{dit, R"({"num_attention_heads": 1024, "attention_head_dim": 4096})", "absurd"},
          Bad{dit, R"({"text_embed_dim": 64})", "text_encoder/config.json"},
          Bad{dit, R"({"prior_vq_quantizer_codebook_size": 256})", "num_embeddings"},
          Bad{vae, R"({"latents_std": [0]})", "latents_std"}, Bad{vae, R"({"norm_num_groups": 7})", "norm_num_groups"},
          Bad{vae, R"({"mid_block_add_attention": true})", "mid_block_add_attention", ErrorKind::unsupported},
          Bad{"scheduler/scheduler_config.json", R"({"time_shift_type": "exponential"})", "time_shift_type",
              ErrorKind::unsupported},
          Bad{"text_encoder/config.json", R"({"feed_forward_proj": "relu"})", "feed_forward_proj",
              ErrorKind::unsupported}}) {
        CAPTURE(bad.patch);
        Copy copy;
        copy.change(bad.file, bad.patch);
        auto model = ModelFolder::open(copy.path());
        REQUIRE(model);
        CHECK(refusal(check_agreement(*model), bad.kind).contains(bad.words));
        auto report = describe_model(copy.path(), 512, 512);
        REQUIRE(report);
        CHECK(!report->problems.empty());
    }
}

TEST_CASE("A config that asks for more than the files hold is reported, tensor by tensor") {
    Copy copy;
    copy.change("transformer/config.json", R"({"num_layers": 4})");
    copy.change("vae/config.json", R"({"block_out_channels": [8, 32, 32, 32]})");
    auto report = describe_model(copy.path(), 512, 512);
    REQUIRE(report);
    CHECK(report->components[2].missing.size() == 14);
    CHECK(report->components[2].missing.front() == "transformer_blocks.3.norm1.linear.weight");
    CHECK(!report->components[3].misshapen.empty());
    CHECK(report->problems.size() == 2);
}

TEST_CASE("verify finds damaged values and files that differ from their checksums") {
    Copy copy;
    const fs::path weights = copy.path() / "vae/diffusion_pytorch_model.safetensors";
    const std::string before = sha256("x");
    {
        std::fstream file(weights, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(-4, std::ios::end);
        file.write("\x00\x00\xc0\x7f", 4);
    }
    auto problems = verify_model(copy.path());
    REQUIRE(problems);
    REQUIRE(problems->size() == 1);
    CHECK((problems->front().contains("NaN") && problems->front().contains("vae/")));

    copy.write("SHA256SUMS", before + "  vae/diffusion_pytorch_model.safetensors\n" + before + "  none.json\r\n");
    problems = verify_model(copy.path());
    REQUIRE(problems);
    CHECK(problems->size() == 3);
    for (const char* bad : {"zzz  model_index.json\n", "../x\n"}) {
        copy.write("SHA256SUMS", std::string(bad) + before + "  ../outside\n");
        problems = verify_model(copy.path());
        REQUIRE(problems);
        CHECK(problems->size() == 2);
    }
    CHECK(
        refusal(verify_model(copy.path(), [](auto, auto) { return false; }), ErrorKind::cancelled).contains("stopped"));
}

TEST_CASE("Right checksums are accepted") {
    Copy copy;
    std::ifstream in(copy.path() / "vae/config.json", std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    copy.write("SHA256SUMS", sha256(text) + " *vae/config.json\n");
    auto problems = verify_model(copy.path());
    REQUIRE(problems);
    CHECK(problems->empty());
}

TEST_CASE("Models in a folder are found") {
    auto found = find_models(HAIBAO_SOURCE_DIR "/tests/goldens/A");
    REQUIRE(found.size() == 1);
    CHECK(found[0].filename() == "checkpoint");
    CHECK(find_models("/nonexistent").empty());
}

TEST_CASE("A model's licence is read from its card, its configuration or its licence's text, whichever names one") {
    const Copy copy;
    const auto licence = [&copy] {
        const auto model = ModelFolder::open(copy.path());
        REQUIRE(model);
        const auto found = licence_of(*model);
        return found ? found->name + " | " + found->file : std::string("none");
    };
    CHECK(licence() == "none");
    copy.write("LICENSE", "\n\n                                 Apache License\n                           Version 2.0, January 2004\n");
    CHECK(licence() == "Apache License, Version 2.0, January 2004 | LICENSE");
    copy.change("model_index.json", R"({"license": "apache-2.0"})");
    CHECK(licence() == "apache-2.0 | model_index.json");
    copy.write("README.md", "# A model without a head\nlicense: not here\n");
    CHECK(licence() == "apache-2.0 | model_index.json");
    copy.write("README.md", "---\nlanguage:\n- zh\nlicense: \"mit\"\n---\nlicense: gpl\n");
    CHECK(licence() == "mit | README.md");
    copy.write("README.md", "---\r\nlicense: other\r\nlicense_name: glm-4\r\n---\r\n");
    CHECK(licence() == "glm-4 | README.md");
    copy.write("README.md", "---\nlicense: " + std::string(79, 'x') + "海报\n---\n");
    CHECK(licence() == std::string(79, 'x') + "… | README.md");  // never half a character
}
