// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs that did not become pictures: what their tiles say, and how they are begun again. And a library whose disk has gone.
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTimer>
#include <algorithm>

#include "app/core/paths.h"
#include "app/core/sqlite.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/look.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/library_banner.h"
#include "ui/main_window/main_window.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/queue/result_strip.h"
#include "ui/style/notice.h"

using namespace haibao;
using namespace haibao::ui;

namespace {

constexpr int patience_ms = 60'000;  // a guard against hangs

/// The window with a queue that is paused, so that nothing is painted.
struct Resting {
    test::TemporaryFolder folder;
    std::filesystem::path library = folder.path() / "library";
    std::unique_ptr<MainWindow> window;
    std::optional<generate::Queue> queue;
    Resting() {
        QSettings().setValue("library", paths::to_qt(library));
        for (const char* left : {"recent", "open", "libraries"}) QSettings().remove(left);
        std::filesystem::remove_all(PosterSession::unsaved_folder());
        REQUIRE(gallery::Library::create(library));
        auto opened = generate::Queue::open(library);
        REQUIRE(opened);
        queue.emplace(std::move(*opened));
        REQUIRE(queue->set_paused(true));
        window = std::make_unique<MainWindow>(generate::WorkerOptions{HAIBAO_WORKER_PROGRAM, folder.path() / "worker.log", {}});
        window->resize(1280, 720);
        window->show();
        window->create_page()->new_poster({});
    }
    Studio& studio() const { return *window->studio(); }
    StripModel& strip() const { return *window->studio()->strip(); }
    ResultStrip& view() const { return *window->create_page()->strip(); }
    generate::QueuedJobId ask() const {
        Draft draft;
        draft.prompt = "hills, title “Wind”";
        draft.painted = {512, 512};
        draft.count = 2;
        auto id = studio().generate(draft, "builtin", "cpu");
        INFO((id ? std::string() : id.error().message));
        REQUIRE(id);
        return *id;
    }
    const Tile& tile(int row) const {
        REQUIRE(row < strip().rowCount());
        return *strip().tile(strip().index(row));
    }
    /// A click on a tile, and the words of the menu that it brings.
    QStringList click(int row) const {
        emit view().clicked(strip().index(row));
        QStringList words;
        if (const QMenu* menu = shown_menu())
            for (const QAction* action : menu->actions()) words << action->text();
        return words;
    }
    QMenu* shown_menu() const {
        for (QMenu* menu : view().findChildren<QMenu*>())
            if (menu->isVisible()) return menu;
        return nullptr;
    }
    void choose(const QString& words) const {
        QMenu* menu = shown_menu();
        REQUIRE(menu);
        const auto actions = menu->actions();
        const auto wanted = std::ranges::find(actions, words, &QAction::text);
        REQUIRE(wanted != actions.end());
        (*wanted)->trigger();
        menu->close();
    }
    generate::QueuedJob job(generate::QueuedJobId id) {
        auto found = queue->find(id);
        REQUIRE(found);
        return *found;
    }
    /// As the runner notes it, which does not work here.
    void fail(generate::QueuedJobId id) const {
        auto database = sqlite::Database::open(library / "library.db", sqlite::Access::read_write, "test");
        REQUIRE(database);
        REQUIRE(database->execute(std::format("UPDATE job SET state = 'failed', reason = 'The device has no memory left.' WHERE id = {}", qint64(id))));
    }
};

}  // namespace

TEST_CASE("What a tile's bar shows is what its words say, and neither goes back from stage to stage") {
    double before = 0;
    for (const Stage stage : {Stage::composing, Stage::painting, Stage::finishing})
        for (const int step : {0, 46, 92, 100}) {
            const generate::JobProgress progress{{stage, 0, step, 100}, 1, step / 100.0, {}, {}};
            const double now = tile_fraction(progress);
            CHECK(now >= before);
            before = now;
            if (stage == Stage::composing) CHECK(stage_words(progress) == QString("composing %1 %").arg(int(now * 100)));
        }
    CHECK(before == 1);
}

TEST_CASE("What was cancelled says so, and can be begun again where it stands") {
    Resting resting;
    const auto id = resting.ask();
    REQUIRE(resting.strip().rowCount() == 2);
    resting.studio().cancel(qint64(id));
    REQUIRE(resting.strip().rowCount() == 2);
    CHECK(resting.tile(0).state == TileState::cancelled);
    CHECK(resting.tile(0).words == "cancelled");
    CHECK_FALSE(resting.studio().busy());
    CHECK(resting.job(id).state == generate::JobState::cancelled);
    QImage reference(200, 120, QImage::Format_RGB32);
    reference.fill(Qt::darkCyan);
    resting.window->create_page()->prompt()->add_reference(reference);
    test::keep_looks(*resting.window, "cancelled");
    const QStringList offered = resting.click(0);
    CHECK(offered == QStringList{"Try again", "Drop"});
    resting.choose("Try again");
    CHECK(resting.job(id).state == generate::JobState::queued);
    CHECK(resting.tile(0).state == TileState::waiting);
    CHECK(resting.tile(1).state == TileState::waiting);
    CHECK(resting.studio().busy());

    resting.studio().cancel(qint64(id));
    resting.click(0);
    resting.choose("Drop");
    CHECK(resting.strip().rowCount() == 1);
}

