// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QTimeZone>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/generation_options.h"
#include "app/cli/library_option.h"
#include "app/cli/queue_run.h"
#include "app/cli/words.h"
#include "app/generate/next_rung.h"
#include "app/generate/queue.h"
#include "app/generate/request_json.h"
#include "app/proof/queue/job_proofs.h"

namespace haibao::cli {
namespace {

using generate::JobState;
using generate::Queue;
using generate::QueuedJob;
using generate::QueuedJobId;

std::int64_t key(QueuedJobId id) { return static_cast<std::int64_t>(id); }

nlohmann::json moment(std::int64_t milliseconds) {
    if (milliseconds == 0) return nullptr;
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC).toString(Qt::ISODateWithMs).toStdString();
}

std::string first_line(const std::string& prompt) {
    QString line = QString::fromStdString(prompt).simplified();
    if (line.size() > 60) line = line.left(59) + "…";
    return line.toStdString();
}

std::string state_words(JobState state) {
    switch (state) {
        case JobState::queued: return tr("waits");
        case JobState::running: return tr("runs");
        case JobState::paused: return tr("paused");
        case JobState::done: return tr("done");
        case JobState::failed: return tr("failed");
        case JobState::cancelled: return tr("cancelled");
        case JobState::quarantined: return tr("quarantined");
    }
    return {};
}

void print(Console& console, const QueuedJob& job) {
    console.line(std::format("{:>4}  {:<11}  {}/{}  {}{}", key(job.id), state_words(job.state), job.done, job.request.count,
                             job.label.empty() ? "" : job.label + ": ", first_line(job.request.prompt)));
    if (!job.reason.empty()) console.line("      " + translated(job.reason));
    for (const std::string& command : generate::next_tries(job)) console.line("      → " + command);
}

/// What was read on the pictures of a job.
void print(Console& console, const std::vector<proof::PictureResult>& results) {
    for (const proof::PictureResult& result : results) {
        const std::string verdict = result.passed ? tr("right") : say(tr("{} wrong of {}"), result.failed, result.texts);
        console.line("      " + say(tr("texts of picture {} (gallery {}): {}"), result.number + 1, static_cast<std::int64_t>(result.picture), verdict));
        for (const QString& remark : result.remarks) console.line("        " + translated(remark.toStdString()));
        if (!result.poster.empty()) console.line("        " + say(tr("with live text: {}"), "posters/" + result.poster));
    }
}

struct Options {
    std::string library, label, proof;
    std::optional<std::int64_t> before;
    std::optional<std::string> device, size;  // of another try
    GenerationOptions generation;
    std::vector<std::int64_t> ids;
    std::string progress = "auto";
    bool first = false, last = false, up = false, down = false, paused = false, finished = false, all = false, wait = false;
};

/// Opens the queue and does something with it.
template <class Work>
Exit with_queue(Invocation& invocation, const Options& options, Work work, MissingLibrary missing = MissingLibrary::complain) {
    Console console = invocation.console();
    auto library = open_library(options.library, missing);
    if (!library) return console.error(library.error());
    auto queue = Queue::open(library->folder());
    if (!queue) return console.error(queue.error());
    return work(console, *queue);
}

/// Does the same to each job named; the first that does not allow it ends the row.
template <class Work>
Exit for_each_job(Invocation& invocation, const Options& options, Work work) {
    return with_queue(invocation, options, [&](Console& console, Queue& queue) {
        nlohmann::json jobs = nlohmann::json::array();
        for (const std::int64_t id : options.ids) {
            Result<QueuedJobId> result = work(queue, QueuedJobId{id});
            auto job = result ? queue.find(*result) : pass_on(result);
            if (!job) return console.error(job.error(), Doing::working, {{"jobs", jobs}});
            print(console, *job);
            jobs.push_back(job_json(*job));
        }
        console.data({{"jobs", jobs}});
        return Exit::done;
    });
}

Exit add(Console& console, Queue& queue, const Options& options) {
    auto wish = options.proof.empty() ? Result<proof::Wish>(proof::Wish{}) : proof::wish_of(options.proof);
    if (!wish) return console.error(wish.error());
    auto request = request_of(options.generation);
    if (!request) return console.error(request.error(), Doing::reading);
    warn_about_network(console, request->options.device);
    warn_about_size(console, *request);
    warn_about_subjects(console, *request);
    generate::NewJob job{.request = std::move(*request), .sources = {}, .label = options.label, .paused = options.paused};
    auto files = picture_files(options.generation);
    if (!files) return console.error(files.error());
    job.sources = std::move(files->sources);
    job.repaint = std::move(files->repaint);
    if (const auto& asked = job.request.repaint; job.repaint && asked) job.repaint->feather = asked->feather, job.repaint->strength = asked->strength;  // of --from
    auto id = add_proofed(queue, std::move(job), *wish);
    if (id && options.first)
        if (auto moved = queue.move(*id, Queue::Place::first); !moved) return console.error(moved.error());
    auto added = id ? queue.find(*id) : pass_on(id);
    if (!added) return console.error(added.error());
    console.line(std::to_string(key(added->id)));
    console.data({{"job", job_json(*added)}});
    return Exit::done;
}

Exit list(Console& console, Queue& queue, const Options& options) {
    auto jobs = queue.list();
    auto pause = queue.pause_state();
    if (!jobs || !pause) return console.error(jobs ? pause.error() : jobs.error());
    nlohmann::json listed = nlohmann::json::array();
    for (const QueuedJob& job : *jobs) {
        if (!options.all && (job.state == JobState::done || job.state == JobState::cancelled)) continue;
        print(console, job);
        listed.push_back(job_json(job));
    }
    if (pause->paused) console.line(tr("The queue is paused.") + (pause->reason.empty() ? "" : " " + translated(pause->reason)));
    else if (listed.empty()) console.line(tr("The queue is empty."));
    console.data({{"jobs", listed}, {"paused", pause->paused}, {"pause_reason", pause->reason}});
    return Exit::done;
}

Exit show(Console& console, Queue& queue, QueuedJobId id) {
    auto job = queue.find(id);
    auto pictures = queue.pictures(id);
    if (!job || !pictures) return console.error(job ? pictures.error() : job.error());
    print(console, *job);
    auto proofs = proof::JobProofs::open(queue.library());
    auto wish = proofs ? proofs->asked(id) : pass_on(proofs);
    auto results = wish ? proofs->results(id) : pass_on(wish);
    if (!results) return console.error(results.error());
    nlohmann::json data = job_json(*job);
    if (wish->remedy != proof::Wish::Remedy::none) data["proof"] = {{"wish", proof::word_of(*wish)}, {"pictures", proof::to_json(*results)}};
    data["request"] = to_json(job->request);
    data["pictures"] = *pictures;
    for (std::size_t number = 0; number < pictures->size(); ++number)
        if ((*pictures)[number] != 0) console.line("      " + say(tr("picture {} = gallery {}"), number + 1, (*pictures)[number]));
    console.line("      " + say(tr("attempts: {}"), job->attempts));
    print(console, *results);
    console.data({{"job", data}});
    return Exit::done;
}

Exit move(Invocation& invocation, const Options& options) {
    return for_each_job(invocation, options, [&](Queue& queue, QueuedJobId id) -> Result<QueuedJobId> {
        const auto place = options.first ? Queue::Place::first : options.last ? Queue::Place::last : options.up ? Queue::Place::up : Queue::Place::down;
        auto moved = options.before ? queue.move_before(id, QueuedJobId{*options.before}) : queue.move(id, place);
        if (!moved) return pass_on(moved);
        return id;
    });
}

/// queue pause and queue resume: of the jobs named, or of the whole queue.
Exit pause(Invocation& invocation, const Options& options, bool paused) {
    if (options.ids.empty())
        return with_queue(invocation, options, [&](Console& console, Queue& queue) {
            if (auto done = queue.set_paused(paused); !done) return console.error(done.error());
            console.line(paused ? tr("The queue is paused.") : tr("The queue goes on."));
            console.data({{"paused", paused}});
            return Exit::done;
        });
    return for_each_job(invocation, options, [&](Queue& queue, QueuedJobId id) -> Result<QueuedJobId> {
        auto done = paused ? queue.pause(id) : queue.resume(id);
        if (!done) return pass_on(done);
        return id;
    });
}

Exit retry(Invocation& invocation, const Options& options) {
    generate::Change change{options.device, {}};
    if (options.size) {
        auto size = generate::parse_size(*options.size);
        if (!size) return invocation.console().error(size.error(), Doing::reading);
        change.size = *size;
    }
    return for_each_job(invocation, options, [&](Queue& queue, QueuedJobId id) -> Result<QueuedJobId> {
        if (auto done = queue.retry(id, change); !done) return pass_on(done);
        return id;
    });
}

Exit remove(Invocation& invocation, const Options& options) {
    return with_queue(invocation, options, [&](Console& console, Queue& queue) {
        int removed = 0;
        if (options.finished) {
            auto many = queue.remove_finished();
            if (!many) return console.error(many.error());
            removed = *many;
        }
        for (const std::int64_t id : options.ids) {
            if (auto done = queue.remove(QueuedJobId{id}); !done) return console.error(done.error());
            ++removed;
        }
        console.data({{"removed", removed}});
        return Exit::done;
    });
}

/// With what is asked of its texts.
Result<QueuedJobId> duplicate_proofed(Queue& queue, QueuedJobId id) {
    auto proofs = proof::JobProofs::open(queue.library());
    auto wish = proofs ? proofs->asked(id) : pass_on(proofs);
    auto copy = wish ? queue.duplicate(id) : pass_on(wish);
    if (copy && wish->remedy != proof::Wish::Remedy::none)
        if (auto asked = proofs->ask(*copy, *wish); !asked) return pass_on(asked);
    return copy;
}

using Shared = std::shared_ptr<Options>;
using Simple = Result<void> (Queue::*)(QueuedJobId);

CLI::App* add_command(CLI::App& queue, Invocation& invocation, const Shared& options, const char* name, const std::string& help) {
    CLI::App* command = queue.add_subcommand(name, help);
    add_library_option(*command, options->library);
    add_json_flag(*command, invocation);
    return command;
}

CLI::Option* add_ids(CLI::App& command, const Shared& options) {
    return command.add_option("JOB", options->ids, tr("Numbers of jobs, see queue list"))->type_name("JOB");
}

/// A command that does one thing to each job named.
void add_simple(CLI::App& queue, Invocation& invocation, const Shared& options, const char* name, const std::string& help, Simple what) {
    CLI::App* command = add_command(queue, invocation, options, name, help);
    add_ids(*command, options)->required();
    command->callback([&invocation, options, what] {
        invocation.exit = for_each_job(invocation, *options, [what](Queue& open, QueuedJobId id) -> Result<QueuedJobId> {
            if (auto done = (open.*what)(id); !done) return pass_on(done);
            return id;
        });
    });
}

void add_looking(CLI::App& queue, Invocation& invocation, const Shared& options) {
    CLI::App* listing = add_command(queue, invocation, options, "list", tr("The jobs that wait, run or need a look"));
    listing->add_flag("--all", options->all, tr("Also those that are done or cancelled"));
    listing->callback([&invocation, options] {
        invocation.exit = with_queue(invocation, *options, [&](Console& console, Queue& open) { return list(console, open, *options); });
    });
    CLI::App* showing = add_command(queue, invocation, options, "show", tr("One job: its request, its pictures, why it failed"));
    add_ids(*showing, options)->required()->expected(1);
    showing->callback([&invocation, options] {
        invocation.exit = with_queue(invocation, *options, [&](Console& console, Queue& open) {
            return show(console, open, QueuedJobId{options->ids.front()});
        });
    });
}

void add_adding(CLI::App& queue, Invocation& invocation, const Shared& options) {
    CLI::App* adding = add_command(queue, invocation, options, "add", tr("Put a job at the end; it takes what generate takes. Prints its number"));
    add_generation_options(*adding, options->generation);
    adding->add_option("--label", options->label, tr("What the job is for, shown in lists"));
    adding->add_option("--proof", options->proof, tr("Read the painted texts when it is done: report what is wrong, replace it by live text, or retry:N with other seeds and know the best"))
        ->type_name("report|replace|retry:N");
    adding->add_flag("--first", options->first, tr("At the front instead"));
    adding->add_flag("--paused", options->paused, tr("Set aside until queue resume JOB"));
    adding->callback([&invocation, options] {
        invocation.exit = with_queue(invocation, *options, [&](Console& console, Queue& open) { return add(console, open, *options); }, MissingLibrary::make);
    });
    CLI::App* copying = add_command(queue, invocation, options, "duplicate", tr("The same jobs again, at the end"));
    add_ids(*copying, options)->required();
    copying->callback([&invocation, options] {
        invocation.exit = for_each_job(invocation, *options, [](Queue& open, QueuedJobId id) { return duplicate_proofed(open, id); });
    });
}

void add_changing(CLI::App& queue, Invocation& invocation, const Shared& options) {
    for (const bool paused : {true, false}) {
        CLI::App* command = add_command(queue, invocation, options, paused ? "pause" : "resume",
                                        paused ? tr("Pause the queue, or only the jobs named") : tr("Go on with the queue, or with the jobs named"));
        add_ids(*command, options);
        command->callback([&invocation, options, paused] { invocation.exit = pause(invocation, *options, paused); });
    }
    add_simple(queue, invocation, options, "cancel", tr("Cancel jobs; a running one stops within a layer"), &Queue::cancel);
    CLI::App* retrying = add_command(queue, invocation, options, "retry", tr("Try again what failed, was cancelled or is quarantined"));
    add_ids(*retrying, options)->required();
    retrying->add_option("-d,--device", options->device, tr("On another device, for example cpu where a graphics card failed"));
    retrying->add_option("-s,--size", options->size, tr("In another size, for example a smaller one where memory ran out"))->type_name("WxH");
    retrying->callback([&invocation, options] { invocation.exit = retry(invocation, *options); });
    CLI::App* moving = add_command(queue, invocation, options, "move", tr("Change the order"));
    add_ids(*moving, options)->required();
    auto* where = moving->add_option_group("where", tr("Where to"))->require_option(1);
    where->add_flag("--first", options->first, tr("To the front"));
    where->add_flag("--last", options->last, tr("To the end"));
    where->add_flag("--up", options->up, tr("Before its predecessor"));
    where->add_flag("--down", options->down, tr("Behind its successor"));
    where->add_option("--before", options->before, tr("Before that job"))->type_name("JOB");
    moving->callback([&invocation, options] { invocation.exit = move(invocation, *options); });
    CLI::App* removing = add_command(queue, invocation, options, "remove", tr("Forget jobs that are over; their pictures stay in the gallery"));
    add_ids(*removing, options);
    removing->add_flag("--finished", options->finished, tr("All that are done or cancelled"));
    removing->callback([&invocation, options] { invocation.exit = remove(invocation, *options); });
}

}  // namespace

