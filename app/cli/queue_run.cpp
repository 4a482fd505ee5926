// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/queue_run.h"

#include <QEventLoop>

#include "app/cli/commands.h"
#include "app/cli/library_option.h"
#include "app/cli/progress_view.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "app/core/paths.h"
#include "app/generate/queue_runner.h"

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
    QueueSession(ProgressStyle style, WhenEmpty when_empty, QueueRunner& runner)
        : view_(style), when_empty_(when_empty), runner_(runner) {
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
        runner_.start();
        loop_.exec();
        view_.clear();
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
    }

    ProgressView view_;
    WhenEmpty when_empty_;
    QueueRunner& runner_;
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
    return QueueSession(progress_style(progress).value_or(ProgressStyle::plain), when_empty, **runner).run();
}

Exit run_queue(Console& console, const std::string& library, WhenEmpty when_empty, const std::string& progress) {
    auto opened = open_library(library, MissingLibrary::complain);
    if (!opened) return console.error(opened.error());
    auto outcome = work_through_queue(console, opened->folder(), when_empty, progress);
    if (!outcome) return console.error(outcome.error());
    if (!*outcome)
        return console.error({ErrorKind::unsupported, "Another process works through this queue already; what you add is done there.", {}});
    const auto& [jobs, done, failed, pictures, interrupted, problem] = **outcome;
    const nlohmann::json data{{"jobs", jobs}, {"done", done}, {"failed", failed}, {"pictures", pictures}};
    if (interrupted)
        return console.error({ErrorKind::cancelled, "Stopped; the queue goes on from here with haibao-cli queue run.", {}}, Doing::working, data);
    if (problem && done + failed == 0) return console.error(*problem, Doing::working, data);
    console.line(say(tr("done: {}, failed: {}, pictures: {}"), done, failed, pictures));
    console.data(data);
    if (failed == 0 && !problem) return Exit::done;
    return done > 0 ? Exit::partly_done : Exit::failed;
}

}  // namespace haibao::cli
