// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <vector>

#include "ui/inspector/trace_model.h"

// The panels: each draws what a trace tells about one thing, at one moment. One file each.
namespace haibao::inspector {

/// Pictures on the graphics card.
class Textures {
public:
    virtual ~Textures() = default;
    /// Null where there are no textures (tests without a window).
    virtual ImTextureID of(const Preview& preview) = 0;
};

/// What of the operations is in the visible part of the timeline, by pixels and by kinds.
struct TimelineDigest {
    struct Kind {
        Word operation = 0;
        double seconds = 0, flops = 0, bytes = 0;
        std::size_t count = 0;
    };
    std::uint64_t version = 0;
    double left = 0, right = 0;
    std::size_t width = 0;
    std::vector<ImU32> colours;        ///< of the longest operation in each column of pixels; 0 = none
    std::vector<float> flops, bytes;   ///< per second, in each column
    float most_flops = 0, most_bytes = 0;
    std::vector<Kind> kinds;           ///< the longest first
    double seconds = 0;                ///< of all kinds
    std::size_t operations = 0, graphs = 0;
};
TimelineDigest digest(const TraceModel& model, double left, double right, std::size_t width);

enum class TokenColouring { entropy, ids };

/// What the panels show, and what the mouse is on. Everything that a person can change is here.
struct View {
    double left = 0, right = 1;  ///< visible part of the timeline
    double cursor = 0;           ///< the moment that is shown
    bool following = true;       ///< both go with what comes
    bool playing = false;
    int picture = 0;
    bool small_grid = false;
    TokenColouring colouring = TokenColouring::entropy;

    TimelineDigest digest;
    double digested_at = 0;  ///< ImGui's time
    std::string hovered_operation, hovered_graph;
    std::optional<int> hovered_token;       ///< position in the grid that is shown
    std::optional<std::size_t> hovered_step;
    std::uint64_t shown_preview = 0;        ///< Preview::number; 0 = none
    std::size_t visible_memory_points = 0, visible_steps = 0, visible_notes = 0, visible_threads = 0;

    /// Shows everything there is.
    void fit(const TraceModel& model);
    void zoom(double factor, double around);
    void move(double seconds);
    /// Keeps up with the model; `passed` seconds of the screen's time.
    void advance(const TraceModel& model, double passed);
};

void draw_timeline(const TraceModel& model, View& view);
void draw_hot_spots(const TraceModel& model, const View& view);
void draw_memory(const TraceModel& model, View& view);
void draw_tokens(const TraceModel& model, View& view);
void draw_preview(const TraceModel& model, View& view, Textures& textures);
void draw_curves(const TraceModel& model, View& view);
void draw_device(const TraceModel& model, View& view);
void draw_log(const TraceModel& model, View& view);

}  // namespace haibao::inspector
