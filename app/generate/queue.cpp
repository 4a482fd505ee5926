// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/queue.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "app/core/atomic_file.h"
#include "app/generate/queue_row.h"
#include "app/generate/request_json.h"
#include "app/generate/source_picture.h"
#include "inference/base/files.h"
#include "inference/base/json.h"
#include "inference/base/sha256.h"

namespace haibao::generate {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t most_source_bytes = std::uint64_t{256} << 20;

std::int64_t key(QueuedJobId id) { return static_cast<std::int64_t>(id); }

std::unexpected<Error> no_such_job(QueuedJobId id) {
    return fail(ErrorKind::not_found, "There is no job {} in the queue; haibao-cli queue list shows those there are.", key(id));
}

bool is_over(JobState state) {
    return state == JobState::done || state == JobState::failed || state == JobState::cancelled || state == JobState::quarantined;
}

std::string dump(const Request& request) { return to_json(request).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

std::string words_of(std::initializer_list<JobState> states) {
    std::string words;
    for (const JobState state : states) words += std::format("{}'{}'", words.empty() ? "" : ",", to_string(state));
    return words;
}

}  // namespace

Result<Queue> Queue::open(const fs::path& library) {
    auto database = sqlite::Database::open(library / "library.db", sqlite::Access::read_write, "The library " + library.filename().string());
    if (!database) return pass_on(database);
    return Queue(std::move(*database), library);
}

fs::path Queue::job_folder(QueuedJobId id) const { return jobs_folder() / std::to_string(key(id)); }
fs::path Queue::source_file(const std::string& sha256) const { return jobs_folder() / "sources" / sha256; }

Result<QueuedJobId> Queue::add(const NewJob& job) {
    Request request = job.request;
    request.sources.clear();
    request.repaint.reset();
    std::error_code ignored;
    request.model = fs::absolute(request.model, ignored).lexically_normal();
    std::vector<std::pair<fs::path, std::string>> copies;
    const auto copy = [&](const fs::path& file) {
        auto hash = copy_source(file);
        if (hash) copies.emplace_back(file, *hash);
        return hash;
    };
    // A file that is no picture, or does not fit, is said now and not when the job's turn comes.
    for (const fs::path& file : job.sources) {
        if (auto picture = read_source_picture(file); !picture) return pass_on(picture);
        auto copied = copy(file);
        if (!copied) return pass_on(copied);
        request.sources.push_back({{}, std::move(*copied)});
    }
    if (job.repaint) {
        if (auto fits = read_repaint(*job.repaint); !fits) return pass_on(fits);
        auto base = copy(job.repaint->base);
        auto mask = base ? copy(job.repaint->mask) : pass_on(base);
        if (!mask) return pass_on(mask);
        request.repaint = {.base = {{}, std::move(*base)}, .mask = {{}, std::move(*mask)}, .feather = job.repaint->feather, .strength = job.repaint->strength};
    }
    if (auto checked = check(request); !checked) return pass_on(checked);
    auto transaction = sqlite::Transaction::begin(database_);
    if (!transaction) return pass_on(transaction);
    // One process adds or sweeps at a time; what a sweep took before this row could speak of it is copied again.
    for (const auto& [file, hash] : copies) {
        if (fs::exists(source_file(hash), ignored)) continue;
        auto again = copy_source(file);
        if (!again) return pass_on(again);
        if (*again != hash) return fail(ErrorKind::io, "{} was changed while the job was queued; queue it again.", file.string());
    }
    auto id = insert(dump(request), job.label, request.count, job.paused ? JobState::paused : JobState::queued);
    if (!id) return id;
    if (auto done = transaction->commit(); !done) return pass_on(done);
    return id;
}

/// Copies a picture into the library, under its SHA-256, which is returned.
Result<std::string> Queue::copy_source(const fs::path& file) {
    auto bytes = read_file(file, most_source_bytes);
    if (!bytes) return pass_on(bytes);
    const auto raw = std::as_bytes(std::span(*bytes));
    std::string name = sha256(raw);
    const fs::path copy = source_file(name);
    std::error_code ignored;
    if (fs::exists(copy, ignored)) return name;
    auto written = write_file(copy, {reinterpret_cast<const std::uint8_t*>(raw.data()), raw.size()}, IfExists::overwrite);
    if (!written) return pass_on(written);
    return name;
}

Result<QueuedJobId> Queue::insert(const std::string& request, const std::string& label, int count, JobState state) {
    auto statement = database_.prepare(
        "INSERT INTO job(state, position, request, label, count, added) "
        "VALUES(?1, (SELECT coalesce(max(position), 0) + 1 FROM job), ?2, ?3, ?4, ?5)");
    if (!statement) return pass_on(statement);
    statement->bind(1, to_string(state)).bind(2, request).bind(3, label).bind(4, count).bind(5, milliseconds_now());
    if (auto done = statement->run(); !done) return pass_on(done);
    return QueuedJobId{database_.last_id()};
}

Result<std::vector<QueuedJob>> Queue::list() {
    auto statement = database_.prepare(std::string(select_job) +
                                       " ORDER BY state NOT IN ('running', 'queued', 'paused'), state <> 'running', "
                                       "CASE WHEN state IN ('queued', 'paused', 'running') THEN position ELSE -ended END, id");
    if (!statement) return pass_on(statement);
    std::vector<QueuedJob> jobs;
    for (;;) {
        auto row = statement->step();
        if (!row) return pass_on(row);
        if (!*row) return jobs;
        jobs.push_back(job_of_row(*statement));
    }
}

Result<QueuedJob> Queue::find(QueuedJobId id) {
    auto statement = database_.prepare(std::string(select_job) + " WHERE id = ?1");
    if (!statement) return pass_on(statement);
    statement->bind(1, key(id));
    auto row = statement->step();
    if (!row) return pass_on(row);
    if (!*row) return no_such_job(id);
    return job_of_row(*statement);
}

Result<std::vector<std::int64_t>> Queue::pictures(QueuedJobId id) {
    auto job = find(id);
    if (!job) return pass_on(job);
    auto statement = database_.prepare("SELECT number, picture FROM job_picture WHERE job = ?1");
    if (!statement) return pass_on(statement);
    statement->bind(1, key(id));
    std::vector<std::int64_t> pictures(static_cast<std::size_t>(job->request.count), 0);
    for (;;) {
        auto row = statement->step();
        if (!row) return pass_on(row);
        if (!*row) return pictures;
        const auto number = static_cast<std::size_t>(statement->integer(0));
        if (number < pictures.size()) pictures[number] = statement->integer(1);
    }
}

Result<void> Queue::change_state(QueuedJobId id, std::initializer_list<JobState> from, JobState to, const char* wish) {
    const bool over = is_over(to);
    auto statement = database_.prepare(std::format(
        "UPDATE job SET state = ?2, ended = ?3, reason = '', deaths = 0, interruptions = 0 WHERE id = ?1 AND state IN ({})", words_of(from)));
    if (!statement) return pass_on(statement);
    statement->bind(1, key(id)).bind(2, to_string(to)).bind(3, over ? milliseconds_now() : 0);
    if (auto done = statement->run(); !done) return done;
    if (database_.changes() > 0) return {};
    auto job = find(id);
    if (!job) return pass_on(job);
    return fail(ErrorKind::invalid_input, "Job {} is {}; it cannot be {}.", key(id), to_string(job->state), wish);
}

Result<void> Queue::cancel(QueuedJobId id) {
    auto before = find(id);
    if (!before) return pass_on(before);
    if (auto done = change_state(id, {JobState::queued, JobState::running, JobState::paused, JobState::failed, JobState::quarantined},
                                 JobState::cancelled, "cancelled"); !done)
        return done;
    // A running one is still being written by its runner, who clears up when it has stopped.
    std::error_code ignored;
    if (before->state != JobState::running) fs::remove_all(job_folder(id), ignored);
    return {};
}

Result<void> Queue::pause(QueuedJobId id) { return change_state(id, {JobState::queued, JobState::running}, JobState::paused, "paused"); }
Result<void> Queue::resume(QueuedJobId id) { return change_state(id, {JobState::paused}, JobState::queued, "resumed; that is for paused jobs"); }
Result<void> Queue::retry(QueuedJobId id) {
    return change_state(id, {JobState::failed, JobState::cancelled, JobState::quarantined}, JobState::queued, "tried again");
}

Result<void> Queue::retry(QueuedJobId id, const Change& change) {
    auto transaction = sqlite::Transaction::begin(database_);
    if (!transaction) return pass_on(transaction);
    if (auto changed = change_request(id, change); !changed) return changed;
    if (auto queued = retry(id); !queued) return queued;
    return transaction->commit();
}

/// In the column itself: a later program may have written more than this one reads.
Result<void> Queue::change_request(QueuedJobId id, const Change& change) {
    nlohmann::json request;
    {
        auto statement = database_.prepare("SELECT request FROM job WHERE id = ?1");
        if (!statement) return pass_on(statement);
        auto row = statement->bind(1, key(id)).step();
        if (!row) return pass_on(row);
        if (!*row) return no_such_job(id);
        auto json = parse_json(statement->text(0), "the request of a job");
        if (!json) return pass_on(json);
        request = std::move(*json);
    }
    if (change.device) request["device"] = *change.device;
    if (change.size) request["width"] = change.size->width, request["height"] = change.size->height;
    if (auto sound = request_from_json(request); !sound) return fail(ErrorKind::invalid_input, "{}", sound.error().message);
    auto statement = database_.prepare("UPDATE job SET request = ?2 WHERE id = ?1");
    if (!statement) return pass_on(statement);
    return statement->bind(1, key(id)).bind(2, request.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)).run();
}

