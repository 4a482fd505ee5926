// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/thumbnails.h"

#include <QBuffer>
#include <algorithm>
#include <thread>

#include "app/core/paths.h"
#include "app/gallery/in_parallel.h"
#include "app/gallery/picture_decode.h"
#include "app/gallery/picture_file.h"
#include "inference/base/files.h"

namespace haibao::gallery {
namespace fs = std::filesystem;
namespace {

constexpr std::int32_t thumbnails_id = 0x68616974;  // "hait"
constexpr const char* schema = R"sql(
CREATE TABLE thumbnail(
    sha256 BLOB NOT NULL,
    side INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    used INTEGER NOT NULL,               -- the day, counted from 1970
    data BLOB NOT NULL,
    PRIMARY KEY(sha256, side)
) STRICT;
CREATE INDEX thumbnail_used ON thumbnail(used, bytes);
)sql";

std::int64_t today() { return std::chrono::floor<std::chrono::days>(now()).time_since_epoch().count(); }

Result<sqlite::Database> open_database(const fs::path& file) {
    auto database = sqlite::Database::open(file, sqlite::Access::create, "The cache of thumbnails");
    if (!database) return database;
    // Whatever a power cut takes can be made again.
    if (auto done = database->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 16777216"); !done) return pass_on(done);
    const char* steps[] = {schema};
    if (auto done = database->migrate(thumbnails_id, steps); !done) return pass_on(done);
    return database;
}

}  // namespace

Thumbnails::Thumbnails(sqlite::Database database)
    : database_(std::make_unique<sqlite::Database>(std::move(database))), prepared_(std::make_unique<sqlite::Prepared>(*database_)) {}

fs::path Thumbnails::usual_file() { return paths::cache() / "thumbnails.db"; }

Result<Thumbnails> Thumbnails::open(const fs::path& file) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    auto database = open_database(file);
    if (!database && (database.error().kind == ErrorKind::corrupt_file || database.error().kind == ErrorKind::unsupported)) {
        for (const char* ending : {"", "-wal", "-shm"}) fs::remove(file.string() + ending, error);
        database = open_database(file);
    }
    if (!database) return pass_on(database);
    return Thumbnails(std::move(*database));
}

QImage Thumbnails::find(const Sha256Bytes& sha256, int side) {
    const std::span<const std::uint8_t> hash(sha256);
    auto row = prepared_->query("SELECT data, used FROM thumbnail WHERE sha256 = ? AND side = ?", hash, side);
    if (!row) return {};
    const auto found = (*row)->step();
    if (!found || !*found) return {};
    const auto data = (*row)->blob(0);
    QImage image = QImage::fromData(data.data(), static_cast<int>(data.size()));
    if ((*row)->integer(1) != today()) (void)prepared_->run("UPDATE thumbnail SET used = ? WHERE sha256 = ? AND side = ?", today(), hash, side);
    return image;
}

bool Thumbnails::has(const Sha256Bytes& sha256, int side) {
    const auto found = prepared_->integer("SELECT 1 FROM thumbnail WHERE sha256 = ? AND side = ?", std::span<const std::uint8_t>(sha256), side);
    return found && *found;
}

Result<void> Thumbnails::put(const Sha256Bytes& sha256, int side, const QByteArray& encoded) {
    return prepared_->run("INSERT OR REPLACE INTO thumbnail(sha256, side, bytes, used, data) VALUES(?, ?, ?, ?, ?)", std::span<const std::uint8_t>(sha256), side,
                          encoded.size(), today(),
                          std::span(reinterpret_cast<const std::uint8_t*>(encoded.constData()), static_cast<std::size_t>(encoded.size())));
}

Result<std::int64_t> Thumbnails::shrink(std::int64_t most_bytes) {
    auto sum = prepared_->integer("SELECT sum(bytes) FROM thumbnail");
    if (!sum) return pass_on(sum);
    std::int64_t left = sum->value_or(0), last_day = -1;
    if (left <= most_bytes) return 0;
    {
        auto day = prepared_->query("SELECT used, sum(bytes) FROM thumbnail GROUP BY used ORDER BY used");
        if (!day) return pass_on(day);
        for (auto more = (*day)->step(); left > most_bytes && (!more || *more); more = (*day)->step()) {
            if (!more) return pass_on(more);
            last_day = (*day)->integer(0);
            left -= (*day)->integer(1);
        }
    }
    if (auto done = prepared_->run("DELETE FROM thumbnail WHERE used <= ?", last_day); !done) return pass_on(done);
    return database_->changes();
}

Result<QByteArray> make_thumbnail(const fs::path& file, int side) {
    auto content = read_file(file, most_file_bytes);
    if (!content) return pass_on(content);
    auto picture = decode_picture({reinterpret_cast<const std::uint8_t*>(content->data()), content->size()}, file.filename().string(), side);
    if (!picture) return pass_on(picture);
    QByteArray encoded;
    QBuffer buffer(&encoded);
    buffer.open(QIODevice::WriteOnly);
    const bool saved = picture->hasAlphaChannel() ? picture->save(&buffer, "png") : picture->save(&buffer, "jpg", 88);
    if (!saved) return fail(ErrorKind::internal, "No thumbnail could be made of {}.", file.filename().string());
    return encoded;
}

Result<ThumbnailReport> make_thumbnails(Library& library, Thumbnails& thumbnails, int side, int threads, const Progress& progress, std::stop_token stop) {
    load_decoders();
    struct Wanted {
        fs::path file;
        Sha256Bytes sha256;
    };
    std::vector<Wanted> wanted;
    ThumbnailReport report;
    {
        auto row = library.prepared().query("SELECT file, sha256 FROM picture WHERE missing IS NULL ORDER BY created DESC");
        if (!row) return pass_on(row);
        for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
            if (!more) return pass_on(more);
            Wanted one{library.absolute((*row)->text(0)), {}};
            const auto hash = (*row)->blob(1);
            if (hash.size() != one.sha256.size()) continue;
            std::ranges::copy(hash, one.sha256.begin());
            if (thumbnails.has(one.sha256, side)) ++report.there;
            else wanted.push_back(std::move(one));
        }
    }
    Result<void> outcome;
    in_parallel<Result<QByteArray>>(
        wanted.size(), threads > 0 ? threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency())),
        [&](std::size_t i) { return make_thumbnail(wanted[i].file, side); },
        [&](std::size_t first, std::span<Result<QByteArray>> ready) {
            for (std::size_t i = 0; i < ready.size() && outcome && !stop.stop_requested(); ++i) {
                if (ready[i]) outcome = thumbnails.put(wanted[first + i].sha256, side, *ready[i]);
                ++(ready[i] ? report.made : report.failed);
                if (progress) progress(static_cast<std::int64_t>(first + i) + 1, static_cast<std::int64_t>(wanted.size()));
            }
            return outcome && !stop.stop_requested();
        });
    if (!outcome) return pass_on(outcome);
    report.stopped = stop.stop_requested();
    return report;
}

}  // namespace haibao::gallery