TEST_CASE("A failed job is tried again as it was, on the processor, or smaller, as its tile offers") {
    Resting resting;
    const auto id = resting.ask();
    QString chosen;
    std::optional<std::string> device;
    QSize size(512, 512);
    SECTION("as it was") { chosen = "Try again"; }
    SECTION("on the processor") { chosen = "Try again on the processor", device = "cpu"; }
    SECTION("smaller") { chosen = "Try again smaller, 384 × 384", size = {384, 384}; }
    resting.fail(id);
    resting.strip().update_job(qint64(id), [](Tile& tile) {  // what job_ended() found for a job of a graphics card
        tile.state = TileState::failed;
        tile.words = "The device has no memory left.";
        tile.brief = "failed";
        tile.elsewhere = true;
        tile.smaller = {384, 384};
    });
    CHECK(resting.click(1) == QStringList{"Try again", "Try again on the processor", "Try again smaller, 384 × 384", "Drop"});
    resting.choose(chosen);
    const generate::QueuedJob job = resting.job(id);
    CHECK(job.state == generate::JobState::queued);
    CHECK(job.request.width == size.width());
    CHECK(job.request.height == size.height());
    if (device) CHECK(job.request.options.device == *device);
    CHECK(resting.tile(0).state == TileState::waiting);
    CHECK(resting.tile(0).words == "waiting");
}

TEST_CASE("While the library's disk is unplugged nothing is painted and nothing made in its place; the window says so and offers what to do") {
    Resting resting;
    const std::filesystem::path away = resting.folder.path() / "away";
    auto* banner = resting.window->findChild<LibraryBanner*>();
    REQUIRE(banner);
    CHECK_FALSE(banner->isVisible());
    const auto waiting = resting.ask();
    std::filesystem::rename(resting.library, away);

    Draft draft;
    draft.prompt = "hills";
    draft.painted = {256, 256};
    auto refused = resting.studio().generate(draft, "builtin", "cpu");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.contains("disk still connected"));
    CHECK(resting.studio().gone_library() == resting.library);
    CHECK(banner->isVisible());
    CHECK(banner->findChild<Notice*>()->accessibleName().contains(paths::to_qt(resting.library)));
    (void)test::button<QPushButton>(*banner, "Open another library…");
    QTest::mouseClick(test::button<QPushButton>(*banner, "Look again"), Qt::LeftButton);
    CHECK(banner->isVisible());
    CHECK_FALSE(std::filesystem::exists(resting.library));
    test::keep_looks(*resting.window, "library-gone");

    SECTION("it is back: what waited there waits again, and the next picture can be asked for") {
        std::filesystem::rename(away, resting.library);
        QSignalSpy opened(&resting.studio(), &Studio::library_opened);
        REQUIRE((opened.count() > 0 || opened.wait(patience_ms)));  // by itself
        CHECK_FALSE(banner->isVisible());
        CHECK_FALSE(resting.studio().gone_library());
        CHECK(resting.strip().rowCount() == 2);
        CHECK(resting.tile(0).job == qint64(waiting));
        CHECK(resting.studio().generate(draft, "builtin", "cpu"));
    }
    SECTION("another library is opened, and the next start opens that one") {
        const QString other = paths::to_qt(resting.folder.path() / "other");
        banner->open_library(other);
        CHECK_FALSE(banner->isVisible());
        CHECK(resting.strip().rowCount() == 0);
        CHECK(std::filesystem::exists(paths::from_qt(other) / "library.db"));
        CHECK(Studio::library_folder() == paths::from_qt(other));
        CHECK(resting.studio().generate(draft, "builtin", "cpu"));
        resting.studio().cancel(resting.tile(0).job);
        CHECK_FALSE(std::filesystem::exists(resting.library));
    }
}

TEST_CASE("A start without the library's disk makes no new library in its place until it is told to") {
    Resting resting;
    resting.window.reset();
    resting.queue.reset();
    std::filesystem::remove_all(resting.library);
    resting.window = std::make_unique<MainWindow>(generate::WorkerOptions{HAIBAO_WORKER_PROGRAM, resting.folder.path() / "worker.log", {}});
    resting.window->show();
    CHECK_FALSE(std::filesystem::exists(resting.library));
    CHECK_FALSE(resting.studio().library());
    auto* banner = resting.window->findChild<LibraryBanner*>();
    REQUIRE(banner);
    CHECK(banner->isVisible());
    auto* make = test::button<QPushButton>(*banner, "Make a new library here…");
    const auto answer = [&](const QString& words) {
        bool asked = false;
        QTimer::singleShot(0, [&asked, words, &resting] {
            auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            REQUIRE(question);
            asked = question->text().contains(paths::to_qt(resting.library)) && question->text().contains("not touched");
            test::keep_picture(*question, "library-make");
            test::button<QPushButton>(*question, words)->click();
        });
        QTest::mouseClick(make, Qt::LeftButton);
        CHECK(asked);
    };
    answer("Cancel");
    CHECK_FALSE(std::filesystem::exists(resting.library));
    CHECK(banner->isVisible());
    answer("Make a new library");
    CHECK(std::filesystem::exists(resting.library / "library.db"));
    CHECK_FALSE(banner->isVisible());
    CHECK(resting.studio().library());
}