Result<QueuedJobId> Queue::duplicate(QueuedJobId id) {
    auto transaction = sqlite::Transaction::begin(database_);
    if (!transaction) return pass_on(transaction);
    if (auto job = find(id); !job) return pass_on(job);
    // The column, not what this program makes of it: a later one may have written more.
    auto statement = database_.prepare(
        "INSERT INTO job(state, position, request, label, count, added) "
        "SELECT 'queued', (SELECT max(position) + 1 FROM job), request, label, count, ?2 FROM job WHERE id = ?1");
    if (!statement) return pass_on(statement);
    if (auto done = statement->bind(1, key(id)).bind(2, milliseconds_now()).run(); !done) return pass_on(done);
    const QueuedJobId copy{database_.last_id()};
    if (auto done = transaction->commit(); !done) return pass_on(done);
    return copy;
}

Result<void> Queue::remove(QueuedJobId id) {
    auto transaction = sqlite::Transaction::begin(database_);
    if (!transaction) return pass_on(transaction);
    auto job = find(id);
    if (!job) return pass_on(job);
    if (!is_over(job->state))
        return fail(ErrorKind::invalid_input, "Job {} is {}; cancel it before it is removed.", key(id), to_string(job->state));
    auto statement = database_.prepare("DELETE FROM job WHERE id = ?1");
    if (!statement) return pass_on(statement);
    if (auto done = statement->bind(1, key(id)).run(); !done) return done;
    if (auto done = collect_sources(); !done) return done;
    if (auto done = transaction->commit(); !done) return done;
    std::error_code ignored;
    fs::remove_all(job_folder(id), ignored);
    return {};
}

