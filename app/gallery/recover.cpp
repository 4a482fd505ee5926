// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/recover.h"

#include <QDateTime>
#include <algorithm>
#include <fstream>

#include "app/gallery/batch.h"
#include "app/gallery/in_parallel.h"
#include "app/gallery/picture_file.h"
#include "app/gallery/salvage.h"
#include "inference/base/system_reason.h"

namespace haibao::gallery {
namespace fs = std::filesystem;
namespace {

Result<std::vector<std::string>> lines_of(sqlite::Database& database, std::string_view sql) {
    auto statement = database.prepare(sql);
    if (!statement) return pass_on(statement);
    std::vector<std::string> lines;
    for (auto row = statement->step(); !row || *row; row = statement->step()) {
        if (!row) return pass_on(row);
        lines.push_back(statement->text(0));
    }
    return lines;
}

/// library.db with what belongs to it, under a new name: all of it or nothing. The log goes first, since a database made in
/// the old one's place must not find it. Errors: io.
Result<fs::path> set_aside(const fs::path& folder) {
    const fs::path file = database_file(folder);
    const std::string stamp = QDateTime::currentDateTime().toString("yyyyMMdd-HHmmss").toStdString();
    std::error_code error;
    fs::path aside;
    for (int number = 0; aside.empty() || fs::exists(aside, error); ++number) aside = file.string() + ".broken-" + stamp + (number ? std::format("-{}", number) : "");
    std::vector<std::pair<fs::path, fs::path>> moved;
    for (const char* ending : {"-wal", "-shm", ""}) {
        const fs::path from = file.string() + ending, to = aside.string() + ending;
        if (*ending && !fs::exists(from, error)) continue;
        fs::rename(from, to, error);
        if (!error) {
            moved.emplace_back(from, to);
            continue;
        }
        const std::string reason = system_reason(error);
        bool undone = true;
        for (const auto& [old_name, new_name] : moved) {
            fs::rename(new_name, old_name, error);
            undone = undone && !error;
        }
        return std::unexpected(Error{ErrorKind::io,
                                     std::format("The broken database {} could not be set aside; {}", file.string(),
                                                 undone ? "nothing was changed." : std::format("a part of it is called {}… now; rename it back.", aside.string())),
                                     reason});
    }
    return aside;
}

/// Rows whose texts were lost get them from their files again.
Result<std::int64_t> reread(Library& library) {
    std::vector<std::pair<std::int64_t, std::string>> bare;
    {
        auto row = library.prepared().query("SELECT id, file FROM picture WHERE NOT EXISTS(SELECT 1 FROM picture_text t WHERE t.picture = id)");
        if (!row) return pass_on(row);
        for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
            if (!more) return pass_on(more);
            bare.emplace_back((*row)->integer(0), (*row)->text(1));
        }
    }
    std::int64_t count = 0;
    const auto put = [&](const std::pair<std::int64_t, std::string>& row, Result<PictureFile>& content) -> Result<void> {
        const auto& [id, file] = row;
        if (!content)
            return library.prepared().run("INSERT INTO picture_text(picture, prompt, negative, titles, settings, words, title_words) VALUES(?, '', '', '', '{}', '', '')", id);
        content->row.file = file;
        content->row.linked = fs::path(file).is_absolute();
        auto done = library.put_row(content->row);
        if (!done) return pass_on(done);
        ++count;
        return {};
    };
    Result<void> outcome;
    in_parallel<Result<PictureFile>>(
        bare.size(), 2, [&](std::size_t i) { return read_picture_file(library.absolute(bare[i].second), WithLook::no); },
        [&](std::size_t first, std::span<Result<PictureFile>> ready) {
            outcome = all_at_once(library.database(), ready.size(), [&](std::size_t i) { return put(bare[first + i], ready[i]); });
            return outcome.has_value();
        });
    if (!outcome) return pass_on(outcome);
    return count;
}

void tell(RepairReport& report) {
    report.lines.push_back(std::format("The broken database was kept as {}.", report.set_aside.filename().string()));
    report.lines.push_back(std::format("{} picture(s) were saved from it with their stars, tags and albums as far as they could be read.", report.rescued));
    if (report.lost_rows) report.lines.push_back(std::format("{} row(s) of tags, albums and the like referred to what is lost, and were left out.", report.lost_rows));
    if (report.reread) report.lines.push_back(std::format("The words of {} of these were read from the pictures again.", report.reread));
    if (report.sweep.taken_up) report.lines.push_back(std::format("{} picture(s) were taken up from their own metadata, without stars, tags and albums.", report.sweep.taken_up));
    if (report.sweep.missing) report.lines.push_back(std::format("{} picture(s) have no file; they are kept as missing.", report.sweep.missing));
    if (!report.sweep.broken.empty()) report.lines.push_back(std::format("{} file(s) cannot be read as pictures.", report.sweep.broken.size()));
}

}  // namespace

