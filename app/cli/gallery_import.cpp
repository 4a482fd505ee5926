// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include "app/cli/gallery.h"
#include "app/cli/library_option.h"
#include "app/cli/progress_view.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "app/core/paths.h"
#include "app/gallery/import.h"
#include "app/gallery/recover.h"
#include "app/gallery/thumbnails.h"

namespace haibao::cli {
namespace {

namespace fs = std::filesystem;
using gallery::Library;

/// Long work in this thread: shows how far it is, and Ctrl-C stops it.
class LongWork {
public:
    LongWork(const std::string& style, std::string what) : view_(progress_style(style).value_or(ProgressStyle::plain)), what_(std::move(what)) {
        QObject::connect(&interrupt_, &Interrupt::interrupted, &interrupt_, [this] { stop_.request_stop(); });
        clock_.start();
        // Files that cannot be read are reported with their names.
        QLoggingCategory::setFilterRules("qt.gui.imageio*=false");
    }
    ~LongWork() { view_.clear(); }

    gallery::Progress progress() {
        return [this](std::int64_t done, std::int64_t total) {
            QCoreApplication::processEvents();
            if (done != total && shown_ && clock_.elapsed() < 500) return;
            clock_.restart();
            shown_ = true;
            view_.event({{"event", "progress"}, {"done", done}, {"total", total}}, std::format("{} {}/{}", what_, done, total));
        };
    }
    std::stop_token stop() const { return stop_.get_token(); }

private:
    ProgressView view_;
    std::string what_;
    Interrupt interrupt_;
    std::stop_source stop_;
    QElapsedTimer clock_;
    bool shown_ = false;
};

struct ImportOptions {
    std::string library, progress = "auto";
    std::vector<std::string> paths, tags;
    bool link = false, repair = false, contents = false;
    int threads = 0, side = gallery::small_thumbnail;
};

Error stopped_error() { return {ErrorKind::cancelled, "Stopped; the same command goes on from here.", {}}; }

Exit init(Console& console, const ImportOptions& options) {
    auto made = open_library(options.library, MissingLibrary::make);
    if (!made) return console.error(made.error());
    // A folder that lost its database is taken up again from its pictures.
    auto library = open_gallery(console, options.library);
    if (!library) return console.error(library.error());
    auto count = library->count();
    if (!count) return console.error(count.error());
    console.line(std::format("{} ({})", library->folder().string(), say(tr("{} pictures"), *count)));
    console.data({{"library", library->folder().string()}, {"pictures", *count}});
    return Exit::done;
}

nlohmann::json problems_json(const auto& problems) {
    nlohmann::json list = nlohmann::json::array();
    for (const auto& [file, reason] : problems) list.push_back({{"file", file.string()}, {"reason", reason}});
    return list;
}

Exit import(Console& console, const ImportOptions& options) {
    auto made = open_library(options.library, MissingLibrary::make);
    if (!made) return console.error(made.error());
    auto library = open_gallery(console, options.library);
    if (!library) return console.error(library.error());
    const std::vector<fs::path> paths(options.paths.begin(), options.paths.end());
    gallery::ImportOptions how{.mode = options.link ? gallery::ImportMode::link : gallery::ImportMode::copy, .tags = options.tags, .threads = options.threads};
    LongWork work(options.progress, tr("Importing"));
    auto report = gallery::import_pictures(*library, paths, how, work.progress(), work.stop());
    if (!report) return console.error(report.error());
    for (const auto& [file, reason] : report->problems) console.note(std::format("{}: {}", file.string(), translated(reason)));
    nlohmann::json ids = nlohmann::json::array();
    for (const gallery::PictureId id : report->ids) ids.push_back(static_cast<std::int64_t>(id));
    const nlohmann::json data{{"imported", report->imported}, {"duplicates", report->duplicates}, {"known", report->known}, {"found_again", report->found_again},
                              {"restored", report->restored}, {"ids", ids}, {"problems", problems_json(report->problems)}};
    if (report->stopped) return console.error(stopped_error(), Doing::working, data);
    console.line(say(tr("imported: {}, there already: {}, found again: {}, skipped: {}"), report->imported, report->duplicates + report->known,
                     report->found_again, report->problems.size()));
    if (report->restored > 0) console.line(say(tr("taken out of the trash: {}"), report->restored));
    console.data(data);
    if (report->problems.empty()) return Exit::done;
    return report->imported + report->duplicates + report->known + report->found_again + report->restored > 0 ? Exit::partly_done : Exit::failed;
}

Exit repair_library(Console& console, const ImportOptions& options) {
    LongWork work(options.progress, tr("Reading"));
    auto report = gallery::repair(options.library.empty() ? paths::library() : fs::path(options.library), work.progress());
    if (!report) return console.error(report.error());
    for (const std::string& line : report->lines) console.line(translated(line));
    console.data({{"was_fine", report->was_fine}, {"set_aside", report->set_aside.string()}, {"rescued", report->rescued}, {"reread", report->reread},
                  {"taken_up", report->sweep.taken_up}, {"missing", report->sweep.missing}, {"lines", report->lines}});
    return Exit::done;
}

Exit check(Console& console, const ImportOptions& options) {
    if (options.repair) return repair_library(console, options);
    // Not swept: the sweep below is to find and name everything itself.
    auto library = open_unswept(options.library);
    if (!library) return console.error(library.error());
    auto problems = gallery::check_database(*library);
    if (!problems) return console.error(with_remedy(problems.error()));
    LongWork work(options.progress, tr("Checking"));
    auto swept = gallery::sweep(*library, options.contents ? gallery::SweepDepth::contents : gallery::SweepDepth::names, work.progress(), work.stop());
    if (!swept) return console.error(with_remedy(swept.error()));
    if (!library->read_only())
        if (auto looks = gallery::make_looks(*library, options.threads, work.progress(), work.stop()); !looks) return console.error(looks.error());
    if (work.stop().stop_requested()) return console.error(stopped_error());
    gallery::Query lost;
    lost.clauses.push_back({false, {{.field = gallery::Field::is, .choice = static_cast<std::uint8_t>(gallery::Is::missing)}}});
    auto missing = gallery::count(*library, lost);
    auto count = library->count();
    if (!missing || !count) return console.error(missing ? count.error() : missing.error());
    if (library->read_only()) *missing += swept->missing;  // which could not be noted
    for (const std::string& problem : *problems) console.line(translated(problem));
    for (const auto& [file, reason] : swept->broken) console.line(std::format("{}: {}", file.string(), translated(reason)));
    console.line(say(tr("pictures: {}, missing: {}, damaged: {}, changed outside: {}"), *count, *missing, swept->broken.size(), swept->altered));
    console.data({{"pictures", *count}, {"missing", *missing}, {"altered", swept->altered}, {"taken_up", swept->taken_up}, {"found_again", swept->found_again},
                  {"damaged", problems_json(swept->broken)}, {"database", *problems}});
    if (!problems->empty()) console.note(tr("haibao-cli gallery check --repair saves what can be saved."));
    gallery::SweepReport news = *swept;
    news.broken.clear();
    tell(console, news);
    return problems->empty() && swept->broken.empty() && *missing == 0 ? Exit::done : Exit::problems_found;
}

Exit thumbnails(Console& console, const ImportOptions& options) {
    auto library = open_gallery(console, options.library);
    if (!library) return console.error(library.error());
    auto cache = gallery::Thumbnails::open(gallery::Thumbnails::usual_file());
    if (!cache) return console.error(cache.error());
    LongWork work(options.progress, tr("Thumbnails"));
    auto report = gallery::make_thumbnails(*library, *cache, options.side, options.threads, work.progress(), work.stop());
    if (!report) return console.error(report.error());
    if (report->stopped) return console.error(stopped_error());
    console.line(say(tr("made: {}, there already: {}, failed: {}"), report->made, report->there, report->failed));
    console.data({{"made", report->made}, {"there", report->there}, {"failed", report->failed}});
    return report->failed ? Exit::partly_done : Exit::done;
}

}  // namespace

void add_gallery_import(CLI::App& gallery, Invocation& invocation) {
    const auto add = [&](const char* name, const std::string& about, auto set_up, auto run) {
        CLI::App* command = gallery.add_subcommand(name, about);
        const auto options = std::make_shared<ImportOptions>();
        set_up(*command, *options);
        command->add_option("--progress", options->progress, tr("On stderr: bar, plain, json (one event per line) or none"))
            ->check(CLI::IsMember({"auto", "bar", "plain", "json", "none"}))->capture_default_str();
        add_library_option(*command, options->library);
        add_json_flag(*command, invocation);
        command->callback([&invocation, options, run] {
            Console console = invocation.console();
            invocation.exit = run(console, *options);
        });
    };
    const auto threads = [](CLI::App& command, ImportOptions& options) {
        command.add_option("--threads", options.threads, tr("0 = all cores"))->check(CLI::Range(0, 256));
    };
    const auto tags = [](CLI::App& command, ImportOptions& options) {
        command.add_option("-t,--tag", options.tags, tr("A tag for every picture; again for more"))->expected(1)->take_all()->type_name("TAG");
    };
    add("init", tr("Make a library, or take up a folder of pictures that lost its database"), [](CLI::App&, ImportOptions&) {}, init);
    add("add", tr("Copy picture files into the library"),
        [=](CLI::App& command, ImportOptions& options) {
            command.add_option("FILE", options.paths, tr("PNG, JPEG, WebP, AVIF or TIFF"))->required();
            tags(command, options);
        },
        import);
    add("import", tr("Take in folders of pictures made elsewhere, with their prompts and settings (A1111, ComfyUI, InvokeAI, Fooocus, SwarmUI)"),
        [=](CLI::App& command, ImportOptions& options) {
            command.add_option("PATH", options.paths, tr("Folders, with all folders in them, or files"))->required();
            command.add_flag("--link", options.link, tr("Leave the files where they are instead of copying them"));
            tags(command, options);
            threads(command, options);
        },
        import);
    add("check", tr("Look for missing and damaged files and for damage of the database"),
        [=](CLI::App& command, ImportOptions& options) {
            command.add_flag("--contents", options.contents, tr("Read every file and compare it with its hash"));
            command.add_flag("--repair", options.repair, tr("Mend a damaged database; close other programs that use it first"));
            threads(command, options);
        },
        check);
    add("thumbnails", tr("Make the thumbnails that are missing"),
        [=](CLI::App& command, ImportOptions& options) {
            command.add_option("--side", options.side, tr("Longest side in pixels"))->check(CLI::Range(32, 2048))->capture_default_str();
            threads(command, options);
        },
        thumbnails);
}

}  // namespace haibao::cli
