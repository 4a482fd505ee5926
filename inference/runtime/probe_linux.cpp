// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "inference/runtime/probe.h"

extern char** environ;

namespace haibao {
namespace {

constexpr std::size_t most_bytes = 64 << 10;

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

Result<pid_t> spawn(const std::vector<std::string>& words, const Pipe& out, const Pipe& err) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out.write, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err.write, STDERR_FILENO);
    pid_t child = -1;
    const int failure = posix_spawn(&child, words.front().c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) return fail(ErrorKind::io, "{} could not be started: {}.", words.front(), std::strerror(failure));
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

}  // namespace

Result<BriefRun> run_probe_program(const std::vector<std::string>& arguments, std::chrono::milliseconds patience) {
    using Clock = std::chrono::steady_clock;
    Pipe out, err;
    if (out.read < 0 || err.read < 0) return fail(ErrorKind::io, "No pipe could be opened: {}.", std::strerror(errno));
    std::vector<std::string> words{probe_program().string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto child = spawn(words, out, err);
    if (!child) return pass_on(child);
    Pipe::close_end(out.write);
    Pipe::close_end(err.write);
    BriefRun run;
    const auto deadline = Clock::now() + patience;
    while (out.read >= 0 || err.read >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        run.timed_out = left <= 0;
        if (run.timed_out) break;
        std::array<pollfd, 2> ends{pollfd{out.read, POLLIN, 0}, pollfd{err.read, POLLIN, 0}};
        if (poll(ends.data(), ends.size(), static_cast<int>(left)) <= 0) continue;
        if (ends[0].revents) take(out.read, run.output);
        if (ends[1].revents) take(err.read, run.errors);
    }
    // A library that closed the pipes and hangs, or that holds them open in a process of its own, ends here, too.
    while (waitpid(*child, &run.status, WNOHANG) == 0) {
        if (run.timed_out || Clock::now() > deadline) {
            run.timed_out = true;
            ::kill(*child, SIGKILL);
            waitpid(*child, &run.status, 0);
            break;
        }
        usleep(1000);
    }
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
