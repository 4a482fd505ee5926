// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/file.h"

#include <sqlite3.h>

#include <QFileInfo>

#include "app/core/paths.h"
#include "app/document/file_rows.h"
#include "app/document/references.h"
#include "app/document/rescue.h"

namespace haibao::document {
namespace fs = std::filesystem;
namespace {

using sqlite::Access;
using sqlite::Database;

std::string name_of(const fs::path& file) {
    const std::u8string name = file.filename().u8string();
    return {name.begin(), name.end()};
}

/// The database as the bytes of its file.
Result<std::vector<std::uint8_t>> serialized(Database& database) {
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(database.handle(), "main", &size, 0);
    if (!bytes) return fail(ErrorKind::out_of_memory, "Memory does not suffice to save {}.", database.name());
    std::vector<std::uint8_t> copy(bytes, bytes + size);
    sqlite3_free(bytes);
    return copy;
}

/// Changes when another connection has written.
Result<std::int64_t> data_version(Database& database) { return database.integer("PRAGMA data_version"); }

Result<void> check_pages(Database& database) {
    auto statement = database.prepare("PRAGMA quick_check(1)");
    if (!statement) return pass_on(statement);
    auto row = statement->step();
    if (!row) return pass_on(row);
    if (*row && statement->text(0) == "ok") return {};
    return std::unexpected(Error{ErrorKind::corrupt_file, std::format("{} is damaged.", database.name()), statement->text(0)});
}

struct Whole {
    Poster poster;
    std::int64_t data_version = 0;
};

/// All of it, of one moment: another process may be saving between two reads.
Result<Whole> read_all(Database& database) {
    rows::ReadingLimit limit(database);
    auto moment = sqlite::Transaction::begin(database, sqlite::Transaction::Kind::deferred);
    if (!moment) return pass_on(moment);
    if (auto kind = rows::check_kind(database); !kind) return pass_on(kind);
    if (auto pages = check_pages(database); !pages) return pass_on(pages);
    auto poster = rows::head(database);
    if (!poster) return pass_on(poster);
    auto pictures = rows::ids(database, "SELECT id FROM pictures ORDER BY id");
    if (!pictures) return pass_on(pictures);
    for (const std::int64_t id : *pictures)
        if (auto added = rows::add_picture(database, id, *poster); !added) return pass_on(added);
    auto ids = rows::ids(database, "SELECT id FROM layers ORDER BY id");
    if (!ids) return pass_on(ids);
    std::vector<std::pair<rows::LayerRow, Layer>> layers;
    for (const std::int64_t id : *ids) {
        auto row = rows::layer_row(database, id);
        auto layer = row ? rows::layer_of(*row, poster->page) : pass_on(row);
        if (!layer) return pass_on(layer);
        layers.emplace_back(std::move(*row), std::move(*layer));
    }
    if (!rows::assemble(std::move(layers), *poster).empty())
        return fail(ErrorKind::corrupt_file, "{} is damaged: a layer lies in no group that there is.", database.name());
    auto version = data_version(database);
    if (!version) return pass_on(version);
    if (auto read = moment->commit(); !read) return pass_on(read);
    return Whole{std::move(*poster), *version};
}

/// A crash while saving leaves a journal; opening for writing puts the poster back to its last state.
bool has_journal(const fs::path& file) {
    std::error_code ignored;
    return fs::file_size(fs::path(file) += "-journal", ignored) > 0 && !ignored;
}

bool folder_is_protected(const fs::path& file) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    return !QFileInfo(paths::to_qt(folder)).isWritable();
}

/// Damage is told with what could be saved of it; whatever the parser found wrong is damage here, not a wrong request.
Error with_prospect(Error error, const fs::path& file) {
    if (error.kind == ErrorKind::invalid_input || error.kind == ErrorKind::cancelled || error.kind == ErrorKind::internal) {
        error.context = error.message + (error.context.empty() ? "" : " " + error.context);
        error.message = std::format("{} is damaged.", name_of(file));
        error.kind = ErrorKind::corrupt_file;
    }
    if (error.kind != ErrorKind::corrupt_file) return error;
    auto rescue = rescue_poster(file);
    if (!rescue) return error;
    std::size_t layers = 0;
    for_each_layer(rescue->poster.layers, [&](const Layer&) { ++layers; });
    error.message += std::format(" {} layer(s) and {} picture(s) can be rescued: haibao-cli poster rescue.", layers, rescue->poster.pictures.size());
    return error;
}

}  // namespace

