// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opening, closing and saving posters: what must never be lost.

#include <QApplication>
#include <QBuffer>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QTranslator>
#include <catch2/catch_test_macros.hpp>

#include "app/core/paths.h"
#include "app/document/commands.h"
#include "app/document/file.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/opened.h"
#include "tests/ui/posters.h"
#include "ui/canvas/layer_actions.h"
#include "ui/layers/text_panel.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/make_poster.h"
#include "ui/style/ask_file.h"

using namespace haibao;
using namespace haibao::ui;
namespace fs = std::filesystem;

namespace {

/// Answers the next question box; `asked` counts how many there were.
struct Answering {
    explicit Answering(QMessageBox::StandardButton button) {
        timer.setInterval(5);
        QObject::connect(&timer, &QTimer::timeout, [this, button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box) return;
            ++asked;
            box->button(button)->click();
        });
        timer.start();
    }
    QTimer timer;
    int asked = 0;
};

struct Page {
    Page() { REQUIRE(studio.open(folder.path() / "library")); }
    test::TemporaryFolder folder;
    Studio studio{{HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}}};
    CreatePage page{&studio};
};

document::Poster poster_with(std::vector<document::Layer> layers) {
    document::Poster poster;
    for (document::Layer& layer : layers) document::add_layer(poster, std::move(layer));
    return poster;
}

fs::path left_over() {
    fs::create_directories(PosterSession::unsaved_folder());
    auto written = document::write_poster(poster_with({test::rectangle(0, 0, 50, 50)}), PosterSession::unsaved_folder() / "left.haibao", IfExists::unique);
    REQUIRE(written);
    return *written;
}

}  // namespace

TEST_CASE("A poster without a name that was left from an earlier run is not closed without asking") {
    Page create;
    const fs::path file = left_over();
    REQUIRE(test::opened(create.page, file));
    SECTION("and stays when the user thinks better of it") {
        Answering cancel(QMessageBox::Cancel);
        CHECK_FALSE(create.page.close_poster(0));
        CHECK(cancel.asked == 1);
        CHECK(create.page.sessions().size() == 1);
    }
    SECTION("and goes when it may be thrown away") {
        Answering discard(QMessageBox::Discard);
        CHECK(create.page.close_poster(0));
        CHECK(discard.asked == 1);
        CHECK_FALSE(fs::exists(file));
    }
    fs::remove(file);
}

TEST_CASE("A blank poster closes without a question, one that was worked on asks") {
    Page create;
    Answering discard(QMessageBox::Discard);
    create.page.new_poster({});
    CHECK(create.page.close_poster(0));
    CHECK(discard.asked == 0);
    create.page.new_poster({});
    create.page.session()->change("Add", [](document::Poster& poster) { document::add_layer(poster, test::rectangle(0, 0, 9, 9)); });
    CHECK(create.page.close_poster(0));
    CHECK(discard.asked == 1);
}

TEST_CASE("Changes that could not be saved are told by Save, and asked about before they are lost") {
    Page create;
    const fs::path file = create.folder.path() / "sea.haibao";
    REQUIRE(document::write_poster(poster_with({test::rectangle(0, 0, 50, 50)}), file, IfExists::fail));
    REQUIRE(test::opened(create.page, file));
    {
        auto other = document::PosterFile::open(file, document::PosterFile::Mode::edit);  // another program changes the same file
        REQUIRE(other);
        document::Poster changed = other->poster();
        changed.layers.front().name = "theirs";
        REQUIRE(other->save(changed));
    }
    create.page.session()->change("Name", [](document::Poster& poster) { poster.layers.front().name = "ours"; });
    {
        Answering ok(QMessageBox::Ok);
        CHECK_FALSE(create.page.save());
        CHECK(ok.asked == 1);
    }
    {
        Answering cancel(QMessageBox::Cancel);
        CHECK_FALSE(create.page.may_end());
        CHECK_FALSE(create.page.close_poster(0));
        CHECK(cancel.asked == 2);
    }
    const fs::path elsewhere = create.folder.path() / "ours.haibao";
    REQUIRE(test::saved_as(*create.page.session(), elsewhere));
    CHECK(create.page.may_end());
    auto kept = document::read_poster(elsewhere);
    REQUIRE(kept);
    CHECK(kept->layers.front().name == "ours");
}

