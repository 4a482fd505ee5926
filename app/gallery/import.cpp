// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/import.h"

#include <QDateTime>
#include <algorithm>
#include <mutex>
#include <set>
#include <thread>

#include "app/core/atomic_file.h"
#include "app/gallery/batch.h"
#include "app/gallery/in_parallel.h"
#include "app/gallery/picture_decode.h"
#include "app/gallery/picture_file.h"

namespace haibao::gallery {
namespace fs = std::filesystem;
namespace {

/// One source file as a worker leaves it: read, and copied when it is new.
struct Incoming {
    Result<PictureFile> file = std::unexpected(Error{});
    bool is_new = false;
    std::optional<fs::path> copy;        ///< inside the library
    std::optional<Error> copy_problem;   ///< the library's disk, not the source's
};

class Import {
public:
    Import(Library& library, const ImportOptions& options, const Progress& progress, std::stop_token stop)
        : library_(library), options_(options), progress_(progress), stop_(std::move(stop)), batch_(library.database()) {}

    Result<ImportReport> run(std::span<const fs::path> paths) {
        for (const fs::path& path : paths)
            if (auto done = collect(path); !done) return pass_on(done);
        if (auto done = read_hashes(); !done) return pass_on(done);
        const int threads = options_.threads > 0 ? options_.threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
        Result<void> outcome;
        in_parallel<Incoming>(
            files_.size(), threads, [&](std::size_t i) { return receive(files_[i]); },
            [&](std::size_t i, Incoming incoming) {
                outcome = batch_.run([&] { return keep(files_[i], incoming); });
                if (progress_) progress_(report_.known + static_cast<std::int64_t>(i) + 1, report_.known + static_cast<std::int64_t>(files_.size()));
                return outcome && !stop_.stop_requested();
            });
        // What came in before a full disk is kept.
        if (auto done = batch_.commit(); outcome) outcome = std::move(done);
        if (!outcome) return pass_on(outcome);
        report_.stopped = stop_.stop_requested();
        return std::move(report_);
    }

private:
    Result<void> collect(const fs::path& given) {
        std::error_code error;
        const fs::path path = fs::canonical(given, error);
        if (error) return fail(ErrorKind::not_found, "{} is not there.", given.string());
        if (!fs::is_directory(path, error)) return collect_file(path);
        const fs::path own = fs::canonical(library_.folder() / "pictures", error);
        if (const auto inside = own.lexically_relative(path); !error && !inside.empty() && *inside.begin() != "..")
            return fail(ErrorKind::invalid_input, "{} holds the library itself, which cannot be imported into itself.", given.string());
        std::vector<fs::path> found;
        fs::recursive_directory_iterator it(path, fs::directory_options::skip_permission_denied, error), end;
        for (; !error && it != end; it.increment(error)) {
            const std::string name = it->path().filename().string();
            std::error_code ignored;
            if (name.starts_with('.')) {
                if (it->is_directory(ignored)) it.disable_recursion_pending();
            } else if (may_be_picture(it->path()) && it->is_regular_file(ignored)) {
                found.push_back(it->path());
            }
        }
        if (error) return std::unexpected(Error{ErrorKind::io, std::format("The folder {} could not be read to its end.", given.string()), error.message()});
        std::ranges::sort(found);
        for (const fs::path& file : found)
            if (auto done = collect_file(file); !done) return done;
        return {};
    }

    /// Only what was not looked at before.
    Result<void> collect_file(const fs::path& path) {
        const auto stamp = stamp_of(path);
        if (!stamp) return {};
        auto known = library_.prepared().integer(
            "SELECT 1 FROM seen_file s LEFT JOIN picture p ON p.id = s.picture WHERE s.path = ? AND s.bytes = ? AND s.changed = ? AND p.missing IS NULL",
            path.string(), stamp->bytes, stamp->changed);
        if (!known) return pass_on(known);
        if (*known) ++report_.known;
        else files_.push_back(path);
        return {};
    }

    Result<void> read_hashes() {
        auto row = library_.prepared().query("SELECT sha256 FROM picture WHERE missing IS NULL");
        if (!row) return pass_on(row);
        for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
            if (!more) return pass_on(more);
            Sha256Bytes hash{};
            if (const auto bytes = (*row)->blob(0); bytes.size() == hash.size()) std::ranges::copy(bytes, hash.begin());
            hashes_.insert(hash);
        }
        return {};
    }