Result<int> Queue::remove_finished() {
    auto transaction = sqlite::Transaction::begin(database_);
    if (!transaction) return pass_on(transaction);
    if (auto done = database_.execute("DELETE FROM job WHERE state IN ('done', 'cancelled')"); !done) return pass_on(done);
    const int removed = database_.changes();
    if (auto done = collect_sources(); !done) return pass_on(done);
    if (auto done = transaction->commit(); !done) return pass_on(done);
    return removed;
}

/// Removes copies of source pictures that no job speaks of. Within a transaction, see add().
Result<void> Queue::collect_sources() {
    // A request that cannot be read speaks of nothing; it would end the whole walk.
    auto statement = database_.prepare(
        "WITH sound(request) AS (SELECT iif(json_valid(request), request, '{}') FROM job) "
        "SELECT source.value FROM sound, json_each(request, '$.sources') AS source UNION "
        "SELECT request ->> '$.repaint.base' FROM sound WHERE request ->> '$.repaint.base' IS NOT NULL UNION "
        "SELECT request ->> '$.repaint.mask' FROM sound WHERE request ->> '$.repaint.mask' IS NOT NULL");
    if (!statement) return pass_on(statement);
    std::set<std::string> wanted;
    for (;;) {
        auto row = statement->step();
        if (!row) return pass_on(row);
        if (!*row) break;
        wanted.insert(statement->text(0));
    }
    std::error_code ignored;
    const auto now = fs::file_time_type::clock::now();
    for (const auto& entry : fs::directory_iterator(jobs_folder() / "sources", ignored)) {
        const std::string name = entry.path().filename().string();
        // A copy that is being written has a hidden name (app/core/atomic_file.h); an old one was left by a process that was killed.
        const bool being_written = name.starts_with('.') && now - entry.last_write_time(ignored) < std::chrono::hours(1);
        if (!wanted.contains(name) && !being_written) fs::remove(entry.path(), ignored);
    }
    return {};
}

