// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where texts stand when they are turned, become longer or are pasted, and in which ink.
#include <QBuffer>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "app/placement/contrast.h"
#include "app/typeset/font_set.h"
#include "app/typeset/layout.h"
#include "tests/ui/look.h"
#include "tests/ui/shown_canvas.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_clipboard.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/text_stand.h"
#include "ui/layers/text_panel.h"
#include "ui/style/colour_button.h"

using namespace haibao;
using namespace haibao::ui;
using test::Shown, test::text;

TEST_CASE("A title that is set vertical turns about its middle, stays within the page, and comes back as it was") {
    const Shown shown({test::words("花好月圆", QRectF(100, 700, 400, 60))});
    shown.session->select({test::id_of(*shown.session, 0)});
    toggle_writing_mode(*shown.session);
    CHECK(text(*shown.session).writing_mode == document::WritingMode::vertical_rl);
    CHECK(shown.frame().size() == QSizeF(60, 400));
    CHECK(shown.frame().center().x() == 300);
    CHECK(shown.frame().bottom() <= 800);
    CHECK(text(*shown.session).box.height == 400);
    shown.session->undo();
    CHECK(shown.frame() == QRectF(100, 700, 400, 60));
}

TEST_CASE("A letter more in a title that fills its line makes the box longer, not a second line") {
    for (const auto mode : {document::WritingMode::horizontal_tb, document::WritingMode::vertical_rl}) {
        const bool vertical = mode == document::WritingMode::vertical_rl;
        const QRectF frame = vertical ? QRectF(200, 100, 50, 84) : QRectF(200, 100, 84, 50);  // two letters of 40
        const Shown shown({test::words("山风", frame, mode)});
        shown.canvas->edit_text(test::id_of(*shown.session, 0));
        QTest::keyClick(shown.canvas.get(), Qt::Key_End, Qt::ControlModifier);
        QInputMethodEvent event;
        event.setCommitString("月");
        QCoreApplication::sendEvent(shown.canvas.get(), &event);
        CHECK(text(*shown.session).text == "山风月");
        CHECK((vertical ? shown.frame().height() : shown.frame().width()) > 110);
        CHECK(shown.frame().topLeft() == frame.topLeft());
        shown.canvas->end_text_editing();
    }
}

namespace {

/// A title of two letters of 40 in a box that it fills, with the panel that sets its letters' size.
struct ShownTitle : Shown {
    const bool vertical;
    const QRectF before = frame();
    TextPanel panel;
    QDoubleSpinBox* size;

    explicit ShownTitle(document::WritingMode mode)
        : Shown({test::words("山风", mode == document::WritingMode::vertical_rl ? QRectF(300, 100, 60, 84) : QRectF(100, 100, 84, 60), mode)}),
          vertical(mode == document::WritingMode::vertical_rl) {
        session->select({test::id_of(*session, 0)});
        panel.set_session(session.get());
        size = test::named<QDoubleSpinBox>(panel, "Size");
    }
};

}  // namespace

TEST_CASE("A title whose letters become larger keeps its one line, in a box as much longer and higher") {
    for (const auto mode : {document::WritingMode::horizontal_tb, document::WritingMode::vertical_rl}) {
        const ShownTitle shown(mode);
        const bool vertical = shown.vertical;
        const QRectF frame = shown.before;
        shown.size->setValue(80);
        REQUIRE(text(*shown.session).style.size == 80);
        const auto layout = typeset::lay_out(text(*shown.session), *typeset::FontSet::system());
        CHECK(layout.lines.size() == 1);
        CHECK(layout.warnings.empty());
        CHECK((vertical ? shown.frame().width() : shown.frame().height()) == 120);
        // Columns begin at the right, lines at the left.
        if (vertical) CHECK(shown.frame().topRight() == frame.topRight());
        else CHECK(shown.frame().topLeft() == frame.topLeft());
        shown.session->undo();
        CHECK(shown.frame() == frame);
    }
}

TEST_CASE("A title whose letters become smaller and as large again keeps its box") {
    for (const auto mode : {document::WritingMode::horizontal_tb, document::WritingMode::vertical_rl}) {
        const ShownTitle shown(mode);
        for (const double points : {20.0, 40.0, 10.0, 40.0}) {
            shown.size->setValue(points);
            REQUIRE(text(*shown.session).style.size == points);
            CHECK(shown.frame() == shown.before);
        }
    }
}

