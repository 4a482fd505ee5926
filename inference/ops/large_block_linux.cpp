// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/large_block.h"

#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace haibao::ops {

std::shared_ptr<std::byte> large_block(std::size_t bytes) {
    constexpr std::size_t large_page = 2 << 20, line = 64;
    const std::size_t whole_pages = bytes / large_page * large_page;
    void* memory = nullptr;
    if (posix_memalign(&memory, whole_pages > 0 ? large_page : line, bytes) != 0) throw std::bad_alloc();
    // Whole ones only: the rest of the last one would be memory that nobody asked for. A system that has none gives small pages.
    if (whole_pages > 0) madvise(memory, whole_pages, MADV_HUGEPAGE);
    return {static_cast<std::byte*>(memory), [](std::byte* block) { std::free(block); }};
}

}  // namespace haibao::ops
