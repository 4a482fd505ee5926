// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window keeps from one run to the next, however the first one ended, and from one language to another.
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <catch2/generators/catch_generators.hpp>
#include <tuple>

#include "app/core/paths.h"
#include "app/document/file.h"
#include "tests/ui/shown_window.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/style/language.h"

using namespace haibao;
using namespace haibao::ui;
using test::answer, test::Window;

TEST_CASE("A changed poster without a name is not lost: closing asks, quitting keeps it for the next start") {
    Window shown;
    shown.create().new_poster({});
    shown.create().session()->change("Add", [](document::Poster& poster) {
        document::Layer layer = test::rectangle(10, 10, 50, 50);
        layer.id = poster.next_id();
        poster.layers.push_back(layer);
    });
    answer(QMessageBox::Cancel);
    shown.create().close_current();
    REQUIRE(shown.create().sessions().size() == 1);
    shown.window->close();
    shown.open();
    shown.window->restore();
    test::all_opened(shown.create());
    REQUIRE(shown.create().sessions().size() == 1);
    CHECK(shown.create().session()->poster().layers.size() == 1);
    CHECK_FALSE(shown.create().session()->has_name());
    shown.create().session()->change("Remove", [](document::Poster& poster) { poster.layers.clear(); });
    answer(QMessageBox::Discard);
    shown.create().close_current();
    CHECK(shown.create().sessions().empty());
}

TEST_CASE("An example that nobody touched is the example at the next start, too; one that was worked on is a poster") {
    Window shown;
    shown.window->restore();
    REQUIRE(shown.create().session());
    const QString example = shown.create().session()->title();
    const bool worked_on = GENERATE(false, true);
    if (worked_on) shown.create().session()->change("Title", [](document::Poster& poster) { poster.info.title = "mine"; });
    shown.window->close();
    shown.open();
    shown.window->restore();
    test::all_opened(shown.create());
    REQUIRE(shown.create().sessions().size() == 1);
    CHECK(shown.create().session()->title() == (worked_on ? "mine" : example));
    if (worked_on) answer(QMessageBox::Discard);
    REQUIRE(shown.create().close_poster(0));
}

TEST_CASE("An example that nobody touched is no poster of the user's after a crash, and nobody is told of it") {
    Window shown;
    shown.window->restore();
    REQUIRE(shown.create().session());
    const QString example = shown.create().session()->title();
    const std::filesystem::path file = shown.create().session()->file();
    const bool worked_on = GENERATE(false, true), beside_another = GENERATE(false, true);
    if (worked_on) {
        shown.create().session()->change("Title", [](document::Poster& poster) { poster.info.title = "mine"; });
        shown.create().session()->undo();  // it was touched all the same: redo would bring that back
        REQUIRE(test::settled(*shown.create().session()));
    }
    if (beside_another) {
        shown.create().new_poster({});
        REQUIRE(test::settled(*shown.create().session()));
    }
    shown.window.reset();  // nothing of closeEvent() has run
    shown.open();
    shown.window->restore();
    test::all_opened(shown.create());
    CHECK(std::filesystem::exists(file) == worked_on);
    REQUIRE(shown.create().sessions().size() == (worked_on && beside_another ? 2 : 1));
    CHECK((shown.window->findChild<QWidget*>("recovered") != nullptr) == (worked_on || beside_another));
    if (!worked_on && !beside_another) CHECK(shown.create().session()->title() == example);
    CHECK(shown.create().session()->is_untouched_example() == (!worked_on && !beside_another));
}

