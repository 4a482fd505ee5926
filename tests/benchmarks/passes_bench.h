// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haibao::bench {

/// What leaving passes of the painter out saves and changes: 20 prompts with the built-in model, exact against each setting.
/// Arguments: side, steps, guidance, and a folder for the pictures if they are to be looked at. Returns the exit code.
int passes_bench(int argc, char** argv);

}  // namespace haibao::bench
