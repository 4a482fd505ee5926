// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an inspector gets from the real worker, by its socket and by the pipe.

#include <poll.h>
#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <thread>

#include "inference/worker/local_socket.h"
#include "tests/inference/worker/worker_under_test.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using namespace haibao::protocol;

namespace {

/// The folder in which workers offer their sockets during one test.
class RuntimeFolder {
public:
    RuntimeFolder() { setenv("XDG_RUNTIME_DIR", folder_.path().c_str(), 1); }
    ~RuntimeFolder() { unsetenv("XDG_RUNTIME_DIR"); }
    const std::filesystem::path& path() const { return folder_.path(); }

private:
    test::TemporaryFolder folder_;
};

std::filesystem::path ask_for_socket(Worker& worker) {
    worker.send(request(RequestType::inspect, JobId{50}));
    const Frame offered = worker.last_answer(JobId{50});
    INFO(offered.head.dump());
    REQUIRE(offered.head.contains("socket"));
    return offered.head["socket"].get<std::string>();
}

class Inspector {
public:
    explicit Inspector(const std::filesystem::path& path) : socket_(host::connect_to(path).value()) {}

    /// The next frame; nothing when the worker has gone.
    std::optional<Frame> next() {
        for (;;) {
            auto frame = parser_.next();
            REQUIRE(frame);
            if (*frame) return std::move(**frame);
            pollfd ready{socket_.descriptor(), POLLIN, 0};
            REQUIRE(poll(&ready, 1, hang_ms) == 1);
            std::array<std::uint8_t, 1 << 16> buffer;
            const auto count = socket_.receive(buffer);
            if (count < 0) return std::nullopt;
            parser_.feed(std::span(buffer).first(static_cast<std::size_t>(count)));
        }
    }
    /// Waits for a trace event of this kind.
    template <class Event>
    Event event() {
        for (;;) {
            auto frame = next();
            REQUIRE(frame);
            if (answer_type(*frame) != AnswerType::trace) continue;
            auto decoded = decode<TraceEvent>(*frame);
            REQUIRE(decoded);
            if (const auto* found = std::get_if<Event>(&*decoded)) return *found;
        }
    }

private:
    host::Socket socket_;
    FrameParser parser_;
};

haibao::GenerationRequest short_job() {
    haibao::GenerationRequest request;
    request.prompt = "poster “x”";
    request.width = request.height = 256;
    request.steps = 3;
    request.guidance = 1.5;
    return request;
}

}  // namespace

TEST_CASE("A worker offers its socket when asked, for its user alone, and takes it away when it ends") {
    const RuntimeFolder runtime;
    Worker worker;
    worker.send(encode(JobId{1}, Hello{}));
    worker.last_answer(JobId{1});
    CHECK(std::filesystem::is_empty(runtime.path()));
    CHECK(host::offered_sockets().empty());

    const auto path = ask_for_socket(worker);
    CHECK(path.parent_path() == runtime.path() / "haibao");
    CHECK(ask_for_socket(worker) == path);
    struct stat folder{};
    REQUIRE(stat(path.parent_path().c_str(), &folder) == 0);
    CHECK((folder.st_mode & 0777) == 0700);
    REQUIRE(host::offered_sockets().size() == 1);
    CHECK(host::offered_sockets()[0].path == path);

    worker.send(request(RequestType::shutdown, JobId{2}));
    CHECK(worker.wait_for_end() == 0);
    CHECK(host::offered_sockets().empty());
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK(host::connect_to(path).error().kind == ErrorKind::not_found);
}

TEST_CASE("A socket folder that others may enter is not used") {
    const RuntimeFolder runtime;
    std::filesystem::create_directory(runtime.path() / "haibao");
    chmod((runtime.path() / "haibao").c_str(), 0777);
    Worker worker;
    worker.send(request(RequestType::inspect, JobId{1}));
    const Frame refused = worker.last_answer(JobId{1});
    CHECK(answer_type(refused) == AnswerType::failed);
    CHECK(decode_error(refused).kind == ErrorKind::io);
}

