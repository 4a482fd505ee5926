// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that stand on each other.
#include <QSignalSpy>
#include <QToolButton>
#include <algorithm>

#include "app/proof/live.h"
#include "app/render/cache.h"
#include "tests/ui/findings.h"
#include "tests/ui/shown_canvas.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/layers/properties_panel.h"
#include "ui/layers/text_panel.h"

using namespace haibao;
using namespace haibao::ui;
using test::findings_of, test::Shown;

namespace {

/// The layers that are named, in the order of the findings.
QStringList overlaps(const PosterSession& session) {
    QStringList layers;
    for (const render::Finding& finding : session.findings())
        if (finding.code == "overlapping") layers << finding.layer;
    return layers;
}

document::Layer title_column() {
    auto title = test::words("海上风", QRectF(260, 100, 120, 500), document::WritingMode::vertical_rl);
    title.name = "标题";
    std::get<document::TextLayer>(title.content).text.style.size = 110;
    return title;
}

document::Layer time_line() {
    auto time = test::words("20:00—23:00", QRectF(150, 300, 350, 60));
    time.name = "时间";
    return time;
}

}  // namespace

TEST_CASE("Texts that stand on each other are named at both, as in the proof, and one click moves the selected one clear") {
    const Shown shown({title_column(), time_line(), test::words("别处", QRectF(100, 640, 200, 60))});
    REQUIRE(QTest::qWaitFor([&] { return !overlaps(*shown.session).isEmpty(); }, 20000));
    CHECK(overlaps(*shown.session) == QStringList{"标题", "时间"});
    const auto proof = proof::proof_live_texts(shown.session->poster(), *typeset::FontSet::system());
    REQUIRE(proof);
    const auto& of_time = proof->texts.at(1).findings;
    const auto told = std::ranges::find(of_time, proof::Problem::overlapping, &proof::LiveFinding::problem);
    REQUIRE(told != of_time.end());
    CHECK(std::ranges::find(shown.session->findings(), QString("overlapping"), &render::Finding::code)->message == told->message);

    PropertiesPanel panel;
    panel.set_session(shown.session.get());
    shown.session->select({test::id_of(*shown.session, 2)});
    CHECK(findings_of(*panel.text_panel()->findings()).isEmpty());
    shown.session->select({test::id_of(*shown.session, 0)});
    CHECK(findings_of(*panel.text_panel()->findings()).size() == 1);
    shown.session->select({test::id_of(*shown.session, 1)});  // the same sentence, but it is this one that moves
    REQUIRE(findings_of(*panel.text_panel()->findings()).size() == 1);
    auto* clear = panel.findChild<QToolButton*>("move-clear");
    REQUIRE(clear);
    const document::Layer before = shown.session->poster().layers[0];
    clear->click();
    CHECK(QTest::qWaitFor([&] { return overlaps(*shown.session).isEmpty(); }, 20000));
    CHECK(shown.session->poster().layers[0] == before);
    CHECK(shown.frame(1) != QRectF(150, 300, 350, 60));
    shown.session->undo();
    CHECK(shown.frame(1) == QRectF(150, 300, 350, 60));
    CHECK(QTest::qWaitFor([&] { return overlaps(*shown.session).size() == 2; }, 20000));
}

TEST_CASE("Texts whose boxes cross but whose letters do not are no finding, and neither is one that is hidden") {
    auto hidden = test::words("海风", QRectF(100, 100, 300, 60));
    hidden.visible = false;
    Shown shown({test::words("海风", QRectF(100, 100, 300, 60)), test::words("山", QRectF(60, 60, 400, 60)), hidden});
    shown.session->change("apart", [](document::Poster& poster) { move_by(poster.layers[1], QPointF(180, 60)); });
    QSignalSpy rendered(shown.canvas.get(), &CanvasView::rendered);
    shown.canvas->fit_page();
    REQUIRE(rendered.wait(20000));
    while (rendered.wait(500)) {}
    CHECK(bounds_of(shown.session->poster().layers[0]).intersects(bounds_of(shown.session->poster().layers[1])));
    for (const render::Finding& finding : shown.session->findings()) CHECK(finding.code != "overlapping");
}

TEST_CASE("Texts in groups are compared with all others where they stand on the page, and moved clear there, too") {
    const Shown shown({title_column(), time_line(), test::words("别处", QRectF(100, 640, 200, 60))});
    PosterSession& session = *shown.session;
    const document::LayerId title = test::id_of(session, 0), time = test::id_of(session, 1);
    session.select({time, test::id_of(session, 2)});
    group_selection(session);
    REQUIRE(session.poster().layers.size() == 2);
    REQUIRE(QTest::qWaitFor([&] { return overlaps(session) == QStringList{"标题", "时间"}; }, 20000));
    PropertiesPanel panel;
    panel.set_session(&session);
    const auto clear_button = [&panel] { return panel.findChild<QToolButton*>("move-clear"); };
    const auto turn = [&session](double degrees) { session.change("turn", [degrees](document::Poster& poster) { poster.layers[1].placement.rotation = degrees; }); };
    session.select({time});
    CHECK(findings_of(*panel.text_panel()->findings()).size() == 1);
    CHECK(clear_button());
    turn(90);  // with its group: right of the title now
    CHECK(QTest::qWaitFor([&] { return overlaps(session).isEmpty(); }, 20000));
    session.undo();
    REQUIRE(QTest::qWaitFor([&] { return overlaps(session).size() == 2; }, 20000));
    session.select({title});
    session.select({time});
    REQUIRE(findings_of(*panel.text_panel()->findings()).size() == 1);
    REQUIRE(clear_button());
    const document::Layer before = *session.poster().find(title);
    clear_button()->click();
    CHECK(QTest::qWaitFor([&] { return overlaps(session).isEmpty(); }, 20000));
    CHECK(*session.poster().find(title) == before);
    CHECK(groups_around(session.poster(), time).size() == 1);
}

TEST_CASE("Hundreds of texts on one spot are told by the first of them, and not compared without end") {
    document::Poster poster;
    for (std::uint64_t i = 1; i <= 300; ++i) {
        document::Layer layer = test::words("一", QRectF(100, 100, 60, 60));
        layer.id = document::LayerId{i};
        poster.layers.push_back(layer);
    }
    render::DisplayCache cache(typeset::FontSet::system());
    const auto told = [&] { return std::ranges::count(cache.update(poster).list.findings, QString("overlapping"), &render::Finding::code); };
    CHECK(told() == 4000);  // two thousand pairs
    poster.layers.back().placement.frame.moveTop(400);
    CHECK(told() == 4000);
}
