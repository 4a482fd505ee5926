// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/merge_paint.h"

#include <QEventLoop>
#include <QTimer>
#include <chrono>
#include <cmath>
#include <map>

#include "app/cli/library_option.h"
#include "app/cli/queue_run.h"
#include "app/cli/terminal.h"
#include "app/core/paths.h"
#include "app/generate/request_json.h"
#include "app/proof/queue/job_proofs.h"
#include "inference/base/files.h"
#include "inference/base/sha256.h"
#include "inference/weights/model_folder.h"

namespace haibao::cli {
namespace {

namespace fs = std::filesystem;
using generate::JobState;
using generate::Queue;
using generate::QueuedJob;
using generate::QueuedJobId;

constexpr std::uint64_t most_picture_bytes = std::uint64_t{256} << 20;

/// The shape of the page, with about as many pixels as the model's own size.
generate::Size size_for(const document::Page& page, const ModelDefaults& defaults) {
    const double pixels = double(defaults.width) * defaults.height, aspect = page.points().width() / page.points().height();
    const generate::Size wanted{static_cast<int>(std::lround(std::sqrt(pixels * aspect))), static_cast<int>(std::lround(std::sqrt(pixels / aspect)))};
    return generate::nearest_size(wanted, generate::SourcesGiven::no);
}

Result<generate::Request> base_request(const merge::MergeTask& task, const MergePaintOptions& options) {
    auto folder = paths::find_model(options.model);
    if (!folder) return pass_on(folder);
    auto model = ModelFolder::open(*folder);
    if (!model) return pass_on(model);
    generate::Request request;
    request.model = *folder;
    generate::Size size = size_for(task.poster.page, model->defaults());
    if (!options.size.empty()) {
        auto asked = generate::parse_size(options.size);
        if (!asked) return pass_on(asked);
        size = *asked;
    }
    request.width = size.width, request.height = size.height;
    request.steps = options.steps;
    request.speed = *speed_from(options.speed);
    request.options.device = options.device;
    request.options.threads = options.threads;
    return request;
}

/// A job of an earlier run that paints the same, and whose picture nobody has deleted since: it is used again.
bool same(Queue& queue, const QueuedJob& job, const generate::Request& wanted) {
    if (job.state == JobState::cancelled || to_json(job.request) != to_json(wanted)) return false;
    if (job.state != JobState::done) return true;
    const auto made = queue.pictures(job.id);
    return made && made->front() != 0;
}

/// False when somebody wants to stop.
bool wait_a_moment() {
    QEventLoop loop;
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, &loop, [&] { loop.exit(1); });
    QTimer::singleShot(std::chrono::milliseconds(500), &loop, [&] { loop.exit(0); });
    return loop.exec() == 0;
}

}  // namespace

Result<std::unique_ptr<MergePaint>> MergePaint::paint(Console& console, const merge::MergeTask& task, const merge::TableCheck& check,
                                                      const MergePaintOptions& options) {
    auto base = base_request(task, options);
    if (!base) return pass_on(base);
    auto library = open_library(options.library, MissingLibrary::make);
    if (!library) return pass_on(library);
    auto queue = Queue::open(library->folder());
    if (!queue) return pass_on(queue);
    auto paint = std::make_unique<MergePaint>();
    if (auto queued = paint->queue_rows(*queue, task, check, *base, options.seed.value_or(1), options.proof); !queued) return pass_on(queued);
    if (auto worked = paint->work(console, *queue, options.progress); !worked) return pass_on(worked);
    if (auto found = paint->find_pictures(*queue, options.library); !found) return pass_on(found);
    return paint;
}

Result<void> MergePaint::proof_read(proof::JobProofs& proofs) const {
    auto owed = proofs.owed();
    if (!owed) return pass_on(owed);
    for (const QueuedJobId id : *owed) {
        auto first = proofs.first_of(id);
        if (!first) return pass_on(first);
        if (!std::ranges::contains(jobs_, *first)) continue;
        if (auto read = proofs.read(id); !read) return read;
    }
    return {};
}

