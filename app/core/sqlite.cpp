// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/sqlite.h"

#include <sqlite3.h>

#include <cerrno>
#include <system_error>

namespace haibao::sqlite {
namespace {

ErrorKind kind_of(int code) {
    switch (code & 0xff) {
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT: return ErrorKind::corrupt_file;
        case SQLITE_NOMEM: return ErrorKind::out_of_memory;
        case SQLITE_MISUSE:
        case SQLITE_RANGE:
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
        case SQLITE_ERROR: return ErrorKind::internal;
        case SQLITE_INTERRUPT: return ErrorKind::cancelled;
        default: return ErrorKind::io;
    }
}

std::string sentence(int code, std::string_view name) {
    switch (code & 0xff) {
        case SQLITE_NOTADB: return std::format("{} is not a file that Haibao wrote, or its beginning is damaged.", name);
        case SQLITE_CORRUPT: return std::format("{} is damaged.", name);
        case SQLITE_FULL: return std::format("The disk is full: {} could not be saved; what was saved before is kept.", name);
        case SQLITE_READONLY: return std::format("{} cannot be changed: it is write-protected.", name);
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return std::format("{} is in use by another program; try again when that is done.", name);
        case SQLITE_CANTOPEN: return std::format("{} could not be opened.", name);
        case SQLITE_NOMEM: return std::format("Memory ran out while working on {}.", name);
        case SQLITE_IOERR: return std::format("{} could not be read or written; is the disk still there?", name);
        case SQLITE_INTERRUPT: return "Stopped.";
        default: return std::format("{} did not accept what Haibao asked of it.", name);
    }
}

constexpr const char* name_key = "haibao";  // what a connection's statements call it by when something is wrong

/// The path with everything escaped that a URI would read as something else.
std::string immutable_uri(const std::filesystem::path& file) {
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string())
        if (c == '%' || c == '?' || c == '#') uri += std::format("%{:02x}", static_cast<unsigned>(c));
        else uri += c;
    return uri + "?immutable=1";
}

}  // namespace

Error error_of(sqlite3* handle, std::string_view name) {
    const int code = handle ? sqlite3_extended_errcode(handle) : SQLITE_NOMEM;
    const bool full = (code & 0xff) == SQLITE_IOERR && sqlite3_system_errno(handle) == ENOSPC;  // what should have been a file beside the database
    return {kind_of(code), sentence(full ? SQLITE_FULL : code, name), std::format("{} ({})", handle ? sqlite3_errmsg(handle) : "no memory", code)};
}

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)), bind_error_(other.bind_error_) {}
Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(statement_, other.statement_);
    std::swap(bind_error_, other.bind_error_);
    return *this;
}
Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::note(int code) {
    if (!bind_error_) bind_error_ = code;
}

Statement& Statement::bind(int index, std::int64_t value) {
    note(sqlite3_bind_int64(statement_, index, value));
    return *this;
}
Statement& Statement::bind(int index, double value) {
    note(sqlite3_bind_double(statement_, index, value));
    return *this;
}
Statement& Statement::bind(int index, std::string_view text) {
    note(sqlite3_bind_text64(statement_, index, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}
Statement& Statement::bind_blob(int index, std::span<const std::uint8_t> bytes) {
    note(bytes.empty() ? sqlite3_bind_zeroblob(statement_, index, 0)
                       : sqlite3_bind_blob64(statement_, index, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
    return *this;
}
Statement& Statement::bind_null(int index) {
    note(sqlite3_bind_null(statement_, index));
    return *this;
}

Result<bool> Statement::step() {
    sqlite3* handle = sqlite3_db_handle(statement_);
    if (bind_error_) return fail(ErrorKind::internal, "A value could not be handed to the database (SQLite error {}).", bind_error_);
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    const auto* name = static_cast<const std::string*>(sqlite3_get_clientdata(handle, name_key));
    return std::unexpected(error_of(handle, name ? std::string_view(*name) : "The database"));
}

Result<void> Statement::run() {
    Result<bool> row = true;
    while (row && *row) row = step();
    reset();
    if (!row) return pass_on(row);
    return {};
}

void Statement::reset() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    bind_error_ = 0;
}

int Statement::type(int column) const { return sqlite3_column_type(statement_, column); }
bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }
std::string Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string();
}
std::span<const std::uint8_t> Statement::blob(int column) const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)) : 0};
}

