// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace haibao {

/// Bytes of main memory that programs can still get without others being swapped out; 0 = not known.
std::uint64_t free_memory();
/// Bytes that this process holds in main memory; 0 = not known.
std::uint64_t resident_memory();
/// Seconds since this process was started, its loading included; to a hundredth. 0 = not known.
double process_age();

}  // namespace haibao
