// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "app/generate/progress_meter.h"

namespace haibao::cli {

/// "Composing", in the user's language.
std::string stage_words(Stage stage);
/// The same of a stage's word ("composing").
std::string stage_words(const std::string& word);

enum class ProgressStyle { bar, plain, json, none };
/// "auto" is a bar on a terminal and plain lines elsewhere; empty for an unknown word.
std::optional<ProgressStyle> progress_style(const std::string& word);

/// Shows a running job on stderr: one line that is rewritten, a line now and then, or JSON events.
class ProgressView {
public:
    explicit ProgressView(ProgressStyle style) : style_(style) {}
    ~ProgressView() { clear(); }

    /// `job`: of the queue; 0 = none.
    void show(const generate::JobProgress& progress, std::int64_t job = 0);
    /// A line of its own, above the bar; with JSON an event {"event":"note"}.
    void note(const std::string& text);
    /// With JSON the event, else the words, where there are any.
    void event(const nlohmann::json& event, const std::string& words = {});
    /// A picture is written.
    void picture(const std::string& file, std::uint64_t seed);
    /// Takes the bar off the screen.
    void clear();

private:
    void show_bar(const generate::JobProgress& progress);
    void show_line(const generate::JobProgress& progress);

    ProgressStyle style_;
    bool drawn_ = false;
    std::string last_mark_;
};

}  // namespace haibao::cli