Result<bool> MergePaint::has_work(Queue& queue, proof::JobProofs& proofs) const {
    for (const QueuedJobId id : jobs_) {
        auto unfinished = proofs.unfinished(id);
        if (!unfinished || *unfinished) return unfinished;
        auto job = queue.find(id);
        if (!job) return pass_on(job);
        if (job->state == JobState::queued || job->state == JobState::running) return true;
    }
    return false;
}

Result<void> MergePaint::work(Console& console, Queue& queue, const std::string& progress) const {
    const auto stopped = [] {
        return fail(ErrorKind::cancelled, "Stopped while painting; the pictures made so far are kept, and the same command goes on from here.");
    };
    auto proofs = proof::JobProofs::open(queue.library());
    if (!proofs) return pass_on(proofs);
    for (bool told = false;; told = true) {
        if (auto read = proof_read(*proofs); !read) return read;
        auto left = has_work(queue, *proofs);
        if (!left) return pass_on(left);
        if (!*left) return {};
        auto outcome = work_through_queue(console, queue.library(), WhenEmpty::end, progress);
        if (!outcome) return pass_on(outcome);
        if (*outcome) return (*outcome)->interrupted ? stopped() : Result<void>();
        auto pause = queue.pause_state();
        if (!pause) return pass_on(pause);
        if (pause->paused) return {};  // the rows say that their jobs wait
        if (!told) console.note(tr("Another program works through this library's queue; waiting until it has painted these rows."));
        if (!wait_a_moment()) return stopped();
    }
}

Result<void> MergePaint::queue_rows(Queue& queue, const merge::MergeTask& task, const merge::TableCheck& check, const generate::Request& base,
                                    std::uint64_t seed, const proof::Wish& proof) {
    const bool proofed = proof.remedy == proof::Wish::Remedy::retry;
    auto proofs = proof::JobProofs::open(queue.library());
    if (!proofs) return pass_on(proofs);
    auto listed = queue.list();
    if (!listed) return pass_on(listed);
    std::multimap<std::string, const QueuedJob*> known;
    for (const QueuedJob& job : *listed)
        if (!job.label.empty()) known.emplace(job.label, &job);
    auto reader = merge::TableReader::open(task.table, task.table_options);
    if (!reader) return pass_on(reader);
    const merge::PictureFolder pictures(task.pictures);
    std::error_code ignored;
    const std::string table = fs::absolute(task.table, ignored).string();
    const std::string key = sha256(std::as_bytes(std::span(table))).substr(0, 8);
    for (;;) {
        auto row = reader->next();
        if (!row) return pass_on(row);
        if (!*row) return {};
        const qint64 number = (*row)->number;
        if (check.bad.contains(number)) continue;
        const merge::FilledPoster filled = fill(task.poster, task.plan, **row, pictures);
        if (filled.skipped) continue;
        auto prompt = generate::clean_prompt(filled.prompt.toStdString());
        if (!prompt) {
            reasons_[number] = QString::fromStdString(prompt.error().message);
            continue;
        }
        generate::NewJob job{.request = base, .sources = {}, .label = std::format("merge {} row {}", key, number), .paused = false};
        job.request.prompt = std::move(*prompt);
        job.request.seed = filled.seed.value_or(seed + static_cast<std::uint64_t>(number) - 1);
        job.request.model = fs::absolute(job.request.model, ignored).lexically_normal();
        const auto [first, last] = known.equal_range(job.label);
        const auto earlier = std::find_if(first, last, [&](const auto& entry) { return same(queue, *entry.second, job.request); });
        if (earlier != last) {
            const QueuedJob& old = *earlier->second;
            jobs_[number] = old.id;
            auto asked = proofs->asked(old.id);
            if (!asked) return pass_on(asked);
            if (proofed && asked->remedy == proof::Wish::Remedy::none)
                if (auto asks = proofs->ask(old.id, proof); !asks) return asks;
            // An earlier run was killed between adding it and saying what is asked of it.
            if (old.state == JobState::paused)
                if (auto on = queue.resume(old.id); !on) return pass_on(on);
            if (old.state == JobState::failed || old.state == JobState::quarantined)
                if (auto again = queue.retry(old.id); !again) return again;
            continue;
        }
        auto id = add_proofed(queue, std::move(job), proofed ? proof : proof::Wish{});
        if (!id) return pass_on(id);
        jobs_[number] = *id;
    }
}

