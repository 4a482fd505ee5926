// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/memory_plan.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <numeric>
#include <optional>

#include "inference/weights/architecture.h"
#include "inference/weights/layer_turns.h"

namespace haibao {
namespace {

/// Of what is computed with in place, as DeviceTensors.
constexpr std::uintptr_t mapped_alignment = 32;
constexpr std::uint64_t f32 = 4, strip_bytes = std::uint64_t{256} << 20;
/// Tokens of an ordinary prompt with its grids, and of its titles; the preview has about 256.
constexpr std::uint64_t prompt_tokens = 128, glyph_tokens = 64, preview_tokens = 256;
/// Bytes per token and channel of a block of the transformer, as ggml lays its values out: the feed-forward's wide values, four times as many, in
/// f32 and where products want them in 16 bits, the stream, and the gap that its norm leaves (a test asks Device::graph_bytes()).
constexpr std::uint64_t block_bytes_f32 = 4 * 4 + 4 + 4, block_bytes_halves = 4 * (4 + 2) + 4 + (4 + 2);

/// Beyond this part of what is free other programs begin to suffer.
constexpr double comfortable = 0.85;
/// Outputs of a layer whose weights a thread expands at once, as rows of f32 and in the products' type (cpu_linear_onednn.cpp).
constexpr std::uint64_t expanded_outputs = 256;
/// Tokens of a block, and bytes of the autoencoder's strips, where memory is short.
constexpr std::uint64_t least_tokens = 512, least_strip_bytes = std::uint64_t{16} << 20;

/// More layers than this have no network that is loaded.
constexpr std::size_t most_layers = 1024;

std::uint64_t u(std::int64_t value) { return static_cast<std::uint64_t>(value); }
bool has(const std::string& name, std::string_view part) { return name.contains(part); }

/// As WeightLoader and the packing of convolutions keep a tensor.
struct Kept {
    std::uint64_t bytes = 0, mapped = 0;
};
Kept kept(const TensorView& tensor, const MemoryQuestion& question) {
    const std::string& name = tensor.name;
    const std::uint64_t elements = u(tensor.elements());
    if (has(name, "post_quant_conv")) return {};
    // The processor keeps it as it is stored, whatever the precision: it has few tokens each time.
    if (has(name, "lm_head") && question.on_processor && tensor.dtype == DType::bf16) return {elements * 2, 0};
    const bool exact = has(name, "lm_head") || has(name, "quant_conv") || has(name, "vqmodel.quantize") || has(name, "patch_embed") || has(name, "position_embedding");
    if (tensor.shape.size() < 2 || exact) return {elements * f32, 0};
    const bool mapped = question.on_processor && reinterpret_cast<std::uintptr_t>(tensor.bytes.data()) % mapped_alignment == 0;
    const bool table = has(name, "embed_tokens") || has(name, "prior_token_embedding") || has(name, "shared.weight");
    // Of a mapped table only the rows of the tokens at hand are read.
    if (table && mapped && (is_quantised(tensor.dtype) || tensor.dtype == DType::bf16)) return {};
    if (is_quantised(tensor.dtype)) return {tensor.bytes.size(), mapped ? tensor.bytes.size() : 0};
    if (table) return {elements * (tensor.dtype == DType::bf16 ? 2 : f32), 0};
    // As DiffusionTransformer::load: its layers that may be coarse.
    if (question.bytes && (has(name, "attn1.to_") || has(name, "ff.net."))) return {elements, 0};
    // A processor that multiplies no bf16 keeps matrices that are stored so all the same, but no convolutions.
    const bool stays_bf16 = tensor.dtype == DType::bf16 && tensor.shape.size() == 2 && question.on_processor && !question.exact;
    return {elements * (question.form == MatrixForm::halves || stays_bf16 ? 2 : f32), 0};
}

/// "transformer_blocks.3.ff…" of the network whose layers are named so: 3.
std::optional<std::size_t> layer_of(std::string_view tensor, std::string_view layers) {
    std::size_t layer = 0;
    if (layers.empty() || !tensor.starts_with(layers)) return std::nullopt;
    tensor.remove_prefix(layers.size());
    return std::from_chars(tensor.data(), tensor.data() + tensor.size(), layer).ec == std::errc() ? std::optional(layer) : std::nullopt;
}

std::uint64_t sum_of(const std::vector<std::uint64_t>& layers) { return std::accumulate(layers.begin(), layers.end(), std::uint64_t{0}); }

class Planner {
public:
    Planner(ModelFolder& model, const MemoryQuestion& question) : model_(model), q_(question) {}

