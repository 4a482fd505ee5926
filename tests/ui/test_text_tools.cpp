// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QFile>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QListWidget>
#include <QMimeData>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>
#include <string>

#include "app/core/paths.h"
#include "app/document/json.h"
#include "app/document/scale_type.h"
#include "app/placement/contrast.h"
#include "app/proof/live.h"
#include "app/typeset/font_set.h"
#include "app/typeset/layout.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/look.h"
#include "tests/ui/shown_canvas.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_clipboard.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/rich_text.h"
#include "ui/canvas/text_stand.h"
#include "ui/layers/built_in_presets.h"
#include "ui/layers/properties_panel.h"
#include "ui/layers/style_gallery.h"
#include "ui/layers/text_findings.h"
#include "ui/layers/text_panel.h"
#include "ui/style/colour_button.h"

using namespace haibao;
using namespace haibao::ui;
using test::Shown;

namespace {

const document::Text& text(const PosterSession& session, std::size_t index = 0) {
    return std::get<document::TextLayer>(session.poster().layers.at(index).content).text;
}

TextPreset built_in(std::size_t index) { return built_in_presets().at(index); }

/// The findings of the one text, once they are about it as it is now.
QStringList findings_of(TextFindings& findings) {
    QSignalSpy checked(&findings, &TextFindings::checked);
    findings.refresh();
    REQUIRE(checked.wait(20000));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // the notices before
    QStringList sentences;
    for (const QFrame* notice : findings.findChildren<QFrame*>())
        if (!notice->accessibleName().isEmpty() && !notice->isHidden()) sentences << notice->accessibleName();
    return sentences;
}

}  // namespace

// Styles --------------------------------------------------------------------------------------------------------------

TEST_CASE("A style that is kept under a name is there again at the next start, and looks the same on another poster") {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "text-styles.json";
    document::TextStyle style = built_in(9).style;
    style.size = 72;
    document::Page page;
    page.width = 720;
    page.height = 1000;
    {
        TextPresets presets(file);
        REQUIRE(presets.save("我的标题", style, page));
        CHECK_FALSE(presets.save(built_in(0).name, style, page));  // those that come with Haibao stay
    }
    TextPresets presets(file);
    REQUIRE_FALSE(presets.all().empty());
    const TextPreset& kept = presets.all().front();
    CHECK(kept.name == "我的标题");
    document::TextStyle now;
    now.size = style.size;
    CHECK(style_from(kept, now) == style);
    CHECK(size_from(kept, {}, page) == style.size);
    page.width = 1440;
    page.height = 2000;
    now.size = size_from(kept, {}, page);
    const document::TextStyle larger = style_from(kept, now);
    CHECK(std::abs(larger.size - 144) < 1e-9);
    CHECK(std::abs(larger.strokes.at(0).width - 2 * style.strokes.at(0).width) < 1e-9);
    REQUIRE(presets.rename("我的标题", "金"));
    REQUIRE(presets.remove("金"));
    CHECK(TextPresets(file).all().size() == built_in_presets().size());
}

TEST_CASE("A file of styles that cannot be read is said and not written over") {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder.write("text-styles.json", "{ broken");
    TextPresets presets(file);
    CHECK_FALSE(presets.problem().isEmpty());
    CHECK(presets.all().size() == built_in_presets().size());
    CHECK_FALSE(presets.save("mine", {}, {}));
    QFile kept(paths::to_qt(file));
    REQUIRE(kept.open(QIODevice::ReadOnly));
    CHECK(kept.readAll() == "{ broken");
}

TEST_CASE("Every style that comes with Haibao has a swatch of its own on which its letters can be seen") {
    std::set<QByteArray> different;
    for (const TextPreset& preset : built_in_presets()) {
        INFO(preset.name.toStdString());
        const QImage swatch = swatch_of(preset, QSize(132, 84));
        REQUIRE_FALSE(swatch.isNull());
        int darkest = 255, lightest = 0;
        for (int y = 0; y < swatch.height(); ++y)
            for (int x = 0; x < swatch.width(); ++x) {
                const int grey = qGray(swatch.pixel(x, y));
                darkest = std::min(darkest, grey);
                lightest = std::max(lightest, grey);
            }
        CHECK(lightest - darkest > 70);
        different.insert(QByteArray(reinterpret_cast<const char*>(swatch.constBits()), swatch.sizeInBytes()));
    }
    CHECK(different.size() == built_in_presets().size());
}

