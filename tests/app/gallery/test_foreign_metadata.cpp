// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "app/gallery/foreign_metadata.h"
#include "tests/app/gallery/sample.h"

using namespace haibao;
using namespace haibao::gallery;

TEST_CASE("A1111: prompt, negative prompt and settings, whatever stands in the prompt") {
    const Making making = read_a1111(
        "masterpiece, Steps: of stone, (海报:1.2)\nsecond line\nNegative prompt: lowres,\nbad hands\nSteps: 20, Sampler: DPM++ 2M Karras, CFG scale: 7, Seed: "
        "3894867, Size: 512x768, Model hash: 6ce0161689, Model: \"dream, shaper\", Version: v1.9.4");
    CHECK(making.origin == Origin::a1111);
    CHECK(making.prompt == "masterpiece, Steps: of stone, (海报:1.2)\nsecond line");
    CHECK(making.negative == "lowres,\nbad hands");
    CHECK(making.seed == 3894867);
    CHECK(making.model_name == "dream, shaper");
    CHECK(making.model_sha256 == "6ce0161689");
    CHECK(read_a1111("only words").prompt == "only words");
    CHECK(read_a1111("Steps: 4, Seed: 5").seed == 5);
    CHECK(read_a1111("a\nSteps: 20, Seed: -1").seed == std::nullopt);
    CHECK(read_a1111("a\nSteps: 20, Seed: 7, Version: Fooocus v2.5.0").origin == Origin::fooocus);
    CHECK(read_a1111("a\nSteps: \"unclosed, Seed: 7").prompt == "a");
    CHECK(read_a1111("").prompt.empty());
}

TEST_CASE("Our own settings line is read back") {
    const generate::Record made = gallery::test::record("A “title”, 海报");
    const auto found = read_making({{"parameters", generate::a1111_parameters(made)}});
    CHECK(found.making.origin == Origin::haibao);
    CHECK(found.making.prompt == made.prompt);
    CHECK(found.making.seed == made.seed);
    CHECK(found.making.device_class == "cpu");
}

TEST_CASE("Our own record counts before anything else and names the sources") {
    generate::Record made = gallery::test::record("own");
    made.source_sha256 = {std::string(64, 'a'), "no hash"};
    auto texts = picture_texts(made);
    texts.insert(texts.begin(), {"prompt", "{}"});
    const auto found = read_making(texts);
    CHECK(found.making.origin == Origin::haibao);
    CHECK(found.making.prompt == "own");
    REQUIRE(found.parents.size() == 1);
    CHECK(found.parents[0].sha256 == sha256_from_hex(std::string(64, 'a')));
}

TEST_CASE("ComfyUI: the graph is followed to the words, over links and through circles") {
    const char* graph = R"({"3":{"class_type":"KSampler","inputs":{"seed":156680208700286,"steps":20,"cfg":8.0,"denoise":NaN,
        "model":["4",0],"positive":["9",0],"negative":["7",0],"latent_image":["5",0]}},
        "4":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"v1-5.safetensors"}},
        "6":{"class_type":"CLIPTextEncode","inputs":{"text":["10",0],"clip":["4",1]}},
        "10":{"class_type":"StringConstant","inputs":{"string":"galaxy in a “bottle”, NaN"}},
        "7":{"class_type":"CLIPTextEncode","inputs":{"text":"watermark","clip":["4",1]}},
        "9":{"class_type":"ConditioningCombine","inputs":{"conditioning_1":["9",0],"conditioning":["6",0]}}})";
    const auto found = read_making({{"prompt", graph}, {"workflow", "{}"}});
    CHECK(found.making.origin == Origin::comfyui);
    CHECK(found.making.prompt == "galaxy in a “bottle”, NaN");
    CHECK(found.making.negative == "watermark");
    CHECK(found.making.seed == 156680208700286);
    CHECK(found.making.model_name == "v1-5.safetensors");
    CHECK(found.making.settings.contains("KSampler"));

    const char* flux = R"({"13":{"class_type":"SamplerCustomAdvanced","inputs":{"noise":["25",0],"guider":["22",0]}},
        "22":{"class_type":"BasicGuider","inputs":{"conditioning":["6",0]}},"25":{"class_type":"RandomNoise","inputs":{"noise_seed":42}},
        "6":{"class_type":"CLIPTextEncode","inputs":{"text":"a fox"}},"12":{"class_type":"UNETLoader","inputs":{"unet_name":"flux1-dev"}}})";
    const Making second = read_comfyui(flux, "");
    CHECK(second.prompt == "a fox");
    CHECK(second.seed == 42);
    CHECK(second.model_name == "flux1-dev");

    const char* drawing = R"({"nodes":[{"type":"KSampler","widgets_values":[5]},{"type":"CLIPTextEncode","widgets_values":["yes"]},
        {"type":"CLIPTextEncode","widgets_values":["no"]}]})";
    CHECK(read_comfyui("", drawing).prompt == "yes");
    CHECK(read_comfyui("", drawing).negative == "no");
}

