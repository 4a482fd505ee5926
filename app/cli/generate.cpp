// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QEventLoop>
#include <cstdio>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/generation_options.h"
#include "app/cli/library_option.h"
#include "app/cli/library_output.h"
#include "app/cli/output_files.h"
#include "app/cli/progress_view.h"
#include "app/cli/terminal.h"
#include "app/core/paths.h"
#include "app/document/file.h"
#include "app/generate/job_runner.h"
#include "app/placement/finished_poster.h"

namespace haibao::cli {
namespace {

using generate::FinishedPicture;
using generate::JobRunner;

struct Options {
    GenerationOptions generation;
    std::string out, progress = "auto";
    std::optional<std::string> library;  ///< empty: the user's own
    bool overwrite = false;
};

/// Runs one request and writes its pictures as they come.
class Generation {
public:
    /// Pictures go into the files, into the library, or into both.
    Generation(Console console, std::optional<OutputFiles> output, std::optional<gallery::Library> library, ProgressStyle style,
               generate::WorkerOptions worker)
        : console_(console), output_(std::move(output)), library_(std::move(library)), view_(style), runner_(std::move(worker), paths::cache() / "pace.json") {
        QObject::connect(&runner_, &JobRunner::progressed, &loop_, [this](const generate::JobProgress& progress) {
            if (!error_) view_.show(progress);
        });
        QObject::connect(&runner_, &JobRunner::picture_finished, &loop_, [this](const FinishedPicture& picture) { keep(picture); });
        QObject::connect(&runner_, &JobRunner::finished, &loop_, &QEventLoop::quit);
        QObject::connect(&runner_, &JobRunner::failed, &loop_, [this](const Error& error) {
            if (!error_) error_ = error;
            loop_.quit();
        });
        QObject::connect(&interrupt_, &Interrupt::interrupted, &loop_, [this](int count) { interrupted(count); });
    }

    Exit run(generate::Request request) {
        total_ = request.count;
        runner_.start(std::move(request));
        loop_.exec();
        view_.clear();
        if (!error_) {
            console_.data(report());
            return words_lost_ ? Exit::partly_done : Exit::done;
        }
        const Exit exit = console_.error(*error_, Doing::working, report());
        return files_.empty() || exit == Exit::cancelled ? exit : Exit::partly_done;
    }

private:
    void keep(const FinishedPicture& picture) {
        if (error_) return;
        nlohmann::json report{{"seed", picture.record.seed}, {"record", to_json(picture.record)}};
        auto files = write(picture, report);
        if (!files) {
            error_ = files.error();
            runner_.cancel();
            return;
        }
        view_.picture(files->picture.string(), picture.record.seed);
        report["file"] = files->picture.string();
        const bool says_names = !output_ || !output_->to_stdout();
        if (says_names) console_.line(files->picture.string());
        if (!files->poster.empty()) {
            if (says_names) console_.line(files->poster.string());
            report["poster"] = files->poster.string();
        }
        files_.push_back(std::move(report));
    }

    struct Files {
        std::filesystem::path picture, poster;
    };

    /// The library keeps what was painted, with its tokens; the files show the finished poster.
    Result<Files> write(const FinishedPicture& picture, nlohmann::json& report) {
        std::optional<gallery::PictureDetails> kept;
        if (library_) {
            auto added = add_to_library(*library_, picture);
            if (!added) return pass_on(added);
            kept = std::move(*added);
            report["id"] = static_cast<std::int64_t>(kept->id);
        }
        const std::filesystem::path kept_file = kept ? kept->file : std::filesystem::path();
        auto files = placement::makes_poster(picture.record.text_mode) ? write_poster(picture, kept_file, report) : write_picture(picture, kept_file);
        if (!files || !kept || files->poster.empty()) return files;
        const std::string title = picture.record.titles.empty() ? std::string() : picture.record.titles.front().text;
        if (auto noted = library_->put_poster({files->poster, title, {kept->id}}); !noted) return pass_on(noted);
        return files;
    }

    /// `kept_file`: where the library has it; used where there are no files besides.
    Result<Files> write_picture(const FinishedPicture& picture, const std::filesystem::path& kept_file) {
        if (!output_) return Files{kept_file, {}};
        auto file = output_->write(picture, total_);
        if (!file) return pass_on(file);
        return Files{*file, {}};
    }

