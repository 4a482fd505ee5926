// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/window.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "ui/inspector/plot.h"
#include "ui/inspector/style.h"

namespace haibao::inspector {
namespace {

constexpr double look_every = 0.5;  ///< seconds
constexpr float gap = 8;            // units

/// trace-20261125-163012.haibao-trace in the current folder.
std::filesystem::path new_recording_name() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return std::filesystem::current_path() / std::format("trace-{:%Y%m%d-%H%M%S}.haibao-trace", now);
}

}  // namespace

Result<void> Window::open(const std::filesystem::path& file) {
    auto recording = read_recording(file);
    if (!recording) {
        problem_ = recording.error().message;
        return pass_on(recording);
    }
    close();
    for (const Happening& happening : recording->happenings) model_.add(happening);
    if (recording->incomplete) problem_ = recording->incomplete->message;
    name_ = file.filename().string();
    recorded_ = true;
    view_.following = false;
    view_.cursor = model_.end();
    view_.fit(model_);
    return {};
}

Result<void> Window::attach(const std::filesystem::path& socket) {
    auto source = LiveSource::attach(socket);
    if (!source) {
        problem_ = source.error().message;
        return pass_on(source);
    }
    close();
    live_.emplace(std::move(*source));
    name_ = socket.stem().string();
    constexpr double first_span = 10;
    view_.right = first_span;
    return {};
}

void Window::close() {
    live_.reset();
    model_ = TraceModel();
    view_ = View();
    name_.clear();
    problem_.clear();
    recorded_ = ended_ = waiting_ = false;
}

void Window::show_moment(double seconds) {
    view_.cursor = std::clamp(model_.begin() + seconds, model_.begin(), model_.end());
    view_.following = view_.playing = false;
}

void Window::read_worker() {
    if (!live_) return;
    auto happenings = live_->poll();
    if (!happenings) {
        if (live_->recording())
            if (auto written = live_->stop_recording(); !written) problem_ = written.error().message;
        if (happenings.error().kind != ErrorKind::io) problem_ = happenings.error().message;
        live_.reset();
        ended_ = true;
        view_.following = false;
        return;
    }
    const bool first = model_.version() == 0;
    for (const Happening& happening : *happenings) model_.add(happening);
    // A worker may have lived for hours before: begin where the news begin.
    if (first && model_.version() > 0) view_.move(model_.begin() - view_.left);
}

void Window::look_for_worker() {
    if (!name_.empty() || looked_ago_ < look_every) return;
    looked_ago_ = 0;
    workers_ = host::offered_sockets();
    if (!waiting_) return;
    for (const host::OfferedSocket& worker : workers_)
        if (attach(worker.path)) return;
    problem_.clear();  // it was not there yet
}

void Window::draw(double passed) {
    looked_ago_ += passed;
    look_for_worker();
    read_worker();
    view_.advance(model_, passed);
    react_to_keys();

    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(gap), px(gap)});
    ImGui::Begin("inspector", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImGui::PopStyleVar();
    if (name_.empty()) {
        draw_welcome(size);
    } else {
        draw_bar();
        draw_problem();
        draw_panels(ImGui::GetContentRegionAvail());
    }
    ImGui::End();
}

void Window::react_to_keys() {
    if (name_.empty() || ImGui::GetIO().WantTextInput) return;
    if (ImGui::IsKeyPressed(ImGuiKey_Home)) view_.fit(model_);
    if (ImGui::IsKeyPressed(ImGuiKey_Space) && recorded_) view_.playing = !view_.playing;
    const auto steps = [](ImGuiKey key) { return ImGui::IsKeyPressed(key) ? 1.0 : 0.0; };
    const double seconds = (steps(ImGuiKey_RightArrow) - steps(ImGuiKey_LeftArrow)) * (view_.right - view_.left) / 100;
    if (seconds != 0) show_moment(view_.cursor + seconds - model_.begin());
}