    /// `layers`: how the names of what may be streamed begin, in front of the layer's number.
    StageMemory stage(std::string name, Component component, std::initializer_list<std::string_view> prefixes, std::uint64_t working,
                      std::string_view layers = {}) {
        StageMemory stage{.stage = std::move(name), .working = working};
        auto store = model_.tensors(component);
        if (!store) return stage;
        for (const std::string& tensor : (*store)->names())
            if (std::ranges::any_of(prefixes, [&](std::string_view prefix) { return tensor.starts_with(prefix); })) {
                const auto [bytes, mapped] = kept(*(*store)->find(tensor), q_);
                stage.weights += bytes;
                stage.mapped += mapped;
                const auto layer = q_.streams ? layer_of(tensor, layers) : std::nullopt;
                if (!layer || *layer >= most_layers) continue;
                stage.layers.resize(std::max(stage.layers.size(), *layer + 1));
                stage.layers[*layer] += bytes;
            }
        return stage;
    }
    /// What the threads expand of quantised weights whose rows are as long as `widest`, or of bf16 for products of f32.
    std::uint64_t expanding(const StageMemory& stage, std::int64_t widest) const {
        const bool halves = q_.form == MatrixForm::halves, only_halves = q_.on_processor && !halves && !q_.exact;
        const std::uint64_t value = stage.mapped > 0 ? f32 + (halves ? 2 : f32) : only_halves ? f32 : 0;
        return u(q_.threads) * expanded_outputs * u(widest) * value;
    }
    std::uint64_t cache_bytes() const { return q_.exact ? f32 : 2; }
    std::uint64_t visual_tokens() const { return u(q_.width / 32) * u(q_.height / 32); }
    std::uint64_t patches() const { return u(q_.width / 16) * u(q_.height / 16); }

