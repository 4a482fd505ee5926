// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/worker/protocol.h"

#include <algorithm>
#include <array>

#include "inference/worker/fields.h"
#include "inference/worker/pixels.h"

namespace haibao::protocol {
namespace {

using nlohmann::json;

// In the order of the enums.
constexpr std::array<std::string_view, 13> request_words{"hello",   "devices", "probe", "plan",   "load",   "generate",
                                                         "encode_image", "repaint", "bench", "cancel", "unload", "inspect", "shutdown"};
constexpr std::array<std::string_view, 9> answer_words{"ready",   "progress", "preview", "composed", "latents",
                                                       "picture", "result",   "failed",  "trace"};
constexpr std::array<std::string_view, 5> stage_words{"loading", "reading_sources", "composing", "painting", "finishing"};
constexpr std::array<std::string_view, 2> precision_words{"f32", "fast"};

template <class Enum, std::size_t n>
std::optional<Enum> from_word(const std::array<std::string_view, n>& words, std::string_view word) {
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

std::string_view type_word(const Frame& frame) {
    const auto type = frame.head.find("type");
    if (type == frame.head.end() || !type->is_string()) return {};
    return type->get_ref<const std::string&>();
}

/// The base and, of the same size, its mask.
Result<Repaint> take_repaint(const json& head, Pixels& pixels) {
    Repaint repaint;
    Fields fields(head);
    fields.required("feather", repaint.feather).maybe("strength", repaint.strength);
    if (auto whole = fields.give(true); !whole) return pass_on(whole);
    const json base = head.value("base", json::object());
    auto image = pixels.take(base);
    if (!image) return pass_on(image);
    auto mask = pixels.take_mask(image->width, image->height);
    if (!mask) return pass_on(mask);
    repaint.base = std::move(*image);
    repaint.mask = std::move(*mask);
    return repaint;
}

template <class T>
void put(json& head, const char* name, const std::optional<T>& value) {
    if (value) head[name] = *value;
}

}  // namespace

std::string_view to_string(RequestType type) { return request_words[static_cast<std::size_t>(type)]; }
std::string_view to_string(AnswerType type) { return answer_words[static_cast<std::size_t>(type)]; }
std::string_view to_string(Precision precision) { return precision_words[static_cast<std::size_t>(precision)]; }
std::optional<Precision> precision_from(std::string_view word) { return from_word<Precision>(precision_words, word); }
std::optional<Stage> stage_from(std::string_view word) { return from_word<Stage>(stage_words, word); }
std::string_view stage_word(Stage stage) { return stage_words[static_cast<std::size_t>(stage)]; }

std::optional<RequestType> request_type(const Frame& frame) {
    return from_word<RequestType>(request_words, type_word(frame));
}
std::optional<AnswerType> answer_type(const Frame& frame) {
    return from_word<AnswerType>(answer_words, type_word(frame));
}

JobId job_of(const Frame& frame) {
    std::uint32_t job = 0;
    const auto found = frame.head.find("job");
    if (found != frame.head.end()) convert(*found, job);
    return JobId{job};
}

Frame request(RequestType type, JobId job) {
    return {{{"type", to_string(type)}, {"job", static_cast<std::uint32_t>(job)}}, {}};
}
Frame answer(AnswerType type, JobId job) { return {{{"type", to_string(type)}, {"job", static_cast<std::uint32_t>(job)}}, {}}; }

Frame encode(JobId job, const Hello& hello) {
    Frame frame = request(RequestType::hello, job);
    frame.head.update({{"protocol", version}, {"memory_limit", hello.memory_limit}, {"trace", hello.trace}});
    return frame;
}
template <>
Result<Hello> decode(const Frame& frame) {
    int spoken = 0;
    Hello hello;
    Fields fields(frame.head);
    fields.required("protocol", spoken).maybe("memory_limit", hello.memory_limit).maybe("trace", hello.trace);
    if (auto whole = fields.give(true); !whole) return pass_on(whole);
    if (spoken != version)
        return fail(ErrorKind::unsupported, "The worker speaks protocol {}, the program that started it {}; reinstall Haibao.", version, spoken);
    return hello;
}

Frame encode(JobId job, const Load& load) {
    Frame frame = request(RequestType::load, job);
    frame.head.update({{"model", load.model},
                       {"device", load.options.device},
                       {"precision", to_string(load.options.precision)},
                       {"threads", load.options.threads}});
    return frame;
}
template <>
Result<Load> decode(const Frame& frame) {
    Load load;
    std::string precision = "fast";
    Fields fields(frame.head);
    fields.required("model", load.model).maybe("device", load.options.device);
    fields.maybe("precision", precision).maybe("threads", load.options.threads);
    const auto known = precision_from(precision);
    if (!known) fields.complain("precision", "is neither f32 nor fast");
    if (load.options.threads < 0 || load.options.threads > 4096) fields.complain("threads", "is out of range");
    load.options.precision = known.value_or(Precision::fast);
    return fields.give(std::move(load));
}

Frame encode_probe(JobId job, const std::string& device) {
    Frame frame = request(RequestType::probe, job);
    frame.head["device"] = device;
    return frame;
}
Result<std::string> decode_probe(const Frame& frame) {
    std::string device;
    Fields fields(frame.head);
    fields.required("device", device);
    return fields.give(std::move(device));
}

Frame encode(JobId job, const haibao::GenerationRequest& request_) {
    Frame frame = request(request_.repaint ? RequestType::repaint : RequestType::generate, job);
    json& head = frame.head;
    head["prompt"] = request_.prompt;
    put(head, "width", request_.width);
    put(head, "height", request_.height);
    put(head, "steps", request_.steps);
    put(head, "guidance", request_.guidance);
    put(head, "temperature", request_.temperature);
    put(head, "top_p", request_.top_p);
    head["seed"] = request_.seed;
    head["count"] = request_.count;
    head["speed"] = to_string(request_.speed);
    if (!request_.visual_tokens.empty()) head["visual_tokens"] = request_.visual_tokens;
    for (const Image& source : request_.sources) {
        head["sources"].push_back(shape_of(source));
        append(frame.payload, source);
    }
    if (request_.repaint) {
        head["base"] = shape_of(request_.repaint->base);
        head["feather"] = request_.repaint->feather;
        if (request_.repaint->strength != 1) head["strength"] = request_.repaint->strength;
        append(frame.payload, request_.repaint->base);
        append(frame.payload, request_.repaint->mask);
    }
    put(head, "keep_every", request_.keep_every);
    for (const PaintingPoint& point : request_.painted) {
        head["painted"].push_back(shape_of(point));
        append(frame.payload, point);
    }
    return frame;
}
template <>
Result<haibao::GenerationRequest> decode(const Frame& frame) {
    haibao::GenerationRequest asked;
    Fields fields(frame.head);
    fields.required("prompt", asked.prompt).maybe("seed", asked.seed).maybe("count", asked.count);
    fields.maybe("width", asked.width).maybe("height", asked.height).maybe("steps", asked.steps);
    fields.maybe("guidance", asked.guidance).maybe("temperature", asked.temperature).maybe("top_p", asked.top_p);
    fields.maybe("visual_tokens", asked.visual_tokens).maybe("keep_every", asked.keep_every);
    if (asked.count < 1 || asked.count > 1024) fields.complain("count", "is out of range");
    std::string speed(to_string(asked.speed));
    fields.maybe("speed", speed);
    const auto known = speed_from(speed);
    if (!known) fields.complain("speed", "is neither exact nor balanced nor fast");
    asked.speed = known.value_or(Speed::exact);
    if (auto whole = fields.give(true); !whole) return pass_on(whole);
    Pixels pixels(frame.payload);
    const json sources = frame.head.value("sources", json::array());
    if (!sources.is_array()) return fail(ErrorKind::invalid_input, "The field \"sources\" is not a list.");
    for (const json& shape : sources) {
        auto image = pixels.take(shape);
        if (!image) return pass_on(image);
        asked.sources.push_back(std::move(*image));
    }
    if (request_type(frame) == RequestType::repaint) {
        auto repaint = take_repaint(frame.head, pixels);
        if (!repaint) return pass_on(repaint);
        asked.repaint = std::move(*repaint);
    }
    const json painted = frame.head.value("painted", json::array());
    if (!painted.is_array()) return fail(ErrorKind::invalid_input, "The field \"painted\" is not a list.");
    for (const json& shape : painted) {
        auto point = pixels.take_point(shape);
        if (!point) return pass_on(point);
        asked.painted.push_back(std::move(*point));
    }
    if (auto end = pixels.end(); !end) return pass_on(end);
    return asked;
}

Frame encode_image_request(JobId job, const Image& image) {
    Frame frame = request(RequestType::encode_image, job);
    frame.head["image"] = shape_of(image);
    append(frame.payload, image);
    return frame;
}
Result<Image> decode_image_request(const Frame& frame) { return only_picture(frame); }

}  // namespace haibao::protocol
