// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <catch2/catch_test_macros.hpp>

#include "app/document/bleed.h"
#include "app/export/picture_metadata.h"
#include "app/render/build.h"
#include "app/render/pictures.h"
#include "tests/app/proof/pictures.h"
#include "tests/ui/look.h"
#include "tests/ui/posters.h"
#include "ui/canvas/canvas_view.h"
#include "ui/enlarge/enlarge_dialog.h"
#include "ui/export/export_dialog.h"
#include "ui/prompt/prompt_edit.h"
#include "ui/proof/proof_dialog.h"
#include "ui/proof/spelling_marks.h"
#include "ui/style/theme.h"

using namespace haibao;
using namespace haibao::ui;
using namespace haibao::test;

namespace {

/// As the painter would have left it: the words in the picture, what was asked for in its record.
QByteArray painted_picture(const QString& shown, const std::string& wanted) {
    const QImage image = proof::testing::painted(proof::testing::poster_of({600, 800}, {{shown, {40, 100, 540, 200}, 80, "Noto Sans"}}));
    Image pixels{image.width(), image.height(), {}};
    for (int y = 0; y < image.height(); ++y) pixels.rgb.insert(pixels.rgb.end(), image.constScanLine(y), image.constScanLine(y) + 3 * image.width());
    generate::Record record;
    record.prompt = "sea, title “" + wanted + "”";
    record.titles = {{wanted, 12, 12 + wanted.size()}};
    record.model_name = "test";
    record.model_sha256 = std::string(64, 'a');
    record.seed = 7;
    record.width = 600;
    record.height = 800;
    record.steps = 4;
    record.device_class = "cpu";
    record.version = "0.1";
    const auto png = encode_png(pixels, picture_texts(record));
    REQUIRE(png);
    return {reinterpret_cast<const char*>(png->data()), qsizetype(png->size())};
}

std::unique_ptr<PosterSession> session_showing(const QString& shown, const std::string& wanted) {
    document::Poster poster;
    poster.page.width = 600;
    poster.page.height = 800;
    document::Layer layer;
    layer.id = poster.next_id();
    layer.placement.frame = {0, 0, 600, 800};
    document::PictureLayer content;
    content.picture = poster.add_picture(painted_picture(shown, wanted), "image/png", "7.png");
    layer.content = content;
    poster.layers.push_back(std::move(layer));
    auto session = PosterSession::create(std::move(poster), "test");
    REQUIRE(session);
    return std::move(*session);
}

void wait_for(ProofDialog& dialog) {
    QSignalSpy finished(&dialog, &ProofDialog::finished_work);
    if (dialog.busy()) REQUIRE(finished.wait(60'000));
}

QPushButton* button(ProofDialog& dialog, const QString& text) {
    for (auto* one : dialog.findChildren<QPushButton*>())
        if (one->text() == text) return one;
    return nullptr;
}

}  // namespace

TEST_CASE("A painted title that is wrong is listed, found on the canvas, and replaced by live text in one undoable step") {
    auto session = session_showing("Sumner", "Summer");
    auto* dialog = new ProofDialog(session.get());
    dialog->show();
    wait_for(*dialog);
    auto* list = dialog->findChild<QListWidget*>();
    REQUIRE(list->count() == 1);
    CHECK(list->item(0)->text().contains("Summer"));
    CHECK(list->item(0)->text().contains("Sumner"));
    test::keep_picture(*dialog, "check-text-wrong");
    QSignalSpy chosen(dialog, &ProofDialog::place_chosen);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    REQUIRE(chosen.count() == 1);
    CHECK(QRectF(30, 90, 560, 220).contains(chosen[0][0].toRectF().center()));
    CHECK(session->selection() == std::vector{id_of(*session, 0)});
    REQUIRE(button(*dialog, ProofDialog::tr("Replace by live text"))->isEnabled());
    QTest::mouseClick(button(*dialog, ProofDialog::tr("Replace by live text")), Qt::LeftButton);
    wait_for(*dialog);
    QCoreApplication::processEvents();
    wait_for(*dialog);  // it checks again by itself
    REQUIRE(session->poster().layers.size() == 2);
    CHECK(std::get<document::TextLayer>(session->poster().layers[1].content).text.text == "Summer");
    CHECK(list->item(list->count() - 1)->text().startsWith("✓"));
    CHECK_FALSE(button(*dialog, ProofDialog::tr("Replace by live text"))->isEnabled());
    test::keep_picture(*dialog, "check-text-right");
    session->undo();
    CHECK(session->poster().layers.size() == 1);
    dialog->close();
}

TEST_CASE("Painting again is asked for with the prompt and the seed that was") {
    auto session = session_showing("Sumner", "Summer");
    ProofDialog dialog(session.get());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    wait_for(dialog);
    QSignalSpy again(&dialog, &ProofDialog::paint_again);
    QTest::mouseClick(button(dialog, ProofDialog::tr("Paint again")), Qt::LeftButton);
    REQUIRE(again.count() == 1);
    CHECK(again[0][0].toString() == "sea, title “Summer”");
    CHECK(again[0][1].toULongLong() == 7);
}

TEST_CASE("A closed window and a closed poster stop the reading without harm") {
    auto session = session_showing("Summer", "Summer");
    auto* dialog = new ProofDialog(session.get());
    delete dialog;
    auto* other = new ProofDialog(session.get());
    session.reset();
    wait_for(*other);
    other->check();
    delete other;
}

TEST_CASE("Misspelled words in titles are underlined in the prompt, and a suggestion takes their place") {
    PromptEdit edit;
    edit.setPlainText("a festivel, title “Sumer Festivel”, 标题“海风音樂节”");
    edit.resize(500, 120);
    edit.show();
    CHECK(edit.suggestions_at(4).words.isEmpty());  // outside the quotes nothing is checked
    const auto latin = edit.suggestions_at(27);
    CHECK(latin.begin == 25);
    CHECK(latin.end == 33);
    CHECK(latin.words.contains("Festival"));
    const auto chinese = edit.suggestions_at(edit.toPlainText().indexOf(QChar(u'樂')));
    CHECK(chinese.words == QStringList{"乐"});
    test::keep_picture(edit, "prompt-spelling");
}

TEST_CASE("In a text layer a suggestion replaces the word, and the text can be left alone") {
    auto session = session_with({words("Summer Festivel", {50, 50, 400, 80})});
    const auto id = id_of(*session, 0);
    const auto text = [&]() -> const document::Text& { return std::get<document::TextLayer>(session->poster().layers[0].content).text; };
    QMenu menu;
    add_spelling(menu, *session, id, 9);
    const auto action = [](const QMenu& from, const QString& name) -> QAction* {
        for (QAction* one : from.actions())
            if (one->text() == name) return one;
        return nullptr;
    };
    REQUIRE(action(menu, "Festival"));
    action(menu, "Festival")->trigger();
    CHECK(text().text == "Summer Festival");
    session->undo();
    REQUIRE(action(menu, "Check the spelling of this text"));
    action(menu, "Check the spelling of this text")->trigger();
    CHECK(text().lang == "zh-Hans-x-nospell");
    QMenu silent;
    add_spelling(silent, *session, id, 9);
    CHECK_FALSE(action(silent, "Festival"));
    CanvasView canvas(session.get());
    canvas.resize(700, 900);
    session->undo();
    canvas.edit_text(id);
    test::keep_picture(canvas, "canvas-spelling");
}

namespace {

void wait_for(ExportNotes& notes) {
    QSignalSpy rested(&notes, &ExportNotes::rested);
    if (!notes.at_rest()) REQUIRE(rested.wait(60'000));
}

const Preset& preset_named(const QString& id) {
    static const std::vector<Preset> all = presets();
    const auto found = std::ranges::find(all, id, &Preset::id);
    REQUIRE(found != all.end());
    return *found;
}

/// An A4 page whose ground has 600 × 800 pixels: some 72 dpi.
document::Poster coarse_poster() {
    document::Poster poster;
    poster.page.unit = document::PageUnit::millimetres;
    poster.page.width = 210;
    poster.page.height = 297;
    document::Layer layer;
    layer.id = poster.next_id();
    layer.name = "Ground";
    layer.placement.frame = QRectF(QPointF(), poster.page.points());
    document::PictureLayer content;
    content.picture = poster.add_picture(painted_picture("Summer", "Summer"), "image/png", "7.png");
    layer.content = content;
    poster.layers.push_back(std::move(layer));
    return poster;
}

}  // namespace

TEST_CASE("Before an export a wrong painted title is said, with the way to look at it") {
    auto session = session_showing("Sumner", "Summer");
    ExportDialog dialog(session->poster(), "test");
    dialog.show();
    CHECK(dialog.notes()->texts_note().contains("being proof-read"));
    wait_for(*dialog.notes());
    CHECK(dialog.notes()->texts_note().contains("1 text"));
    test::keep_picture(dialog, "export-wrong-text");
    QSignalSpy check(&dialog, &ExportDialog::check_wanted);
    for (auto* one : dialog.findChildren<QPushButton*>())
        if (one->text() == "Check text…") one->click();
    CHECK(check.size() == 1);
    CHECK_FALSE(dialog.isVisible());
}

TEST_CASE("An export asks how good a file is to be only where that can be chosen") {
    ExportDialog dialog(coarse_poster(), "test");
    dialog.show();
    wait_for(*dialog.notes());
    const std::vector<Preset> all = presets();
    auto* list = dialog.findChild<QListWidget*>();
    auto* quality = dialog.findChild<QSlider*>();
    for (std::size_t i = 0; i < all.size(); ++i) {
        list->setCurrentRow(int(i));
        INFO(all[i].id.toStdString());
        if (all[i].format == "png" || all[i].format == "tiff" || all[i].format == "pdf") CHECK_FALSE(quality->isVisible());
        if (all[i].format == "jpeg") CHECK(quality->isVisible());
    }
}

TEST_CASE("Pictures with too few pixels for print are named with their dpi, and enlarged with what they say of themselves") {
    const document::Poster poster = coarse_poster();
    ExportNotes notes(poster);
    wait_for(notes);
    CHECK(notes.texts_note().contains("as they should be"));
    notes.show_for(preset_named("screen-png"));
    CHECK(notes.pictures_note().isEmpty());
    Preset print = preset_named("screen-png");
    print.extent = PageExtent::marks;
    notes.show_for(print);
    CHECK(notes.pictures_note().contains("“Ground” has"));
    std::vector<enlarge::LargerPicture> larger;
    QObject::connect(&notes, &ExportNotes::enlarged, [&](const std::vector<enlarge::LargerPicture>& pictures) { larger = pictures; });
    for (auto* one : notes.findChildren<QPushButton*>())
        if (one->text() == "Enlarge…") one->click();
    wait_for(notes);
    auto* dialog = notes.findChild<EnlargeDialog*>();
    REQUIRE(dialog);
    test::keep_picture(*dialog, "enlarge-for-print");
    QSignalSpy ended(dialog, &EnlargeDialog::work_ended);
    dialog->findChild<QPushButton*>("start")->click();
    REQUIRE((ended.size() == 1 || ended.wait(60'000)));
    wait_for(notes);
    REQUIRE(larger.size() == 1);
    CHECK(notes.pictures_note().isEmpty());
    document::Poster changed = poster;
    enlarge::apply(changed, larger);
    const auto placed = enlarge::placed_pictures(changed);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].dpi > 250);
    CHECK(proof::painted_texts(changed) == 1);
}

TEST_CASE("A ground without bleed is said to be so, and reaches into the bleed after one click") {
    document::Poster poster = coarse_poster();
    ExportDialog dialog(poster, "test");
    dialog.show();
    ExportNotes& notes = *dialog.notes();
    wait_for(notes);
    notes.show_for(preset_named("print-pdf-x4"));  // as A3
    wait_for(notes);
    REQUIRE(notes.bleed_note().contains("designed without bleed"));
    QSignalSpy bled(&dialog, &ExportDialog::bled);
    auto* extend = test::button<QPushButton>(notes, "Extend into the bleed");
    CHECK(extend->isVisible());
    test::keep_picture(dialog, "export-bleed");
    extend->click();
    REQUIRE(bled.size() == 1);
    wait_for(notes);
    CHECK(notes.bleed_note().isEmpty());
    CHECK_FALSE(extend->isVisible());
    const double points = bled[0][0].toDouble();
    CHECK(std::abs(points - 3 * 72 / 25.4 * 210 / 297) < 0.05);  // 3 mm in the file
    document::extend_into_bleed(poster, points);
    CHECK(poster.layers[0].placement.frame == QRectF(QPointF(), poster.page.points()).adjusted(-points, -points, points, points));
}

TEST_CASE("For a screen the export says of a picture what its layer says, and enlarges it no further than the file wants") {
    document::Poster poster = coarse_poster();
    poster.page = {.width = 1200, .height = 1600};
    poster.layers[0].placement.frame = QRectF(QPointF(), poster.page.points());
    ExportNotes notes(poster);
    wait_for(notes);
    notes.show_for(preset_named("screen-png"));
    CHECK(notes.pictures_note().isEmpty());  // twice its own size
    CHECK(render::build(poster, *typeset::FontSet::system()).findings.empty());
    poster.page = {.width = 3000, .height = 4000};
    poster.layers[0].placement.frame = QRectF(QPointF(), poster.page.points());
    ExportNotes coarse(poster);
    wait_for(coarse);
    coarse.show_for(preset_named("screen-png"));
    CHECK(coarse.pictures_note().contains("5.0 times its own size"));
    CHECK(render::build(poster, *typeset::FontSet::system()).findings.size() == 1);
    for (auto* one : coarse.findChildren<QPushButton*>())
        if (one->text() == "Enlarge…") one->click();
    wait_for(coarse);
    auto* dialog = coarse.findChild<EnlargeDialog*>();
    REQUIRE(dialog);
    QSignalSpy ended(dialog, &EnlargeDialog::work_ended);
    std::vector<enlarge::LargerPicture> larger;
    QObject::connect(&coarse, &ExportNotes::enlarged, [&](const std::vector<enlarge::LargerPicture>& pictures) { larger = pictures; });
    dialog->findChild<QPushButton*>("start")->click();
    REQUIRE((ended.size() == 1 || ended.wait(60'000)));
    wait_for(coarse);
    REQUIRE(larger.size() == 1);
    CHECK(render::decode_picture(larger[0].picture)->image->size() == QSize(3000, 4000));
    CHECK(coarse.pictures_note().isEmpty());
}
