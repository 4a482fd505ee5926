// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/synthesize.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "inference/base/files.h"
#include "inference/base/json.h"
#include "inference/base/system_reason.h"
#include "inference/weights/architecture.h"
#include "inference/weights/model_folder.h"
#include "inference/weights/part_file.h"

namespace haibao {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int head_dim = 128, vision_head_dim = 96;
constexpr std::size_t table_values = 1 << 20;
constexpr std::uint64_t sync_bytes = 128u << 20;

/// `released` · width as a multiple of `unit`, at least one.
int widened(int released, double width, int unit) {
    return std::max(1, static_cast<int>(std::lround(released * width / unit))) * unit;
}

Result<void> change(const fs::path& folder, const char* file, const json& patch) {
    auto config = read_json(folder / file);
    if (!config) return pass_on(config);
    config->merge_patch(patch);
    std::ofstream out(folder / file);
    out << config->dump(2);
    out.close();
    if (!out) return fail(ErrorKind::io, "{} cannot be written.", file);
    return {};
}

/// The released sizes (spec §1), scaled.
Result<void> resize(const fs::path& folder, const SyntheticSize& size) {
    const int heads = widened(32, size.width, 2), hidden = heads * head_dim;
    const int vision_heads = widened(16, size.width, 1), codes = 16384, text_width = widened(1472, size.width, 64);
    if (auto done = change(folder, "transformer/config.json",
                           {{"num_layers", size.diffusion_layers}, {"num_attention_heads", heads}, {"attention_head_dim", head_dim},
                            {"text_embed_dim", text_width}, {"time_embed_dim", 512}, {"condition_dim", 256},
                            {"prior_vq_quantizer_codebook_size", codes}}); !done)
        return done;
    const json text{{"hidden_size", hidden}, {"intermediate_size", widened(13696, size.width, 32)}, {"num_hidden_layers", size.language_layers},
                    {"num_attention_heads", heads}, {"num_key_value_heads", 2}, {"head_dim", head_dim}, {"vision_vocab_size", 16512},
                    {"vocab_size", size.vocabulary}, {"max_position_embeddings", 32768},
                    {"rope_parameters", {{"mrope_section", {8, 12, 12}}, {"partial_rotary_factor", 0.5}}}};
    const json vision{{"depth", size.vision_layers}, {"hidden_size", vision_heads * vision_head_dim}, {"num_heads", vision_heads},
                      {"intermediate_size", 4 * vision_heads * vision_head_dim}, {"image_size", 2048}};
    const json quantiser{{"num_embeddings", codes}, {"embed_dim", widened(2048, size.width, 64)}, {"latent_channels", vision_heads * vision_head_dim}};
    if (auto done = change(folder, "vision_language_encoder/config.json", {{"text_config", text}, {"vision_config", vision}, {"vq_config", quantiser}}); !done)
        return done;
    if (auto done = change(folder, "text_encoder/config.json",
                           {{"d_model", text_width}, {"d_kv", 64}, {"num_heads", 6}, {"d_ff", widened(3584, size.width, 64)}, {"num_layers", size.glyph_layers}}); !done)
        return done;
    return change(folder, "vae/config.json",
                  {{"block_out_channels", {widened(128, size.width, 32), widened(512, size.width, 32), widened(1024, size.width, 32), widened(1024, size.width, 32)}},
                   {"layers_per_block", 3}, {"norm_num_groups", 32}});
}

/// Numbers of variance 1, nearly normal: sums of twelve uniform ones.
std::vector<float> normal_table() {
    std::vector<float> values(table_values);
    std::uint64_t state = 1;
    for (float& value : values) {
        float sum = -6;
        for (int i = 0; i < 12; ++i) sum += static_cast<float>((state = state * 6364136223846793005u + 1442695040888963407u) >> 40) * 0x1p-24f;
        value = sum;
    }
    return values;
}

/// A weight's factor: what keeps a layer's values in size. Norms multiply by one, biases are small.
struct Values {
    float mean = 0, deviation = 0.02f;
};
Values values_of(const ExpectedTensor& tensor) {
    if (tensor.shape.size() == 1) return tensor.name.ends_with("bias") ? Values{0, 0.01f} : Values{1, 0.05f};
    std::int64_t inputs = 1;
    for (std::size_t axis = 1; axis < tensor.shape.size(); ++axis) inputs *= tensor.shape[axis];
    // Twelve vectors that shift, scale and gate: gates of size one would blow the streams up.
    const float gain = tensor.name.contains("norm1.linear") ? 0.1f : 1.0f;
    return {0, gain / std::sqrt(static_cast<float>(inputs))};
}

/// Writes random values, as pieces of one table for each type and deviation.
class Writer {
public:
    Writer(const SynthesisProgress& progress, std::uint64_t total) : progress_(progress), total_(total) {}

