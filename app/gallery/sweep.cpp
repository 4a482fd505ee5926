// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/sweep.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "app/gallery/batch.h"
#include "app/gallery/in_parallel.h"
#include "app/gallery/picture_decode.h"
#include "app/gallery/picture_file.h"
#include "inference/base/files.h"
#include "inference/base/sha256.h"
#include "inference/base/system_reason.h"

namespace haibao::gallery {
namespace fs = std::filesystem;
using sqlite::Transaction;
namespace {

/// A folder that changed this recently may change again within the same tick of the file system's clock.
constexpr auto still_warm = std::chrono::seconds(2);
/// No program needs longer to write a picture.
constexpr auto abandoned_after = std::chrono::hours(24);

int default_threads() { return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 16u)); }

class Sweep {
public:
    Sweep(Library& library, SweepDepth depth, const Progress& progress, std::stop_token stop)
        : library_(library), depth_(depth), progress_(progress), stop_(std::move(stop)) {}

    Result<SweepReport> run() {
        if (auto done = read_known_folders(); !done) return pass_on(done);
        if (auto done = visit(library_.folder() / "pictures", "pictures"); !done) return pass_on(done);
        for (const auto& [path, changed] : known_)
            if (!seen_.contains(path))
                if (auto done = compare(path, {}); !done) return pass_on(done);
        if (depth_ != SweepDepth::changed_folders)
            if (auto done = check_linked(); !done) return pass_on(done);
        if (auto done = take_up(); !done) return pass_on(done);
        if (depth_ == SweepDepth::contents && !stop_.stop_requested())
            if (auto done = check_contents(); !done) return pass_on(done);
        if (!stop_.stop_requested() && !library_.read_only())
            if (auto done = remember_folders(); !done) return pass_on(done);
        report_.stopped = stop_.stop_requested();
        return std::move(report_);
    }

private:
    Result<void> read_known_folders() {
        auto row = library_.prepared().query("SELECT path, changed FROM folder");
        if (!row) return pass_on(row);
        for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
            if (!more) return pass_on(more);
            known_[(*row)->text(0)] = (*row)->integer(1);
        }
        return {};
    }

    /// A folder and those below it. Its own time tells whether names came or went; not so for the folders in it.
    Result<void> visit(const fs::path& folder, const std::string& path) {
        if (stop_.stop_requested()) return {};
        std::error_code error;
        const auto time = fs::last_write_time(folder, error);
        if (error || leads_back(folder, path)) return {};  // compare() marks what it held
        seen_.insert(path);
        const std::int64_t changed = time.time_since_epoch().count();
        const bool warm = fs::file_time_type::clock::now() - time < still_warm;
        const auto known = known_.find(path);
        if (depth_ == SweepDepth::changed_folders && known != known_.end() && known->second == changed) {
            // Only the folders below are of interest; they are known by name.
            const std::string inside = path + "/";
            for (auto it = known_.upper_bound(inside); it != known_.end() && it->first.starts_with(inside); ++it)
                if (it->first.find('/', inside.size()) == std::string::npos)
                    if (auto done = visit(library_.folder() / it->first, it->first); !done) return done;
            return {};
        }
        std::set<std::string> files, folders;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
            const std::string name = it->path().filename().string();
            std::error_code ignored;
            if (it->is_directory(ignored)) {
                // Every disk of its own has a lost+found, which only root may read.
                if (!name.starts_with('.') && name != "lost+found") folders.insert(name);
            } else if (name.ends_with(".part") && name.contains(".haibao-")) {
                remove_leftover(it->path());
            } else if (may_be_picture(it->path())) {
                files.insert(name);
            }
        }
        if (error == std::errc::permission_denied) {
            report_.broken.emplace_back(path, "This folder may not be read; what the library knows of it stays as it is.");
            visited_[path] = changed;
            return {};
        }
        if (error) return std::unexpected(Error{ErrorKind::io, std::format("The folder {} could not be read.", folder.string()), system_reason(error)});
        if (auto done = compare(path, files); !done) return done;
        visited_[path] = warm ? 0 : changed;
        for (const std::string& name : folders)
            if (auto done = visit(folder / name, path + "/" + name); !done) return done;
        return {};
    }

    /// Whether a folder was, or will be, seen under another name: links may lead anywhere, also in circles. Folders that lie
    /// below pictures/ are seen where they lie.
    bool leads_back(const fs::path& folder, const std::string& path) {
        std::error_code error;
        const fs::path real = fs::canonical(folder, error);
        if (error) return true;
        if (path == "pictures") {
            own_ = real;
            return false;
        }
        if (real == own_ / fs::path(path).lexically_relative("pictures")) return false;
        const fs::path inside = real.lexically_relative(own_);
        return (!inside.empty() && *inside.begin() != "..") || !linked_.insert(real).second;
    }

    void remove_leftover(const fs::path& file) {
        if (library_.read_only()) return;
        std::error_code error;
        const auto time = fs::last_write_time(file, error);
        if (!error && fs::file_time_type::clock::now() - time > abandoned_after && fs::remove(file, error)) ++report_.leftovers;
    }

    /// The rows of one folder against the names in it.
    Result<void> compare(const std::string& path, const std::set<std::string>& files) {
        std::vector<std::pair<std::int64_t, bool>> changes;  // id, is there
        std::set<std::string> with_row;
        {
            // '0' follows '/': all files whose names begin with the folder's.
            auto row = library_.prepared().query("SELECT id, file, missing IS NOT NULL FROM picture WHERE file > ? AND file < ?", path + "/", path + "0");
            if (!row) return pass_on(row);
            for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
                if (!more) return pass_on(more);
                const std::string name = (*row)->text(1).substr(path.size() + 1);
                if (name.contains('/')) continue;
                with_row.insert(name);
                const bool listed = files.contains(name), was_missing = (*row)->integer(2) != 0;
                if (listed ? was_missing : !was_missing && is_gone(library_.folder() / path / name)) changes.emplace_back((*row)->integer(0), listed);
            }
        }
        for (const std::string& name : files)
            if (!with_row.contains(name)) strays_.push_back(path + "/" + name);
        return mark(changes);
    }

    /// Another process may have added the picture after its folder was listed; and what cannot be asked for is not gone.
    static bool is_gone(const fs::path& file) {
        std::error_code error;
        return !fs::exists(file, error) && !error;
    }

    /// A library that can only be read is looked at; nothing is noted in it.
    Result<void> mark(const std::vector<std::pair<std::int64_t, bool>>& changes) {
        if (changes.empty()) return {};
        for (const auto& [id, there] : changes) ++(there ? report_.found_again : report_.missing);
        if (library_.read_only()) return {};
        auto transaction = Transaction::begin(library_.database());
        if (!transaction) return pass_on(transaction);
        for (const auto& [id, there] : changes) {
            const auto time = there ? std::nullopt : std::optional(now().time_since_epoch().count());
            // What could not be looked at while it was away may be looked at again.
            if (auto done = library_.prepared().run("UPDATE picture SET missing = ?1, looked = iif(?1 IS NULL, max(looked, 0), looked) WHERE id = ?2", time, id); !done)
                return done;
        }
        return transaction->commit();
    }

    Result<void> check_linked() {
        std::vector<std::pair<std::int64_t, bool>> changes;
        {
            auto row = library_.prepared().query("SELECT id, file, missing IS NOT NULL FROM picture WHERE linked = 1");
            if (!row) return pass_on(row);
            for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
                if (!more) return pass_on(more);
                if (stop_.stop_requested()) return {};
                std::error_code error;
                const bool there = fs::exists((*row)->text(1), error);
                if (!error && there == ((*row)->integer(2) != 0)) changes.emplace_back((*row)->integer(0), there);
            }
        }
        return mark(changes);
    }

    /// Whether a stray was looked at before and is unchanged. One that was broken is broken still, which a look at all
    /// folders says again.
    Result<bool> is_known(const std::string& path, const FileStamp& stamp) {
        auto row = library_.prepared().query("SELECT problem FROM seen_file WHERE path = ? AND bytes = ? AND changed = ?", path, stamp.bytes, stamp.changed);
        if (!row) return pass_on(row);
        auto known = (*row)->step();
        if (!known) return pass_on(known);
        if (*known && depth_ != SweepDepth::changed_folders)
            if (const std::string problem = (*row)->text(0); !problem.empty()) report_.broken.emplace_back(path, problem);
        return *known;
    }

    Result<void> take_up() {
        std::vector<std::string> fresh;
        for (std::string& path : strays_) {
            const auto stamp = stamp_of(library_.folder() / path);
            if (!stamp) continue;
            auto known = is_known(path, *stamp);
            if (!known) return pass_on(known);
            if (!*known) fresh.push_back(std::move(path));
        }
        if (fresh.empty()) return {};
        load_decoders();
        Result<void> outcome;
        in_parallel<Result<PictureFile>>(
            fresh.size(), default_threads(),
            [&](std::size_t i) -> Result<PictureFile> {
                if (stop_.stop_requested()) return fail(ErrorKind::cancelled, "Stopped.");
                auto file = read_picture_file(library_.folder() / fresh[i], WithLook::no);
                if (file) std::string().swap(file->content);
                return file;
            },
            [&](std::size_t first, std::span<Result<PictureFile>> ready) {
                if (stop_.stop_requested()) return false;
                outcome = take_all(std::span(fresh).subspan(first, ready.size()), ready);
                if (progress_) progress_(static_cast<std::int64_t>(first + ready.size()), static_cast<std::int64_t>(fresh.size()));
                return outcome && !stop_.stop_requested();
            });
        return outcome;
    }

    Result<void> take_all(std::span<const std::string> paths, std::span<Result<PictureFile>> files) {
        for (std::size_t i = 0; i < files.size(); ++i)
            if (!files[i] && files[i].error().kind != ErrorKind::not_found) report_.broken.emplace_back(paths[i], files[i].error().message);
        if (library_.read_only()) return {};
        return all_at_once(library_.database(), files.size(), [&](std::size_t i) { return take_one(paths[i], files[i]); });
    }

    Result<void> take_one(const std::string& path, Result<PictureFile>& file) {
        if (!file) {
            // What could not be read now may be read next time.
            if (file.error().kind != ErrorKind::corrupt_file && file.error().kind != ErrorKind::unsupported) return {};
            return remember(path, std::nullopt, file.error().message);
        }
        file->row.file = path;
        auto same = library_.with_hash(file->row.sha256);
        if (!same) return pass_on(same);
        for (const PictureId id : *same) {
            auto missing = library_.prepared().integer("SELECT 1 FROM picture WHERE id = ? AND missing IS NOT NULL", id);
            if (!missing) return pass_on(missing);
            if (!*missing) continue;
            ++report_.found_again;
            return library_.prepared().run("UPDATE picture SET file = ?, linked = 0, changed = ?, missing = NULL, looked = max(looked, 0) WHERE id = ?", path,
                                           file->row.changed, id);
        }
        // Another process may have finished adding this very file since its folder was listed.
        auto by_name = library_.prepared().integer("SELECT 1 FROM picture WHERE file = ?", path);
        if (!by_name) return pass_on(by_name);
        if (*by_name) return {};
        if (!same->empty()) return remember(path, same->front(), "");  // a copy of what is there
        auto id = library_.put_row(file->row);
        if (!id) return pass_on(id);
        ++report_.taken_up;
        return {};
    }

    Result<void> remember(const std::string& path, std::optional<PictureId> picture, const std::string& problem) {
        const auto stamp = stamp_of(library_.folder() / path).value_or(FileStamp{});
        const auto number = picture ? std::optional(static_cast<std::int64_t>(*picture)) : std::nullopt;
        return library_.prepared().run("INSERT OR REPLACE INTO seen_file(path, bytes, changed, picture, problem) VALUES(?, ?, ?, ?, ?)", path, stamp.bytes,
                                       stamp.changed, number, problem);
    }

    /// Every file against its hash. What was edited by another program is taken as it is now.
    Result<void> check_contents() {
        struct Row {
            std::int64_t id;
            std::string file;
            std::string sha256;
        };
        std::vector<Row> rows;
        {
            auto row = library_.prepared().query("SELECT id, file, lower(hex(sha256)) FROM picture WHERE missing IS NULL ORDER BY id");
            if (!row) return pass_on(row);
            for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
                if (!more) return pass_on(more);
                rows.push_back({(*row)->integer(0), (*row)->text(1), (*row)->text(2)});
            }
        }
        Result<void> outcome;
        in_parallel<std::string>(
            rows.size(), default_threads(),
            [&](std::size_t i) {
                if (stop_.stop_requested()) return std::string();  // which nobody looks at any more
                auto content = read_file(library_.absolute(rows[i].file), most_file_bytes);
                return content ? sha256(*content) : std::string();
            },
            [&](std::size_t first, std::span<std::string> ready) {
                for (std::size_t i = first; i < first + ready.size() && outcome && !stop_.stop_requested(); ++i) {
                    const std::string& hash = ready[i - first];
                    if (hash.empty() && is_gone(library_.absolute(rows[i].file))) continue;  // which compare() has seen, or the next one will
                    if (hash.empty()) report_.broken.emplace_back(rows[i].file, std::format("Picture {} cannot be read.", rows[i].id));
                    else if (hash != rows[i].sha256) outcome = take_altered(rows[i].id, rows[i].file);
                    if (progress_) progress_(static_cast<std::int64_t>(i) + 1, static_cast<std::int64_t>(rows.size()));
                }
                return outcome && !stop_.stop_requested();
            });
        return outcome;
    }

    Result<void> take_altered(std::int64_t id, const std::string& path) {
        auto file = read_picture_file(library_.absolute(path), WithLook::yes);
        if (!file) {
            report_.broken.emplace_back(path, std::format("Picture {} was changed and is damaged: {}", id, file.error().message));
            return {};
        }
        ++report_.altered;
        if (library_.read_only()) return {};
        auto transaction = Transaction::begin(library_.database());
        if (!transaction) return pass_on(transaction);
        const PictureRow& row = file->row;
        if (auto done = library_.prepared().run("UPDATE picture SET sha256 = ?, bytes = ?, changed = ?, width = ?, height = ? WHERE id = ?",
                                                std::span<const std::uint8_t>(row.sha256), row.bytes, row.changed, row.width, row.height, id);
            !done)
            return done;
        if (auto done = library_.set_look(PictureId{id}, *file->look); !done) return done;
        return transaction->commit();
    }

    Result<void> remember_folders() {
        bool same = true;
        for (const auto& [path, changed] : visited_) {
            const auto known = known_.find(path);
            same = same && known != known_.end() && known->second == changed;
        }
        for (const auto& [path, changed] : known_) same = same && seen_.contains(path);
        if (same) return {};
        auto transaction = Transaction::begin(library_.database());
        if (!transaction) return pass_on(transaction);
        for (const auto& [path, changed] : visited_)
            if (auto done = library_.prepared().run("INSERT OR REPLACE INTO folder(path, changed) VALUES(?, ?)", path, changed); !done) return done;
        for (const auto& [path, changed] : known_)
            if (!seen_.contains(path))
                if (auto done = library_.prepared().run("DELETE FROM folder WHERE path = ?", path); !done) return done;
        return transaction->commit();
    }

    Library& library_;
    SweepDepth depth_;
    const Progress& progress_;
    std::stop_token stop_;
    SweepReport report_;
    std::map<std::string, std::int64_t> known_, visited_;
    std::set<std::string> seen_;
    std::vector<std::string> strays_;
    fs::path own_;               ///< pictures/, without links
    std::set<fs::path> linked_;  ///< folders elsewhere that links led to
};

}  // namespace

