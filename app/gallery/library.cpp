// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/library.h"

#include <sqlite3.h>

#include <QTemporaryDir>
#include <system_error>

#include "app/core/paths.h"
#include "app/gallery/migrations.h"
#include "app/gallery/search_text.h"
#include "inference/base/system_reason.h"

namespace haibao::gallery {
namespace fs = std::filesystem;
namespace {

std::string name_of(const fs::path& folder) { return std::format("The library {}", folder.string()); }

/// haibao_contains(text, term): see search_text.h.
void contains_function(sqlite3_context* context, int, sqlite3_value** values) {
    const auto text = [](sqlite3_value* value) {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
        return std::string_view(bytes ? bytes : "", bytes ? static_cast<std::size_t>(sqlite3_value_bytes(value)) : 0);
    };
    sqlite3_result_int(context, contains(text(values[0]), text(values[1])));
}

Result<void> prepare_connection(sqlite::Database& database) {
    sqlite3_create_function_v2(database.handle(), "haibao_contains", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                               contains_function, nullptr, nullptr, nullptr);
    return database.execute("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000");
}

bool has_log(const fs::path& file) {
    std::error_code missing;
    const auto bytes = fs::file_size(file.string() + "-wal", missing);
    return !missing && bytes > 0;
}

}  // namespace

fs::path database_file(const fs::path& folder) { return folder / "library.db"; }

std::optional<FileStamp> stamp_of(const fs::path& file) {
    std::error_code missing;
    const auto bytes = fs::file_size(file, missing);
    if (missing) return std::nullopt;
    const auto changed = fs::last_write_time(file, missing);
    if (missing) return std::nullopt;
    const auto modified = std::chrono::floor<std::chrono::milliseconds>(std::chrono::clock_cast<std::chrono::system_clock>(changed));
    return FileStamp{static_cast<std::int64_t>(bytes), changed.time_since_epoch().count(), modified};
}

Library::Library(fs::path folder, sqlite::Database database, bool read_only)
    : folder_(std::move(folder)),
      database_(std::make_unique<sqlite::Database>(std::move(database))),
      prepared_(std::make_unique<sqlite::Prepared>(*database_)),
      read_only_(read_only) {}

Result<Library> Library::open_for_writing(const fs::path& folder, sqlite::Access access) {
    auto database = sqlite::Database::open(database_file(folder), access, name_of(folder));
    if (!database) return pass_on(database);
    if (sqlite3_db_readonly(database->handle(), "main") == 1)
        return fail(ErrorKind::io, "{} cannot be changed: it is write-protected.", name_of(folder));
    // Before anything is asked of it: the next line alone would change a foreign file.
    if (auto ours = database->check_kind(application_id, migrations()); !ours) return pass_on(ours);
    // The log is written through at every commit: what was reported as saved survives a power cut.
    if (auto done = database->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 33554432"); !done)
        return pass_on(done);
    if (auto done = database->migrate(application_id, migrations()); !done) return pass_on(done);
    if (auto done = prepare_connection(*database); !done) return pass_on(done);
    return Library(folder, std::move(*database), false);
}

Result<Library> Library::open_for_reading(const fs::path& folder) {
    const fs::path file = database_file(folder);
    std::shared_ptr<QTemporaryDir> copy;
    auto database = sqlite::Database::open(file, sqlite::Access::read_only, name_of(folder));
    if (!database && database.error().kind == ErrorKind::io) {
        // A read-only disk: the files that SQLite keeps beside a database in WAL mode cannot be made there.
        if (!has_log(file)) {
            database = sqlite::Database::open(file, sqlite::Access::immutable, name_of(folder));
        } else {
            copy = std::make_shared<QTemporaryDir>();
            const fs::path there = paths::from_qt(copy->filePath("library.db"));
            std::error_code error;
            fs::copy_file(file, there, error);
            if (!error) fs::copy_file(file.string() + "-wal", there.string() + "-wal", error);
            if (error)
                return std::unexpected(Error{ErrorKind::io, std::format("{} lies on a read-only disk and could not be copied to be read.", name_of(folder)),
                                             system_reason(error)});
            fs::permissions(there, fs::perms::owner_write, fs::perm_options::add, error);
            database = sqlite::Database::open(there, sqlite::Access::read_write, name_of(folder));
        }
    }
    if (!database) return pass_on(database);
    if (auto done = database->migrate(application_id, migrations()); !done) return pass_on(done);
    if (auto done = prepare_connection(*database); !done) return pass_on(done);
    Library library(folder, std::move(*database), true);
    library.copy_ = std::move(copy);
    return library;
}

Result<Library> Library::create(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder / "pictures", error);
    if (error)
        return std::unexpected(Error{ErrorKind::io, std::format("The library {} could not be made; choose another folder.", folder.string()), system_reason(error)});
    const fs::path whole = fs::absolute(folder, error).lexically_normal();
    return open_for_writing(whole, sqlite::Access::create);
}

Result<Library> Library::open(const fs::path& folder, LibraryAccess access) {
    std::error_code error;
    const fs::path whole = fs::absolute(folder, error).lexically_normal();
    if (!fs::exists(database_file(whole), error)) {
        const bool lost = fs::is_directory(whole / "pictures", error);
        return fail(ErrorKind::not_found, "There is no library in {}; {} haibao-cli gallery init --library {}.", folder.string(),
                    lost ? "its pictures are taken up again by" : "make one with", folder.string());
    }
    if (access == LibraryAccess::read_only) return open_for_reading(whole);
    auto library = open_for_writing(whole, sqlite::Access::read_write);
    if (library || access == LibraryAccess::read_write || library.error().kind != ErrorKind::io) return library;
    auto readable = open_for_reading(whole);
    return readable ? std::move(readable) : std::move(library);
}

Result<std::int64_t> Library::version() {
    // Looks at the file, which is how others' changes come to be known; the number itself leaves out our own.
    if (auto others = prepared_->integer("PRAGMA data_version"); !others) return pass_on(others);
    std::uint32_t version = 0;
    if (sqlite3_file_control(database_->handle(), "main", SQLITE_FCNTL_DATA_VERSION, &version) != SQLITE_OK)
        return std::unexpected(sqlite::error_of(database_->handle(), database_->name()));
    return version;
}

Result<std::int64_t> Library::count() { return database_->integer("SELECT count(*) FROM picture"); }

}  // namespace haibao::gallery
