// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that are bent on the canvas.
#include <QComboBox>
#include <QPushButton>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/ui/turned_group.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/mode_bars.h"
#include "ui/canvas/warp_mode.h"
#include "ui/layers/properties_panel.h"

using namespace haibao;
using namespace haibao::ui;
using test::grouped, test::Shown, test::turn_in_group;

namespace {

const document::Text& text(const Shown& shown) { return std::get<document::TextLayer>(shown.session->poster().layers[0].content).text; }

Shown with_text(document::Warp::Type type) {
    Shown shown({test::words("海报设计", QRectF(100, 300, 400, 80))});
    shown.session->select({test::id_of(*shown.session, 0)});
    set_warp(*shown.session, type);
    shown.canvas->set_tool(Tool::warp);
    return shown;
}

QPoint handle(const Shown& shown, std::size_t index) {
    return shown.canvas->page_to_widget().map(dynamic_cast<const WarpMode&>(*shown.canvas->mode()).handles().at(index)).toPoint();
}

}  // namespace

TEST_CASE("An arc is bent by its handle, in one step") {
    const Shown shown = with_text(document::Warp::Type::arc);
    REQUIRE(shown.canvas->mode());
    const double before = text(shown).warp.bend;
    const QPoint from = handle(shown, 0);
    shown.drag(from, from - QPoint(0, 40));
    CHECK(text(shown).warp.bend > before + 0.1);
    CHECK(QLineF(handle(shown, 0), from - QPoint(0, 40)).length() < 12);  // it goes with the pointer; the bent text is centred anew meanwhile
    shown.session->undo();
    CHECK(text(shown).warp.bend == before);
}

TEST_CASE("A corner of the perspective goes with the pointer, but never makes a dent") {
    const Shown shown = with_text(document::Warp::Type::perspective);
    const QPoint corner = handle(shown, 1);
    shown.drag(corner, corner + QPoint(20, -30));
    CHECK(QLineF(handle(shown, 1), corner + QPoint(20, -30)).length() < 3);
    const auto good = text(shown).warp;
    shown.drag(handle(shown, 1), handle(shown, 3) + QPoint(-60, 60));
    CHECK(text(shown).warp.corners[1].x() > 0.2);  // as far as it went
    CHECK(text(shown).warp.type == good.type);
}

TEST_CASE("An envelope's corner takes its two control points along") {
    const Shown shown = with_text(document::Warp::Type::envelope);
    const document::Warp before = text(shown).warp;
    const QPoint corner = handle(shown, 0);
    shown.drag(corner, corner + QPoint(-20, -20));
    const document::Warp after = text(shown).warp;
    const QPointF by = after.corners[0] - before.corners[0];
    CHECK(by.x() < 0);
    CHECK(QLineF(after.corners[1] - before.corners[1], by).length() < 1e-9);
    CHECK(QLineF(after.corners[11] - before.corners[11], by).length() < 1e-9);
    CHECK(after.corners[6] == before.corners[6]);
}

TEST_CASE("The warp tool left without a pull leaves the text straight, and nothing to undo") {
    const Shown shown({test::words("山风", QRectF(100, 300, 400, 100))});
    shown.session->select({test::id_of(*shown.session, 0)});
    shown.canvas->set_tool(Tool::warp);
    CHECK(text(shown).warp.type == document::Warp::Type::arc);
    QTest::keyClick(shown.canvas.get(), Qt::Key_Escape);
    CHECK(text(shown).warp.type == document::Warp::Type::none);
    CHECK(shown.session->undo_name().isEmpty());
    shown.canvas->set_tool(Tool::warp);
    const QPoint from = handle(shown, 0);
    shown.drag(from, from - QPoint(0, 30));
    QTest::keyClick(shown.canvas.get(), Qt::Key_Escape);
    CHECK(text(shown).warp.type == document::Warp::Type::arc);
}

