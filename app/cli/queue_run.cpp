// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/queue_run.h"

#include <QEventLoop>
#include <set>

#include "app/cli/commands.h"
#include "app/cli/library_option.h"
#include "app/cli/progress_view.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "app/core/paths.h"
#include "app/generate/queue_runner.h"
#include "app/proof/queue/job_proofs.h"

namespace haibao::cli {
namespace {

using generate::JobState;
using generate::QueuedJob;
using generate::QueuedJobId;
using generate::QueueRunner;

std::int64_t key(QueuedJobId id) { return static_cast<std::int64_t>(id); }

/// One run of the queue, shown as it goes.
class QueueSession {
public:
    QueueSession(ProgressStyle style, WhenEmpty when_empty, QueueRunner& runner, proof::JobProofs& proofs)
        : view_(style), when_empty_(when_empty), runner_(runner), proofs_(proofs) {
        QObject::connect(&runner_, &QueueRunner::job_started, &loop_, [this](const QueuedJob& job) { started(job); });
        QObject::connect(&runner_, &QueueRunner::progressed, &loop_,
                         [this](QueuedJobId job, const generate::JobProgress& progress) { view_.show(progress, key(job)); });
        QObject::connect(&runner_, &QueueRunner::picture_added, &loop_, [this](const generate::AddedPicture& added) {
            view_.event({{"event", "picture"}, {"job", key(added.job)}, {"number", added.number}, {"picture", static_cast<std::int64_t>(added.picture)}});
            ++outcome_.pictures;
        });
        QObject::connect(&runner_, &QueueRunner::job_ended, &loop_, [this](const QueuedJob& job) { ended(job); });
        QObject::connect(&runner_, &QueueRunner::problem, &loop_, [this](const Error& error) {
            outcome_.problem = error;
            view_.note(translated(error.message));
        });
        QObject::connect(&runner_, &QueueRunner::idle, &loop_, [this] {
            view_.clear();
            if (when_empty_ == WhenEmpty::end) runner_.stop();
            else view_.note(tr("Waiting for jobs…"));
        });
        QObject::connect(&runner_, &QueueRunner::stopped, &loop_, &QEventLoop::quit);
        QObject::connect(&interrupt_, &Interrupt::interrupted, &loop_, [this](int count) {
            if (count > 1) return loop_.quit();
            outcome_.interrupted = true;
            view_.note(tr("Stopping… (Ctrl-C again ends at once)"));
            runner_.stop();
        });
    }

    QueueOutcome run() {
        proof_read();
        runner_.start();
        loop_.exec();
        view_.clear();
        sum_up_proofs();
        return std::move(outcome_);
    }

private:
    void started(const QueuedJob& job) {
        const std::string label = job.label.empty() ? "" : " (" + job.label + ")";
        view_.event({{"event", "job"}, {"job", job_json(job)}}, say(tr("Job {}"), key(job.id)) + label);
    }
    void ended(const QueuedJob& job) {
        const bool failed = job.state == JobState::failed || job.state == JobState::quarantined;
        if (job.state == JobState::done) ++outcome_.done;
        if (failed) ++outcome_.failed;
        outcome_.jobs.push_back(job_json(job));
        view_.event({{"event", "job_ended"}, {"job", job_json(job)}}, failed ? say(tr("Job {}"), key(job.id)) + ": " + translated(job.reason) : "");
        if (job.state == JobState::done) proof_read();
    }

    /// Jobs that are done, before the next one is taken: a try that comes of it stands at the front.
    void proof_read() {
        auto owed = proofs_.owed();
        if (!owed) return note_problem(owed.error());
        for (const QueuedJobId job : *owed) {
            if (outcome_.interrupted) return;  // the next run reads it
            view_.note(say(tr("Job {}"), key(job)) + ": " + tr("reading its texts"));
            auto read = proofs_.read(job);
            auto first = read ? proofs_.first_of(job) : pass_on(read);
            if (first) proofed_.insert(*first);
            else note_problem(first.error());
        }
    }
    void sum_up_proofs() {
        for (const QueuedJobId job : proofed_) {
            auto results = proofs_.results(job);
            if (!results) return note_problem(results.error());
            for (const proof::PictureResult& result : *results) {
                if (result.passed || !result.poster.empty()) continue;
                ++outcome_.wrong_texts;
                for (const QString& remark : result.remarks) view_.note(say(tr("Job {}"), key(job)) + ": " + translated(remark.toStdString()));
            }
            outcome_.proofs.push_back({{"job", key(job)}, {"pictures", proof::to_json(*results)}});
        }
    }
    void note_problem(const Error& error) {
        outcome_.problem = error;
        view_.note(translated(error.message));
    }

    ProgressView view_;
    WhenEmpty when_empty_;
    QueueRunner& runner_;
    proof::JobProofs& proofs_;
    std::set<QueuedJobId> proofed_;  ///< first jobs, whose results are news
    QEventLoop loop_;
    Interrupt interrupt_;
    QueueOutcome outcome_;
};

}  // namespace

Result<std::optional<QueueOutcome>> work_through_queue(Console& console, const std::filesystem::path& library, WhenEmpty when_empty, const std::string& progress) {
    auto worker = worker_options();
    if (!worker) return pass_on(worker);
    generate::QueueRunnerOptions options{.worker = std::move(*worker), .pace_file = paths::cache() / "pace.json"};
    // For tests: how often a job keeps what it could go on from.
    bool given = false;
    if (const int seconds = qEnvironmentVariableIntValue("HAIBAO_KEEP_EVERY", &given); given) options.keep_every = seconds;
    auto runner = QueueRunner::create(library, std::move(options));
    if (!runner) return pass_on(runner);
    if (!*runner) return std::nullopt;
    if (auto queue = generate::Queue::open(library))
        if (auto pause = queue->pause_state(); pause && pause->paused)
            console.note(tr("The queue is paused; haibao-cli queue resume lets it go on.") + (pause->reason.empty() ? "" : " " + translated(pause->reason)));
    auto proofs = proof::JobProofs::open(library);
    if (!proofs) return pass_on(proofs);
    return QueueSession(progress_style(progress).value_or(ProgressStyle::plain), when_empty, **runner, *proofs).run();
}

Exit run_queue(Console& console, const std::string& library, WhenEmpty when_empty, const std::string& progress) {
    auto opened = open_library(library, MissingLibrary::complain);
    if (!opened) return console.error(opened.error());
    auto outcome = work_through_queue(console, opened->folder(), when_empty, progress);
    if (!outcome) return console.error(outcome.error());
    if (!*outcome)
        return console.error({ErrorKind::unsupported, "Another process works through this queue already; what you add is done there.", {}});
    const auto& [jobs, done, failed, pictures, proofs, wrong_texts, interrupted, problem] = **outcome;
    nlohmann::json data{{"jobs", jobs}, {"done", done}, {"failed", failed}, {"pictures", pictures}};
    if (!proofs.empty()) data.update({{"proofs", proofs}, {"wrong_texts", wrong_texts}});
    if (interrupted)
        return console.error({ErrorKind::cancelled, "Stopped; the queue goes on from here with haibao-cli queue run.", {}}, Doing::working, data);
    if (problem && done + failed == 0) return console.error(*problem, Doing::working, data);
    console.line(say(tr("done: {}, failed: {}, pictures: {}"), done, failed, pictures));
    console.data(data);
    if (failed == 0 && !problem) return wrong_texts > 0 ? Exit::problems_found : Exit::done;
    return done > 0 ? Exit::partly_done : Exit::failed;
}

}  // namespace haibao::cli
