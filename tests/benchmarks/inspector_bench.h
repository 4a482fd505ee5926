// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haibao::bench {

/// What it costs to be looked at: the same job alone and with an inspector attached, in pairs. Returns the exit code.
int inspector_bench(int argc, char** argv);

}  // namespace haibao::bench
