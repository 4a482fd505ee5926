// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <optional>

#include "inference/worker/local_socket.h"

#include "inference/base/system_reason.h"

namespace haibao::host {
namespace {

constexpr std::string_view name_begin = "worker-", name_end = ".socket";

std::string system_words() { return system_reason(errno); }

std::optional<sockaddr_un> address_of(const std::filesystem::path& path) {
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    const std::string& name = path.native();
    if (name.size() >= sizeof(address.sun_path)) return std::nullopt;
    std::ranges::copy(name, address.sun_path);
    return address;
}

int new_socket() { return socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0); }

/// The process whose socket this is, from its name; 0 = none.
std::int64_t process_of(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    std::int64_t pid = 0;
    if (!name.starts_with(name_begin) || !name.ends_with(name_end)) return 0;
    const char* end = name.data() + name.size() - name_end.size();
    const auto read = std::from_chars(name.data() + name_begin.size(), end, pid);
    return read.ec == std::errc() && read.ptr == end ? pid : 0;
}

bool lives(std::int64_t pid) { return kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM; }

/// A folder in /tmp could be somebody else's trap.
Result<void> private_folder(const std::filesystem::path& folder) {
    mkdir(folder.c_str(), 0700);
    struct stat status{};
    if (lstat(folder.c_str(), &status) != 0)
        return fail(ErrorKind::io, "The folder {} for the inspector's socket cannot be made: {}.", folder.string(), system_words());
    if (!S_ISDIR(status.st_mode) || status.st_uid != geteuid() || (status.st_mode & 077) != 0)
        return fail(ErrorKind::io, "The folder {} for the inspector's socket does not belong to you alone; remove it.", folder.string());
    return {};
}

}  // namespace

std::filesystem::path socket_folder() {
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    std::error_code ignored;
    if (runtime && *runtime == '/' && std::filesystem::is_directory(runtime, ignored)) return std::filesystem::path(runtime) / "haibao";
    return std::filesystem::path("/tmp") / ("haibao-" + std::to_string(geteuid()));
}

Socket::~Socket() {
    if (open()) close(descriptor_);
}

Socket Socket::accept() const {
    Socket visitor(accept4(descriptor_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    ucred who{};
    socklen_t size = sizeof(who);
    if (!visitor.open() || getsockopt(visitor.descriptor_, SOL_SOCKET, SO_PEERCRED, &who, &size) != 0 || who.uid != geteuid()) return {};
    return visitor;
}

std::ptrdiff_t Socket::send(std::span<const std::uint8_t> bytes) const {
    const ssize_t count = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : count;
}

std::ptrdiff_t Socket::receive(std::span<std::uint8_t> buffer) const {
    const ssize_t count = recv(descriptor_, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
    return count == 0 ? -1 : count;
}

Result<OfferedSocket> listen_for_inspectors(Socket& listening) {
    const std::filesystem::path folder = socket_folder();
    if (auto made = private_folder(folder); !made) return pass_on(made);
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (const std::int64_t pid = process_of(entry.path()); pid > 0 && !lives(pid)) unlink(entry.path().c_str());

    const std::filesystem::path path = folder / std::format("{}{}{}", name_begin, getpid(), name_end);
    const auto address = address_of(path);
    if (!address) return fail(ErrorKind::io, "The path {} is too long for a socket; set XDG_RUNTIME_DIR to a shorter one.", path.string());
    Socket made(new_socket());
    constexpr int most_waiting = 8;
    unlink(path.c_str());
    if (!made.open() || bind(made.descriptor(), reinterpret_cast<const sockaddr*>(&*address), sizeof(*address)) != 0 ||
        listen(made.descriptor(), most_waiting) != 0)
        return fail(ErrorKind::io, "The inspector's socket {} cannot be opened: {}.", path.string(), system_words());
    listening = std::move(made);
    return OfferedSocket{path, getpid()};
}

std::vector<OfferedSocket> offered_sockets() {
    std::vector<OfferedSocket> offered;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(socket_folder(), ignored))
        if (const std::int64_t pid = process_of(entry.path()); pid > 0 && lives(pid)) offered.push_back({entry.path(), pid});
    std::ranges::sort(offered, std::greater<>(), &OfferedSocket::pid);
    return offered;
}

Result<Socket> connect_to(const std::filesystem::path& path) {
    const auto address = address_of(path);
    Socket made(new_socket());
    if (!address || !made.open()) return fail(ErrorKind::io, "The worker's socket {} cannot be used: {}.", path.string(), system_words());
    if (connect(made.descriptor(), reinterpret_cast<const sockaddr*>(&*address), sizeof(*address)) == 0) return made;
    if (errno == ENOENT || errno == ECONNREFUSED)
        return fail(ErrorKind::not_found, "No worker listens at {}; it may have ended. Start one with haibao-cli generate --inspect.", path.string());
    return fail(ErrorKind::io, "The worker's socket {} cannot be used: {}.", path.string(), system_words());
}

void wait_for_visitor(const Socket& listening, int milliseconds) {
    pollfd door{listening.descriptor(), POLLIN, 0};
    poll(&door, listening.open() ? 1 : 0, milliseconds);
}

}  // namespace haibao::host
