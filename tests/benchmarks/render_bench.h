// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haibao::bench {

/// Times what a designer waits for: an A3 page for print, a title after a keystroke. Returns the exit code.
int render_bench();

}  // namespace haibao::bench
