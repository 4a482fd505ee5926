// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <nlohmann/json.hpp>

#include "ui/inspector/panels.h"
#include "ui/inspector/source.h"

namespace haibao::inspector {

/// The whole window: what is looked at, and all panels. Knows Dear ImGui, and no window system.
class Window {
public:
    explicit Window(Textures& textures) : textures_(textures) {}

    /// Errors: those of read_recording(); then the window stays as it was, and shows the sentence.
    Result<void> open(const std::filesystem::path& file);
    /// Errors: not_found, io.
    Result<void> attach(const std::filesystem::path& socket);
    /// Attaches to the latest worker as soon as there is one.
    void wait_for_worker() { waiting_ = true; }
    void close();
    /// Shows the moment `seconds` after the beginning of the trace.
    void show_moment(double seconds);

    /// One picture of the screen; `passed` seconds since the last one.
    void draw(double passed);
    /// Whether something may move without the mouse.
    bool moving() const { return live_ || waiting_ || view_.playing; }

    const TraceModel& model() const { return model_; }
    View& view() { return view_; }
    /// What the panels show, for tests and scripts.
    nlohmann::json state() const;

private:
    void read_worker();
    void look_for_worker();
    void draw_welcome(ImVec2 size);
    void draw_bar();
    void draw_bar_buttons();
    void draw_panels(ImVec2 size);
    void draw_problem();
    void react_to_keys();

    Textures& textures_;
    TraceModel model_;
    View view_;
    std::optional<LiveSource> live_;
    std::string name_;     ///< of what is shown; empty: nothing yet
    std::string problem_;  ///< a sentence for the person at the window
    std::string file_name_;
    bool recorded_ = false, ended_ = false, waiting_ = false;
    double looked_ago_ = 1e9;
    std::vector<host::OfferedSocket> workers_;
};

}  // namespace haibao::inspector
