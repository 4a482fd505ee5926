// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <random>

#include "app/gallery/recover.h"
#include "app/gallery/search.h"
#include "tests/app/gallery/sample.h"

using namespace haibao;
using namespace haibao::gallery;
using namespace haibao::gallery::test;
using haibao::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr int pictures = 120;

/// A library with stars, tags and words; closed again.
void fill(const fs::path& folder) {
    Library library = must(Library::create(folder));
    for (int i = 0; i < pictures; ++i) {
        const PictureId id = add(library, std::format("picture number {} 中秋节日海报 with a long enough text to fill some pages of the database {}", i, i * 7919),
                                 static_cast<std::uint64_t>(i));
        must(library.set_stars({&id, 1}, i % 6));
        must(library.add_tags({&id, 1}, std::vector<std::string>{i % 2 ? "odd" : "even"}));
    }
}

void overwrite(const fs::path& file, std::uintmax_t at, std::size_t bytes, unsigned seed) {
    std::mt19937 random(seed);
    std::string noise(bytes, '\0');
    for (char& c : noise) c = static_cast<char>(random());
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(static_cast<std::streamoff>(at));
    stream.write(noise.data(), static_cast<std::streamsize>(bytes));
}

std::size_t found(Library& library, std::string_view text) { return must(search_ids(library, *parse_query(text))).size(); }

/// Whatever happened, afterwards all pictures are there and everything works.
RepairReport repaired(const fs::path& folder) {
    auto report = must(repair(folder));
    for (const std::string& line : report.lines) UNSCOPED_INFO(line);
    Library library = must(Library::open(folder));
    CHECK(must(check_database(library)).empty());
    CHECK(must(library.count()) == pictures);
    CHECK(found(library, "节日海报") == pictures);
    CHECK(found(library, "秋") == pictures);
    CHECK(found(library, "seed:17") == 1);
    CHECK(found(library, "\"number 63 \"") == 1);
    add(library, "one more", 999);
    CHECK(found(library, "\"one more\"") == 1);
    return report;
}

}  // namespace

TEST_CASE("A sound library is left alone") {
    TemporaryFolder folder;
    fill(folder.path());
    const RepairReport report = repaired(folder.path());
    CHECK(report.was_fine);
    CHECK(report.set_aside.empty());
}

TEST_CASE("A damaged header costs nothing: stars and tags are saved with the rest") {
    TemporaryFolder folder;
    fill(folder.path());
    overwrite(database_file(folder.path()), 0, 100, 1);
    const auto opened = Library::open(folder.path());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == ErrorKind::corrupt_file);
    const RepairReport report = repaired(folder.path());
    CHECK(report.rescued == pictures);
    CHECK(fs::exists(report.set_aside));
    Library library = must(Library::open(folder.path()));
    CHECK(found(library, "star:5") == pictures / 6);
    CHECK(found(library, "tag:odd") == pictures / 2);
}

TEST_CASE("What is noted of jobs that were lost is dropped with them") {
    TemporaryFolder folder;
    fill(folder.path());
    {
        Library library = must(Library::open(folder.path()));
        must(library.database().execute("PRAGMA foreign_keys = OFF"));
        must(library.database().execute("INSERT INTO job_proof(job, wish, first, number) VALUES(77, 'report', NULL, NULL)"));
    }
    overwrite(database_file(folder.path()), 0, 100, 1);
    repaired(folder.path());
    Library library = must(Library::open(folder.path()));
    CHECK(must(library.database().integer("SELECT count(*) FROM job_proof")) == 0);
    CHECK(must(library.database().integer("SELECT count(*) FROM pragma_foreign_key_check")) == 0);
}

TEST_CASE("Damaged pages in the middle: what can be read is saved, the rest comes from the pictures") {
    TemporaryFolder folder;
    fill(folder.path());
    const auto size = fs::file_size(database_file(folder.path()));
    for (unsigned seed = 0; seed < 8; ++seed) {
        INFO("seed " << seed);
        TemporaryFolder copy;
        fs::copy(folder.path(), copy.path() / "library", fs::copy_options::recursive);
        const fs::path library_folder = copy.path() / "library";
        std::mt19937 random(seed);
        for (int i = 0; i < 4; ++i) overwrite(database_file(library_folder), 4096 * (1 + random() % (size / 4096 - 1)), 4096, seed * 10 + static_cast<unsigned>(i));
        repaired(library_folder);
    }
}

TEST_CASE("A database of nothing but noise, cut off or emptied is made again from the pictures") {
    TemporaryFolder folder;
    fill(folder.path());
    const fs::path file = database_file(folder.path());
    SECTION("noise") { overwrite(file, 0, fs::file_size(file), 5); }
    SECTION("half") { fs::resize_file(file, fs::file_size(file) / 2); }
    SECTION("a few bytes") { fs::resize_file(file, 50); }
    SECTION("the first pages are zero") {
        std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
        const std::string zeros(8192, '\0');
        stream.write(zeros.data(), static_cast<std::streamsize>(zeros.size()));
    }
    repaired(folder.path());
}

TEST_CASE("A database that was deleted is taken up again from the pictures") {
    TemporaryFolder folder;
    fill(folder.path());
    fs::remove(database_file(folder.path()));
    CHECK(Library::open(folder.path()).error().message.contains("gallery init"));
    Library library = must(Library::create(folder.path()));
    CHECK(must(sweep(library)).taken_up == pictures);
    CHECK(found(library, "节日海报") == pictures);
}

TEST_CASE("A damaged write-ahead log loses at most what only it knew, and the sweep takes that up") {
    TemporaryFolder folder, crashed;
    const fs::path file = database_file(folder.path());
    {
        Library library = must(Library::create(folder.path()));
        must(library.database().execute("PRAGMA wal_autocheckpoint = 0"));
        for (int i = 0; i < 20; ++i) add(library, std::format("picture {}", i), static_cast<std::uint64_t>(i));
        // As a machine that lost its power leaves it.
        fs::copy(folder.path(), crashed.path() / "library", fs::copy_options::recursive);
    }
    const fs::path copy = database_file(crashed.path() / "library");
    REQUIRE(fs::exists(copy.string() + "-wal"));
    fs::remove(copy.string() + "-shm");
    const auto size = fs::file_size(copy.string() + "-wal");
    SECTION("in the middle") { overwrite(copy.string() + "-wal", size / 2, 5000, 3); }
    SECTION("its header") { overwrite(copy.string() + "-wal", 0, 32, 3); }
    SECTION("cut off") { fs::resize_file(copy.string() + "-wal", size / 3); }
    SECTION("gone") { fs::remove(copy.string() + "-wal"); }
    // What is left may be no library at all (the schema was in the log): then create() makes it again.
    Library library = must(Library::create(crashed.path() / "library"));
    must(sweep(library));
    CHECK(must(library.count()) == 20);
    CHECK(must(check_database(library)).empty());
}

TEST_CASE("A search index that does not fit the texts is found and made again") {
    TemporaryFolder folder;
    fill(folder.path());
    {
        Library library = must(Library::open(folder.path()));
        must(library.database().execute("DELETE FROM picture_trigrams WHERE rowid < 50"));
        CHECK(must(check_database(library)).size() == 1);
    }
    CHECK(repaired(folder.path()).set_aside.empty());
}
