// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/cli/console.h"
#include "app/generate/queue.h"
#include "app/proof/wish.h"

namespace haibao::cli {

/// A job as --json shows it.
nlohmann::json job_json(const generate::QueuedJob& job);

/// A job that is to be proof-read when it is done. Errors: those of Queue.
Result<generate::QueuedJobId> add_proofed(generate::Queue& queue, generate::NewJob job, const proof::Wish& wish);

enum class WhenEmpty { end, wait };

/// What one run of the queue did.
struct QueueOutcome {
    nlohmann::json jobs = nlohmann::json::array();  ///< that were at work, as they ended
    int done = 0, failed = 0, pictures = 0;
    nlohmann::json proofs = nlohmann::json::array();  ///< of jobs that were proof-read: {"job":…,"pictures":[…]}
    int wrong_texts = 0;  ///< pictures whose best try is not right
    bool interrupted = false;
    std::optional<Error> problem;  ///< why the queue has paused itself, or what could not be kept
};
/// Works through the queue with progress on stderr; nothing when another process is at it. Errors: those of QueueRunner.
Result<std::optional<QueueOutcome>> work_through_queue(Console& console, const std::filesystem::path& library, WhenEmpty when_empty, const std::string& progress);

/// The command. `progress`: a word of progress_style().
Exit run_queue(Console& console, const std::string& library, WhenEmpty when_empty, const std::string& progress);

}  // namespace haibao::cli
