// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ggml.h>

#include <functional>
#include <string>
#include <string_view>

namespace haibao {

/// Who is told what ggml and its backends have to say, line by line, from whatever thread; null: nobody any more.
void listen_to_log(std::function<void(const std::string& line)> listener);

/// For ggml_log_set(): errors go to stderr in any case, everything but debugging to the listener.
void hear_ggml(ggml_log_level level, const char* text, void*);

/// Says on stderr, which the program that started this one keeps as its log, and to the listener what was done otherwise than planned.
void log_line(const std::string& line);

/// The line without the folders of the paths in it: where things are on a machine is nobody's business.
std::string without_folders(std::string_view line);

}  // namespace haibao
