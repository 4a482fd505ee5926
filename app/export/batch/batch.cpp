// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/batch/batch.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <new>
#include <set>
#include <thread>

#include "app/export/batch/journal.h"

namespace haibao {
namespace {

/// Lets items in as long as their memory fits; one is always let in.
class MemoryGate {
public:
    explicit MemoryGate(std::uint64_t budget) : budget_(budget) {}
    void enter(std::uint64_t bytes) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return used_ == 0 || used_ + bytes <= budget_; });
        used_ += bytes;
    }
    void leave(std::uint64_t bytes) {
        {
            const std::scoped_lock lock(mutex_);
            used_ -= bytes;
        }
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t budget_, used_ = 0;
};

IfExists if_exists_of(Conflict conflict) {
    switch (conflict) {
        case Conflict::unique: return IfExists::unique;
        case Conflict::skip: return IfExists::fail;
        case Conflict::overwrite:
        case Conflict::overwrite_if_older: break;
    }
    return IfExists::overwrite;
}

class Run {
public:
    Run(const BatchJob& job, BatchPlan& plan, Journal& journal, std::stop_token stop)
        : job_(job), plan_(plan), journal_(journal), gate_(job.memory), outer_stop_(std::move(stop)) {}

    std::optional<Error> go(const BatchObserver& observer) {
        std::vector<std::size_t> waiting;
        std::size_t finished = 0;
        for (std::size_t i = 0; i < plan_.files.size(); ++i) {
            if (plan_.files[i].state == FileState::planned) waiting.push_back(i);
            else if (observer.finished) observer.finished(plan_.files[i], ++finished, plan_.files.size());
        }
        waiting_.assign(waiting.begin(), waiting.end());
        const std::stop_callback pass_on_stop(outer_stop_, [this] { stop_.request_stop(); });
        const int workers = std::clamp(job_.workers > 0 ? job_.workers : static_cast<int>(std::thread::hardware_concurrency()), 1,
                                       std::max(1, static_cast<int>(waiting_.size())));
        active_ = workers;
        std::vector<std::jthread> threads;
        for (int i = 0; i < workers; ++i) threads.emplace_back([this] { work(); });
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock, [this] { return !ready_.empty() || active_ == 0 || paused_; });
            while (!ready_.empty()) {
                const std::size_t index = ready_.front();
                ready_.pop_front();
                lock.unlock();
                if (observer.finished) observer.finished(plan_.files[index], ++finished, plan_.files.size());
                lock.lock();
            }
            if (paused_) {
                const Error full = *paused_;
                lock.unlock();
                const bool go_on = observer.disk_full && observer.disk_full(full);
                lock.lock();
                paused_.reset();
                if (!go_on) {
                    stopped_ = full;
                    stop_.request_stop();
                }
                changed_.notify_all();
                continue;
            }
            if (active_ == 0 && ready_.empty()) break;
        }
        lock.unlock();
        threads.clear();
        for (BatchFile& file : plan_.files)
            if (file.state == FileState::planned) file.state = FileState::cancelled;
        if (!stopped_ && outer_stop_.stop_requested()) stopped_ = Error{ErrorKind::cancelled, "Stopped; the same command goes on from here.", {}};
        return stopped_;
    }

private:
    void work() {
        for (;;) {
            std::size_t index = 0;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [this] { return !paused_ || stop_.stop_requested(); });
                if (waiting_.empty() || stop_.stop_requested()) break;
                index = waiting_.front();
                waiting_.pop_front();
            }
            make(index);
        }
        const std::scoped_lock lock(mutex_);
        --active_;
        changed_.notify_all();
    }

    void make(std::size_t index) {
        BatchFile& file = plan_.files[index];
        const ExportSource& source = *job_.sources[file.source];
        const Preset& preset = job_.presets[file.preset];
        const std::uint64_t memory = source.memory(preset);
        gate_.enter(memory);
        const auto start = std::chrono::steady_clock::now();
        Result<ExportedFile> made = fail(ErrorKind::internal, "Nothing was made.");
        try {
            made = source.export_to(preset, {.file = file.target, .if_exists = if_exists_of(job_.conflict), .threads = 1, .stop = stop_.get_token()});
        } catch (const std::bad_alloc&) {
            made = fail(ErrorKind::out_of_memory, "Memory ran out at {}.", source.file().string());
        }
        file.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        gate_.leave(memory);
        if (made)
            if (auto kept = journal_.add({file.key, made->file, made->bytes, made->sha256}); !kept) made = pass_on(kept);
        settle(index, std::move(made));
    }

    void settle(std::size_t index, Result<ExportedFile> made) {
        BatchFile& file = plan_.files[index];
        const std::scoped_lock lock(mutex_);
        if (made) {
            file.state = FileState::done;
            file.target = made->file;
            file.result = std::move(*made);
        } else if (made.error().kind == ErrorKind::cancelled) {
            file.state = FileState::cancelled;
        } else if (job_.conflict == Conflict::skip && file_exists(made.error())) {
            file.state = FileState::exists;  // somebody else was faster
        } else if (disk_is_full(made.error())) {
            // It is tried again should there be space; if not, it is one of those not reached.
            file.error = made.error();
            if (!stopped_) paused_ = made.error();
            waiting_.push_front(index);
            changed_.notify_all();
            return;
        } else {
            file.state = FileState::failed;
            file.error = std::move(made.error());
        }
        ready_.push_back(index);
        changed_.notify_all();
    }

    const BatchJob& job_;
    BatchPlan& plan_;
    Journal& journal_;
    MemoryGate gate_;
    std::stop_token outer_stop_;
    std::stop_source stop_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::size_t> waiting_, ready_;
    std::optional<Error> paused_, stopped_;
    int active_ = 0;
};

}  // namespace

std::size_t BatchResult::count(FileState state) const {
    return static_cast<std::size_t>(std::ranges::count(files, state, &BatchFile::state));
}

Result<BatchResult> run_batch(const BatchJob& job, const BatchObserver& observer, std::stop_token stop) {
    // Asked before a journal is begun, so that a job that cannot start leaves nothing behind.
    auto trial = plan_batch(job);
    if (!trial) return pass_on(trial);
    auto journal = Journal::open(job.folder, job_key(job));
    if (!journal) return pass_on(journal);
    auto plan = plan_batch(job, &*journal);
    if (!plan) return pass_on(plan);
    if (!plan->problems.empty()) {
        if (journal->done().empty()) journal->remove();
        return fail(ErrorKind::invalid_input, "{}", plan->problems.front());
    }
    std::set<std::filesystem::path> folders;
    for (const BatchFile& file : plan->files) folders.insert(file.target.parent_path());
    for (const std::filesystem::path& folder : folders) journal->clean(folder);
    BatchResult result;
    result.stopped = Run(job, *plan, *journal, std::move(stop)).go(observer);
    result.files = std::move(plan->files);
    if (!result.stopped && result.count(FileState::failed) == 0) journal->remove();
    return result;
}

}  // namespace haibao