    /// The poster as a picture and, beside it under the same name, as the file to work on.
    Result<Files> write_poster(const FinishedPicture& picture, const std::filesystem::path& kept_file, nlohmann::json& report) {
        if (!fonts_) fonts_ = typeset::FontSet::system();
        auto placed = placement::poster_of(picture.image, picture.record, fonts_);
        if (!placed) {
            view_.note(placed.error().message + " " + tr("The picture is written without them."));
            report["without_texts"] = placed.error().message;
            words_lost_ = true;
            return write_picture(picture, kept_file);
        }
        if (placed->no_calm_region) view_.note(tr("The picture is busy everywhere; look at the texts, or try another seed."));
        std::filesystem::path file = kept_file, poster_file = library_ ? library_->folder() / "posters" / kept_file.filename() : std::filesystem::path();
        if (output_) {
            auto png = placement::flattened_png(placed->poster, picture.record, *fonts_);
            if (!png) return pass_on(png);
            auto written = output_->write(picture, total_, *png);
            if (!written) return pass_on(written);
            if (output_->to_stdout()) return Files{*written, {}};
            file = poster_file = *written;
        }
        auto poster = document::write_poster(placed->poster, poster_file.replace_extension(".haibao"), output_ ? output_->if_exists() : IfExists::unique,
                                             placement::thumbnail_of(placed->poster, *fonts_));
        if (!poster) return pass_on(poster);
        return Files{file, *poster};
    }

    void interrupted(int count) {
        if (count > 1) {
            error_ = Error{ErrorKind::cancelled, "Cancelled; the worker was ended at once.", {}};
            loop_.quit();
            return;
        }
        view_.note(tr("Cancelling… (Ctrl-C again ends at once)"));
        runner_.cancel();
    }

    nlohmann::json report() const { return {{"pictures", files_}}; }

    Console console_;
    std::optional<OutputFiles> output_;
    std::optional<gallery::Library> library_;
    ProgressView view_;
    QEventLoop loop_;
    Interrupt interrupt_;
    JobRunner runner_;
    std::shared_ptr<const typeset::FontSet> fonts_;  ///< looked for when the first poster is made
    nlohmann::json files_ = nlohmann::json::array();
    std::optional<Error> error_;
    bool words_lost_ = false;  ///< texts of the prompt are on no picture
    int total_ = 1;
};

Exit generate_pictures(Console& console, const Options& options) {
    auto output = OutputFiles::parse(options.out, options.overwrite ? IfExists::overwrite : IfExists::unique);
    if (!output) return console.error(output.error());
    if (output->to_stdout() && (console.is_json() || options.generation.count > 1))
        return console.error({ErrorKind::invalid_input, tr("--out - takes one picture and no --json."), {}});
    const auto style = progress_style(options.progress);
    auto request = request_of(options.generation);
    if (!request) return console.error(request.error(), Doing::reading);
    const bool into_files = !options.library || !options.out.empty();
    if (auto writable = into_files ? output->check() : Result<void>(); !writable) return console.error(writable.error());
    std::optional<gallery::Library> library;
    if (options.library) {
        auto opened = open_library(*options.library, MissingLibrary::make);
        if (!opened) return console.error(opened.error());
        library = std::move(*opened);
    }
    auto worker = worker_options();
    if (!worker) return console.error(worker.error());
    Generation generation(console, into_files ? std::optional(std::move(*output)) : std::nullopt, std::move(library), style.value_or(ProgressStyle::plain), std::move(*worker));
    return generation.run(std::move(*request));
}

void add_options(CLI::App& command, Options& options) {
    add_generation_options(command, options.generation);
    const std::string result = tr("Result");
    command.add_option("-o,--out", options.out,
                       tr("File, folder or template of names (see below); - is stdout. Existing files are kept: name_1.png, …"))
        ->group(result)->type_name("PATTERN");
    command.add_option("-L,--library", options.library,
                       tr("Keep the pictures in this library, with their visual tokens; without a folder in your own. With --out also as files"))
        ->group(result)->expected(0, 1)->type_name("[FOLDER]");
    command.add_flag("--overwrite", options.overwrite, tr("Replace existing files instead"))->group(result);
    command.add_option("--progress", options.progress, tr("On stderr: bar, plain, json (one event per line) or none"))
        ->group(result)->check(CLI::IsMember({"auto", "bar", "plain", "json", "none"}))->capture_default_str();
}

}  // namespace

void add_generate(CLI::App& app, Invocation& invocation) {
    CLI::App* command = app.add_subcommand("generate", tr("Paint pictures from a prompt"));
    const auto options = std::make_shared<Options>();
    add_options(*command, *options);
    add_json_flag(*command, invocation);
    command->footer(tr("A template may use {prompt:40} {title} {seed} {n:000} {total} {size} {w} {h} {model} {date:yyyyMMdd} {time:HHmmss}\n"
                       "with |lower |upper |slug |ascii |trim:20 |default:x, and / for folders: --out \"{date}/{title|default:poster}-{n:00}\".\n\n"
                       "With live text (--text layers) a poster is written twice: as NAME.png, and as NAME.haibao with layers to work on.\n"
                       "Every picture carries its prompt and settings: see haibao-cli show FILE and --from FILE.\n"
                       "Ctrl-C cancels and leaves no unfinished file; finished ones stay."));
    command->callback([&invocation, options] {
        Console console = invocation.console();
        invocation.exit = generate_pictures(console, *options);
    });
}

}  // namespace haibao::cli