TEST_CASE("A text that the warp tool bent and nobody pulled is straight again however the tool is left") {
    const Shown shown({test::words("山风", QRectF(100, 300, 400, 100)), test::words("明月", QRectF(100, 500, 400, 100))});
    const document::LayerId first = test::id_of(*shown.session, 0), second = test::id_of(*shown.session, 1);
    const auto begin = [&] {
        shown.session->select({first});
        shown.canvas->set_tool(Tool::warp);
        REQUIRE(text(shown).warp.type == document::Warp::Type::arc);
    };
    SECTION("by another tool") {
        begin();
        shown.canvas->set_tool(Tool::text);
        CHECK(shown.session->undo_name().isEmpty());
    }
    SECTION("by choosing another text") {
        begin();
        shown.session->select({second});
        CHECK(shown.canvas->tool() == Tool::move);
        CHECK(shown.session->undo_name().isEmpty());
    }
    SECTION("by a click on another text, which is bent next") {
        begin();
        QTest::mouseClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(130, 540));
        REQUIRE(shown.canvas->mode());
        CHECK(shown.canvas->mode()->layer_id() == second);
        CHECK(std::get<document::TextLayer>(shown.session->poster().find(second)->content).text.warp.type == document::Warp::Type::arc);
    }
    SECTION("after something else was changed, in a step of its own") {
        begin();
        shown.session->change("name", [](document::Poster& poster) { poster.layers[1].name = "moon"; });
        shown.canvas->set_tool(Tool::move);
        CHECK(shown.session->poster().layers[1].name == "moon");
        shown.session->undo();
        CHECK(shown.session->undo_name() == "name");
        return;
    }
    CHECK(text(shown).warp.type == document::Warp::Type::none);
}

TEST_CASE("A text that the warp tool bent keeps its arc once that is confirmed, also when the tool is taken up and left again") {
    const Shown shown({test::words("山风", QRectF(100, 300, 400, 100))});
    shown.session->select({test::id_of(*shown.session, 0)});
    shown.canvas->set_tool(Tool::warp);
    SECTION("with Enter") { QTest::keyClick(shown.canvas.get(), Qt::Key_Return); }
    SECTION("with the bar's button") {
        for (QPushButton* button : shown.canvas->findChildren<QPushButton*>())
            if (button->isVisible()) {
                button->click();
                break;
            }
    }
    SECTION("by choosing it in the bar") {
        for (QComboBox* kind : shown.canvas->findChildren<QComboBox*>())
            if (kind->isVisible() && kind->accessibleName() == "Warp") emit kind->activated(int(document::Warp::Type::arc));
        shown.canvas->set_tool(Tool::move);
    }
    CHECK(shown.canvas->tool() == Tool::move);
    shown.canvas->set_tool(Tool::warp);
    QTest::keyClick(shown.canvas.get(), Qt::Key_Escape);
    CHECK(text(shown).warp.type == document::Warp::Type::arc);
}

TEST_CASE("The panel beside the canvas shows the warp and changes it") {
    const Shown shown = with_text(document::Warp::Type::flag);
    PropertiesPanel panel;
    panel.set_session(shown.session.get());
    QComboBox* kind = nullptr;
    for (QComboBox* box : panel.findChildren<QComboBox*>())
        if (box->count() == warp_names().size() && box->itemText(1) == warp_names()[1]) kind = box;
    REQUIRE(kind);
    CHECK(kind->currentIndex() == int(document::Warp::Type::flag));
    kind->setCurrentIndex(int(document::Warp::Type::envelope));
    emit kind->activated(int(document::Warp::Type::envelope));
    CHECK(text(shown).warp.corners.size() == 12);
    CHECK(dynamic_cast<const WarpMode&>(*shown.canvas->mode()).handles().size() == 12);
}

TEST_CASE("A text in a turned group is bent towards where the mouse pulls it") {
    const Shown shown({test::words("海报设计", QRectF(100, 300, 400, 80))});
    turn_in_group(shown);
    shown.session->select({grouped(shown, 1).id});
    set_warp(*shown.session, document::Warp::Type::arc);
    shown.canvas->set_tool(Tool::warp);
    REQUIRE(shown.canvas->mode());
    const QPointF from = dynamic_cast<const WarpMode&>(*shown.canvas->mode()).handles().at(0);
    const auto bend = [&] { return std::get<document::TextLayer>(grouped(shown, 1).content).text.warp.bend; };
    const double before = bend();
    const QTransform to_widget = groups_to_page(shown.session->poster(), grouped(shown, 1).id) * shown.canvas->page_to_widget();
    const QPointF start = to_widget.map(from), pulled = to_widget.map(from + QPointF(0, -60));  // further up in the text's own eyes
    CHECK(std::abs(pulled.x() - start.x()) > 20);                                               // which is sideways on the screen
    shown.drag(start.toPoint(), pulled.toPoint());
    CHECK(bend() > before + 0.1);
}
