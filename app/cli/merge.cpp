// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <memory>
#include <ranges>

#include "app/cli/commands.h"
#include "app/cli/interruptible.h"
#include "app/cli/merge_paint.h"
#include "app/cli/merge_proof.h"
#include "app/cli/out_pattern.h"
#include "app/cli/preset_options.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "app/core/paths.h"
#include "app/export/poster_export.h"
#include "app/export/poster_input.h"
#include "app/merge/run.h"

namespace haibao::cli {
namespace {

namespace fs = std::filesystem;
using merge::MergeTask;
using merge::Problem;
using merge::RowState;

constexpr std::size_t most_lines = 50;

struct Options {
    std::string poster, table, out, pdf_pages, encoding, delimiter, pictures, report, if_exists = "fail", fit = "stop";
    std::vector<std::string> maps, empty, fonts;
    std::string proof;
    bool no_header = false, no_auto = false, check = false, only_valid = false, no_report = false, require_proof = false;
    int workers = 0, show = 0;
    MergePaintOptions paint;
};

QStringList to_qt(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts) list << QString::fromStdString(text);
    return list;
}

/// A folder alone gets the usual names.
Result<void> set_names(MergeTask& task, OutPattern out) {
    task.folder = out.folder.empty() ? "." : out.folder;
    if (out.names.empty()) out.names = "{doc}-{row:000}.{fmt}";
    if (fs::path(out.names).extension().empty()) out.names += ".{fmt}";
    auto parsed = NameTemplate::parse(QString::fromStdString(out.names));
    if (!parsed) return pass_on(parsed);
    task.names = std::move(*parsed);
    return {};
}

Result<merge::TableOptions> table_options(const Options& options) {
    merge::TableOptions table{.encoding = options.encoding, .delimiter = {}, .header = options.no_header ? merge::Header::no : merge::Header::yes};
    const QString delimiter = QString::fromStdString(options.delimiter);
    if (delimiter == "tab" || delimiter == "\\t") table.delimiter = QChar('\t');
    else if (delimiter.size() == 1 && delimiter != "\"") table.delimiter = delimiter.front();
    else if (!delimiter.isEmpty()) return fail(ErrorKind::invalid_input, "A delimiter is one character, or the word tab, not “{}”.", options.delimiter);
    return table;
}

Result<MergeTask> task_of(const Options& options, const PresetOptions& preset_options) {
    MergeTask task;
    auto poster = open_poster(options.poster);
    if (!poster) return pass_on(poster);
    task.poster = std::move(*poster);
    task.poster_name = paths::to_qt(fs::path(options.poster).stem());
    task.table = options.table;
    auto table = table_options(options);
    if (!table) return pass_on(table);
    task.table_options = *table;
    auto reader = merge::TableReader::open(task.table, task.table_options);
    if (!reader) return pass_on(reader);
    auto plan = merge::plan_merge(task.poster, reader->columns(),
                                  {.maps = to_qt(options.maps), .automatic = !options.no_auto, .empty = to_qt(options.empty),
                                   .prompt = QString::fromStdString(options.paint.prompt)});
    if (!plan) return pass_on(plan);
    task.plan = std::move(*plan);
    std::error_code ignored;
    task.pictures = options.pictures.empty() ? fs::absolute(options.table, ignored).parent_path() : fs::path(options.pictures);
    const OutPattern out = OutPattern::parse(options.out);
    auto preset = preset_of(preset_options, options.pdf_pages.empty() ? out.extension() : ".pdf");
    if (!preset) return pass_on(preset);
    task.preset = std::move(*preset);
    if (!options.pdf_pages.empty()) task.preset.format = "pdf";
    task.one_pdf = options.pdf_pages;
    task.if_exists = options.if_exists == "overwrite" ? IfExists::overwrite : options.if_exists == "unique" ? IfExists::unique : IfExists::fail;
    task.fit = merge::Fit(std::ranges::find(merge::fit_words, options.fit) - std::begin(merge::fit_words));
    if (auto named = set_names(task, out); !named) return pass_on(named);
    if (auto planned = plan_poster(task.poster.page, task.preset); !planned) return pass_on(planned);
    return task;
}

nlohmann::json json_of(const Problem& problem) {
    return {{"row", problem.row},
            {"column", problem.column.toStdString()},
            {"layer", problem.layer.toStdString()},
            {"code", problem.code.toStdString()},
            {"severity", problem.severity == merge::Severity::error ? "error" : "warning"},
            {"message", problem.message.toStdString()}};
}

nlohmann::json json_of(const merge::TableCheck& check) {
    nlohmann::json problems = nlohmann::json::array();
    for (const Problem& problem : check.problems) problems.push_back(json_of(problem));
    return {{"rows", check.rows}, {"valid", check.valid}, {"skipped", check.skipped}, {"misfits", check.misfits}, {"problems", problems}, {"more_problems", check.more_problems}};
}

/// The same said about many rows.
struct Grouped {
    const Problem* problem;
    std::vector<qint64> rows;
};

std::vector<Grouped> grouped(const std::vector<Problem>& problems) {
    std::vector<Grouped> groups;
    for (const Problem& problem : problems) {
        const auto same = std::ranges::find_if(groups, [&problem](const Grouped& group) {
            return group.problem->column == problem.column && group.problem->code == problem.code && group.problem->message == problem.message;
        });
        if (same == groups.end()) groups.push_back({&problem, {problem.row}});
        else if (same->rows.back() != problem.row) same->rows.push_back(problem.row);
    }
    return groups;
}

/// "1–5, 9"
std::string ranges_of(const std::vector<qint64>& rows) {
    std::string text;
    for (std::size_t first = 0, last = 0; first < rows.size(); first = ++last) {
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
        text += std::format("{}{}", text.empty() ? "" : ", ", rows[first]) + (last > first ? std::format("–{}", rows[last]) : "");
    }
    return text;
}

void print(Console& console, const merge::TableCheck& check) {
    const std::vector<Grouped> groups = grouped(check.problems);
    for (const Grouped& group : groups | std::views::take(most_lines)) {
        const Problem& problem = *group.problem;
        std::string where = problem.row == 0 ? tr("the whole table") : group.rows.size() == 1 ? say(tr("row {}"), problem.row) : say(tr("rows {}"), ranges_of(group.rows));
        if (!problem.column.isEmpty()) where += " · " + problem.column.toStdString();
        console.note(std::format("{}{}: {}", problem.severity == merge::Severity::warning ? "(!) " : "", where, translated(problem.message.toStdString())));
    }
    const qint64 more = static_cast<qint64>(groups.size() > most_lines ? groups.size() - most_lines : 0) + check.more_problems;
    if (more > 0) console.note(say(tr("… {} more; --json or --report lists them"), more));
}

/// One rewritten line on a terminal.
void show_count(const std::string& what, qint64 count) {
    if (!can_draw_bar()) return;
    std::fprintf(stderr, "\r%s %lld\x1b[K", what.c_str(), static_cast<long long>(count));
}
void clear_count() {
    if (can_draw_bar()) std::fputs("\r\x1b[K", stderr);
}

nlohmann::json json_of(const merge::MergeReport& report) {
    nlohmann::json rows = nlohmann::json::array();
    for (const merge::RowResult& row : report.rows) {
        nlohmann::json one{{"row", row.row}, {"state", merge::row_state_words[static_cast<std::size_t>(row.state)]}};
        if (!row.file.empty()) one["file"] = row.file.string();
        if (row.page > 0) one["page"] = row.page;
        if (row.resumed) one["resumed"] = true;
        if (!row.message.isEmpty()) one["message"] = row.message.toStdString();
        rows.push_back(std::move(one));
    }
    return rows;
}

class MergeCommand {
public:
    MergeCommand(Console& console, Options& options) : console_(console), options_(options) {}