    Result<void> safetensors(const std::vector<ExpectedTensor>& tensors, const fs::path& file) {
        json header;
        std::uint64_t offset = 0;
        for (const ExpectedTensor& tensor : tensors) {
            const std::uint64_t bytes = byte_count(tensor.shape, DType::bf16).value_or(0);
            header[tensor.name] = {{"dtype", "BF16"}, {"shape", tensor.shape}, {"data_offsets", {offset, offset + bytes}}};
            offset += bytes;
        }
        std::string text = header.dump();
        text.resize((text.size() + 7) / 8 * 8, ' ');
        const std::uint64_t length = text.size();
        text.insert(0, reinterpret_cast<const char*>(&length), sizeof length);
        auto part = begin(file, text);
        if (!part) return pass_on(part);
        for (const ExpectedTensor& tensor : tensors)
            if (auto done = fill(tensor, DType::bf16, *part); !done) return done;
        return part->finish();
    }

    Result<void> gguf(const std::vector<const ExpectedTensor*>& tensors, const ConversionPlan& plan, const fs::path& file) {
        auto part = begin(file, plan.layout.header);
        if (!part) return pass_on(part);
        for (std::size_t i = 0; i < tensors.size(); ++i) {
            if (auto done = fill(*tensors[i], plan.tensors[i].dtype, *part); !done) return done;
            const std::uint64_t end = i + 1 < tensors.size() ? plan.layout.offsets[i + 1] : plan.layout.bytes;
            if (auto padded = part->append(std::vector<std::byte>(end - part->size())); !padded) return padded;
        }
        return part->finish();
    }

private:
    static Result<PartFile> begin(const fs::path& file, const std::string& header) {
        auto part = PartFile::open(file, header, sync_bytes);
        if (!part) return part;
        if (part->belongs_to_another())
            return fail(ErrorKind::io, "{}.part is something else that was begun, a conversion perhaps. Finish that or remove it, or name another file.", short_name(file, 1));
        if (auto begun = part->resume_at(0, header); !begun) return pass_on(begun);
        return part;
    }

    std::span<const std::byte> table(DType type, const Values& values) {
        std::vector<std::byte>& table = tables_[{type, values.mean, values.deviation}];
        if (table.empty()) {
            std::vector<float> scaled(normal_.size());
            std::ranges::transform(normal_, scaled.begin(), [&](float v) { return values.mean + values.deviation * v; });
            table = encoded(scaled, type, static_cast<std::int64_t>(scaled.size()));
        }
        return table;
    }

    Result<void> fill(const ExpectedTensor& tensor, DType type, PartFile& file) {
        const std::size_t block = block_of(type).bytes;
        const std::span<const std::byte> table = this->table(type, values_of(tensor));
        const std::size_t blocks = table.size() / block;
        std::uint64_t left = byte_count(tensor.shape, type).value_or(0) / block;
        // Each tensor begins at another place of the table, and comes round in another step than its rows.
        for (std::size_t at = std::hash<std::string>()(tensor.name) % blocks; left > 0;) {
            const std::size_t count = std::min<std::uint64_t>(left, blocks - at);
            if (auto written = file.append(table.subspan(at * block, count * block)); !written) return written;
            left -= count;
            done_ += count * block;
            at = (at + count + 31) % blocks;
            if (progress_ && !progress_(done_, total_)) return fail(ErrorKind::cancelled, "The checkpoint was not finished.");
        }
        return {};
    }

