// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haibao::bench {

/// SIDE STEPS GUIDANCE: pictures of the built-in model in every precision of the processor, from the same tokens and noise, beside each other.
int precision_bench(int argc, char** argv);

}  // namespace haibao::bench
