// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstring>

#include "inference/worker/fields.h"
#include "inference/worker/protocol.h"

// Trace events in frames. A graph's operations are many, so they travel in the payload, in the machine's own byte order:
// a trace is looked at where it was made, or on a machine of the same kind.
namespace haibao::protocol {
namespace {

using nlohmann::json;

constexpr std::size_t operation_bytes = 20;
static_assert(sizeof(OperationRun) == operation_bytes);

void put(Frame& frame, const StageBegun& stage) {
    frame.head.update({{"event", "stage"}, {"at", stage.at}, {"stage", stage.stage}, {"picture", stage.picture}});
}
void put(Frame& frame, const GraphRun& run) {
    frame.head.update({{"event", "graph"},       {"at", run.begin},     {"label", run.label}, {"seconds", run.seconds},
                       {"flops", run.flops},     {"bytes", run.bytes},  {"nodes", run.nodes}, {"names", run.names}});
    frame.payload.resize(run.operations.size() * operation_bytes);
    if (!run.operations.empty()) std::memcpy(frame.payload.data(), run.operations.data(), frame.payload.size());
}
void put(Frame& frame, const TokenDrawn& token) {
    json likeliest = json::array();
    for (const TokenChoice& choice : token.likeliest) likeliest.push_back({choice.id, choice.probability});
    frame.head.update({{"event", "token"},
                       {"at", token.at},
                       {"picture", token.picture},
                       {"grid", token.grid},
                       {"grids", token.grids},
                       {"rows", token.rows},
                       {"columns", token.columns},
                       {"position", token.position},
                       {"id", token.id},
                       {"entropy", token.entropy},
                       {"candidates", token.candidates},
                       {"likeliest", std::move(likeliest)}});
}
void put(Frame& frame, const StepTaken& step) {
    frame.head.update({{"event", "step"},
                       {"at", step.at},
                       {"picture", step.picture},
                       {"step", step.step},
                       {"steps", step.steps},
                       {"sigma", step.sigma},
                       {"guidance", step.guidance},
                       {"latent", step.latent},
                       {"velocity", step.velocity},
                       {"unconditional", step.unconditional},
                       {"difference", step.difference},
                       {"guided", step.guided},
                       {"passes", step.passes}});
}
void put(Frame& frame, const DeviceState& device) {
    frame.head.update({{"event", "device"},
                       {"at", device.at},
                       {"name", device.name},
                       {"class", device.device_class},
                       {"description", device.description},
                       {"precision", device.precision},
                       {"model", device.model},
                       {"threads", device.threads},
                       {"memory_total", device.memory_total},
                       {"memory_free", device.memory_free}});
}
void put(Frame& frame, const ProcessSample& sample) {
    json threads = json::array();
    for (const ThreadState& thread : sample.threads)
        threads.push_back({{"id", thread.id}, {"name", thread.name}, {"state", std::string(1, thread.state)}, {"cpu", thread.cpu_seconds}});
    frame.head.update({{"event", "process"},
                       {"at", sample.at},
                       {"memory_bytes", sample.memory_bytes},
                       {"planned_bytes", sample.planned_bytes},
                       {"threads", std::move(threads)}});
}
void put(Frame& frame, const LogLine& line) { frame.head.update({{"event", "log"}, {"at", line.at}, {"text", line.text}}); }

Result<TraceEvent> read_stage(Fields& fields) {
    StageBegun stage;
    fields.required("at", stage.at).required("stage", stage.stage).maybe("picture", stage.picture);
    return fields.give<TraceEvent>(std::move(stage));
}

bool sensible(const OperationRun& operation) {
    const auto amount = [](float value) { return std::isfinite(value) && value >= 0; };
    return amount(operation.begin) && amount(operation.seconds) && amount(operation.flops) && amount(operation.bytes);
}

Result<TraceEvent> read_graph(Fields& fields, const std::vector<std::uint8_t>& payload) {
    GraphRun run;
    fields.required("at", run.begin).maybe("label", run.label).required("seconds", run.seconds);
    fields.maybe("flops", run.flops).maybe("bytes", run.bytes).maybe("nodes", run.nodes).maybe("names", run.names);
    if (!(run.seconds >= 0 && run.flops >= 0 && run.bytes >= 0)) fields.complain("seconds, flops or bytes", "is below zero");
    if (auto whole = fields.give(true); !whole) return pass_on(whole);
    if (payload.size() % operation_bytes != 0)
        return fail(ErrorKind::invalid_input, "A graph's operations take {} bytes, which is no multiple of {}.", payload.size(), operation_bytes);
    run.operations.resize(payload.size() / operation_bytes);
    if (!payload.empty()) std::memcpy(run.operations.data(), payload.data(), payload.size());
    for (const OperationRun& operation : run.operations)
        if (operation.operation >= run.names.size() || operation.node >= run.names.size() || !sensible(operation))
            return fail(ErrorKind::invalid_input, "A graph's operations name what is not there, or have impossible times.");
    return run;
}

/// [[id, probability], …]
void read_choices(Fields& fields, const json& head, std::vector<TokenChoice>& choices) {
    const auto list = head.find("likeliest");
    if (list == head.end()) return;
    if (!list->is_array() || list->size() > TokenDrawn::most_choices) return (void)fields.complain("likeliest", "is no short list");
    for (const json& entry : *list) {
        TokenChoice choice;
        if (!entry.is_array() || entry.size() != 2 || !convert(entry[0], choice.id) || !convert(entry[1], choice.probability))
            return (void)fields.complain("likeliest", "holds something that is no choice");
        choices.push_back(choice);
    }
}

Result<TraceEvent> read_token(Fields& fields, const json& head) {
    constexpr int most_side = 1024;
    TokenDrawn token;
    fields.required("at", token.at).maybe("picture", token.picture).maybe("grid", token.grid).maybe("grids", token.grids);
    fields.required("rows", token.rows).required("columns", token.columns).required("position", token.position).required("id", token.id);
    fields.maybe("entropy", token.entropy).maybe("candidates", token.candidates);
    read_choices(fields, head, token.likeliest);
    if (token.rows < 1 || token.columns < 1 || token.rows > most_side || token.columns > most_side) fields.complain("rows or columns", "is out of range");
    else if (token.position < 0 || token.position >= token.rows * token.columns) fields.complain("position", "lies outside the grid");
    if (token.grids < 1 || token.grids > 16 || token.grid < 0 || token.grid >= token.grids) fields.complain("grid", "is out of range");
    return fields.give<TraceEvent>(std::move(token));
}

Result<TraceEvent> read_step(Fields& fields) {
    StepTaken step;
    fields.required("at", step.at).maybe("picture", step.picture).required("step", step.step).required("steps", step.steps);
    fields.required("sigma", step.sigma).maybe("guidance", step.guidance).maybe("latent", step.latent).maybe("velocity", step.velocity);
    fields.maybe("unconditional", step.unconditional).maybe("difference", step.difference).maybe("guided", step.guided).maybe("passes", step.passes);
    if (step.step < 0 || step.step >= step.steps) fields.complain("step", "is out of range");
    return fields.give<TraceEvent>(std::move(step));
}

Result<TraceEvent> read_device(Fields& fields) {
    DeviceState device;
    fields.required("at", device.at).required("name", device.name).maybe("class", device.device_class).maybe("description", device.description);
    fields.maybe("precision", device.precision).maybe("model", device.model).maybe("threads", device.threads);
    fields.maybe("memory_total", device.memory_total).maybe("memory_free", device.memory_free);
    return fields.give<TraceEvent>(std::move(device));
}

Result<TraceEvent> read_process(Fields& fields, const json& head) {
    ProcessSample sample;
    fields.required("at", sample.at).maybe("memory_bytes", sample.memory_bytes).maybe("planned_bytes", sample.planned_bytes);
    if (auto whole = fields.give(true); !whole) return pass_on(whole);
    const auto list = head.find("threads");
    if (list == head.end()) return sample;
    if (!list->is_array()) return fail(ErrorKind::invalid_input, "The field \"threads\" is no list.");
    for (const json& entry : *list) {
        if (!entry.is_object()) return fail(ErrorKind::invalid_input, "An entry of \"threads\" is no object.");
        ThreadState thread;
        std::string state;
        Fields its(entry);
        its.maybe("id", thread.id).maybe("name", thread.name).maybe("state", state).maybe("cpu", thread.cpu_seconds);
        if (auto whole = its.give(true); !whole) return pass_on(whole);
        if (!state.empty()) thread.state = state[0];
        sample.threads.push_back(std::move(thread));
    }
    return sample;
}

Result<TraceEvent> read_log(Fields& fields) {
    LogLine line;
    fields.required("at", line.at).required("text", line.text);
    return fields.give<TraceEvent>(std::move(line));
}

}  // namespace

Frame encode(JobId job, const TraceEvent& event) {
    Frame frame = answer(AnswerType::trace, job);
    std::visit([&frame](const auto& kind) { put(frame, kind); }, event);
    return frame;
}

template <>
Result<TraceEvent> decode(const Frame& frame) {
    std::string event;
    Fields fields(frame.head);
    fields.required("event", event);
    if (auto whole = fields.give(true); !whole) return pass_on(whole);
    if (event == "stage") return read_stage(fields);
    if (event == "graph") return read_graph(fields, frame.payload);
    if (event == "token") return read_token(fields, frame.head);
    if (event == "step") return read_step(fields);
    if (event == "device") return read_device(fields);
    if (event == "process") return read_process(fields, frame.head);
    if (event == "log") return read_log(fields);
    return fail(ErrorKind::unsupported, "This version does not know the trace event \"{}\".", event);
}

}  // namespace haibao::protocol
