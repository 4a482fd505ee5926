// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parity/parity.h"

namespace haibao::test {
namespace {

void sizes(ParityCase& test, Answers& answers) {
    using nlohmann::json;
    const int factor = test.integer("factor", 16);
    const VisionPreprocessor& known = test.networks().vision_preprocessor();
    for (const json& entry : test.expect().value("accepted", json::array())) {
        const auto size =
            smart_resize({entry.at("height"), entry.at("width")}, entry.at("shortest"), entry.at("longest"), factor);
        answers.entry(size && *size == PictureSize{entry.at("out_height"), entry.at("out_width")}, entry.dump());
    }
    for (const json& entry : test.expect().value("rejected", json::array())) {
        const auto size = smart_resize({entry.at("height"), entry.at("width")}, entry.value("shortest", known.shortest),
                                       entry.value("longest", known.longest), factor);
        answers.entry(!size, entry.dump());
    }
}

/// The tower is given the expected patches, so that a gray level's difference in resizing shows only where it belongs.
void vision(ParityCase& test, Answers& answers) {
    const Image image = test.image(test.text("image"));
    const VisionPreprocessor& preprocess = test.networks().vision_preprocessor();
    const VisionPatches patches = need(preprocess(image));
    answers.integers("grid_thw", {1, patches.rows, patches.columns});
    answers.host_floats("pixel_values", patches.values);
    answers.host_floats("pixel_values_pil", need(preprocess(image, ResizeArithmetic::pil)).values);
    Taps taps;
    RunContext run = test.run(&taps);
    const VisionTokenizer& tower = *need(test.networks().vision_tokenizer());
    answers.chosen("vq_ids", need(tower.encode(run, test.floats("out.pixel_values"), patches.rows, patches.columns)));
    answers.taps(taps);
}

}  // namespace

SourceIds source_ids(ParityCase& test, const std::string& image) {
    const VisionPatches patches = need(test.networks().vision_preprocessor()(test.image(image)));
    RunContext run = test.run();
    const VisionTokenizer& tower = *need(test.networks().vision_tokenizer());
    return {{patches.rows, patches.columns}, need(tower.encode(run, patches.values, patches.rows, patches.columns))};
}

std::vector<ParityGroup> vision_cases() { return {{"smart_resize", sizes}, {"vision_", vision}}; }

}  // namespace haibao::test