Result<void> Queue::renumber(const std::vector<std::int64_t>& order) {
    auto statement = database_.prepare("UPDATE job SET position = ?2 WHERE id = ?1 AND position <> ?2");
    if (!statement) return pass_on(statement);
    for (std::size_t i = 0; i < order.size(); ++i)
        if (auto done = statement->bind(1, order[i]).bind(2, static_cast<std::int64_t>(i + 1)).run(); !done) return done;
    return {};
}

namespace {

/// The jobs that wait, in their order.
Result<std::vector<std::int64_t>> waiting_jobs(sqlite::Database& database) {
    auto statement = database.prepare("SELECT id FROM job WHERE state IN ('queued', 'paused', 'running') ORDER BY position, id");
    if (!statement) return pass_on(statement);
    std::vector<std::int64_t> ids;
    for (;;) {
        auto row = statement->step();
        if (!row) return pass_on(row);
        if (!*row) return ids;
        ids.push_back(statement->integer(0));
    }
}

std::unexpected<Error> does_not_wait(QueuedJobId id) {
    return fail(ErrorKind::invalid_input, "Job {} does not wait in the queue, so it has no place there; retry or duplicate it.", key(id));
}

}  // namespace

Result<void> Queue::move(QueuedJobId id, Place place) {
    auto transaction = sqlite::Transaction::begin(database_);
    if (!transaction) return pass_on(transaction);
    if (auto job = find(id); !job) return pass_on(job);
    auto order = waiting_jobs(database_);
    if (!order) return pass_on(order);
    const auto at = std::ranges::find(*order, key(id));
    if (at == order->end()) return does_not_wait(id);
    switch (place) {
        case Place::first: std::rotate(order->begin(), at, at + 1); break;
        case Place::last: std::rotate(at, at + 1, order->end()); break;
        case Place::up: if (at != order->begin()) std::iter_swap(at, at - 1); break;
        case Place::down: if (at + 1 != order->end()) std::iter_swap(at, at + 1); break;
    }
    if (auto done = renumber(*order); !done) return done;
    return transaction->commit();
}

Result<void> Queue::move_before(QueuedJobId id, QueuedJobId other) {
    auto transaction = sqlite::Transaction::begin(database_);
    if (!transaction) return pass_on(transaction);
    for (const QueuedJobId one : {id, other})
        if (auto job = find(one); !job) return pass_on(job);
    auto order = waiting_jobs(database_);
    if (!order) return pass_on(order);
    if (std::erase(*order, key(id)) == 0) return does_not_wait(id);
    const auto at = std::ranges::find(*order, key(other));
    if (at == order->end()) return does_not_wait(other);
    order->insert(at, key(id));
    if (auto done = renumber(*order); !done) return done;
    return transaction->commit();
}

Result<void> Queue::set_paused(bool paused, const std::string& reason) {
    auto statement = database_.prepare("UPDATE queue SET paused = ?1, reason = ?2");
    if (!statement) return pass_on(statement);
    return statement->bind(1, paused ? 1 : 0).bind(2, reason).run();
}

Result<Queue::Pause> Queue::pause_state() {
    auto statement = database_.prepare("SELECT paused, reason FROM queue");
    if (!statement) return pass_on(statement);
    auto row = statement->step();
    if (!row) return pass_on(row);
    if (!*row) return Pause{};
    return Pause{statement->integer(0) != 0, statement->text(1)};
}

Result<std::int64_t> Queue::change_mark() {
    auto statement = database_.prepare("PRAGMA data_version");
    if (!statement) return pass_on(statement);
    auto row = statement->step();
    if (!row) return pass_on(row);
    return statement->integer(0);
}

}  // namespace haibao::generate