TEST_CASE("A window that was torn away comes back with every poster that was open, named ones too, and says so; one that was closed says nothing") {
    Window shown;
    shown.window->restore();
    while (!shown.create().sessions().empty()) REQUIRE(shown.create().close_poster(0));
    const QString named_file = shown.poster("海风.haibao"), gone = shown.poster("gone.haibao");
    shown.drop({named_file, gone});
    shown.create().new_poster({});
    REQUIRE(shown.create().sessions().size() == 3);
    for (const auto& session : shown.create().sessions()) {
        session->change("Title", [](document::Poster& poster) { poster.info.title = "改过"; });
        REQUIRE(test::settled(*session));
    }
    const auto start_again = [&shown] {
        shown.window.reset();
        shown.open();
        shown.window->restore();
        test::all_opened(shown.create());
    };
    const auto notice = [&shown] { return shown.window->findChild<QWidget*>("recovered"); };
    SECTION("torn away") {  // nothing of closeEvent() has run
        QFile::remove(gone);
        start_again();
        REQUIRE(shown.create().sessions().size() == 2);
        CHECK(shown.create().sessions()[0]->title() == "海风");
        CHECK(shown.create().sessions()[0]->has_name());
        for (const auto& session : shown.create().sessions()) CHECK(session->poster().info.title == "改过");
        REQUIRE(notice());
        CHECK(QTest::qWaitFor([&notice] { return notice()->isVisible(); }, 10'000));
        CHECK(notice()->accessibleName().contains("2 poster"));
        QWidget& line = *notice();
        CHECK(line.height() < 45);  // which ones is not in the way
        auto* titles = test::label(line, "“海风”, “改过”");
        CHECK_FALSE(titles->isVisible());
        test::keep_looks(*shown.window, "recovered");
        line.findChild<QToolButton*>()->click();
        CHECK(titles->isVisible());
        line.findChild<QPushButton*>()->click();
        CHECK(QTest::qWaitFor([&notice] { return !notice(); }, 10'000));
        SECTION("and a poster that was closed before stays closed") {
            REQUIRE(shown.create().close_poster(0));
            start_again();
            REQUIRE(shown.create().sessions().size() == 1);
            CHECK_FALSE(shown.create().session()->has_name());
        }
    }
    SECTION("closed") {
        shown.window->close();
        start_again();
        CHECK(shown.create().sessions().size() == 3);
        CHECK_FALSE(notice());
    }
    shown.window->close();
}

TEST_CASE("The language is chosen in the menu: the window closes for it, keeps what is open, and speaks it afterwards") {
    Window window;
    const auto choose = [&window](const QString& code) {
        auto* action = window.window->findChild<QAction*>("language-" + code);
        REQUIRE(action);
        action->trigger();
    };
    CHECK(chosen_language().isEmpty());
    choose("zh_CN");
    CHECK(chosen_language() == "zh_CN");
    CHECK_FALSE(window.window->isVisible());
    CHECK(window.window->reopens());
    apply_language();
    CHECK(QLocale().name() == "zh_CN");
    CHECK(applied_language() == "zh_CN");
    choose_language({});
    apply_language();
    CHECK(QLocale() == QLocale::system());
    choose_language("tlh");
    CHECK(chosen_language().isEmpty());
    choose_language({});
}

TEST_CASE("In another language the same posters are open with their undo, and the prompt panel holds what it held") {
    Window shown;
    shown.create().new_poster({});
    PosterSession* poster = shown.create().session();
    poster->change("Add", [](document::Poster& changed) {
        document::Layer layer = test::rectangle(10, 10, 50, 50);
        layer.id = changed.next_id();
        changed.layers.push_back(layer);
    });
    const std::filesystem::path file = poster->file();
    shown.create().new_poster({});
    shown.create().findChild<QTabWidget*>()->setCurrentIndex(0);
    PromptPanel& prompt = *shown.create().prompt();
    prompt.set_prompt("群山，标题“山风”");
    prompt.set_seed(77);
    QImage reference(40, 40, QImage::Format_RGB32);
    reference.fill(Qt::darkGreen);
    prompt.add_reference(reference);
    for (auto* box : prompt.findChildren<QSpinBox*>()) box->setValue(3);
    for (auto* box : prompt.findChildren<QDoubleSpinBox*>())
        if (box->maximum() <= 20) box->setValue(2.5);  // guidance
    for (auto* box : prompt.findChildren<QComboBox*>())
        if (box->accessibleName() != "Size" && box->accessibleName() != "Unit") box->setCurrentIndex(1);
    const Draft before = prompt.draft();
    shown.window->close();
    MainWindow::Carried carried = shown.window->hand_over();
    CHECK(shown.create().sessions().empty());
    shown.open();
    shown.window->take_over(std::move(carried));

    REQUIRE(shown.create().sessions().size() == 2);
    CHECK(shown.create().session() == poster);
    CHECK(poster->file() == file);
    CHECK(poster->undo_name() == "Add");
    shown.create().canvas()->undo();
    CHECK(poster->poster().layers.empty());
    REQUIRE(test::settled(*poster));
    auto kept = document::read_poster(file);
    REQUIRE(kept);
    CHECK(kept->layers.empty());
    const Draft draft = shown.create().prompt()->draft();
    CHECK(draft.prompt == "群山，标题“山风”");
    CHECK(draft.seed == 77);
    CHECK(before.count == 3);
    CHECK(draft.count == before.count);
    CHECK(before.steps == 3);
    CHECK(draft.steps == before.steps);
    CHECK(before.guidance == 2.5);
    CHECK(draft.guidance == before.guidance);
    CHECK(before.speed != Speed::exact);
    CHECK(draft.speed == before.speed);
    CHECK(draft.painted == before.painted);
    REQUIRE(before.texts.size() == 1);
    CHECK(before.texts[0].lettering == Lettering::painted);
    CHECK(draft.texts == before.texts);
    REQUIRE(draft.references.size() == 1);
    CHECK(QImage(QString::fromStdString(draft.references[0].string())).size() == QSize(40, 40));
    shown.create().session()->change("Empty", [](document::Poster& changed) { changed.info.title = {}; });
}

TEST_CASE("In another language the window stands where it stood, with its panels where they were") {
    Window shown;
    const auto dock = [&shown](const char* name) { return shown.create().findChild<QDockWidget*>(name); };
    shown.window->setGeometry(0, 0, 1440, 900);  // as a window manager without title bars has it
    QTest::qWait(1);
    REQUIRE(shown.create().tabifiedDockWidgets(dock("layers")).isEmpty());
    dock("templates")->hide();
    shown.create().resizeDocks({dock("layers"), dock("properties")}, {400, 300}, Qt::Vertical);
    QTest::qWait(1);
    const int height = dock("layers")->height();
    const QRect before = shown.window->geometry();
    CHECK(before.size() == QSize(1440, 900));
    shown.window->close();
    MainWindow::Carried carried = shown.window->hand_over();
    shown.window = std::make_unique<MainWindow>(generate::WorkerOptions{HAIBAO_WORKER_PROGRAM, shown.folder.path() / "worker.log", {}});
    shown.window->show();
    shown.window->take_over(std::move(carried));
    QTest::qWait(1);
    const QRect now = shown.window->geometry();
    CHECK(std::tuple(now.x(), now.y(), now.width(), now.height()) == std::tuple(before.x(), before.y(), before.width(), before.height()));
    CHECK(shown.create().tabifiedDockWidgets(dock("layers")).isEmpty());
    CHECK(dock("templates")->isHidden());
    CHECK(std::abs(dock("layers")->height() - height) <= 1);
}

TEST_CASE("An example that nobody touched is another one in another language") {
    Window shown;
    const QLocale before;
    QLocale::setDefault(QLocale("en"));
    shown.window->restore();
    REQUIRE(shown.create().session());
    CHECK(shown.create().session()->poster().info.title == "Jazz on the Rooftop");
    MainWindow::Carried carried = shown.window->hand_over();
    QLocale::setDefault(QLocale("zh_CN"));
    shown.open();
    shown.window->take_over(std::move(carried));
    REQUIRE(shown.create().sessions().size() == 1);
    CHECK(shown.create().session()->poster().info.title == "山水之间");
    CHECK(shown.create().prompt()->draft().prompt.contains("山水之间"));
    QLocale::setDefault(before);
}

TEST_CASE("A picture that is opening when the window closes for another language, or for good, opens once in the next one") {
    Window shown;
    const QString picture = shown.picture("sea.png");
    const auto kept = [] {
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(PosterSession::unsaved_folder())) count += entry.path().extension() == ".haibao";
        return count;
    };
    std::filesystem::create_directories(PosterSession::unsaved_folder());
    shown.create().open(std::filesystem::path(picture.toStdString()));
    REQUIRE(shown.create().opening());
    SECTION("another language") {
        MainWindow::Carried carried = shown.window->hand_over();
        shown.open();
        shown.window->take_over(std::move(carried));
    }
    SECTION("for good") {
        shown.window->close();
        shown.window.reset();
        REQUIRE(QTest::qWaitFor([&kept] { return kept() == 0; }, 10'000));  // nothing of a poster that nobody has seen stays
        shown.open();
        shown.window->restore();
    }
    test::all_opened(shown.create());
    CHECK(shown.create().sessions().size() == 1);
    REQUIRE(shown.create().session());
    CHECK(std::holds_alternative<document::PictureLayer>(shown.create().session()->poster().layers.at(0).content));
    CHECK(QTest::qWaitFor([&kept] { return kept() == 1; }, 10'000));
}

TEST_CASE("What the window of another library has open without a name is neither opened here, too, nor removed") {
    Window shown;
    document::Poster poster;
    poster.info.title = "theirs";
    auto theirs = PosterSession::create(poster, "Theirs");
    auto example = PosterSession::create_example(poster, "Example");
    REQUIRE(theirs);
    REQUIRE(example);
    const std::filesystem::path file = (*theirs)->file(), untouched = (*example)->file();
    QSettings().setValue("open", QStringList{paths::to_qt(file)});
    shown.window->restore();
    test::all_opened(shown.create());
    REQUIRE(shown.create().sessions().size() == 1);
    CHECK(shown.create().session()->is_untouched_example());
    CHECK(std::filesystem::exists(untouched));
    theirs->reset();
    example->reset();
    CHECK(PosterSession::left_over() == std::vector{file});
    CHECK_FALSE(std::filesystem::exists(untouched));
}
