// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "inference/base/result.h"

namespace haibao::cli {

/// What the shell sees (contracts).
enum class Exit {
    done = 0,
    failed = 1,
    wrong_usage = 2,
    partly_done = 3,
    problems_found = 4,
    worker_died = 5,
    cannot_write = 6,
    cancelled = 130,
};

/// Of an error that ended a command. `io` counts as a failure to write; reading errors are reported by Doing::reading.
enum class Doing { working, reading };
Exit exit_of(const Error& error, Doing doing = Doing::working);

/// A sentence in the user's language.
std::string tr(const char* english);

/// Text from outside for a terminal: control characters but line ends become visible ones, so that a picture's prompt cannot
/// steer the terminal.
std::string printable(std::string_view text);

enum class Format { text, json };

/// Where commands put what they have to say: results to stdout, everything else to stderr.
class Console {
public:
    explicit Console(Format format) : format_(format) {}
    Format format() const { return format_; }
    bool is_json() const { return format_ == Format::json; }

    /// One line of text on stdout; nothing with --json.
    void line(std::string_view text);
    /// `{"haibao":1,"ok":true,"data":…}`; only with --json.
    void data(const nlohmann::json& data);
    /// The error, with --json as `{"haibao":1,"ok":false,"error":…}` (and `data`, what was done before), and the exit code.
    Exit error(const Error& error, Doing doing = Doing::working, const nlohmann::json& data = nullptr);
    /// A remark on stderr.
    void note(std::string_view text);

private:
    Format format_;
};

/// False when stdout could not take everything (a full disk behind a redirection).
bool flush_output();

std::string human_bytes(std::uint64_t bytes);

}  // namespace haibao::cli
