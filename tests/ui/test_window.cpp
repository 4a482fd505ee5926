// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to the window from outside: dropped files, recent files, the printer.
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPrintDialog>
#include <QProcess>
#include <QSignalSpy>
#include <QStatusBar>

#include "app/gallery/lineage.h"
#include "tests/ui/shown_window.h"
#include "ui/enlarge/enlarge_dialog.h"
#include "ui/export/print.h"
#include "ui/gallery/gallery_page.h"
#include "ui/gallery/import_dialog.h"
#include "ui/main_window/command_palette.h"
#include "ui/merge/merge_page.h"
#include "ui/style/ask_file.h"

using namespace haibao;
using namespace haibao::ui;
using test::button, test::Window;

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

TEST_CASE("What is enlarged on a poster is in the gallery, too, with how the smaller picture was made and that it comes from it") {
    Window shown;
    const std::filesystem::path folder = shown.file("library").toStdString();
    QFile waves(shown.picture("waves.png"));
    REQUIRE(waves.open(QIODevice::ReadOnly));
    const QByteArray bytes = waves.readAll();
    gallery::NewPicture painted;
    painted.bytes = {reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())};
    painted.width = 300, painted.height = 400;
    painted.making.prompt = "waves";
    painted.making.seed = 77;
    painted.tags = {"海"};
    auto library = gallery::Library::open(folder);
    REQUIRE(library);
    const auto smaller = library->add(painted);
    REQUIRE(smaller);
    const auto enlarge = [&shown](const QString& file) {
        shown.drop({file});
        shown.window->findChild<QAction*>("enlarge-picture")->trigger();
        const QPointer<EnlargeDialog> dialog = shown.window->findChild<EnlargeDialog*>();
        REQUIRE(dialog);
        auto* size = dialog->findChild<QComboBox*>();
        size->setCurrentIndex(size->findText("Twice as large (2×)"));
        QSignalSpy ended(dialog, &EnlargeDialog::work_ended);
        dialog->findChild<QPushButton*>("start")->click();
        REQUIRE((ended.size() == 1 || ended.wait(60'000)));
        delete dialog.data();
    };
    const auto kept = [&library](std::int64_t count) { return QTest::qWaitFor([&] { return library->count() == count; }, 60'000); };
    enlarge(QString::fromStdString(library->get(*smaller)->file.string()));
    REQUIRE(kept(2));
    const auto family = gallery::lineage_of(*library, *smaller);
    REQUIRE(family);
    REQUIRE(family->descendants.size() == 1);
    const auto larger = library->get(family->descendants.front());
    REQUIRE(larger);
    CHECK(larger->width == 600);
    CHECK(larger->making.prompt == "waves");
    CHECK(larger->making.seed == 77);
    CHECK(larger->tags == painted.tags);
    shown.window->show_page(MainWindow::gallery);
    CHECK(QTest::qWaitFor([&] { return shown.window->gallery_page()->model()->rowCount() == 2; }, 60'000));
    shown.window->show_page(MainWindow::create);
    QImage other(100, 100, QImage::Format_RGB32);
    other.fill(Qt::darkRed);
    REQUIRE(other.save(shown.file("photo.png")));  // of no library
    enlarge(shown.file("photo.png"));
    CHECK(kept(3));
}

TEST_CASE("The command palette says that no command is called so, and what to try") {
    const Window shown;
    CommandPalette palette(shown.window->actions(), shown.window.get());
    palette.show();
    auto* words = palette.findChild<QLineEdit*>();
    auto* list = palette.findChild<QListWidget*>();
    REQUIRE(list->count() > 20);
    QTest::keyClicks(words, "xyzzy");
    REQUIRE(list->count() == 1);
    CHECK(list->item(0)->text().contains("“xyzzy”"));
    QTest::keyClick(words, Qt::Key_Return);  // there is nothing to run
    CHECK(palette.isVisible());
    test::keep_picture(palette, "palette-nothing");
    words->clear();
    CHECK(list->count() > 20);
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