    const std::vector<float> normal_ = normal_table();
    std::map<std::tuple<DType, float, float>, std::vector<std::byte>> tables_;
    const SynthesisProgress& progress_;
    std::uint64_t done_ = 0, total_;
};

/// The small files of `pattern` with the sizes changed, in a folder that is there or not.
Result<ModelFolder> make_small_files(const fs::path& pattern, const fs::path& target, const SyntheticSize& size) {
    if (!(size.width > 0 && size.width <= 2) || size.language_layers > 400 || size.diffusion_layers > 400)
        return fail(ErrorKind::invalid_input, "A model of {} times the released width makes no sense; choose from 0.03 to 2.", size.width);
    std::error_code code;
    fs::create_directories(target, code);
    for (fs::recursive_directory_iterator entry(pattern, code), end; !code && entry != end; entry.increment(code)) {
        const fs::path to = target / fs::relative(entry->path(), pattern, code);
        if (entry->path().extension() == ".safetensors" || entry->path().filename() == "haibao.json") continue;
        if (entry->is_directory(code)) fs::create_directories(to, code);
        else fs::create_directories(to.parent_path(), code), fs::copy_file(entry->path(), to, code);
        if (code) break;
    }
    if (code) return fail(ErrorKind::io, "{} cannot be made: {}.", short_name(target, 1), system_reason(code));
    if (auto resized = resize(target, size); !resized) return pass_on(resized);
    auto model = ModelFolder::open(target);
    if (!model) return model;
    if (auto agree = check_agreement(*model); !agree) return pass_on(agree);
    return model;
}

using Expected = std::map<Component, std::vector<ExpectedTensor>>;
Result<Expected> all_expected(const ModelFolder& model) {
    Expected tensors;
    for (const Component component : all_components) {
        if (!has_weights(component)) continue;
        auto expected = expected_tensors(model, component);
        if (!expected) return pass_on(expected);
        std::erase_if(*expected, [](const ExpectedTensor& tensor) { return tensor.optional; });
        tensors[component] = std::move(*expected);
    }
    return tensors;
}

Result<void> check_space(const fs::path& folder, std::uint64_t bytes) {
    std::error_code code;
    if (const auto space = fs::space(folder, code); !code && space.available < bytes)
        return fail(ErrorKind::io, "The checkpoint takes {:.1f} GB, but {:.1f} GB are free.", double(bytes) / 1e9, double(space.available) / 1e9);
    return {};
}

/// Removed with all in it at the end.
struct PassingFolder {
    explicit PassingFolder(fs::path where) : path(std::move(where)) {}
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    ~PassingFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    const fs::path path;
};

}  // namespace

SyntheticSize SyntheticSize::scaled(double width, double depth) {
    const auto layers = [depth](int released) { return std::max(1, static_cast<int>(std::lround(released * depth))); };
    SyntheticSize size;
    size.width = width;
    size.language_layers = layers(size.language_layers);
    size.vision_layers = layers(size.vision_layers);
    size.glyph_layers = layers(size.glyph_layers);
    size.diffusion_layers = layers(size.diffusion_layers);
    return size;
}

Result<void> synthesize_model(const fs::path& pattern, const fs::path& target, const SyntheticSize& size, const SynthesisProgress& progress) {
    std::error_code code;
    if (fs::exists(target, code) && !fs::is_empty(target, code))
        return fail(ErrorKind::io, "{} exists already; name another folder, or remove it.", short_name(target, 1));
    auto model = make_small_files(pattern, target, size);
    auto tensors = model ? all_expected(*model) : pass_on(model);
    if (!tensors) return pass_on(tensors);
    std::uint64_t total = 0;
    for (const auto& [component, list] : *tensors)
        for (const ExpectedTensor& tensor : list) total += byte_count(tensor.shape, DType::bf16).value_or(0);
    if (auto enough = check_space(target, total); !enough) return enough;
    Writer writer(progress, total);
    for (const auto& [component, list] : *tensors) {
        const bool diffusers = component == Component::transformer || component == Component::vae;
        const fs::path file = model->folder(component) / (diffusers ? "diffusion_pytorch_model.safetensors" : "model.safetensors");
        if (auto written = writer.safetensors(list, file); !written) return written;
    }
    return {};
}

Result<void> synthesize_gguf(const fs::path& pattern, const fs::path& target, const SyntheticSize& size, ModelType type, const SynthesisProgress& progress) {
    std::error_code code;
    if (fs::exists(target, code)) return fail(ErrorKind::io, "{} exists already; name another file, or remove it.", short_name(target, 1));
    const fs::path configs = target.string() + ".configs";
    if (fs::exists(configs, code)) return fail(ErrorKind::io, "{} is in the way; remove it.", short_name(configs, 1));
    const PassingFolder small(configs);
    auto model = make_small_files(pattern, small.path, size);
    auto expected = model ? all_expected(*model) : pass_on(model);
    if (!expected) return pass_on(expected);
    ModelTensors tensors;
    std::vector<const ExpectedTensor*> in_order;
    for (auto& [component, list] : *expected) {
        std::ranges::sort(list, {}, &ExpectedTensor::name);
        for (const ExpectedTensor& tensor : list) {
            tensors.emplace_back(component, TensorView{tensor.name, DType::bf16, tensor.shape, {}, {}});
            in_order.push_back(&tensor);
        }
    }
    const auto plan = lay_out_model(*model, "synthetic", type, tensors);
    if (!plan) return std::unexpected(plan.error());
    if (auto enough = check_space(small.path, plan->layout.bytes); !enough) return enough;
    return Writer(progress, plan->layout.bytes).gguf(in_order, *plan, target);
}

}  // namespace haibao
