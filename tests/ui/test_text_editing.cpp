// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "app/placement/contrast.h"
#include "app/typeset/font_set.h"
#include "app/typeset/layout.h"
#include "tests/ui/look.h"
#include "tests/ui/posters.h"
#include "tests/ui/shown_canvas.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/one_line.h"

using namespace haibao;
using namespace haibao::ui;

namespace {

struct Writing {
    std::unique_ptr<PosterSession> session;
    std::unique_ptr<CanvasView> canvas;
    explicit Writing(const QString& text, document::WritingMode mode = document::WritingMode::horizontal_tb)
        : session(test::session_with({test::words(text, QRectF(100, 100, 300, 300), mode)})), canvas(std::make_unique<CanvasView>(session.get())) {
        canvas->resize(700, 700);
        canvas->show();
        canvas->edit_text(test::id_of(*session, 0));
    }
    QString text() const { return std::get<document::TextLayer>(session->poster().layers.at(0).content).text.text; }
    void key(Qt::Key key, Qt::KeyboardModifiers keys = {}) const { QTest::keyClick(canvas.get(), key, keys); }
    void compose(const QString& preedit) const {
        QInputMethodEvent event(preedit, {});
        QCoreApplication::sendEvent(canvas.get(), &event);
    }
    void commit(const QString& committed) const {
        QInputMethodEvent event;
        event.setCommitString(committed);
        QCoreApplication::sendEvent(canvas.get(), &event);
    }
};

}  // namespace

TEST_CASE("Writing begins with everything selected, so that typing replaces it") {
    const Writing writing("old words");
    QTest::keyClicks(writing.canvas.get(), "new");
    CHECK(writing.text() == "new");
    writing.session->undo();
    CHECK(writing.text() == "old words");
}

TEST_CASE("What an input method composes is shown in place and is one undo step when it is committed") {
    const auto mode = GENERATE(document::WritingMode::horizontal_tb, document::WritingMode::vertical_rl);
    const Writing writing("标题", mode);
    writing.key(Qt::Key_End, Qt::ControlModifier);
    writing.compose("n");
    writing.compose("nihao");
    CHECK(writing.text() == "标题nihao");
    CHECK(writing.session->undo_name().isEmpty());
    writing.commit("你好");
    CHECK(writing.text() == "标题你好");
    writing.session->undo();
    CHECK(writing.text() == "标题");
    CHECK(writing.session->undo_name().isEmpty());
}

TEST_CASE("A composition that is given up leaves no trace") {
    const Writing writing("标题");
    writing.key(Qt::Key_End, Qt::ControlModifier);
    writing.compose("ni");
    writing.compose("");
    CHECK(writing.text() == "标题");
    CHECK(writing.session->undo_name().isEmpty());
}

TEST_CASE("Down goes along a column, left to the next one") {
    const Writing writing("一二三四五六七八九十", document::WritingMode::vertical_rl);  // columns of 7
    writing.key(Qt::Key_Home, Qt::ControlModifier);
    writing.key(Qt::Key_Down);
    writing.key(Qt::Key_Down);
    QTest::keyClicks(writing.canvas.get(), "A");
    CHECK(writing.text() == "一二A三四五六七八九十");
    writing.key(Qt::Key_Home, Qt::ControlModifier);
    writing.key(Qt::Key_Left);
    QTest::keyClicks(writing.canvas.get(), "B");
    CHECK(writing.text().indexOf('B') >= 6);
}

TEST_CASE("A column box that grew takes clicks where its columns are painted") {
    auto layer = test::words("一二三四五六七八九十", QRectF(300, 100, 60, 120), document::WritingMode::vertical_rl);  // 3 to a column, 4 columns of 60
    std::get<document::TextLayer>(layer.content).text.box.mode = document::BoxMode::grow;
    const auto session = test::session_with({layer});
    CanvasView canvas(session.get());
    canvas.resize(700, 700);
    canvas.show();
    canvas.fit_page();
    canvas.edit_text(test::id_of(*session, 0));
    // The frame's right edge is the first column's; the second stands left of the frame.
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, canvas.page_to_widget().map(QPointF(270, 102)).toPoint());
    REQUIRE(canvas.editing_text());
    QTest::keyClicks(&canvas, "A");
    CHECK(std::get<document::TextLayer>(session->poster().layers.at(0).content).text.text == "一二三A四五六七八九十");
}

TEST_CASE("An emoji with its modifiers is one step for the arrows and one for Backspace") {
    const Writing writing("a👍🏽b");
    writing.key(Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < 2; ++i) writing.key(Qt::Key_Right);
    writing.key(Qt::Key_Backspace);
    CHECK(writing.text() == "ab");
}

TEST_CASE("Copy and paste keep the characters") {
    const Writing writing("花好月圆");
    writing.key(Qt::Key_A, Qt::ControlModifier);
    writing.key(Qt::Key_C, Qt::ControlModifier);
    CHECK(QGuiApplication::clipboard()->text() == "花好月圆");
    writing.key(Qt::Key_End, Qt::ControlModifier);
    QGuiApplication::clipboard()->setText("·中秋\r\n");
    writing.key(Qt::Key_V, Qt::ControlModifier);
    CHECK(writing.text() == "花好月圆·中秋\n");
}

