// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/merge/run.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "app/core/paths.h"
#include "app/document/json.h"
#include "app/export/batch/journal.h"
#include "app/export/poster_export.h"
#include "app/merge/fit.h"
#include "app/merge/one_pdf.h"

namespace haibao::merge {
namespace fs = std::filesystem;
namespace {

std::string hash_of(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString(); }

QByteArray preset_text(const MergeTask& task) { return QJsonDocument(to_json(task.preset)).toJson(QJsonDocument::Compact); }

/// What makes the merge: its journal is found by it.
std::string task_key(const MergeTask& task) {
    QByteArray text = QJsonDocument(document::to_json(task.poster, document::PictureBytes::left_out)).toJson(QJsonDocument::Compact) + preset_text(task);
    text += QByteArray::fromStdString(task.table.string()) + task.plan.columns.join('\n').toUtf8();
    return hash_of(text);
}

QString words_of(const std::vector<render::Finding>& findings) {
    QStringList all;
    for (const render::Finding& finding : findings) all << (finding.layer.isEmpty() ? finding.message : finding.layer + ": " + finding.message);
    all.removeDuplicates();
    return all.join(QStringLiteral("; "));
}

bool is_unchanged(const fs::path& file, const std::string& sha256) {
    const auto there = file_sha256(file);
    return there && *there == sha256;
}

/// Rows are taken in order by several threads; each makes its file alone.
class Run {
public:
    Run(const MergeTask& task, const QSet<qint64>& bad, const typeset::FontSet& fonts, const MergeRunOptions& options, TableReader reader, Journal& journal)
        : task_(task), bad_(bad), fonts_(fonts), options_(options), reader_(std::move(reader)), journal_(journal), pictures_(task.pictures) {
        for (const auto& [key, entry] : journal_.done()) own_[entry.file].insert(entry.sha256);
    }

    Result<MergeReport> run() {
        const int workers = options_.workers > 0 ? options_.workers : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < workers; ++i) threads.emplace_back([this] { work(); });
        }
        if (broken_) return std::unexpected(*broken_);
        if (!report_.stopped && options_.stop.stop_requested()) report_.stopped = Error{ErrorKind::cancelled, "The merge was cancelled; started again it goes on.", {}};
        for (const RowResult& row : report_.rows)
            if (row.state == RowState::done) report_.files.push_back(row.file);
        return std::move(report_);
    }

private:
    void work() {
        for (;;) {
            std::optional<TableRow> row;
            std::size_t place = 0;
            {
                const std::scoped_lock held(mutex_);
                if (broken_ || report_.stopped || options_.stop.stop_requested()) return;
                auto next = reader_.next();
                if (!next) broken_ = next.error();
                if (!next || !*next) return;
                row = std::move(*next);
                place = report_.rows.size();
                report_.rows.push_back({.row = row->number, .state = RowState::cancelled});
            }
            const auto begin = std::chrono::steady_clock::now();
            RowResult result = make(*row);
            result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            const std::scoped_lock held(mutex_);
            report_.rows[place] = std::move(result);
            if (options_.finished) options_.finished(report_.rows[place], ++finished_);
        }
    }

    RowResult make(const TableRow& row) {
        RowResult result{.row = row.number, .state = RowState::failed};
        if (bad_.contains(row.number)) {
            result.state = RowState::invalid;
            return result;
        }
        FilledPoster filled = fill_row(task_, row, fonts_, pictures_);
        if (filled.skipped || has_errors(filled.problems)) {
            result.state = filled.skipped ? RowState::skipped : RowState::invalid;
            return result;
        }
        if (options_.painted) {
            auto ground = options_.painted(row.number);
            if (!ground) return fail_row(std::move(result), ground.error());
            set_ground(filled.poster, std::move(*ground));
        }
        auto name = name_of(task_, row, filled);
        if (!name) return fail_row(std::move(result), name.error());
        const fs::path target = task_.folder / *name;
        const std::string key = hash_of(QJsonDocument(document::to_json(filled.poster, document::PictureBytes::left_out)).toJson(QJsonDocument::Compact) + preset_text(task_) +
                                        QByteArray::fromStdString(name->string()) + QByteArray(HAIBAO_VERSION) + options_.look_key);
        if (const auto known = journal_.done().find(key); known != journal_.done().end())
            if (const JournalEntry& entry = known->second; is_unchanged(entry.file, entry.sha256))
                return {.row = row.number, .state = RowState::done, .resumed = true, .file = entry.file, .bytes = entry.bytes, .sha256 = entry.sha256};
        if (options_.last_look) {
            auto said = options_.last_look(row.number, filled.poster);
            if (!said) return fail_row(std::move(result), said.error());
            result.message = std::move(*said);
        }
        journal_.clean(target.parent_path());
        // What this merge made of a row that has changed since is replaced, whatever is to happen to other people's files.
        const auto own = own_.find(target);
        const auto now = own == own_.end() ? Result<std::string>() : file_sha256(target);
        const bool replace = own != own_.end() && now && own->second.contains(*now);
        const IfExists if_exists = replace ? IfExists::overwrite : task_.if_exists;
        // Noted before the file is in its place: one that no journal knows would be somebody else's after a kill.
        const auto note = [&](const ExportedFile& ready) { return journal_.add({key, ready.file, ready.bytes, ready.sha256}); };
        auto made = export_poster(filled.poster, fonts_, task_.preset, {.file = target, .if_exists = if_exists, .threads = 1, .stop = options_.stop, .ready = note});
        if (!made) return fail_row(std::move(result), made.error());
        if (made->file != target)  // another program took the name meanwhile
            if (auto noted = note(*made); !noted) stop(noted.error());
        result.state = RowState::done;
        result.file = made->file;
        result.bytes = made->bytes;
        result.sha256 = made->sha256;
        QStringList said{result.message, words_of(made->findings)};
        said.removeAll(QString());
        result.message = said.join(QStringLiteral("; "));
        return result;
    }

