// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/merge/check.h"

#include <QDateTime>
#include <algorithm>

#include "app/core/paths.h"
#include "app/merge/fit.h"
#include "app/merge/run.h"
#include "app/typeset/layout.h"

namespace haibao::merge {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t most_problems = 10'000;
constexpr qsizetype most_names = 10'000;

struct Verdict {
    const char* code;
    Severity severity;
};
/// What a warning of the typesetting means for a poster that nobody looks at before it is printed. Nothing: not worth a word.
std::optional<Verdict> verdict(typeset::WarningKind kind) {
    using Kind = typeset::WarningKind;
    switch (kind) {
        case Kind::missing_glyphs: return Verdict{"missing-glyphs", Severity::error};
        case Kind::missing_font: return Verdict{"missing-font", Severity::error};
        case Kind::does_not_fit: return Verdict{"does-not-fit", Severity::error};
        case Kind::overflow: return Verdict{"overflow", Severity::error};
        case Kind::path_too_short: return Verdict{"path-too-short", Severity::error};
        case Kind::too_long: return Verdict{"too-long", Severity::error};
        case Kind::forced_break: return Verdict{"forced-break", Severity::warning};
        case Kind::ruby_split: return Verdict{"ruby-split", Severity::warning};
        case Kind::changed_font: return Verdict{"changed-font", Severity::warning};
        case Kind::fallback_used: return Verdict{"fallback-font", Severity::warning};
        case Kind::replaced_control: return Verdict{"control-character", Severity::warning};
        case Kind::bidi_unsupported: return Verdict{"right-to-left", Severity::warning};
        case Kind::bitmap_enlarged:
        case Kind::ruby_collides:
        case Kind::no_embedding: return std::nullopt;
    }
    return std::nullopt;
}

QString text_of(const document::Layer& layer) {
    const auto* text = std::get_if<document::TextLayer>(&layer.content);
    return text ? text->text.text : QString();
}

QString text_of_layer(const std::vector<document::Layer>& layers, const QString& name) {
    for (const document::Layer& layer : layers) {
        if (layer.name == name) return text_of(layer);
        if (const auto* group = std::get_if<document::GroupLayer>(&layer.content))
            if (const QString found = text_of_layer(group->layers, name); !found.isEmpty()) return found;
    }
    return {};
}

/// Layers that share a name of which the column fills only the first: meant or not, somebody should know.
std::vector<Problem> left_as_they_are(const MergeTask& task) {
    std::vector<Problem> problems;
    const MergePlan& plan = task.plan;
    for (const NamedLayer& one : named_layers(task.poster)) {
        const auto fills = [&](const Mapping& m) { return m.layer_name == one.alike && m.decides != Decides::visible && m.layer != document::LayerId::none; };
        const auto first = one.alike.isEmpty() ? plan.mappings.end() : std::ranges::find_if(plan.mappings, fills);
        if (first == plan.mappings.end() || std::ranges::contains(plan.mappings, one.layer->id, &Mapping::layer) ||
            std::ranges::contains(plan.placeholders, one.layer->id, &Placeholders::layer))
            continue;
        problems.push_back({0, plan.columns[first->column], one.name, "same-name",
                            QString("Several layers are called “%1”: the column fills the first of them. The next one stays as it is, unless a column is chosen for “%2”.")
                                .arg(one.alike, one.name),
                            Severity::warning});
    }
    return problems;
}

/// Whether a row whose texts do not fit would have none of these if they were set smaller.
bool is_mended(const MergeTask& shrinking, const TableRow& row, const typeset::FontSet& fonts, const PictureFolder& pictures) {
    RowChecker checker(shrinking, fonts, {});
    return std::ranges::none_of(checker.check(row, fill_row(shrinking, row, fonts, pictures)), [](const Problem& problem) { return is_misfit(problem.code); });
}

}  // namespace

bool has_errors(const std::vector<Problem>& problems) {
    return std::ranges::any_of(problems, [](const Problem& problem) { return problem.severity == Severity::error; });
}

Result<fs::path> name_of(const MergeTask& task, const TableRow& row, const FilledPoster& filled) {
    const auto values = [&](const QString& token, const QString& argument) -> std::optional<NameValue> {
        if (token == "row" || token == "n") return row.number;
        if (token == "doc") return task.poster_name;
        if (token == "title") return filled.poster.info.title;
        if (token == "fmt") return task.preset.extension();
        if (token == "preset") return task.preset.id;
        if (token == "dpi") return static_cast<qint64>(task.preset.size.dpi > 0 ? task.preset.size.dpi : task.poster.page.dpi);
        if (token == "prompt") return filled.prompt;
        if (token == "seed" && filled.seed) return static_cast<qint64>(*filled.seed);
        if (token == "layer") return text_of_layer(filled.poster.layers, argument);
        if (token == "date" || token == "time") return QDateTime::currentDateTime();
        if (token == "col")
            if (const qsizetype column = task.plan.columns.indexOf(argument); column >= 0 && column < row.cells.size()) return row.cells[column];
        return std::nullopt;
    };
    return task.names.expand(values, NameRules::windows_safe);
}

bool is_misfit(const QString& code) { return code == "does-not-fit" || code == "overflow" || code == "path-too-short"; }

bool only_does_not_fit(const std::vector<Problem>& problems) {
    return has_errors(problems) && std::ranges::all_of(problems, [](const Problem& problem) { return problem.severity == Severity::warning || is_misfit(problem.code); });
}

QString columns_of(const MergePlan& plan, document::LayerId layer) {
    QStringList columns;
    for (const Mapping& mapping : plan.mappings)
        if (mapping.layer == layer && mapping.decides == Decides::text) columns << plan.columns[mapping.column];
    for (const Placeholders& text : plan.placeholders)
        if (text.layer == layer)
            for (const int column : text.columns)
                if (!columns.contains(plan.columns[column])) columns << plan.columns[column];
    return columns.join(", ");
}

