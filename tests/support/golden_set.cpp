// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden_set.h"

#include "inference/base/config_reader.h"
#include "inference/base/json.h"
#include "tests/support/read_png.h"

namespace haibao::test {
namespace {

using nlohmann::json;

std::vector<std::int64_t> read_shape(const json& tensor) {
    std::vector<std::int64_t> shape;
    for (const json& length : tensor.value("shape", json::array()))
        shape.push_back(length.is_number() ? length.get<std::int64_t>() : -1);
    return shape;
}

GoldenOutput read_output(const json& entry, ConfigReader& manifest) {
    ConfigReader cfg(entry, "goldens.json");
    GoldenOutput output{cfg.text("tensor"), read_shape(entry), false, 0};
    output.exact = cfg.one_of("compare", {"exact", "maxabs_rel"}, "maxabs_rel") == "exact";
    if (!output.exact) output.tolerance = cfg.number("tol", 0, 1);
    if (auto read = cfg.result(); !read) manifest.reject(read.error().kind, read.error().message);
    return output;
}

}  // namespace

Result<GoldenSet> GoldenSet::open(const std::filesystem::path& folder) {
    auto manifest = read_json(folder / "goldens.json");
    if (!manifest) return pass_on(manifest);
    ConfigReader cfg(*manifest, "goldens.json");
    cfg.one_of("format", {"glm-image-goldens/1"}, "?");
    GoldenSet set;
    set.folder_ = folder;
    set.checkpoint_ = cfg.text("checkpoint", "checkpoint");
    set.images_ = cfg.text("images", "images");
    if (!manifest->value("cases", json()).is_array())
        cfg.reject(ErrorKind::corrupt_file, "goldens.json has no list of cases.");
    if (auto read = cfg.result(); !read) return pass_on(read);
    for (const json& entry : (*manifest)["cases"]) {
        ConfigReader part(entry, "goldens.json");
        GoldenCase test{part.text("name"), json::object(), {}, {}, json()};
        if (part.has("file")) test.file = part.text("file");
        if (part.has("params")) test.params = entry["params"];
        if (part.has("expect")) test.expect = entry["expect"];
        if (part.has("outputs"))
            for (const json& output : entry["outputs"]) test.outputs.push_back(read_output(output, part));
        if (auto read = part.result(); !read) return pass_on(read);
        set.cases_.push_back(std::move(test));
    }
    return set;
}

const GoldenCase* GoldenSet::find(std::string_view name) const {
    for (const GoldenCase& test : cases_)
        if (test.name == name) return &test;
    return nullptr;
}

Result<SafetensorsFile> GoldenSet::tensors(const GoldenCase& test) const {
    return SafetensorsFile::open(folder_ / test.file.value_or(test.name + ".safetensors"));
}

Result<Image> GoldenSet::read_image(const std::string& file) const { return read_png(image(file)); }

}  // namespace haibao::test
