// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/less_memory.h"

#include <exception>
#include <new>

#include "inference/runtime/processor.h"
#include "inference/runtime/trace_log.h"

namespace haibao {
namespace {

/// `surprise`: an exception that may or may not be for want of memory: oneDNN "could not create a primitive".
Result<void> attempt(const std::function<Result<void>()>& work, std::exception_ptr& surprise) {
    std::string context;
    surprise = nullptr;
    try {
        return work();
    } catch (const std::bad_alloc&) {
    } catch (const std::exception& unknown) {
        surprise = std::current_exception();
        context = unknown.what();
    }
    return std::unexpected(Error{ErrorKind::out_of_memory, "Memory ran out during this job. Choose a smaller size, or close other programs.", context});
}

}  // namespace

Result<void> with_less_memory(Device& device, const std::function<Result<void>()>& work, const std::function<std::optional<std::string>()>& less) {
    std::exception_ptr surprise;
    for (;;) {
        auto done = attempt(work, surprise);
        if (done || done.error().kind != ErrorKind::out_of_memory) return done;
        const auto change = less();
        if (!change && surprise) std::rethrow_exception(surprise);  // less memory was not what it needed
        if (!change) return done;
        device.trim();
        return_free_memory();
        log_line("Memory is short on " + device.info().name + ": " + *change + ".");
    }
}

}  // namespace haibao
