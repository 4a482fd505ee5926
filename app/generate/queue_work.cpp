// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/queue_work.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "app/generate/queue_row.h"
#include "app/generate/request_json.h"
#include "inference/base/json.h"

namespace haibao::generate {
namespace fs = std::filesystem;

namespace {

std::int64_t key(QueuedJobId id) { return static_cast<std::int64_t>(id); }

/// Runs an UPDATE with the job as ?1.
Result<int> update(sqlite::Database& database, std::string_view sql, QueuedJobId id) {
    auto statement = database.prepare(sql);
    if (!statement) return pass_on(statement);
    if (auto done = statement->bind(1, key(id)).run(); !done) return pass_on(done);
    return database.changes();
}

Result<void> update_quietly(sqlite::Database& database, std::string_view sql, QueuedJobId id) {
    auto done = update(database, sql, id);
    if (!done) return pass_on(done);
    return {};
}

}  // namespace

std::int64_t milliseconds_now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

QueuedJob job_of_row(const sqlite::Statement& row) {
    QueuedJob job;
    job.id = QueuedJobId{row.integer(0)};
    const auto state = std::ranges::find(job_state_words, row.text(1));
    job.state = state == job_state_words.end() ? JobState::failed : static_cast<JobState>(state - job_state_words.begin());
    job.label = row.text(3);
    job.attempts = static_cast<int>(row.integer(4));
    job.reason = row.text(5);
    job.added = row.integer(6);
    job.started = row.integer(7);
    job.ended = row.integer(8);
    job.done = static_cast<int>(row.integer(9));
    auto json = parse_json(row.text(2), "the request of a job");
    auto request = json ? request_from_json(*json) : pass_on(json);
    if (request) job.request = std::move(*request);
    else job.reason = request.error().message;
    return job;
}

Result<void> QueueWork::recover() {
    auto transaction = sqlite::Transaction::begin(queue_.database_);
    if (!transaction) return pass_on(transaction);
    const std::string sql = std::format(
        "UPDATE job SET state = 'queued', interruptions = interruptions + 1 WHERE state = 'running';"
        "UPDATE job SET state = 'quarantined', ended = {}, reason = 'The whole program ended {} times in the middle of this job.' "
        "WHERE state = 'queued' AND interruptions >= {}", milliseconds_now(), most_interruptions, most_interruptions);
    if (auto done = queue_.database_.execute(sql); !done) return done;
    if (auto done = sweep(); !done) return done;
    return transaction->commit();
}

/// Within a transaction, so that nobody adds meanwhile.
Result<void> QueueWork::sweep() {
    if (auto done = queue_.collect_sources(); !done) return done;
    std::error_code ignored;
    std::vector<fs::path> stray;
    for (const auto& entry : fs::directory_iterator(queue_.jobs_folder(), ignored)) {
        const std::string name = entry.path().filename().string();
        std::int64_t id = 0;
        const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), id);
        if (failure != std::errc{} || end != name.data() + name.size()) continue;
        auto state = state_of(QueuedJobId{id});
        if (!state) return pass_on(state);
        if (*state == JobState::done || *state == JobState::cancelled) stray.push_back(entry.path());
        else
            for (const auto& file : fs::directory_iterator(entry.path(), ignored))
                if (file.path().extension() == ".part") stray.push_back(file.path());
    }
    for (const fs::path& path : stray) fs::remove_all(path, ignored);
    return {};
}