TEST_CASE("A title that is set vertical moves clear of the other texts, and no further than it must") {
    const Shown shown({test::words("山风", QRectF(200, 560, 200, 100)), test::words("8月16日", QRectF(240, 680, 120, 24))});
    shown.session->select({test::id_of(*shown.session, 0)});
    toggle_writing_mode(*shown.session);
    CHECK(shown.frame(0).size() == QSizeF(100, 200));
    CHECK(shown.frame(0).center().x() == 300);
    CHECK(shown.frame(0).bottom() == 680 - 10);  // a quarter of a letter above the date
    CHECK(shown.frame(1) == QRectF(240, 680, 120, 24));
    // Back again it may stay: nothing is in the way.
    toggle_writing_mode(*shown.session);
    CHECK(shown.frame(0).size() == QSizeF(200, 100));
    CHECK_FALSE(shown.frame(0).intersects(shown.frame(1)));
}

namespace {

/// A title with its rule, a date and a place, as placement sets them, on this ground; shown.
struct ShownArrangement : Shown {
    explicit ShownArrangement(QColor upper, QColor lower) : Shown(layers(upper, lower)) {
        REQUIRE(QTest::qWaitFor([this] { return !session->backdrop().isNull(); }, 10'000));
        session->select({test::id_of(*session, title)});
    }
    static constexpr std::size_t title = 2, date = 3, place = 4, rule = 5;
    static document::Layer part(const QString& words, const QString& role, double size, QRectF frame) {
        document::Layer layer = test::words(words, frame);
        auto& content = std::get<document::TextLayer>(layer.content);
        content.text.style.size = size;
        content.text.style.line_height = 1.2;
        content.text.box.mode = document::BoxMode::fixed;
        content.text.paragraphs = {{.align = document::Align::centre}};
        content.role = role;
        content.contrast = 5;
        return layer;
    }
    static std::vector<document::Layer> layers(QColor upper, QColor lower) {
        document::Layer top = test::rectangle(0, 0, 600, 800), bottom = test::rectangle(0, 450, 600, 350), line = test::rectangle(280, 268, 40, 2);
        std::get<document::ShapeLayer>(top.content).fills.front().paint = from_qcolor(upper);
        std::get<document::ShapeLayer>(bottom.content).fills.front().paint = from_qcolor(lower);
        line.name = "细线";
        std::get<document::ShapeLayer>(line.content).fills.front().paint = document::Colour{};  // the title's ink
        return {top, bottom, part("海风", "title", 140, QRectF(145, 90, 310, 168)), part("8月16日", "date", 20, QRectF(200, 285, 200, 24)),
                part("青岛奥帆中心", "place", 20, QRectF(200, 320, 200, 24)), line};
    }
    const document::Layer& layer(std::size_t index) const { return session->poster().layers[index]; }
    document::Colour ink() const { return std::get<document::Colour>(text(*session, title).style.fills.front().paint); }
};

}  // namespace

TEST_CASE("An arranged title that turns vertical keeps clear of the other texts, within the page, and takes its rule away; turned back it is as before") {
    const ShownArrangement shown(Qt::white, Qt::white);
    const document::Poster before = shown.session->poster();
    toggle_writing_mode(*shown.session);
    const QRectF ink = type_of(shown.layer(ShownArrangement::title));
    for (const QRectF& other : TypeOnPage(shown.session->poster()).besides(shown.layer(ShownArrangement::title).id)) CHECK_FALSE(ink.intersects(other));
    CHECK(QRectF(30, 30, 540, 740).contains(ink));
    CHECK(text(*shown.session, ShownArrangement::title).style.size == 140);
    CHECK(shown.frame(ShownArrangement::title).width() < 200);
    CHECK_FALSE(shown.layer(ShownArrangement::rule).visible);
    CHECK(shown.layer(ShownArrangement::date) == before.layers[ShownArrangement::date]);
    const document::Poster turned = shown.session->poster();
    toggle_writing_mode(*shown.session);
    CHECK(shown.session->poster() == before);
    toggle_writing_mode(*shown.session);
    CHECK(shown.session->poster() == turned);
    for (int step = 0; step < 3; ++step) shown.session->undo();
    CHECK(shown.session->poster() == before);
    CHECK(shown.session->undo_name().isEmpty());
}

TEST_CASE("A turned title takes another ink where its own cannot be read, unless the user chose it") {
    for (const bool chosen : {false, true}) {
        const ShownArrangement shown(QColor(40, 20, 60), QColor(40, 20, 60));
        if (chosen) {
            TextPanel panel;
            panel.set_session(shown.session.get());
            panel.set_colour(QColor(1, 0, 0));
        }
        toggle_writing_mode(*shown.session);
        if (chosen) CHECK(to_qcolor(shown.ink()) == QColor(1, 0, 0));
        else CHECK(placement::luminance(shown.ink()) > 0.8);
    }
}

TEST_CASE("A title too long for a column in its size becomes smaller and stays within the page") {
    const ShownArrangement shown(Qt::white, Qt::white);
    shown.session->change("landscape", [](document::Poster& poster) {
        poster.page.width = 800, poster.page.height = 500;
        document::Layer& layer = poster.layers[ShownArrangement::title];
        auto& words = std::get<document::TextLayer>(layer.content).text;
        words.text = "海上生明月天涯";
        words.style.size = 100;
        document::Placement placement = layer.placement;
        placement.frame = QRectF(40, 60, 720, 120);
        place(layer, placement);
    });
    toggle_writing_mode(*shown.session);
    CHECK(QRectF(25, 25, 750, 450).contains(type_of(shown.layer(ShownArrangement::title))));
    CHECK(text(*shown.session, ShownArrangement::title).style.size < 70);
    CHECK(text(*shown.session, ShownArrangement::title).style.size >= 60);
}

TEST_CASE("Pasted words stand free of the others, in an ink that can be read there") {
    const ShownArrangement shown(QColor(40, 20, 60), QColor(60, 30, 80));
    QGuiApplication::clipboard()->setText("第一行：海边夜\n第二行：乐队8支，20:00—23:00\n第三行：凭票入场，儿童免票！");
    REQUIRE(paste_layers(*shown.session));
    const document::Layer& pasted = shown.session->poster().layers.back();
    for (const QRectF& other : TypeOnPage(shown.session->poster()).besides(pasted.id)) CHECK_FALSE(type_of(pasted).intersects(other));
    const auto& words = std::get<document::TextLayer>(pasted.content).text;
    CHECK(placement::luminance(std::get<document::Colour>(words.style.fills.front().paint)) > 0.8);
    CHECK(typeset::lay_out(words, *typeset::FontSet::system()).lines.size() == 3);
    CHECK(shown.frame(shown.session->poster().layers.size() - 1).contains(type_of(pasted).center()));
}

TEST_CASE("Of two titles that were turned together one turns back alone, and both turn back together") {
    const ShownArrangement shown(Qt::white, Qt::white);
    PosterSession& session = *shown.session;
    const document::LayerId title = shown.layer(ShownArrangement::title).id, place = shown.layer(ShownArrangement::place).id, rule = shown.layer(ShownArrangement::rule).id;
    const document::Poster before = session.poster();
    for (const bool both : {false, true}) {
        session.select({title, place});
        set_writing_mode(session, document::WritingMode::vertical_rl);
        const document::Poster turned = session.poster();
        REQUIRE(*turned.find(title) != *before.find(title));
        REQUIRE(*turned.find(place) != *before.find(place));
        REQUIRE_FALSE(turned.find(rule)->visible);
        if (!both) session.select({title});
        set_writing_mode(session, document::WritingMode::horizontal_tb);
        CHECK(*session.poster().find(title) == *before.find(title));
        CHECK(*session.poster().find(rule) == *before.find(rule));
        CHECK(*session.poster().find(place) == *(both ? before : turned).find(place));
        session.undo();
        session.undo();
        REQUIRE(session.poster() == before);
    }
}

TEST_CASE("A pasted text of a whole chapter stays where it is put, without being laid out for that") {
    const ShownArrangement shown(Qt::white, Qt::white);
    QGuiApplication::clipboard()->setText(QStringLiteral("海上生明月，").repeated(1000));
    REQUIRE(paste_layers(*shown.session));
    const std::size_t last = shown.session->poster().layers.size() - 1;
    CHECK(text(*shown.session, last).text.size() == 6000);
    CHECK(shown.frame(last) == QRectF(120, 240, 360, 40));
}

namespace {

/// Arranged texts on plain paper, black ink, that get a picture of the night as their ground.
struct ShownOnPaper : ShownArrangement {
    ShownOnPaper() : ShownArrangement(Qt::darkGreen, Qt::darkGreen) {
        session->change("plain", [](document::Poster& poster) { poster.layers.erase(poster.layers.begin(), poster.layers.begin() + 2); });
        REQUIRE(QTest::qWaitFor([this] { return !has_dark_backdrop(); }, 20'000));
    }
    const document::LayerId title_id = layer(title).id, date_id = layer(date).id, rule_id = layer(rule).id;
    void use_night() const {
        QImage night(60, 80, QImage::Format_RGB32);
        night.fill(QColor(24, 18, 60));
        QByteArray png;
        QBuffer buffer(&png);
        REQUIRE(buffer.open(QIODevice::WriteOnly));
        REQUIRE(night.save(&buffer, "PNG"));
        set_ground(*session, png, "image/png", "night", {});
    }
    bool has_dark_backdrop() const { return qGray(session->backdrop().pixel(2, 2)) < 100; }
    document::Colour ink_of(document::LayerId id) const {
        return std::get<document::Colour>(std::get<document::TextLayer>(session->poster().find(id)->content).text.style.fills.front().paint);
    }
    bool title_is_light() const { return placement::luminance(ink_of(title_id)) > 0.8; }
};

}  // namespace

TEST_CASE("Another background gives arranged texts an ink that can be read on it, in the same step; one that the user chose stays") {
    const ShownOnPaper shown;
    PosterSession& session = *shown.session;
    session.select({shown.date_id});
    TextPanel panel;
    panel.set_session(&session);
    panel.set_colour(QColor(1, 0, 0));
    const document::Poster before = session.poster();
    shown.canvas->hide();
    shown.use_night();
    const QString step = session.undo_name();
    QTest::qWait(1100);  // more than steps of one key may lie apart
    shown.canvas->show();
    REQUIRE(QTest::qWaitFor([&] { return shown.title_is_light(); }, 20'000));
    CHECK(to_qcolor(shown.ink_of(shown.date_id)) == QColor(1, 0, 0));
    CHECK(std::get<document::ShapeLayer>(session.poster().find(shown.rule_id)->content).fills.front().paint == document::Paint(shown.ink_of(shown.title_id)));
    CHECK(session.undo_name() == step);
    session.undo();
    CHECK(session.poster() == before);
}

TEST_CASE("A background that is undone before it was painted can be had again") {
    const ShownOnPaper shown;
    PosterSession& session = *shown.session;
    const document::Poster before = session.poster();
    shown.use_night();
    const document::Poster night = session.poster();
    bool was_painted = false;
    QObject::connect(shown.canvas.get(), &CanvasView::rendered, shown.canvas.get(), [&] { was_painted = was_painted || shown.has_dark_backdrop(); });
    session.undo();
    REQUIRE(QTest::qWaitFor([&] { return was_painted; }, 20'000));
    REQUIRE(QTest::qWaitFor([&] { return !shown.has_dark_backdrop(); }, 20'000));
    CHECK(session.poster() == before);
    session.redo();
    CHECK(session.poster() == night);
    REQUIRE(QTest::qWaitFor([&] { return shown.title_is_light(); }, 20'000));  // as if it had not been undone
    const document::Poster suited = session.poster();
    session.undo();
    CHECK(session.poster() == before);
    session.redo();
    CHECK(session.poster() == suited);
    CHECK(session.redo_name().isEmpty());
}

TEST_CASE("A background under a later one that is undone is suited only once nothing is left to redo") {
    const ShownOnPaper shown;
    PosterSession& session = *shown.session;
    shown.use_night();
    session.change("later", [](document::Poster& poster) { poster.info.title = "later"; });
    session.undo();
    REQUIRE(QTest::qWaitFor([&] { return shown.has_dark_backdrop(); }, 20'000));
    QTest::qWait(100);
    CHECK_FALSE(session.redo_name().isEmpty());
    session.redo();
    CHECK(session.poster().info.title == "later");
    CHECK(QTest::qWaitFor([&] { return shown.title_is_light(); }, 20'000));
}

TEST_CASE("Texts suit another background once writing in one of them, or dragging, ends") {
    const ShownOnPaper shown;
    for (const bool writing : {true, false}) {
        if (writing) shown.canvas->edit_text(shown.date_id);
        shown.use_night();
        if (!writing) shown.session->preview([&](document::Poster& poster) { move_by(*poster.find(shown.date_id), QPointF(5, 0)); });
        REQUIRE(QTest::qWaitFor([&] { return shown.has_dark_backdrop(); }, 20'000));
        CHECK_FALSE(shown.title_is_light());
        if (writing) shown.canvas->end_text_editing();
        else shown.session->drop_preview();
        CHECK(QTest::qWaitFor([&] { return shown.title_is_light(); }, 20'000));
        while (shown.session->undo_name() != "plain") shown.session->undo();
        REQUIRE_FALSE(shown.title_is_light());
        REQUIRE(QTest::qWaitFor([&] { return !shown.has_dark_backdrop(); }, 20'000));
    }
}

// Run by `test_ui "[!benchmark]"`: docs/performance.md has the figures.
TEST_CASE("Turning a title among others", "[!benchmark]") {
    for (const std::size_t texts : {3, 10}) {
        const ShownArrangement shown(QColor(40, 20, 60), QColor(230, 225, 215));
        shown.session->change("more", [texts](document::Poster& poster) {
            for (std::size_t i = 3; i < texts; ++i) {
                document::Layer more = ShownArrangement::part("青岛奥帆中心", "place", 20, QRectF(i % 2 ? 60 : 340, 360 + 50 * double(i - 3), 200, 24));
                more.id = poster.next_id();
                poster.layers.push_back(std::move(more));
            }
        });
        shown.canvas->hide();  // so that nothing is painted meanwhile
        const document::Poster before = shown.session->poster();
        BENCHMARK("with " + std::to_string(texts) + " texts") {
            shown.session->set_last_turn({});
            set_writing_mode(*shown.session, document::WritingMode::vertical_rl);
            shown.session->undo();
        };
        CHECK(shown.session->poster() == before);
    }
}
