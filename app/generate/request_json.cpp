// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/request_json.h"

#include "app/generate/speed_fields.h"

namespace haibao::generate {
namespace {

using nlohmann::json;

template <class T>
void put(json& object, const char* name, const std::optional<T>& value) {
    if (value) object[name] = *value;
}

Result<RepaintPicture> repaint_from(const json& object) {
    RepaintPicture repaint;
    if (!object.is_object()) return fail(ErrorKind::corrupt_file, "The request of this job cannot be read: \"repaint\" is no object.");
    protocol::Fields fields(object);
    fields.required("base", repaint.base.sha256).required("mask", repaint.mask.sha256).required("feather", repaint.feather);
    fields.maybe("strength", repaint.strength);
    if (auto whole = fields.give(true); !whole)
        return fail(ErrorKind::corrupt_file, "The request of this job cannot be read: {}", whole.error().message);
    return repaint;
}

std::string utf8(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

}  // namespace

json to_json(const Request& request) {
    json object{{"format", request_format},
                {"prompt", request.prompt},
                {"seed", request.seed},
                {"count", request.count},
                {"model", utf8(request.model)},
                {"device", request.options.device},
                {"threads", request.options.threads}};
    write_speed(object, request.options.precision, request.speed);
    put(object, "width", request.width);
    put(object, "height", request.height);
    put(object, "steps", request.steps);
    put(object, "guidance", request.guidance);
    put(object, "temperature", request.temperature);
    put(object, "top_p", request.top_p);
    if (request.text_mode) object["text_mode"] = to_string(*request.text_mode);
    if (const auto& repaint = request.repaint) {
        object["repaint"] = {{"base", repaint->base.sha256}, {"mask", repaint->mask.sha256}, {"feather", repaint->feather}};
        if (repaint->strength != 1) object["repaint"]["strength"] = repaint->strength;
    }
    for (const SourcePicture& source : request.sources) object["sources"].push_back(source.sha256);
    if (!request.variation_of.empty()) object["variation_of"] = request.variation_of;
    return object;
}

Result<Request> request_from_json(const json& object) {
    Request request;
    std::string format, model;
    std::optional<std::string> text_mode;
    std::vector<std::string> sources;
    protocol::Fields fields(object);
    fields.required("format", format).required("prompt", request.prompt).required("seed", request.seed).required("count", request.count);
    fields.required("model", model).required("device", request.options.device);
    fields.maybe("threads", request.options.threads).maybe("width", request.width).maybe("height", request.height);
    fields.maybe("steps", request.steps).maybe("guidance", request.guidance).maybe("temperature", request.temperature);
    fields.maybe("top_p", request.top_p).maybe("sources", sources).maybe("text_mode", text_mode).maybe("variation_of", request.variation_of);
    if (format != request_format && format.starts_with("haibao.request/"))
        return fail(ErrorKind::unsupported, "This job was queued by a later version of Haibao ({}).", format);
    if (const auto found = object.find("repaint"); found != object.end()) {
        auto repaint = repaint_from(*found);
        if (!repaint) return pass_on(repaint);
        request.repaint = std::move(*repaint);
    }
    if (format != request_format) fields.complain("format", "has an unknown value");
    read_speed(fields, request.options.precision, request.speed);
    if (text_mode && !(request.text_mode = text_mode_from(*text_mode))) fields.complain("text_mode", "has an unknown value");
    if (auto whole = fields.give(true); !whole)
        return fail(ErrorKind::corrupt_file, "The request of this job cannot be read: {}", whole.error().message);
    request.model = std::u8string(model.begin(), model.end());
    for (std::string& sha256 : sources) request.sources.push_back({{}, std::move(sha256)});
    if (auto sound = check(request); !sound) return fail(ErrorKind::corrupt_file, "The request of this job cannot be carried out: {}", sound.error().message);
    return request;
}

}  // namespace haibao::generate
