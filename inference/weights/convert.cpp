// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/convert.h"

#include <ggml.h>

#include <algorithm>
#include <array>
#include <format>
#include <future>
#include <set>
#include <thread>

#include "inference/base/files.h"
#include "inference/weights/licence.h"
#include "inference/weights/part_file.h"
#include "inference/weights/values.h"

namespace haibao {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t piece_elements = 1 << 20;
constexpr std::uint64_t most_text_bytes = 64u << 20;
constexpr DType no_type = DType::boolean;

bool has(std::string_view name, std::initializer_list<std::string_view> parts) {
    return std::ranges::any_of(parts, [name](std::string_view part) { return name.contains(part); });
}

/// What stays as it is: small, or read by an argmax, or the picture itself.
bool is_kept(Component component, const TensorView& tensor) {
    const std::string_view name = tensor.name;
    if (component == Component::vae || tensor.shape.size() != 2) return true;
    return has(name, {"lm_head", "vqmodel.", "patch_embed", "position_embedding", "relative_attention_bias", "time_condition_embed",
                      "image_projector", "norm_out.", "proj_out"});
}

/// What gets 8 bits at least.
bool is_sensitive(Component component, const TensorView& tensor, const std::string& last_block) {
    const std::string_view name = tensor.name;
    if (component == Component::text_encoder) return true;
    if (has(name, {"norm1.linear", "embed_tokens", "prior_token_embedding", "glyph_projector", "prior_projector"})) return true;
    return has(name, {".layers.0.", "transformer_blocks.0.", "visual.blocks.0."}) || (!last_block.empty() && name.contains(last_block));
}

DType base_type(ModelType type, std::string_view name) {
    switch (type) {
        case ModelType::bf16: return DType::bf16;
        case ModelType::q8_0: return DType::q8_0;
        case ModelType::q6_k: return DType::q6_k;
        case ModelType::q4_k: return DType::q4_k;
        case ModelType::q4_0: return DType::q4_0;
        case ModelType::mixed: return has(name, {"down_proj", "ff.net.2", "mlp.fc2", "v_proj", "to_v"}) ? DType::q6_k : DType::q4_k;
    }
    return DType::bf16;
}

DType fitting(DType type, std::int64_t row) {
    if (row % block_of(type).elements == 0) return type;
    return row % block_of(DType::q8_0).elements == 0 ? DType::q8_0 : DType::bf16;
}

ggml_type ggml_type_of(DType type) {
    switch (type) {
        case DType::q8_0: return GGML_TYPE_Q8_0;
        case DType::q6_k: return GGML_TYPE_Q6_K;
        case DType::q4_k: return GGML_TYPE_Q4_K;
        case DType::q4_0: return GGML_TYPE_Q4_0;
        case DType::bf16: return GGML_TYPE_BF16;
        case DType::f16: return GGML_TYPE_F16;
        default: return GGML_TYPE_F32;
    }
}

constexpr std::array block_stems{".layers.", "transformer_blocks.", "visual.blocks."};

/// ".layers.39." and so on, by the names that there are: each stem's block that comes last. The language model and the vision tower
/// share a component.
class LastBlocks {
public:
    void see(Component component, const std::string& name) {
        if (const auto stem = stem_of(name)) {
            int& last = last_[{component, *stem}];
            last = std::max(last, std::atoi(name.c_str() + name.find(*stem) + stem->size()));
        }
    }
    std::string of(Component component, const std::string& name) const {
        const auto stem = stem_of(name);
        return stem ? std::format("{}{}.", *stem, last_.at({component, *stem})) : std::string();
    }

private:
    static std::optional<std::string_view> stem_of(const std::string& name) {
        for (const std::string_view stem : block_stems)
            if (name.contains(stem)) return stem;
        return std::nullopt;
    }
    std::map<std::pair<Component, std::string_view>, int> last_;
};

/// The small files of the model, by their paths inside it.
Result<std::vector<std::pair<std::string, std::string>>> small_files(const ModelFolder& model) {
    std::vector<std::string> names{"model_index.json", "haibao.json", "vision_language_encoder/generation_config.json",
                                   "processor/tokenizer.json", "processor/tokenizer_config.json", "processor/chat_template.jinja"};
    for (const Component component : all_components) names.push_back(ModelFolder::config_name(component));
    std::vector<std::pair<std::string, std::string>> files;
    for (const std::string& name : std::set(names.begin(), names.end())) {
        if (!model.has_text(name)) continue;
        auto text = model.text(name, most_text_bytes);
        if (!text) return pass_on(text);
        files.emplace_back(name, std::move(*text));
    }
    for (const char* name : licence_texts)  // what it may be used for goes along
        if (auto text = model.has_text(name) ? model.text(name, most_text_bytes) : Result<std::string>(std::string()); text && !text->empty())
            files.emplace_back(name, std::move(*text));
    return files;
}

/// Converts rows of one tensor; on several threads, each for rows of its own.
Result<std::vector<std::byte>> converted(const TensorView& from, DType type, std::int64_t first, std::int64_t rows, std::int64_t row) {
    std::vector<float> values(static_cast<std::size_t>(rows * row));
    if (auto read = read_floats(from, first * row, values); !read) return pass_on(read);
    return encoded(values, type, row);
}

class Conversion {
public:
    Conversion(PartFile& file, const ConversionPlan& plan, const std::function<bool(const ConversionProgress&)>& progress)
        : file_(file), progress_(progress) {
        state_.total = plan.layout.bytes;
        state_.resumed = state_.done = file.size();
    }

