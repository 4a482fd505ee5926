// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QEventLoop>
#include <QProcess>
#include <array>
#include <memory>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/progress_view.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "app/core/paths.h"
#include "app/generate/job_runner.h"
#include "app/generate/pace.h"
#include "app/generate/progress_meter.h"
#include "app/generate/request.h"
#include "inference/base/json.h"
#include "inference/runtime/processor.h"
#include "inference/weights/memory_plan.h"

namespace haibao::cli {
namespace {

struct Options {
    std::string model = "builtin", size, device = "auto", precision = "fast";
    std::optional<int> steps;
    std::optional<double> guidance;
    int count = 1, images = 0;
    bool calibrate = false;
};

/// The smallest picture there is, in one step: its pace is remembered, and tells that of other sizes.
constexpr int calibration_side = 256;

Result<void> calibrate(const std::filesystem::path& model, const Options& options) {
    auto worker = worker_options();
    if (!worker) return pass_on(worker);
    generate::JobRunner runner(std::move(*worker), paths::cache() / "pace.json");
    Interrupt interrupt;
    QEventLoop loop;
    ProgressView view(*progress_style("auto"));
    Result<void> answer;
    QObject::connect(&runner, &generate::JobRunner::progressed, &loop, [&](const generate::JobProgress& progress) { view.show(progress); });
    QObject::connect(&runner, &generate::JobRunner::finished, &loop, &QEventLoop::quit);
    QObject::connect(&runner, &generate::JobRunner::failed, &loop, [&](const Error& error) {
        answer = std::unexpected(error);
        loop.quit();
    });
    QObject::connect(&interrupt, &Interrupt::interrupted, &loop, [&](int) { runner.cancel(); });
    runner.start({.prompt = "A mountain at dawn", .width = calibration_side, .height = calibration_side, .steps = 1, .guidance = options.guidance,
                  .model = model, .options = {options.device, *protocol::precision_from(options.precision), 0}});
    loop.exec();
    view.clear();
    return answer;
}

struct OpenedDevice {
    DeviceInfo info;
    std::uint64_t worker_bytes = 0;  ///< what a worker takes that has opened the device and a model's headers
};

/// Opens the model and the device in a worker: a model that cannot be used and a driver that crashes are found here.
Result<OpenedDevice> open_in_worker(const protocol::Load& load) {
    auto options = worker_options();
    if (!options) return pass_on(options);
    using generate::WorkerClient;
    WorkerClient worker(std::move(*options));
    Interrupt interrupt;
    QEventLoop loop;
    Result<OpenedDevice> answer = std::unexpected(Error{ErrorKind::cancelled, "Cancelled.", {}});
    protocol::JobId loading = protocol::JobId::none;
    std::string opened;
    const auto end_with = [&](Result<OpenedDevice> last) {
        answer = std::move(last);
        loop.quit();
    };
    QObject::connect(&worker, &WorkerClient::died, &loop, [&](const Error& error) { end_with(std::unexpected(error)); }, Qt::QueuedConnection);
    QObject::connect(&worker, &WorkerClient::failed, &loop, [&](protocol::JobId, const Error& error) { end_with(std::unexpected(error)); });
    QObject::connect(&worker, &WorkerClient::result, &loop, [&](protocol::JobId job, const protocol::Frame& frame) {
        if (job == loading) {
            auto loaded = protocol::decode<protocol::Loaded>(frame);
            if (!loaded) return end_with(pass_on(loaded));
            opened = loaded->device;
            worker.probe(opened);
            return;
        }
        auto devices = protocol::decode<std::vector<DeviceInfo>>(frame);
        if (!devices) return end_with(pass_on(devices));
        end_with(OpenedDevice{devices->front(), resident_memory_of(worker.process_id())});
    });
    QObject::connect(&interrupt, &Interrupt::interrupted, &loop, [&](int) {
        worker.kill();
        loop.quit();
    });
    worker.start();
    loading = worker.load(load);
    loop.exec();
    return answer;
}

/// Bytes per second that weights come to a device with, measured by a worker of its own; nothing where it could not be.
std::optional<double> upload_rate(const std::string& device) {
    constexpr int patience = 60'000;  // milliseconds: drivers are tried and loaded first
    auto options = worker_options();
    if (!options) return std::nullopt;
    QProcess worker;
    worker.start(QString::fromStdString(options->program.string()), {QStringLiteral("--upload"), QString::fromStdString(device)});
    if (!worker.waitForFinished(patience)) return std::nullopt;
    const QByteArray text = worker.readAllStandardOutput();
    const auto json = parse_json(text.toStdString(), "the measurement");
    const bool sound = json && json->is_object() && json->contains("bytes_per_second") && (*json)["bytes_per_second"].is_number();
    return sound ? std::optional((*json)["bytes_per_second"].get<double>()) : std::nullopt;
}

/// Of Verdict, in its order.
constexpr std::array verdict_words{"fits", "tight", "in_parts", "streams", "swaps", "too_large"};

enum class Weights { mapped, sent };  ///< to the processor, to an accelerator

std::string words_of(Verdict verdict, Weights weights) {
    if (verdict == Verdict::streams && weights == Weights::sent) return tr("slow: layers are sent to the device again and again");
    switch (verdict) {
        case Verdict::fits: return tr("fits");
        case Verdict::tight: return tr("fits barely");
        case Verdict::in_parts: return tr("slow: computed in smaller parts");
        case Verdict::swaps: return tr("very slow: memory is swapped to the disk");
        case Verdict::streams: return tr("slow: weights are read from the disk again and again");
        case Verdict::too_large: return tr("does not fit");
    }
    return {};
}

struct PlannedStage {
    StageMemory memory;             ///< its weights are those that lie on the device together
    std::optional<double> seconds;  ///< as earlier jobs with this model and device went; nothing before the first
    Verdict verdict;
    Streaming streaming = {};
    int layers = 0;                 ///< of which some are streamed
    std::optional<double> sending = {};  ///< seconds that this takes; it can be measured before the first job