TEST_CASE("An inspector that comes in the middle of a job sees where it stands and what runs, and goes unnoticed") {
    const RuntimeFolder runtime;
    Worker worker;
    worker.load_tiny_model();
    worker.start_long_job(JobId{4});
    worker.wait_for(AnswerType::composed);
    const auto path = ask_for_socket(worker);
    {
        Inspector inspector(path);
        auto first = inspector.next();
        REQUIRE(first);
        CHECK(decode<Ready>(*first));
        const DeviceState device = inspector.event<DeviceState>();
        CHECK(device.name == "cpu");
        CHECK(device.threads == 1);
        CHECK(device.model == "checkpoint");  // never a path
        const GraphRun run = inspector.event<GraphRun>();
        CHECK(run.flops > 0);
        CHECK(!run.operations.empty());
        const StepTaken step = inspector.event<StepTaken>();
        CHECK(step.steps == 200);
        CHECK(step.latent > 0);
        CHECK(inspector.event<ProcessSample>().memory_bytes > 1 << 20);
    }
    worker.send(request(RequestType::cancel, JobId{4}));
    CHECK(decode_error(worker.last_answer(JobId{4})).kind == ErrorKind::cancelled);
    Inspector another(path);
    CHECK(another.next());
}

TEST_CASE("An inspector sees a whole job: stages in order, every token, every step, and its result") {
    const RuntimeFolder runtime;
    Worker worker;
    worker.load_tiny_model();
    Inspector inspector(ask_for_socket(worker));
    REQUIRE(inspector.next());  // from here on it is looked at
    worker.send(encode(JobId{5}, short_job()));
    // A parent reads its worker's answers all the time; one that does not holds it up.
    const std::jthread parent([&worker] { worker.last_answer(JobId{5}); });
    std::vector<std::string> stages;
    std::map<std::string, int> events;
    double last = 0;
    for (;;) {
        auto frame = inspector.next();
        REQUIRE(frame);
        if (answer_type(*frame) == AnswerType::result && job_of(*frame) == JobId{5}) break;
        if (answer_type(*frame) != AnswerType::trace) continue;
        auto event = decode<TraceEvent>(*frame);
        REQUIRE(event);
        ++events[frame->head["event"]];
        if (const auto* stage = std::get_if<StageBegun>(&*event)) stages.push_back(stage->stage);
        if (std::holds_alternative<GraphRun>(*event)) {
            CHECK(frame->head["at"].get<double>() >= last);
            last = frame->head["at"].get<double>();
        }
    }
    REQUIRE(stages.size() >= 5);
    CHECK(stages.front() == "loading");
    CHECK(stages[1] == "composing");
    CHECK(stages[stages.size() - 2] == "finishing");
    CHECK(stages.back().empty());
    CHECK(events["step"] == 3);
    CHECK(events["token"] >= 64);  // the large grid of 256×256 pixels alone
    CHECK(events["graph"] > events["token"]);
}

TEST_CASE("An inspector sees the memory beside what each stage should take, and what libraries have to say without a path in it") {
    const RuntimeFolder runtime;
    Worker worker;
    Inspector inspector(ask_for_socket(worker));
    worker.load_tiny_model();
    const LogLine line = inspector.event<LogLine>();
    CHECK(!line.text.empty());
    CHECK(!line.text.contains("/"));
    worker.start_long_job(JobId{6});
    const std::jthread parent([&worker] { worker.last_answer(JobId{6}); });
    std::string stage;
    for (bool planned = false; !planned;) {
        auto frame = inspector.next();
        REQUIRE(frame);
        if (answer_type(*frame) != AnswerType::trace) continue;
        auto event = decode<TraceEvent>(*frame);
        REQUIRE(event);
        if (const auto* begun = std::get_if<StageBegun>(&*event)) stage = begun->stage;
        const auto* sample = std::get_if<ProcessSample>(&*event);
        if (!sample || stage != "painting") continue;
        planned = true;
        CHECK(sample->planned_bytes > std::uint64_t{10} << 20);
        CHECK(sample->planned_bytes < std::uint64_t{4} << 30);
    }
    worker.send(request(RequestType::cancel, JobId{6}));
}

TEST_CASE("An inspector that does not read holds nobody up") {
    const RuntimeFolder runtime;
    Worker worker;
    worker.load_tiny_model();
    Inspector asleep(ask_for_socket(worker));
    for (std::uint32_t job = 10; job < 14; ++job) {
        worker.send(encode(JobId{job}, short_job()));
        CHECK(answer_type(worker.last_answer(JobId{job})) == AnswerType::result);
    }
}

TEST_CASE("A parent that asks gets the trace through the pipe") {
    Worker worker;
    worker.send(encode(JobId{1}, Hello{0, true}));
    worker.last_answer(JobId{1});
    worker.load_tiny_model();
    worker.send(encode(JobId{5}, short_job()));
    std::map<std::string, int> events;
    for (;;) {
        auto frame = worker.answer();
        REQUIRE(frame);
        if (answer_type(*frame) == AnswerType::result) break;
        if (answer_type(*frame) == AnswerType::trace) ++events[frame->head["event"]];
    }
    CHECK(events["step"] == 3);
    CHECK(events["graph"] > 100);
}
