// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "app/document/file.h"
#include "tests/ui/shown_canvas.h"
#include "ui/canvas/rulers.h"
#include "ui/canvas/snapping.h"

using namespace haibao;
using namespace haibao::ui;
using test::Shown;

namespace {

const document::Guides& guides(const Shown& shown) { return shown.session->poster().page.guides; }

/// With Ctrl, so that nothing snaps.
void pull_guide(const Shown& shown, QPoint from, QPoint to) { shown.drag(from, to, Qt::ControlModifier); }

}  // namespace

TEST_CASE("A guide comes out of a ruler, is saved with the poster, moves, and goes back into the ruler") {
    const Shown shown({});
    pull_guide(shown, {300, 8}, shown.at(0, 200));
    REQUIRE(guides(shown).y.size() == 1);
    CHECK(std::abs(guides(shown).y[0] - 200) < 2);
    pull_guide(shown, {8, 300}, shown.at(150, 0));
    REQUIRE(guides(shown).x.size() == 1);
    CHECK(std::abs(guides(shown).x[0] - 150) < 2);

    const QPoint on_guide(shown.at(300, guides(shown).y[0]));
    pull_guide(shown, on_guide, shown.at(300, 260));
    CHECK(guides(shown).y.size() == 1);
    CHECK(std::abs(guides(shown).y[0] - 260) < 2);

    REQUIRE(test::saved_as(*shown.session, shown.session->file().parent_path() / "guides.haibao"));
    auto file = document::PosterFile::open(shown.session->file(), document::PosterFile::Mode::read_only);
    REQUIRE(file);
    CHECK(file->poster().page.guides == guides(shown));

    pull_guide(shown, shown.at(300, guides(shown).y[0]), {300, 5});
    CHECK(guides(shown).y.empty());
    CHECK(guides(shown).x.size() == 1);
    shown.session->undo();
    CHECK(guides(shown).y.size() == 1);
}

TEST_CASE("A guide that is let go in the ruler it came from leaves no step behind") {
    const Shown shown({});
    pull_guide(shown, {300, 8}, {340, 10});
    CHECK(guides(shown).y.empty());
    CHECK(shown.session->undo_name().isEmpty());
}

TEST_CASE("Escape lets a guide stay where it was") {
    const Shown shown({});
    pull_guide(shown, {300, 8}, shown.at(0, 200));
    const double before = guides(shown).y.at(0);
    QTest::mousePress(shown.canvas.get(), Qt::LeftButton, {}, shown.at(300, before));
    QTest::mouseMove(shown.canvas.get(), shown.at(300, 400));
    QTest::keyClick(shown.canvas.get(), Qt::Key_Escape);
    QTest::mouseRelease(shown.canvas.get(), Qt::LeftButton, {}, shown.at(300, 400));
    CHECK(guides(shown).y.at(0) == before);
}

TEST_CASE("A layer that is dragged near a guide stands on it") {
    const Shown shown({test::rectangle(100, 100, 200, 100)});
    shown.session->change("guide", [](document::Poster& poster) { poster.page.guides.x = {137}; });
    shown.drag(shown.at(200, 150), shown.at(200 + 39, 150 + 211));
    CHECK(shown.frame().left() == 137);
}

TEST_CASE("A text that is dragged beside another one shares its baseline") {
    auto large = test::words("大", QRectF(60, 300, 120, 100));
    std::get<document::TextLayer>(large.content).text.style.size = 72;
    const Shown shown({large, test::words("小字", QRectF(300, 480, 200, 60))});
    const double baseline = baselines_of(shown.session->poster().layers[0]).y.at(0);
    const double own = baselines_of(shown.session->poster().layers[1]).y.at(0);
    const double by = baseline - own;
    shown.drag(shown.at(400, 500), shown.at(400, 500 + by + 1));
    CHECK(std::abs(baselines_of(shown.session->poster().layers[1]).y.at(0) - baseline) < 1e-6);
}

TEST_CASE("Columns of vertical text are found by their middles, grown boxes included") {
    auto layer = test::words("一二三四五六", QRectF(300, 100, 60, 120), document::WritingMode::vertical_rl);
    std::get<document::TextLayer>(layer.content).text.box.mode = document::BoxMode::grow;
    const Baselines lines = baselines_of(layer);
    REQUIRE(lines.x.size() == 2);
    CHECK(lines.y.empty());
    CHECK(std::abs(lines.x[0] - 330) < 1);
    CHECK(std::abs(lines.x[1] - 270) < 1);
}

TEST_CASE("The rulers' marks are round numbers of the page's unit at every zoom") {
    document::Page page;
    page.unit = document::PageUnit::millimetres;
    for (double zoom = 0.03; zoom < 30; zoom *= 1.7) {
        const double unit = ruler_mark_distance(page, zoom) / page.points_per_unit();
        const double scaled = unit / std::pow(10, std::floor(std::log10(unit)));
        INFO(zoom << " " << unit);
        CHECK((std::abs(scaled - 1) < 1e-6 || std::abs(scaled - 2) < 1e-6 || std::abs(scaled - 5) < 1e-6 || std::abs(scaled - 4) < 1e-6));
        CHECK(unit * page.points_per_unit() * zoom >= 4.99);
    }
}

TEST_CASE("Hidden guides neither show nor take the mouse") {
    const Shown shown({test::rectangle(100, 100, 200, 100)});
    shown.session->change("guide", [](document::Poster& poster) { poster.page.guides.y = {150}; });
    ViewOptions options = shown.canvas->options();
    options.guides = false;
    shown.canvas->set_options(options);
    shown.drag(shown.at(200, 150), shown.at(220, 190), Qt::ControlModifier);
    CHECK(guides(shown).y == std::vector<double>{150});
    CHECK(std::abs(shown.frame().left() - 120) < 2);
}
