// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QFile>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <random>
#include <set>

#include "app/core/atomic_file.h"
#include "app/gallery/import.h"
#include "app/gallery/migrations.h"
#include "app/gallery/recover.h"
#include "app/gallery/search.h"
#include "tests/app/gallery/sample.h"

using namespace haibao;
using namespace haibao::gallery;
using namespace haibao::gallery::test;
using haibao::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

int kills() {
    const char* asked = std::getenv("HAIBAO_TEST_KILLS");
    return asked ? std::atoi(asked) : 10;
}

/// A process that reports what it has saved, one number at a time, and is killed at a random moment.
std::vector<std::int64_t> run_and_kill(std::mt19937& random, int longest_ms, const std::function<void(const std::function<void(std::int64_t)>&)>& work) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        try {
            work([&](std::int64_t saved) { if (write(ends[1], &saved, sizeof saved) != sizeof saved) _exit(2); });
        } catch (const std::exception& error) {
            std::fprintf(stderr, "child: %s\n", error.what());
            _exit(3);
        }
        _exit(0);
    }
    close(ends[1]);
    std::vector<std::int64_t> saved;
    const auto until = std::chrono::steady_clock::now() + std::chrono::microseconds(std::uniform_int_distribution(100, longest_ms * 1000)(random));
    const auto read_one = [&] {
        std::int64_t number = 0;
        if (read(ends[0], &number, sizeof number) != sizeof number) return false;
        saved.push_back(number);
        return true;
    };
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(until - std::chrono::steady_clock::now()).count();
        const timespec patience{0, std::max<long>(0, left)};
        pollfd end{ends[0], POLLIN, 0};
        if (left <= 0 || ppoll(&end, 1, &patience, nullptr) <= 0 || !read_one()) break;
    }
    kill(child, SIGKILL);
    while (read_one()) {}
    close(ends[0]);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK((WIFSIGNALED(status) || WEXITSTATUS(status) == 0));
    return saved;
}

std::size_t found(Library& library, std::string_view text) { return must(search_ids(library, *parse_query(text))).size(); }

/// After any fault: the database is sound and every row has its file.
void check_sound(const fs::path& folder) {
    Library library = must(Library::create(folder));
    const SweepReport report = must(sweep(library));
    CHECK(report.broken.empty());
    CHECK(report.missing == 0);
    CHECK(must(check_database(library)).empty());
    CHECK(must(sweep(library, SweepDepth::contents)).altered == 0);
}

}  // namespace