Result<SweepReport> sweep(Library& library, SweepDepth depth, const Progress& progress, std::stop_token stop) {
    if (library.read_only() && depth == SweepDepth::changed_folders) return SweepReport();
    return Sweep(library, depth, progress, std::move(stop)).run();
}

Result<std::int64_t> make_looks(Library& library, int threads, const Progress& progress, std::stop_token stop) {
    if (stop.stop_requested()) return 0;
    load_decoders();
    auto ids = library.without_look(std::numeric_limits<int>::max());
    if (!ids) return pass_on(ids);
    std::vector<fs::path> files(ids->size());
    for (std::size_t i = 0; i < ids->size() && !stop.stop_requested(); ++i) {
        auto picture = library.pictures({&(*ids)[i], 1});
        if (!picture) return pass_on(picture);
        if (!picture->empty()) files[i] = picture->front().file;
    }
    Result<void> outcome;
    std::int64_t made = 0;
    in_parallel<Result<Look>>(
        files.size(), threads > 0 ? threads : default_threads(),
        [&](std::size_t i) -> Result<Look> {
            if (stop.stop_requested()) return fail(ErrorKind::cancelled, "Stopped.");
            auto content = read_file(files[i], most_file_bytes);
            if (!content) return pass_on(content);
            auto picture = decode_picture({reinterpret_cast<const std::uint8_t*>(content->data()), content->size()}, files[i].filename().string(), 512);
            if (!picture) return pass_on(picture);
            return look_of(*picture);
        },
        [&](std::size_t first, std::span<Result<Look>> ready) {
            outcome = all_at_once(library.database(), ready.size(), [&](std::size_t i) -> Result<void> {
                if (ready[i]) return library.set_look((*ids)[first + i], *ready[i]);
                // A disk that is away, or memory that is short, says nothing about the picture.
                const ErrorKind kind = ready[i].error().kind;
                return kind == ErrorKind::corrupt_file || kind == ErrorKind::unsupported ? library.set_no_look((*ids)[first + i]) : Result<void>();
            });
            made += std::ranges::count_if(ready, [](const Result<Look>& look) { return look.has_value(); });
            if (progress) progress(static_cast<std::int64_t>(first + ready.size()), static_cast<std::int64_t>(files.size()));
            return outcome && !stop.stop_requested();
        });
    if (!outcome) return pass_on(outcome);
    return made;
}

}  // namespace haibao::gallery
