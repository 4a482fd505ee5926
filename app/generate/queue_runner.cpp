// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/queue_runner.h"

#include <chrono>

#include "app/export/picture_metadata.h"
#include "app/gallery/library_place.h"
#include "app/gallery/picture_decode.h"
#include "app/generate/source_picture.h"
#include "inference/base/files.h"
#include "inference/base/sha256.h"

namespace haibao::generate {
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr auto gather = 50ms;  // what changes together is looked at once
constexpr auto debts_interval = 1s;
constexpr std::uint64_t most_picture_bytes = std::uint64_t{256} << 20;

/// A picture as keep_picture() left it, read to its last pixel. Errors: why it is of no use.
Result<StagedPicture> read_staged(const fs::path& file) {
    auto bytes = read_file(file, most_picture_bytes);
    if (!bytes) return pass_on(bytes);
    const std::span raw(reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size());
    const std::string name = file.filename().string();
    if (auto pixels = gallery::decode_picture(raw, name); !pixels) return pass_on(pixels);
    auto info = read_png_info(file);
    if (!info) return pass_on(info);
    auto record = record_of(*info, name);
    if (!record) return pass_on(record);
    return StagedPicture{{raw.begin(), raw.end()}, gallery::new_picture(*record)};
}

std::string numbered_sentence(int deaths, const Error& error) {
    return std::format("The worker ended {} times in the middle of this job. {}", deaths, error.message);
}

}  // namespace

Result<std::unique_ptr<QueueRunner>> QueueRunner::create(const fs::path& folder, QueueRunnerOptions options) {
    std::error_code ignored;
    if (!fs::exists(options.worker.program, ignored))
        return fail(ErrorKind::not_found, "The program {} is missing; reinstall Haibao.", options.worker.program.string());
    auto library = gallery::Library::open(folder);
    if (!library) return pass_on(library);
    auto queue = Queue::open(library->folder());
    if (!queue) return pass_on(queue);
    auto lock = FileLock::try_take(queue->jobs_folder() / "runner.lock");
    if (!lock) return pass_on(lock);
    if (!*lock) return nullptr;
    if (auto recovered = QueueWork(*queue).recover(); !recovered) return pass_on(recovered);
    return std::unique_ptr<QueueRunner>(new QueueRunner(std::move(*library), std::move(*queue), std::move(**lock), std::move(options)));
}

QueueRunner::QueueRunner(gallery::Library library, Queue queue, FileLock lock, QueueRunnerOptions options)
    : library_(std::move(library)),
      queue_(std::move(queue)),
      work_(queue_),
      lock_(std::move(lock)),
      options_(std::move(options)),
      runner_(options_.worker, options_.pace_file),
      watch_(gallery::database_file(library_.folder()), gather) {
    debts_.setInterval(debts_interval);
    connect(&watch_, &DatabaseWatch::touched, this, &QueueRunner::look_around);
    connect(&debts_, &QTimer::timeout, this, [this] {
        if (!pay_debts()) return;
        emit changed();
        look_around();  // what came meanwhile
    });
    connect(&runner_, &JobRunner::progressed, this, [this](const JobProgress& progress) { emit progressed(current(), progress); });
    connect(&runner_, &JobRunner::previewed, this, [this](int picture, const Image& image) { emit previewed(current(), picture, image); });
    connect(&runner_, &JobRunner::composed, this, &QueueRunner::keep_composition);
    connect(&runner_, &JobRunner::painted, this, &QueueRunner::keep_point);
    connect(&runner_, &JobRunner::picture_finished, this, &QueueRunner::keep_picture);
    connect(&runner_, &JobRunner::finished, this, &QueueRunner::job_finished);
    connect(&runner_, &JobRunner::failed, this, &QueueRunner::job_failed);
}

QueueRunner::~QueueRunner() {
    // Not stopped in good order: the job goes on from its last point at the next start.
    if (job_) (void)work_.put_back(job_->id);
    (void)pay_debts();
}

void QueueRunner::start() {
    if (auto mark = queue_.change_mark()) mark_ = *mark;
    watch_.start();
    QMetaObject::invokeMethod(this, &QueueRunner::next, Qt::QueuedConnection);
}

void QueueRunner::stop() {
    stopping_ = true;
    if (job_) runner_.cancel();
    else QMetaObject::invokeMethod(this, &QueueRunner::next, Qt::QueuedConnection);
}

