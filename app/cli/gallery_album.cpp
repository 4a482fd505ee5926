// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gallery.h"
#include "app/cli/library_option.h"
#include "app/cli/words.h"

namespace haibao::cli {
namespace {

struct AlbumOptions {
    std::string library, name, saved;
    Selection selection;
};

/// Errors: those of a saved search that cannot be carried out (any more).
Result<std::int64_t> pictures_in(gallery::Library& library, const gallery::Album& album) {
    if (!album.query) return album.pictures;
    auto query = parse_search(*album.query);
    if (!query) return pass_on(query);
    return gallery::count(library, *query);
}

Exit list_albums(Console& console, const AlbumOptions& options) {
    auto library = open_gallery(console, options.library);
    if (!library) return console.error(library.error());
    auto albums = library->albums();
    if (!albums) return console.error(albums.error());
    nlohmann::json list = nlohmann::json::array();
    Exit exit = Exit::done;
    for (const gallery::Album& album : *albums) {
        auto pictures = pictures_in(*library, album);
        console.line(std::format("{:>6}  {}{}", pictures ? std::to_string(*pictures) : "?", album.name, album.query ? "  = " + *album.query : ""));
        nlohmann::json one{{"name", album.name}, {"search", album.query ? nlohmann::json(*album.query) : nlohmann::json()},
                           {"pictures", pictures ? nlohmann::json(*pictures) : nlohmann::json()}};
        if (!pictures) {
            exit = Exit::partly_done;
            one["problem"] = pictures.error().message;
            console.note(std::format("{}: {}", album.name, translated(pictures.error().message)));
        }
        list.push_back(std::move(one));
    }
    console.data({{"albums", list}});
    return exit;
}

Exit create(Console& console, const AlbumOptions& options) {
    auto library = open_gallery(console, options.library);
    if (!library) return console.error(library.error());
    std::optional<std::string> saved;
    if (!options.saved.empty()) {
        if (auto query = parse_search(options.saved); !query) return console.error(query.error());
        saved = options.saved;
    }
    auto album = library->create_album(options.name, saved);
    if (!album) return console.error(album.error());
    console.data({{"album", static_cast<std::int64_t>(*album)}});
    return Exit::done;
}

enum class AlbumChange { add, remove, erase };

Exit change(Console& console, const AlbumOptions& options, AlbumChange what) {
    auto library = open_gallery(console, options.library);
    if (!library) return console.error(library.error());
    auto album = library->find_album(options.name);
    if (!album) return console.error(album.error());
    if (what == AlbumChange::erase) {
        if (auto done = library->delete_album(*album); !done) return console.error(done.error());
        console.data({{"deleted", options.name}});
        return Exit::done;
    }
    auto pictures = options.selection.pictures(*library);
    if (!pictures) return console.error(pictures.error());
    auto done = what == AlbumChange::add ? library->add_to_album(*album, *pictures) : library->remove_from_album(*album, *pictures);
    if (!done) return console.error(done.error());
    console.data({{"album", options.name}, {"pictures", pictures->size()}});
    return Exit::done;
}

}  // namespace

void add_gallery_album(CLI::App& gallery, Invocation& invocation) {
    CLI::App* album = gallery.add_subcommand("album", tr("Albums: pictures put together by hand, or saved searches"));
    album->require_subcommand(1);
    const auto add = [&](const char* name, const std::string& about, auto set_up, auto run) {
        CLI::App* command = album->add_subcommand(name, about);
        const auto options = std::make_shared<AlbumOptions>();
        set_up(*command, *options);
        add_library_option(*command, options->library);
        add_json_flag(*command, invocation);
        command->callback([&invocation, options, run] {
            Console console = invocation.console();
            invocation.exit = run(console, *options);
        });
    };
    const auto named = [](CLI::App& command, AlbumOptions& options) { command.add_option("NAME", options.name, tr("The album's name"))->required(); };
    const auto with_pictures = [named](CLI::App& command, AlbumOptions& options) {
        named(command, options);
        options.selection.add_options(command);
    };
    add("list", tr("All albums with how many pictures they hold"), [](CLI::App&, AlbumOptions&) {}, list_albums);
    add("create", tr("Make an album"),
        [named](CLI::App& command, AlbumOptions& options) {
            named(command, options);
            command.add_option("-s,--search", options.saved, tr("Make it a saved search: it holds whatever this finds"))->type_name("SEARCH");
        },
        create);
    add("add", tr("Put pictures into an album"), with_pictures, [](Console& console, const AlbumOptions& options) { return change(console, options, AlbumChange::add); });
    add("remove", tr("Take pictures out of an album"), with_pictures,
        [](Console& console, const AlbumOptions& options) { return change(console, options, AlbumChange::remove); });
    add("delete", tr("Delete an album; its pictures stay"), named, [](Console& console, const AlbumOptions& options) { return change(console, options, AlbumChange::erase); });
}

}  // namespace haibao::cli
