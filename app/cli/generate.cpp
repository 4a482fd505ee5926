// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFile>
#include <QEventLoop>
#include <cerrno>
#include <cstdio>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/generation_options.h"
#include "app/cli/generation_proof.h"
#include "app/cli/library_option.h"
#include "app/cli/library_output.h"
#include "app/cli/output_files.h"
#include "app/cli/progress_view.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "app/core/paths.h"
#include "app/document/file.h"
#include "app/generate/job_runner.h"
#include "app/placement/finished_poster.h"
#include "app/proof/proof.h"
#include "app/proof/replace.h"
#include "inference/base/system_reason.h"

namespace haibao::cli {
namespace {

using generate::FinishedPicture;
using generate::JobRunner;

struct Options {
    GenerationOptions generation;
    std::string out, progress = "auto";
    std::optional<std::string> library;  ///< empty: the user's own
    std::string proof, trace;
    bool overwrite = false, inspect = false;
};

/// Runs one request and writes its pictures as they come.
class Generation {
public:
    /// Pictures go into the files, into the library, or into both.
    Generation(Console console, std::optional<OutputFiles> output, std::optional<gallery::Library> library, ProgressStyle style,
               generate::WorkerOptions worker, proof::Wish proof)
        : console_(console), output_(std::move(output)), library_(std::move(library)), view_(style), runner_(std::move(worker), paths::cache() / "pace.json"), proof_(proof) {
        QObject::connect(&runner_, &JobRunner::progressed, &loop_, [this](const generate::JobProgress& progress) {
            if (!error_) view_.show(progress);
        });
        QObject::connect(&runner_, &JobRunner::picture_finished, &loop_, [this](const FinishedPicture& picture) { keep(picture); });
        QObject::connect(&runner_, &JobRunner::heard, &loop_, [this](const QByteArray& bytes) {
            if (trace_.isOpen() && trace_.write(bytes) != bytes.size()) end_trace();
        });
        QObject::connect(&runner_, &JobRunner::finished, &loop_, &QEventLoop::quit);
        QObject::connect(&runner_, &JobRunner::failed, &loop_, [this](const Error& error) {
            if (!error_) error_ = error;
            loop_.quit();
        });
        QObject::connect(&interrupt_, &Interrupt::interrupted, &loop_, [this](int count) { interrupted(count); });
    }

    /// Records what the worker says, for haibao-inspector. Errors: io.
    Result<void> record(const std::string& file, bool overwrite) {
        trace_.setFileName(paths::to_qt(file));
        if (trace_.open(overwrite ? QIODevice::WriteOnly | QIODevice::Truncate : QIODevice::WriteOnly | QIODevice::NewOnly)) return {};
        const int refused = errno;
        if (trace_.exists() && !overwrite)
            return fail(ErrorKind::io, "{} exists already; give the trace another name, or add --overwrite.", file);
        return fail(ErrorKind::io, "The trace {} cannot be written: {}.", file, system_reason(refused));
    }

    Exit run(generate::Request request) {
        total_ = request.count;
        runner_.start(request);
        loop_.exec();
        paint_again(std::move(request));
        put_best();
        view_.clear();
        if (trace_.isOpen() && !trace_.flush()) end_trace();
        if (!error_) {
            console_.data(report());
            if (words_lost_) return Exit::partly_done;
            return wrong_texts_ > 0 ? Exit::problems_found : Exit::done;
        }
        const Exit exit = console_.error(*error_, Doing::working, report());
        return files_.empty() || exit == Exit::cancelled ? exit : Exit::partly_done;
    }

private:
    void keep(const FinishedPicture& picture) {
        if (error_) return;
        if (!proof_.concerns(picture.record)) return put(picture, nullptr, {{"seed", picture.record.seed}, {"record", to_json(picture.record)}});
        FinishedPicture one = picture;
        if (again_) one.index = *again_;  // a job of its own, but the same picture
        auto read = proof_.read(one);
        if (!read) {
            view_.note(translated(read.error().message) + " " + tr("The picture is kept as it is."));
            return put(one, nullptr, {{"seed", one.record.seed}, {"record", to_json(one.record)}});
        }
        ProofedPicture tried{std::move(one), std::move(*read)};
        if (proof_.remedy() == proof::Wish::Remedy::retry) {
            keep_try(tried.picture);
            proof_.note_try(tried);
            return;
        }
        put_proofed(tried, {});
    }

