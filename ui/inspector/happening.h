// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <variant>
#include <vector>

#include "inference/worker/protocol.h"

namespace haibao::inspector {

/// The job went well; its stages' times.
struct JobDone {
    GenerationResult result;
};
/// A text that cannot be understood: what was in its place, for the log.
struct Unreadable {
    std::string why;
};

/// One message of a worker, read. `at` is in seconds since the worker began: a trace event's own time, for an answer
/// that of the latest event before it.
struct Happening {
    double at = 0;
    protocol::JobId job = protocol::JobId::none;
    std::variant<TraceEvent, protocol::Ready, Progress, protocol::Preview, protocol::Picture, JobDone, Error, Unreadable> what;
};

/// Reads a worker's frames in order. Messages that an inspector does not show are left out.
class HappeningReader {
public:
    std::optional<Happening> read(const protocol::Frame& frame);

private:
    double last_ = 0;
};

/// A recorded trace: what of it could be read, and why not more (cut off, damaged in the middle).
struct Recording {
    std::vector<Happening> happenings;
    std::optional<Error> incomplete;
};
/// Errors: not_found, io, corrupt_file (this is no trace).
Result<Recording> read_recording(const std::filesystem::path& file);

}  // namespace haibao::inspector