Result<void> MergePaint::find_pictures(Queue& queue, const std::string& named) {
    auto library = open_library(named, MissingLibrary::complain);
    if (!library) return pass_on(library);
    auto proofs = proof::JobProofs::open(queue.library());
    if (!proofs) return pass_on(proofs);
    for (auto at = jobs_.cbegin(); at != jobs_.cend(); ++at) {
        auto job = queue.find(at.value());
        auto made = queue.pictures(at.value());
        if (!job || !made) return job ? pass_on(made) : pass_on(job);
        if (made->front() == 0) {
            reasons_[at.key()] = job->reason.empty() ? QString("The picture of this row is not painted yet; the job %1 is %2.")
                                                           .arg(static_cast<qint64>(at.value())).arg(QLatin1String(to_string(job->state)))
                                                     : QString::fromStdString(job->reason);
            continue;
        }
        auto read = proofs->results(at.value());
        if (!read) return pass_on(read);
        auto details = library->get(read->empty() ? gallery::PictureId{made->front()} : read->front().picture);
        if (details) pictures_[at.key()] = details->file;
        else reasons_[at.key()] = QString::fromStdString(details.error().message);
    }
    return {};
}

Result<QByteArray> MergePaint::picture_of(qint64 row) const {
    if (const auto file = pictures_.constFind(row); file != pictures_.cend()) {
        auto bytes = read_file(*file, most_picture_bytes);
        if (bytes) return QByteArray::fromStdString(*bytes);
        return fail(ErrorKind::not_found, "The picture painted for row {} cannot be read any more.", row);
    }
    return fail(ErrorKind::not_found, "Row {} has no picture. {}", row, reasons_.value(row).toStdString());
}

void add_merge_paint_options(CLI::App& command, MergePaintOptions& options) {
    const std::string group = tr("Painting, where a prompt is mapped or given");
    command.add_option("--prompt", options.prompt, tr("Paint the ground of each poster from this prompt with {{COLUMN}} in it"))->group(group);
    command.add_option("--paint-model", options.model, tr("builtin, the name of an installed model, or a checkpoint's folder"))->group(group)->capture_default_str();
    command.add_option("--paint-size", options.size, tr("Pixels, e.g. 768x1344; by default the page's shape"))->group(group)->type_name("WxH");
    command.add_option("--paint-steps", options.steps, tr("Painting steps, 1 to 200"))->group(group);
    command.add_option("--paint-speed", options.speed, tr("exact, balanced or fast, as --speed of haibao-cli generate"))
        ->group(group)->check(CLI::IsMember({"exact", "balanced", "fast"}))->capture_default_str();
    command.add_option("--paint-seed", options.seed, tr("Row n gets seed + n − 1, where no column says it; 1 by default"))->group(group);
    command.add_option("--paint-device", options.device, tr("See haibao-cli devices"))->group(group)->capture_default_str();
    command.add_option("--paint-threads", options.threads, tr("CPU threads; 0 = all cores"))->group(group)->check(CLI::Range(0, 4096));
    command.add_option("-L,--library", options.library, tr("The library whose queue and gallery are used"))->group(group)->type_name("FOLDER");
    command.add_option("--progress", options.progress, tr("Of the painting, on stderr: bar, plain, json or none"))
        ->group(group)->check(CLI::IsMember({"auto", "bar", "plain", "json", "none"}))->capture_default_str();
}

}  // namespace haibao::cli
