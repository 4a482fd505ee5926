// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QEventLoop>
#include <QTimer>
#include <catch2/catch_test_macros.hpp>

#include "app/core/database_watch.h"
#include "app/core/sqlite.h"
#include "tests/support/qt_application.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr auto patience = 20s;  // a guard against hangs

sqlite::Database open(const fs::path& file) {
    auto database = sqlite::Database::open(file, sqlite::Access::create, "test");
    REQUIRE(database);
    REQUIRE(database->execute("PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS t(x)"));
    return std::move(*database);
}

/// What a watch said, and the event loop that it says it in.
struct Heard {
    explicit Heard(const fs::path& file, std::chrono::milliseconds gather = 20ms) : watch(file, gather) {
        QObject::connect(&watch, &DatabaseWatch::touched, &watch, [this] {
            ++count;
            if (count >= wanted) loop.quit();
        });
        watch.start();
    }
    bool until(int times) {
        wanted = times;
        bool late = false;
        QTimer::singleShot(patience, &loop, [this, &late] {
            late = true;
            loop.quit();
        });
        if (count < wanted) loop.exec();
        return !late;
    }
    void listen(std::chrono::milliseconds time) {
        wanted = 1 << 30;
        QTimer::singleShot(time, &loop, &QEventLoop::quit);
        loop.exec();
    }
    DatabaseWatch watch;
    QEventLoop loop;
    int count = 0, wanted = 1 << 30;
};

}  // namespace

TEST_CASE("What another connection commits is told, more than once, for it may be seen only later") {
    const test::Application application;
    test::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.db";
    sqlite::Database ours = open(file), theirs = open(file);
    Heard heard(file);
    const auto before = *ours.integer("PRAGMA data_version");
    REQUIRE(theirs.execute("INSERT INTO t VALUES(1)"));
    CHECK(heard.until(3));
    CHECK(*ours.integer("PRAGMA data_version") != before);
}

TEST_CASE("While nobody writes nothing is told, whatever is read") {
    const test::Application application;
    test::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.db";
    sqlite::Database ours = open(file), theirs = open(file);
    Heard heard(file);
    for (int i = 0; i < 5; ++i) {
        CHECK(theirs.integer("SELECT count(*) FROM t"));
        heard.listen(100ms);
    }
    CHECK(heard.count == 0);
}

TEST_CASE("A log that is made after the watch began is watched") {
    const test::Application application;
    test::TemporaryFolder folder;
    const fs::path file = folder.path() / "a.db";
    { (void)open(file); }
    REQUIRE_FALSE(fs::exists(folder.path() / "a.db-wal"));
    Heard heard(file, 5ms);
    sqlite::Database theirs = open(file);
    REQUIRE(theirs.execute("INSERT INTO t VALUES(1)"));
    REQUIRE(heard.until(8));  // over the pauses that follow: 5 · (2⁸ − 1) ms
    heard.count = 0;
    REQUIRE(theirs.execute("INSERT INTO t VALUES(2)"));
    CHECK(heard.until(3));
}

TEST_CASE("A database whose folder is renamed is told, and watched again once it is back") {
    const test::Application application;
    test::TemporaryFolder folder;
    fs::create_directory(folder.path() / "disk");
    const fs::path file = folder.path() / "disk" / "a.db";
    sqlite::Database theirs = open(file);
    Heard heard(file);
    fs::rename(folder.path() / "disk", folder.path() / "away");
    CHECK(heard.until(1));
    fs::rename(folder.path() / "away", folder.path() / "disk");
    heard.count = 0;
    CHECK(heard.until(2));
    REQUIRE(theirs.execute("INSERT INTO t VALUES(1)"));
    heard.count = 0;
    CHECK(heard.until(3));
}
