// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/trace_log.h"

#include <cstdio>
#include <mutex>

namespace haibao {
namespace {

std::mutex mutex;  ///< of what follows
std::function<void(const std::string&)> listener;
std::string begun;  ///< a line whose end has not come yet

}  // namespace

void listen_to_log(std::function<void(const std::string& line)> wanted) {
    const std::scoped_lock lock(mutex);
    listener = std::move(wanted);
    begun.clear();
}

void hear_ggml(ggml_log_level level, const char* text, void*) {
    if (level == GGML_LOG_LEVEL_ERROR) std::fputs(text, stderr);
    if (level == GGML_LOG_LEVEL_DEBUG) return;
    const std::scoped_lock lock(mutex);
    if (!listener) return;
    begun += text;
    for (std::size_t end; (end = begun.find('\n')) != std::string::npos; begun.erase(0, end + 1))
        if (end > 0) listener(without_folders(std::string_view(begun).substr(0, end)));
}

void log_line(const std::string& line) {
    std::fprintf(stderr, "haibao-worker: %s\n", line.c_str());
    const std::scoped_lock lock(mutex);
    if (listener) listener(without_folders(line));
}

std::string without_folders(std::string_view line) {
    std::string out;
    constexpr std::string_view around = " \t\"'()=:,";
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] != '/' || (at > 0 && !around.contains(line[at - 1]))) {
            out += line[at++];
            continue;
        }
        const std::string_view path = line.substr(at, line.find_first_of(around, at) - at);
        out += path.substr(path.rfind('/') + 1);
        at += path.size();
    }
    return out;
}

}  // namespace haibao
