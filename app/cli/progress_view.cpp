// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_view.h"

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>

#include "app/cli/console.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "inference/worker/protocol.h"

namespace haibao::cli {
namespace {

constexpr int widest_bar = 30;

/// "Painting 19/30", with several pictures "Picture 2/4: painting 19/30" said shortly.
std::string words(const generate::JobProgress& progress) {
    std::string text = stage_words(progress.now.stage);
    if (progress.pictures > 1 && (progress.now.stage == Stage::painting || progress.now.stage == Stage::finishing))
        text += " · " + say(tr("picture {}/{}"), progress.now.picture + 1, progress.pictures);
    if (progress.now.total > 1) text += std::format(" · {}/{}", progress.now.step, progress.now.total);
    return text;
}

std::string time_left(const generate::JobProgress& progress) {
    if (progress.now.stage == Stage::loading || progress.seconds_left == 0.0) return {};
    if (progress.seconds_left) return " · " + say(tr("time left {}"), generate::short_duration(*progress.seconds_left));
    // How long what follows will take is not known yet.
    if (progress.stage_seconds_left) return " · " + say(tr("this stage {}"), generate::short_duration(*progress.stage_seconds_left));
    return {};
}

void put(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

void put_event(const nlohmann::json& event) {
    put(event.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

}  // namespace

std::string stage_words(Stage stage) {
    switch (stage) {
        case Stage::loading: return tr("Loading the model");
        case Stage::reading_sources: return tr("Reading the source pictures");
        case Stage::composing: return tr("Composing");
        case Stage::painting: return tr("Painting");
        case Stage::finishing: return tr("Finishing");
    }
    return {};
}

std::string stage_words(const std::string& word) {
    const auto stage = protocol::stage_from(word);
    return stage ? stage_words(*stage) : word;
}

std::optional<ProgressStyle> progress_style(const std::string& word) {
    if (word == "auto") return can_draw_bar() ? ProgressStyle::bar : ProgressStyle::plain;
    if (word == "bar") return ProgressStyle::bar;
    if (word == "plain") return ProgressStyle::plain;
    if (word == "json") return ProgressStyle::json;
    if (word == "none") return ProgressStyle::none;
    return std::nullopt;
}

void ProgressView::show(const generate::JobProgress& progress, std::int64_t job) {
    switch (style_) {
        case ProgressStyle::bar: show_bar(progress); break;
        case ProgressStyle::plain: show_line(progress); break;
        case ProgressStyle::none: break;
        case ProgressStyle::json: {
            nlohmann::json event{{"event", "progress"},
                                 {"stage", protocol::stage_word(progress.now.stage)},
                                 {"picture", progress.now.picture},
                                 {"pictures", progress.pictures},
                                 {"step", progress.now.step},
                                 {"total", progress.now.total},
                                 {"fraction", progress.fraction}};
            if (job != 0) event["job"] = job;
            if (progress.seconds_left) event["seconds_left"] = *progress.seconds_left;
            if (progress.stage_seconds_left) event["stage_seconds_left"] = *progress.stage_seconds_left;
            put_event(event);
        }
    }
}

void ProgressView::show_bar(const generate::JobProgress& progress) {
    const std::string before = words(progress) + " ", after = std::format(" {:3.0f} %{}", 100 * progress.fraction, time_left(progress));
    const int room = std::min(widest_bar, terminal_width() - 1 - columns(before) - columns(after));
    std::string line = before;
    if (room >= 8) {
        const int full = static_cast<int>(progress.fraction * room + 0.5);
        for (int i = 0; i < room; ++i) line += i < full ? "█" : "░";
    }
    line += after;
    if (line == last_mark_) return;
    last_mark_ = line;
    put("\r" + line + "\x1b[K");
    drawn_ = true;
}

void ProgressView::show_line(const generate::JobProgress& progress) {
    const int quarter = static_cast<int>(4.0 * progress.now.step / progress.now.total);
    const std::string mark = std::format("{} {} {}", static_cast<int>(progress.now.stage), progress.now.picture, quarter);
    if (mark == last_mark_) return;
    last_mark_ = mark;
    put(words(progress) + time_left(progress) + "\n");
}

void ProgressView::note(const std::string& text) {
    clear();
    if (style_ == ProgressStyle::json) put_event({{"event", "note"}, {"text", text}});
    else put(printable(text) + "\n");
}

void ProgressView::event(const nlohmann::json& event, const std::string& words) {
    if (style_ == ProgressStyle::json) put_event(event);
    else if (!words.empty() && style_ != ProgressStyle::none) note(words);
}

void ProgressView::picture(const std::string& file, std::uint64_t seed) {
    clear();
    if (style_ == ProgressStyle::json) put_event({{"event", "picture"}, {"file", file}, {"seed", seed}});
}

void ProgressView::clear() {
    if (drawn_) put("\r\x1b[K");
    drawn_ = false;
    last_mark_.clear();
}

}  // namespace haibao::cli