TEST_CASE("InvokeAI, Fooocus and SwarmUI, in their older forms too") {
    const auto invoke = read_making({{"invokeai_metadata", R"({"positive_prompt":"a barn","negative_prompt":"rain","seed":1,"model":{"name":"SDXL","hash":"blake3:ab"}})"}});
    CHECK(invoke.making.origin == Origin::invokeai);
    CHECK(invoke.making.prompt == "a barn");
    CHECK(invoke.making.negative == "rain");
    CHECK(invoke.making.model_name == "SDXL");
    CHECK(invoke.making.seed == 1);
    const auto older = read_making({{"sd-metadata", R"({"model_weights":"sd-1.5","image":{"prompt":[{"prompt":"a boat","weight":1}],"seed":77}})"}});
    CHECK(older.making.prompt == "a boat");
    CHECK(older.making.seed == 77);
    const auto oldest = read_making({{"Dream", R"("a "red" kite" -s 50 -S 1234 -W 512)"}});
    CHECK(oldest.making.prompt == "a \"red\" kite");
    CHECK(oldest.making.seed == 1234);

    const auto fooocus = read_making({{"parameters", R"({"prompt":"a cat","negative_prompt":"dog","seed":"9","base_model":"juggernaut","version":"Fooocus v2.5"})"},
                                      {"fooocus_scheme", "fooocus"}});
    CHECK(fooocus.making.origin == Origin::fooocus);
    CHECK(fooocus.making.prompt == "a cat");
    CHECK(fooocus.making.seed == 9);
    CHECK(fooocus.making.model_name == "juggernaut");

    const auto swarm = read_making({{"parameters", R"({"sui_image_params":{"prompt":"a dam","negativeprompt":"b","model":"xl","seed":12},"sui_extra_data":{}})"}});
    CHECK(swarm.making.origin == Origin::swarmui);
    CHECK(swarm.making.prompt == "a dam");
    CHECK(swarm.making.seed == 12);
}

TEST_CASE("Nonsense leaves fields empty and breaks nothing") {
    const std::string deep(100'000, '[');
    for (const std::string& text : {std::string("{"), std::string("{\"sui_image_params\":5}"), std::string("{\"1\":{\"inputs\":{\"positive\":[\"1\",0]}}}"), deep,
                                    std::string("\xff\xfe\0", 3), std::string("{\"nodes\":[1,null,{}]}"), std::string("\""), std::string("Steps: ")})
        for (const char* keyword : {"haibao", "parameters", "prompt", "workflow", "invokeai_metadata", "sd-metadata", "Dream", "Description"}) {
            INFO(keyword << " " << text.substr(0, 40));
            const auto found = read_making({{keyword, text}});
            CHECK(found.parents.empty());
            CHECK_FALSE(found.making.settings.empty());
        }
}
