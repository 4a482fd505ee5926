// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "app/document/json.h"
#include "tests/ui/shown_canvas.h"
#include "ui/canvas/crop_mode.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/mode_bars.h"
#include "ui/canvas/repaint_mode.h"
#include "ui/canvas/warp_mode.h"
#include "ui/layers/properties_panel.h"
#include "ui/style/colour_button.h"

using namespace haibao;
using namespace haibao::ui;
using test::Shown;

namespace {

/// Left half red, right half blue, 400 × 200 pixels, on the page at 100, 100 with 400 × 200 points.
Shown with_picture() {
    Shown shown({});
    QImage image(400, 200, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = 0; y < 200; ++y)
        for (int x = 200; x < 400; ++x) image.setPixelColor(x, y, Qt::blue);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, "PNG"));
    add_picture(*shown.session, bytes, "image/png", "flag", image.size());
    shown.session->change("place", [](document::Poster& poster) { poster.layers[0].placement.frame = QRectF(100, 100, 400, 200); });
    return shown;
}

/// With a text below the picture, and all of it to be seen.
Shown with_picture_and(const QString& words) {
    Shown shown = with_picture();
    shown.session->change("text", [&words](document::Poster& poster) {
        document::Layer layer = test::words(words, QRectF(100, 400, 200, 80));
        layer.id = poster.next_id();
        poster.layers.push_back(layer);
    });
    QSignalSpy rendered(shown.canvas.get(), &CanvasView::rendered);
    shown.canvas->fit_page();
    REQUIRE(rendered.wait(20000));
    while (rendered.wait(1000)) {}  // until the newest state is what is shown
    return shown;
}

const document::PictureLayer& picture(const Shown& shown) { return std::get<document::PictureLayer>(shown.session->poster().layers[0].content); }
const document::Text& text(const Shown& shown) { return std::get<document::TextLayer>(shown.session->poster().layers[0].content).text; }

bool near(const QRectF& a, const QRectF& b, double reach) {
    return std::abs(a.x() - b.x()) < reach && std::abs(a.y() - b.y()) < reach && std::abs(a.width() - b.width()) < reach && std::abs(a.height() - b.height()) < reach;
}

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

TEST_CASE("The bar of a tool lies on none of the handles of what it works on, wherever these are") {
    const Shown shown = with_picture();
    const document::Page& page = shown.session->poster().page;
    const QRectF whole(QPointF(), page.points()), low(0, page.points().height() / 2, page.points().width(), page.points().height() / 2);
    for (const QRectF& frame : {whole, low, QRectF(100, 100, 400, 200)}) {
        shown.session->change("place", [&frame](document::Poster& poster) { poster.layers[0].placement.frame = frame; });
        shown.canvas->fit_page();
        shown.canvas->set_tool(Tool::crop);
        const auto* bar = shown.canvas->findChild<FloatingBar*>();
        for (const auto* other : shown.canvas->findChildren<FloatingBar*>())
            if (other->isVisible()) bar = other;
        const auto free = [&] {
            const QRect card = bar->geometry();
            return shown.canvas->rect().contains(card) && std::ranges::none_of(shown.canvas->mode()->grips(shown.canvas->page_to_widget()), [&card](QPointF grip) { return card.contains(grip.toPoint()); });
        };
        REQUIRE(bar->isVisible());
        CHECK(free());
        const QPointF bottom = shown.canvas->page_to_widget().map(QPointF(frame.center().x(), frame.bottom()));
        shown.drag(bottom.toPoint(), bar->geometry().center());  // where the bar is now
        CHECK(free());
        shown.canvas->drop_mode();
    }
}

TEST_CASE("Cropping takes a part of the picture, leaves it where it is on the page, and can be undone") {
    const Shown shown = with_picture();
    shown.canvas->set_tool(Tool::crop);
    REQUIRE(shown.canvas->mode());
    shown.drag(shown.at(500, 200), shown.at(300, 200));  // the right side to the middle
    CHECK(shown.frame() == QRectF(100, 100, 400, 200));  // nothing yet
    QTest::keyClick(shown.canvas.get(), Qt::Key_Return);
    CHECK_FALSE(shown.canvas->mode());
    CHECK(shown.canvas->tool() == Tool::move);
    CHECK(near(shown.frame(), QRectF(100, 100, 200, 200), 2));
    CHECK(near(picture(shown).crop, QRectF(0, 0, 0.5, 1), 0.01));
    shown.session->undo();
    CHECK(shown.frame() == QRectF(100, 100, 400, 200));
    CHECK(picture(shown).crop == QRectF(0, 0, 1, 1));
}