TEST_CASE("A writer killed at any moment loses nothing that it had reported as saved") {
    TemporaryFolder folder;
    std::mt19937 random(1);
    std::set<std::int64_t> all;
    must(Library::create(folder.path()));
    for (int round = 0; round < kills(); ++round) {
        const auto saved = run_and_kill(random, 60, [&](const auto& report) {
            Library library = must(Library::open(folder.path()));
            for (int i = 0; i < 10'000; ++i) {
                const auto id = add(library, std::format("round {} picture {}", round, i), static_cast<std::uint64_t>(round * 100'000 + i));
                must(library.set_stars({&id, 1}, 3));
                report(static_cast<std::int64_t>(id));
            }
        });
        all.insert(saved.begin(), saved.end());
        INFO("round " << round << ", saved " << saved.size());
        Library library = must(Library::open(folder.path()));
        for (const std::int64_t id : saved) {
            const auto details = must(library.get(PictureId{id}));
            CHECK(details.stars == 3);
            CHECK(fs::exists(details.file));
        }
    }
    check_sound(folder.path());
    Library library = must(Library::open(folder.path()));
    for (const std::int64_t id : all) CHECK(must(library.get(PictureId{id})).making.prompt.starts_with("round"));
}

TEST_CASE("An import killed at any moment goes on, and in the end every picture is there once") {
    TemporaryFolder folder, source;
    constexpr int pictures = 60;
    for (int i = 0; i < pictures; ++i) must(write_file(source.path() / std::format("{}.png", i), png(record("海报 import", static_cast<std::uint64_t>(i))), IfExists::fail));
    must(Library::create(folder.path()));
    std::mt19937 random(2);
    ImportOptions options;
    options.threads = 2;
    const fs::path paths[] = {source.path()};
    for (int round = 0; round < kills(); ++round) {
        // From time to time everything is new again.
        if (round % 20 == 19) {
            fs::remove_all(folder.path());
            must(Library::create(folder.path()));
        }
        run_and_kill(random, 80, [&](const auto&) {
            Library library = must(Library::open(folder.path()));
            must(sweep(library));
            must(import_pictures(library, paths, options));
        });
    }
    Library library = must(Library::open(folder.path()));
    must(sweep(library));
    must(import_pictures(library, paths, options));
    CHECK(must(library.count()) == pictures);
    CHECK(found(library, "海报") == pictures);
    check_sound(folder.path());
}

TEST_CASE("A program killed while it makes or brings up a database leaves the old or the new one") {
    std::mt19937 random(3);
    for (int round = 0; round < kills(); ++round) {
        TemporaryFolder folder;
        bool older = round % 2 == 0;
        if (older) {
            auto database = must(sqlite::Database::open(database_file(folder.path()), sqlite::Access::create, "old"));
            must(database.execute("PRAGMA journal_mode = WAL"));
            must(database.migrate(application_id, migrations().first(1)));
            must(database.execute("INSERT INTO tag(name, folded) VALUES('kept', 'kept')"));
        }
        run_and_kill(random, 8, [&](const auto&) { must(Library::create(folder.path())); });
        Library library = must(Library::create(folder.path()));
        CHECK(must(check_database(library)).empty());
        CHECK(must(library.tags()).size() == (older ? 1 : 0));
    }
}

TEST_CASE("Two processes write into one library at once") {
    TemporaryFolder folder;
    must(Library::create(folder.path()));
    constexpr int each = 40;
    const auto write_some = [&](int who) {
        Library library = must(Library::open(folder.path()));
        for (int i = 0; i < each; ++i) {
            const PictureId id = add(library, std::format("from {}", who), static_cast<std::uint64_t>(who * 1000 + i));
            must(library.add_tags({&id, 1}, std::vector<std::string>{"shared"}));
            if (const SweepReport report = must(sweep(library)); report.missing + report.found_again > 0) throw std::runtime_error("a fresh picture was taken for lost");
        }
    };
    const pid_t child = fork();
    if (child == 0) {
        try {
            write_some(1);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "child: %s\n", error.what());
            _exit(1);
        }
        _exit(0);
    }
    write_some(2);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    Library library = must(Library::open(folder.path()));
    CHECK(must(library.count()) == 2 * each);
    CHECK(found(library, "tag:shared") == 2 * each);
    check_sound(folder.path());
}

TEST_CASE("A full disk is said, keeps what was saved, and does no harm once there is room again") {
    const char* disk = std::getenv("HAIBAO_SMALL_DISK");
    if (!disk) SKIP("no small disk; ./run test gives one");
    const fs::path folder = fs::path(disk) / "library";
    fs::remove_all(folder);
    std::vector<PictureId> saved;
    {
        Library library = must(Library::create(folder));
        std::mt19937 random(4);
        Result<PictureId> added;
        for (int i = 0; i < 200; ++i) {
            generate::Record made = record(std::format("picture {} with words", i), static_cast<std::uint64_t>(i));
            made.width = made.height = 256;
            Image noise{256, 256, {}};
            for (int byte = 0; byte < 256 * 256 * 3; ++byte) noise.rgb.push_back(static_cast<std::uint8_t>(random()));
            const auto bytes = must(encode_png(noise, picture_texts(made)));
            added = library.add(NewPicture{.bytes = bytes, .width = 256, .height = 256, .making = making_of(made)});
            if (!added) break;
            saved.push_back(*added);
        }
        REQUIRE_FALSE(added);
        CHECK(added.error().kind == ErrorKind::io);
        CHECK(added.error().message.contains("disk is full"));
        REQUIRE(saved.size() > 5);
        for (const PictureId id : saved) CHECK(fs::exists(must(library.get(id)).file));
        // Something goes: then it goes on.
        must(library.trash({saved.data(), 5}));
        must(library.empty_trash());
        add(library, "after", 12345);
        CHECK(found(library, "after") == 1);
    }
    check_sound(folder);
    fs::remove_all(folder);
}
