// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>

namespace haibao::ops {

/// Memory for weights that are read from one end to the other again and again, in the system's large pages where it has some: with small
/// ones two cores look pages up for a third of the time. 64-byte aligned. Throws std::bad_alloc.
std::shared_ptr<std::byte> large_block(std::size_t bytes);

}  // namespace haibao::ops