Result<Database> open_bytes(QByteArrayView bytes, const std::string& name) {
    auto database = Database::open(":memory:", Access::create, name);
    if (!database) return database;
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(static_cast<sqlite3_uint64>(bytes.size()) + 1));
    if (!copy) return fail(ErrorKind::out_of_memory, "Memory does not suffice to read {}.", name);
    std::copy(bytes.begin(), bytes.end(), copy);
    // SQLite frees the copy, also when it fails.
    if (sqlite3_deserialize(database->handle(), "main", copy, bytes.size(), bytes.size(), SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
        return std::unexpected(sqlite::error_of(database->handle(), name));
    return database;
}

Result<fs::path> write_poster(const Poster& poster, const fs::path& file, IfExists if_exists, const QByteArray& thumbnail) {
    auto database = Database::open(":memory:", Access::create, name_of(file));
    if (!database) return pass_on(database);
    if (auto made = database->migrate(rows::application_id, rows::migrations); !made) return pass_on(made);
    Poster kept = poster;
    const QSet<QString> used = used_pictures(poster);
    kept.pictures.removeIf([&used](const auto& picture) { return !used.contains(picture.key()); });
    Diff everything = difference(Poster{}, kept);
    everything.page = Changed<Page>{{}, kept.page};  // also where it has its defaults
    if (auto written = rows::write(*database, everything, kept); !written) return pass_on(written);
    if (!thumbnail.isEmpty())
        if (auto written = rows::write_thumbnail(*database, thumbnail); !written) return pass_on(written);
    auto bytes = serialized(*database);
    if (!bytes) return pass_on(bytes);
    return write_file(file, *bytes, if_exists);
}

Result<Poster> read_poster(QByteArrayView bytes, const std::string& name) {
    auto database = open_bytes(bytes, name);
    if (!database) return pass_on(database);
    auto whole = read_all(*database);
    if (!whole) return pass_on(whole);
    return std::move(whole->poster);
}

Result<Poster> read_poster(const fs::path& file) {
    auto opened = PosterFile::open(file, PosterFile::Mode::read_only);
    if (!opened) return pass_on(opened);
    return opened->poster();
}

Result<PosterFile> PosterFile::open(const fs::path& file, Mode mode) {
    if (mode == Mode::edit && folder_is_protected(file)) mode = Mode::read_only;
    const bool interrupted = has_journal(file);
    auto database = Database::open(file, mode == Mode::edit || interrupted ? Access::read_write : Access::read_only, name_of(file));
    if (!database) return std::unexpected(with_prospect(database.error(), file));
    if (sqlite3_db_readonly(database->handle(), "main") == 1) mode = Mode::read_only;
    PosterFile opened(std::move(*database), file, mode);
    auto whole = read_all(opened.database_);
    if (!whole) return std::unexpected(with_prospect(whole.error(), file));
    opened.poster_ = std::move(whole->poster);
    opened.data_version_ = whole->data_version;
    if (mode == Mode::read_only) return opened;
    // DELETE, not WAL: a crash leaves at most a journal beside the poster, and a closed poster is one file.
    auto prepared = opened.database_.execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA");
    if (prepared) prepared = opened.database_.migrate(rows::application_id, rows::migrations);
    if (!prepared) return pass_on(prepared);
    return opened;
}

Result<void> PosterFile::check_writable() {
    if (read_only())
        return fail(ErrorKind::io, "{} cannot be changed: it, or its folder, is write-protected; save the poster under another name.", database_.name());
    auto version = data_version(database_);
    if (!version) return pass_on(version);
    if (*version != data_version_)
        return fail(ErrorKind::io, "{} was changed by another program meanwhile; save the poster under another name, or open it again.", database_.name());
    return {};
}

Result<void> PosterFile::save(const Poster& poster) {
    const Diff diff = difference(poster_, poster);
    if (diff.empty()) return {};
    auto transaction = sqlite::Transaction::begin(database_);
    if (!transaction) return pass_on(transaction);
    if (auto writable = check_writable(); !writable) return writable;
    if (auto written = rows::write(database_, diff, poster); !written) return written;
    if (auto committed = transaction->commit(); !committed) return committed;
    poster_ = poster;
    return {};
}

Result<void> PosterFile::set_thumbnail(const QByteArray& png) {
    auto transaction = sqlite::Transaction::begin(database_);
    if (!transaction) return pass_on(transaction);
    if (auto writable = check_writable(); !writable) return writable;
    if (auto written = rows::write_thumbnail(database_, png); !written) return written;
    return transaction->commit();
}

Result<QByteArray> PosterFile::thumbnail() { return rows::read_thumbnail(database_); }

}  // namespace haibao::document
