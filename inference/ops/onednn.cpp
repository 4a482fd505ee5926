// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/onednn.h"

#include <omp.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <new>

#include "inference/ops/cpu_paths.h"

namespace haibao::ops {

bool built_with_cpu_paths() { return true; }

namespace onednn {
namespace {

struct Free {
    void operator()(void* memory) const { std::free(memory); }
};

struct Scratch {
    std::unique_ptr<void, Free> memory;
    std::size_t bytes = 0;
};

constexpr std::size_t alignment = 64;

}  // namespace

dnnl::engine& engine() {
    static dnnl::engine cpu(dnnl::engine::kind::cpu, 0);
    return cpu;
}

dnnl::stream& stream() {
    thread_local dnnl::stream own(engine());
    return own;
}

void* scratch(std::size_t bytes, int slot) {
    thread_local std::array<Scratch, 4> slots;
    Scratch& own = slots.at(static_cast<std::size_t>(slot));
    if (own.bytes < bytes) {
        own.bytes = (bytes + alignment - 1) / alignment * alignment;
        own.memory.reset();
        own.memory.reset(std::aligned_alloc(alignment, own.bytes));
        if (!own.memory) {
            own.bytes = 0;
            throw std::bad_alloc();
        }
    }
    return own.memory.get();
}

OneThread::OneThread() : before_(omp_get_max_threads()) { omp_set_num_threads(1); }
OneThread::~OneThread() { omp_set_num_threads(before_); }

dnnl::primitive_attr attributes() {
    dnnl::primitive_attr attr;
    attr.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    return attr;
}

}  // namespace onednn
}  // namespace haibao::ops