    std::uint64_t reading(const VisionConfig& c) const {
        return visual_tokens() * (12 * u(c.hidden) + 2 * u(c.intermediate) + u(c.codes)) * f32;
    }
    std::uint64_t composing(const LanguageConfig& c) const {
        const std::uint64_t prompt = prompt_tokens + u(q_.sources) * visual_tokens(), piece = std::min<std::uint64_t>(512, prompt);
        const std::uint64_t cached = prompt + visual_tokens() + (q_.sources ? 0 : preview_tokens);
        return u(c.layers) * 2 * u(c.kv_heads) * u(c.head_dim) * cache_bytes() * cached * u(q_.count) + piece * (8 * u(c.hidden) + 5 * u(c.intermediate)) * f32;
    }
    std::uint64_t block_bytes() const { return q_.form == MatrixForm::halves ? block_bytes_halves : block_bytes_f32; }
    /// As DiffusionTransformer::run_block_in_parts: all keys and values are kept instead of what is computed from them. The tokens are put
    /// together as a whole.
    std::uint64_t painting_spare(const DiffusionConfig& c) const {
        const std::uint64_t tokens = patches() + glyph_tokens, dim = u(c.dim), operand = q_.exact || q_.form == MatrixForm::f32 ? f32 : 2;
        const std::uint64_t whole = tokens * dim * block_bytes(), parts = std::max(tokens * dim * 2 * operand + least_tokens * dim * block_bytes(), 3 * tokens * dim * f32);
        return whole > parts ? whole - parts : 0;
    }
    std::uint64_t painting(const DiffusionConfig& c) const {
        const std::uint64_t tokens = patches() + glyph_tokens, dim = u(c.dim);
        const std::uint64_t streams = (q_.guided ? 2 : 1) * 2 * tokens * dim * f32;
        const std::uint64_t kept = u(q_.sources) * patches() * u(c.layers) * 2 * dim * cache_bytes();  // keys and values of the references
        return tokens * dim * block_bytes() + streams + kept;
    }
    enum class Maps { stored, computed_twice };
    /// As Autoencoder::walk: the maps that are alive together in the worst layer, and the strip that is at work. On the processor a map that is
    /// read for the last time goes while what is made of it comes.
    std::uint64_t finishing(const AutoencoderConfig& c, Maps maps) const {
        const std::uint64_t strip = maps == Maps::stored ? strip_bytes : least_strip_bytes;
        std::uint64_t most = 0, pixels = u(q_.width / 8) * u(q_.height / 8), in = u(c.channels.back());
        for (std::size_t k = 0; k < c.channels.size(); ++k) {
            const std::uint64_t out = u(c.channels[c.channels.size() - 1 - k]), results = (in != out ? 2 : 1) * out * pixels * f32;
            // A scaled-up map that is read once may be computed from the one of a quarter of its size whenever it is read.
            const bool unstored = maps == Maps::computed_twice && k > 0 && in != out;
            const std::uint64_t input = in * pixels * f32 / (unstored ? 4 : 1), used_up = q_.on_processor && !unstored && in != out ? std::min(input, results) : 0;
            most = std::max(most, input + results - used_up + std::min(results, strip));
            const bool last = k + 1 == c.channels.size();
            const std::uint64_t next = last ? out : u(c.channels[c.channels.size() - 2 - k]);
            const std::uint64_t scaled_up = maps == Maps::computed_twice && next != out ? 0 : 4 * out * pixels * f32;
            const std::uint64_t below = q_.on_processor && scaled_up && next != out ? 0 : out * pixels * f32;
            if (!last) most = std::max(most, below + scaled_up + std::min(4 * out * pixels * f32, strip)), pixels *= 4;
            in = out;
        }
        return most + pixels * 3 * (2 * f32 + 1);
    }

private:
    ModelFolder& model_;
    const MemoryQuestion& q_;
};

}  // namespace

std::vector<StageMemory> plan_memory(ModelFolder& model, const MemoryQuestion& question) {
    const auto language = read_language_config(model);
    const auto vision = read_vision_config(model);
    const auto diffusion = read_diffusion_config(model);
    const auto autoencoder = read_autoencoder_config(model);
    if (!language || !vision || !diffusion || !autoencoder) return {};
    Planner planner(model, question);
    const Component both = Component::vision_language_encoder;
    std::vector<StageMemory> stages;
    if (question.sources > 0 || question.repaints)
        stages.push_back(planner.stage("reading_sources", both, {"model.visual.", "model.vqmodel."}, planner.reading(*vision)));
    if (question.composes) {
        stages.push_back(planner.stage("composing", both, {"model.language_model.", "lm_head"}, planner.composing(*language), "model.language_model.layers."));
        stages.back().working += planner.expanding(stages.back(), language->intermediate);
    }
    // The glyph encoder is gone before the transformer comes.
    stages.push_back(planner.stage("painting", Component::transformer, {""}, planner.painting(*diffusion), "transformer_blocks."));
    stages.back().spare = planner.painting_spare(*diffusion);
    stages.back().working += planner.expanding(stages.back(), 4 * diffusion->dim);
    const std::uint64_t stored = planner.finishing(*autoencoder, Planner::Maps::stored);
    stages.push_back(planner.stage("finishing", Component::vae, {"decoder."}, stored));
    stages.back().spare = stored - std::min(stored, planner.finishing(*autoencoder, Planner::Maps::computed_twice));
    return stages;
}

std::uint64_t least_of(const StageMemory& stage) {
    std::uint64_t weights = stage.weights - stage.mapped;
    if (!stage.layers.empty()) weights = std::min(weights, weights - sum_of(stage.layers) + bytes_with_turns(stage.layers, static_cast<int>(stage.layers.size())));
    return weights + stage.working - stage.spare;
}

std::uint64_t room_for_weights(const StageMemory& stage, std::uint64_t free_memory) {
    return std::max(free_memory - std::min(free_memory, stage.working), least_of(stage) - (stage.working - stage.spare));
}

Streaming streaming_of(const StageMemory& stage, std::uint64_t free_memory) {
    const std::uint64_t rest = stage.weights - sum_of(stage.layers), room = room_for_weights(stage, free_memory);
    const int count = static_cast<int>(stage.layers.size());
    Streaming streaming{.layers = layers_in_turn(stage.layers, room - std::min(room, rest))};
    streaming.weights = rest + bytes_with_turns(stage.layers, streaming.layers);
    for (int layer = 0; layer < count; ++layer)
        if (takes_turns(layer, streaming.layers, count)) streaming.bytes += stage.layers[static_cast<std::size_t>(layer)];
    return streaming;
}

std::uint64_t peak_of(const std::vector<StageMemory>& stages, bool stays_loaded) {
    std::uint64_t loaded = 0, most = 0;
    for (const StageMemory& stage : stages) {
        most = std::max(most, loaded + stage.weights + stage.working);
        // Loading the next stage lets go of what is mapped.
        if (stays_loaded) loaded += stage.weights - stage.mapped;
    }
    return most;
}

Result<std::uint64_t> stored_bytes(ModelFolder& model) {
    std::uint64_t bytes = 0;
    for (const Component component : all_components) {
        if (!has_weights(component)) continue;
        auto store = model.tensors(component);
        if (!store) return pass_on(store);
        bytes += (*store)->bytes();
    }
    return bytes;
}

Verdict verdict_of(const StageMemory& stage, const FreeMemory& available) {
    const std::uint64_t whole = stage.weights + stage.working, least = least_of(stage);
    if (least > available.memory + available.swap) return Verdict::too_large;
    if (least > available.memory) return Verdict::swaps;
    if (least + stage.mapped > available.memory || streaming_of(stage, available.memory).layers > 0) return Verdict::streams;
    if (whole > available.memory) return Verdict::in_parts;
    return static_cast<double>(whole) > comfortable * static_cast<double>(available.memory) ? Verdict::tight : Verdict::fits;
}

Result<void> check_memory(const std::vector<StageMemory>& stages, const FreeMemory& available, int width, int height) {
    const auto too_large = std::ranges::find(stages, Verdict::too_large, [&](const StageMemory& stage) { return verdict_of(stage, available); });
    if (too_large == stages.end()) return {};
    const std::string swap = available.swap > 0 ? std::format(", and {:.1f} GB of swap space", double(available.swap) / 1e9) : "";
    return fail(ErrorKind::out_of_memory, "A picture of {}×{} pixels needs {:.1f} GB of memory ({:.1f} GB of them for the model's weights), but "
                "{:.1f} GB are free{}. Choose a smaller size, close other programs, or convert the model to fewer bits (haibao-cli models "
                "convert).", width, height, double(least_of(*too_large)) / 1e9, double(too_large->weights - too_large->mapped) / 1e9,
                double(available.memory) / 1e9, swap);
}

}  // namespace haibao