    Result<void> write(std::span<const std::byte> bytes) {
        if (auto written = file_.append(bytes); !written) return written;
        state_.done = file_.size();
        if (progress_ && !progress_(state_)) return fail(ErrorKind::cancelled, "The conversion was stopped; the same command goes on with it.");
        return {};
    }

    Result<void> tensor(const TensorView& from, const GgufTensor& to, const MappedFile& mapping) {
        state_.tensor = to.name;
        if (from.dtype == to.dtype) return copy(from, mapping);
        const std::int64_t row = from.shape.empty() ? 1 : from.shape.back(), rows = from.elements() / row;
        const auto threads = static_cast<std::int64_t>(std::max(1u, std::thread::hardware_concurrency()));
        const std::int64_t share = std::max<std::int64_t>(1, piece_elements / row);
        for (std::int64_t at = 0; at < rows;) {
            std::vector<std::future<Result<std::vector<std::byte>>>> parts;
            for (std::int64_t i = 0; i < threads && at < rows; ++i, at += share)
                parts.push_back(std::async(std::launch::async, converted, std::cref(from), to.dtype, at, std::min(share, rows - at), row));
            for (auto& part : parts) {
                auto bytes = part.get();
                if (auto there = mapping.still_there(); !there) return there;
                auto written = bytes ? write(*bytes) : pass_on(bytes);
                if (!written) return written;
            }
            mapping.release(from.bytes);
        }
        return {};
    }

private:
    Result<void> copy(const TensorView& from, const MappedFile& mapping) {
        const Block block = block_of(from.dtype);
        for (std::int64_t at = 0; at < from.elements(); at += piece_elements) {
            const std::int64_t count = std::min(piece_elements, from.elements() - at);
            auto finite = check_finite(from, at, count);
            if (auto there = mapping.still_there(); !there) return there;
            if (!finite) return finite;
            const auto part = from.bytes.subspan(static_cast<std::size_t>(at / block.elements) * block.bytes,
                                                 static_cast<std::size_t>(count / block.elements) * block.bytes);
            if (auto written = write(part); !written) {
                if (auto there = mapping.still_there(); !there) return there;
                return written;
            }
            mapping.release(part);
        }
        return {};
    }

    PartFile& file_;
    const std::function<bool(const ConversionProgress&)>& progress_;
    ConversionProgress state_;
};

/// A tensor of the model and the file that it lies in.
struct Located {
    const TensorView* tensor;
    const MappedFile* mapping;
};

/// The model's tensors in the order of the plan: components in their order, names sorted.
Result<std::vector<Located>> tensors_of(ModelFolder& model) {
    std::vector<Located> all;
    for (const Component component : all_components) {
        if (!has_weights(component)) continue;
        auto store = model.tensors(component);
        if (!store) return pass_on(store);
        for (const std::string& name : (*store)->names()) {
            const TensorView* tensor = (*store)->find(name);
            for (const WeightFile& file : (*store)->files())
                if (std::ranges::contains(file.tensors, tensor)) all.push_back({tensor, file.mapping});
        }
    }
    return all;
}

}  // namespace

std::optional<ModelType> model_type_from(std::string_view word) {
    const auto found = std::ranges::find(model_type_words, word);
    if (found == model_type_words.end()) return std::nullopt;
    return static_cast<ModelType>(found - model_type_words.begin());
}

DType stored_type(ModelType type, Component component, const TensorView& tensor, const std::string& last_block) {
    if (!is_computable(tensor.dtype)) return no_type;
    if (tensor.shape.size() < 2) return DType::f32;
    if (is_kept(component, tensor)) return tensor.dtype;
    DType wanted = base_type(type, tensor.name);
    if (type != ModelType::bf16 && is_sensitive(component, tensor, last_block)) wanted = type == ModelType::q8_0 ? DType::bf16 : DType::q8_0;
    return fitting(wanted, tensor.shape.back());
}

