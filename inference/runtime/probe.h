// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "inference/base/result.h"
#include "inference/runtime/devices.h"
#include "inference/runtime/hung.h"

// A graphics driver may abort, hang or be of another version, and so may a backend that a user built. Each is therefore
// tried in a process of its own first (haibao-worker --probe), and loaded here only when it was sound there.
namespace haibao {

/// A device, and what has to be loaded to use it.
struct FoundDevice {
    DeviceInfo info;
    std::string target;     ///< a backend library's file, "cpu", or a server "rpc:HOST:PORT"
    std::string driver;     ///< stands for the versions of all libraries that the target brought along, and of the kernel
    bool hardware = false;  ///< a real card: `auto` may choose it
};

/// Names the program that probes: haibao-worker. Without one everything is loaded in this process (tests, measurements).
void set_probe_program(std::filesystem::path program);
const std::filesystem::path& probe_program();

/// What the target offers. Where it failed: one device that is not usable, with the reason and the remedy. A library that hung
/// twice is remembered in the cache folder and not tried again before it, the kernel, or the running of the computer is another one.
std::vector<FoundDevice> probe(const std::string& target, std::chrono::milliseconds patience = probe_patience);
/// Several at once, in their order.
std::vector<FoundDevice> probe_all(const std::vector<std::string>& targets, std::chrono::milliseconds patience = probe_patience);

/// Libraries that hung are tried again.
void forget_hung_libraries();

/// What a probe process prints: one JSON object, {"devices": […]} or {"error": …}. Loads the target.
std::string probe_report(const std::string& target);

/// How a short run of a program ended.
struct BriefRun {
    std::string output, errors;  ///< of its stdout and stderr, the first 64 KiB each
    int status = 0;              ///< as waitpid() has it
    bool timed_out = false;
};
/// Runs the probe program with these arguments, without input; kills it after `patience`. Errors: io.
Result<BriefRun> run_probe_program(const std::vector<std::string>& arguments, std::chrono::milliseconds patience);
/// Why it gave no answer: "…ended the process that tried it (aborted: last words)". `what` begins the sentence.
std::string sentence_of(const std::string& what, const BriefRun& run, std::chrono::milliseconds patience);

}  // namespace haibao
