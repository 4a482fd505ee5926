// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haibao::bench {

/// `./run bench gallery [PICTURES]`: a library of synthetic rows, by default 100,000, and what is done with it.
int gallery(int argc, char** argv);

}  // namespace haibao::bench
