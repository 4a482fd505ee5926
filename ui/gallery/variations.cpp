// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/variations.h"

namespace haibao::ui {
namespace {

namespace fs = std::filesystem;

/// The references of a job lie beside the queue while it waits, and in the library when they are pictures of it.
Result<fs::path> reference_file(gallery::Library& library, const generate::Queue& queue, const std::string& sha256) {
    std::error_code ignored;
    if (const fs::path file = queue.source_file(sha256); fs::exists(file, ignored)) return file;
    if (const auto hash = gallery::sha256_from_hex(sha256)) {
        auto known = library.with_hash(*hash);
        if (!known) return pass_on(known);
        for (const gallery::PictureId id : *known)
            if (auto details = library.get(id); details && !details->missing) return details->file;
    }
    return fail(ErrorKind::not_found, "A reference picture that this one was made from is not there any more; put it beside the prompt again.");
}

}  // namespace

Result<generate::NewJob> variations_of(gallery::Library& library, const generate::Queue& queue, gallery::PictureId picture, int count,
                                       std::uint64_t seed, const fs::path& model, const std::string& model_sha256) {
    auto details = library.get(picture);
    if (!details) return pass_on(details);
    auto prompt = generate::clean_prompt(details->making.prompt);
    if (!prompt) return fail(ErrorKind::not_found, "It is not known with which prompt this picture was made.");
    generate::NewJob job;
    job.request.prompt = *prompt;
    job.request.seed = seed;
    job.request.count = count;
    job.request.model = model;
    job.request.variation_of = gallery::to_hex(details->sha256);
    const auto settings = nlohmann::json::parse(details->making.settings, nullptr, false);
    const auto record = settings.is_object() ? generate::record_from_json(settings) : fail(ErrorKind::not_found, "no record");
    const auto sources = record && !record->source_sha256.empty() ? generate::SourcesGiven::yes : generate::SourcesGiven::no;
    const generate::Size size = generate::nearest_size({details->width, details->height}, sources);
    job.request.width = size.width;
    job.request.height = size.height;
    if (!record) return job;
    job.request.text_mode = record->text_mode;
    for (const std::string& sha256 : record->source_sha256) {
        auto file = reference_file(library, queue, sha256);
        if (!file) return pass_on(file);
        job.sources.push_back(*file);
    }
    if (record->model_sha256 != model_sha256) return job;  // its steps and guidance were another model's
    job.request.width = record->width;
    job.request.height = record->height;
    job.request.steps = record->steps;
    job.request.guidance = record->guidance;
    job.request.temperature = record->temperature;
    job.request.top_p = record->top_p;
    job.request.options.precision = record->precision;
    job.request.speed = record->speed;
    return job;
}

}  // namespace haibao::ui
