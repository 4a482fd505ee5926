// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/worker/session.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "inference/runtime/processor.h"
#include "inference/runtime/survey.h"
#include "inference/runtime/trace_log.h"
#include "inference/worker/planned_memory.h"
#include "inference/worker/survey_answer.h"

namespace haibao::protocol {
namespace {

/// A parent that sends more without waiting for an answer is broken.
constexpr std::size_t max_waiting = 256;

Error cancelled_error() { return {ErrorKind::cancelled, "The job was cancelled.", {}}; }

}  // namespace

/// Sends what the engine reports to the parent, and to inspectors more.
class Session::JobObserver : public Observer {
public:
    JobObserver(Session& session, JobId job, PlannedMemory plan = {}) : session_(session), job_(job), plan_(std::move(plan)) {
        session_.inspection_.begin(job);
    }
    ~JobObserver() override { session_.inspection_.add_state(StageBegun{trace_clock(), "", 0}); }

    void progress(const Progress& progress) override {
        if (!last_stage_ || *last_stage_ != progress.stage) {
            session_.inspection_.plan(plan_.begin(progress.stage));
            session_.inspection_.add_state(StageBegun{trace_clock(), std::string(stage_word(progress.stage)), progress.picture});
        }
        last_stage_ = progress.stage;
        session_.send(encode(job_, progress));
    }
    void preview(int picture, const Image& image) override { session_.send(encode(job_, Preview{picture, image})); }
    void composed(const std::vector<std::vector<std::int32_t>>& visual_tokens) override {
        session_.send(encode_composed(job_, visual_tokens));
    }
    void painted(const PaintingPoint& point) override { session_.send(encode(job_, point)); }
    bool cancelled() override { return session_.cancelled_; }
    TraceSink* trace() override { return &session_.inspection_; }

private:
    Session& session_;
    JobId job_;
    PlannedMemory plan_;
    std::optional<Stage> last_stage_;
};

void Session::end_process(const std::string& last_word, int status) {
    if (!last_word.empty()) std::fprintf(stderr, "haibao-worker: %s\n", last_word.c_str());
    std::fflush(stderr);
    inspection_.end();
    std::_Exit(status);
}

void Session::serve() {
    std::thread([this] { read_requests(); }).detach();
    for (;;) {
        const Frame request = next_request();
        handle(request);
        if (request_type(request) == RequestType::shutdown) end_process({}, EXIT_SUCCESS);
    }
}

void Session::read_requests() try {
    FrameParser parser;
    std::vector<std::uint8_t> buffer(1 << 16);
    while (const std::size_t count = host::read_some(pipes_.in, buffer)) {
        parser.feed(std::span(buffer).first(count));
        for (;;) {
            auto frame = parser.next();
            if (!frame) end_process("malformed input: " + frame.error().message, EXIT_FAILURE);
            if (!*frame) break;
            accept(std::move(**frame));
        }
    }
    end_process(parser.in_the_middle() ? "the input ended in the middle of a frame" : "", EXIT_SUCCESS);
} catch (const std::exception& failure) {
    end_process(std::string("a request could not be read: ") + failure.what(), EXIT_FAILURE);
}

void Session::accept(Frame frame) {
    const auto type = frame.head.find("type");
    if (type == frame.head.end() || !type->is_string()) end_process("malformed input: a frame without \"type\"", EXIT_FAILURE);
    if (request_type(frame) == RequestType::cancel) return cancel(job_of(frame));
    if (request_type(frame) == RequestType::inspect) return inspect(job_of(frame));
    const std::scoped_lock lock(queue_mutex_);
    if (waiting_.size() >= max_waiting) end_process("too many requests are waiting", EXIT_FAILURE);
    waiting_.push_back(std::move(frame));
    arrived_.notify_one();
}

void Session::cancel(JobId job) {
    const std::scoped_lock lock(queue_mutex_);
    if (job == JobId::none) return;
    if (job == running_) {
        cancelled_ = true;
        return;
    }
    const auto same = [job](const Frame& frame) { return job_of(frame) == job; };
    if (std::erase_if(waiting_, same) > 0) send(encode(job, cancelled_error()));
}

void Session::inspect(JobId job) {
    hear_libraries();
    const auto socket = inspection_.offer();
    if (!socket) return send(encode(job, socket.error()));
    Frame offered = answer(AnswerType::result, job);
    offered.head["socket"] = socket->string();
    send(offered);
}

void Session::hear_libraries() {
    const auto tell = [this](const std::string& line) { inspection_.add_log(line); };
    listen_to_log(tell);
    host::hear_output([tell](const std::string& line) { tell(without_folders(line)); });
}

Frame Session::next_request() {
    std::unique_lock lock(queue_mutex_);
    running_ = JobId::none;
    arrived_.wait(lock, [this] { return !waiting_.empty(); });
    Frame frame = std::move(waiting_.front());
    waiting_.pop_front();
    running_ = job_of(frame);
    cancelled_ = false;
    return frame;
}

void Session::handle(const Frame& request) {
    const JobId job = job_of(request);
    Result<Frame> last = std::unexpected(Error{});
    const auto type = request_type(request);
    try {
        last = type ? perform(*type, job, request)
                    : fail(ErrorKind::unsupported, "This worker does not know the request {}.", request.head["type"].dump());
    } catch (const std::bad_alloc&) {
        last = fail(ErrorKind::out_of_memory,
                    "Memory ran out during this job; choose a smaller size, fewer pictures at once, or close other programs.");
    } catch (const std::exception& surprise) {
        if (engine_ && engine_->device_class() != "cpu")  // how ggml's Vulkan reports a lost device
            last = fail(ErrorKind::device, "The device {} failed in the middle of this job ({}). Try again, or use --device cpu.", engine_->device_name(),
                        surprise.what());
        else last = std::unexpected(Error{ErrorKind::internal, "The worker met an error that it did not expect.", surprise.what()});
    }
    send(last ? *last : encode(job, last.error()));
    const bool computed = type == RequestType::generate || type == RequestType::repaint || type == RequestType::encode_image;
    if (computed && !last && last.error().kind == ErrorKind::device && engine_ && engine_->device_class() != "cpu")
        end_process(last.error().message, EXIT_FAILURE);  // a card or driver that failed is trusted with no other job
}

Result<Frame> Session::perform(RequestType type, JobId job, const Frame& request) {
    switch (type) {
        case RequestType::hello: {
            auto hello = decode<Hello>(request);
            if (!hello) return pass_on(hello);
            if (hello->trace) {
                inspection_.include_parent();
                hear_libraries();
            }
            if (hello->memory_limit > 0) host::limit_memory(hello->memory_limit);
            return encode(job, Ready{version, HAIBAO_VERSION, host::process_id()});
        }
        case RequestType::devices: {
            Survey survey = survey_devices();
            return encode(job, SurveyAnswer{std::move(survey.devices), std::move(survey.automatic)});
        }
        case RequestType::probe: {
            auto name = decode_probe(request);
            auto device = name ? haibao::describe_device(*name) : pass_on(name);
            if (!device) return pass_on(device);
            return encode(job, std::vector{*device});
        }
        case RequestType::load: return load(job, request);
        case RequestType::generate:
        case RequestType::repaint: return generate(job, request);
        case RequestType::encode_image: return encode_source(job, request);
        case RequestType::unload: engine_.reset(); return answer(AnswerType::result, job);
        case RequestType::shutdown: return answer(AnswerType::result, job);
        case RequestType::plan:
        case RequestType::bench:
        case RequestType::inspect:
        case RequestType::cancel: break;
    }
    return fail(ErrorKind::unsupported, "This version of the worker cannot do \"{}\" yet.", to_string(type));
}

Result<Frame> Session::load(JobId job, const Frame& request) {
    auto wanted = decode<Load>(request);
    if (!wanted) return pass_on(wanted);
    engine_.reset();  // never two models in memory
    const std::filesystem::path folder(std::u8string(wanted->model.begin(), wanted->model.end()));
    auto engine = Engine::open(folder, wanted->options);
    if (!engine) return pass_on(engine);
    engine_ = std::move(*engine);
    opened_ = {folder, wanted->options.precision, host::resident_memory()};
    describe_device(wanted->options, folder);
    return encode(job, Loaded{engine_->device_name(), engine_->device_class()});
}

Result<Frame> Session::generate(JobId job, const Frame& request) {
    auto wanted = decode<haibao::GenerationRequest>(request);
    if (!wanted) return pass_on(wanted);
    if (!engine_) return fail(ErrorKind::invalid_input, "No model is loaded.");
    // On other devices the plan is about their memory, not this process's.
    const bool planned = inspection_.wanted() && engine_->device_class() == "cpu";
    JobObserver observer(*this, job, planned ? PlannedMemory(opened_.model, *wanted, opened_.precision, opened_.memory) : PlannedMemory());
    auto made = engine_->generate(*wanted, observer);
    if (!made) return pass_on(made);
    if (cancelled_) return std::unexpected(cancelled_error());
    for (int index = 0; GeneratedPicture& picture : made->pictures) send(encode(job, Picture{index++, std::move(picture)}));
    return encode(job, *made);
}

Result<Frame> Session::encode_source(JobId job, const Frame& request) {
    auto image = decode_image_request(request);
    if (!image) return pass_on(image);
    if (!engine_) return fail(ErrorKind::invalid_input, "No model is loaded.");
    JobObserver observer(*this, job);
    auto tokens = engine_->encode_image(*image, observer);
    if (!tokens) return pass_on(tokens);
    return encode(job, *tokens);
}

void Session::describe_device(const EngineOptions& options, const std::filesystem::path& model) {
    DeviceState state{.at = trace_clock(), .name = engine_->device_name(), .device_class = engine_->device_class(),
                      .precision = std::string(to_string(options.precision)), .model = model.filename().string(), .threads = options.threads > 0 ? options.threads : usable_cores()};
    if (const auto device = haibao::describe_device(state.name)) {
        state.description = device->description;
        state.memory_total = device->memory_total;
        state.memory_free = device->memory_free;
    }
    inspection_.add_state(state);
}

void Session::send(const Frame& frame) {
    auto bytes = serialize(frame);
    if (!bytes) bytes = serialize(encode(job_of(frame), bytes.error()));
    const auto shared = std::make_shared<const std::vector<std::uint8_t>>(std::move(*bytes));
    write(*shared);
    inspection_.heard(answer_type(frame).value_or(AnswerType::failed), shared);
}

void Session::write(const std::vector<std::uint8_t>& bytes) {
    const std::scoped_lock lock(write_mutex_);
    if (!host::write_all(pipes_.out, bytes)) end_process({}, EXIT_SUCCESS);  // the parent is gone
}

}  // namespace haibao::protocol
