// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/import.h"

#include <QDateTime>
#include <algorithm>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include "app/core/atomic_file.h"
#include "app/gallery/batch.h"
#include "app/gallery/in_parallel.h"
#include "app/gallery/picture_decode.h"
#include "app/gallery/picture_file.h"
#include "inference/base/system_reason.h"

namespace haibao::gallery {
namespace fs = std::filesystem;
namespace {

/// A copy in the library's folder that has no row yet: without one it goes again.
class Copy {
public:
    Copy() = default;
    explicit Copy(fs::path file) : file_(std::move(file)) {}
    Copy(Copy&& other) noexcept : file_(std::exchange(other.file_, {})) {}
    Copy& operator=(Copy&& other) noexcept {
        std::swap(file_, other.file_);
        return *this;
    }
    ~Copy() {
        std::error_code ignored;
        if (!file_.empty()) fs::remove(file_, ignored);
    }
    bool is_there() const { return !file_.empty(); }
    const fs::path& file() const { return file_; }
    void keep() { file_.clear(); }

private:
    fs::path file_;
};

/// One source file as a worker leaves it: read, and copied when it is new.
struct Incoming {
    Result<PictureFile> file = std::unexpected(Error{});
    Copy copy;
    std::optional<Error> copy_problem;  ///< the library's disk, not the source's
    bool kept = false;                  ///< its copy has a row now
};

/// What the library knows of some content.
struct Same {
    PictureId id;
    std::string file;
    bool missing, trashed;
};

class Import {
public:
    Import(Library& library, const ImportOptions& options, const Progress& progress, std::stop_token stop)
        : library_(library), options_(options), progress_(progress), stop_(std::move(stop)) {}

    Result<ImportReport> run(std::span<const fs::path> paths) {
        for (const fs::path& path : paths)
            if (auto done = collect(path); !done) return pass_on(done);
        if (auto done = tag_known(); !done) return pass_on(done);
        if (auto done = read_hashes(); !done) return pass_on(done);
        const int threads = options_.threads > 0 ? options_.threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
        Result<void> outcome;
        in_parallel<Incoming>(
            files_.size(), threads, [&](std::size_t i) { return receive(files_[i]); },
            [&](std::size_t first, std::span<Incoming> ready) {
                outcome = keep_all(first, ready);
                return outcome && !stop_.stop_requested();
            });
        if (!outcome) return pass_on(outcome);
        report_.stopped = stop_.stop_requested();
        return std::move(report_);
    }

private:
    Result<void> collect(const fs::path& given) {
        std::error_code error;
        const fs::path path = fs::canonical(given, error);
        if (error) return fail(ErrorKind::not_found, "{} is not there.", given.string());
        if (fs::is_regular_file(path, error)) return collect_file(path);
        if (!fs::is_directory(path, error)) {
            report_.problems.emplace_back(path, std::format("{} is not a file.", given.string()));
            return {};
        }
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
        if (error) return std::unexpected(Error{ErrorKind::io, std::format("The folder {} could not be read to its end.", given.string()), system_reason(error)});
        std::ranges::sort(found);
        for (const fs::path& file : found)
            if (auto done = collect_file(file); !done) return done;
        return {};
    }

    /// Only what was not looked at before, could not be read then, or is to come out of the trash.
    Result<void> collect_file(const fs::path& path) {
        const auto stamp = stamp_of(path);
        if (!stamp) return {};
        auto known = library_.prepared().integer(
            "SELECT p.id FROM seen_file s JOIN picture p ON p.id = s.picture WHERE s.path = ? AND s.bytes = ? AND s.changed = ? AND p.missing IS NULL "
            "AND p.trashed IS NULL",
            path.string(), stamp->bytes, stamp->changed);
        if (!known) return pass_on(known);
        if (*known) known_.push_back(PictureId{**known});
        else files_.push_back(path);
        return {};
    }

    Result<void> tag_known() {
        report_.known = static_cast<std::int64_t>(known_.size());
        if (options_.tags.empty()) return {};
        constexpr std::size_t at_once = 500;  // so that other programs need not wait long
        for (std::span<const PictureId> left = known_; !left.empty(); left = left.subspan(std::min(at_once, left.size()))) {
            const auto part = left.first(std::min(at_once, left.size()));
            if (auto done = all_at_once(library_.database(), 1, [&](std::size_t) { return library_.put_tags(part, options_.tags); }); !done) return done;
        }
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
        const PictureRow& row = incoming.file->row;
        bool is_new = false;
        {
            const std::lock_guard hold(lock_);
            is_new = !hashes_.contains(row.sha256);
        }
        if (is_new && options_.mode == ImportMode::copy) {
            const QDateTime created = QDateTime::fromMSecsSinceEpoch(row.created.time_since_epoch().count());
            const fs::path target = library_.folder() / "pictures" / created.toString("yyyy").toStdString() / created.toString("MM").toStdString() / source.filename();
            const std::string& content = incoming.file->content;
            auto written = write_file(target, {reinterpret_cast<const std::uint8_t*>(content.data()), content.size()}, IfExists::unique);
            if (written) incoming.copy = Copy(std::move(*written));
            else incoming.copy_problem = std::move(written.error());
        }
        std::string().swap(incoming.file->content);
        return incoming;
    }