void Window::draw_welcome(ImVec2 size) {
    const float width = std::min(px(520), size.x - px(32));
    ImGui::SetCursorPos({(size.x - width) / 2, std::max(px(24), size.y * 0.22f)});
    begin_card("welcome", {width, px(340)}, words(Text::welcome));
    ImGui::Dummy({0, px(6)});
    ImGui::TextDisabled("%s", words(Text::running_workers));
    for (const host::OfferedSocket& worker : workers_)
        if (ImGui::Button(words(Text::attach_to, worker.pid).c_str(), {-1, px(32)})) (void)attach(worker.path);
    ImGui::PushTextWrapPos(0);
    if (workers_.empty()) ImGui::TextUnformatted(waiting_ ? words(Text::waiting_for_worker) : words(Text::no_workers));
    ImGui::Dummy({0, px(10)});
    ImGui::TextDisabled("%s", words(Text::recorded_trace));
    ImGui::TextUnformatted(words(Text::drop_a_file));
    ImGui::PopTextWrapPos();
    ImGui::SetNextItemWidth(width - px(24) - px(96));
    const bool entered = ImGui::InputText("##file", &file_name_, ImGuiInputTextFlags_EnterReturnsTrue);
    ImGui::SameLine();
    if ((ImGui::Button(words(Text::open), {px(88), 0}) || entered) && !file_name_.empty())
        (void)open(std::filesystem::path(std::u8string(file_name_.begin(), file_name_.end())));
    draw_problem();
    end_card();
}

void Window::draw_problem() {
    if (problem_.empty()) return;
    ImGui::PushStyleColor(ImGuiCol_Text, colours().warning);
    ImGui::TextWrapped("%s", problem_.c_str());
    ImGui::PopStyleColor();
}

void Window::draw_bar() {
    ImGui::BeginGroup();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float middle = at.y + ImGui::GetFrameHeight() / 2;
    list.AddCircleFilled({at.x + px(10), middle}, px(4), live_ ? colours().accent : colours().faint);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + px(22));
    ImGui::AlignTextToFramePadding();
    ImGui::PushFont(bold_font());
    ImGui::TextUnformatted(name_.c_str());
    ImGui::PopFont();
    ImGui::SameLine();
    ImGui::TextDisabled("%s", words(live_ ? Text::live : recorded_ ? Text::recorded : Text::ended));
    ImGui::SameLine(0, px(24));
    const StageSpan* stage = model_.stage_at(view_.cursor);
    std::string now = time_text(view_.cursor - model_.begin()) + "  ·  " + (stage ? stage_words(stage->stage) : words(Text::nothing_runs));
    if (const Job* job = model_.job_at(view_.cursor); job && job->pictures() > 1) now += "  ·  " + words(Text::picture_of, view_.picture + 1);
    ImGui::TextUnformatted(now.c_str());
    draw_bar_buttons();
    ImGui::EndGroup();
}

void Window::draw_bar_buttons() {
    struct Button {
        const char* text;
        std::function<void()> press;
    };
    std::vector<Button> buttons;
    if (recorded_ || ended_) {
        buttons.push_back({words(view_.playing ? Text::pause : Text::play), [this] {
                               if (!view_.playing && view_.cursor >= model_.end()) view_.cursor = model_.begin();
                               view_.playing = !view_.playing;
                           }});
    } else {
        if (!view_.following) buttons.push_back({words(Text::follow), [this] { view_.following = true; }});
        buttons.push_back({words(live_->recording() ? Text::stop_recording : Text::record), [this] {
                               const auto done = live_->recording() ? live_->stop_recording() : live_->record(new_recording_name());
                               problem_ = done ? (live_->recording() ? words(Text::recording_to, live_->recording_file().string()) : std::string()) : done.error().message;
                           }});
    }
    buttons.push_back({words(Text::fit), [this] { view_.fit(model_); }});
    buttons.push_back({words(Text::close), [this] { close(); }});
    float width = 0;
    const ImGuiStyle& style = ImGui::GetStyle();
    for (const Button& button : buttons) width += ImGui::CalcTextSize(button.text).x + 2 * style.FramePadding.x + style.ItemSpacing.x;
    ImGui::SameLine(ImGui::GetWindowWidth() - width - px(gap) + style.ItemSpacing.x);
    const std::function<void()>* pressed = nullptr;
    for (const Button& button : buttons) {
        if (ImGui::Button(button.text)) pressed = &button.press;
        ImGui::SameLine();
    }
    ImGui::NewLine();
    if (pressed) (*pressed)();
}