TEST_CASE("A crop that is left with Escape changes nothing") {
    const Shown shown = with_picture();
    shown.canvas->set_tool(Tool::crop);
    const QString before = shown.session->undo_name();
    shown.drag(shown.at(100, 100), shown.at(200, 150));
    QTest::keyClick(shown.canvas.get(), Qt::Key_Escape);
    CHECK(shown.canvas->tool() == Tool::move);
    CHECK(shown.frame() == QRectF(100, 100, 400, 200));
    CHECK(shown.session->undo_name() == before);
}

TEST_CASE("A cropped picture can be cropped again from the whole, and moved under its frame") {
    const Shown shown = with_picture();
    shown.canvas->set_tool(Tool::crop);
    shown.drag(shown.at(500, 200), shown.at(300, 200));
    QTest::keyClick(shown.canvas.get(), Qt::Key_Return);
    shown.canvas->set_tool(Tool::crop);
    shown.drag(shown.at(200, 200), shown.at(100, 200));  // the picture to the left, the frame stays
    QTest::keyClick(shown.canvas.get(), Qt::Key_Return);
    CHECK(near(shown.frame(), QRectF(100, 100, 200, 200), 2));
    CHECK(near(picture(shown).crop, QRectF(0.25, 0, 0.5, 1), 0.01));
    shown.canvas->set_tool(Tool::crop);
    shown.drag(shown.at(300, 200), shown.at(900, 200));  // never further than the picture goes
    QTest::keyClick(shown.canvas.get(), Qt::Key_Return);
    CHECK(near(picture(shown).crop, QRectF(0.25, 0, 0.75, 1), 0.01));
    CHECK(near(shown.frame(), QRectF(100, 100, 300, 200), 2));
    // What was cropped can be read from the file again: within 0 to 1, whatever the rounding.
    auto again = document::poster_from_json(document::to_json(shown.session->poster(), document::PictureBytes::embedded));
    REQUIRE(again);
    CHECK(again->layers == shown.session->poster().layers);
}

TEST_CASE("A chosen ratio holds while a corner is pulled") {
    const Shown shown = with_picture();
    shown.canvas->set_tool(Tool::crop);
    auto& mode = dynamic_cast<CropMode&>(*shown.canvas->mode());
    mode.set_ratio(1);
    shown.drag(shown.at(400, 300), shown.at(360, 280));  // 200 × 200 in the middle at first
    QTest::keyClick(shown.canvas.get(), Qt::Key_Return);
    CHECK(std::abs(shown.frame().width() - shown.frame().height()) < 1e-6);
    CHECK(shown.frame().width() < 199);
    CHECK(std::abs(shown.frame().left() - 200) < 2);
}

TEST_CASE("The crop tool says what to do when it is not clear which picture is meant") {
    const Shown shown({test::rectangle(100, 100, 100, 100)});
    QSignalSpy said(shown.canvas.get(), &CanvasView::said);
    shown.canvas->set_tool(Tool::crop);
    CHECK_FALSE(shown.canvas->mode());
    CHECK(said.count() == 1);
}

TEST_CASE("A turned and mirrored picture is cropped where it is seen") {
    const Shown shown = with_picture();
    shown.session->change("turn", [](document::Poster& poster) {
        poster.layers[0].placement.rotation = 90;
        poster.layers[0].placement.flip_x = true;
    });
    shown.canvas->set_tool(Tool::crop);
    // Turned about 300, 200 it stands from 200, 0 to 400, 400; its left side is seen at the bottom.
    shown.drag(shown.at(300, 400), shown.at(300, 300));
    QTest::keyClick(shown.canvas.get(), Qt::Key_Return);
    CHECK(near(picture(shown).crop, QRectF(0.25, 0, 0.75, 1), 0.01));
    const QRectF seen = shown.session->poster().layers[0].placement.to_page().mapRect(QRectF(QPointF(), shown.frame().size()));
    CHECK(near(seen, QRectF(200, 0, 200, 300), 2));
}

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

