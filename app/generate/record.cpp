// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/record.h"

#include <algorithm>
#include <array>

#include "app/generate/speed_fields.h"

namespace haibao::generate {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 4> text_mode_words{"paint", "layers", "both", "none"};

/// A1111 reads `Key: value` pairs between commas; a value with either sign needs quotes, as JSON has them.
std::string quoted_if_needed(const std::string& value) {
    if (value.find_first_of(",:\n\"") == std::string::npos) return value;
    return json(value).dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<RepaintRecord> repaint_from(const json& entry) {
    RepaintRecord repaint;
    if (!entry.is_object()) return fail(ErrorKind::corrupt_file, "\"repaint\" is no object.");
    protocol::Fields fields(entry);
    fields.required("base", repaint.base_sha256).required("mask", repaint.mask_sha256).required("feather", repaint.feather);
    fields.maybe("strength", repaint.strength);
    return fields.give(std::move(repaint));
}

Result<EnlargeRecord> enlarged_from(const json& entry) {
    EnlargeRecord enlarged;
    if (!entry.is_object()) return fail(ErrorKind::corrupt_file, "\"enlarged\" is no object.");
    const json model = entry.value("model", json::object());
    protocol::Fields model_fields(model);
    model_fields.required("name", enlarged.model_name).required("sha256", enlarged.model_sha256);
    if (auto whole = model_fields.give(true); !whole) return pass_on(whole);
    protocol::Fields fields(entry);
    fields.required("source", enlarged.source_sha256).required("prompt", enlarged.prompt).required("width", enlarged.width);
    fields.required("height", enlarged.height).maybe("fill", enlarged.fill).required("strength", enlarged.strength);
    fields.required("steps", enlarged.steps).required("seed", enlarged.seed).required("tile", enlarged.tile);
    return fields.give(std::move(enlarged));
}

Result<Title> title_from(const json& entry) {
    Title title;
    protocol::Fields fields(entry);
    fields.required("text", title.text).required("begin_utf16", title.begin_utf16).required("end_utf16", title.end_utf16);
    return fields.give(std::move(title));
}

}  // namespace

std::string_view to_string(TextMode mode) { return text_mode_words[static_cast<std::size_t>(mode)]; }

std::optional<TextMode> text_mode_from(std::string_view word) {
    const auto found = std::ranges::find(text_mode_words, word);
    if (found == text_mode_words.end()) return std::nullopt;
    return static_cast<TextMode>(found - text_mode_words.begin());
}

json to_json(const Record& record) {
    json titles = json::array();
    for (const Title& title : record.titles)
        titles.push_back({{"text", title.text}, {"begin_utf16", title.begin_utf16}, {"end_utf16", title.end_utf16}});
    json timings = json::object();
    for (const StageSeconds& timing : record.timings) timings[std::string(protocol::stage_word(timing.stage))] = timing.seconds;
    json object{{"format", record_format},
            {"prompt", record.prompt},
            {"text_mode", to_string(record.text_mode)},
            {"titles", std::move(titles)},
            {"model", {{"name", record.model_name}, {"sha256", record.model_sha256}}},
            {"seed", record.seed},
            {"width", record.width},
            {"height", record.height},
            {"steps", record.steps},
            {"guidance", record.guidance},
            {"temperature", record.temperature},
            {"top_p", record.top_p},
            {"device_class", record.device_class},
            {"sources", record.source_sha256},
            {"version", record.version},
            {"timings", std::move(timings)}};
    write_speed(object, record.precision, record.speed);
    if (const auto& repaint = record.repaint) {
        object["repaint"] = {{"base", repaint->base_sha256}, {"mask", repaint->mask_sha256}, {"feather", repaint->feather}};
        if (repaint->strength != 1) object["repaint"]["strength"] = repaint->strength;
    }
    if (record.enlarged) object["enlarged"] = to_json(*record.enlarged);
    return object;
}

json to_json(const EnlargeRecord& enlarged) {
    return {{"source", enlarged.source_sha256},
            {"prompt", enlarged.prompt},
            {"model", {{"name", enlarged.model_name}, {"sha256", enlarged.model_sha256}}},
            {"width", enlarged.width},
            {"height", enlarged.height},
            {"fill", enlarged.fill},
            {"strength", enlarged.strength},
            {"steps", enlarged.steps},
            {"seed", enlarged.seed},
            {"tile", enlarged.tile}};
}

Result<Record> record_from_json(const json& object) {
    const auto corrupt = [](std::string sentence) {
        return std::unexpected(Error{ErrorKind::corrupt_file, "The generation record cannot be read: " + sentence, {}});
    };
    Record record;
    std::string text_mode(to_string(record.text_mode));  // records without one were made before there was a choice
    std::string format;
    protocol::Fields fields(object);
    fields.required("format", format).required("prompt", record.prompt).required("seed", record.seed);
    fields.required("width", record.width).required("height", record.height).required("steps", record.steps);
    fields.required("guidance", record.guidance).required("temperature", record.temperature).required("top_p", record.top_p);
    fields.maybe("device_class", record.device_class).maybe("sources", record.source_sha256);
    fields.maybe("version", record.version).maybe("text_mode", text_mode);
    if (format != record_format && format.starts_with("haibao.generation/"))
        return fail(ErrorKind::unsupported, "The generation record was written by a later version of Haibao ({}).", format);
    if (format != record_format) fields.complain("format", "has an unknown value");
    read_speed(fields, record.precision, record.speed);
    const auto mode = text_mode_from(text_mode);
    if (!mode) fields.complain("text_mode", "has an unknown value");
    record.text_mode = mode.value_or(TextMode::paint);
    if (auto whole = fields.give(true); !whole) return corrupt(whole.error().message);

    const json model = object.value("model", json::object());
    protocol::Fields model_fields(model);
    model_fields.maybe("name", record.model_name).maybe("sha256", record.model_sha256);
    if (auto whole = model_fields.give(true); !whole) return corrupt(whole.error().message);
    if (const auto found = object.find("repaint"); found != object.end()) {
        auto repaint = repaint_from(*found);
        if (!repaint) return corrupt(repaint.error().message);
        record.repaint = std::move(*repaint);
    }
    if (const auto found = object.find("enlarged"); found != object.end()) {
        auto enlarged = enlarged_from(*found);
        if (!enlarged) return corrupt(enlarged.error().message);
        record.enlarged = std::move(*enlarged);
    }
    if (const json titles = object.value("titles", json::array()); titles.is_array())
        for (const json& entry : titles) {
            auto title = title_from(entry);
            if (!title) return corrupt(title.error().message);
            record.titles.push_back(std::move(*title));
        }
    if (const json timings = object.value("timings", json::object()); timings.is_object())
        for (const Stage stage : protocol::all_stages) {
            const auto seconds = timings.find(std::string(protocol::stage_word(stage)));
            if (seconds != timings.end() && seconds->is_number()) record.timings.push_back({stage, seconds->get<double>()});
        }
    return record;
}

std::string a1111_parameters(const Record& record) {
    const bool refined = record.repaint && record.repaint->strength != 1;
    return std::format(
        "{}\nSteps: {}, Sampler: Euler, CFG scale: {}, Seed: {}, Size: {}x{}, Model hash: {}, Model: {}, {}Device: {}, Version: {}", record.prompt,
        record.steps, record.guidance, record.seed, record.width, record.height, record.model_sha256.substr(0, 10),
        quoted_if_needed(record.model_name), refined ? std::format("Denoising strength: {}, ", record.repaint->strength) : std::string(),
        record.device_class, quoted_if_needed("haibao " + record.version));
}

}  // namespace haibao::generate
