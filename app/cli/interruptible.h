// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>

namespace haibao::cli {

/// Runs `work` in a thread of its own; Ctrl-C asks it to stop. Returns when the work has ended.
void run_interruptible(const std::function<void(std::stop_token)>& work);

}  // namespace haibao::cli