    /// On a worker's thread.
    Incoming receive(const fs::path& source) {
        Incoming incoming;
        incoming.file = read_picture_file(source, WithLook::yes);
        if (!incoming.file) return incoming;
        PictureRow& row = incoming.file->row;
        {
            const std::lock_guard hold(lock_);
            incoming.is_new = !hashes_.contains(row.sha256);
        }
        if (incoming.is_new && options_.mode == ImportMode::copy) {
            const QDateTime created = QDateTime::fromMSecsSinceEpoch(row.created.time_since_epoch().count());
            const fs::path target = library_.folder() / "pictures" / created.toString("yyyy").toStdString() / created.toString("MM").toStdString() / source.filename();
            const std::string& content = incoming.file->content;
            auto written = write_file(target, {reinterpret_cast<const std::uint8_t*>(content.data()), content.size()}, IfExists::unique);
            if (written) incoming.copy = std::move(*written);
            else incoming.copy_problem = std::move(written.error());
        }
        std::string().swap(incoming.file->content);
        return incoming;
    }

    Result<void> keep(const fs::path& source, Incoming& incoming) {
        if (incoming.copy_problem) return std::unexpected(std::move(*incoming.copy_problem));
        if (!incoming.file) {
            report_.problems.emplace_back(source, incoming.file.error().message);
            return remember(source, std::nullopt, incoming.file.error().message);
        }
        PictureRow& row = incoming.file->row;
        auto same = library_.with_hash(row.sha256);
        if (!same) return pass_on(same);
        bool first = false;
        {
            const std::lock_guard hold(lock_);
            first = hashes_.insert(row.sha256).second;
        }
        if (!first) {
            // Of copies that come in at the same time the first in order is kept.
            std::error_code ignored;
            if (incoming.copy) std::filesystem::remove(*incoming.copy, ignored);
            ++report_.duplicates;
            return remember(source, same->empty() ? std::nullopt : std::optional(same->front()), "");
        }
        if (incoming.copy) {
            row.file = incoming.copy->lexically_relative(library_.folder()).generic_string();
            if (const auto stamp = stamp_of(*incoming.copy)) row.changed = stamp->changed;
        } else {
            row.file = source.string();
            row.linked = true;
        }
        if (!same->empty()) {  // all of them lost their file
            if (auto done = library_.prepared().run("UPDATE picture SET file = ?, linked = ?, changed = ?, missing = NULL WHERE id = ?", row.file, row.linked,
                                                    row.changed, same->front());
                !done)
                return done;
            ++report_.found_again;
            report_.ids.push_back(same->front());
            return remember(source, same->front(), "");
        }
        auto id = library_.put_row(row);
        if (!id) return pass_on(id);
        if (incoming.file->look)
            if (auto done = library_.set_look(*id, *incoming.file->look); !done) return done;
        if (!options_.tags.empty())
            if (auto done = library_.put_tags({&*id, 1}, options_.tags); !done) return done;
        ++report_.imported;
        report_.ids.push_back(*id);
        return remember(source, *id, "");
    }

    Result<void> remember(const fs::path& source, std::optional<PictureId> picture, const std::string& problem) {
        const auto stamp = stamp_of(source).value_or(FileStamp{});
        const auto number = picture ? std::optional(static_cast<std::int64_t>(*picture)) : std::nullopt;
        return library_.prepared().run("INSERT OR REPLACE INTO seen_file(path, bytes, changed, picture, problem) VALUES(?, ?, ?, ?, ?)", source.string(),
                                       stamp.bytes, stamp.changed, number, problem);
    }

    Library& library_;
    const ImportOptions& options_;
    const Progress& progress_;
    std::stop_token stop_;
    Batch batch_;
    ImportReport report_;
    std::vector<fs::path> files_;
    std::set<Sha256Bytes> hashes_;  ///< of what is in the library
    std::mutex lock_;
};

}  // namespace

Result<ImportReport> import_pictures(Library& library, std::span<const fs::path> paths, const ImportOptions& options, const Progress& progress, std::stop_token stop) {
    load_decoders();
    return Import(library, options, progress, std::move(stop)).run(paths);
}

}  // namespace haibao::gallery
