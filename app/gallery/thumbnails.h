// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <functional>
#include <memory>
#include <stop_token>

#include "app/core/prepared.h"
#include "app/gallery/library.h"
#include "app/gallery/sweep.h"

namespace haibao::gallery {

/// Longest sides in pixels: for the grid, and for the grid at a high zoom or resolution.
inline constexpr int small_thumbnail = 256, large_thumbnail = 512;

/// Enough for a hundred thousand small ones.
inline constexpr std::int64_t usual_cache_bytes = std::int64_t{2} << 30;

/// Small pictures of all libraries by the content's hash, in one database in the cache folder that can be deleted at any
/// time. Upright and in sRGB. For one thread; several may have the same file open.
class Thumbnails {
public:
    /// A file that is damaged or of another kind is replaced. Errors: io.
    static Result<Thumbnails> open(const std::filesystem::path& file);
    /// $XDG_CACHE_HOME/haibao/thumbnails.db
    static std::filesystem::path usual_file();

    /// Null where there is none yet.
    QImage find(const Sha256Bytes& sha256, int side);
    bool has(const Sha256Bytes& sha256, int side);
    /// Errors: io (a full disk: the thumbnail is shown, but not kept).
    Result<void> put(const Sha256Bytes& sha256, int side, const QByteArray& encoded);
    /// Removes those that were not asked for in the longest time, until `most_bytes` are left. Returns how many.
    Result<std::int64_t> shrink(std::int64_t most_bytes);

private:
    explicit Thumbnails(sqlite::Database database);
    std::unique_ptr<sqlite::Database> database_;
    std::unique_ptr<sqlite::Prepared> prepared_;
};

/// Decodes and shrinks; JPEG, or PNG where parts are transparent. Any thread. Errors: those of decode_picture(), not_found.
Result<QByteArray> make_thumbnail(const std::filesystem::path& file, int side);

struct ThumbnailReport {
    std::int64_t made = 0, there = 0, failed = 0;
    bool stopped = false;
};
/// Makes all that are missing of one size.
Result<ThumbnailReport> make_thumbnails(Library& library, Thumbnails& thumbnails, int side, int threads = 0, const Progress& progress = {}, std::stop_token stop = {});

}  // namespace haibao::gallery
