// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/less_memory.h"

#include <new>

#include "inference/runtime/processor.h"
#include "inference/runtime/trace_log.h"

namespace haibao {
namespace {

std::unexpected<Error> ran_out(std::string context) {
    return std::unexpected(Error{ErrorKind::out_of_memory, "Memory ran out during this job. Choose a smaller size, or close other programs.", std::move(context)});
}

Result<void> attempt(const std::function<Result<void>()>& work, bool is_short) try {
    return work();
} catch (const std::bad_alloc&) {
    return ran_out({});
} catch (const std::exception& surprise) {
    // Where memory is short, oneDNN "could not create a primitive".
    if (!is_short) throw;
    return ran_out(surprise.what());
}

}  // namespace

Result<void> with_less_memory(Device& device, const std::function<Result<void>()>& work, const std::function<std::optional<std::string>()>& less) {
    for (bool is_short = false;; is_short = true) {
        auto done = attempt(work, is_short);
        if (done || done.error().kind != ErrorKind::out_of_memory) return done;
        const auto change = less();
        if (!change) return done;
        device.trim();
        return_free_memory();
        log_line("Memory is short on " + device.info().name + ": " + *change + ".");
    }
}

}  // namespace haibao
