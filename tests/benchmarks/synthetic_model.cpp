// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/synthetic_model.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <random>

#include "inference/weights/architecture.h"

namespace haibao::bench {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

json read_json(const fs::path& file) {
    std::ifstream in(file);
    return json::parse(in, nullptr, false);
}

/// The released sizes (spec §1), one layer deep.
void widen(const fs::path& folder) {
    const auto change = [&](const char* file, const json& patch) {
        json config = read_json(folder / file);
        config.merge_patch(patch);
        std::ofstream(folder / file) << config;
    };
    change("transformer/config.json",
           {{"num_layers", 1}, {"num_attention_heads", 32}, {"attention_head_dim", 128}, {"text_embed_dim", 1472},
            {"time_embed_dim", 512}, {"condition_dim", 256}, {"in_channels", 16}, {"out_channels", 16}});
    change("vision_language_encoder/config.json",
           {{"text_config",
             {{"hidden_size", 4096}, {"intermediate_size", 13696}, {"num_hidden_layers", 1}, {"num_attention_heads", 32},
              {"num_key_value_heads", 2}, {"head_dim", 128}, {"vision_vocab_size", 16512}, {"vocab_size", 32768},
              {"max_position_embeddings", 32768},
              {"rope_parameters", {{"mrope_section", {8, 12, 12}}, {"partial_rotary_factor", 0.5}}}}}});
    change("vae/config.json", {{"block_out_channels", {128, 512, 1024, 1024}}, {"layers_per_block", 3}, {"norm_num_groups", 32}});
}

/// Random numbers around zero as bf16, not zeros: those can be faster than real weights.
std::vector<std::uint16_t> noise() {
    std::minstd_rand random(1);
    std::vector<std::uint16_t> values(1 << 20);
    // Sign, an exponent that makes 2^-8 … 2^-5, and a random fraction.
    for (std::uint16_t& v : values) {
        const auto r = static_cast<std::uint32_t>(random());
        v = static_cast<std::uint16_t>((r & 0x8000u) | (119u + (r >> 8 & 3u)) << 7 | (r & 0x7fu));
    }
    return values;
}

Result<void> write_weights(const ModelFolder& folder, Component component, const fs::path& file) {
    const auto tensors = expected_tensors(folder, component);
    if (!tensors) return std::unexpected(tensors.error());
    json header;
    std::uint64_t offset = 0;
    for (const ExpectedTensor& tensor : *tensors) {
        std::uint64_t bytes = 2;
        for (const std::int64_t side : tensor.shape) bytes *= static_cast<std::uint64_t>(side);
        header[tensor.name] = {{"dtype", "BF16"}, {"shape", tensor.shape}, {"data_offsets", {offset, offset + bytes}}};
        offset += bytes;
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' ');
    const std::uint64_t length = text.size();
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(&length), sizeof length).write(text.data(), static_cast<std::streamsize>(length));
    const std::vector<std::uint16_t> block = noise();
    for (std::uint64_t done = 0; done < offset;) {
        const std::uint64_t part = std::min<std::uint64_t>(offset - done, block.size() * 2);
        out.write(reinterpret_cast<const char*>(block.data()), static_cast<std::streamsize>(part));
        done += part;
    }
    out.close();
    if (!out) return fail(ErrorKind::io, "Could not write {} MB of random weights. Free some disk space.", offset >> 20);
    return {};
}

}  // namespace

Result<SyntheticModel> SyntheticModel::make(const fs::path& pattern) {
    SyntheticModel model;
    std::string name = (fs::temp_directory_path() / "haibao-bench-XXXXXX").string();
    if (!mkdtemp(name.data())) return fail(ErrorKind::io, "Could not make a temporary folder for the benchmark.");
    model.path_ = name;
    for (const auto& entry : fs::recursive_directory_iterator(pattern)) {
        const fs::path to = model.path_ / fs::relative(entry.path(), pattern);
        if (entry.is_directory())
            fs::create_directories(to);
        else if (entry.path().extension() != ".safetensors")
            fs::copy_file(entry.path(), to);
    }
    widen(model.path_);
    auto folder = ModelFolder::open(model.path_);
    if (!folder) return pass_on(folder);
    model.folder_ = std::move(*folder);
    for (const auto& [component, file] : {std::pair{Component::vision_language_encoder, "model.safetensors"},
                                          std::pair{Component::transformer, "diffusion_pytorch_model.safetensors"},
                                          std::pair{Component::vae, "diffusion_pytorch_model.safetensors"}})
        if (auto written = write_weights(*model.folder_, component, model.folder_->folder(component) / file); !written)
            return pass_on(written);
    return model;
}

SyntheticModel::SyntheticModel(SyntheticModel&& other) noexcept
    : path_(std::exchange(other.path_, {})), folder_(std::move(other.folder_)) {}

SyntheticModel::~SyntheticModel() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace haibao::bench
