// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/pipeline/engine.h"

#include <limits>
#include <new>
#include <utility>

#include "inference/models/vision_tokenizer.h"
#include "inference/pipeline/job.h"
#include "inference/runtime/processor.h"
#include "inference/weights/memory_plan.h"

namespace haibao {
namespace {

class LocalEngine : public Engine {
public:
    explicit LocalEngine(std::unique_ptr<Networks> networks) : networks_(std::move(networks)) {}

    Result<GenerationResult> generate(const GenerationRequest& request, Observer& observer) override try {
        const auto settings = settle(request, networks_->folder().defaults());
        if (!settings) return std::unexpected(settings.error());
        // What cannot work is said before minutes go into loading.
        if (auto fits = check_fit(request, *settings); !fits) return pass_on(fits);
        auto result = Job(*networks_, request, *settings, observer).run();
        if (!result) networks_->release();  // whatever failed: the next job starts from a clean slate
        return result;
    } catch (const std::bad_alloc&) {
        networks_->release();
        return fail(ErrorKind::out_of_memory, "There is not enough memory for this picture. Choose a smaller size.");
    }

    Result<VisualTokens> encode_image(const Image& image, Observer& observer) override try {
        auto tokenizer = networks_->vision_tokenizer();
        if (!tokenizer) return pass_on(tokenizer);
        RunContext run{networks_->device(), [&observer] { return observer.cancelled(); }, nullptr, observer.trace()};
        auto source = tokenize(run, **tokenizer, networks_->vision_preprocessor(), image);
        if (!source) return pass_on(source);
        return VisualTokens{source->grid.rows, source->grid.columns, std::move(source->ids)};
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::out_of_memory, "There is not enough memory to read this picture.");
    }

    std::string device_name() const override { return networks_->device().info().name; }
    std::string device_class() const override { return networks_->device().info().device_class; }

private:
    Result<void> check_fit(const GenerationRequest& request, const JobSettings& settings) {
        const Device& device = networks_->device();
        const FreeMemory available = free_memory();
        const bool halves = device.on_cpu() ? device.bf16_products() : device.matrix_type() != GGML_TYPE_F32;
        const MemoryQuestion question{.width = settings.width, .height = settings.height, .count = request.count,
                                      .sources = static_cast<int>(request.sources.size()), .repaints = request.repaint.has_value(),
                                      .composes = request.visual_tokens.empty() && !(request.repaint && request.repaint->strength < 1),
                                      .guided = settings.guided(), .form = halves ? MatrixForm::halves : MatrixForm::f32,
                                      .bytes = device.int8_products(), .exact = device.precision() == Precision::f32, .threads = device.threads(), .on_processor = device.on_cpu(),
                                      .streams = !device.on_cpu() && device.info().device_class != "rpc"};
        std::vector<StageMemory> stages = plan_memory(networks_->folder(), question);
        const bool tells = device.on_cpu() || available.memory > 0;
        if (auto fits = check_memory(stages, available, settings.width, settings.height); tells && !fits) return fits;
        networks_->expect(std::move(stages));
        return {};
    }

    /// What this engine holds of earlier jobs is there for this one, too: its weights or, where they are in the way, their memory.
    FreeMemory free_memory() const {
        const Device& device = networks_->device();
        if (!device.on_cpu()) {
            const std::uint64_t room = device.room();
            return {room == std::numeric_limits<std::uint64_t>::max() ? 0 : room + device.held_bytes(), 0};
        }
        const std::uint64_t own = private_memory();
        return {available_memory() + (own > opened_with_ ? own - opened_with_ : 0), free_swap()};
    }

    std::unique_ptr<Networks> networks_;
    std::uint64_t opened_with_ = private_memory();  ///< bytes, before anything was loaded
};

}  // namespace

std::string_view to_string(Stage stage) {
    switch (stage) {
        case Stage::loading: return "loading";
        case Stage::reading_sources: return "reading_sources";
        case Stage::composing: return "composing";
        case Stage::painting: return "painting";
        case Stage::finishing: return "finishing";
    }
    return "";
}

Result<std::unique_ptr<Engine>> Engine::open(const std::filesystem::path& model_folder, const EngineOptions& options) {
    auto networks = Networks::open(model_folder, options);
    if (!networks) return pass_on(networks);
    return engine_on(std::move(*networks));
}

std::unique_ptr<Engine> engine_on(std::unique_ptr<Networks> networks) { return std::make_unique<LocalEngine>(std::move(networks)); }

}  // namespace haibao