Result<std::vector<std::string>> check_database(Library& library) {
    auto found = lines_of(library.database(), "PRAGMA integrity_check(20)");
    if (!found) {
        if (found.error().kind == ErrorKind::corrupt_file) return std::vector{found.error().message + " " + found.error().context};
        return found;
    }
    std::erase(*found, "ok");
    if (!found->empty()) return found;
    auto keys = lines_of(library.database(), "PRAGMA foreign_key_check");
    if (!keys) return keys;
    for (const std::string& table : *keys) found->push_back(std::format("a row of {} refers to something that is not there", table));
    for (const char* index : {"picture_trigrams", "picture_grams"}) {
        auto rows = library.database().integer(std::format("SELECT (SELECT count(*) FROM picture_text) - (SELECT count(*) FROM {}_docsize)", index));
        if (!rows) return pass_on(rows);
        if (*rows != 0) found->push_back(std::format("the search index {} does not fit the texts", index));
    }
    return found;
}

Result<void> rebuild_indexes(Library& library) {
    auto transaction = sqlite::Transaction::begin(library.database());
    if (!transaction) return pass_on(transaction);
    for (const char* sql : {"INSERT INTO picture_trigrams(picture_trigrams) VALUES('delete-all')", "INSERT INTO picture_grams(picture_grams) VALUES('delete-all')",
                            "UPDATE picture_text SET words = ''"})
        if (auto done = library.database().execute(sql); !done) return done;
    auto ids = library.prepared().ids<PictureId>("SELECT picture FROM picture_text ORDER BY picture");
    if (!ids) return pass_on(ids);
    for (const PictureId id : *ids)
        if (auto done = library.index_words(id); !done) return done;
    return transaction->commit();
}

Result<RepairReport> repair(const fs::path& folder, const Progress& progress) {
    RepairReport report;
    {
        auto library = Library::open(folder);
        auto problems = library ? check_database(*library) : pass_on(library);
        if (!problems && problems.error().kind != ErrorKind::corrupt_file && problems.error().kind != ErrorKind::internal) return pass_on(problems);
        if (problems && problems->empty()) {
            report.was_fine = true;
            report.lines.push_back("The database is in order.");
            auto swept = sweep(*library, SweepDepth::names, progress);
            if (!swept) return pass_on(swept);
            report.sweep = std::move(*swept);
            return report;
        }
        // Only an index that does not fit: nothing needs to be set aside.
        if (problems && std::ranges::all_of(*problems, [](const std::string& line) { return line.starts_with("the search index"); })) {
            if (auto done = rebuild_indexes(*library); !done) return pass_on(done);
            report.was_fine = true;
            report.lines.push_back("The search index was made again.");
            return report;
        }
    }
    auto aside = set_aside(folder);
    if (!aside) return pass_on(aside);
    report.set_aside = *aside;
    auto library = Library::create(folder);
    if (!library) return pass_on(library);
    auto salvaged = salvage(*aside, *library);
    if (!salvaged) return pass_on(salvaged);
    report.lost_rows = *salvaged;
    auto rescued = library->count();
    if (!rescued) return pass_on(rescued);
    report.rescued = *rescued;
    auto read_again = reread(*library);
    if (!read_again) return pass_on(read_again);
    report.reread = *read_again;
    if (auto done = rebuild_indexes(*library); !done) return pass_on(done);
    auto swept = sweep(*library, SweepDepth::names, progress);
    if (!swept) return pass_on(swept);
    report.sweep = std::move(*swept);
    tell(report);
    return report;
}

}  // namespace haibao::gallery