Result<Database> Database::open(const std::filesystem::path& file, Access access, std::string name) {
    std::error_code ignored;
    const bool in_memory = file == ":memory:", is_there = std::filesystem::exists(file, ignored);
    if (access != Access::create && !in_memory && !is_there) return fail(ErrorKind::not_found, "{} does not exist.", name);
    // Opening a pipe could wait for ever.
    if (is_there && !in_memory && !std::filesystem::is_regular_file(file, ignored)) return fail(ErrorKind::io, "{} is not a file.", name);
    const bool writes = access == Access::read_write || access == Access::create;
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    if (access == Access::create) flags |= SQLITE_OPEN_CREATE;
    if (access == Access::immutable) flags |= SQLITE_OPEN_URI;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(access == Access::immutable ? immutable_uri(file).c_str() : file.c_str(), &handle, flags, nullptr);
    Database database(handle, std::move(name));
    if (code != SQLITE_OK) return std::unexpected(error_of(handle, database.name_));
    sqlite3_set_clientdata(handle, name_key, new std::string(database.name_), [](void* kept) { delete static_cast<std::string*>(kept); });
    // Text from outside must not be able to do anything but be wrong.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    database.set_patience(5000);
    // Reads the header, so that a file of another kind is refused here and not somewhere later.
    if (auto read = database.execute("PRAGMA schema_version"); !read) return pass_on(read);
    if (auto keys = database.execute("PRAGMA foreign_keys = ON"); !keys) return pass_on(keys);
    return database;
}

Database::Database(Database&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)), name_(std::move(other.name_)) {}
Database& Database::operator=(Database&& other) noexcept {
    std::swap(handle_, other.handle_);
    std::swap(name_, other.name_);
    return *this;
}
Database::~Database() { sqlite3_close_v2(handle_); }

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), 0, &statement, nullptr);
    if (code != SQLITE_OK) return std::unexpected(error_of(handle_, name_));
    return Statement(statement);
}

Result<void> Database::execute(std::string_view sql) {
    if (sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return std::unexpected(error_of(handle_, name_));
    return {};
}

Result<std::int64_t> Database::integer(std::string_view sql) {
    auto statement = prepare(sql);
    if (!statement) return pass_on(statement);
    auto row = statement->step();
    if (!row) return pass_on(row);
    return *row ? statement->integer(0) : 0;
}

Result<std::int64_t> Database::version_for(std::int32_t application_id, std::int64_t newest) {
    auto id = integer("PRAGMA application_id");
    auto version = integer("PRAGMA user_version");
    auto objects = integer("SELECT count(*) FROM sqlite_schema");
    if (!id) return pass_on(id);
    if (!version) return pass_on(version);
    if (!objects) return pass_on(objects);
    const bool empty = *id == 0 && *version == 0 && *objects == 0;
    if (!empty && *id != application_id) return fail(ErrorKind::corrupt_file, "{} is a database of another kind; it was not touched.", name_);
    if (*version > newest)
        return fail(ErrorKind::unsupported, "{} was written by a newer Haibao (format {}, this one knows {}); it was not touched.", name_, *version,
                    newest);
    return *version;
}

Result<std::int64_t> Database::version_now(std::int32_t application_id, std::int64_t newest) {
    // Another process may be migrating between two reads.
    auto look = Transaction::begin(*this, Transaction::Kind::deferred);
    if (!look) return pass_on(look);
    auto version = version_for(application_id, newest);
    if (!version) return version;
    if (auto looked = look->commit(); !looked) return pass_on(looked);
    return version;
}

Result<void> Database::check_kind(std::int32_t application_id, Migrations migrations) {
    auto version = version_now(application_id, static_cast<std::int64_t>(migrations.size()));
    if (!version) return pass_on(version);
    return {};
}

Result<void> Database::migrate(std::int32_t application_id, Migrations migrations) {
    const auto newest = static_cast<std::int64_t>(migrations.size());
    auto version = version_now(application_id, newest);
    if (!version) return pass_on(version);
    if (*version == newest) return {};
    if (sqlite3_db_readonly(handle_, "main") == 1)
        return fail(ErrorKind::unsupported, "{} was written by an older Haibao; open it once where it can be changed.", name_);
    auto transaction = Transaction::begin(*this);
    if (!transaction) return pass_on(transaction);
    version = version_for(application_id, newest);  // another process may have been faster
    if (!version) return pass_on(version);
    for (std::int64_t next = *version; next < newest; ++next)
        if (auto done = execute(migrations[static_cast<std::size_t>(next)]); !done) return done;
    if (auto done = execute(std::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, newest)); !done) return done;
    return transaction->commit();
}

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(handle_); }
int Database::changes() const { return sqlite3_changes(handle_); }
void Database::set_patience(int milliseconds) { sqlite3_busy_timeout(handle_, milliseconds); }

Result<Transaction> Transaction::begin(Database& database, Kind kind) {
    if (auto begun = database.execute(kind == Kind::immediate ? "BEGIN IMMEDIATE" : "BEGIN"); !begun) return pass_on(begun);
    return Transaction(database);
}

Transaction::~Transaction() {
    if (database_ && !sqlite3_get_autocommit(database_->handle())) (void)database_->execute("ROLLBACK");
}

Result<void> Transaction::commit() {
    if (auto done = database_->execute("COMMIT"); !done) return done;
    database_ = nullptr;
    return {};
}

}  // namespace haibao::sqlite
