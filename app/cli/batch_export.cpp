// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch_export.h"

#include "app/cli/interruptible.h"
#include "app/cli/out_pattern.h"
#include "app/cli/words.h"

namespace haibao::cli {
namespace {

namespace fs = std::filesystem;

/// A folder alone gets the presets' own names, or the sources'.
Result<void> set_names(BatchJob& job, OutPattern out) {
    job.folder = out.folder.empty() ? "." : out.folder;
    if (out.names.empty()) {
        const QString own = job.presets.front().file_names;
        out.names = job.presets.size() > 1 ? "{doc}-{preset}" : own.isEmpty() ? "{doc}" : own.toStdString();
    }
    auto parsed = NameTemplate::parse(QString::fromStdString(out.names));
    if (!parsed) return pass_on(parsed);
    job.names = std::move(*parsed);
    return {};
}

Result<BatchJob> job_of(const BatchOptions& options, std::vector<std::shared_ptr<ExportSource>> sources) {
    BatchJob job{.sources = std::move(sources)};
    std::vector<std::string> ids = options.presets;
    if (ids.empty()) ids.emplace_back();
    // Without a preset the names say which format is wanted.
    const OutPattern out = OutPattern::parse(options.out);
    const std::string ending = options.presets.empty() ? out.extension() : "";
    for (const std::string& id : ids) {
        PresetOptions changes = *options.changes;
        if (!id.empty()) changes.preset = id;
        auto preset = preset_of(changes, ending);
        if (!preset) return pass_on(preset);
        job.presets.push_back(std::move(*preset));
    }
    if (auto named = set_names(job, out); !named) return pass_on(named);
    if (options.if_exists == "skip") job.conflict = Conflict::skip;
    else if (options.if_exists == "overwrite") job.conflict = Conflict::overwrite;
    else if (options.if_exists == "overwrite-if-older") job.conflict = Conflict::overwrite_if_older;
    else if (options.if_exists != "unique")
        return fail(ErrorKind::invalid_input, "--if-exists cannot be “{}”; it is one of unique, skip, overwrite, overwrite-if-older.", options.if_exists);
    job.rules = options.windows_names ? NameRules::windows_safe : NameRules::any_system;
    job.workers = options.workers;
    return job;
}

nlohmann::json json_of(const BatchJob& job, const BatchFile& file) {
    nlohmann::json json{{"source", job.sources[file.source]->file().string()},
                        {"preset", job.presets[file.preset].id.toStdString()},
                        {"state", file_state_words[static_cast<int>(file.state)]},
                        {"file", file.target.string()}};
    if (file.replaces) json["replaces"] = true;
    if (file.resumed) json["resumed"] = true;
    if (file.state == FileState::done) json.update({{"bytes", file.result.bytes}, {"sha256", file.result.sha256}});
    if (file.error && file.state == FileState::failed) json["error"] = file.error->message;
    for (const render::Finding& finding : file.result.findings) json["findings"].push_back({{"code", finding.code.toStdString()}, {"message", finding.message.toStdString()}});
    return json;
}

nlohmann::json json_of(const BatchJob& job, const std::vector<BatchFile>& files) {
    nlohmann::json rows = nlohmann::json::array();
    for (const BatchFile& file : files) rows.push_back(json_of(job, file));
    return rows;
}

Exit dry_run(Console& console, const BatchJob& job) {
    const auto plan = plan_batch(job);
    if (!plan) return console.error(plan.error());
    for (const BatchFile& file : plan->files) {
        std::string line = file.target.string();
        if (file.state == FileState::exists) line += tr(" (exists, left as it is)");
        if (file.replaces) line += tr(" (replaces the file there)");
        if (file.error) line = job.sources[file.source]->file().string() + ": " + translated(file.error->message);
        console.line(line);
    }
    for (const std::string& problem : plan->problems) console.note(translated(problem));
    console.note(say(tr("{} files, about {} of {} free."), plan->files.size(), human_bytes(plan->estimated_bytes), human_bytes(plan->free_bytes)));
    console.data({{"files", json_of(job, plan->files)}, {"problems", plan->problems}, {"estimated_bytes", plan->estimated_bytes}, {"free_bytes", plan->free_bytes}});
    return plan->problems.empty() ? Exit::done : Exit::problems_found;
}

Exit exit_of(const BatchResult& result) {
    if (result.stopped) return result.stopped->kind == ErrorKind::cancelled ? Exit::cancelled : Exit::cannot_write;
    const std::size_t failed = result.count(FileState::failed);
    if (failed == 0) return Exit::done;
    return failed == result.files.size() ? Exit::failed : Exit::partly_done;
}

void summarise(Console& console, const BatchJob& job, const BatchResult& result) {
    for (const BatchFile& file : result.files) {
        const std::string source = job.sources[file.source]->file().filename().string();
        if (file.state == FileState::failed) console.note(source + ": " + translated(file.error->message));
        for (const render::Finding& finding : file.result.findings) console.note(source + ": " + translated(finding.message.toStdString()));
    }
    if (result.stopped) console.note(translated(result.stopped->message));
    console.note(say(tr("{} done, {} skipped, {} failed, {} not reached."), result.count(FileState::done), result.count(FileState::exists),
                             result.count(FileState::failed), result.count(FileState::cancelled)));
}

}  // namespace

std::shared_ptr<BatchOptions> add_batch_options(CLI::App& command) {
    auto options = std::make_shared<BatchOptions>();
    options->changes = add_preset_options(command, PresetUse::batch);
    command.add_option("--preset", options->presets, tr("One or more presets: screen-png, social-jpeg, print-pdf-x4, …, or JSON files"));
    command.add_option("-o,--out", options->out, tr("Folder and names: out/{doc}-{w}x{h}.{fmt}"));
    command.add_option("--if-exists", options->if_exists, tr("unique (name_1), skip, overwrite or overwrite-if-older"));
    command.add_option("--workers", options->workers, tr("How many at a time; all cores otherwise"))->check(CLI::Range(0, 256));
    command.add_option("--report", options->report, tr("Name of the report in the target folder, without ending"));
    command.add_flag("--no-report", options->no_report, tr("Write no report"));
    command.add_flag("--windows-names", options->windows_names, tr("Names that Windows takes, too"));
    command.add_flag("--dry-run", options->dry_run, tr("Only print every name"));
    return options;
}

Exit export_batch(Console& console, const BatchOptions& options, std::vector<std::shared_ptr<ExportSource>> sources,
                  const std::function<void(const BatchFile&, const Preset&)>& done) {
    auto job = job_of(options, std::move(sources));
    if (!job) return console.error(job.error(), Doing::reading);
    if (job->sources.empty()) return console.error({ErrorKind::not_found, "There is nothing to export.", {}});
    if (options.dry_run) return dry_run(console, *job);
    Result<BatchResult> result = fail(ErrorKind::cancelled, "Stopped.");
    run_interruptible([&](std::stop_token stop) {
        BatchObserver observer;
        observer.finished = [&](const BatchFile& file, std::size_t finished, std::size_t total) {
            if (file.state == FileState::done) console.line(std::format("[{}/{}] {}", finished, total, file.target.string()));
            if (done && file.state == FileState::done && !file.resumed) done(file, job->presets[file.preset]);
        };
        result = run_batch(*job, observer, stop);
        if (result && !options.no_report)
            if (auto written = write_report(*job, *result, job->folder / options.report); !written) console.note(translated(written.error().message));
    });
    if (!result) return console.error(result.error());
    summarise(console, *job, *result);
    const nlohmann::json data{{"files", json_of(*job, result->files)}};
    if (result->stopped && console.is_json()) return console.error(*result->stopped, Doing::working, data);
    console.data(data);
    return exit_of(*result);
}

}  // namespace haibao::cli