void QueueRunner::hold() {
    held_ = true;
    QMetaObject::invokeMethod(this, &QueueRunner::next, Qt::QueuedConnection);
}

void QueueRunner::release() {
    held_ = false;
    QMetaObject::invokeMethod(this, &QueueRunner::next, Qt::QueuedConnection);
}

void QueueRunner::look_around() {
    if (owed_pause_ || !owed_jobs_.empty()) return;
    auto mark = queue_.change_mark();
    if (!mark || *mark == mark_) return;
    mark_ = *mark;
    emit changed();
    if (!job_) return next();
    const auto state = work_.state_of(job_->id);
    const auto pause = queue_.pause_state();
    if ((state && *state != JobState::running) || (pause && pause->paused)) runner_.cancel();
}

void QueueRunner::next() {
    if (job_) return;
    if (stopping_) {
        watch_.stop();
        debts_.stop();
        emit stopped();
        return;
    }
    if (held_) return emit held();
    if (!still_there()) {
        if (!std::exchange(idle_, true)) emit idle();
        return;
    }
    const bool may_begin = pay_debts();
    auto taken = may_begin ? work_.take_next() : Result<std::optional<QueuedJob>>();
    if (!taken) return give_up(taken.error());
    if (!*taken) {
        if (!std::exchange(idle_, true)) emit idle();
        return;
    }
    idle_ = noted_ = false;
    gave_up_.reset();
    job_ = std::move(**taken);
    files_.emplace(queue_.job_folder(job_->id));
    emit job_started(*job_);
    if (auto settled = settle_pictures(); !settled) return give_up(settled.error());
    if (job_->done >= job_->request.count) return job_finished();
    auto request = prepare(*job_);
    if (!request) return job_failed(request.error());
    Resume resume = files_->load(job_->done);
    resume.keep_every = options_.keep_every;
    resumed_tokens_ = resume.composition.visual_tokens;
    runner_.start(std::move(*request), std::move(resume));
}

Result<Request> QueueRunner::prepare(const QueuedJob& job) {
    if (job.request.prompt.empty()) return std::unexpected(Error{ErrorKind::corrupt_file, job.reason, {}});
    Request request = job.request;
    for (SourcePicture& source : request.sources) {
        auto picture = read_source_picture(queue_.source_file(source.sha256));
        if (!picture) return pass_on(picture);
        source = std::move(*picture);
    }
    if (const auto& wanted = job.request.repaint) {
        auto repaint = read_repaint({queue_.source_file(wanted->base.sha256), queue_.source_file(wanted->mask.sha256), wanted->feather, wanted->strength});
        if (!repaint) return pass_on(repaint);
        request.repaint = std::move(*repaint);
    }
    return request;
}

Result<void> QueueRunner::settle_pictures() {
    for (const int number : files_->pictures()) {
        auto staged = read_staged(files_->picture_file(number));
        if (!staged) {
            files_->drop_picture(number);
            emit problem({staged.error().kind, std::format("A finished picture of job {} is damaged and is painted again.", static_cast<std::int64_t>(job_->id)),
                          staged.error().message});
            break;  // the job goes on with this number, so the later ones come again, too
        }
        if (auto added = add_to_library(number, *staged); !added) return added;
    }
    auto job = queue_.find(job_->id);
    if (!job) return pass_on(job);
    job_->done = job->done;
    return {};
}

void QueueRunner::note(const Result<void>& kept) {
    // Once a job: a full disk would say it at every step.
    if (!kept && !std::exchange(noted_, true)) emit problem(kept.error());
}

bool QueueRunner::still_there() {
    if (gone_) return false;
    auto there = gallery::check_there(library_.folder());
    if (there) return true;
    gone_ = true;
    emit problem(there.error());
    if (job_) runner_.cancel();  // it waits, and goes on from what was kept
    return false;
}

void QueueRunner::keep_composition(const Composition& composition) {
    if (!job_ || !still_there() || composition.visual_tokens == std::exchange(resumed_tokens_, {})) return;
    note(files_->keep(composition));
    note(work_.got_further(job_->id));
}

void QueueRunner::keep_point(const PaintingPoint& point) {
    if (!job_ || !still_there()) return;
    note(files_->keep(point));
    note(work_.got_further(job_->id));
}

