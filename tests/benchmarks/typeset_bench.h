// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haibao::bench {

/// Prints how long typesetting takes: `./run bench typeset`. Returns the exit status.
int typeset_bench();

}  // namespace haibao::bench