Result<QueuedJobId> add_proofed(Queue& queue, generate::NewJob job, const proof::Wish& wish) {
    if (wish.remedy == proof::Wish::Remedy::none) return queue.add(job);
    // It is not taken before what is asked of it is noted.
    const bool paused = std::exchange(job.paused, true);
    auto proofs = proof::JobProofs::open(queue.library());
    auto id = proofs ? queue.add(job) : pass_on(proofs);
    if (!id) return id;
    if (auto asked = proofs->ask(*id, wish); !asked) return pass_on(asked);
    if (paused) return id;
    if (auto resumed = queue.resume(*id); !resumed) return pass_on(resumed);
    return id;
}

nlohmann::json job_json(const QueuedJob& job) {
    return {{"id", key(job.id)},          {"state", to_string(job.state)},    {"label", job.label},       {"prompt", job.request.prompt},
            {"count", job.request.count}, {"done", job.done},                 {"attempts", job.attempts}, {"reason", job.reason}, {"next", generate::next_tries(job)},
            {"added", moment(job.added)}, {"started", moment(job.started)},   {"ended", moment(job.ended)}};
}

void add_queue(CLI::App& app, Invocation& invocation) {
    CLI::App* queue = app.add_subcommand("queue", tr("Jobs that wait in the library, survive anything and go on where they were"));
    queue->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    add_adding(*queue, invocation, options);
    add_looking(*queue, invocation, options);
    CLI::App* running = add_command(*queue, invocation, options, "run", tr("Work through the queue; the pictures go into the gallery"));
    running->add_flag("--wait", options->wait, tr("Stay when the queue is empty and take what comes"));
    running->add_option("--progress", options->progress, tr("On stderr: bar, plain, json (one event per line) or none"))
        ->check(CLI::IsMember({"auto", "bar", "plain", "json", "none"}))->capture_default_str();
    running->footer(tr("Ctrl-C stops: the job at work waits at its place and goes on from its last step that was kept.\n"
                       "One process works through a library's queue; any other may add, cancel, pause and watch meanwhile."));
    running->callback([&invocation, options] {
        Console console = invocation.console();
        invocation.exit = run_queue(console, options->library, options->wait ? WhenEmpty::wait : WhenEmpty::end, options->progress);
    });
    add_changing(*queue, invocation, options);
}

}  // namespace haibao::cli
