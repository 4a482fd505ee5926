// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/salvage.h"

#include <sqlite3.h>

#include <QTemporaryDir>
#include <algorithm>
#include <fstream>

#include "app/core/paths.h"
#include "inference/base/system_reason.h"

namespace haibao::gallery {
namespace fs = std::filesystem;
using sqlite::Database;
namespace {

constexpr std::int64_t most_gap = std::int64_t{1} << 40;  // between the ids of rows that may be tried

struct Table {
    std::string name;
    std::vector<std::string> columns;
    std::string key;  ///< ORDER BY; "rowid", or the primary key of a table without
};

std::string quoted_name(const std::string& name) { return "\"" + name + "\""; }

std::string list(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + quoted_name(name);
    return text;
}

Result<std::vector<std::string>> column(Database& database, const std::string& sql, int index) {
    auto statement = database.prepare(sql);
    if (!statement) return pass_on(statement);
    std::vector<std::string> values;
    for (auto row = statement->step(); !row || *row; row = statement->step()) {
        if (!row) return pass_on(row);
        values.push_back(statement->text(index));
    }
    return values;
}

/// The tables of the new library that hold something of their own; the search indexes are made again.
Result<std::vector<Table>> tables_of(Database& database) {
    auto names = column(database, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid", 0);
    if (!names) return pass_on(names);
    std::vector<Table> tables;
    for (const std::string& name : *names) {
        Table table{.name = name, .columns = {}, .key = "rowid"};
        auto columns = column(database, std::format("SELECT name FROM pragma_table_info('{}')", name), 0);
        if (!columns) return pass_on(columns);
        table.columns = std::move(*columns);
        if (!database.prepare(std::format("SELECT rowid FROM {}", quoted_name(name)))) {
            auto key = column(database, std::format("SELECT name FROM pragma_table_info('{}') WHERE pk > 0 ORDER BY pk", name), 0);
            if (!key) return pass_on(key);
            table.key = list(*key);
        }
        tables.push_back(std::move(table));
    }
    return tables;
}

/// The first 100 bytes as a new database has them; they say nothing but page size, counters and versions.
Result<void> put_header(const fs::path& file, const fs::path& sound) {
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    std::string header(100, '\0');
    std::ifstream(sound, std::ios::binary).read(header.data(), static_cast<std::streamsize>(header.size()));
    const auto pages = static_cast<std::uint32_t>(fs::file_size(file) / 4096);
    const auto put = [&header](std::size_t at, std::uint32_t value) {
        for (std::size_t i = 0; i < 4; ++i) header[at + i] = static_cast<char>(value >> (24 - 8 * i));
    };
    put(28, pages);
    put(32, 0);  // no free pages
    put(36, 0);
    header[18] = header[19] = 1;  // no write-ahead log
    stream.write(header.data(), static_cast<std::streamsize>(header.size()));
    if (!stream.flush()) return fail(ErrorKind::io, "The copy of the broken database could not be written.");
    return {};
}

class Salvage {
public:
    Salvage(Database& from, Library& library) : from_(from), to_(library.database()) {}

    Result<void> copy(const Table& table) {
        // An older library knows fewer columns.
        auto known = column(from_, std::format("SELECT name FROM pragma_table_info('{}')", table.name), 0);
        if (!known) return {};
        std::vector<std::string> columns;
        for (const std::string& name : table.columns)
            if (std::ranges::find(*known, name) != known->end()) columns.push_back(name);
        if (columns.empty()) return {};
        std::string marks;
        for (std::size_t i = 0; i < columns.size(); ++i) marks += i ? ", ?" : "?";
        auto insert = to_.prepare(std::format("INSERT OR REPLACE INTO {}({}) VALUES({})", quoted_name(table.name), list(columns), marks));
        if (!insert) return pass_on(insert);
        const std::string select = std::format("SELECT {}, {} FROM {}", table.key == "rowid" ? "rowid" : "0", list(columns), quoted_name(table.name));
        return table.key == "rowid" ? copy_by_id(select, *insert, columns.size()) : copy_from_both_ends(select, table.key, *insert, columns.size());
    }

private:
    enum class End { reached, damaged };

    /// `last`: the id of the last row that could be read.
    Result<End> copy_rows(const std::string& sql, std::int64_t from, sqlite::Statement& insert, std::size_t columns, std::int64_t& last) {
        auto rows = from_.prepare(sql);
        if (!rows) return End::damaged;
        if (sql.contains('?')) rows->bind(1, from);
        for (auto row = rows->step(); !row || *row; row = rows->step()) {
            if (!row) return End::damaged;
            last = rows->integer(0);
            for (std::size_t i = 0; i < columns; ++i) bind(insert, static_cast<int>(i) + 1, *rows, static_cast<int>(i) + 1);
            auto done = insert.run();
            // A value that damage made impossible is no reason to stop.
            if (!done && done.error().kind != ErrorKind::internal) return pass_on(done);
        }
        return End::reached;
    }

    Result<void> copy_by_id(const std::string& select, sqlite::Statement& insert, std::size_t columns) {
        std::int64_t last = std::numeric_limits<std::int64_t>::min(), gap = 1;
        std::int64_t from = last;
        while (true) {
            const std::int64_t before = last;
            auto end = copy_rows(select + " WHERE rowid >= ? ORDER BY rowid", from, insert, columns, last);
            if (!end) return pass_on(end);
            if (*end == End::reached) return {};
            // Over the damaged page, in steps that grow until something can be read again.
            gap = last > before ? 1 : gap * 2;
            if (gap > most_gap) return {};
            from = std::max<std::int64_t>(last, 0) + gap;
        }
    }

    Result<void> copy_from_both_ends(const std::string& select, const std::string& key, sqlite::Statement& insert, std::size_t columns) {
        std::int64_t unused = 0;
        auto end = copy_rows(select + " ORDER BY " + key, 0, insert, columns, unused);
        if (!end) return pass_on(end);
        if (*end == End::reached) return {};
        std::string backwards = key;
        for (std::size_t at = 0; (at = backwards.find(',', at)) != std::string::npos; at += 6) backwards.replace(at, 1, " DESC,");
        end = copy_rows(select + " ORDER BY " + backwards + " DESC", 0, insert, columns, unused);
        if (!end) return pass_on(end);
        return {};
    }

    static void bind(sqlite::Statement& insert, int parameter, const sqlite::Statement& row, int index) {
        switch (row.type(index)) {
            case SQLITE_INTEGER: insert.bind(parameter, row.integer(index)); break;
            case SQLITE_FLOAT: insert.bind(parameter, row.real(index)); break;
            case SQLITE_TEXT: insert.bind(parameter, row.text(index)); break;
            case SQLITE_BLOB: insert.bind_blob(parameter, row.blob(index)); break;
            default: insert.bind_null(parameter); break;
        }
    }

    Database& from_;
    Database& to_;
};

/// Drops what refers to rows that were lost, or, where that is allowed, only the reference.
Result<std::int64_t> drop_loose_ends(Database& database) {
    constexpr const char* statements[] = {
        "UPDATE picture SET model = NULL WHERE model NOT IN (SELECT id FROM model)",
        "UPDATE parent SET parent = NULL WHERE parent NOT IN (SELECT id FROM picture)",
        "UPDATE export SET picture = NULL WHERE picture NOT IN (SELECT id FROM picture)",
        "UPDATE export SET poster = NULL WHERE poster NOT IN (SELECT id FROM poster)",
        "UPDATE job_picture SET picture = NULL WHERE picture NOT IN (SELECT id FROM picture)",
        "DELETE FROM picture_text WHERE picture NOT IN (SELECT id FROM picture)",
        "DELETE FROM visual_tokens WHERE picture NOT IN (SELECT id FROM picture)",
        "DELETE FROM picture_tag WHERE picture NOT IN (SELECT id FROM picture) OR tag NOT IN (SELECT id FROM tag)",
        "DELETE FROM album_picture WHERE picture NOT IN (SELECT id FROM picture) OR album NOT IN (SELECT id FROM album)",
        "DELETE FROM parent WHERE picture NOT IN (SELECT id FROM picture)",
        "DELETE FROM poster_picture WHERE picture NOT IN (SELECT id FROM picture) OR poster NOT IN (SELECT id FROM poster)",
        "DELETE FROM seen_file WHERE picture IS NOT NULL AND picture NOT IN (SELECT id FROM picture)",
        "DELETE FROM job_picture WHERE job NOT IN (SELECT id FROM job)",
        "DELETE FROM job_proof WHERE job NOT IN (SELECT id FROM job)",
        // Another try for a picture of a job that is lost stands for itself.
        "UPDATE job_proof SET first = NULL, number = NULL WHERE first NOT IN (SELECT id FROM job)",
        // Folders are looked at afresh, and looks of pictures without one are made again.
        "DELETE FROM folder",
        "UPDATE picture SET looked = 0 WHERE looked = 1 AND id / 256 NOT IN (SELECT block FROM look)",
    };
    std::int64_t dropped = 0;
    for (const char* sql : statements) {
        if (auto done = database.execute(sql); !done) return pass_on(done);
        if (std::string_view(sql).starts_with("DELETE") && !std::string_view(sql).contains("folder")) dropped += database.changes();
    }
    return dropped;
}

}  // namespace

Result<std::int64_t> salvage(const fs::path& broken, Library& library) {
    Database& database = library.database();
    auto tables = tables_of(database);
    if (!tables) return pass_on(tables);

    auto source = Database::open(broken, sqlite::Access::read_write, "The broken database");
    QTemporaryDir room(paths::to_qt(library.folder() / "repair-XXXXXX"));
    if (!source || !source->integer("SELECT count(*) FROM sqlite_schema")) {
        // The header tells nothing that a new one would not; the rest may be whole. On a copy, the broken file stays as it is.
        const fs::path copy = paths::from_qt(room.filePath("copy.db"));
        std::error_code error;
        fs::copy_file(broken, copy, error);
        if (error) return std::unexpected(Error{ErrorKind::io, "There is no room for a copy of the broken database; free some space.", system_reason(error)});
        if (auto done = put_header(copy, database_file(library.folder())); !done) return pass_on(done);
        source = Database::open(copy, sqlite::Access::read_write, "The broken database");
    }
    if (!source) return 0;  // nothing in it can be read: the pictures tell the rest

    if (auto done = database.execute("PRAGMA foreign_keys = OFF"); !done) return pass_on(done);
    Result<void> outcome;
    std::int64_t dropped = 0;
    {
        auto transaction = sqlite::Transaction::begin(database);
        if (!transaction) return pass_on(transaction);
        Salvage work(*source, library);
        for (const Table& table : *tables)
            if (outcome) outcome = work.copy(table);
        if (!outcome) return pass_on(outcome);
        auto loose = drop_loose_ends(database);
        if (!loose) return pass_on(loose);
        dropped = *loose;
        if (auto done = transaction->commit(); !done) return pass_on(done);
    }
    if (auto done = database.execute("PRAGMA foreign_keys = ON"); !done) return pass_on(done);
    return dropped;
}

}  // namespace haibao::gallery
