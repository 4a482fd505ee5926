// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tools that stay at work on one layer: cropping, marking a region, picking a colour.
#include <QBuffer>
#include <QClipboard>
#include <QSignalSpy>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "app/document/json.h"
#include "tests/ui/turned_group.h"
#include "ui/canvas/crop_mode.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/mode_bars.h"
#include "ui/canvas/repaint_mode.h"
#include "ui/layers/properties_panel.h"
#include "ui/style/colour_button.h"

using namespace haibao;
using namespace haibao::ui;
using test::grouped, test::Shown, test::turn_in_group;

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

bool near(const QRectF& a, const QRectF& b, double reach) {
    return std::abs(a.x() - b.x()) < reach && std::abs(a.y() - b.y()) < reach && std::abs(a.width() - b.width()) < reach && std::abs(a.height() - b.height()) < reach;
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
