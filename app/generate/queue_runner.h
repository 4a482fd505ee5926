// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>

#include "app/core/database_watch.h"
#include "app/core/file_lock.h"
#include "app/gallery/library.h"
#include "app/generate/job_runner.h"
#include "app/generate/queue.h"
#include "app/generate/queue_work.h"
#include "app/generate/resume_files.h"

namespace haibao::generate {

struct QueueRunnerOptions {
    WorkerOptions worker;
    std::filesystem::path pace_file;  ///< see PaceBook
    double keep_every = 10;           ///< seconds between two points that a job could go on from
};

/// Picture `number` of a job is in the library.
struct AddedPicture {
    QueuedJobId job = QueuedJobId::none;
    int number = 0;  ///< from 0
    gallery::PictureId picture = gallery::PictureId::none;
};

/// A finished picture on its way into the library: its file, and what is known of it.
struct StagedPicture {
    std::vector<std::uint8_t> png;
    gallery::NewPicture made;  ///< without bytes and tokens
};

/// Works through a library's queue, one job after the other, and puts the pictures into the library. Whatever process is
/// killed at whatever moment: after the next start the queue goes on, no job is lost and no picture is there twice.
///
/// Other processes (and other parts of this one) change the queue through Queue; the runner notices soon, and sleeps otherwise.
class QueueRunner : public QObject {
    Q_OBJECT
public:
    /// Takes the queue's lock; nothing when another process works through this queue already. Jobs that a dead process was
    /// running wait again. Errors: those of Library and Queue; not_found (no worker program).
    static Result<std::unique_ptr<QueueRunner>> create(const std::filesystem::path& library, QueueRunnerOptions options);
    ~QueueRunner() override;

    /// Begins, as later events.
    void start();
    /// Takes no further job; a running one stops within a layer and waits at its place. Ends with stopped().
    void stop();
    /// The device is wanted for something else: a running job is finished, then no other is taken until release(). Says held()
    /// once nothing runs.
    void hold();
    void release();
    /// The worker offers itself to inspectors from now on.
    void inspect() { runner_.inspect(); }
    /// The job at work; `none` between jobs.
    QueuedJobId current() const { return job_ ? job_->id : QueuedJobId::none; }

signals:
    void job_started(const haibao::generate::QueuedJob& job);
    void progressed(haibao::generate::QueuedJobId job, const haibao::generate::JobProgress& progress);
    void previewed(haibao::generate::QueuedJobId job, int picture, const haibao::Image& image);
    void picture_added(const haibao::generate::AddedPicture& added);
    /// The job is no longer at work; its state and reason say why.
    void job_ended(const haibao::generate::QueuedJob& job);
    /// There is nothing to do: no job waits, or the queue is paused.
    void idle();
    void stopped();
    /// Nothing runs, and nothing will until release().
    void held();
    /// Something that costs no job but should be known: what can be gone on from could not be written, the queue paused itself.
    void problem(const haibao::Error& error);
    /// Somebody else changed the queue or the library.
    void changed();

private:
    QueueRunner(gallery::Library library, Queue queue, FileLock lock, QueueRunnerOptions options);

    void look_around();
    void next();
    Result<Request> prepare(const QueuedJob& job);
    /// Brings finished pictures that an earlier run left in the job's folder into the library, up to the first that cannot be
    /// read: that one is painted again.
    Result<void> settle_pictures();
    void keep_composition(const Composition& composition);
    void keep_point(const PaintingPoint& point);
    void keep_picture(const FinishedPicture& picture);
    Result<void> add_to_library(int number, const StagedPicture& staged);
    void note(const Result<void>& kept);
    /// False once the library's disk has gone, also when it is back: what is open here is of the disk that went. Nothing is
    /// painted and nothing written any more; another runner goes on.
    bool still_there();
    /// The queue cannot go on (disk full): it pauses itself, the job waits.
    void give_up(const Error& error);
    /// Writes what give_up() could not write, on the same full disk. False while something is owed; no job is taken then.
    bool pay_debts();
    void job_finished();
    void job_failed(const Error& error);
    void end_job();

    gallery::Library library_;
    Queue queue_;
    QueueWork work_;
    FileLock lock_;
    QueueRunnerOptions options_;
    JobRunner runner_;
    DatabaseWatch watch_;
    QTimer debts_;  ///< runs while something is owed
    std::optional<QueuedJob> job_;
    std::optional<ResumeFiles> files_;
    std::vector<std::vector<std::int32_t>> resumed_tokens_;  ///< of the running part, as they were read
    std::optional<Error> gave_up_;
    std::optional<std::string> owed_pause_;      ///< why the queue is to be paused, not noted yet
    std::vector<QueuedJobId> owed_jobs_;         ///< that wait again, not noted yet
    std::int64_t mark_ = 0;
    bool stopping_ = false, idle_ = false, noted_ = false, held_ = false, gone_ = false;
};

}  // namespace haibao::generate