    /// In the library every try is kept, with the first one as its origin.
    void keep_try(const FinishedPicture& picture) {
        if (!library_ || error_) return;
        const auto first = firsts_.find(picture.index);
        auto added = add_to_library(*library_, picture, first == firsts_.end() ? std::nullopt : std::optional(first->second));
        if (!added) return stop_with(added.error());
        firsts_.try_emplace(picture.index, added->id);
        tries_.insert_or_assign({picture.index, picture.record.seed}, std::move(*added));
    }

    void stop_with(const Error& error) {
        error_ = error;
        runner_.cancel();
    }

    /// Other seeds for what is not right yet.
    void paint_again(generate::Request request) {
        request.count = 1;
        while (!error_) {
            const auto next = proof_.next_try(total_);
            if (!next) return;
            again_ = next->index;
            request.seed = next->seed;
            view_.note(say(tr("Picture {}: its texts are not right; painting again with seed {}"), next->index + 1, next->seed));
            runner_.start(request);
            loop_.exec();
        }
    }

    /// Also after an error: what was painted is not lost.
    void put_best() {
        const std::optional<Error> before = std::exchange(error_, std::nullopt);
        for (auto& [index, best] : proof_.take_best()) put_proofed(best.picture, best.tries);
        if (before) error_ = before;
    }

    void put_proofed(const ProofedPicture& proofed, const nlohmann::json& tries) {
        proof::Proof as_read;
        as_read.pictures.push_back({document::LayerId::none, {}, {}, proofed.proof, {}, 0});
        nlohmann::json report{{"seed", proofed.picture.record.seed}, {"record", to_json(proofed.picture.record)}, {"proof", proof::to_json(as_read)}};
        if (!tries.empty()) report["tries"] = tries;
        for (const QString& line : proof::remarks_on(proofed.proof)) view_.note(translated(line.toStdString()));
        if (!proofed.proof.passed() && proof_.remedy() != proof::Wish::Remedy::replace) ++wrong_texts_;
        put(proofed.picture, &proofed.proof, std::move(report));
    }