    Exit run(const PresetOptions& preset_options) {
        auto wish = options_.proof.empty() ? Result<proof::Wish>(proof::Wish{}) : proof::wish_of(options_.proof);
        if (!wish) return console_.error(wish.error());
        options_.paint.proof = *wish;
        auto task = task_of(options_, preset_options);
        if (!task) return console_.error(task.error(), Doing::reading);
        auto fonts = open_fonts(options_.fonts);
        if (!fonts) return console_.error(fonts.error(), Doing::reading);
        if (!task->plan.unused.isEmpty())
            console_.note(say(tr("Columns that fill nothing: {}"), task->plan.unused.join(", ").toStdString()));
        Result<merge::TableCheck> check = fail(ErrorKind::cancelled, "Stopped.");
        run_interruptible([&](std::stop_token stop) {
            check = merge::check_table(*task, **fonts, [](qint64 rows) { if (rows % 10 == 0) show_count(tr("Checking row"), rows); }, stop);
        });
        clear_count();
        if (!check) return console_.error(check.error(), Doing::reading);
        print(console_, *check);
        if (options_.check || check->blocked || (check->stops(task->fit) && !options_.only_valid)) return end_with_check(*check, task->fit);
        return write(*task, *check, *fonts);
    }

private:
    /// What was not done, and how it could be.
    static std::string way_out(const merge::TableCheck& check, merge::Fit fit) {
        if (check.blocked) return tr("Nothing was written.");
        if (check.mendable == 0 || fit == merge::Fit::shrink) return tr("Nothing was written. --only-valid leaves the rows with errors out.");
        if (check.misfits == check.bad.size()) return tr("Nothing was written. Run again with --too-long shrink to set the texts that do not fit smaller, or with --too-long skip to leave their rows out.");
        return tr("Nothing was written. Run again with --too-long shrink to set the texts that do not fit smaller; --only-valid leaves the rows with errors out.");
    }

