// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/room_for_code.h"

#include <sys/mman.h>

#include <cstddef>
#include <new>

namespace haibao::ops::onednn {

void require_room_for_code() {
    // A convolution has dozens of kernels, each written into 256 KiB at first. Not from the heap: its free parts cannot hold code.
    constexpr std::size_t bytes = std::size_t{16} << 20;
    void* room = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (room == MAP_FAILED) throw std::bad_alloc();
    munmap(room, bytes);
}

}  // namespace haibao::ops::onednn