    /// All that is ready in one transaction; nothing in it is read or decoded. What came in before a full disk stays.
    Result<void> keep_all(std::size_t first, std::span<Incoming> ready) {
        const auto full = std::ranges::find_if(ready, [](const Incoming& incoming) { return incoming.copy_problem.has_value(); });
        const auto whole = static_cast<std::size_t>(full - ready.begin());
        if (auto done = all_at_once(library_.database(), whole, [&](std::size_t i) { return keep(files_[first + i], ready[i]); }); !done) return done;
        for (std::size_t i = 0; i < whole; ++i) {
            if (ready[i].kept) ready[i].copy.keep();
            if (progress_) progress_(report_.known + static_cast<std::int64_t>(first + i) + 1, report_.known + static_cast<std::int64_t>(files_.size()));
        }
        if (full != ready.end()) return std::unexpected(std::move(*full->copy_problem));
        return {};
    }

    /// What is there before what is missing, and what lies in the trash behind what does not.
    Result<std::vector<Same>> same_content(const Sha256Bytes& sha256) {
        auto row = library_.prepared().query("SELECT id, file, missing IS NOT NULL, trashed IS NOT NULL FROM picture WHERE sha256 = ? ORDER BY 3, 4, id",
                                             std::span<const std::uint8_t>(sha256));
        if (!row) return pass_on(row);
        std::vector<Same> same;
        for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
            if (!more) return pass_on(more);
            same.push_back({PictureId{(*row)->integer(0)}, (*row)->text(1), (*row)->integer(2) != 0, (*row)->integer(3) != 0});
        }
        return same;
    }

    Result<void> keep(const fs::path& source, Incoming& incoming) {
        if (!incoming.file) {
            report_.problems.emplace_back(source, incoming.file.error().message);
            return remember(source, std::nullopt, incoming.file.error().message);
        }
        PictureRow& row = incoming.file->row;
        auto same = same_content(row.sha256);
        if (!same) return pass_on(same);
        if (incoming.copy.is_there()) {
            row.file = incoming.copy.file().lexically_relative(library_.folder()).generic_string();
            if (const auto stamp = stamp_of(incoming.copy.file())) row.changed = stamp->changed;
        } else {
            row.file = source.string();
            row.linked = true;
        }
        // A sweep may have taken up our own copy before its row was written.
        const bool swept = incoming.copy.is_there() && std::ranges::contains(*same, row.file, &Same::file);
        if (!swept && !same->empty() && !same->front().missing) return keep_duplicate(source, same->front());
        if (!incoming.copy.is_there() && options_.mode == ImportMode::copy) {
            report_.problems.emplace_back(source, "The library lost the same picture meanwhile; import this file again.");
            return {};
        }
        incoming.kept = incoming.copy.is_there();
        {
            const std::lock_guard hold(lock_);
            hashes_.insert(row.sha256);
        }
        if (!swept && !same->empty()) {
            auto taken = library_.prepared().integer("SELECT 1 FROM picture WHERE file = ?", row.file);
            if (!taken) return pass_on(taken);
            if (!*taken) return find_again(source, row, same->front().id);
        }
        auto id = library_.put_row(row);
        if (!id) return pass_on(id);
        if (incoming.file->look)
            if (auto done = library_.set_look(*id, *incoming.file->look); !done) return done;
        ++report_.imported;
        report_.ids.push_back(*id);
        return tag_and_remember(source, *id);
    }

    /// The first in order is kept of copies that come in at the same time. What lies in the trash comes out of it: this is
    /// how somebody asks for it.
    Result<void> keep_duplicate(const fs::path& source, const Same& same) {
        if (same.trashed) {
            if (auto done = library_.prepared().run("UPDATE picture SET trashed = NULL WHERE id = ?", same.id); !done) return done;
            ++report_.restored;
            report_.ids.push_back(same.id);
        } else {
            ++report_.duplicates;
        }
        return tag_and_remember(source, same.id);
    }

    /// Every row with this content has lost its file.
    Result<void> find_again(const fs::path& source, const PictureRow& row, PictureId id) {
        if (auto done = library_.prepared().run("UPDATE picture SET file = ?, linked = ?, changed = ?, trashed = NULL, missing = NULL, looked = max(looked, 0) WHERE id = ?", row.file, row.linked,
                                                row.changed, id);
            !done)
            return done;
        ++report_.found_again;
        report_.ids.push_back(id);
        return tag_and_remember(source, id);
    }

    Result<void> tag_and_remember(const fs::path& source, PictureId id) {
        if (!options_.tags.empty())
            if (auto done = library_.put_tags({&id, 1}, options_.tags); !done) return done;
        return remember(source, id, "");
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
    ImportReport report_;
    std::vector<fs::path> files_;
    std::vector<PictureId> known_;  ///< from an earlier import
    std::set<Sha256Bytes> hashes_;  ///< of what is in the library
    std::mutex lock_;
};

}  // namespace

Result<ImportReport> import_pictures(Library& library, std::span<const fs::path> paths, const ImportOptions& options, const Progress& progress, std::stop_token stop) {
    load_decoders();
    return Import(library, options, progress, std::move(stop)).run(paths);
}

}  // namespace haibao::gallery
