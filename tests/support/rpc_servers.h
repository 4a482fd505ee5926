// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <format>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

extern char** environ;

namespace haibao::test {

inline sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// A port of the loopback that nobody listens at (now).
inline int free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    const bool bound = bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
                       getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length) == 0;
    close(socket);
    if (!bound) throw std::runtime_error("no free port");
    return ntohs(address.sin_port);
}

/// Servers on this machine, processes of their own (rpc_server.cpp), that end with this object.
class RpcServers {
public:
    explicit RpcServers(int count) {
        for (int i = 0; i < count; ++i) start(free_port());
    }
    ~RpcServers() {
        for (const pid_t process : processes_) {
            kill(process, SIGKILL);
            waitpid(process, nullptr, 0);
        }
    }
    RpcServers(const RpcServers&) = delete;
    RpcServers& operator=(const RpcServers&) = delete;

    /// "rpc:127.0.0.1:4001,127.0.0.1:4002"
    const std::string& device() const { return device_; }

private:
    void start(int port) {
        std::string program = HAIBAO_RPC_SERVER, endpoint = std::format("127.0.0.1:{}", port);
        char* arguments[] = {program.data(), endpoint.data(), nullptr};
        pid_t process = -1;
        if (posix_spawn(&process, program.c_str(), nullptr, nullptr, arguments, environ) != 0) throw std::runtime_error("no server");
        processes_.push_back(process);
        for (int tries = 0; !listens(port); ++tries) {
            if (tries == 1000) throw std::runtime_error("the server does not listen");
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        device_ += (device_.empty() ? "rpc:" : ",") + endpoint;
    }
    static bool listens(int port) {
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        const sockaddr_in address = loopback(port);
        const bool answered = connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        close(socket);
        return answered;
    }

    std::vector<pid_t> processes_;
    std::string device_;
};

}  // namespace haibao::test
