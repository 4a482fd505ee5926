// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <utility>
#include <vector>

#include "inference/base/result.h"

// Local sockets between a worker and its inspectors: only the same user's processes get in touch. One implementation per
// system: local_socket_linux.cpp.
namespace haibao::host {

/// The folder of the workers' sockets: haibao in $XDG_RUNTIME_DIR, where there is one, else haibao-UID in /tmp. Need not exist.
std::filesystem::path socket_folder();

/// An open socket, closed at the end of its life.
class Socket {
public:
    Socket() = default;
    explicit Socket(int descriptor) : descriptor_(descriptor) {}
    Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Socket& operator=(Socket&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~Socket();

    bool open() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }

    /// The next one that has connected and belongs to the same user; a closed socket when nobody waits. Never blocks.
    Socket accept() const;
    /// As many bytes as the other side takes now; -1 when it is gone. Never blocks.
    std::ptrdiff_t send(std::span<const std::uint8_t> bytes) const;
    /// What has come, 0 when nothing has yet; -1 at the end or after an error. Never blocks.
    std::ptrdiff_t receive(std::span<std::uint8_t> buffer) const;

private:
    int descriptor_ = -1;
};

/// A worker's socket and the process that offers it.
struct OfferedSocket {
    std::filesystem::path path;
    std::int64_t pid = 0;
};

/// Makes the folder, for this user alone, and listens there under this process's number. Sockets that dead processes have
/// left are swept. Errors: io.
Result<OfferedSocket> listen_for_inspectors(Socket& listening);
/// The sockets whose processes live, the latest process first.
std::vector<OfferedSocket> offered_sockets();
/// Errors: not_found (nobody listens there), io.
Result<Socket> connect_to(const std::filesystem::path& path);

/// Waits until `listening` has a visitor or the time has passed; a closed socket waits for the time alone.
void wait_for_visitor(const Socket& listening, int milliseconds);

}  // namespace haibao::host
