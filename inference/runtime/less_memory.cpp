// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/less_memory.h"

#include <new>

#include "inference/runtime/processor.h"
#include "inference/runtime/trace_log.h"

namespace haibao {
namespace {

Result<void> attempt(const std::function<Result<void>()>& work) try {
    return work();
} catch (const std::bad_alloc&) {
    return fail(ErrorKind::out_of_memory, "Memory ran out during this job. Choose a smaller size, or close other programs.");
}

}  // namespace

Result<void> with_less_memory(Device& device, const std::function<Result<void>()>& work, const std::function<std::optional<std::string>()>& less) {
    for (;;) {
        auto done = attempt(work);
        if (done || done.error().kind != ErrorKind::out_of_memory) return done;
        const auto change = less();
        if (!change) return done;
        device.trim();
        return_free_memory();
        log_line("Memory is short on " + device.info().name + ": " + *change + ".");
    }
}

}  // namespace haibao
