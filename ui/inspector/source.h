// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>

#include "inference/worker/local_socket.h"
#include "ui/inspector/happening.h"

namespace haibao::inspector {

/// A running worker, listened to through its socket.
class LiveSource {
public:
    /// Errors: not_found, io.
    static Result<LiveSource> attach(const std::filesystem::path& socket);

    /// What has come since the last call; never waits. Errors: io (the worker has ended), corrupt_file (it speaks nonsense);
    /// then there is no more.
    Result<std::vector<Happening>> poll();

    /// Keeps what comes in a new file, which read_recording() reads. Errors: io.
    Result<void> record(const std::filesystem::path& file);
    /// Errors: io, when something of it could not be written.
    Result<void> stop_recording();
    bool recording() const { return file_.is_open(); }
    const std::filesystem::path& recording_file() const { return file_name_; }

private:
    explicit LiveSource(host::Socket socket) : socket_(std::move(socket)) {}

    host::Socket socket_;
    protocol::FrameParser parser_;
    HappeningReader reader_;
    std::vector<std::uint8_t> buffer_ = std::vector<std::uint8_t>(1 << 18);
    std::vector<std::uint8_t> greeting_;  ///< of the worker: every recording begins with it
    std::ofstream file_;
    std::filesystem::path file_name_;
};

}  // namespace haibao::inspector