/// The timeline above, with what takes the time beside it; below, four columns.
void Window::draw_panels(ImVec2 size) {
    if (name_.empty()) return;  // just closed
    const float between = px(gap), top_height = std::floor(size.y * 0.42f), bottom_height = size.y - top_height - between;
    const float hot_width = std::floor(std::clamp(size.x * 0.24f, px(200), px(360)));
    const ImVec2 corner = ImGui::GetCursorPos();
    begin_card("timeline", {size.x - hot_width - between, top_height}, words(Text::timeline));
    draw_timeline(model_, view_);
    end_card();
    ImGui::SetCursorPos({corner.x + size.x - hot_width, corner.y});
    begin_card("hot-spots", {hot_width, top_height}, words(Text::where_time_goes), words(Text::in_the_visible_part));
    draw_hot_spots(model_, view_);
    end_card();

    const float y = corner.y + top_height + between, half = std::floor((bottom_height - between) / 2);
    const float width = size.x - 3 * between, tokens = std::floor(width * 0.26f), preview = std::floor(width * 0.22f), left = std::floor(width * 0.27f);
    const float right = width - tokens - preview - left;
    float x = corner.x;
    const auto place = [](float at_x, float at_y) { ImGui::SetCursorPos({at_x, at_y}); };
    const std::uint64_t planned = model_.peak_plan();
    place(x, y);
    begin_card("memory", {left, half}, words(Text::memory),
               words(Text::peak, bytes_text(static_cast<double>(model_.peak_memory()))) + "  ·  " +
                   (planned > 0 ? words(Text::plan, bytes_text(static_cast<double>(planned))) : std::string(words(Text::no_plan))));
    draw_memory(model_, view_);
    end_card();
    place(x, y + half + between);
    begin_card("curves", {left, bottom_height - half - between}, words(Text::curves));
    draw_curves(model_, view_);
    end_card();
    x += left + between;
    place(x, y);
    begin_card("tokens", {tokens, bottom_height}, words(Text::tokens));
    draw_tokens(model_, view_);
    end_card();
    x += tokens + between;
    place(x, y);
    begin_card("preview", {preview, bottom_height}, words(Text::preview));
    draw_preview(model_, view_, textures_);
    end_card();
    x += preview + between;
    place(x, y);
    begin_card("device", {right, half}, words(Text::device));
    draw_device(model_, view_);
    end_card();
    place(x, y + half + between);
    begin_card("log", {right, bottom_height - half - between}, words(Text::log));
    draw_log(model_, view_);
    end_card();
}

nlohmann::json Window::state() const {
    const Job* job = model_.job_at(view_.cursor);
    const StageSpan* stage = model_.stage_at(view_.cursor);
    nlohmann::json grids = nlohmann::json::array(), kinds = nlohmann::json::array();
    if (job)
        for (const TokenGrid& grid : job->grids)
            grids.push_back({{"picture", grid.picture}, {"grid", grid.grid}, {"rows", grid.rows}, {"columns", grid.columns}, {"drawn", grid.drawn(view_.cursor)}});
    for (const TimelineDigest::Kind& kind : view_.digest.kinds)
        kinds.push_back({{"operation", model_.word(kind.operation)}, {"count", kind.count}, {"seconds", kind.seconds}, {"flops", kind.flops}, {"bytes", kind.bytes}});
    const auto duration = [this](double time) { return time - model_.begin(); };
    return {{"source", name_},
            {"live", live_.has_value()},
            {"problem", problem_},
            {"seconds", duration(model_.end())},
            {"moment", duration(view_.cursor)},
            {"stage", stage ? stage->stage : ""},
            {"jobs", model_.jobs().size()},
            {"timeline", {{"from", duration(view_.left)}, {"to", duration(view_.right)}, {"graphs", view_.digest.graphs}, {"operations", view_.digest.operations},
                          {"kinds", std::move(kinds)}, {"hovered", view_.hovered_operation}}},
            {"tokens", {{"grids", std::move(grids)}, {"hovered", view_.hovered_token ? nlohmann::json(*view_.hovered_token) : nlohmann::json()}}},
            {"memory", {{"points", view_.visible_memory_points}, {"peak", model_.peak_memory()}, {"plan", model_.peak_plan()}}},
            {"preview", {{"shown", view_.shown_preview}, {"of", job ? job->previews.size() : 0}}},
            {"curves", {{"steps", view_.visible_steps}}},
            {"device", {{"name", model_.device_at(view_.cursor) ? model_.device_at(view_.cursor)->name : ""}, {"threads", view_.visible_threads}}},
            {"log", {{"lines", view_.visible_notes}}}};
}

}  // namespace haibao::inspector
