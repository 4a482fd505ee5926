// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

// What the worker asks of the operating system. One implementation per system: host_linux.cpp.
namespace haibao::host {

/// The two ends of the pipe to the parent, as file descriptors.
struct Pipes {
    int in = -1;
    int out = -1;
};

/// Takes stdin and stdout for the frames and leaves /dev/null and stderr in their places, so that a library that prints
/// cannot disturb the stream. Also ignores Ctrl-C (the parent decides what it means) and broken pipes.
Pipes claim_pipes();

/// From now on what libraries print to stdout is read line by line by a thread, which hands it to `listener` and on to
/// stderr. Calls after the first change nothing. What is printed to stderr itself, like the last words of a crash, goes its
/// own way.
void hear_output(std::function<void(const std::string& line)> listener);

/// Asks the system to end this process when its parent dies, and to sacrifice it first when memory runs out.
void tie_to_parent();

/// For a process that may well end badly: no core file, and no debugger that ggml calls to look at it.
void die_quietly();

/// At most `bytes` of private memory for this process; false when the system refuses.
bool limit_memory(std::uint64_t bytes);

/// Resident memory of this process in bytes; 0 when unknown.
std::uint64_t resident_memory();

/// A thread of this process.
struct Thread {
    std::int64_t id = 0;
    std::string name;
    char state = '?';        ///< R runs, S sleeps, D waits for a disk
    double cpu_seconds = 0;  ///< since it began
};
std::vector<Thread> threads();

/// Blocks until bytes are there. Returns their number, 0 at the end of the stream or after an error.
std::size_t read_some(int descriptor, std::span<std::uint8_t> buffer);

/// Writes everything; false when the other side is gone.
bool write_all(int descriptor, std::span<const std::uint8_t> bytes);

std::int64_t process_id();

}  // namespace haibao::host
