// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <thread>

#include "app/core/sqlite.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using namespace haibao::sqlite;
using haibao::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr std::int32_t our_id = 0x68616962;
constexpr const char* first = "CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT NOT NULL, weight REAL, data BLOB) STRICT";
constexpr const char* second = "ALTER TABLE word ADD COLUMN mood TEXT; CREATE INDEX word_mood ON word(mood)";
constexpr const char* broken = "CREATE TABLE other(id INTEGER); INSERT INTO nowhere VALUES(1)";

Database open(const fs::path& file, Access access = Access::create) {
    auto database = Database::open(file, access, "test.db");
    if (!database) throw std::runtime_error(database.error().message);
    return std::move(*database);
}

std::int64_t count(Database& database) { return database.integer("SELECT count(*) FROM word").value(); }

}  // namespace

TEST_CASE("Values come back as they were bound, also empty ones and NUL bytes") {
    Database database = open(":memory:");
    const char* one[] = {first};
    REQUIRE(database.migrate(our_id, one));
    auto insert = database.prepare("INSERT INTO word(text, weight, data) VALUES(?1, ?2, ?3)");
    REQUIRE(insert);
    const std::string text("海\0报", 7);
    const std::vector<std::uint8_t> blob{0, 255, 7};
    REQUIRE(insert->bind(1, text).bind(2, 0.5).bind_blob(3, blob).run());
    REQUIRE(insert->bind(1, "").bind(2, std::optional<double>()).bind_blob(3, {}).run());
    CHECK(database.last_id() == 2);
    auto select = database.prepare("SELECT text, weight, data FROM word ORDER BY id");
    REQUIRE(select);
    REQUIRE(select->step() == true);
    CHECK(select->text(0) == text);
    CHECK(select->real(1) == 0.5);
    CHECK(std::ranges::equal(select->blob(2), blob));
    REQUIRE(select->step() == true);
    CHECK(select->text(0).empty());
    CHECK_FALSE(select->is_null(0));
    CHECK(select->is_null(1));
    CHECK_FALSE(select->is_null(2));
    CHECK(select->blob(2).empty());
    CHECK(select->step() == false);
}

TEST_CASE("A statement that was reset has lost its values, and a wrong index is said") {
    Database database = open(":memory:");
    auto statement = database.prepare("SELECT ?1");
    REQUIRE(statement);
    REQUIRE(statement->bind(1, 5).step() == true);
    CHECK(statement->integer(0) == 5);
    statement->reset();
    REQUIRE(statement->step() == true);
    CHECK(statement->is_null(0));
    statement->reset();
    auto wrong = statement->bind(2, 1).step();
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().kind == ErrorKind::internal);
    statement->reset();
    CHECK(statement->bind(1, 1).step() == true);
}

TEST_CASE("What is no file is refused at once: opening a pipe would wait for ever") {
    TemporaryFolder folder;
    const fs::path pipe = folder.path() / "pipe";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    for (const fs::path& file : {pipe, folder.path()}) {
        const auto opened = Database::open(file, Access::read_only, "test.db");
        REQUIRE_FALSE(opened);
        CHECK(opened.error().message == "test.db is not a file.");
    }
}

TEST_CASE("An error of a statement names what was opened, also where no file has that name") {
    Database database = open(":memory:");
    REQUIRE(database.execute("CREATE TABLE a(b TEXT NOT NULL) STRICT"));
    auto insert = database.prepare("INSERT INTO a VALUES(?1)");
    REQUIRE(insert);
    const auto done = insert->bind_null(1).run();
    REQUIRE_FALSE(done);
    CHECK(done.error().message.starts_with("test.db "));
}

TEST_CASE("Types and references are kept strictly") {
    Database database = open(":memory:");
    REQUIRE(database.execute("CREATE TABLE a(id INTEGER PRIMARY KEY) STRICT; CREATE TABLE b(a INTEGER REFERENCES a) STRICT"));
    CHECK_FALSE(database.execute("INSERT INTO b VALUES(9)"));
    CHECK_FALSE(database.execute("INSERT INTO b VALUES('nine')"));
}

TEST_CASE("A transaction that is given up leaves nothing, one that is committed stays") {
    Database database = open(":memory:");
    const char* one[] = {first};
    REQUIRE(database.migrate(our_id, one));
    {
        auto transaction = Transaction::begin(database);
        REQUIRE(transaction);
        REQUIRE(database.execute("INSERT INTO word(text) VALUES('a')"));
    }
    CHECK(count(database) == 0);
    auto transaction = Transaction::begin(database);
    REQUIRE(transaction);
    REQUIRE(database.execute("INSERT INTO word(text) VALUES('a')"));
    REQUIRE(transaction->commit());
    CHECK(count(database) == 1);
}

TEST_CASE("Migrations run once, in order, and a failing one changes nothing") {
    TemporaryFolder folder;
    const fs::path file = folder.path() / "a.db";
    {
        const char* one[] = {first};
        Database database = open(file);
        REQUIRE(database.migrate(our_id, one));
        REQUIRE(database.execute("INSERT INTO word(text) VALUES('kept')"));
        REQUIRE(database.migrate(our_id, one));
    }
    Database database = open(file, Access::read_write);
    const char* bad[] = {first, second, broken};
    REQUIRE_FALSE(database.migrate(our_id, bad));
    CHECK(database.integer("PRAGMA user_version") == 1);
    CHECK(database.integer("SELECT count(*) FROM sqlite_schema WHERE name IN ('other', 'word_mood')") == 0);
    const char* two[] = {first, second};
    REQUIRE(database.migrate(our_id, two));
    CHECK(database.integer("PRAGMA user_version") == 2);
    CHECK(count(database) == 1);
}

