// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "inference/base/image.h"
#include "inference/base/result.h"
#include "inference/picture/repaint.h"
#include "inference/pipeline/speed.h"
#include "inference/runtime/devices.h"
#include "inference/runtime/trace.h"

namespace haibao {

/// The stages of one picture, in order. Words for people are made by the user interface.
enum class Stage { loading, reading_sources, composing, painting, finishing };
std::string_view to_string(Stage stage);

struct EngineOptions {
    std::string device = "auto";  ///< auto, cpu, vulkan0, cuda0, … (names of list_devices())
    Precision precision = Precision::fast;
    int threads = 0;  ///< CPU threads; 0 = all cores this process may use
};

/// A resume point while painting: the latents of one picture, [channels, height/8, width/8], after its first `steps` steps.
/// With all of them taken the picture only has to be decoded.
struct PaintingPoint {
    int picture = 0;  ///< of the job, from 0
    int steps = 0;
    std::vector<float> latent;
    std::vector<ComputedStep> computed = {};  ///< what the next steps are reckoned from, rising, at most two; empty when all are computed
};

/// One job: `count` pictures of one prompt that share one language-model decode. Absent values are the model's own
/// defaults (contracts: haibao.json, else 30 steps, guidance 1.5, 1024×1024, generation_config).
struct GenerationRequest {
    std::string prompt;            ///< UTF-8
    std::vector<Image> sources;    ///< image-to-image references; empty = text-to-image
    /// Pixels further than the feather from the mask come back unchanged; width and height are the base's and left out here.
    std::optional<Repaint> repaint;
    std::optional<int> width;      ///< pixels, a multiple of 32 in 256…2048
    std::optional<int> height;     ///< pixels, likewise
    std::optional<int> steps;      ///< 1…200
    std::optional<double> guidance;     ///< ≤ 1 means one pass per step
    std::optional<double> temperature;  ///< of the language model; 0 = greedy
    std::optional<double> top_p;        ///< in (0, 1]
    std::uint64_t seed = 0;        ///< picture k of the job uses seed + k
    int count = 1;
    /// Resume point: visual tokens kept from an earlier run of the same job, one large grid (th·tw ids) per picture.
    std::vector<std::vector<std::int32_t>> visual_tokens;
    /// Resume points of pictures that were begun, at most one each; they need the visual tokens. On the same device the
    /// pictures come out the same, byte for byte, as in one run.
    std::vector<PaintingPoint> painted;
    /// Least seconds between two resume points that the observer is given; each picture's last step is one in any case.
    /// Absent = none at all.
    std::optional<double> keep_every;
    Speed speed = Speed::exact;
};

/// Where a job stands; `total` steps of `stage` for picture `picture` (0-based), `step` of them done.
struct Progress {
    Stage stage = Stage::loading;
    int picture = 0;
    int step = 0;
    int total = 1;
};

struct StageSeconds {
    Stage stage;
    double seconds;
};

struct GeneratedPicture {
    Image image;
    std::uint64_t seed = 0;
    std::vector<std::int32_t> visual_tokens;  ///< th·tw ids of the large grid, raster order
};

struct GenerationResult {
    std::vector<GeneratedPicture> pictures;
    std::vector<StageSeconds> timings;
    /// What was really used, defaults filled in.
    int width = 0, height = 0, steps = 0;
    double guidance = 0, temperature = 0, top_p = 0;
};

/// Watches a job from the thread that runs it. `cancelled` is polled at least once per language-model token, per
/// diffusion layer and per autoencoder tile.
class Observer {
public:
    virtual ~Observer() = default;
    virtual void progress(const Progress&) {}
    /// A small cheap picture of the latents, now and then while painting.
    virtual void preview(int picture, const Image&) { (void)picture; }
    /// Visual tokens are final for all pictures: the first resume point.
    virtual void composed(const std::vector<std::vector<std::int32_t>>& visual_tokens) { (void)visual_tokens; }
    /// Latents to go on from, as GenerationRequest::keep_every asks.
    virtual void painted(const PaintingPoint& point) { (void)point; }
    virtual bool cancelled() { return false; }
    /// Is told what the engine does and what it takes, for an inspector; may be null.
    virtual TraceSink* trace() { return nullptr; }
};

/// A loaded (or lazily loaded, stage by stage) checkpoint on one device. One job at a time.
class Engine {
public:
    /// Reads configs and headers of a Hugging Face folder and opens the device; weights are mapped, loaded per stage.
    /// Errors: not_found, corrupt_file, unsupported, device.
    static Result<std::unique_ptr<Engine>> open(const std::filesystem::path& model_folder, const EngineOptions& options);
    virtual ~Engine() = default;

    /// Errors: invalid_input (says why and what to change), cancelled, out_of_memory, device, corrupt_file.
    virtual Result<GenerationResult> generate(const GenerationRequest& request, Observer& observer) = 0;

    /// The vision tokenizer alone: source picture → grid of visual token ids (gh rows of gw).
    struct VisualTokens {
        int rows = 0, columns = 0;
        std::vector<std::int32_t> ids;
    };
    virtual Result<VisualTokens> encode_image(const Image& image, Observer& observer) = 0;

    virtual std::string device_name() const = 0;   ///< "cpu", "vulkan0"
    virtual std::string device_class() const = 0;  ///< "cpu", "vulkan", "cuda", "hip", "ascend", "rpc"
};

}  // namespace haibao
