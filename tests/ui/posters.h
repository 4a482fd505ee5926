// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <optional>

#include "ui/canvas/poster_session.h"

namespace haibao::test {

inline document::Layer rectangle(double x, double y, double width, double height) {
    document::Layer layer;
    layer.name = "Rectangle";
    layer.placement.frame = QRectF(x, y, width, height);
    document::ShapeLayer shape;
    shape.fills.front().paint = document::Colour{0.8, 0.2, 0.1, 1, {}};
    layer.content = shape;
    return layer;
}

inline document::Layer words(const QString& text, QRectF frame, document::WritingMode mode = document::WritingMode::horizontal_tb) {
    document::Layer layer;
    layer.name = "Text";
    layer.placement.frame = frame;
    document::TextLayer content;
    content.text.text = text;
    content.text.style.size = 40;
    content.text.writing_mode = mode;
    content.text.box.width = frame.width();
    content.text.box.height = frame.height();
    layer.content = content;
    return layer;
}

/// A real session with a real file, in the test's own state folder.
inline std::unique_ptr<ui::PosterSession> session_with(std::vector<document::Layer> layers) {
    document::Poster poster;
    poster.page.width = 600;
    poster.page.height = 800;
    for (document::Layer& layer : layers) {
        layer.id = poster.next_id();
        poster.layers.push_back(std::move(layer));
    }
    auto session = ui::PosterSession::create(std::move(poster), "test");
    REQUIRE(session);
    return std::move(*session);
}

/// What save_as() and settle() hand over, waited for.
inline Result<void> wait_for(const std::function<void(ui::PosterSession::Then)>& saving) {
    std::optional<Result<void>> outcome;
    saving([&outcome](Result<void> saved) { outcome = std::move(saved); });
    QEventLoop loop;
    while (!outcome) loop.processEvents(QEventLoop::WaitForMoreEvents);
    return *outcome;
}
inline Result<void> saved_as(ui::PosterSession& session, const std::filesystem::path& file) {
    return wait_for([&](ui::PosterSession::Then then) { session.save_as(file, std::move(then)); });
}
inline Result<void> settled(ui::PosterSession& session) {
    return wait_for([&session](ui::PosterSession::Then then) { session.settle(std::move(then)); });
}

inline document::LayerId id_of(const ui::PosterSession& session, std::size_t index) { return session.poster().layers.at(index).id; }

}  // namespace haibao::test