TEST_CASE("A region is marked with brush and lasso where the picture stands, and rubbed out with Alt") {
    const Shown shown = with_picture();
    shown.canvas->set_tool(Tool::repaint);
    auto& mode = dynamic_cast<RepaintMode&>(*shown.canvas->mode());
    CHECK(mode.empty());
    shown.drag(shown.at(150, 150), shown.at(200, 150));
    QImage mask = mode.mask();
    REQUIRE(mask.size() == QSize(400, 200));
    CHECK(qGray(mask.pixel(75, 50)) == 255);
    CHECK(qGray(mask.pixel(300, 150)) == 0);
    shown.drag(shown.at(150, 150), shown.at(200, 150), Qt::AltModifier);
    CHECK(mode.empty());
    mode.set_shape(RepaintMode::Shape::lasso);
    QTest::mousePress(shown.canvas.get(), Qt::LeftButton, {}, shown.at(300, 150));
    for (const QPoint point : {shown.at(450, 150), shown.at(450, 270), shown.at(300, 270)}) QTest::mouseMove(shown.canvas.get(), point);
    QTest::mouseRelease(shown.canvas.get(), Qt::LeftButton, {}, shown.at(300, 270));
    mask = mode.mask();
    CHECK(qGray(mask.pixel(280, 110)) == 255);
    CHECK(qGray(mask.pixel(20, 20)) == 0);
    QSignalSpy wanted(shown.canvas.get(), &CanvasView::repaint_wanted);
    QTest::keyClick(shown.canvas.get(), Qt::Key_Escape);
    CHECK(wanted.count() == 0);
    CHECK(shown.session->undo_name() == "place");
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

TEST_CASE("The eyedropper gives the selected text the colour under it, from anywhere in the picture") {
    const Shown shown = with_picture_and("字");
    PropertiesPanel panel;
    panel.set_session(shown.session.get());
    QObject::connect(shown.canvas.get(), &CanvasView::colour_picked, &panel, &PropertiesPanel::use_colour);
    shown.session->select({test::id_of(*shown.session, 1)});
    for (const auto& [x, colour] : {std::pair(150.0, QColor(Qt::red)), std::pair(450.0, QColor(Qt::blue))}) {
        shown.canvas->set_tool(Tool::eyedropper);
        QTest::mouseClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(x, 200));
        const auto& style = std::get<document::TextLayer>(shown.session->poster().layers[1].content).text.style;
        const auto* fill = std::get_if<document::Colour>(&style.fills.at(0).paint);
        REQUIRE(fill);
        CHECK(to_qcolor(*fill).name().toStdString() == colour.name().toStdString());
        CHECK(shown.canvas->tool() == Tool::move);
    }
}

