// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>

#include "inference/runtime/probe.h"

#include "inference/base/system_reason.h"

extern char** environ;

namespace haibao {
namespace {

constexpr std::size_t most_bytes = 64 << 10;
/// How often a process is looked after whose end no file descriptor tells, in milliseconds.
constexpr std::int64_t look_every = 50;
/// How long a killed process may take to end: one that waits in the kernel may never.
constexpr std::chrono::milliseconds killed_patience{500};

struct Pipe {
    int read = -1, write = -1;
    Pipe() {
        std::array<int, 2> ends{-1, -1};
        if (pipe2(ends.data(), O_CLOEXEC) == 0) read = ends[0], write = ends[1];
    }
    ~Pipe() {
        close_end(read);
        close_end(write);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    static void close_end(int& end) {
        if (end >= 0) ::close(std::exchange(end, -1));
    }
};

/// A started process. It leads a group of its own, so that what it started can be ended with it.
class Child {
public:
    explicit Child(pid_t pid) : pid_(pid), ended_(static_cast<int>(syscall(SYS_pidfd_open, pid, 0))) {}
    ~Child() {
        Pipe::close_end(ended_);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// Readable when the process has ended; -1 where the system has no such thing.
    int descriptor() const { return ended_; }
    bool has_ended(int& status) { return waitpid(pid_, &status, WNOHANG) != 0; }
    void kill(int& status) {
        ::kill(-pid_, SIGKILL);
        ::kill(pid_, SIGKILL);
        const auto deadline = std::chrono::steady_clock::now() + killed_patience;
        while (!has_ended(status)) {
            if (std::chrono::steady_clock::now() > deadline) {
                // It waits for a driver in the kernel. Whenever that ends, somebody has to take notice of it.
                std::thread([pid = pid_] { waitpid(pid, nullptr, 0); }).detach();
                return;
            }
            usleep(1000);
        }
    }

private:
    pid_t pid_;
    int ended_;
};

Result<pid_t> spawn(const std::vector<std::string>& words, const Pipe& out, const Pipe& err) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out.write, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err.write, STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    pid_t child = -1;
    const int failure = posix_spawn(&child, words.front().c_str(), &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) return fail(ErrorKind::io, "{} could not be started: {}.", words.front(), system_reason(failure));
    return child;
}

/// Takes what is there; false at the end.
bool take(int& end, std::string& into) {
    std::array<char, 4096> buffer;
    const ssize_t count = ::read(end, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) return true;
    if (count <= 0) {
        Pipe::close_end(end);
        return false;
    }
    if (into.size() < most_bytes) into.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
}

/// What is there now, without waiting for more.
void take_rest(int& end, std::string& into) {
    for (pollfd ready{end, POLLIN, 0}; end >= 0 && into.size() < most_bytes && poll(&ready, 1, 0) == 1 && take(end, into);) {}
}

}  // namespace

Result<BriefRun> run_probe_program(const std::vector<std::string>& arguments, std::chrono::milliseconds patience) {
    using Clock = std::chrono::steady_clock;
    Pipe out, err;
    if (out.read < 0 || err.read < 0) return fail(ErrorKind::io, "No pipe could be opened: {}.", system_reason(errno));
    std::vector<std::string> words{probe_program().string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto spawned = spawn(words, out, err);
    if (!spawned) return pass_on(spawned);
    Child child(*spawned);
    Pipe::close_end(out.write);
    Pipe::close_end(err.write);
    BriefRun run;
    const auto deadline = Clock::now() + patience;
    // The end of the process counts, not that of the pipes: a driver may leave a service behind that holds them open.
    for (bool ended = false; !ended;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) {
            run.timed_out = true;
            child.kill(run.status);
            break;
        }
        std::array<pollfd, 3> ends{pollfd{out.read, POLLIN, 0}, pollfd{err.read, POLLIN, 0}, pollfd{child.descriptor(), POLLIN, 0}};
        const auto wait = child.descriptor() < 0 ? std::min<std::int64_t>(left, look_every) : left;
        ended = poll(ends.data(), ends.size(), static_cast<int>(wait)) < 0 ? false : child.has_ended(run.status);
        if (ends[0].revents) take(out.read, run.output);
        if (ends[1].revents) take(err.read, run.errors);
    }
    take_rest(out.read, run.output);
    take_rest(err.read, run.errors);
    return run;
}

std::string sentence_of(const std::string& what, const BriefRun& run, std::chrono::milliseconds patience) {
    if (run.timed_out)
        return std::format("{} did not answer within {} seconds and was stopped.", what, std::chrono::ceil<std::chrono::seconds>(patience).count());
    std::string last = run.errors;
    while (!last.empty() && std::isspace(static_cast<unsigned char>(last.back()))) last.pop_back();
    last = last.substr(last.find_last_of('\n') + 1);
    if (last.size() > 200) last.resize(200);
    const std::string words = last.empty() ? "" : ": " + last;
    if (WIFSIGNALED(run.status)) return std::format("{} ended the process that tried it ({}{}).", what, strsignal(WTERMSIG(run.status)), words);
    return std::format("{} ended the process that tried it (status {}{}).", what, WEXITSTATUS(run.status), words);
}

}  // namespace haibao
