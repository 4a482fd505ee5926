// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/worker/host.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace haibao::host {
namespace {

/// A line of /proc/PID/stat: "12 (a name) S" and numbers, of which the 14th and 15th are ticks of the clock. The name may
/// hold anything, also brackets.
Thread thread_of(std::int64_t id, const std::string& line) {
    Thread thread{.id = id};
    const std::size_t begin = line.find('('), end = line.rfind(')');
    if (begin == std::string::npos || end == std::string::npos || end < begin) return thread;
    thread.name = line.substr(begin + 1, end - begin - 1);
    std::istringstream rest(line.substr(end + 1));
    std::int64_t skipped = 0, user = 0, system = 0;
    rest >> thread.state;
    for (int field = 4; field < 14; ++field) rest >> skipped;
    if (rest >> user >> system) thread.cpu_seconds = static_cast<double>(user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
    return thread;
}

}  // namespace

Pipes claim_pipes() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGINT, SIG_IGN);
    // Above 2, so that nothing takes their place again; closed in whatever a library might start.
    const Pipes pipes{fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3), fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)};
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    dup2(nothing, STDIN_FILENO);
    close(nothing);
    dup2(STDERR_FILENO, STDOUT_FILENO);
    return pipes;
}

void hear_output(std::function<void(const std::string& line)> listener) {
    static std::atomic<bool> hears = false;
    std::array<int, 2> ends{};
    if (hears.exchange(true) || pipe2(ends.data(), O_CLOEXEC) != 0) return;
    std::fflush(stdout);
    std::setvbuf(stdout, nullptr, _IONBF, 0);  // a pipe would be written to now and then only; lines are put together below
    dup2(ends[1], STDOUT_FILENO);
    close(ends[1]);
    std::thread([from = ends[0], listener = std::move(listener)] {
        std::array<std::uint8_t, 4096> buffer;
        std::string begun;
        while (const std::size_t count = read_some(from, buffer)) {
            write_all(STDERR_FILENO, std::span(buffer).first(count));
            begun.append(buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(count));
            for (std::size_t end; (end = begun.find('\n')) != std::string::npos; begun.erase(0, end + 1))
                if (end > 0) listener(begun.substr(0, end));
        }
    }).detach();
}

void tie_to_parent() {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::ofstream("/proc/self/oom_score_adj") << 500;
}

void die_quietly() {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    setenv("GGML_NO_BACKTRACE", "1", 1);
}

bool limit_memory(std::uint64_t bytes) {
    // RLIMIT_DATA counts private writable memory; the read-only mapping of a checkpoint stays outside.
    const rlimit limit{bytes, bytes};
    return setrlimit(RLIMIT_DATA, &limit) == 0;
}

std::uint64_t resident_memory() {
    std::uint64_t total_pages = 0, resident_pages = 0;
    std::ifstream("/proc/self/statm") >> total_pages >> resident_pages;
    return resident_pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

std::vector<Thread> threads() {
    std::vector<Thread> all;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/task", ignored)) {
        std::ifstream file(entry.path() / "stat");
        std::string line;
        if (std::getline(file, line)) all.push_back(thread_of(std::strtoll(entry.path().filename().c_str(), nullptr, 10), line));
    }
    return all;
}

std::size_t read_some(int descriptor, std::span<std::uint8_t> buffer) {
    ssize_t count;
    do count = read(descriptor, buffer.data(), buffer.size());
    while (count < 0 && errno == EINTR);
    return count > 0 ? static_cast<std::size_t>(count) : 0;
}

bool write_all(int descriptor, std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

std::int64_t process_id() { return getpid(); }

}  // namespace haibao::host