    std::string words(Weights weights) const {
        if (streaming.layers == 0) return words_of(verdict, weights);
        return say(tr("slow: streams {} of {} layers to the device"), streaming.layers, layers);
    }
    std::string time() const {
        if (seconds) return generate::short_duration(std::max(*seconds, sending.value_or(0)));
        return sending ? say(tr("at least {}"), generate::short_duration(*sending)) : std::string("–");
    }
};

/// How often the streamed layers of a stage are sent; the passes with and without the prompt go through them together.
double rounds(const std::string& stage, const MemoryQuestion& question, int steps, int count) {
    constexpr int preview_tokens = 256, at_once = generate::pictures_at_once;
    if (stage == "composing") return (question.width / 32.0 * (question.height / 32.0) + preview_tokens) * ((count + at_once - 1) / at_once);
    return double(steps) * count;
}

struct Plan {
    std::string device;
    MemoryQuestion question;
    int steps = 0;
    std::vector<PlannedStage> stages;
    std::optional<double> loading;  ///< seconds, of all stages' networks
    std::uint64_t base = 0, peak = 0;
    FreeMemory available;

    Weights weights() const { return question.on_processor ? Weights::mapped : Weights::sent; }
    Verdict whole() const {
        Verdict worst = Verdict::fits;
        for (const PlannedStage& stage : stages) worst = std::max(worst, stage.verdict);
        return worst;
    }
};

Result<Plan> make_plan(const std::filesystem::path& path, const Options& options) {
    auto model = ModelFolder::open(path);
    if (!model) return pass_on(model);
    const ModelDefaults& defaults = model->defaults();
    Plan plan;
    generate::Size size{defaults.width, defaults.height};
    const auto sources = options.images > 0 ? generate::SourcesGiven::yes : generate::SourcesGiven::no;
    if (!options.size.empty()) {
        auto asked = generate::parse_size(options.size);
        if (!asked) return pass_on(asked);
        if (auto fits = generate::check_size(*asked, sources); !fits) return pass_on(fits);
        size = *asked;
    }
    if (options.calibrate)
        if (auto measured = calibrate(path, options); !measured) return pass_on(measured);
    const std::u8string whole = std::filesystem::absolute(path).u8string();
    const Precision precision = *protocol::precision_from(options.precision);
    auto device = open_in_worker({{whole.begin(), whole.end()}, {options.device, precision, 0}});
    if (!device) return pass_on(device);
    auto identity = model->identity();
    auto stored = identity ? stored_bytes(*model) : pass_on(identity);
    if (!stored) return pass_on(stored);

    const bool on_cpu = device->info.device_class == "cpu";
    const bool halves = precision != Precision::f32 && (!on_cpu || processor_multiplies_bf16());
    const double guidance = options.guidance.value_or(defaults.guidance);
    plan.device = device->info.name;
    plan.steps = options.steps.value_or(defaults.steps);
    plan.question = {.width = size.width, .height = size.height, .count = std::min(options.count, generate::pictures_at_once), .sources = options.images, .repaints = false,
                     .guided = guidance > 1, .form = halves ? MatrixForm::halves : MatrixForm::f32, .bytes = precision == Precision::int8 && on_cpu && processor_multiplies_int8(), .exact = precision == Precision::f32, .threads = usable_cores(), .on_processor = on_cpu,
                     .streams = !on_cpu && device->info.device_class != "rpc"};
    plan.base = device->worker_bytes;
    plan.available = on_cpu ? FreeMemory{available_memory(), free_swap()} : FreeMemory{device->info.memory_free, 0};
    const generate::PaceBook paces(paths::cache() / "pace.json");
    const auto times = paces.expect(generate::pace_key(*identity, device->info.name, precision, Speed::exact),
                                    {double(size.width) * size.height / 1e6, plan.steps, guidance > 1 ? 2 : 1, options.count});
    if (const double seconds = times[static_cast<std::size_t>(Stage::loading)]; seconds > 0) plan.loading = seconds;
    std::vector<StageMemory> stages = plan_memory(*model, plan.question);
    std::optional<double> rate;
    for (StageMemory& stage : stages) {
        const double seconds = times[static_cast<std::size_t>(protocol::stage_from(stage.stage).value_or(Stage::loading))];
        PlannedStage planned{stage, seconds > 0 ? std::optional(seconds) : std::nullopt, verdict_of(stage, plan.available)};
        planned.layers = static_cast<int>(stage.layers.size());
        if (planned.verdict == Verdict::streams && !stage.layers.empty()) {
            planned.streaming = streaming_of(stage, plan.available.memory);
            planned.memory.weights = stage.weights = planned.streaming.weights;
            if (!rate) rate = upload_rate(plan.device).value_or(0);
            if (*rate > 0) planned.sending = double(planned.streaming.bytes) * rounds(stage.stage, plan.question, plan.steps, options.count) / *rate;
        }
        plan.stages.push_back(std::move(planned));
    }
    plan.peak = plan.base + peak_of(stages, *stored <= small_checkpoint_bytes);
    return plan;
}

void print(Console& console, const Plan& plan) {
    console.line(say(tr("{}x{}, {} steps, {}: {}"), plan.question.width, plan.question.height, plan.steps, plan.device, words_of(plan.whole(), plan.weights())));
    bool measured = true;
    for (const PlannedStage& stage : plan.stages) {
        measured &= stage.seconds.has_value();
        console.line(std::format("  {:27} {:>10}  ({})  {}  {}", stage_words(stage.memory.stage), human_bytes(stage.memory.weights + stage.memory.working),
                                 say(tr("weights {}, working {}"), human_bytes(stage.memory.weights), human_bytes(stage.memory.working)), stage.words(plan.weights()), stage.time()));
    }
    if (plan.loading) console.line(say(tr("Loading the model takes {} more"), generate::short_duration(*plan.loading)));
    console.line(say(tr("At its peak {} (with the {} that the worker takes in any case); {} are free"), human_bytes(plan.peak), human_bytes(plan.base),
                     human_bytes(plan.available.memory)));
    if (plan.available.swap > 0) console.line(say(tr("{} of swap space are free beside that"), human_bytes(plan.available.swap)));
    if (!measured) console.note(tr("How long it takes is known after the first picture with this model on this device; --calibrate makes a small one."));
}

nlohmann::json to_json(const Plan& plan) {
    nlohmann::json stages = nlohmann::json::array();
    for (const PlannedStage& stage : plan.stages)
        stages.push_back({{"layers", stage.layers}, {"streamed_layers", stage.streaming.layers}, {"sending_seconds", stage.sending ? nlohmann::json(*stage.sending) : nlohmann::json()},
                          {"stage", stage.memory.stage}, {"weights", stage.memory.weights}, {"mapped", stage.memory.mapped}, {"working", stage.memory.working}, {"where", plan.device},
                          {"seconds", stage.seconds ? nlohmann::json(*stage.seconds) : nlohmann::json()},
                          {"verdict", verdict_words[static_cast<std::size_t>(stage.verdict)]}});
    return {{"device", plan.device}, {"width", plan.question.width}, {"height", plan.question.height}, {"steps", plan.steps}, {"base", plan.base},
            {"peak", plan.peak}, {"available", plan.available.memory}, {"swap", plan.available.swap}, {"loading_seconds", plan.loading ? nlohmann::json(*plan.loading) : nlohmann::json()}, {"verdict", verdict_words[static_cast<std::size_t>(plan.whole())]}, {"stages", stages}};
}

}  // namespace

void add_plan(CLI::App& app, Invocation& invocation) {
    CLI::App* command = app.add_subcommand("plan", tr("Say what a picture will take before anything is loaded: memory, where, time, and whether it fits"));
    const auto options = std::make_shared<Options>();
    command->add_option("-m,--model", options->model, tr("builtin, the name of an installed model, or the path of a checkpoint's folder or GGUF file"))->capture_default_str();
    command->add_option("-s,--size", options->size, tr("Pixels, e.g. 768x1344; the model's own by default"))->type_name("WxH");
    command->add_option("-d,--device", options->device, tr("auto, cpu, vulkan0, cuda0, … (see haibao-cli devices), or other machines: rpc:HOST:PORT[,HOST:PORT]"))->capture_default_str();
    command->add_option("--precision", options->precision, tr("fast (16-bit products where there are any), int8 (8-bit ones where there are any: quicker and coarser) or f32"))->check(CLI::IsMember({"fast", "int8", "f32"}));
    command->add_option("--steps", options->steps, tr("Painting steps"))->check(CLI::Range(1, 200));
    command->add_option("--guidance", options->guidance, tr("Above 1 every step takes two passes"));
    command->add_option("-n,--count", options->count, tr("Number of pictures"))->check(CLI::Range(1, 1000));
    command->add_option("--images", options->images, tr("Number of reference pictures"))->check(CLI::Range(0, 8));
    command->add_flag("--calibrate", options->calibrate, tr("Measure the time: makes a picture of 256x256 in one step first"));
    add_json_flag(*command, invocation);
    command->callback([&invocation, options] {
        Console console = invocation.console();
        auto path = paths::find_model(options->model);
        auto plan = path ? make_plan(*path, *options) : pass_on(path);
        if (!plan) {
            invocation.exit = console.error(plan.error(), Doing::reading);
            return;
        }
        print(console, *plan);
        console.data(to_json(*plan));
        invocation.exit = plan->whole() == Verdict::too_large ? Exit::problems_found : Exit::done;
    });
}

}  // namespace haibao::cli