TEST_CASE("A click on a swatch styles all selected texts in one step, spans included") {
    const Shown shown({test::words("甲乙", QRectF(50, 50, 200, 60)), test::words("丙", QRectF(50, 150, 200, 60)), test::rectangle(300, 300, 50, 50)});
    shown.session->change("span", [](document::Poster& poster) {
        style_range(std::get<document::TextLayer>(poster.layers[0].content).text, 0, 1, [](document::TextStyle& style) { style.size = 99; });
    });
    shown.session->select({test::id_of(*shown.session, 0), test::id_of(*shown.session, 1), test::id_of(*shown.session, 2)});
    PropertiesPanel panel;
    panel.set_session(shown.session.get());
    auto* list = panel.findChild<QListWidget*>("styles");
    REQUIRE(list);
    REQUIRE(list->count() >= int(built_in_presets().size()));
    const TextPreset gold = built_in(9);
    QListWidgetItem* item = nullptr;
    for (int i = 0; i < list->count(); ++i)
        if (list->item(i)->toolTip() == gold.name) item = list->item(i);
    REQUIRE(item);
    emit list->itemClicked(item);
    CHECK(text(*shown.session, 0).style.strokes.size() == 1);
    CHECK(text(*shown.session, 0).style.size == 40);
    CHECK(text(*shown.session, 0).spans.at(0).style.size == 99);
    CHECK(text(*shown.session, 0).spans.at(0).style.strokes.at(0).width > text(*shown.session, 0).style.strokes.at(0).width);
    CHECK(text(*shown.session, 1).style.fills == text(*shown.session, 0).style.fills);
    shown.session->undo();
    CHECK(text(*shown.session, 0).style.strokes.empty());
    CHECK(text(*shown.session, 1).style.strokes.empty());
}

TEST_CASE("A style gives its look and leaves the size; the swatch of the selected texts is marked, none where they differ") {
    const Shown shown({test::words("甲乙", QRectF(50, 50, 200, 60)), test::words("丙", QRectF(50, 150, 200, 60)), test::words("", QRectF(50, 250, 300, 90))});
    const auto select = [&shown](std::vector<std::size_t> which) {
        std::vector<document::LayerId> ids;
        for (const std::size_t index : which) ids.push_back(test::id_of(*shown.session, index));
        shown.session->select(ids);
    };
    select({0});
    PropertiesPanel panel;
    panel.set_session(shown.session.get());
    auto* list = panel.findChild<QListWidget*>("styles");
    REQUIRE(list);
    const auto marked = [list] { return list->selectedItems().isEmpty() ? QString() : list->selectedItems().first()->toolTip(); };
    const auto click = [list](const TextPreset& preset) {
        for (int i = 0; i < list->count(); ++i)
            if (list->item(i)->toolTip() == preset.name) {
                list->setCurrentRow(i);  // as a click does
                emit list->itemClicked(list->item(i));
            }
    };
    CHECK(marked().isEmpty());
    for (std::size_t i = 0; i < built_in_presets().size(); ++i) {
        INFO(built_in(i).name.toStdString());
        click(built_in(i));
        CHECK(text(*shown.session).style.size == 40);
        CHECK(text(*shown.session).style.font == built_in(i).style.font);
        CHECK(marked() == built_in(i).name);
    }
    click(built_in(9));
    select({1});
    CHECK(marked().isEmpty());  // not what was clicked last
    click(built_in(2));
    select({0, 1});
    CHECK(marked().isEmpty());
    click(built_in(4));
    CHECK(marked() == built_in(4).name);
    shown.session->undo();
    CHECK(marked().isEmpty());
    select({0});
    CHECK(marked() == built_in(9).name);
    shown.session->change("twice as large", [](document::Poster& poster) { document::scale_type(std::get<document::TextLayer>(poster.layers[0].content).text, 2); });
    CHECK(marked() == built_in(9).name);
    auto read = document::style_from_json(document::to_json(text(*shown.session).style));  // saved and opened again
    REQUIRE(read);
    CHECK(looks_like(*read, built_in(9)));
    shown.session->change_layer("red", test::id_of(*shown.session, 0), [](document::Layer& layer) {
        std::get<document::TextLayer>(layer.content).text.style.fills.front().paint = document::Colour{1, 0, 0, 1, {}};
    });
    CHECK(marked().isEmpty());

    select({2});  // nothing is written there: the style's own size is as good as any
    click(built_in(0));
    CHECK(text(*shown.session, 2).style.size == size_from(built_in(0), {}, shown.session->poster().page));
}

// Texts that stand on each other --------------------------------------------------------------------------------------