    static Error why_stopped(const merge::TableCheck& check) {
        const auto of_table = std::ranges::find_if(check.problems, [](const Problem& problem) { return problem.row == 0 && problem.severity == merge::Severity::error; });
        if (check.blocked && of_table != check.problems.end()) return {ErrorKind::invalid_input, of_table->message.toStdString(), {}};
        return {ErrorKind::invalid_input, std::format("{} of {} rows have errors; nothing was written.", check.bad.size(), check.rows), {}};
    }

    Exit end_with_check(const merge::TableCheck& check, merge::Fit fit) {
        const bool sound = check.bad.isEmpty() && !check.blocked;
        console_.line(say(tr("{} rows, {} with errors, {} skipped"), check.rows, check.bad.size(), check.skipped));
        if (!sound && !options_.check) console_.note(way_out(check, fit));
        nlohmann::json data = json_of(check);
        const bool stopped = !sound && !options_.check;
        if (stopped && console_.is_json()) console_.error(why_stopped(check), Doing::working, data);
        else console_.data(data);
        if (auto saved = save_report(check, {}, {}); !saved) return console_.error(saved.error());
        return sound ? Exit::done : Exit::problems_found;
    }

    Exit write(const MergeTask& task, const merge::TableCheck& check, const std::shared_ptr<const typeset::FontSet>& fonts) {
        merge::MergeRunOptions run{.workers = options_.workers};
        std::unique_ptr<MergePaint> paint;
        if (task.plan.paints()) {
            auto painted = MergePaint::paint(console_, task, check, options_.paint);
            if (!painted) return console_.error(painted.error());
            paint = std::move(*painted);
            run.painted = [&](qint64 row) { return paint->picture_of(row); };
        }
        MergeProof proof(options_.paint.proof, options_.require_proof ? MergeProof::Wrong::refuse : MergeProof::Wrong::report, fonts);
        if (proof.looks()) {
            run.last_look = [&](qint64, document::Poster& poster) { return proof.look(poster, run.stop); };
            run.look_key = proof.key();
        }
        run.finished = [](const merge::RowResult&, qint64 finished) { show_count(tr("Row"), finished); };
        Result<merge::MergeReport> report = fail(ErrorKind::cancelled, "Stopped.");
        run_interruptible([&](std::stop_token stop) {
            run.stop = stop;
            report = merge::run_merge(task, check.bad, *fonts, run);
        });
        clear_count();
        if (!report) return console_.error(report.error());
        const fs::path pdf = task.one_pdf;
        auto saved = save_report(check, *report, pdf.empty() ? task.folder / "merge-report" : pdf.parent_path() / (pdf.stem().string() + "-report"));
        return finish(check, *report, saved, proof);
    }

    /// Beside the files, unless named or not wanted; after a mere check only when named.
    Result<void> save_report(const merge::TableCheck& check, const merge::MergeReport& report, fs::path usual) const {
        const fs::path name = options_.report.empty() ? std::move(usual) : fs::path(options_.report).replace_extension();
        if (name.empty() || options_.no_report) return {};
        return merge::write_report(check, report, name);
    }

    Exit finish(const merge::TableCheck& check, const merge::MergeReport& report, const Result<void>& saved, const MergeProof& proof) {
        for (const fs::path& file : report.files) console_.line(file.string());
        qint64 left_out = report.count(RowState::failed) + report.count(RowState::invalid);
        const qint64 done = report.count(RowState::done);
        nlohmann::json data = json_of(check);
        data["results"] = json_of(report);
        data["done"] = done;
        if (proof.looks()) data["proof"] = {{"read", proof.read()}, {"right", proof.read() - proof.wrong()}, {"wrong", proof.wrong()}, {"refused", proof.refused()}};
        if (proof.read() > 0) console_.line(say(tr("{} of {} rows that were read have all their texts right."), proof.read() - proof.wrong(), proof.read()));
        if (proof.wrong() > 0) console_.note(say(tr("Rows with texts that are not right: {}. The report says which."), proof.wrong()));
        for (const merge::RowResult& row : report.rows)
            if (row.state == RowState::failed) console_.note(say(tr("row {}: {}"), row.row, translated(row.message.toStdString())));
        if (report.stopped) {
            const Exit exit = console_.error(*report.stopped, Doing::working, data);
            return exit;
        }
        if (!saved) return console_.error(saved.error(), Doing::working, data);
        if (check.skipped == check.rows) console_.note(tr("Every row is skipped, so nothing was written."));
        console_.data(data);
        if (proof.refused() > 0) return Exit::problems_found;
        if (left_out == 0) return Exit::done;
        return done > 0 ? Exit::partly_done : Exit::failed;
    }