Result<std::optional<QueuedJob>> QueueWork::take_next() {
    auto transaction = sqlite::Transaction::begin(queue_.database_);
    if (!transaction) return pass_on(transaction);
    auto pause = queue_.pause_state();
    if (!pause) return pass_on(pause);
    if (pause->paused) return std::nullopt;
    std::optional<QueuedJob> job;
    {
        auto statement = queue_.database_.prepare(std::string(select_job) + " WHERE state = 'queued' ORDER BY position, id LIMIT 1");
        if (!statement) return pass_on(statement);
        auto row = statement->step();
        if (!row) return pass_on(row);
        if (*row) job = job_of_row(*statement);
    }
    if (!job) return std::nullopt;
    const std::string sql = std::format("UPDATE job SET state = 'running', attempts = attempts + 1, started = {}, ended = 0 WHERE id = ?1",
                                        milliseconds_now());
    if (auto done = update(queue_.database_, sql, job->id); !done) return pass_on(done);
    if (auto done = transaction->commit(); !done) return pass_on(done);
    job->state = JobState::running;
    return job;
}

Result<JobState> QueueWork::state_of(QueuedJobId id) {
    auto job = queue_.find(id);
    if (job) return job->state;
    if (job.error().kind == ErrorKind::not_found) return JobState::cancelled;
    return pass_on(job);
}

Result<void> QueueWork::got_further(QueuedJobId id) {
    return update_quietly(queue_.database_, "UPDATE job SET deaths = 0, interruptions = 0 WHERE id = ?1 AND deaths + interruptions > 0", id);
}

Result<JobState> QueueWork::worker_died(QueuedJobId id, const std::string& reason) {
    auto transaction = sqlite::Transaction::begin(queue_.database_);
    if (!transaction) return pass_on(transaction);
    auto statement = queue_.database_.prepare(
        "UPDATE job SET deaths = deaths + 1, reason = ?2, state = iif(deaths + 1 >= ?3, 'quarantined', 'queued'), "
        "ended = iif(deaths + 1 >= ?3, ?4, 0) WHERE id = ?1 AND state = 'running'");
    if (!statement) return pass_on(statement);
    statement->bind(1, key(id)).bind(2, reason).bind(3, most_deaths).bind(4, milliseconds_now());
    if (auto done = statement->run(); !done) return pass_on(done);
    auto state = state_of(id);
    if (!state) return state;
    if (auto done = transaction->commit(); !done) return pass_on(done);
    return state;
}

Result<void> QueueWork::put_back(QueuedJobId id) {
    return update_quietly(queue_.database_, "UPDATE job SET state = 'queued' WHERE id = ?1 AND state = 'running'", id);
}

Result<void> QueueWork::finish(QueuedJobId id, JobState state, const std::string& reason) {
    auto statement = queue_.database_.prepare("UPDATE job SET state = ?2, reason = ?3, ended = ?4 WHERE id = ?1 AND state = 'running'");
    if (!statement) return pass_on(statement);
    statement->bind(1, key(id)).bind(2, to_string(state)).bind(3, reason).bind(4, milliseconds_now());
    if (auto done = statement->run(); !done) return done;
    std::error_code ignored;
    if (state == JobState::done) fs::remove_all(queue_.job_folder(id), ignored);
    return {};
}

Result<std::optional<std::int64_t>> QueueWork::picture_with(const std::string& sha256) {
    auto statement = queue_.database_.prepare("SELECT id FROM picture WHERE sha256 = unhex(?1) AND missing IS NULL LIMIT 1");
    if (!statement) return pass_on(statement);
    auto row = statement->bind(1, sha256).step();
    if (!row) return pass_on(row);
    if (!*row) return std::nullopt;
    return statement->integer(0);
}

Result<bool> QueueWork::has_picture(QueuedJobId id, int number) {
    auto statement = queue_.database_.prepare("SELECT 1 FROM job_picture WHERE job = ?1 AND number = ?2");
    if (!statement) return pass_on(statement);
    return statement->bind(1, key(id)).bind(2, number).step();
}

Result<void> QueueWork::note_picture(QueuedJobId id, int number, std::int64_t picture) {
    auto statement = queue_.database_.prepare("INSERT OR IGNORE INTO job_picture(job, number, picture) SELECT id, ?2, ?3 FROM job WHERE id = ?1");
    if (!statement) return pass_on(statement);
    return statement->bind(1, key(id)).bind(2, number).bind(3, picture).run();
}

}  // namespace haibao::generate
