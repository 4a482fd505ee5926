// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QImage>
#include <QJsonArray>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "app/core/paths.h"
#include "app/document/commands.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/posters.h"
#include "ui/layers/layers_panel.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/make_poster.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/prompt/template_drawer.h"
#include "ui/queue/result_strip.h"

using namespace haibao;
using namespace haibao::ui;

namespace {

Tile picture_tile(const test::TemporaryFolder& folder, const QColor& colour) {
    QImage image(60, 80, QImage::Format_RGB888);
    image.fill(colour);
    Tile tile;
    tile.state = TileState::done;
    tile.file = paths::to_qt(folder.path()) + "/" + colour.name().mid(1) + ".png";
    REQUIRE(image.save(tile.file));
    return tile;
}

document::Poster with_text() {
    document::Poster poster;
    poster.page.width = 600;
    poster.page.height = 800;
    document::Layer title = test::words("山风", QRectF(100, 100, 300, 100));
    title.id = poster.next_id();
    poster.layers.push_back(title);
    return poster;
}

QString ground_of(const PosterSession& session) {
    const auto* picture = std::get_if<document::PictureLayer>(&session.poster().layers.front().content);
    return picture ? picture->picture : QString();
}

}  // namespace

TEST_CASE("Another picture of the strip takes the place of the ground; the text stays, and undo brings the old one back") {
    const test::TemporaryFolder folder;
    Studio studio({HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
    CreatePage page(&studio);
    page.new_poster(with_text().page);
    PosterSession& session = *page.session();
    session.change("own words", [](document::Poster& poster) { poster.layers = with_text().layers; });
    const document::Layer title = session.poster().layers.front();
    emit page.strip()->used(picture_tile(folder, Qt::darkRed));
    REQUIRE(session.poster().layers.size() == 2);
    const QString first = ground_of(session);
    emit page.strip()->used(picture_tile(folder, Qt::darkBlue));
    REQUIRE(session.poster().layers.size() == 2);
    CHECK(ground_of(session) != first);
    CHECK(session.poster().layers.back() == title);
    session.undo();
    CHECK(ground_of(session) == first);
    CHECK(session.poster().layers.back() == title);
    session.undo();
    CHECK(session.poster().layers.size() == 1);
    session.redo();
    session.redo();
    CHECK(ground_of(session) != first);
}

TEST_CASE("What is generated beside an example, or another poster's words, gets a poster of its own") {
    const test::TemporaryFolder folder;
    Studio studio({HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
    REQUIRE(studio.open(folder.path() / "library"));
    CreatePage page(&studio);
    REQUIRE(page.open_example(with_text()));
    PosterSession* example = page.session();
    const document::Poster before = example->poster();

    emit page.strip()->used(picture_tile(folder, Qt::darkRed));
    CHECK(page.sessions().size() == 2);
    CHECK(page.session() != example);
    CHECK_FALSE(ground_of(*page.session()).isEmpty());
    CHECK(example->poster() == before);

    page.session()->change("own words", [](document::Poster& poster) { poster.layers = with_text().layers; });
    page.prompt()->set_prompt("落日，标题“海风”，日期“8月16日”");
    page.prompt()->start();
    REQUIRE(page.sessions().size() == 3);
    PosterSession* blank = page.session();
    CHECK(blank->poster().layers.empty());
    page.prompt()->start();  // it waits for its picture: asked again it is the same one
    CHECK(page.sessions().size() == 3);
    CHECK(page.session() == blank);

    blank->change("words", [](document::Poster& poster) {
        document::Layer layer = test::words("海风", QRectF(10, 10, 100, 40));
        layer.id = poster.next_id();
        poster.layers.push_back(layer);
        poster.info.generation["prompt"] = "标题“海风”，日期“8月16日”";
    });
    page.prompt()->start();  // the same words: another ground for them
    CHECK(page.sessions().size() == 3);
}

namespace {

QJsonObject scene(double seed) { return {{"seed", seed}, {"elements", QJsonArray{QJsonObject{{"subject", "sun"}}, QJsonObject{{"subject", "sea"}}}}}; }

/// A blank poster, a prompt with two texts, and templates to choose from.
struct BlankPoster {
    const test::TemporaryFolder folder;
    Studio studio{{HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}}};
    CreatePage page{&studio};
    TemplateDrawer* templates = page.findChild<TemplateDrawer*>();

    BlankPoster() {
        page.new_poster(with_text().page);
        page.prompt()->set_prompt("落日，标题“海风”，日期“8月16日”");
        REQUIRE(templates);
    }
};

}  // namespace

TEST_CASE("On a blank poster a template brings the prompt's words with it; after that it only changes the ground") {
    BlankPoster blank;
    PosterSession& session = *blank.page.session();
    TemplateDrawer* templates = blank.templates;
    emit templates->chosen(scene(3));
    REQUIRE(QTest::qWaitFor([&session] { return !session.poster().layers.empty(); }, 60'000));
    QStringList words;
    for (const document::Layer& layer : session.poster().layers)
        if (const auto* text = std::get_if<document::TextLayer>(&layer.content)) words << text->text.text;
    CHECK(words == QStringList{"海风", "8月16日"});
    const auto ground = [&session] { return std::get<document::SceneLayer>(session.poster().layers.front().content).description; };
    CHECK(ground() == scene(3));
    CHECK(session.poster().pictures.isEmpty());  // it is drawn, not kept as a picture
    CHECK(session.title() == "海风");
    const auto layers = session.poster().layers.size();
    emit templates->chosen(scene(8));
    CHECK(ground() == scene(8));
    CHECK(session.poster().layers.size() == layers);
    session.undo();
    session.undo();
    CHECK(session.poster().layers.empty());
}

TEST_CASE("Of templates that are chosen while the words of the first are placed, the last one is the ground, in one step") {
    BlankPoster blank;
    PosterSession& session = *blank.page.session();
    for (const double seed : {3.0, 5.0, 8.0}) emit blank.templates->chosen(scene(seed));
    REQUIRE(QThreadPool::globalInstance()->waitForDone(60'000));
    QCoreApplication::sendPostedEvents();
    REQUIRE(session.poster().layers.size() > 1);
    CHECK(std::get<document::SceneLayer>(session.poster().layers.front().content).description == scene(8));
    session.undo();
    CHECK(session.poster().layers.empty());
}

TEST_CASE("Every tool and every view option is in the menus, with a key of its own and in the command palette") {
    const test::TemporaryFolder folder;
    QSettings().setValue("library", paths::to_qt(folder.path() / "library"));
    MainWindow window({HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
    std::set<QString> keys;
    for (const QAction* action : window.actions()) {
        if (action->shortcut().isEmpty()) continue;
        INFO(action->text().toStdString());
        CHECK(keys.insert(action->shortcut().toString()).second);
    }
    for (const QAction* action : window.create_page()->tool_actions()) {
        CHECK(window.actions().contains(action));
        CHECK_FALSE(action->shortcut().isEmpty());
    }
    for (const QAction* action : window.create_page()->view_actions()) CHECK(window.actions().contains(action));
    for (const char* key : {"V", "T", "Shift+T", "C", "I", "W", "Ctrl+G", "Ctrl+D", "Ctrl+K", "Ctrl+E"}) CHECK(keys.contains(key));
}

TEST_CASE("On a low page layers and properties share one place; where the user puts them they stay, whatever the height, at the next start, too") {
    constexpr int low = 640, high = 850;
    const test::TemporaryFolder folder;
    QSettings().remove("create");
    Studio studio({HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
    auto page = std::make_unique<CreatePage>(&studio);
    const auto dock = [&page](const char* name) { return page->findChild<QDockWidget*>(name); };
    const auto share = [&] { return page->tabifiedDockWidgets(dock("layers")).contains(dock("properties")); };
    const auto height = [&page](int pixels) {
        page->resize(1280, pixels);
        QTest::qWait(1);
    };
    height(high);
    page->show();
    CHECK_FALSE(share());
    height(low);
    CHECK(share());
    height(high);
    CHECK_FALSE(share());
    SECTION("apart on a low page") {
        height(low);
        page->removeDockWidget(dock("properties"));
        page->addDockWidget(Qt::RightDockWidgetArea, dock("properties"), Qt::Vertical);
        dock("properties")->show();
        REQUIRE_FALSE(share());
        height(low + 20);
        CHECK_FALSE(share());
        page->save_layout();
        page = std::make_unique<CreatePage>(&studio);
        page->restore_layout();
        height(low);
        page->show();
        CHECK_FALSE(share());
        height(high);
        CHECK_FALSE(share());
    }
    SECTION("together on a high one") {
        page->tabifyDockWidget(dock("layers"), dock("properties"));
        height(high + 20);
        CHECK(share());
        height(low);
        height(high);
        CHECK(share());
    }
    SECTION("hidden, or elsewhere") {
        dock("layers")->hide();
        height(low);
        height(high);
        CHECK(dock("layers")->isHidden());
        dock("layers")->show();
        page->addDockWidget(Qt::LeftDockWidgetArea, dock("layers"));
        height(low);
        CHECK(page->dockWidgetArea(dock("layers")) == Qt::LeftDockWidgetArea);
        CHECK_FALSE(share());
    }
    SECTION("all panels hidden while the height changes") {
        page->toggle_panels();
        height(low);
        page->toggle_panels();
        CHECK(share());
    }
    QSettings().remove("create");
}

TEST_CASE("Hidden rulers stay hidden at the next start, on every poster") {
    const test::TemporaryFolder folder;
    Studio studio({HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
    {
        CreatePage page(&studio);
        REQUIRE(page.open_example(with_text()));
        CHECK(page.canvas()->options().rulers);
        page.view_actions().front()->trigger();
        CHECK_FALSE(page.canvas()->options().rulers);
    }
    CreatePage page(&studio);
    REQUIRE(page.open_example(with_text()));
    CHECK_FALSE(page.canvas()->options().rulers);
    page.view_actions().front()->trigger();
    CHECK(page.canvas()->options().rulers);
}

TEST_CASE("A blend mode goes to all selected layers in one step") {
    const auto session = test::session_with({test::rectangle(0, 0, 10, 10), test::rectangle(20, 20, 10, 10)});
    LayersPanel panel;
    panel.set_session(session.get());
    session->select({test::id_of(*session, 0), test::id_of(*session, 1)});
    auto* blend = panel.findChild<QComboBox*>();
    REQUIRE(blend);
    blend->setCurrentIndex(int(document::Blend::multiply));
    emit blend->activated(int(document::Blend::multiply));
    CHECK(session->poster().layers[0].blend == document::Blend::multiply);
    CHECK(session->poster().layers[1].blend == document::Blend::multiply);
    session->undo();
    CHECK(session->poster().layers[0].blend == document::Blend::normal);
    CHECK(session->poster().layers[1].blend == document::Blend::normal);
}

TEST_CASE("Delete on the canvas removes what is selected") {
    const test::TemporaryFolder folder;
    QSettings().setValue("library", paths::to_qt(folder.path() / "library"));
    MainWindow window({HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
    window.show();
    REQUIRE(window.create_page()->open_example(with_text()));
    PosterSession& session = *window.create_page()->session();
    session.select({session.poster().layers.front().id});
    window.create_page()->canvas()->setFocus();
    QTest::keyClick(window.create_page()->canvas(), Qt::Key_Delete);
    CHECK(session.poster().layers.empty());
}

TEST_CASE("On another page, with bleed or of other proportions, a shade reaches the edges that it reached") {
    document::Poster poster;
    poster.page = {.width = 416, .height = 608, .unit = document::PageUnit::pixels, .dpi = 72};
    document::add_layer(poster, test::rectangle(0, 0, 416, 608));
    const auto shade = document::add_layer(poster, test::rectangle(0, 0, 259, 608));
    const auto plate = document::add_layer(poster, test::rectangle(40, 60, 100, 100));
    document::Page a3 = poster.page;
    a3.width = 297, a3.height = 420, a3.unit = document::PageUnit::millimetres, a3.dpi = 300, a3.bleed = 8.5;
    change_page(poster, a3);
    const QSizeF size = a3.points();
    const QRectF frame = poster.find(shade)->placement.frame;
    CHECK(frame.left() == -8.5);
    CHECK(frame.top() == -8.5);
    CHECK(frame.bottom() == size.height() + 8.5);
    CHECK(frame.right() < 0.7 * size.width());
    const QRectF inside = poster.find(plate)->placement.frame;
    CHECK(inside.width() == inside.height());
    CHECK(inside.left() > 0);
}