TEST_CASE("Saving under another name while a save is still going on loses nothing and goes on in the new file") {
    const test::TemporaryFolder folder;
    const auto session = test::session_with({test::rectangle(0, 0, 10, 10)});
    for (int round = 0; round < 20; ++round) {
        session->change("Move", [round](document::Poster& poster) { poster.layers.front().placement.frame.moveLeft(round + 1); });
        REQUIRE(test::saved_as(*session, folder.path() / std::format("{}.haibao", round)));
        QCoreApplication::processEvents();  // what the first file's save has posted
    }
    session->change("Move", [](document::Poster& poster) { poster.layers.front().placement.frame.moveLeft(77); });
    REQUIRE(test::settled(*session));
    auto kept = document::read_poster(folder.path() / "19.haibao");
    REQUIRE(kept);
    CHECK(kept->layers.front().placement.frame.left() == 77);
}

TEST_CASE("A change that is made while the poster is written under another name comes into that file, too") {
    const test::TemporaryFolder folder;
    const auto session = test::session_with({test::rectangle(0, 0, 10, 10)});
    const fs::path before = session->file(), file = folder.path() / "named.haibao";
    const auto saved = test::wait_for([&](PosterSession::Then then) {
        session->save_as(file, std::move(then));
        session->change("Move", [](document::Poster& poster) { poster.layers.front().placement.frame.moveLeft(55); });
    });
    REQUIRE(saved);
    CHECK(session->file() == file);
    REQUIRE(test::settled(*session));
    auto kept = document::read_poster(file);
    REQUIRE(kept);
    CHECK(kept->layers.front().placement.frame.left() == 55);
    CHECK(QTest::qWaitFor([&before] { return !fs::exists(before); }, 20'000));
}

TEST_CASE("A window that closes while its poster is written under another name waits for it") {
    Page create;
    create.page.new_poster({});
    create.page.session()->change("Add", [](document::Poster& poster) { document::add_layer(poster, test::rectangle(0, 0, 9, 9)); });
    const fs::path file = create.folder.path() / "named.haibao";
    bool told = false;
    create.page.session()->save_as(file, [&told](const Result<void>& saved) { told = saved.has_value(); });
    CHECK(create.page.may_end());
    CHECK(told);
    auto kept = document::read_poster(file);
    REQUIRE(kept);
    CHECK(kept->layers.size() == 1);
}

TEST_CASE("A poster that cannot be written under another name stays where it is and says why") {
    const test::TemporaryFolder folder;
    const auto session = test::session_with({test::rectangle(0, 0, 10, 10)});
    const fs::path before = session->file();
    folder.write("taken", "a file where a folder should be");
    const auto saved = test::saved_as(*session, folder.path() / "taken" / "a.haibao");
    REQUIRE_FALSE(saved);
    CHECK(saved.error().kind == ErrorKind::io);
    CHECK(session->file() == before);
    CHECK_FALSE(session->has_name());
    session->change("Move", [](document::Poster& poster) { poster.layers.front().placement.frame.moveLeft(5); });
    CHECK(test::settled(*session));
}

TEST_CASE("A name typed without its ending is asked about as the file that would be replaced") {
    const test::TemporaryFolder folder;
    const fs::path there = folder.write("v1.2.haibao", "there");
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    int boxes = 0;
    QTimer driver;
    driver.setInterval(10);
    QObject::connect(&driver, &QTimer::timeout, [&boxes] {
        QWidget* top = QApplication::activeModalWidget();
        if (auto* box = qobject_cast<QMessageBox*>(top)) {
            ++boxes;
            return box->button(QMessageBox::No)->click();
        }
        auto* dialog = qobject_cast<QFileDialog*>(top);
        if (!dialog) return;
        if (boxes) return dialog->reject();
        dialog->findChild<QLineEdit*>("fileNameEdit")->setText("v1.2.haibao");
        QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
    });
    driver.start();
    const QString start = paths::to_qt(folder.path() / "other");
    CHECK(ask_where_to_save(nullptr, "Save", start, "Posters (*.haibao)", "haibao").isEmpty());
    CHECK(boxes == 1);
    driver.stop();

    // A folder with a dot in its name does not count as an ending.
    fs::create_directories(folder.path() / "v1.2");
    QTimer accept;
    accept.setInterval(10);
    QObject::connect(&accept, &QTimer::timeout, [] {
        if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
    });
    accept.start();
    CHECK(ask_where_to_save(nullptr, "Save", paths::to_qt(folder.path() / "v1.2" / "sea"), "Posters (*.haibao)", "haibao").endsWith("/v1.2/sea.haibao"));
}

TEST_CASE("A picture with its words comes under and over what is there, and takes nothing away") {
    Page create;
    create.page.new_poster({});
    create.page.session()->change("Add", [](document::Poster& poster) {
        document::Layer logo = test::rectangle(20, 20, 60, 60);
        logo.name = "logo";
        document::add_layer(poster, std::move(logo));
    });
    QImage picture(432, 540, QImage::Format_RGB888);
    picture.fill(QColor(30, 60, 90));
    QByteArray png;
    QBuffer buffer(&png);
    picture.save(&buffer, "PNG");
    place_words(create.page.session(), {png, "image/png", "sea.png"}, "海，标题“海风”", {});
    const auto& layers = create.page.session()->poster().layers;
    REQUIRE(QTest::qWaitFor([&] { return layers.size() > 1; }, 60'000));
    CHECK(std::ranges::any_of(layers, [](const document::Layer& layer) { return layer.name == "logo"; }));
    CHECK(std::holds_alternative<document::PictureLayer>(layers.front().content));
    CHECK(has_text(layers));
    create.page.session()->undo();
    CHECK(create.page.session()->poster().layers.size() == 1);
}

TEST_CASE("Sizes that are tried one after the other lead back to the same poster") {
    Page create;
    document::Page square;
    square.width = square.height = 1080;
    create.page.new_poster(square);
    create.page.session()->change("Add", [](document::Poster& poster) { document::add_layer(poster, test::words("海风", {100, 100, 800, 200})); });
    const document::Poster before = create.page.session()->poster();
    document::Page tall = square;
    tall.height = 1920;
    tall.width = 400;
    create.page.choose_page(tall);
    CHECK(create.page.session()->poster() != before);
    create.page.choose_page(square);
    CHECK(create.page.session()->poster() == before);
}

TEST_CASE("A poster that is thrown away while it is being saved leaves nothing behind") {
    auto session = test::session_with({});
    const std::filesystem::path file = session->file();
    REQUIRE(std::filesystem::exists(file));
    for (int i = 0; i < 20; ++i) session->change("more", [](document::Poster& poster) { document::add_layer(poster, test::words("海风", {0, 0, 200, 50})); });
    PosterSession::discard(std::move(session));
    QCoreApplication::sendPostedEvents();
    CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("Words typed in the panel leave the style of the other characters where it was") {
    const auto session = test::session_with({test::words("海风AB", {50, 50, 400, 100})});
    session->change_layer("red", test::id_of(*session, 0), [](document::Layer& layer) {
        auto& text = std::get<document::TextLayer>(layer.content).text;
        document::TextStyle big = text.style;
        big.size = 90;
        text.spans = {{2, 4, big}};
    });
    session->select({test::id_of(*session, 0)});
    TextPanel panel;
    panel.set_session(session.get());
    auto* words = panel.findChild<QPlainTextEdit*>();
    REQUIRE(words);
    QTextCursor cursor(words->document());
    cursor.insertText("大");
    const auto& text = std::get<document::TextLayer>(session->poster().layers.front().content).text;
    CHECK(text.text == "大海风AB");
    REQUIRE(text.spans.size() == 1);
    CHECK(text.spans.front().begin == 3);
    CHECK(text.spans.front().end == 5);
}

TEST_CASE("What undo would take back, and that a poster has no name yet, is said in the language of the moment") {
    struct Louder : QTranslator {
        bool isEmpty() const override { return false; }
        QString translate(const char* context, const char* source, const char*, int) const override {
            const QByteArrayView in(context);  // another context would find nothing in a catalogue
            return in == "haibao::ui::CanvasView" || in == "haibao::ui::CreatePage" ? QString::fromUtf8(source).toUpper() + "!" : QString();
        }
    };
    Page create;
    create.page.show();
    create.page.new_poster({});
    PosterSession& session = *create.page.session();
    CHECK(session.title() == "Untitled");
    session.change("Add", [](document::Poster& poster) { document::add_layer(poster, test::rectangle(0, 0, 50, 50)); });
    session.select({session.poster().layers.front().id});
    delete_selection(session);
    session.undo();
    session.select({session.poster().layers.front().id});
    QTest::keyClick(create.page.canvas(), Qt::Key_Right);
    CHECK(session.undo_name() == "Move");
    Louder louder;
    QCoreApplication::installTranslator(&louder);
    CHECK(session.undo_name() == "MOVE!");
    CHECK(session.title() == "UNTITLED!");
    session.undo();
    CHECK(session.undo_name() == "Add");  // no words of ours
    session.undo();
    session.redo();
    CHECK(session.redo_name() == "MOVE!");
    QCoreApplication::removeTranslator(&louder);
    CHECK(session.redo_name() == "Move");
    Answering discard(QMessageBox::Discard);
    CHECK(create.page.close_poster(0));
}
