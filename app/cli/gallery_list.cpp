// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/cli/gallery.h"
#include "app/cli/library_option.h"
#include "app/cli/words.h"
#include "app/gallery/lineage.h"
#include "inference/base/utf8.h"

namespace haibao::cli {
namespace {

using gallery::Library;
using gallery::Order;
using gallery::PictureId;

struct ListOptions {
    std::string library, search, sort;
    std::vector<std::string> words;
    std::size_t limit = 50;
    bool ids_only = false, count_only = false, explain = false;
};

std::string first_line(const std::string& text, std::size_t most) {
    std::string line = text.substr(0, text.find('\n'));
    std::string cut = clip(line, most);
    return cut.size() < line.size() ? cut + "…" : cut;
}

Result<nlohmann::json> print_page(Console& console, Library& library, const gallery::Page& page, bool ids_only) {
    nlohmann::json list = nlohmann::json::array();
    for (const gallery::Picture& picture : page.pictures) {
        const auto id = static_cast<std::int64_t>(picture.id);
        if (ids_only) {
            console.line(std::to_string(id));
            list.push_back(id);
            continue;
        }
        auto details = library.get(picture.id);
        if (!details) return pass_on(details);
        const std::string stars = picture.stars ? std::format("{}★", picture.stars) : "";
        const std::string size = std::format("{}x{}", picture.width, picture.height);
        const std::string words = details->making.prompt.empty() ? picture.file.filename().string() : first_line(details->making.prompt, 100);
        console.line(std::format("{:>6}  {}  {:>9}  {:2}  {}{}", id, local_time(picture.created).substr(0, 16), size, stars, picture.missing ? tr("(missing)") + " " : "", words));
        list.push_back(to_json(*details));
    }
    return list;
}

Exit list_pictures(Console& console, const ListOptions& options) {
    auto library = open_gallery(console, options.library);
    if (!library) return console.error(library.error());
    std::string text;
    for (const std::string& word : options.words) text += (text.empty() ? "" : " ") + word;
    auto query = parse_search(text);
    if (!query) return console.error(query.error());
    if (!options.sort.empty()) query->order = gallery::order_from(options.sort);
    if (options.explain) {
        auto plan = gallery::explain(*library, *query);
        if (!plan) return console.error(plan.error());
        console.line(*plan);
        console.data({{"plan", *plan}});
        return Exit::done;
    }
    auto total = gallery::count(*library, *query);
    if (!total) return console.error(total.error());
    if (options.count_only) {
        console.line(std::to_string(*total));
        console.data({{"total", *total}});
        return Exit::done;
    }
    auto page = gallery::search(*library, *query, options.limit ? options.limit : std::size_t{1} << 40);
    if (!page) return console.error(page.error());
    auto list = print_page(console, *library, *page, options.ids_only);
    if (!list) return console.error(list.error());
    const auto shown = static_cast<std::int64_t>(list->size());
    if (*total == 0 && !console.is_json()) console.note(tr("Nothing was found."));
    if (shown < *total && !console.is_json()) console.note(say(tr("{} of {}; --limit 0 shows all"), shown, *total));
    console.data({{"total", *total}, {"pictures", *list}});
    return Exit::done;
}

Exit show_picture(Console& console, const std::string& named, std::int64_t id) {
    auto library = open_gallery(console, named);
    if (!library) return console.error(library.error());
    auto picture = library->get(PictureId{id});
    if (!picture) return console.error(picture.error());
    const auto row = [&console](const std::string& name, const std::string& value) {
        if (!value.empty()) console.line(std::format("{:12} {}", name, value));
    };
    const auto joined = [](const std::vector<std::string>& words) {
        std::string text;
        for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
        return text;
    };
    const gallery::Making& making = picture->making;
    row(tr("File"), picture->file.string() + (picture->missing ? " " + tr("(missing)") : picture->linked ? " " + tr("(linked)") : ""));
    row(tr("Prompt"), making.prompt);
    row(tr("Not wanted"), making.negative);
    row(tr("Titles"), joined(making.titles));
    row(tr("Size"), std::format("{}x{}, {}", picture->width, picture->height, human_bytes(static_cast<std::uint64_t>(picture->bytes))));
    row(tr("Made"), local_time(picture->created));
    row(tr("Seed"), making.seed ? std::to_string(*making.seed) : "");
    row(tr("Model"), making.model_name + (making.model_sha256.empty() ? "" : " (" + making.model_sha256.substr(0, 10) + ")"));
    row(tr("Device"), making.device_class);
    row(tr("From"), gallery::origin_words[static_cast<std::size_t>(making.origin)]);
    row(tr("Stars"), picture->stars ? std::to_string(picture->stars) : "");
    row(tr("Label"), picture->label == gallery::Label::none ? "" : gallery::label_words[static_cast<std::size_t>(picture->label)]);
    row(tr("Tags"), joined(picture->tags));
    row(tr("Albums"), joined(picture->albums));
    row(tr("Note"), picture->note);
    row(tr("Tokens"), picture->visual_tokens ? std::to_string(picture->visual_tokens) : "");
    row("SHA-256", gallery::to_hex(picture->sha256));
    if (picture->trashed) row(tr("Trash"), tr("in the trash; gallery restore brings it back"));
    console.data(to_json(*picture));
    return Exit::done;
}

/// The line of one picture in a family.
Result<std::string> member(Library& library, PictureId id) {
    auto picture = library.get(id);
    if (!picture) return pass_on(picture);
    return std::format("{}  {}", static_cast<std::int64_t>(id), first_line(picture->making.prompt, 80));
}

Exit show_lineage(Console& console, const std::string& named, std::int64_t id) {
    auto library = open_gallery(console, named);
    if (!library) return console.error(library.error());
    auto lineage = gallery::lineage_of(*library, PictureId{id});
    if (!lineage) return console.error(lineage.error());
    const auto numbers = [](const std::vector<PictureId>& ids) {
        nlohmann::json list = nlohmann::json::array();
        for (const PictureId one : ids) list.push_back(static_cast<std::int64_t>(one));
        return list;
    };
    const auto print = [&](const std::string& title, const std::vector<PictureId>& ids) -> Result<void> {
        if (!ids.empty()) console.line(title);
        for (const PictureId one : ids) {
            auto line = member(*library, one);
            if (!line) return pass_on(line);
            console.line("  " + *line);
        }
        return {};
    };
    if (auto done = print(tr("Made from"), lineage->ancestors); !done) return console.error(done.error());
    nlohmann::json edges = nlohmann::json::array(), posters = nlohmann::json::array(), exports = nlohmann::json::array();
    for (const gallery::LineageEdge& edge : lineage->edges) {
        const char* kind = gallery::parent_words[static_cast<std::size_t>(edge.kind)];
        edges.push_back({{"parent", edge.parent ? nlohmann::json(static_cast<std::int64_t>(*edge.parent)) : nlohmann::json()},
                         {"sha256", edge.sha256 ? nlohmann::json(gallery::to_hex(*edge.sha256)) : nlohmann::json()},
                         {"child", static_cast<std::int64_t>(edge.child)},
                         {"kind", kind}});
        if (!edge.parent && edge.sha256) console.line(std::format("  {} {} ({})", tr("a picture that is not in the library"), gallery::to_hex(*edge.sha256).substr(0, 12), kind));
    }
    if (auto done = print(tr("The picture"), {PictureId{id}}); !done) return console.error(done.error());
    if (auto done = print(tr("Made of it"), lineage->descendants); !done) return console.error(done.error());
    for (const gallery::PosterUse& poster : lineage->posters) {
        console.line(std::format("{} {} ({})", tr("Poster"), poster.file.string(), poster.title));
        posters.push_back({{"id", static_cast<std::int64_t>(poster.id)}, {"file", poster.file.string()}, {"title", poster.title}, {"picture", static_cast<std::int64_t>(poster.picture)}});
    }
    for (const gallery::ExportUse& made : lineage->exports) {
        console.line(std::format("{} {} ({})", tr("Export"), made.file.string(), made.preset));
        exports.push_back({{"id", static_cast<std::int64_t>(made.id)}, {"file", made.file.string()}, {"preset", made.preset}, {"format", made.format}});
    }
    console.data({{"picture", id}, {"ancestors", numbers(lineage->ancestors)}, {"descendants", numbers(lineage->descendants)}, {"edges", edges}, {"posters", posters}, {"exports", exports}});
    return Exit::done;
}

}  // namespace

void add_gallery_list(CLI::App& gallery, Invocation& invocation) {
    for (const char* name : {"list", "search"}) {
        const bool searches = std::string_view(name) == "search";
        CLI::App* command = gallery.add_subcommand(name, searches ? tr("Find pictures; see haibao-cli gallery --help for the words") : tr("The pictures, the newest first"));
        const auto options = std::make_shared<ListOptions>();
        if (searches) command->add_option("SEARCH", options->words, tr("What to look for; quote it for the shell"))->required();
        command->add_option("-n,--limit", options->limit, tr("How many at most; 0 = all"))->capture_default_str();
        command->add_option("--sort", options->sort, tr("newest, oldest, stars, largest, smallest"))->check(CLI::IsMember({"newest", "oldest", "stars", "largest", "smallest", "closest"}));
        command->add_flag("--ids", options->ids_only, tr("Print only the numbers"));
        command->add_flag("--count", options->count_only, tr("Print only how many there are"));
        command->add_flag("--explain", options->explain, tr("Print how the database looks for it"));
        add_library_option(*command, options->library);
        add_json_flag(*command, invocation);
        command->callback([&invocation, options] {
            Console console = invocation.console();
            invocation.exit = list_pictures(console, *options);
        });
    }
    for (const char* name : {"show", "lineage"}) {
        const bool shows = std::string_view(name) == "show";
        CLI::App* command = gallery.add_subcommand(name, shows ? tr("Everything about one picture") : tr("What a picture was made from and what was made of it"));
        const auto library = std::make_shared<std::string>();
        const auto id = std::make_shared<std::int64_t>();
        command->add_option("ID", *id, tr("The picture's number"))->required();
        add_library_option(*command, *library);
        add_json_flag(*command, invocation);
        command->callback([&invocation, library, id, shows] {
            Console console = invocation.console();
            invocation.exit = shows ? show_picture(console, *library, *id) : show_lineage(console, *library, *id);
        });
    }
}

}  // namespace haibao::cli