std::vector<std::byte> encoded(std::span<const float> values, DType type, std::int64_t row) {
    const ggml_type target = ggml_type_of(type);
    const std::int64_t rows = static_cast<std::int64_t>(values.size()) / row;
    std::vector<std::byte> bytes(ggml_row_size(target, row) * static_cast<std::size_t>(rows));
    ggml_quantize_chunk(target, values.data(), bytes.data(), 0, rows, row, nullptr);
    return bytes;
}

Result<ConversionPlan> lay_out_model(const ModelFolder& model, const std::string& identity, ModelType type, const ModelTensors& tensors) {
    auto files = small_files(model);
    if (!files) return pass_on(files);
    std::vector<std::pair<std::string, std::string>> texts{{"general.architecture", "glm-image"},
                                                           {"general.name", model.defaults().name},
                                                           {"haibao.type", model_type_words[static_cast<std::size_t>(type)]},
                                                           {"haibao.source.sha256", identity}};
    for (auto& [name, text] : *files) texts.emplace_back(gguf_key(name), std::move(text));
    LastBlocks last;
    for (const auto& [component, tensor] : tensors) last.see(component, tensor.name);
    ConversionPlan plan;
    for (const auto& [component, tensor] : tensors) {
        if (tensor.shape.size() > 4 || std::ranges::contains(tensor.shape, 0))
            return fail(ErrorKind::unsupported, "{}: tensor \"{}\" is empty or has more than four axes; such a model cannot be converted.", tensor.file, tensor.name);
        const DType stored = stored_type(type, component, tensor, last.of(component, tensor.name));
        if (stored == no_type)
            return fail(ErrorKind::unsupported, "{}: tensor \"{}\" is stored as {}, which cannot be converted.", tensor.file, tensor.name, to_string(tensor.dtype));
        plan.tensors.push_back({std::format("{}/{}", to_string(component), tensor.name), stored, tensor.shape.empty() ? std::vector<std::int64_t>{1} : tensor.shape});
        plan.bytes_by_type[stored] += byte_count(plan.tensors.back().shape, stored).value_or(0);
    }
    plan.layout = lay_out_gguf(texts, plan.tensors);
    return plan;
}

Result<ConversionPlan> plan_conversion(ModelFolder& model, ModelType type) {
    auto identity = model.identity();
    if (!identity) return pass_on(identity);
    ModelTensors tensors;
    for (const Component component : all_components) {
        if (!has_weights(component)) continue;
        auto store = model.tensors(component);
        if (!store) return pass_on(store);
        for (const std::string& name : (*store)->names()) tensors.emplace_back(component, *(*store)->find(name));
    }
    return lay_out_model(model, *identity, type, tensors);
}

Result<ConversionPlan> convert_model(const fs::path& source, const fs::path& target, ModelType type,
                                     const std::function<bool(const ConversionProgress&)>& progress, std::uint64_t sync_bytes) {
    std::error_code code;
    if (!target.has_filename()) return fail(ErrorKind::invalid_input, "Name the file that the model is to be written to, for example model.gguf.");
    if (fs::exists(target, code)) return fail(ErrorKind::io, "{} exists already; name another file, or remove it.", short_name(target, 1));
    auto model = ModelFolder::open(source);
    if (!model) return pass_on(model);
    auto plan = plan_conversion(*model, type);
    if (!plan) return plan;
    auto tensors = tensors_of(*model);
    if (!tensors) return pass_on(tensors);
    auto part = PartFile::open(target, plan->layout.header, sync_bytes);
    if (!part) return pass_on(part);

    // Whole tensors only: the one at which an earlier run was stopped is made again.
    std::size_t next = 0;
    while (next < tensors->size() && (next + 1 < tensors->size() ? plan->layout.offsets[next + 1] : plan->layout.bytes) <= part->trusted()) ++next;
    const std::uint64_t from = next < tensors->size() ? plan->layout.offsets[next] : plan->layout.bytes;
    if (auto cut = part->resume_at(from, plan->layout.header); !cut) return pass_on(cut);

    Conversion conversion(*part, *plan, progress);
    for (; next < tensors->size(); ++next) {
        const auto& [tensor, mapping] = (*tensors)[next];
        if (auto done = conversion.tensor(*tensor, plan->tensors[next], *mapping); !done) return pass_on(done);
        const std::uint64_t end = next + 1 < tensors->size() ? plan->layout.offsets[next + 1] : plan->layout.bytes;
        const std::vector<std::byte> padding(end - part->size());
        if (auto done = conversion.write(padding); !done) return pass_on(done);
    }
    if (auto done = part->finish(); !done) return pass_on(done);
    return plan;
}

}  // namespace haibao