TEST_CASE("What a layer has no room for is left out, and said") {
    const Writing writing(QString(99'990, 'x'));
    std::string said;
    QObject::connect(writing.session.get(), &PosterSession::failed, [&said](const Error& error) { said = error.message; });
    writing.key(Qt::Key_End, Qt::ControlModifier);
    QGuiApplication::clipboard()->setText(QString(9, 'y') + "👍" + QString(20, 'z'));
    writing.key(Qt::Key_V, Qt::ControlModifier);
    CHECK(writing.text() == QString(99'990, 'x') + QString(9, 'y'));  // no half of the emoji
    CHECK(said.contains("at most"));
    QTest::keyClicks(writing.canvas.get(), "ab");
    CHECK(writing.text().size() == 100'000);
    writing.key(Qt::Key_Backspace);
    CHECK(writing.text().size() == 99'999);
}

TEST_CASE("A text layer that was left empty goes, and undo brings it back") {
    const Writing writing("x");
    writing.key(Qt::Key_Backspace);
    writing.canvas->end_text_editing();
    CHECK(writing.session->poster().layers.empty());
    writing.session->undo();
    CHECK(writing.session->poster().layers.size() == 1);
}

TEST_CASE("A style goes to the selected characters only") {
    const Writing writing("花好月圆");
    writing.key(Qt::Key_Home, Qt::ControlModifier);
    writing.key(Qt::Key_Right, Qt::ShiftModifier);
    REQUIRE(writing.canvas->style_selected_characters("Size", [](document::TextStyle& style) { style.size = 99; }));
    const auto& text = std::get<document::TextLayer>(writing.session->poster().layers.at(0).content).text;
    REQUIRE(text.spans.size() == 1);
    CHECK(text.spans[0].begin == 0);
    CHECK(text.spans[0].end == 1);
    CHECK(text.spans[0].style.size == 99);
    CHECK(text.style.size == 40);
}

namespace {

/// Where a text stands, with the lines that it has grown by.
QRectF grown(const document::Layer& layer) {
    const QRectF& frame = layer.placement.frame;
    const document::Text& text = std::get<document::TextLayer>(layer.content).text;
    const QSizeF size = typeset::lay_out(text, *typeset::FontSet::system()).size;
    return text.writing_mode == document::WritingMode::vertical_rl ? QRectF(frame.right() - size.width(), frame.top(), size.width(), frame.height()) : QRectF(frame.topLeft(), size);
}

std::size_t lines_of(const test::Shown& shown) {
    return typeset::lay_out(std::get<document::TextLayer>(shown.session->poster().layers.at(0).content).text, *typeset::FontSet::system()).lines.size();
}

}  // namespace

TEST_CASE("A new text stays within the safe margin wherever inside it was clicked, and on the page wherever else; what is typed, too") {
    const auto tool = GENERATE(Tool::text, Tool::vertical_text);
    const auto at = GENERATE(QPointF(568, 768), QPointF(32, 768), QPointF(568, 32), QPointF(32, 32), QPointF(300, 400), QPointF(598, 798), QPointF(610, 810));
    const test::Shown shown({});
    const QRectF page(0, 0, 600, 800), safe = page.adjusted(30, 30, -30, -30), room = safe.contains(at) ? safe : page;
    INFO("vertical " << (tool == Tool::vertical_text) << ", " << at.x() << ", " << at.y());
    shown.canvas->set_tool(tool);
    QTest::mouseClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(at.x(), at.y()));
    REQUIRE(shown.session->poster().layers.size() == 1);
    const auto inside = [&] {
        const QRectF about = room.adjusted(-0.01, -0.01, 0.01, 0.01);
        return about.contains(shown.frame()) && about.contains(grown(shown.session->poster().layers[0]));
    };
    CHECK(inside());
    for (const QString word : {"海风", "夏日", "音乐节", "八月"}) {
        QInputMethodEvent event;
        event.setCommitString(word);
        QCoreApplication::sendEvent(shown.canvas.get(), &event);
        CHECK(inside());
    }
    // The page has room for all of it in one line: towards the other edge where this one is reached.
    CHECK(lines_of(shown) == 1);
    // A line more belongs to the frame, too.
    QTest::keyClick(shown.canvas.get(), Qt::Key_Return);
    QTest::keyClicks(shown.canvas.get(), "A");
    CHECK(lines_of(shown) == 2);
    CHECK(inside());
    CHECK(shown.frame().adjusted(-0.01, -0.01, 0.01, 0.01).contains(grown(shown.session->poster().layers[0])));
}

TEST_CASE("Letters that become larger make the box of a line longer, and break it only where the page ends") {
    const test::Shown shown({});
    shown.canvas->set_tool(Tool::text);
    QTest::mouseClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(568, 32));
    QTest::keyClicks(shown.canvas.get(), "SUMMER");
    const auto enlarge = [&](double size) {
        shown.session->change("Size", [&, id = test::id_of(*shown.session, 0)](document::Poster& poster) {
            edit_text(poster, id, [&](document::Poster& changed) { std::get<document::TextLayer>(changed.find(id)->content).text.style.size = size; });
        });
    };
    enlarge(100);
    CHECK(lines_of(shown) == 1);
    CHECK(shown.frame().width() > 300);
    CHECK(shown.frame().height() >= 100);
    enlarge(300);
    CHECK(lines_of(shown) > 1);
    CHECK(shown.frame().adjusted(-0.01, -0.01, 0.01, 0.01).contains(grown(shown.session->poster().layers[0])));
}

TEST_CASE("A new text begins in the ink that can be read on what lies there") {
    auto night = test::rectangle(0, 0, 600, 400);
    std::get<document::ShapeLayer>(night.content).fills.front().paint = document::Colour{0.08, 0.1, 0.25, 1, {}};
    const test::Shown shown({night});
    QSignalSpy rendered(shown.canvas.get(), &CanvasView::rendered);
    REQUIRE(QTest::qWaitFor([&] { return !rendered.isEmpty(); }, 20000));
    const auto ink_at = [&shown](double x, double y) {
        shown.canvas->set_tool(Tool::text);
        QTest::mouseClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(x, y));
        QTest::keyClicks(shown.canvas.get(), "A");
        const auto& text = std::get<document::TextLayer>(shown.session->poster().layers.back().content).text;
        return std::get<document::Colour>(text.style.fills.front().paint);
    };
    CHECK(placement::luminance(ink_at(100, 200)) > 0.85);
    ink_at(560, 350);  // in the corner
    QInputMethodEvent event;
    event.setCommitString("夏日音乐节");
    QCoreApplication::sendEvent(shown.canvas.get(), &event);
    rendered.clear();
    CHECK(QTest::qWaitFor([&] { return !rendered.isEmpty(); }, 20000));
    test::keep_picture(*shown.canvas, "corner-text");
    CHECK(ink_at(100, 600) == document::Colour{});
}

TEST_CASE("A box for text that is drawn beyond the page ends where the page does") {
    const test::Shown shown({});
    shown.canvas->set_tool(Tool::text);
    shown.drag(shown.at(400, 700), shown.at(640, 830));
    REQUIRE(shown.session->poster().layers.size() == 1);
    const QRectF frame = shown.frame();
    CHECK(std::abs(frame.left() - 400) < 2);
    CHECK(QRectF(0, 0, 600, 800).contains(frame));
    CHECK(frame.right() > 598);
}

namespace {

void paste(const test::Shown& shown, const QString& words) {
    QInputMethodEvent event;
    event.setCommitString(words);
    QCoreApplication::sendEvent(shown.canvas.get(), &event);
}

}  // namespace

TEST_CASE("A paragraph that is put into a drawn box at once is set so that it stays there; what is typed keeps its size") {
    const auto tool = GENERATE(Tool::text, Tool::vertical_text);
    const test::Shown shown({});
    shown.canvas->set_tool(tool);
    shown.drag(shown.at(150, 300), shown.at(450, 640));
    REQUIRE(shown.session->poster().layers.size() == 1);
    const QRectF drawn = shown.frame();
    const double usual = test::text(*shown.session).style.size;
    paste(shown, QString("今晚的海风，比去年的更温柔。").repeated(8));
    CHECK(shown.frame() == drawn);
    CHECK(drawn.adjusted(-0.01, -0.01, 0.01, 0.01).contains(grown(shown.session->poster().layers[0])));
    CHECK(test::text(*shown.session).style.size < usual);
    CHECK(test::text(*shown.session).style.size > 10);
    shown.canvas->end_text_editing();
    shown.canvas->set_tool(tool);
    shown.drag(shown.at(20, 20), shown.at(120, 140));
    for (int i = 0; i < 8; ++i) paste(shown, "海风");
    CHECK(test::text(*shown.session, 1).style.size == usual);
}

TEST_CASE("The box of a text that the page could not hold becomes lower with it") {
    const test::Shown shown({});
    shown.canvas->set_tool(Tool::text);
    QTest::mouseClick(shown.canvas.get(), Qt::LeftButton, {}, shown.at(100, 100));
    paste(shown, QString("今晚的海风，比去年的更温柔。").repeated(20));
    REQUIRE(shown.frame().height() > 800);
    shown.session->change("Size", [&, id = test::id_of(*shown.session, 0)](document::Poster& poster) {
        edit_text(poster, id, [&](document::Poster& changed) { std::get<document::TextLayer>(changed.find(id)->content).text.style.size = 16; });
    });
    CHECK(shown.frame().height() < 600);
    CHECK(QRectF(0, 0, 600, 800).contains(shown.frame()));
}
