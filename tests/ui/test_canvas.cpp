// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>
#include <catch2/catch_test_macros.hpp>

#include "tests/ui/shown_canvas.h"

using namespace haibao;
using namespace haibao::ui;
using document::Layer;

using test::Shown;

TEST_CASE("A layer is selected by a click, moved by a drag as one step, and undone") {
    const Shown shown({test::rectangle(100, 100, 200, 100)});
    QTest::mouseClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(200, 150));
    REQUIRE(shown.session->selection().size() == 1);
    shown.drag(shown.at(200, 150), shown.at(233, 241), Qt::ControlModifier);  // Ctrl: no snapping
    CHECK(std::abs(shown.frame().x() - 133) < 2);
    CHECK(std::abs(shown.frame().y() - 191) < 2);
    CHECK_FALSE(shown.session->undo_name().isEmpty());
    shown.session->undo();
    CHECK(shown.frame() == QRectF(100, 100, 200, 100));
    CHECK(shown.session->undo_name().isEmpty());
}

TEST_CASE("A corner that is pulled changes the size and leaves the opposite corner") {
    const Shown shown({test::rectangle(100, 100, 200, 100)});
    QTest::mouseClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(200, 150));
    shown.drag(shown.at(300, 200), shown.at(400, 300));
    CHECK(shown.frame().topLeft() == QPointF(100, 100));
    CHECK(std::abs(shown.frame().width() - 300) < 3);
}

TEST_CASE("Arrows move by a unit of the page, with Shift by ten, and quick ones are one step") {
    const Shown shown({test::rectangle(100, 100, 200, 100)});
    shown.session->select({test::id_of(*shown.session, 0)});
    QTest::keyClick(shown.canvas.get(), Qt::Key_Right);
    QTest::keyClick(shown.canvas.get(), Qt::Key_Down, Qt::ShiftModifier);
    CHECK(shown.frame().topLeft() == QPointF(101, 110));
    shown.session->undo();
    CHECK(shown.frame().topLeft() == QPointF(100, 100));
}

TEST_CASE("A zoom at the pointer keeps the point under it") {
    const Shown shown({test::rectangle(100, 100, 200, 100)});
    const QPointF pointer(250, 320);
    const QPointF before = shown.canvas->widget_to_page().map(pointer);
    shown.canvas->zoom_to(shown.canvas->zoom() * 3, pointer);
    const QPointF after = shown.canvas->widget_to_page().map(pointer);
    CHECK(QLineF(before, after).length() < 1e-9);
}

TEST_CASE("The canvas shows the poster's own pixels") {
    const Shown shown({test::rectangle(100, 100, 200, 100)});
    QSignalSpy rendered(shown.canvas.get(), &CanvasView::rendered);
    shown.canvas->fit_page();
    REQUIRE(rendered.wait(20000));
    const QImage picture = shown.canvas->grab().toImage();
    const QColor inside = picture.pixelColor(shown.at(200, 150)), outside = picture.pixelColor(shown.at(500, 700));
    CHECK(inside.red() > 180);
    CHECK(inside.green() < 80);
    CHECK(outside == QColor(Qt::white));
}

TEST_CASE("The vertical text tool draws a column box and begins to write in it") {
    const Shown shown({});
    shown.canvas->set_tool(Tool::vertical_text);
    shown.drag(shown.at(400, 100), shown.at(460, 500));
    REQUIRE(shown.session->poster().layers.size() == 1);
    const auto& text = std::get<document::TextLayer>(shown.session->poster().layers[0].content).text;
    CHECK(text.writing_mode == document::WritingMode::vertical_rl);
    CHECK(shown.canvas->editing_text());
    CHECK(shown.canvas->tool() == Tool::move);
}

TEST_CASE("A click on a word finds its text, also below the empty part of another text's box") {
    const test::Shown shown({test::words("日期", QRectF(100, 400, 200, 60)), test::words("海风", QRectF(80, 300, 400, 400))});
    REQUIRE(std::get<document::TextLayer>(shown.session->poster().layers[1].content).text.style.size < 90);
    QTest::mouseClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(120, 425));
    CHECK(shown.session->selection() == std::vector{test::id_of(*shown.session, 0)});
    QTest::mouseClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(100, 325));
    CHECK(shown.session->selection() == std::vector{test::id_of(*shown.session, 1)});
    QTest::mouseClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(400, 600));  // where only the box is
    CHECK(shown.session->selection() == std::vector{test::id_of(*shown.session, 1)});
}
