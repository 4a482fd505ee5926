// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include "app/cli/gallery.h"
#include "app/cli/library_option.h"
#include "app/cli/words.h"

namespace haibao::cli {
namespace {

using gallery::Library;
using gallery::PictureId;

/// Options of all commands that change pictures.
struct EditOptions {
    std::string library;
    Selection selection;
    std::vector<std::string> add, remove;
    std::string label, note;
    int stars = 0;
    std::int64_t id = 0;
    bool empty = false;
};
using Change = std::function<Result<void>(Library&, const std::vector<PictureId>&)>;

Exit change(Console& console, const EditOptions& options, const Change& what) {
    auto library = open_gallery(console, options.library);
    if (!library) return console.error(library.error());
    auto pictures = options.selection.pictures(*library);
    if (!pictures) return console.error(pictures.error());
    if (auto done = what(*library, *pictures); !done) return console.error(done.error());
    console.line(say(tr("pictures changed: {}"), pictures->size()));
    nlohmann::json ids = nlohmann::json::array();
    for (const PictureId id : *pictures) ids.push_back(static_cast<std::int64_t>(id));
    console.data({{"changed", ids}});
    return Exit::done;
}

Exit tag(Console& console, const EditOptions& options) {
    if (!options.add.empty() || !options.remove.empty())
        return change(console, options, [&](Library& library, const std::vector<PictureId>& ids) -> Result<void> {
            if (!options.add.empty())
                if (auto done = library.add_tags(ids, options.add); !done) return done;
            return options.remove.empty() ? Result<void>() : library.remove_tags(ids, options.remove);
        });
    auto library = open_gallery(console, options.library);
    if (!library) return console.error(library.error());
    auto tags = library->tags();
    if (!tags) return console.error(tags.error());
    nlohmann::json list = nlohmann::json::array();
    for (const gallery::TagCount& one : *tags) {
        console.line(std::format("{:>6}  {}", one.pictures, one.name));
        list.push_back({{"name", one.name}, {"pictures", one.pictures}});
    }
    console.data({{"tags", list}});
    return Exit::done;
}

Exit trash(Console& console, const EditOptions& options) {
    if (!options.empty) return change(console, options, [](Library& library, const std::vector<PictureId>& ids) { return library.trash(ids); });
    auto library = open_gallery(console, options.library);
    if (!library) return console.error(library.error());
    auto count = library->empty_trash();
    if (!count) return console.error(count.error());
    console.line(say(tr("pictures deleted for good: {}"), *count));
    console.data({{"deleted", *count}});
    return Exit::done;
}

Exit set_note(Console& console, const EditOptions& options) {
    auto library = open_gallery(console, options.library);
    if (!library) return console.error(library.error());
    if (auto done = library->set_note(PictureId{options.id}, options.note); !done) return console.error(done.error());
    console.data({{"changed", {options.id}}});
    return Exit::done;
}

}  // namespace

void add_gallery_edit(CLI::App& gallery, Invocation& invocation) {
    const auto add = [&](const char* name, const std::string& about, const std::function<void(CLI::App&, EditOptions&)>& set_up,
                         const std::function<Exit(Console&, const EditOptions&)>& run) {
        CLI::App* command = gallery.add_subcommand(name, about);
        const auto options = std::make_shared<EditOptions>();
        set_up(*command, *options);
        add_library_option(*command, options->library);
        add_json_flag(*command, invocation);
        command->callback([&invocation, options, run] {
            Console console = invocation.console();
            invocation.exit = run(console, *options);
        });
    };
    add("tag", tr("Add and remove tags; without either it lists them"),
        [](CLI::App& command, EditOptions& options) {
            options.selection.add_options(command);
            command.add_option("-a,--add", options.add, tr("A tag to add; again for more"))->expected(1)->take_all()->type_name("TAG");
            command.add_option("-r,--remove", options.remove, tr("A tag to remove; again for more"))->expected(1)->take_all()->type_name("TAG");
        },
        tag);
    add("star", tr("Give pictures 0 to 5 stars"),
        [](CLI::App& command, EditOptions& options) {
            command.add_option("STARS", options.stars, tr("0 to 5"))->required()->check(CLI::Range(0, 5));
            options.selection.add_options(command);
        },
        [](Console& console, const EditOptions& options) {
            return change(console, options, [&](Library& library, const std::vector<PictureId>& ids) { return library.set_stars(ids, options.stars); });
        });
    add("label", tr("Give pictures a colour label"),
        [](CLI::App& command, EditOptions& options) {
            command.add_option("COLOUR", options.label, tr("red, orange, yellow, green, blue, purple, grey or none"))->required()
                ->check(CLI::IsMember(std::vector<std::string>(gallery::label_words.begin(), gallery::label_words.end())));
            options.selection.add_options(command);
        },
        [](Console& console, const EditOptions& options) {
            return change(console, options, [&](Library& library, const std::vector<PictureId>& ids) { return library.set_label(ids, *gallery::label_from(options.label)); });
        });
    add("note", tr("Write a note to a picture; an empty one removes it"),
        [](CLI::App& command, EditOptions& options) {
            command.add_option("ID", options.id, tr("The picture's number"))->required();
            command.add_option("TEXT", options.note, tr("The note"))->required();
        },
        set_note);
    add("trash", tr("Move pictures to the trash, or empty it"),
        [](CLI::App& command, EditOptions& options) {
            options.selection.add_options(command);
            command.add_flag("--empty", options.empty, tr("Delete everything in the trash for good"))
                ->excludes(command.get_option("ID"), command.get_option("--query"));
        },
        trash);
    add("restore", tr("Bring pictures back from the trash"), [](CLI::App& command, EditOptions& options) { options.selection.add_options(command); },
        [](Console& console, const EditOptions& options) {
            return change(console, options, [](Library& library, const std::vector<PictureId>& ids) { return library.restore(ids); });
        });
}

}  // namespace haibao::cli
