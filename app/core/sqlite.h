// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "inference/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

// The one wrapper around SQLite, for the library and for posters.
namespace haibao::sqlite {

/// A prepared statement. Bind, step, read; reset() before it is used again. Errors carry SQLite's own words as context.
class Statement {
public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

    /// Parameters and columns count from 1 and from 0, as SQLite does. Bound texts and blobs are copied.
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, int value) { return bind(index, std::int64_t{value}); }
    Statement& bind(int index, double value);
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, const char* text) { return bind(index, std::string_view(text)); }
    Statement& bind_blob(int index, std::span<const std::uint8_t> bytes);
    Statement& bind_null(int index);
    template <class T>
    Statement& bind(int index, const std::optional<T>& value) {
        return value ? bind(index, *value) : bind_null(index);
    }

    /// True while there is a row.
    Result<bool> step();
    /// Steps to the end and resets: for statements without rows.
    Result<void> run();
    void reset();

    int type(int column) const;  ///< SQLITE_INTEGER and so on
    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    std::span<const std::uint8_t> blob(int column) const;  ///< valid until the next step

private:
    friend class Database;
    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
    void note(int code);

    sqlite3_stmt* statement_ = nullptr;
    int bind_error_ = 0;  ///< the first one; step() reports it
};

/// `immutable`: for a read-only file system where not even locks can be made; the file must have no -wal beside it that
/// holds anything, and no program may change it meanwhile.
enum class Access { immutable, read_only, read_write, create };

/// Ordered steps of a schema: migration n (from 1) leads from user_version n − 1 to n. Each is one or more statements.
using Migrations = std::span<const char* const>;

class Database {
public:
    /// Opens a file (":memory:" for a private one). `name` is used in sentences ("the library", "poster.haibao").
    /// Errors: not_found, io (rights, locked), corrupt_file (no SQLite database).
    static Result<Database> open(const std::filesystem::path& file, Access access, std::string name);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    Result<Statement> prepare(std::string_view sql);
    /// One or more statements without parameters.
    Result<void> execute(std::string_view sql);
    /// Whether migrate() would take this database, without touching it. Errors: unsupported, corrupt_file, io.
    Result<void> check_kind(std::int32_t application_id, Migrations migrations);
    /// Brings the schema up to date, all steps in one immediate transaction. A database of a newer program is refused
    /// untouched, as is one of another kind (application_id, or tables without one). Opened for reading only, it must be
    /// up to date already. Errors: unsupported, corrupt_file, io.
    Result<void> migrate(std::int32_t application_id, Migrations migrations);
    /// The first column of the first row, 0 where there is none: for pragmas and counts.
    Result<std::int64_t> integer(std::string_view sql);
    std::int64_t last_id() const;
    int changes() const;
    /// How long to wait for another process's lock.
    void set_patience(int milliseconds);
    const std::string& name() const { return name_; }
    sqlite3* handle() const { return handle_; }

private:
    Database(sqlite3* handle, std::string name) : handle_(handle), name_(std::move(name)) {}
    /// The schema's version, when this database is ours and not newer than the program.
    Result<std::int64_t> version_for(std::int32_t application_id, std::int64_t newest);
    /// The same, all of it read at one moment.
    Result<std::int64_t> version_now(std::int32_t application_id, std::int64_t newest);

    sqlite3* handle_ = nullptr;
    std::string name_;
};

/// Rolls back unless commit() was reached.
class Transaction {
public:
    enum class Kind { deferred, immediate };
    static Result<Transaction> begin(Database& database, Kind kind = Kind::immediate);
    Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Result<void> commit();

private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

/// SQLite's last error on this connection as one of ours.
Error error_of(sqlite3* handle, std::string_view name);

}  // namespace haibao::sqlite