void QueueRunner::keep_picture(const FinishedPicture& picture) {
    if (!job_ || gave_up_ || !still_there()) return;
    // Whoever cancelled the job, or removed it, in its last moment wants no more of it.
    if (work_.state_of(job_->id) == JobState::cancelled) return;
    // First beside the queue, then into the library, then the note: whatever is killed in between, the next run finds the
    // same bytes here and knows by them whether the library has them.
    auto kept = encode_png(picture.image, picture_texts(picture.record));
    auto staged = kept ? files_->keep_picture(picture.index, *kept) : pass_on(kept);
    if (staged) staged = add_to_library(picture.index, {*kept, gallery::new_picture(picture.record)});
    if (staged) return;
    gave_up_ = staged.error();
    runner_.cancel();
}

Result<void> QueueRunner::add_to_library(int number, const StagedPicture& staged) {
    const QueuedJobId id = job_->id;
    auto known = work_.has_picture(id, number);
    if (!known) return pass_on(known);
    if (!*known) {
        auto picture = work_.picture_with(sha256(std::as_bytes(std::span(staged.png))));
        if (!picture) return pass_on(picture);
        if (!*picture) {
            gallery::NewPicture made = staged.made;
            made.bytes = staged.png;
            made.visual_tokens = files_->tokens_of(number);
            // The same at every try: a file that was written without its row is known by it.
            if (const auto stamp = gallery::stamp_of(files_->picture_file(number))) made.created = stamp->modified;
            if (const auto varied = gallery::sha256_from_hex(job_->request.variation_of))
                made.parents.push_back({gallery::ParentKind::variation, {}, varied});
            auto added = library_.add(made);
            if (!added) return pass_on(added);
            *picture = static_cast<std::int64_t>(*added);
        }
        if (auto noted = work_.note_picture(id, number, **picture); !noted) return noted;
        if (auto noted = work_.got_further(id); !noted) return noted;
        emit picture_added({id, number, gallery::PictureId{**picture}});
    }
    files_->drop(number);
    return {};
}

void QueueRunner::give_up(const Error& error) {
    owed_pause_ = error.message;
    if (job_) owed_jobs_.push_back(job_->id);
    if (!pay_debts()) debts_.start();
    emit problem({error.kind, "The queue has paused itself. " + error.message, error.context});
    if (job_) end_job();
    else if (!std::exchange(idle_, true)) emit idle();
}

bool QueueRunner::pay_debts() {
    std::erase_if(owed_jobs_, [this](QueuedJobId id) { return work_.put_back(id).has_value(); });
    if (owed_pause_ && queue_.set_paused(true, *owed_pause_)) owed_pause_.reset();
    const bool paid = owed_jobs_.empty() && !owed_pause_;
    if (paid) debts_.stop();
    return paid;
}

void QueueRunner::job_finished() {
    if (auto done = work_.finish(job_->id, JobState::done, {}); !done) return give_up(done.error());
    end_job();
}

void QueueRunner::job_failed(const Error& error) {
    const QueuedJobId id = job_->id;
    if (gave_up_) return give_up(*gave_up_);
    Result<void> noted;
    if (error.kind == ErrorKind::cancelled) {
        auto state = work_.state_of(id);
        noted = work_.put_back(id);  // unless somebody has given it another state: that one stays
        std::error_code ignored;
        if (state && *state == JobState::cancelled) fs::remove_all(queue_.job_folder(id), ignored);
    } else if (error.kind == ErrorKind::device && !runner_.worker_lives()) {
        auto state = work_.worker_died(id, numbered_sentence(QueueWork::most_deaths, error));
        noted = state ? Result<void>() : pass_on(state);
    } else {
        noted = work_.finish(id, JobState::failed, error.message + (error.context.empty() ? "" : " (" + error.context + ")"));
    }
    if (!noted) return give_up(noted.error());
    end_job();
}

void QueueRunner::end_job() {
    auto job = queue_.find(job_->id);
    QueuedJob last = job ? std::move(*job) : *job_;
    job_.reset();
    files_.reset();
    emit job_ended(last);
    // As a later event: a listener may have called stop(), and a long row of bad jobs is no recursion.
    QMetaObject::invokeMethod(this, &QueueRunner::next, Qt::QueuedConnection);
}

}  // namespace haibao::generate