    Console& console_;
    Options& options_;
};

void add_table_options(CLI::App& command, Options& options) {
    const std::string table = tr("Table"), what = tr("What fills what");
    command.add_option("--encoding", options.encoding, tr("UTF-8, GB18030, Big5, Shift_JIS, UTF-16LE…; found out by default"))->group(table);
    command.add_option("--delimiter", options.delimiter, tr("The sign between cells, or tab; found out by default"))->group(table);
    command.add_flag("--no-header", options.no_header, tr("The first row is data; columns are called 1, 2, 3…"))->group(table);
    command.add_option("--map", options.maps, tr("LAYER=COLUMN; with text:, picture:, colour: or visible: before the layer; prompt=COLUMN, seed=COLUMN. Again for more"))
        ->group(what)->allow_extra_args(false);
    command.add_flag("--no-auto", options.no_auto, tr("Fill no layer only because it is called like a column"))->group(what);
    command.add_option("--empty", options.empty, tr("What an empty cell means: keep, clear or skip the row; LAYER=skip for one"))->group(what)->allow_extra_args(false);
    command.add_option("--pictures", options.pictures, tr("The folder that pictures in the table are in; by default the table's own"))->group(what)->type_name("FOLDER");
}

}  // namespace

void add_merge(CLI::App& app, Invocation& invocation) {
    CLI::App* command = app.add_subcommand("merge", tr("Fill a poster with each row of a table: one file a row, or one PDF of many pages"));
    const auto options = std::make_shared<Options>();
    command->add_option("POSTER", options->poster, tr("A .haibao file, or a poster's JSON"))->required();
    command->add_option("TABLE", options->table, tr("A CSV or TSV file whose first row names the columns"))->required();
    command->add_option("-o,--out", options->out, tr("Folder or template of names, e.g. \"out/{col:名称}-{row:000}.png\""))->type_name("PATTERN");
    command->add_option("--pdf-pages", options->pdf_pages, tr("Instead: all rows as the pages of this PDF"))->type_name("FILE");
    command->add_option("--if-exists", options->if_exists, tr("fail, overwrite, or unique (NAME_1)"))->check(CLI::IsMember({"fail", "overwrite", "unique"}))->capture_default_str();
    command->add_flag("--check", options->check, tr("Only look for problems; writes nothing. Status 4 when there are any"));
    command->add_option("--too-long", options->fit, tr("Texts too long for their boxes: stop before anything is written, shrink them, or skip their rows"))
        ->check(CLI::IsMember(std::vector<std::string>(std::begin(merge::fit_words), std::end(merge::fit_words))))->capture_default_str();
    command->add_flag("--only-valid", options->only_valid, tr("Export the rows without errors and leave the others out"));
    command->add_option("--report", options->report, tr("NAME.csv and NAME.json, what became of each row; by default merge-report beside the files"))
        ->type_name("NAME");
    command->add_flag("--no-report", options->no_report, tr("Write no report"));
    command->add_option("--proof", options->proof, tr("Proof-read each row's texts, live and painted: report what is wrong, replace wrong painted words by live text, or retry:N other seeds"))
        ->type_name("report|replace|retry:N");
    command->add_flag("--require-proof", options->require_proof, tr("Write no row whose texts are not right; status 4 when there is one"));
    command->add_option("--workers", options->workers, tr("Files made at once; 0 = one per core"))->check(CLI::Range(0, 256));
    command->add_option("--font", options->fonts, tr("Use only these font files instead of all installed fonts"))->allow_extra_args(false);
    add_table_options(*command, *options);
    add_merge_paint_options(*command, options->paint);
    const auto preset = add_preset_options(*command, PresetUse::poster);
    add_json_flag(*command, invocation);
    command->footer(tr("Every row is checked before anything is written: cells, fonts, text that does not fit, pictures, names.\n"
                       "A text layer may hold {{COLUMN}} among other words; a layer called like a column is filled by it."));
    command->callback([&invocation, options, preset] {
        Console console = invocation.console();
        invocation.exit = MergeCommand(console, *options).run(*preset);
    });
}

}  // namespace haibao::cli
