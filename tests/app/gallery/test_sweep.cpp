// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "app/core/atomic_file.h"
#include "app/gallery/import.h"
#include "app/gallery/search.h"
#include "app/gallery/sweep.h"
#include "tests/app/gallery/sample.h"

using namespace haibao;
using namespace haibao::gallery;
using namespace haibao::gallery::test;
using haibao::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::vector<std::uint8_t>& bytes) { must(write_file(file, bytes, IfExists::fail)); }

std::size_t found(Library& library, std::string_view text) { return must(search_ids(library, *parse_query(text))).size(); }

}  // namespace

TEST_CASE("A file without a row is taken up with what its metadata tells") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    add(library, "known");
    CHECK(must(sweep(library)).taken_up == 0);
    write(folder.path() / "pictures/2026/03/stray.png", png(record("中秋 stray", 99)));
    const SweepReport report = must(sweep(library));
    CHECK(report.taken_up == 1);
    CHECK(found(library, "中秋") == 1);
    CHECK(found(library, "seed:99") == 1);
    CHECK_FALSE(must(sweep(library)).changed_anything());
    CHECK(must(make_looks(library, 1)) == 1);
    CHECK(found(library, "colour:red") == 2);
}

TEST_CASE("A row whose file is gone is kept and marked; the file is known when it comes back, also elsewhere") {
    TemporaryFolder folder, aside;
    Library library = must(Library::create(folder.path()));
    const PictureId id = add(library, "travelling");
    must(library.set_stars({&id, 1}, 5));
    must(sweep(library));
    const fs::path file = must(library.get(id)).file;
    fs::copy_file(file, aside.path() / "a.png");
    fs::remove(file);
    CHECK(must(sweep(library)).missing == 1);
    CHECK(must(library.get(id)).missing);
    CHECK(found(library, "is:missing") == 1);
    CHECK_FALSE(must(sweep(library)).changed_anything());
    SECTION("under its old name") { fs::copy_file(aside.path() / "a.png", file); }
    SECTION("under another name in another folder") {
        fs::create_directories(folder.path() / "pictures/moved/here");
        fs::copy_file(aside.path() / "a.png", folder.path() / "pictures/moved/here/b.png");
    }
    CHECK(must(sweep(library)).found_again == 1);
    CHECK_FALSE(must(library.get(id)).missing);
    CHECK(must(library.get(id)).stars == 5);
    CHECK(must(library.count()) == 1);
    CHECK(fs::exists(must(library.get(id)).file));
}

TEST_CASE("A folder that was moved or lost whole is noticed") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    const PictureId id = add(library, "a");
    add(library, "b", 8);
    must(sweep(library));
    const fs::path month = must(library.get(id)).file.parent_path();
    fs::rename(month, folder.path() / "pictures/sorted");
    const SweepReport moved = must(sweep(library));
    CHECK(moved.missing == 2);
    CHECK(moved.found_again == 2);
    CHECK(must(library.get(id)).file.parent_path().filename() == "sorted");
    fs::remove_all(folder.path() / "pictures");
    CHECK(must(sweep(library)).missing == 2);
    CHECK(must(library.count()) == 2);
}

TEST_CASE("Copies of a known picture and broken files become no rows, and are said once") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    const PictureId id = add(library, "a");
    fs::copy_file(must(library.get(id)).file, folder.path() / "pictures/copy.png");
    std::ofstream(folder.path() / "pictures/broken.png") << "no picture";
    std::ofstream(folder.path() / "pictures/note.txt") << "no picture";
    const SweepReport report = must(sweep(library));
    CHECK(report.taken_up == 0);
    REQUIRE(report.broken.size() == 1);
    CHECK(report.broken[0].first == "pictures/broken.png");
    CHECK_FALSE(must(sweep(library)).changed_anything());
    CHECK(must(library.count()) == 1);
}

TEST_CASE("Unfinished files of programs that died long ago are cleared away, young ones are not") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    const fs::path old = folder.path() / "pictures/.a.png.haibao-1-0badcafe.part", young = folder.path() / "pictures/.b.png.haibao-1-0badcafe.part";
    std::ofstream(old) << "x";
    std::ofstream(young) << "x";
    fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::hours(48));
    CHECK(must(sweep(library)).leftovers == 1);
    CHECK_FALSE(fs::exists(old));
    CHECK(fs::exists(young));
}

