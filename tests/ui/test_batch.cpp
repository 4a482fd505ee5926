// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many files at once: the page with the real exporters behind it.
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QImageReader>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTableWidget>
#include <QTimer>

#include "tests/support/temporary_folder.h"
#include "tests/ui/look.h"
#include "tests/ui/posters.h"
#include "ui/export/batch_page.h"

using namespace haibao;
using namespace haibao::ui;
using test::button, test::named;

namespace {

constexpr int patience_ms = 60'000;

struct Batch {
    test::TemporaryFolder folder;
    Studio studio{{HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}}};
    std::unique_ptr<BatchPage> page;

    explicit Batch(int pictures, int side = 200) {
        QSettings().setValue("batch/folder", QString::fromStdString(out().string()));
        QSettings().setValue("batch/names", "{doc}-{preset}");
        QSettings().setValue("batch/presets", QStringList{"social-jpeg"});
        std::filesystem::create_directories(out());
        page = std::make_unique<BatchPage>(&studio);
        page->resize(1280, 640);
        page->show();
        QStringList files;
        for (int i = 0; i < pictures; ++i) {
            QImage image(side, side / 2, QImage::Format_RGB32);
            image.fill(QColor::fromHsv(i * 40 % 360, 140, 210));
            files << QString::fromStdString((folder.path() / std::format("sea {}.png", i)).string());
            REQUIRE(image.save(files.back()));
        }
        page->set_files(files);
        wait_for([this] { return rows()->rowCount() > 0 && start()->isEnabled(); });
    }
    std::filesystem::path out() const { return folder.path() / "out"; }
    QTableWidget* rows() const { return named<QTableWidget>(*page, "Files"); }
    QPushButton* start() const { return page->findChild<QPushButton*>("start"); }
    QString name(int row) const { return rows()->item(row, 1)->text(); }
    QString state(int row) const { return rows()->item(row, 2)->text(); }
    template <class Condition>
    void wait_for(const Condition& condition) const {
        REQUIRE(QTest::qWaitFor(condition, patience_ms));
    }
    void run() const {
        QTest::mouseClick(start(), Qt::LeftButton);
        wait_for([this] { return button<QPushButton>(*page, "Save the report…")->isVisible(); });
    }
};

}  // namespace

TEST_CASE("Names are shown before anything is made, follow what is changed, and the files come out so") {
    const Batch batch(3);
    CHECK(batch.name(0) == "sea 0-social-jpeg.jpg");
    auto* format = named<QComboBox>(*batch.page, "Format");
    format->setCurrentIndex(format->findText("PNG"));
    named<QSpinBox>(*batch.page, "Longer side")->setValue(64);
    batch.wait_for([&] { return batch.name(0) == "sea 0-social-jpeg.png" && batch.start()->isEnabled(); });
    named<QLineEdit>(*batch.page, "Names of the files")->setText("{n:00} {w}x{h}");
    batch.wait_for([&] { return batch.name(2) == "03 64x32.png"; });
    test::keep_looks(*batch.page, "batch-names");
    batch.run();
    for (int row = 0; row < 3; ++row) {
        CHECK(batch.state(row).startsWith("✓"));
        CHECK(QImageReader(QString::fromStdString((batch.out() / batch.name(row).toStdString()).string())).size() == QSize(64, 32));
    }
    test::keep_looks(*batch.page, "batch-done");
}

TEST_CASE("What cannot be made is said before anything is made") {
    Batch batch(2);
    auto* presets = named<QListWidget>(*batch.page, "Presets");
    for (int row = 0; row < presets->count(); ++row) {
        const bool print = presets->item(row)->text().contains("PDF/X-4"), social = presets->item(row)->checkState() == Qt::Checked;
        presets->item(row)->setCheckState(print || social ? Qt::Checked : Qt::Unchecked);
    }
    batch.wait_for([&] { return batch.rows()->rowCount() == 4; });
    int failed = 0;
    for (int row = 0; row < 4; ++row) {
        const bool pdf = batch.name(row).endsWith(".pdf");
        failed += pdf;
        CHECK(batch.state(row).contains("A picture alone does not become a PDF") == pdf);
    }
    CHECK(failed == 2);
}

