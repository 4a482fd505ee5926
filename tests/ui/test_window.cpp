// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to the window from outside, and what it keeps: dropped files, recent files, posters without a name, the printer.
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPrintDialog>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QTimer>
#include <QUrl>
#include <catch2/generators/catch_generators.hpp>
#include <tuple>

#include "app/document/file.h"
#include "app/export/poster_input.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/look.h"
#include "tests/ui/opened.h"
#include "tests/ui/posters.h"
#include "ui/enlarge/enlarge_dialog.h"
#include "ui/export/print.h"
#include "ui/gallery/gallery_page.h"
#include "ui/gallery/import_dialog.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/main_window.h"
#include "ui/merge/merge_page.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/style/ask_file.h"
#include "ui/style/language.h"

using namespace haibao;
using namespace haibao::ui;
using test::button, test::named;

namespace {

struct Window {
    test::TemporaryFolder folder;
    std::unique_ptr<MainWindow> window;
    Window() {
        QSettings().setValue("library", file("library"));
        for (const char* left : {"recent", "open", "not-ended"}) QSettings().remove(left);
        std::filesystem::remove_all(PosterSession::unsaved_folder());
        open();
    }
    void open() {
        window = std::make_unique<MainWindow>(generate::WorkerOptions{HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
        window->resize(1280, 720);
        window->show();
    }
    QString file(const char* name) const { return QString::fromStdString((folder.path() / name).string()); }
    QString picture(const char* name) const {
        QImage image(300, 400, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        REQUIRE(image.save(file(name)));
        return file(name);
    }
    /// A poster's file, made by the application itself.
    QString poster(const char* name) {
        window->create_page()->new_poster({});
        REQUIRE(test::saved_as(*window->create_page()->session(), folder.path() / name));
        window->create_page()->close_current();
        return file(name);
    }
    void drop(const QStringList& files) const {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& name : files) urls << QUrl::fromLocalFile(name);
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(300, 20), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window.get(), &enter);
        REQUIRE(enter.isAccepted());
        QDropEvent event(QPointF(300, 20), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window.get(), &event);
        test::all_opened(create());
    }
    CreatePage& create() const { return *window->create_page(); }
    QStringList recent() const {
        for (QMenu* menu : window->findChildren<QMenu*>())
            if (menu->title() == "Open &recent") {
                emit menu->aboutToShow();
                QStringList names;
                for (const QAction* action : menu->actions()) names << action->text();
                return names;
            }
        return {};
    }
};

void answer(QMessageBox::StandardButton choice) {
    QTimer::singleShot(0, [choice] {
        auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        REQUIRE(question);
        QTest::mouseClick(question->button(choice), Qt::LeftButton);
    });
}

}  // namespace

TEST_CASE("A file is proposed in a folder that is there") {
    QSettings().remove("save-folder");
    const test::TemporaryFolder folder;
    const QString there = QString::fromStdString(folder.path().string()), documents = QDir::homePath() + "/Documents";
    REQUIRE_FALSE(QDir(documents).exists());
    CHECK(proposed_file("海风.pdf") == QDir::homePath() + "/海风.pdf");
    CHECK(proposed_file(there + "/gone/海风.pdf") == QDir::homePath() + "/海风.pdf");
    CHECK(proposed_file(there + "/海风.pdf") == there + "/海风.pdf");
    CHECK(proposed_file("8/16.pdf") == QDir::homePath() + "/8-16.pdf");
    REQUIRE(QDir().mkpath(documents));
    CHECK(proposed_file("海风.pdf") == documents + "/海风.pdf");
    QSettings().setValue("save-folder", there);
    CHECK(proposed_file("海风.pdf") == there + "/海风.pdf");
    QSettings().setValue("save-folder", there + "/gone");
    CHECK(proposed_file("海风.pdf") == documents + "/海风.pdf");
    QSettings().remove("save-folder");
    REQUIRE(QDir().rmdir(documents));
}

TEST_CASE("Posters, pictures and tables that are dropped on the window are opened, each in its place") {
    Window shown;
    const QString poster = shown.poster("moon.haibao");
    shown.drop({poster});
    REQUIRE(shown.create().session());
    CHECK(shown.create().session()->title() == "moon");
    shown.drop({poster});
    CHECK(shown.create().sessions().size() == 1);  // it is open already
    shown.drop({shown.picture("sea.png")});
    REQUIRE(shown.create().sessions().size() == 2);
    CHECK(std::holds_alternative<document::PictureLayer>(shown.create().session()->poster().layers.front().content));
    shown.folder.write("people.csv", "name\nA\n");
    shown.drop({shown.file("people.csv")});
    CHECK(shown.window->merge_page()->isVisible());
}

TEST_CASE("Enlarge in the Picture menu means the picture on the poster where one is seen, and the larger one is selected there") {
    Window shown;
    shown.drop({shown.picture("sea.png")});
    PosterSession& session = *shown.create().session();
    session.select({});  // the only one need not be
    auto* enlarge = shown.window->findChild<QAction*>("enlarge-picture");
    REQUIRE(enlarge);
    enlarge->trigger();
    CHECK(shown.window->page() == MainWindow::create);
    auto* dialog = shown.window->findChild<EnlargeDialog*>();
    REQUIRE(dialog);
    auto* size = dialog->findChild<QComboBox*>();
    CHECK(size->findText("As on this poster, pixel for pixel") == 0);
    size->setCurrentIndex(size->findText("Twice as large (2×)"));
    QSignalSpy ended(dialog, &EnlargeDialog::work_ended);
    dialog->findChild<QPushButton*>("start")->click();
    REQUIRE((ended.size() == 1 || ended.wait(60'000)));
    const document::Layer* layer = session.selected();
    REQUIRE(layer);
    const auto key = std::get<document::PictureLayer>(layer->content).picture;
    CHECK(QImage::fromData(session.poster().pictures[key].bytes).size() == QSize(600, 800));
    CHECK(shown.window->statusBar()->currentMessage().contains("600 × 800"));
    // Without a picture in front it is the gallery's.
    shown.create().new_poster({});
    enlarge->trigger();
    CHECK(shown.window->page() == MainWindow::gallery);
}

TEST_CASE("A poster's JSON that is dropped becomes a poster, and fields that nobody knows are named") {
    Window shown;
    QSignalSpy said(&shown.create(), &CreatePage::said);
    shown.folder.write("card.json", R"({"page":{"width":300,"height":400},"layers":[{"name":"a","text":{"text":"山风","align":"justify"}}]})");
    shown.drop({shown.file("card.json")});
    REQUIRE(shown.create().session());
    CHECK(shown.create().session()->title() == "card");
    CHECK(shown.create().session()->poster().page.width == 300);
    REQUIRE(said.count() == 1);
    CHECK(said[0][0].toString().contains("layers[0].text.align"));
}

TEST_CASE("Pictures and folders that are dropped on the gallery are offered for import") {
    const Window shown;
    shown.window->show_page(MainWindow::gallery);
    shown.drop({shown.picture("sea.png")});
    auto* dialog = shown.window->findChild<ImportDialog*>();
    REQUIRE(dialog);
    QSignalSpy done(dialog, &ImportDialog::finished_import);
    QTest::mouseClick(button<QPushButton>(*dialog, "Import"), Qt::LeftButton);
    REQUIRE(done.wait(60'000));
    CHECK(shown.window->gallery_page()->model()->rowCount() == 1);
    dialog->close();
}

TEST_CASE("Posters that were opened or saved under a name are in the recent files, the last first, and only once") {
    Window shown;
    const QString one = shown.poster("one.haibao"), two = shown.poster("two.haibao");
    CHECK(shown.recent() == QStringList{"two.haibao", "one.haibao"});
    shown.drop({one});
    CHECK(shown.recent() == QStringList{"one.haibao", "two.haibao"});
    QFile::remove(two);
    CHECK(shown.recent() == QStringList{"one.haibao"});
}

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
        CHECK(notice()->accessibleName().contains("“海风”, “改过”"));
        notice()->findChild<QPushButton*>()->click();
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

TEST_CASE("Printing goes through the system's dialog, here into a file, and the page is on it") {
    const test::TemporaryFolder folder;
    document::Poster poster;
    poster.page.width = 300;
    poster.page.height = 400;
    document::Layer layer = test::rectangle(20, 20, 260, 360);
    layer.id = poster.next_id();
    poster.layers.push_back(layer);
    const QString file = QString::fromStdString((folder.path() / "printed.pdf").string());
    QTimer::singleShot(200, [file] {
        auto* dialog = qobject_cast<QPrintDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog);
        auto* name = dialog->findChild<QLineEdit*>("filename");
        REQUIRE(name);
        auto* printers = dialog->findChild<QComboBox*>("printers");
        REQUIRE(printers);
        printers->setCurrentIndex(printers->count() - 1);  // into a file
        name->setText(file);
        dialog->accept();
    });
    REQUIRE(print(poster, nullptr));
    REQUIRE(QFile::exists(file));
    QProcess process;
    process.start("pdftoppm", {"-r", "20", "-png", "-singlefile", file, folder.path().c_str() + QString("/page")});
    REQUIRE(process.waitForFinished());
    const QImage page(QString::fromStdString((folder.path() / "page.png").string()));
    REQUIRE_FALSE(page.isNull());
    const QColor middle = page.pixelColor(page.width() / 2, page.height() / 2);
    CHECK(middle.red() > 170);
    CHECK(middle.green() < 90);
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

TEST_CASE("One file is open once, however it is called and however often it is asked for") {
    Window shown;
    const QString file = shown.poster("moon.haibao");
    const std::filesystem::path path = file.toStdString(), other = shown.folder.path() / "." / "moon.haibao";
    int told = 0;
    shown.create().open(path, [&told](const PosterSession* session) { told += session != nullptr; });
    shown.create().open(other, [&told](const PosterSession* session) { told += session != nullptr; });
    test::all_opened(shown.create());
    CHECK(shown.create().sessions().size() == 1);
    CHECK(told == 2);
    shown.create().open(other, [&told](const PosterSession* session) { told += session != nullptr; });
    CHECK(told == 3);
}