TEST_CASE("A check of the contents takes an edited file as it is now and names a damaged one") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    const PictureId edited = add(library, "edited"), damaged = add(library, "damaged", 8), fine = add(library, "fine", 9);
    generate::Record made = record("edited elsewhere");
    made.width = 128;
    must(write_file(must(library.get(edited)).file, png(made), IfExists::overwrite));
    std::ofstream(must(library.get(damaged)).file, std::ios::binary | std::ios::trunc) << "\x89PNG\r\n\x1a\n and no more";
    const SweepReport report = must(sweep(library, SweepDepth::contents));
    CHECK(report.altered == 1);
    REQUIRE(report.broken.size() == 1);
    CHECK(must(library.get(edited)).width == 128);
    CHECK(must(library.get(edited)).making.prompt == "edited");
    CHECK(must(library.get(fine)).width == 64);
}

TEST_CASE("A folder of foreign pictures comes in once, with tags and words; broken ones are reported") {
    TemporaryFolder folder, source;
    Library library = must(Library::create(folder.path()));
    write(source.path() / "a.png", png(record("first", 1)));
    write(source.path() / "deep/b.PNG", png(record("second 海报", 2)));
    write(source.path() / "deep/copy of a.png", png(record("first", 1)));
    source.write(".hidden/c.png", "x");
    source.write("broken.png", "x");
    source.write("half.png", std::string(reinterpret_cast<const char*>(png(record("half")).data()), 200));
    source.write("readme.txt", "x");
    ImportOptions options;
    options.tags = {"imported"};
    const fs::path paths[] = {source.path()};
    const ImportReport report = must(import_pictures(library, paths, options));
    CHECK(report.imported == 2);
    CHECK(report.duplicates == 1);
    CHECK(report.problems.size() == 2);
    CHECK(found(library, "tag:imported") == 2);
    CHECK(found(library, "海报") == 1);
    CHECK(found(library, "colour:red") == 2);
    const ImportReport again = must(import_pictures(library, paths, options));
    CHECK(again.imported == 0);
    CHECK(again.known == 5);
    CHECK(must(library.count()) == 2);
    fs::remove_all(source.path() / "deep");
    CHECK(fs::exists(must(library.get(report.ids[1])).file));
    CHECK_FALSE(must(sweep(library)).changed_anything());
}

TEST_CASE("Linked pictures stay where they are, and the library knows when they go and come back") {
    TemporaryFolder folder, source;
    Library library = must(Library::create(folder.path()));
    write(source.path() / "a.png", png(record("linked")));
    ImportOptions options;
    options.mode = ImportMode::link;
    const fs::path paths[] = {source.path() / "a.png"};
    const PictureId id = must(import_pictures(library, paths, options)).ids.at(0);
    CHECK(must(library.get(id)).linked);
    CHECK(must(library.get(id)).file == fs::canonical(source.path() / "a.png"));
    fs::rename(source.path() / "a.png", source.path() / "b.png");
    CHECK(must(sweep(library, SweepDepth::names)).missing == 1);
    const fs::path renamed[] = {source.path() / "b.png"};
    CHECK(must(import_pictures(library, renamed, options)).found_again == 1);
    CHECK_FALSE(must(library.get(id)).missing);
    // Emptying the trash forgets a linked file and leaves it alone.
    must(library.trash({&id, 1}));
    CHECK(must(library.empty_trash()) == 1);
    CHECK(fs::exists(source.path() / "b.png"));
}

TEST_CASE("An import that was stopped goes on where it was") {
    TemporaryFolder folder, source;
    Library library = must(Library::create(folder.path()));
    for (int i = 0; i < 12; ++i) write(source.path() / std::format("{:02}.png", i), png(record("p", static_cast<std::uint64_t>(i))));
    std::stop_source stop;
    ImportOptions options;
    options.threads = 2;
    const fs::path paths[] = {source.path()};
    const ImportReport first = must(import_pictures(
        library, paths, options, [&](std::int64_t done, std::int64_t) { if (done == 5) stop.request_stop(); }, stop.get_token()));
    CHECK(first.stopped);
    CHECK(first.imported == 5);
    must(sweep(library));  // takes up what was copied but had no row yet
    const ImportReport second = must(import_pictures(library, paths, options));
    CHECK(second.known == 5);
    CHECK(must(library.count()) == 12);
}

TEST_CASE("The library is not imported into itself, and a path that is not there is named") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path() / "lib"));
    const fs::path self[] = {folder.path()}, inner[] = {folder.path() / "lib/pictures"}, missing[] = {folder.path() / "none"};
    CHECK(import_pictures(library, self, {}).error().kind == ErrorKind::invalid_input);
    CHECK(import_pictures(library, inner, {}).error().kind == ErrorKind::invalid_input);
    CHECK(import_pictures(library, missing, {}).error().kind == ErrorKind::not_found);
}
