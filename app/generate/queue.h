// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/core/sqlite.h"
#include "app/generate/request.h"
#include "app/generate/source_picture.h"

namespace haibao::generate {

enum class QueuedJobId : long long { none = 0 };  // as Qt writes 64 bits: it travels in signals

/// quarantined: it took the worker (or the whole program) along again and again and is not tried by itself any more.
enum class JobState : std::uint8_t { queued, running, paused, done, failed, cancelled, quarantined };
inline constexpr std::array job_state_words{"queued", "running", "paused", "done", "failed", "cancelled", "quarantined"};
constexpr const char* to_string(JobState state) { return job_state_words[static_cast<std::size_t>(state)]; }

struct QueuedJob {
    QueuedJobId id = QueuedJobId::none;
    JobState state = JobState::queued;
    Request request;     ///< the sources without their pixels
    std::string label;   ///< what it is for, "row 12"; may be empty
    int done = 0;        ///< pictures that are in the library
    int attempts = 0;
    std::string reason;  ///< why it is failed or quarantined: a sentence
    std::int64_t added = 0, started = 0, ended = 0;  ///< milliseconds since 1970 UTC; 0 = not yet
};

/// What another try of a job does otherwise; absent = as before.
struct Change {
    std::optional<std::string> device;
    std::optional<Size> size;
};

struct NewJob {
    Request request;                             ///< `sources` and `repaint` are not looked at
    std::vector<std::filesystem::path> sources;  ///< files, copied into the library
    std::optional<RepaintFiles> repaint = {};    ///< likewise
    std::string label;
    bool paused = false;
};

/// The jobs of a library: rows in its library.db, files below jobs/ (README: docs/batch-and-merge.md). Any number of
/// processes may add, change and watch; QueueRunner works through them in one. Not for several threads at once.
///
/// Errors of all: io, corrupt_file; those that take an id also not_found, and invalid_input where the job's state does
/// not allow what is asked, with a sentence that says what does.
class Queue {
public:
    /// `library`: a folder whose library.db is there and up to date (gallery::Library::open does that).
    static Result<Queue> open(const std::filesystem::path& library);

    /// Puts it at the end. Errors also: what check() says, and what reading the sources says.
    Result<QueuedJobId> add(const NewJob& job);
    /// In the order of work; jobs that are over after them, the latest first.
    Result<std::vector<QueuedJob>> list();
    Result<QueuedJob> find(QueuedJobId id);
    /// The pictures of a job in order, as ids of the library; 0 where one was deleted since, or is not made yet.
    Result<std::vector<std::int64_t>> pictures(QueuedJobId id);

    /// A running job stops within a layer; what was to be gone on from is dropped.
    Result<void> cancel(QueuedJobId id);
    /// Sets one job aside; it keeps its place and what it can go on from.
    Result<void> pause(QueuedJobId id);
    Result<void> resume(QueuedJobId id);
    /// Once more, for a job that failed or was cancelled or quarantined; pictures that are made stay.
    Result<void> retry(QueuedJobId id);
    /// The same elsewhere or smaller (next_rung.h); what was kept is gone on from where it still fits. Errors also: invalid_input
    /// (a size that the model cannot paint).
    Result<void> retry(QueuedJobId id, const Change& change);
    /// The same request again, at the end. Returns the new job.
    Result<QueuedJobId> duplicate(QueuedJobId id);
    /// Forgets a job that is over; its pictures stay in the library.
    Result<void> remove(QueuedJobId id);
    /// Done is what was done and cancelled is what was cancelled: forgets them. Returns how many.
    Result<int> remove_finished();

    enum class Place { first, last, up, down };
    Result<void> move(QueuedJobId id, Place place);
    /// Before another one that waits, too.
    Result<void> move_before(QueuedJobId id, QueuedJobId other);

    /// A paused queue gives out no job; a running one stops and goes on later.
    Result<void> set_paused(bool paused, const std::string& reason = {});
    struct Pause {
        bool paused = false;
        std::string reason;  ///< empty when a person did it
    };
    Result<Pause> pause_state();
    /// Differs from call to call when another connection has changed something in between.
    Result<std::int64_t> change_mark();

    const std::filesystem::path& library() const { return library_; }
    std::filesystem::path jobs_folder() const { return library_ / "jobs"; }
    std::filesystem::path job_folder(QueuedJobId id) const;
    std::filesystem::path source_file(const std::string& sha256) const;

private:
    friend class QueueWork;
    Queue(sqlite::Database database, std::filesystem::path library) : database_(std::move(database)), library_(std::move(library)) {}

    Result<QueuedJobId> insert(const std::string& request, const std::string& label, int count, JobState state);
    Result<void> change_request(QueuedJobId id, const Change& change);
    Result<void> change_state(QueuedJobId id, std::initializer_list<JobState> from, JobState to, const char* wish);
    Result<void> renumber(const std::vector<std::int64_t>& order);
    Result<std::string> copy_source(const std::filesystem::path& file);
    Result<void> collect_sources();

    sqlite::Database database_;
    std::filesystem::path library_;
};

}  // namespace haibao::generate
