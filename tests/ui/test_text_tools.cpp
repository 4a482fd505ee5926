// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QToolButton>
#include <QTranslator>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>

#include "app/core/paths.h"
#include "app/document/json.h"
#include "app/document/scale_type.h"
#include "app/placement/contrast.h"
#include "app/typeset/font_set.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/findings.h"
#include "tests/ui/look.h"
#include "tests/ui/shown_canvas.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_clipboard.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/rich_text.h"
#include "ui/layers/built_in_presets.h"
#include "ui/layers/properties_panel.h"
#include "ui/layers/style_gallery.h"
#include "ui/layers/text_panel.h"
#include "ui/style/colour_button.h"

using namespace haibao;
using namespace haibao::ui;
using test::findings_of, test::Shown, test::text;

namespace {

TextPreset built_in(std::size_t index) { return built_in_presets().at(index); }

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

TEST_CASE("A colour that can hardly be read where the text stands is said, and one click takes one that can") {
    auto ground = test::rectangle(0, 0, 600, 800);
    std::get<document::ShapeLayer>(ground.content).fills.front().paint = document::Colour{0.95, 0.68, 0.4, 1, {}};
    auto words = test::words("青岛奥帆中心", QRectF(100, 300, 400, 60));
    std::get<document::TextLayer>(words.content).text.style.fills = {document::Fill{.paint = document::Colour{1, 1, 1, 1, {}}}};
    const test::Shown shown({ground, words});
    QSignalSpy rendered(shown.canvas.get(), &CanvasView::rendered);
    REQUIRE(QTest::qWaitFor([&] { return !rendered.isEmpty(); }, 20000));
    shown.session->select({test::id_of(*shown.session, 1)});
    PropertiesPanel panel;
    panel.set_session(shown.session.get());
    TextFindings& findings = *panel.text_panel()->findings();
    const QStringList said = test::findings_of(findings);
    REQUIRE(said.size() == 1);
    CHECK(said[0].contains("is hard to read"));
    auto* remedy = findings.findChild<QToolButton*>("readable-ink");
    REQUIRE(remedy);
    remedy->click();
    CHECK(placement::luminance(std::get<document::Colour>(test::text(*shown.session, 1).style.fills.front().paint)) < 0.3);
    CHECK(test::findings_of(findings).isEmpty());
    shown.session->undo();
    CHECK(test::findings_of(findings).size() == 1);
}

namespace {

/// As a translated window has it, for one word.
struct BoldInChinese : QTranslator {
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* words, const char*, int) const override { return QLatin1String(words) == QLatin1String("Bold") ? QString("粗体") : QString(); }
};

}  // namespace

TEST_CASE("A weight is named in the user's language and kept under the font's own name") {
    BoldInChinese translator;
    QCoreApplication::installTranslator(&translator);
    auto words = test::words("海风", QRectF(100, 100, 200, 60));
    std::get<document::TextLayer>(words.content).text.style.font = {.family = "Noto Sans CJK SC", .face = "Regular", .axes = {}, .file_hash = {}};
    const test::Shown shown({words});
    shown.session->select({test::id_of(*shown.session, 0)});
    TextPanel panel;
    panel.set_session(shown.session.get());
    auto* weight = test::named<QComboBox>(panel, "Weight");
    REQUIRE(QTest::qWaitFor([&] { return weight->count() > 1; }, 20000));
    const int bold = weight->findText("粗体");
    REQUIRE(bold >= 0);
    emit weight->activated(bold);
    CHECK(test::text(*shown.session).style.font.face == "Bold");
    CHECK(weight->currentText() == "粗体");
    QCoreApplication::removeTranslator(&translator);
}
