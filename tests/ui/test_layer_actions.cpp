// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "tests/ui/posters.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/snapping.h"

using namespace haibao;
using namespace haibao::ui;
using document::Layer;

TEST_CASE("Aligned to the page one layer's edge meets the page's, several meet each other") {
    const auto session = test::session_with({test::rectangle(10, 20, 100, 50), test::rectangle(300, 200, 40, 40)});
    session->select({test::id_of(*session, 0)});
    align_selection(*session, Edge::right);
    CHECK(session->poster().layers[0].placement.frame.right() == session->poster().page.points().width());
    session->undo();
    session->select({test::id_of(*session, 0), test::id_of(*session, 1)});
    align_selection(*session, Edge::top);
    CHECK(session->poster().layers[1].placement.frame.top() == 20);
}

TEST_CASE("A group moves as one, and ungrouped its layers stand where they stood") {
    const auto session = test::session_with({test::rectangle(10, 10, 100, 100), test::rectangle(200, 200, 100, 100)});
    session->select({test::id_of(*session, 0), test::id_of(*session, 1)});
    group_selection(*session);
    REQUIRE(session->poster().layers.size() == 1);
    session->change_layer("move", session->selection().front(), [](Layer& layer) { move_by(layer, {5, 7}); });
    ungroup_selection(*session);
    REQUIRE(session->poster().layers.size() == 2);
    CHECK(session->poster().layers[0].placement.frame == QRectF(15, 17, 100, 100));
    CHECK(session->poster().layers[1].placement.frame == QRectF(205, 207, 100, 100));
}

TEST_CASE("Locked layers survive Delete") {
    const auto session = test::session_with({test::rectangle(0, 0, 10, 10), test::rectangle(20, 20, 10, 10)});
    session->change_layer("lock", test::id_of(*session, 0), [](Layer& layer) { layer.locked = true; });
    session->select({test::id_of(*session, 0), test::id_of(*session, 1)});
    delete_selection(*session);
    CHECK(session->poster().layers.size() == 1);
    session->undo();
    CHECK(session->poster().layers.size() == 2);
}

TEST_CASE("A style for a range splits the spans around it and joins equal neighbours") {
    document::Text text;
    text.text = "abcdefgh";
    const auto bigger = [](document::TextStyle& style) { style.size = 48; };
    style_range(text, 2, 4, bigger);
    REQUIRE(text.spans.size() == 1);
    style_range(text, 4, 6, bigger);
    REQUIRE(text.spans.size() == 1);
    CHECK(text.spans[0].begin == 2);
    CHECK(text.spans[0].end == 6);
    style_range(text, 3, 5, [](document::TextStyle& style) { style.underline = true; });
    REQUIRE(text.spans.size() == 3);
    CHECK(text.spans[1].style.underline);
    CHECK(text.spans[1].style.size == 48);
    style_range(text, 0, 8, [&text](document::TextStyle& style) { style = text.style; });
    CHECK(text.spans.empty());
}

TEST_CASE("A rectangle near the page's middle is drawn to it and the line is shown") {
    const auto session = test::session_with({test::rectangle(0, 0, 100, 100)});
    const QSizeF page = session->poster().page.points();
    const SnapLines lines(session->poster(), {test::id_of(*session, 0)});
    const QRectF near_middle(page.width() / 2 - 50 + 3, 300, 100, 100);
    const SnapLines::Snap snap = lines.snap(near_middle, 6);
    CHECK(snap.offset.x() == -3);
    CHECK(snap.shown.size() >= 1);
    CHECK(lines.snap(near_middle, 1).offset.x() == 0);
}