    RowResult fail_row(RowResult result, const Error& error) {
        if (error.kind == ErrorKind::cancelled) {
            result.state = RowState::cancelled;
            return result;
        }
        result.message = QString::fromStdString(error.message);
        // The next row would meet the same full or vanished disk.
        if (error.kind == ErrorKind::io) stop(error);
        return result;
    }
    void stop(const Error& error) {
        const std::scoped_lock held(mutex_);
        if (!report_.stopped) report_.stopped = error;
    }

    const MergeTask& task_;
    const QSet<qint64>& bad_;
    const typeset::FontSet& fonts_;
    const MergeRunOptions& options_;
    TableReader reader_;
    Journal& journal_;
    PictureFolder pictures_;
    std::map<fs::path, std::set<std::string>> own_;  ///< files of earlier runs → SHA-256 of what they made of them, one after the other
    std::mutex mutex_;
    MergeReport report_;
    std::optional<Error> broken_;  ///< the table itself
    qint64 finished_ = 0;
};

}  // namespace

QSet<QString> files_of_earlier_run(const MergeTask& task) {
    QSet<QString> files;
    std::error_code error;
    if (!fs::is_directory(task.folder, error)) return files;
    const std::string start = ".haibao-export-" + task_key(task).substr(0, 16);
    for (fs::directory_iterator at(task.folder, error), end; !error && at != end; at.increment(error)) {
        if (!at->path().filename().string().starts_with(start)) continue;
        // Only read: a run that still goes on keeps its lock.
        for (const JournalEntry& entry : Journal::entries(at->path()))
            if (is_unchanged(entry.file, entry.sha256)) files.insert(paths::to_qt(entry.file));
    }
    return files;
}

qint64 MergeReport::count(RowState state) const {
    return std::ranges::count(rows, state, &RowResult::state);
}

Result<MergeReport> run_merge(const MergeTask& task, const QSet<qint64>& bad, const typeset::FontSet& fonts, const MergeRunOptions& options) {
    auto reader = TableReader::open(task.table, task.table_options);
    if (!reader) return pass_on(reader);
    if (!task.one_pdf.empty()) return write_one_pdf(task, bad, fonts, options, std::move(*reader));
    auto journal = Journal::open(task.folder, task_key(task));
    if (!journal) return pass_on(journal);
    auto report = Run(task, bad, fonts, options, std::move(*reader), *journal).run();
    // Kept while there is something to go on with.
    if (report && !report->stopped && report->count(RowState::failed) == 0) journal->remove();
    return report;
}

void set_ground(document::Poster& poster, QByteArray picture) {
    const QString key = poster.add_picture(std::move(picture), QStringLiteral("image/png"), QStringLiteral("painted.png"));
    if (!poster.layers.empty()) {
        document::Layer& lowest = poster.layers.front();
        if (auto* layer = std::get_if<document::PictureLayer>(&lowest.content)) {
            layer->picture = key;
            return;
        }
        if (std::holds_alternative<document::SceneLayer>(lowest.content)) {
            lowest.content = document::PictureLayer{.picture = key};
            return;
        }
    }
    const double bleed = poster.page.bleed;
    document::Layer ground;
    ground.id = poster.next_id();
    ground.name = QStringLiteral("background");
    ground.placement.frame = QRectF(QPointF(), poster.page.points()).adjusted(-bleed, -bleed, bleed, bleed);
    ground.content = document::PictureLayer{.picture = key};
    poster.layers.insert(poster.layers.begin(), std::move(ground));
}

}  // namespace haibao::merge
