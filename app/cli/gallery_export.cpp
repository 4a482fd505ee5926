// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch_export.h"
#include "app/cli/gallery.h"
#include "app/cli/library_option.h"
#include "app/cli/words.h"
#include "app/export/poster_input.h"

namespace haibao::cli {
namespace {

using gallery::PictureId;

struct Options {
    std::string library;
    Selection selection;
};

/// Pictures of the library as sources. Names need not open the files: the library knows how they were made.
Result<std::vector<std::shared_ptr<ExportSource>>> sources_of(gallery::Library& library, const std::vector<PictureId>& ids,
                                                              const std::shared_ptr<const typeset::FontSet>& fonts) {
    std::vector<std::shared_ptr<ExportSource>> sources;
    for (const PictureId id : ids) {
        auto picture = library.get(id);
        if (!picture) return pass_on(picture);
        const gallery::Making& making = picture->making;
        KnownPicture known{QString::fromStdString(making.prompt), making.titles.empty() ? QString() : QString::fromStdString(making.titles.front()),
                           QString::fromStdString(making.model_name), making.seed};
        sources.push_back(picture_source(picture->file, fonts, std::move(known)));
    }
    return sources;
}

Result<gallery::NewExport> row_of(const BatchFile& file, const Preset& preset, PictureId picture) {
    std::error_code ignored;
    gallery::NewExport row{.picture = picture,
                           .file = std::filesystem::absolute(file.result.file, ignored),
                           .preset = preset.id.toStdString(),
                           .format = file.result.format,
                           .width = file.result.width,
                           .height = file.result.height,
                           .bytes = static_cast<std::int64_t>(file.result.bytes)};
    const auto sha256 = gallery::sha256_from_hex(file.result.sha256);
    if (!sha256) return fail(ErrorKind::internal, "The checksum of {} is none.", file.result.file.string());
    row.sha256 = *sha256;
    return row;
}

Exit export_pictures(Console& console, const Options& options, const BatchOptions& batch) {
    auto library = open_gallery(console, options.library);
    if (!library) return console.error(library.error(), Doing::reading);
    auto ids = options.selection.pictures(*library);
    if (!ids) return console.error(ids.error(), Doing::reading);
    auto sources = sources_of(*library, *ids, typeset::FontSet::system());
    if (!sources) return console.error(sources.error(), Doing::reading);
    // The library notes what was made of which picture; when it can only be read, the files are made all the same.
    std::string trouble;
    const Exit exit = export_batch(console, batch, std::move(*sources), [&](const BatchFile& file, const Preset& preset) {
        if (library->read_only() || !trouble.empty()) return;
        auto row = row_of(file, preset, ids->at(file.source));
        auto added = row ? library->add_export(*row) : pass_on(row);
        if (!added) trouble = added.error().message;
    });
    if (!trouble.empty()) console.note(say(tr("The library could not note the exports: {}"), translated(trouble)));
    return exit;
}

}  // namespace

void add_gallery_export(CLI::App& gallery, Invocation& invocation) {
    CLI::App* command = gallery.add_subcommand("export", tr("Export pictures of the library: everything that a search finds, or by id"));
    const auto options = std::make_shared<Options>();
    command->add_option("QUERY", options->selection.search, tr("A search, as for `gallery search`"));
    command->add_option("--id", options->selection.ids, tr("Or: numbers of pictures"));
    add_library_option(*command, options->library);
    const auto batch = add_batch_options(*command);
    add_json_flag(*command, invocation);
    command->callback([&invocation, options, batch] {
        Console console = invocation.console();
        invocation.exit = export_pictures(console, *options, *batch);
    });
}

}  // namespace haibao::cli