std::vector<Problem> RowChecker::check(const TableRow& row, const FilledPoster& filled) {
    std::vector<Problem> problems = filled.problems;
    if (filled.skipped) return problems;
    check_texts(row, filled, problems);
    if (task_.one_pdf.empty()) check_name(row, filled, problems);
    if (task_.plan.paints() && filled.prompt.trimmed().isEmpty())
        problems.push_back({row.number, {}, {}, "no-prompt", "The prompt of this row is empty, so nothing can be painted for it.", Severity::error});
    return problems;
}

void RowChecker::check_texts(const TableRow& row, const FilledPoster& filled, std::vector<Problem>& problems) const {
    for (const document::LayerId id : filled.texts) {
        const document::Layer* layer = filled.poster.find(id);
        if (!layer || !layer->visible) continue;
        const document::Text& text = std::get<document::TextLayer>(layer->content).text;
        if (text.text.isEmpty()) continue;
        const typeset::Layout layout = typeset::lay_out(text, fonts_);
        const auto has = [&](typeset::WarningKind kind) { return std::ranges::contains(layout.warnings, kind, &typeset::Warning::kind); };
        const bool is_said = std::ranges::contains(filled.too_long, id);  // by fill_row(), with what was tried
        const bool does_not_fit = has(typeset::WarningKind::does_not_fit);
        for (const typeset::Warning& warning : layout.warnings) {
            if (does_not_fit && warning.kind == typeset::WarningKind::overflow) continue;  // the same said twice
            const auto found = verdict(warning.kind);
            if (found && !(is_said && is_misfit(found->code)))
                problems.push_back({row.number, columns_of(task_.plan, id), layer->name, found->code, warning.message, found->severity});
        }
        if (layout.hidden_characters > 0 && !is_said && !does_not_fit && !has(typeset::WarningKind::overflow))
            problems.push_back({row.number, columns_of(task_.plan, id), layer->name, "overflow",
                                QString("%1 characters have no room in the text's box.").arg(layout.hidden_characters), Severity::error});
    }
}

void RowChecker::check_name(const TableRow& row, const FilledPoster& filled, std::vector<Problem>& problems) {
    const auto complain = [&](const char* code, const QString& message) {
        problems.push_back({row.number, {}, {}, code, message, Severity::error});
    };
    auto name = name_of(task_, row, filled);
    if (!name) return complain("bad-name", QString::fromStdString(name.error().message));
    const QString shown = paths::to_qt(*name);
    // Names that differ in case alone meet each other on many disks and in every archive that travels to one.
    const QString key = shown.toCaseFolded();
    if (const auto taken = names_.constFind(key); taken != names_.cend())
        return complain("duplicate-name", QString("Its file would be called %1 like that of row %2; put a column that differs, or {row}, into the name.")
                                              .arg(shown).arg(*taken));
    names_.insert(key, row.number);
    std::error_code ignored;
    const fs::path file = task_.folder / *name;
    if (task_.if_exists == IfExists::fail && fs::exists(file, ignored) && !own_.contains(paths::to_qt(file)))
        complain("file-exists", QString("%1 is there already; choose another name, or say what to do with --if-exists.").arg(shown));
}

Result<TableCheck> check_table(const MergeTask& task, const typeset::FontSet& fonts, const std::function<void(qint64)>& progress, std::stop_token stop) {
    auto reader = TableReader::open(task.table, task.table_options);
    if (!reader) return pass_on(reader);
    RowChecker checker(task, fonts, files_of_earlier_run(task));
    const PictureFolder pictures(task.pictures);
    std::optional<MergeTask> shrinking;
    TableCheck result;
    result.problems = left_as_they_are(task);
    std::error_code ignored;
    if (!task.one_pdf.empty() && task.if_exists == IfExists::fail && fs::exists(task.one_pdf, ignored)) {
        result.blocked = true;
        result.problems.push_back({0, {}, {}, "file-exists",
                                   QString("%1 is there already; choose another name, or say what to do with --if-exists.").arg(paths::to_qt(task.one_pdf)),
                                   Severity::error});
    }
    for (;;) {
        if (stop.stop_requested()) return fail(ErrorKind::cancelled, "The check was cancelled.");
        auto row = reader->next();
        if (!row) return pass_on(row);
        if (!*row && result.rows == 0) return fail(ErrorKind::corrupt_file, "{} has no rows but the one that names its columns.", task.table.filename().string());
        if (!*row) return result;
        const FilledPoster filled = fill_row(task, **row, fonts, pictures);
        std::vector<Problem> problems = checker.check(**row, filled);
        if (result.names.size() < most_names) {
            auto name = filled.skipped ? Result<fs::path>() : name_of(task, **row, filled);
            result.names << (name ? paths::to_qt(*name) : QString());
        }
        ++result.rows;
        if (filled.skipped) ++result.skipped;
        else if (!has_errors(problems)) ++result.valid;
        else result.bad.insert((*row)->number);
        if (!filled.skipped && only_does_not_fit(problems)) {
            ++result.misfits;
            if (!shrinking) shrinking = task, shrinking->fit = Fit::shrink;
            if (task.fit != Fit::shrink) result.mendable += is_mended(*shrinking, **row, fonts, pictures);
        }
        for (Problem& problem : problems) {
            if (result.problems.size() < most_problems) result.problems.push_back(std::move(problem));
            else ++result.more_problems;
        }
        if (progress) progress(result.rows);
    }
}

}  // namespace haibao::merge
