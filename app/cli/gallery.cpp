// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gallery.h"

#include <QDateTime>
#include <QTimeZone>

#include "app/cli/library_option.h"
#include "app/cli/words.h"
#include "app/core/paths.h"

namespace haibao::cli {

using gallery::Library;
using gallery::PictureId;

std::string local_time(gallery::Time time) {
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).toString("yyyy-MM-dd HH:mm:ss").toStdString();
}

Error with_remedy(Error error) {
    if (error.kind == ErrorKind::corrupt_file) error.message += " haibao-cli gallery check --repair saves what can be saved.";
    return error;
}

Result<Library> open_unswept(const std::string& named) {
    auto library = Library::open(named.empty() ? paths::library() : std::filesystem::path(named), gallery::LibraryAccess::any);
    if (!library) return std::unexpected(with_remedy(library.error()));
    return library;
}

Result<Library> open_gallery(Console& console, const std::string& named) {
    auto library = open_unswept(named);
    if (!library) return library;
    auto report = gallery::sweep(*library);
    if (!report) return std::unexpected(with_remedy(report.error()));
    // So that colour: and similar: find what was taken up; many are left to gallery check.
    constexpr std::int64_t most_at_once = 100;
    if (report->taken_up > 0 && report->taken_up <= most_at_once)
        if (auto looks = gallery::make_looks(*library, 0); !looks) return pass_on(looks);
    tell(console, *report);
    return library;
}

void tell(Console& console, const gallery::SweepReport& report) {
    const auto counted = [&console](std::int64_t count, const std::string& sentence) {
        if (count > 0) console.note(say(sentence, count));
    };
    counted(report.taken_up, tr("Pictures found in the folder and taken up: {}"));
    counted(report.found_again, tr("Pictures found again: {}"));
    counted(report.missing, tr("Pictures that lost their files and are kept as missing (is:missing): {}"));
    for (const auto& [file, reason] : report.broken) console.note(std::format("{}: {}", file.string(), translated(reason)));
}

Result<gallery::Query> parse_search(const std::string& text) {
    auto query = gallery::parse_query(text);
    if (!query) return std::unexpected(gallery::to_error(query.error(), text));
    return *query;
}

void Selection::add_options(CLI::App& command) {
    command.add_option("ID", ids, tr("Numbers of pictures, as gallery search prints them"));
    command.add_option("-q,--query", search, tr("Or: all pictures that this search finds"))->type_name("SEARCH");
}

Result<std::vector<PictureId>> Selection::pictures(Library& library) const {
    if (ids.empty() == search.empty()) return fail(ErrorKind::invalid_input, "Name the pictures: their numbers, or --query with a search.");
    if (!search.empty()) {
        auto query = parse_search(search);
        if (!query) return pass_on(query);
        return gallery::search_ids(library, *query);
    }
    std::vector<PictureId> pictures;
    for (const std::int64_t id : ids) pictures.push_back(PictureId{id});
    return pictures;
}

nlohmann::json to_json(const gallery::Picture& picture) {
    return {{"id", static_cast<std::int64_t>(picture.id)},
            {"file", picture.file.string()},
            {"width", picture.width},
            {"height", picture.height},
            {"created", QDateTime::fromMSecsSinceEpoch(picture.created.time_since_epoch().count(), QTimeZone::UTC).toString(Qt::ISODateWithMs).toStdString()},
            {"bytes", picture.bytes},
            {"stars", picture.stars},
            {"label", gallery::label_words[static_cast<std::size_t>(picture.label)]},
            {"trashed", picture.trashed},
            {"missing", picture.missing},
            {"linked", picture.linked}};
}

nlohmann::json to_json(const gallery::PictureDetails& picture) {
    nlohmann::json json = to_json(static_cast<const gallery::Picture&>(picture));
    const gallery::Making& making = picture.making;
    json["sha256"] = gallery::to_hex(picture.sha256);
    json["from"] = gallery::origin_words[static_cast<std::size_t>(making.origin)];
    json["prompt"] = making.prompt;
    json["negative"] = making.negative;
    json["titles"] = making.titles;
    json["model"] = {{"name", making.model_name}, {"sha256", making.model_sha256}};
    json["device_class"] = making.device_class;
    json["seed"] = making.seed ? nlohmann::json(*making.seed) : nlohmann::json();
    json["settings"] = nlohmann::json::parse(making.settings, nullptr, false);
    if (json["settings"].is_discarded()) json["settings"] = making.settings;
    json["note"] = picture.note;
    json["tags"] = picture.tags;
    json["albums"] = picture.albums;
    json["visual_tokens"] = picture.visual_tokens;
    return json;
}

void add_gallery(CLI::App& app, Invocation& invocation) {
    CLI::App* gallery = app.add_subcommand("gallery", tr("The library of everything made: find, sort, import, see where a picture came from"));
    gallery->require_subcommand(1);
    add_gallery_import(*gallery, invocation);
    add_gallery_list(*gallery, invocation);
    add_gallery_edit(*gallery, invocation);
    add_gallery_album(*gallery, invocation);
    add_gallery_export(*gallery, invocation);
    gallery->footer(tr("A search: words and \"quoted phrases\" that must all be there, and\n"
                       "  tag:summer  star:>=4  label:red  text:中秋 (on the picture)  colour:red|#c8442f  similar:ID\n"
                       "  after:2026-03  before:7d  on:yesterday  size:>=1024x768|portrait  model:glm  device:cuda  seed:7\n"
                       "  album:\"Best of\"  from:comfyui  is:trashed|missing|untagged  a OR b  -not  sort:newest|oldest|stars|largest\n\n"
                       "  haibao-cli gallery search '中秋 colour:red star:>=3'\n"
                       "  haibao-cli gallery tag --query 'after:today is:untagged' --add festival"));
}

}  // namespace haibao::cli
