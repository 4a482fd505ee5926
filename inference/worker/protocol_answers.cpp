// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/device_json.h"
#include "inference/worker/fields.h"
#include "inference/worker/pixels.h"
#include "inference/worker/protocol.h"

namespace haibao::protocol {
namespace {

using nlohmann::json;

Stage read_stage(Fields& fields) {
    std::string word;
    fields.required("stage", word);
    const auto stage = stage_from(word);
    if (!stage) fields.complain("stage", "names no stage");
    return stage.value_or(Stage::loading);
}

}  // namespace

Frame encode(JobId job, const Ready& ready) {
    Frame frame = answer(AnswerType::ready, job);
    frame.head.update({{"protocol", ready.protocol}, {"version", ready.program_version}, {"pid", ready.pid}});
    return frame;
}
template <>
Result<Ready> decode(const Frame& frame) {
    Ready ready;
    Fields fields(frame.head);
    fields.required("protocol", ready.protocol).required("version", ready.program_version).maybe("pid", ready.pid);
    return fields.give(ready);
}

Frame encode(JobId job, const Loaded& loaded) {
    Frame frame = answer(AnswerType::result, job);
    frame.head.update({{"device", loaded.device}, {"device_class", loaded.device_class}});
    return frame;
}
template <>
Result<Loaded> decode(const Frame& frame) {
    Loaded loaded;
    Fields fields(frame.head);
    fields.required("device", loaded.device).required("device_class", loaded.device_class);
    return fields.give(std::move(loaded));
}

Frame encode(JobId job, const std::vector<DeviceInfo>& devices) {
    Frame frame = answer(AnswerType::result, job);
    json& list = frame.head["devices"] = json::array();
    for (const DeviceInfo& device : devices) list.push_back(device_json(device));
    return frame;
}
template <>
Result<std::vector<DeviceInfo>> decode(const Frame& frame) {
    std::vector<DeviceInfo> devices;
    const auto list = frame.head.find("devices");
    if (list == frame.head.end() || !list->is_array())
        return fail(ErrorKind::invalid_input, "The field \"devices\" is missing or no list.");
    for (const json& entry : *list) {
        DeviceInfo device;
        Fields fields(entry);
        if (!entry.is_object()) return fail(ErrorKind::invalid_input, "An entry of \"devices\" is no object.");
        fields.required("name", device.name).maybe("class", device.device_class).maybe("description", device.description);
        fields.maybe("memory_total", device.memory_total).maybe("memory_free", device.memory_free);
        fields.maybe("usable", device.usable).maybe("software", device.software).maybe("reason", device.reason);
        auto whole = fields.give(std::move(device));
        if (!whole) return pass_on(whole);
        devices.push_back(std::move(*whole));
    }
    return devices;
}

Frame encode(JobId job, const Progress& progress) {
    Frame frame = answer(AnswerType::progress, job);
    frame.head.update({{"stage", stage_word(progress.stage)},
                       {"picture", progress.picture},
                       {"step", progress.step},
                       {"total", progress.total}});
    return frame;
}
template <>
Result<Progress> decode(const Frame& frame) {
    Progress progress;
    Fields fields(frame.head);
    progress.stage = read_stage(fields);
    fields.maybe("picture", progress.picture).required("step", progress.step).required("total", progress.total);
    return fields.give(progress);
}

Frame encode(JobId job, const Preview& preview) {
    Frame frame = answer(AnswerType::preview, job);
    frame.head.update({{"picture", preview.picture}, {"image", shape_of(preview.image)}});
    append(frame.payload, preview.image);
    return frame;
}
template <>
Result<Preview> decode(const Frame& frame) {
    Preview preview;
    Fields fields(frame.head);
    fields.required("picture", preview.picture);
    if (auto whole = fields.give(true); !whole) return pass_on(whole);
    auto image = only_picture(frame);
    if (!image) return pass_on(image);
    preview.image = std::move(*image);
    return preview;
}

Frame encode_composed(JobId job, const std::vector<std::vector<std::int32_t>>& visual_tokens) {
    Frame frame = answer(AnswerType::composed, job);
    frame.head["visual_tokens"] = visual_tokens;
    return frame;
}
Result<std::vector<std::vector<std::int32_t>>> decode_composed(const Frame& frame) {
    std::vector<std::vector<std::int32_t>> tokens;
    Fields fields(frame.head);
    fields.required("visual_tokens", tokens);
    return fields.give(std::move(tokens));
}

Frame encode(JobId job, const PaintingPoint& point) {
    Frame frame = answer(AnswerType::latents, job);
    frame.head["point"] = shape_of(point);
    append(frame.payload, point);
    return frame;
}
template <>
Result<PaintingPoint> decode(const Frame& frame) {
    Pixels payload(frame.payload);
    const auto shape = frame.head.find("point");
    if (shape == frame.head.end()) return fail(ErrorKind::invalid_input, "The field \"point\" is missing.");
    auto point = payload.take_point(*shape);
    if (!point) return point;
    if (auto end = payload.end(); !end) return pass_on(end);
    return point;
}

Frame encode(JobId job, const Picture& picture) {
    Frame frame = answer(AnswerType::picture, job);
    frame.head.update({{"index", picture.index},
                       {"seed", picture.picture.seed},
                       {"image", shape_of(picture.picture.image)},
                       {"visual_tokens", picture.picture.visual_tokens}});
    append(frame.payload, picture.picture.image);
    return frame;
}
template <>
Result<Picture> decode(const Frame& frame) {
    Picture picture;
    Fields fields(frame.head);
    fields.required("index", picture.index).required("seed", picture.picture.seed);
    fields.maybe("visual_tokens", picture.picture.visual_tokens);
    if (auto whole = fields.give(true); !whole) return pass_on(whole);
    auto image = only_picture(frame);
    if (!image) return pass_on(image);
    picture.picture.image = std::move(*image);
    return picture;
}

Frame encode(JobId job, const GenerationResult& result) {
    Frame frame = answer(AnswerType::result, job);
    frame.head.update({{"width", result.width},
                       {"height", result.height},
                       {"steps", result.steps},
                       {"guidance", result.guidance},
                       {"temperature", result.temperature},
                       {"top_p", result.top_p}});
    json& timings = frame.head["timings"] = json::array();
    for (const StageSeconds& timing : result.timings)
        timings.push_back({{"stage", stage_word(timing.stage)}, {"seconds", timing.seconds}});
    return frame;
}
template <>
Result<GenerationResult> decode(const Frame& frame) {
    GenerationResult result;
    Fields fields(frame.head);
    fields.required("width", result.width).required("height", result.height).required("steps", result.steps);
    fields.required("guidance", result.guidance).required("temperature", result.temperature).required("top_p", result.top_p);
    if (auto whole = fields.give(true); !whole) return pass_on(whole);
    const auto timings = frame.head.find("timings");
    if (timings == frame.head.end() || !timings->is_array()) return result;
    for (const json& entry : *timings) {
        if (!entry.is_object()) continue;
        Fields timing(entry);
        StageSeconds stage{read_stage(timing), 0};
        timing.required("seconds", stage.seconds);
        if (auto whole = timing.give(stage)) result.timings.push_back(*whole);
    }
    return result;
}

Frame encode(JobId job, const Engine::VisualTokens& tokens) {
    Frame frame = answer(AnswerType::result, job);
    frame.head.update({{"rows", tokens.rows}, {"columns", tokens.columns}, {"ids", tokens.ids}});
    return frame;
}
template <>
Result<Engine::VisualTokens> decode(const Frame& frame) {
    Engine::VisualTokens tokens;
    Fields fields(frame.head);
    fields.required("rows", tokens.rows).required("columns", tokens.columns).required("ids", tokens.ids);
    return fields.give(std::move(tokens));
}

Frame encode(JobId job, const Error& error) {
    Frame frame = answer(AnswerType::failed, job);
    frame.head.update({{"kind", haibao::to_string(error.kind)}, {"message", error.message}, {"context", error.context}});
    return frame;
}
Error decode_error(const Frame& frame) {
    std::string kind;
    Error error;
    Fields fields(frame.head);
    fields.required("kind", kind).required("message", error.message).maybe("context", error.context);
    if (!fields.give(true)) return {ErrorKind::internal, "The worker reported an error that could not be read.", {}};
    error.kind = error_kind_from(kind);
    return error;
}

}  // namespace haibao::protocol