    void put(const FinishedPicture& picture, const proof::PaintedProof* proof, nlohmann::json report) {
        auto files = write(picture, proof, report);
        if (!files) return stop_with(files.error());
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
    Result<Files> write(const FinishedPicture& picture, const proof::PaintedProof* proof, nlohmann::json& report) {
        std::optional<gallery::PictureDetails> kept;
        if (const auto tried = tries_.find({picture.index, picture.record.seed}); tried != tries_.end()) {
            kept = tried->second;
            report["id"] = static_cast<std::int64_t>(kept->id);
        } else if (library_) {
            auto added = add_to_library(*library_, picture);
            if (!added) return pass_on(added);
            kept = std::move(*added);
            report["id"] = static_cast<std::int64_t>(kept->id);
        }
        const std::filesystem::path kept_file = kept ? kept->file : std::filesystem::path();
        const bool replaces = proof && !proof->passed() && proof_.remedy() == proof::Wish::Remedy::replace;
        auto files = replaces || placement::makes_poster(picture.record.text_mode) ? write_poster(picture, kept_file, replaces ? proof : nullptr, report) : write_picture(picture, kept_file);
        if (!files || !kept || files->poster.empty()) return files;
        const std::string title = picture.record.titles.empty() ? std::string() : picture.record.titles.front().text;
        // The library is asked from other folders than this one.
        std::error_code ignored;
        const std::filesystem::path poster = std::filesystem::absolute(files->poster, ignored).lexically_normal();
        if (auto noted = library_->put_poster({poster, title, {kept->id}}); !noted) return pass_on(noted);
        return files;
    }

    /// `kept_file`: where the library has it; used where there are no files besides.
    Result<Files> write_picture(const FinishedPicture& picture, const std::filesystem::path& kept_file) {
        if (!output_) return Files{kept_file, {}};
        auto file = output_->write(picture, total_);
        if (!file) return pass_on(file);
        return Files{*file, {}};
    }

    /// The painted words that are wrong give way to live ones; the record stays the picture's.
    Result<placement::PlacedPoster> replaced(const FinishedPicture& picture, const proof::PaintedProof& proof) {
        const Image& image = picture.image;
        const QImage pixels(image.rgb.data(), image.width, image.height, 3 * image.width, QImage::Format_RGB888);
        auto poster = proof::replace_by_live_text(pixels, QString("%1.png").arg(picture.record.seed), proof, fonts_, QString::fromStdString(picture.record.prompt), &picture.record);
        if (!poster) return pass_on(poster);
        poster->info.generation = placement::json_of(picture.record);
        return placement::PlacedPoster{std::move(*poster)};
    }

    /// The poster as a picture and, beside it under the same name, as the file to work on. `proof`: of what is to be replaced,
    /// or null.
    Result<Files> write_poster(const FinishedPicture& picture, const std::filesystem::path& kept_file, const proof::PaintedProof* proof, nlohmann::json& report) {
        if (!fonts_) fonts_ = typeset::FontSet::system();
        auto placed = proof ? replaced(picture, *proof) : placement::poster_of(picture.image, picture.record, fonts_);
        if (!placed) {
            view_.note(translated(placed.error().message) + " " + tr("The picture is written without them."));
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

    /// The pictures matter more than the trace.
    void end_trace() {
        view_.note(tr("The trace could not be written to its end; is the disk full?"));
        trace_.close();
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
    QFile trace_;
    std::shared_ptr<const typeset::FontSet> fonts_;  ///< looked for when the first poster is made
    nlohmann::json files_ = nlohmann::json::array();
    std::optional<Error> error_;
    bool words_lost_ = false;  ///< texts of the prompt are on no picture
    int total_ = 1;
    GenerationProof proof_;
    std::optional<int> again_;                      ///< the picture that is being painted again
    std::map<int, gallery::PictureId> firsts_;      ///< in the library: the first try of each picture
    std::map<std::pair<int, std::uint64_t>, gallery::PictureDetails> tries_;  ///< by picture and seed
    int wrong_texts_ = 0;  ///< pictures whose texts stayed wrong
};

Exit generate_pictures(Console& console, const Options& options) {
    auto output = OutputFiles::parse(options.out, options.overwrite ? IfExists::overwrite : IfExists::unique);
    if (!output) return console.error(output.error());
    if (output->to_stdout() && (console.is_json() || options.generation.count > 1))
        return console.error({ErrorKind::invalid_input, "--out - takes one picture and no --json.", {}});
    auto proof = options.proof.empty() ? Result<proof::Wish>(proof::Wish{}) : proof::wish_of(options.proof);
    if (!proof) return console.error(proof.error());
    const auto style = progress_style(options.progress);
    auto request = request_of(options.generation);
    if (!request) return console.error(request.error(), Doing::reading);
    warn_about_network(console, request->options.device);
    warn_about_size(console, *request);
    warn_about_subjects(console, *request);
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
    worker->hello.trace = !options.trace.empty();
    worker->inspected = options.inspect;
    Generation generation(console, into_files ? std::optional(std::move(*output)) : std::nullopt, std::move(library), style.value_or(ProgressStyle::plain), std::move(*worker), *proof);
    if (!options.trace.empty())
        if (auto recorded = generation.record(options.trace, options.overwrite); !recorded) return console.error(recorded.error());
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
    command.add_option("--proof", options.proof, tr("Read the painted texts and compare them with the prompt's: report what is wrong, replace it by live text, or retry:N with other seeds and keep the best"))
        ->group(result)->type_name("report|replace|retry:N");
    command.add_flag("--overwrite", options.overwrite, tr("Replace existing files instead"))->group(result);
    command.add_option("--progress", options.progress, tr("On stderr: bar, plain, json (one event per line) or none"))
        ->group(result)->check(CLI::IsMember({"auto", "bar", "plain", "json", "none"}))->capture_default_str();
    const std::string inside = tr("A look inside");
    command.add_option("--trace", options.trace, tr("Record what the engine does in this file, for haibao-inspector"))->group(inside)->type_name("FILE");
    command.add_flag("--inspect", options.inspect, tr("Let haibao-inspector look on while it works"))->group(inside);
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
