// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "app/cli/console.h"
#include "app/generate/queue.h"

namespace haibao::cli {

/// A job as --json shows it.
nlohmann::json job_json(const generate::QueuedJob& job);

enum class WhenEmpty { end, wait };
/// Works through the queue with progress on stderr. `progress`: a word of progress_style().
Exit run_queue(Console& console, const std::string& library, WhenEmpty when_empty, const std::string& progress);

}  // namespace haibao::cli
