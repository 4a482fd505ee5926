// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/pipeline/networks.h"

#include <algorithm>
#include <chrono>
#include <limits>

#include "inference/picture/resize.h"
#include "inference/runtime/processor.h"
#include "inference/runtime/trace_log.h"

namespace haibao {
namespace {

/// The stored network of `slot`, loaded with `load(store)` when it is not there yet.
template <class Network, class Load>
Result<Network*> loaded(std::unique_ptr<Network>& slot, ModelFolder& folder, Component component, double& seconds, Load load) {
    if (slot) return slot.get();
    const auto begin = std::chrono::steady_clock::now();
    auto store = folder.tensors(component);
    if (!store) return pass_on(store);
    auto network = load(**store);
    if (!network) return pass_on(network);
    slot = std::move(*network);
    return_free_memory();  // what loading took beside the weights
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return slot.get();
}

/// Assigns a read config to its place, or returns its error.
template <class Config>
Result<void> take(Result<Config> read, Config& into) {
    if (!read) return pass_on(read);
    into = std::move(*read);
    return {};
}

/// Errors: not_found, corrupt_file: the first tensor that the network will ask for in vain.
Result<void> check_tensors(const ModelFolder& folder, Component component, const TensorStore& store) {
    const auto expected = expected_tensors(folder, component);
    if (!expected) return std::unexpected(expected.error());
    for (const ExpectedTensor& tensor : *expected) {
        if (tensor.optional) continue;
        const bool other_name = !tensor.alternative.empty() && !store.find(tensor.name);
        if (auto found = store.require(other_name ? tensor.alternative : tensor.name, tensor.shape); !found)
            return pass_on(found);
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<Networks>> Networks::open(const std::filesystem::path& model_folder, const EngineOptions& options) {
    auto folder = ModelFolder::open(model_folder);
    if (!folder) return pass_on(folder);
    std::unique_ptr<Networks> networks(new Networks(std::move(*folder)));
    if (auto read = networks->read_configs(); !read) return pass_on(read);
    auto device = Device::open(options.device, options.precision, options.threads);
    if (!device) return pass_on(device);
    networks->device_ = std::move(*device);
    return networks;
}

Result<void> Networks::read_configs() {
    if (auto r = take(read_language_config(folder_), language_config_); !r) return r;
    if (auto r = take(read_vision_config(folder_), vision_config_); !r) return r;
    if (auto r = take(read_glyph_config(folder_), glyph_config_); !r) return r;
    if (auto r = take(read_diffusion_config(folder_), diffusion_config_); !r) return r;
    if (auto r = take(read_autoencoder_config(folder_), autoencoder_config_); !r) return r;
    if (auto r = take(read_scheduler_config(folder_), scheduler_config_); !r) return r;
    if (auto r = check_agreement(folder_); !r) return r;
    if (auto r = take(VisionPreprocessor::read(folder_.config(Component::processor),
                                               ModelFolder::config_name(Component::processor)), preprocessor_); !r)
        return r;
    auto prompts = PromptBuilder::open([this](const std::string& name) { return folder_.text("processor/" + name); });
    if (!prompts) return pass_on(prompts);
    prompts_ = std::move(*prompts);
    // Opening reads headers only; what a component lacks is found before any work starts.
    std::uint64_t bytes = 0;
    for (const Component component : all_components) {
        if (!has_weights(component)) continue;
        auto store = folder_.tensors(component);
        if (!store) return pass_on(store);
        bytes += (*store)->bytes();
        if (auto complete = check_tensors(folder_, component, **store); !complete) return complete;
    }
    small_ = keeps_everything_ = bytes <= small_checkpoint_bytes;
    return {};
}

void Networks::expect(std::vector<StageMemory> stages) {
    expected_ = std::move(stages);
    keeps_everything_ = small_;
    if (!small_ || device_->on_cpu()) return;
    device_->trim();
    const std::uint64_t room = device_->room(), held = device_->held_bytes();
    keeps_everything_ = room > std::numeric_limits<std::uint64_t>::max() - held || peak_of(expected_, true) <= room + held;
    if (!keeps_everything_) release();
}

bool Networks::has_room_for(std::string_view stage) const {
    const auto known = std::ranges::find(expected_, stage, &StageMemory::stage);
    if (known == expected_.end()) return true;
    const bool loaded = stage == "finishing" && decoder_;
    return (loaded ? 0 : known->weights) + known->working <= device_->room();
}

/// `load(room)` with what the stage's work leaves on an accelerator. A driver that has less room than it said gets fewer layers to keep.
template <class Load>
auto Networks::load_with_room(std::string_view stage, Load load) const {
    const auto known = std::ranges::find(expected_, stage, &StageMemory::stage);
    if (known == expected_.end() || known->layers.empty()) return load(std::numeric_limits<std::uint64_t>::max());
    const std::uint64_t least = least_of(*known) - (known->working - known->spare);
    for (std::uint64_t room = room_for_weights(*known, device_->room());; room = std::max(least, std::min(room, known->weights) / 4 * 3)) {
        auto loaded = load(room);
        if (loaded || loaded.error().kind != ErrorKind::out_of_memory || room == least) return loaded;
        device_->trim();
        log_line("Memory is short on " + device_->info().name + ": fewer layers stay there.");
    }
}

Result<LanguageModel*> Networks::language_model() {
    return loaded(language_model_, folder_, Component::vision_language_encoder, loading_seconds_,
                  [&](const TensorStore& store) {
                      return load_with_room("composing", [&](std::uint64_t room) { return LanguageModel::load(*device_, store, language_config_, room); });
                  });
}

Result<VisionTokenizer*> Networks::vision_tokenizer() {
    return loaded(vision_tokenizer_, folder_, Component::vision_language_encoder, loading_seconds_,
                  [&](const TensorStore& store) { return VisionTokenizer::load(*device_, store, vision_config_); });
}

Result<GlyphEncoder*> Networks::glyph_encoder() {
    return loaded(glyph_encoder_, folder_, Component::text_encoder, loading_seconds_,
                  [&](const TensorStore& store) { return GlyphEncoder::load(*device_, store, glyph_config_); });
}

Result<DiffusionTransformer*> Networks::diffusion_transformer() {
    return loaded(diffusion_transformer_, folder_, Component::transformer, loading_seconds_,
                  [&](const TensorStore& store) {
                      return load_with_room("painting", [&](std::uint64_t room) { return DiffusionTransformer::load(*device_, store, diffusion_config_, room); });
                  });
}

Result<Autoencoder*> Networks::autoencoder(Autoencoder::Half half) {
    return loaded(half == Autoencoder::Half::encoder ? encoder_ : decoder_, folder_, Component::vae, loading_seconds_,
                  [&](const TensorStore& store) { return Autoencoder::load(*device_, store, autoencoder_config_, half); });
}

Result<const LatentPreview*> Networks::preview(RunContext& run, int channels) {
    if (preview_) return &*preview_;
    auto decoder = autoencoder(Autoencoder::Half::decoder);
    if (!decoder) return pass_on(decoder);
    const auto start = std::chrono::steady_clock::now();
    auto measured = LatentPreview::measure(run, **decoder, channels);
    loading_seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!measured) return pass_on(measured);
    preview_ = std::move(*measured);
    return &*preview_;
}

void Networks::done_with(Component component) {
    // What stayed mapped stops counting as this process's memory.
    if (auto store = folder_.tensors(component)) (*store)->release();
    if (keeps_everything_) return;
    if (component == Component::vision_language_encoder) {
        language_model_.reset();
        vision_tokenizer_.reset();
    }
    if (component == Component::text_encoder) glyph_encoder_.reset();
    if (component == Component::transformer) diffusion_transformer_.reset();
    if (component == Component::vae) {
        encoder_.reset();
        decoder_.reset();
    }
    // What is free is free for others, too.
    device_->trim();
    return_free_memory();
}

void Networks::release() {
    language_model_.reset();
    vision_tokenizer_.reset();
    glyph_encoder_.reset();
    diffusion_transformer_.reset();
    encoder_.reset();
    decoder_.reset();
}

Result<std::vector<std::int32_t>> tokenize_as(RunContext& run, const VisionTokenizer& tokenizer, const VisionPreprocessor& preprocess,
                                              const Image& picture, Grid grid) {
    const VisionPatches patches = preprocess.cut(picture, {preprocess.patch * grid.rows, preprocess.patch * grid.columns});
    return tokenizer.encode(run, patches.values, patches.rows, patches.columns);
}

Result<TokenizedPicture> tokenize(RunContext& run, const VisionTokenizer& tokenizer, const VisionPreprocessor& preprocess,
                                  const Image& picture) {
    const auto seen = preprocess.target({picture.height, picture.width});
    if (!seen) return std::unexpected(seen.error());
    TokenizedPicture result;
    result.grid = {seen->height / preprocess.patch, seen->width / preprocess.patch};
    // The tower sees half the picture: its 16-pixel patches are 32 pixels of the poster.
    const int width = 2 * preprocess.patch * result.grid.columns, height = 2 * preprocess.patch * result.grid.rows;
    result.picture = picture.width == width && picture.height == height ? picture : resize_lanczos(picture, width, height);
    const auto patches = preprocess(result.picture);
    if (!patches) return std::unexpected(patches.error());
    auto ids = tokenizer.encode(run, patches->values, patches->rows, patches->columns);
    if (!ids) return pass_on(ids);
    result.grid = {patches->rows, patches->columns};
    result.ids = std::move(*ids);
    return result;
}

}  // namespace haibao