TEST_CASE("Texts that stand on each other are named at both, as in the proof, and one click moves the selected one clear") {
    auto title = test::words("海上风", QRectF(260, 100, 120, 500), document::WritingMode::vertical_rl), time = test::words("20:00—23:00", QRectF(150, 300, 350, 60));
    title.name = "标题";
    time.name = "时间";
    std::get<document::TextLayer>(title.content).text.style.size = 110;
    Shown shown({title, time, test::words("别处", QRectF(100, 640, 200, 60))});
    const auto overlaps = [&shown] {
        QStringList layers;
        for (const render::Finding& finding : shown.session->findings())
            if (finding.code == "overlapping") layers << finding.layer;
        return layers;
    };
    REQUIRE(QTest::qWaitFor([&] { return !overlaps().isEmpty(); }, 20000));
    CHECK(overlaps() == QStringList{"标题", "时间"});
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
    CHECK(QTest::qWaitFor([&] { return overlaps().isEmpty(); }, 20000));
    CHECK(shown.session->poster().layers[0] == before);
    CHECK(shown.frame(1) != QRectF(150, 300, 350, 60));
    shown.session->undo();
    CHECK(shown.frame(1) == QRectF(150, 300, 350, 60));
    CHECK(QTest::qWaitFor([&] { return overlaps().size() == 2; }, 20000));
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

// Missing characters --------------------------------------------------------------------------------------------------

TEST_CASE("A rare character that the font lacks is named, and one click takes it from a font that has it") {
    auto layer = test::words("𡧛觞龘", QRectF(50, 50, 400, 80));
    std::get<document::TextLayer>(layer.content).text.style.font.family = "LXGW WenKai";
    const auto session = test::session_with({layer});
    session->select({test::id_of(*session, 0)});
    PropertiesPanel panel;
    panel.set_session(session.get());
    TextFindings& findings = *panel.text_panel()->findings();
    const QStringList sentences = findings_of(findings);
    REQUIRE(sentences.size() == 1);
    CHECK(sentences[0].contains("𡧛"));
    CHECK_FALSE(sentences[0].contains("龘"));  // which it has
    auto* use = findings.findChild<QToolButton*>("use-other-font");
    REQUIRE(use);
    QTest::mouseClick(use, Qt::LeftButton);
    CHECK(text(*session).style.font.family == "LXGW WenKai");  // the rest keeps its face
    CHECK_FALSE(text(*session).style.fallback.isEmpty());
    CHECK(typeset::lacking(text(*session), *typeset::FontSet::system()).empty());
    CHECK(findings_of(findings).isEmpty());
    session->undo();
    CHECK(text(*session).style.fallback.isEmpty());
}

TEST_CASE("Only the missing character may come from another font; the rest keeps its own") {
    auto layer = test::words("𡧛觞", QRectF(50, 50, 400, 80));
    std::get<document::TextLayer>(layer.content).text.style.font.family = "LXGW WenKai";
    const auto session = test::session_with({layer});
    session->select({test::id_of(*session, 0)});
    TextFindings findings;
    findings.set_session(session.get());
    findings_of(findings);
    auto* use = findings.findChild<QToolButton*>("use-other-font");
    REQUIRE(use);
    REQUIRE(use->menu());
    use->menu()->actions().last()->trigger();
    CHECK(text(*session).style.font.family == "LXGW WenKai");
    REQUIRE(text(*session).style.fallback.size() == 1);
    CHECK(findings_of(findings).isEmpty());
}

TEST_CASE("A font that is not installed is named with what can stand for it") {
    auto layer = test::words("花好月圆", QRectF(50, 50, 400, 80));
    std::get<document::TextLayer>(layer.content).text.style.font.family = "No Such Song";
    const auto session = test::session_with({layer});
    session->select({test::id_of(*session, 0)});
    TextFindings findings;
    findings.set_session(session.get());
    const QStringList sentences = findings_of(findings);
    REQUIRE(sentences.size() == 1);
    CHECK(sentences[0].contains("No Such Song"));
    auto* use = findings.findChild<QToolButton*>("use-other-font");
    REQUIRE(use);
    QTest::mouseClick(use, Qt::LeftButton);
    CHECK(typeset::FontSet::system()->find(text(*session).style.font));
}

// Clipboard -----------------------------------------------------------------------------------------------------------

TEST_CASE("The box of pasted words holds all their lines") {
    const Shown shown({});
    QGuiApplication::clipboard()->setText("第一行\n第二行\n第三行\n第四行");
    REQUIRE(paste_layers(*shown.session));
    CHECK(shown.frame().height() >= 4 * text(*shown.session).style.size);
    shown.session->undo();
    CHECK(shown.session->poster().layers.empty());
}

TEST_CASE("Words that are copied keep their looks between posters, and are plain text and HTML for others") {
    const Shown shown({test::words("花好月圆", QRectF(50, 50, 300, 80)), test::words("中秋", QRectF(50, 200, 300, 80))});
    shown.session->change("span", [](document::Poster& poster) {
        style_range(std::get<document::TextLayer>(poster.layers[0].content).text, 1, 2, [](document::TextStyle& style) {
            style.font.face = "Bold";
            style.underline = true;
            style.fills.front().paint = document::Colour{1, 0, 0, 1, {}};
        });
    });
    shown.canvas->edit_text(test::id_of(*shown.session, 0));
    QTest::keyClick(shown.canvas.get(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(shown.canvas.get(), Qt::Key_C, Qt::ControlModifier);
    CHECK(QGuiApplication::clipboard()->text() == "花好月圆");
    const QString html = QGuiApplication::clipboard()->mimeData()->html();
    CHECK(html.contains("font-weight:bold"));
    CHECK(html.contains("#ff0000"));

    shown.canvas->edit_text(test::id_of(*shown.session, 1));
    QTest::keyClick(shown.canvas.get(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(shown.canvas.get(), Qt::Key_V, Qt::ControlModifier);
    CHECK(text(*shown.session, 1).text == "中秋花好月圆");
    REQUIRE(text(*shown.session, 1).spans.size() == 1);
    CHECK(text(*shown.session, 1).spans[0].begin == 3);
    CHECK(text(*shown.session, 1).spans[0].end == 4);
    CHECK(text(*shown.session, 1).spans[0].style.underline);
    shown.session->undo();
    CHECK(text(*shown.session, 1).text == "中秋");
    QTest::keyClick(shown.canvas.get(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(shown.canvas.get(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(text(*shown.session, 1).text == "中秋花好月圆");
    CHECK(text(*shown.session, 1).spans.empty());
}

TEST_CASE("From a web page comes what is meant: bold, colour, relative size; not its fonts' sizes and its black") {
    document::TextStyle into;
    into.size = 60;
    into.fills.front().paint = document::Colour{0, 0.5, 0, 1, {}};
    QMimeData mime;
    mime.setHtml("<p style='font-size:10pt'>海报<b>设计</b><span style='color:#0000ff'>周</span><span style='font-size:20pt'>!</span></p><p style='font-size:10pt'>第二行文字</p>");
    const auto pasted = pasted_text(mime, into);
    REQUIRE(pasted);
    CHECK(pasted->text == "海报设计周!\n第二行文字");
    REQUIRE(pasted->spans.size() == 3);
    CHECK(pasted->spans[0].begin == 2);
    CHECK(pasted->spans[0].style.font.face == "Bold");
    CHECK(pasted->spans[0].style.size == 60);
    CHECK(std::get<document::Colour>(pasted->spans[1].style.fills[0].paint).b == 1);
    CHECK(pasted->spans[2].style.size == 120);
    CHECK(pasted->spans[2].style.fills == into.fills);
}

TEST_CASE("Layers go through the clipboard with their pictures, into another poster, too") {
    const Shown shown({test::words("标题", QRectF(50, 50, 200, 60)), test::rectangle(100, 100, 50, 50)});
    shown.session->select({test::id_of(*shown.session, 0), test::id_of(*shown.session, 1)});
    copy_selection(*shown.session);
    CHECK(QGuiApplication::clipboard()->text() == "标题");
    const auto other = test::session_with({});
    REQUIRE(paste_layers(*other));
    REQUIRE(other->poster().layers.size() == 2);
    CHECK(other->selection().size() == 2);
    CHECK(text(*other).text == "标题");
    REQUIRE(paste_layers(*other));
    CHECK(other->poster().layers.size() == 4);
    CHECK(other->poster().layers[0].id != other->poster().layers[2].id);
    other->undo();
    CHECK(other->poster().layers.size() == 2);

    QImage image(30, 20, QImage::Format_RGB32);
    image.fill(Qt::green);
    QGuiApplication::clipboard()->setImage(image);
    REQUIRE(paste_layers(*other));
    CHECK(std::holds_alternative<document::PictureLayer>(other->poster().layers.back().content));
    QGuiApplication::clipboard()->setText("一段话");
    REQUIRE(paste_layers(*other));
    CHECK(text(*other, other->poster().layers.size() - 1).text == "一段话");
}

// Direction -----------------------------------------------------------------------------------------------------------

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
