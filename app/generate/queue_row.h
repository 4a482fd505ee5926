// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/generate/queue.h"

// Rows of the table `job`: for queue.cpp and queue_work.cpp.
namespace haibao::generate {

inline constexpr std::string_view select_job =
    "SELECT id, state, request, label, attempts, reason, added, started, ended, "
    "(SELECT count(*) FROM job_picture WHERE job = job.id) FROM job";

/// A row of select_job. A request that cannot be read leaves one without a prompt, and the reason says so.
QueuedJob job_of_row(const sqlite::Statement& row);

std::int64_t milliseconds_now();

}  // namespace haibao::generate