TEST_CASE("A file that is there is marked before it is replaced, and one that would be written twice stops the start") {
    const Batch batch(2);
    QFile there(QString::fromStdString((batch.out() / "sea 1-social-jpeg.jpg").string()));
    REQUIRE(there.open(QIODevice::WriteOnly));
    there.close();
    auto* conflict = named<QComboBox>(*batch.page, "Files that exist");
    conflict->setCurrentIndex(int(Conflict::overwrite));
    batch.wait_for([&] { return batch.state(1).contains("replaces"); });
    CHECK(batch.state(0).isEmpty());
    named<QLineEdit>(*batch.page, "Names of the files")->setText("all the same");
    batch.wait_for([&] { return !batch.start()->isEnabled() && batch.state(1).contains("⚠"); });
}

TEST_CASE("A batch that is stopped says what was not made, goes on when started again, and its report can be saved") {
    const Batch batch(40, 1600);
    QTest::mouseClick(batch.start(), Qt::LeftButton);
    batch.wait_for([&] { return std::ranges::any_of(std::views::iota(0, 40), [&](int row) { return batch.state(row).startsWith("✓"); }); });
    QTest::mouseClick(batch.start(), Qt::LeftButton);
    auto* report = button<QPushButton>(*batch.page, "Save the report…");
    batch.wait_for([&] { return report->isVisible(); });
    CHECK(std::ranges::any_of(std::views::iota(0, 40), [&](int row) { return batch.state(row) == "not made"; }));
    batch.run();
    for (int row = 0; row < 40; ++row) CHECK(batch.state(row).startsWith("✓"));
    const QString file = QString::fromStdString((batch.folder.path() / "report.csv").string());
    QTimer::singleShot(200, [file] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog);
        dialog->selectFile(file);
        dialog->findChild<QPushButton*>()->setFocus();
        QMetaObject::invokeMethod(dialog, "accept");
    });
    QTest::mouseClick(report, Qt::LeftButton);
    QFile saved(file);
    REQUIRE(saved.open(QIODevice::ReadOnly));
    CHECK(saved.readAll().count("done") == 40);
}

TEST_CASE("The posters that are open are exported as they are now, under their titles") {
    QSettings().setValue("batch/names", "{title}-{preset}");
    QSettings().setValue("batch/presets", QStringList{"screen-png"});
    const test::TemporaryFolder folder;
    QSettings().setValue("batch/folder", QString::fromStdString(folder.path().string()));
    Studio studio{{HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}}};
    const auto session = test::session_with({test::rectangle(0, 0, 600, 800)});
    session->change("title", [](document::Poster& poster) { poster.info.title = "海风"; });
    BatchPage page(&studio, [&] { return std::vector<BatchPage::OpenFile>{{"海风", QString::fromStdString(session->file().string())}}; });
    page.show();
    QTest::mouseClick(button<QPushButton>(page, "Add the open posters"), Qt::LeftButton);
    const auto* rows = named<QTableWidget>(page, "Files");
    REQUIRE(QTest::qWaitFor([&] { return rows->rowCount() == 1; }, patience_ms));
    CHECK(named<QListWidget>(page, "Pictures and posters to export")->item(0)->text() == "海风");
    CHECK(rows->item(0, 0)->text() == "海风");
    CHECK(rows->item(0, 1)->text() == "海风-screen-png.png");
    QTest::mouseClick(page.findChild<QPushButton*>("start"), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return rows->item(0, 2)->text().startsWith("✓"); }, patience_ms));
    CHECK(QImageReader(QString::fromStdString((folder.path() / "海风-screen-png.png").string())).size() == QSize(600, 800));
}