TEST_CASE("Two processes that migrate at once do it once") {
    TemporaryFolder folder;
    const fs::path file = folder.path() / "a.db";
    const char* two[] = {first, second};
    std::vector<std::jthread> threads;
    std::array<bool, 4> fine{};
    for (bool& done : fine)
        threads.emplace_back([&] {
            Database database = open(file);
            done = database.migrate(our_id, two).has_value();
        });
    threads.clear();
    CHECK(fine == std::array{true, true, true, true});
    Database database = open(file);
    CHECK(database.integer("PRAGMA user_version") == 2);
}

TEST_CASE("A newer database and one of another kind are refused untouched") {
    TemporaryFolder folder;
    const fs::path file = folder.path() / "a.db";
    const char* one[] = {first};
    ErrorKind expected = ErrorKind::corrupt_file;
    {
        Database database = open(file);
        SECTION("newer") {
            const char* two[] = {first, second};
            REQUIRE(database.migrate(our_id, two));
            expected = ErrorKind::unsupported;
        }
        SECTION("another id") { REQUIRE(database.migrate(77, one)); }
        SECTION("tables without an id") { REQUIRE(database.execute("CREATE TABLE bookmarks(url TEXT)")); }
    }
    const auto bytes = fs::file_size(file);
    {
        Database database = open(file, Access::read_write);
        auto migrated = database.migrate(our_id, one);
        REQUIRE_FALSE(migrated);
        CHECK(migrated.error().kind == expected);
    }
    CHECK(fs::file_size(file) == bytes);
}

TEST_CASE("For reading only, a current database opens, an older one is refused, and nothing can be written") {
    TemporaryFolder folder;
    const fs::path file = folder.path() / "50% of #1?.db";
    const char* one[] = {first};
    const char* two[] = {first, second};
    REQUIRE(open(file).migrate(our_id, one));
    for (const Access access : {Access::read_only, Access::immutable}) {
        Database database = open(file, access);
        CHECK(database.migrate(our_id, one));
        CHECK(database.migrate(our_id, two).error().kind == ErrorKind::unsupported);
        auto written = database.execute("INSERT INTO word(text) VALUES('a')");
        REQUIRE_FALSE(written);
        CHECK(written.error().message.contains("write-protected"));
    }
}

TEST_CASE("What is no database, is missing or is cut off says so") {
    TemporaryFolder folder;
    auto missing = Database::open(folder.path() / "none.db", Access::read_write, "The library");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == ErrorKind::not_found);
    CHECK_FALSE(fs::exists(folder.path() / "none.db"));
    auto other = Database::open(folder.write("letter.db", std::string(5000, 'x')), Access::read_write, "The library");
    REQUIRE_FALSE(other);
    CHECK(other.error().kind == ErrorKind::corrupt_file);
    CHECK(Database::open(folder.path(), Access::create, "The library").error().kind == ErrorKind::io);

    const fs::path file = folder.path() / "cut.db";
    {
        const char* one[] = {first};
        Database database = open(file);
        REQUIRE(database.migrate(our_id, one));
        for (int i = 0; i < 500; ++i) REQUIRE(database.execute("INSERT INTO word(text) VALUES('0123456789012345678901234567890123456789')"));
    }
    fs::resize_file(file, 12288);
    auto cut = Database::open(file, Access::read_write, "The library");
    auto read = cut ? cut->integer("SELECT sum(length(text)) FROM word") : pass_on(cut);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == ErrorKind::corrupt_file);
}

TEST_CASE("A lock held by another connection is waited for, then said") {
    TemporaryFolder folder;
    const fs::path file = folder.path() / "a.db";
    const char* one[] = {first};
    Database holder = open(file), other = open(file);
    REQUIRE(holder.migrate(our_id, one));
    other.set_patience(0);
    auto transaction = Transaction::begin(holder);
    REQUIRE(transaction);
    auto refused = Transaction::begin(other);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::io);
    CHECK(refused.error().message.contains("in use"));
    REQUIRE(transaction->commit());
    CHECK(Transaction::begin(other));
}

TEST_CASE("What was committed survives a process that dies at once") {
    TemporaryFolder folder;
    const fs::path file = folder.path() / "a.db";
    const char* one[] = {first};
    {
        Database database = open(file);
        REQUIRE(database.execute("PRAGMA journal_mode = WAL"));
        REQUIRE(database.migrate(our_id, one));
    }
    const pid_t child = fork();
    if (child == 0) {
        Database database = open(file);
        auto done = database.execute("INSERT INTO word(text) VALUES('kept'); BEGIN; INSERT INTO word(text) VALUES('not yet')");
        kill(getpid(), done ? SIGKILL : SIGTERM);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WTERMSIG(status) == SIGKILL);
    Database database = open(file);
    CHECK(count(database) == 1);
}
