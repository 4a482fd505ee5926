// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/generate/queue.h"

// What a job that failed for want of memory, or that took its worker along, can be tried with next. Smaller tiles and
// streaming are the engine's own rungs: it takes them by itself before a job fails.
namespace haibao::generate {

/// About half the pixels in the same shape; nothing where the job is as small as can be, where the model is not made for so few
/// (less than a quarter of those of its own size, or half of its shorter side), or where a picture is repainted, whose size is given.
/// Where the request names no size the model's own counts. Reads the model's folder; one that cannot be read sets no limit.
std::optional<Size> smaller_size(const Request& request);

/// Whether the job ran, or may have run, on another device than the processor.
bool can_move_to_processor(const Request& request);

/// The commands of haibao-cli that try a stuck job again with these changes, the mildest first; none for other jobs.
std::vector<std::string> next_tries(const QueuedJob& job);

}  // namespace haibao::generate