TEST_CASE("The eyedropper leaves the writing going, and colours only what is selected in it") {
    const Shown shown = with_picture_and("红字");
    PropertiesPanel panel;
    panel.set_session(shown.session.get());
    panel.set_canvas(shown.canvas.get());
    QObject::connect(shown.canvas.get(), &CanvasView::colour_picked, &panel, &PropertiesPanel::use_colour);
    shown.canvas->edit_text(test::id_of(*shown.session, 1));
    QTest::keyClick(shown.canvas.get(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(shown.canvas.get(), Qt::Key_Right, Qt::ShiftModifier);
    shown.canvas->set_tool(Tool::eyedropper);
    REQUIRE(shown.canvas->editing_text());
    QTest::mouseClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(150, 200));
    const auto& coloured = std::get<document::TextLayer>(shown.session->poster().layers[1].content).text;
    REQUIRE(coloured.spans.size() == 1);
    CHECK(coloured.spans[0].end == 1);
    CHECK(to_qcolor(std::get<document::Colour>(coloured.spans[0].style.fills.at(0).paint)).name().toStdString() == QColor(Qt::red).name().toStdString());
}

namespace {

/// In a group that is turned by a quarter about the picture's middle.
void turn_in_group(const Shown& shown) {
    shown.session->change("more", [](document::Poster& poster) {
        document::Layer plate = test::rectangle(100, 100, 400, 200);
        plate.id = poster.next_id();
        poster.layers.insert(poster.layers.begin(), plate);
    });
    const document::LayerId id = test::id_of(*shown.session, 1);
    shown.session->select({test::id_of(*shown.session, 0), id});
    group_selection(*shown.session);
    shown.session->change("turn", [](document::Poster& poster) { poster.layers[0].placement.rotation = 90; });
    shown.session->select({id});
}
const document::Layer& grouped(const Shown& shown, std::size_t index) { return std::get<document::GroupLayer>(shown.session->poster().layers.at(0).content).layers.at(index); }

}  // namespace

TEST_CASE("A picture in a turned group is cropped where it is seen") {
    const Shown shown = with_picture();
    turn_in_group(shown);  // it stands now at 200…400, 0…400, the picture's right side below
    shown.canvas->set_tool(Tool::crop);
    REQUIRE(shown.canvas->mode());
    shown.drag(shown.at(300, 400), shown.at(300, 200));  // the lower side to the middle
    QTest::keyClick(shown.canvas.get(), Qt::Key_Return);
    CHECK(near(std::get<document::PictureLayer>(grouped(shown, 1).content).crop, QRectF(0, 0, 0.5, 1), 0.01));
    CHECK(near(grouped(shown, 1).placement.frame, QRectF(100, 100, 200, 200), 2));
    const QTransform to_page = grouped(shown, 1).placement.to_page() * groups_to_page(shown.session->poster(), grouped(shown, 1).id);
    CHECK(near(to_page.mapRect(QRectF(0, 0, 200, 200)), QRectF(200, 0, 200, 200), 2));  // what is kept has not moved
    CHECK(grouped(shown, 0).placement.frame == QRectF(100, 100, 400, 200));
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

TEST_CASE("While a region is marked undo takes back a stroke, redo makes it again, and the poster stays") {
    const Shown shown = with_picture();
    shown.canvas->set_tool(Tool::repaint);
    auto& mode = dynamic_cast<RepaintMode&>(*shown.canvas->mode());
    const document::Poster before = shown.session->poster();
    CHECK(shown.canvas->undo_name().isEmpty());  // though the poster has steps
    QSignalSpy history(shown.canvas.get(), &CanvasView::history_changed);
    shown.drag(shown.at(150, 150), shown.at(250, 150));
    const QImage one = mode.mask();
    shown.drag(shown.at(350, 250), shown.at(450, 250));
    const QImage two = mode.mask();
    REQUIRE(one != two);
    CHECK(history.count() == 2);
    CHECK_FALSE(shown.canvas->undo_name().isEmpty());
    shown.canvas->undo();
    CHECK(mode.mask() == one);
    shown.canvas->redo();
    CHECK(mode.mask() == two);
    mode.clear();
    CHECK(mode.empty());
    shown.canvas->undo();
    CHECK(mode.mask() == two);
    shown.canvas->undo();
    shown.canvas->undo();
    CHECK(mode.empty());
    CHECK(shown.canvas->undo_name().isEmpty());
    shown.canvas->undo();  // nothing left: not the poster's turn
    CHECK(shown.session->poster() == before);
    shown.canvas->redo();
    CHECK(mode.mask() == one);
    shown.drag(shown.at(350, 120), shown.at(380, 120));
    CHECK(shown.canvas->redo_name().isEmpty());  // a new stroke, another future
    shown.canvas->drop_mode();
    CHECK(shown.canvas->undo_name() == shown.session->undo_name());
}

TEST_CASE("Double click enters a group: one of its layers is moved alone, the others stay") {
    const Shown shown({test::rectangle(100, 100, 100, 100), test::rectangle(300, 100, 100, 100)});
    shown.session->select({test::id_of(*shown.session, 0), test::id_of(*shown.session, 1)});
    group_selection(*shown.session);
    QTest::mouseDClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(350, 150));
    REQUIRE(shown.session->selected());
    CHECK(shown.session->selected()->placement.frame.left() == 300);
    shown.drag(shown.at(350, 150), shown.at(370, 190), Qt::ControlModifier);
    const auto& inside = std::get<document::GroupLayer>(shown.session->poster().layers.at(0).content).layers;
    CHECK(inside[0].placement.frame == QRectF(100, 100, 100, 100));
    CHECK(std::abs(inside[1].placement.frame.left() - 320) < 2);
    CHECK(std::abs(inside[1].placement.frame.top() - 140) < 2);
}
