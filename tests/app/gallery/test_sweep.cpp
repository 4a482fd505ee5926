// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <linux/capability.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <functional>

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

std::int64_t files_below(const fs::path& folder) {
    return std::ranges::count_if(fs::recursive_directory_iterator(folder), [](const fs::directory_entry& entry) { return entry.is_regular_file(); });
}

/// What a process without root's rights to everything finds.
int without_rights(const std::function<bool()>& holds) {
    const pid_t child = fork();
    if (child == 0) {
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        __user_cap_data_struct none[2]{};
        const bool dropped = syscall(SYS_capset, &header, none) == 0;
        bool held = false;
        try {
            held = dropped && holds();
        } catch (const std::exception& error) {
            std::fprintf(stderr, "child: %s\n", error.what());
        }
        _exit(held ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return status;
}

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

TEST_CASE("A check says what is broken every time, and finds the same in a library that can only be read, without noting it") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    const PictureId damaged = add(library, "damaged"), gone = add(library, "gone", 8);
    const fs::path stray = folder.path() / "pictures/stray.png";
    write(stray, png(record("stray")));
    fs::resize_file(stray, 20);
    CHECK(must(sweep(library)).broken.size() == 1);
    CHECK(must(sweep(library)).broken.empty());
    CHECK(must(sweep(library, SweepDepth::names)).broken.size() == 1);
    fs::resize_file(must(library.get(damaged)).file, 60);
    fs::remove(must(library.get(gone)).file);

    Library reader = must(Library::open(folder.path(), LibraryAccess::read_only));
    const auto before = must(library.version());
    for (int round = 0; round < 2; ++round) {
        const SweepReport report = must(sweep(reader, SweepDepth::contents));
        CHECK(report.missing == 1);
        CHECK(report.broken.size() == 2);
    }
    CHECK_FALSE(must(sweep(reader)).changed_anything());
    CHECK(must(library.version()) == before);
    CHECK_FALSE(must(library.get(gone)).missing);
    const SweepReport noted = must(sweep(library, SweepDepth::contents));
    CHECK(noted.missing == 1);
    CHECK(noted.broken.size() == 2);
}

TEST_CASE("Links to folders are followed once and never in circles") {
    TemporaryFolder folder, elsewhere;
    Library library = must(Library::create(folder.path()));
    add(library, "own");
    write(elsewhere.path() / "deep/far.png", png(record("far away", 2)));
    const fs::path pictures = folder.path() / "pictures";
    fs::create_directory_symlink(".", pictures / "loop");
    fs::create_directory_symlink("..", pictures / "up");
    fs::create_directory_symlink(elsewhere.path(), pictures / "a");
    fs::create_directory_symlink(elsewhere.path() / "deep", pictures / "b");
    fs::create_directory_symlink(pictures, elsewhere.path() / "back");
    CHECK(must(sweep(library)).taken_up == 1);
    CHECK(must(library.count()) == 2);
    CHECK(must(library.database().integer("SELECT count(*) FROM folder")) == 6);  // pictures, its year and month, up, a, a/deep
    CHECK_FALSE(must(sweep(library, SweepDepth::names)).changed_anything());
    CHECK_FALSE(must(sweep(library)).changed_anything());
}

TEST_CASE("A folder that may not be read costs nothing but itself") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    const fs::path locked = folder.path() / "pictures/locked";
    write(locked / "a.png", png(record("behind the door", 2)));
    must(sweep(library));
    const PictureId known = must(search_ids(library, *parse_query("door"))).at(0);
    fs::create_directory(folder.path() / "pictures/lost+found");
    for (const char* name : {"locked", "lost+found"}) fs::permissions(folder.path() / "pictures" / name, fs::perms::none);
    write(folder.path() / "pictures/new.png", png(record("new", 3)));
    CHECK(without_rights([&] {
              Library child = must(Library::open(folder.path()));
              const SweepReport report = must(sweep(child, SweepDepth::names));
              return report.taken_up == 1 && report.missing == 0 && report.broken.size() == 1 && report.broken[0].first == "pictures/locked" &&
                     must(sweep(child)).broken.empty();
          }) == 0);
    for (const char* name : {"locked", "lost+found"}) fs::permissions(folder.path() / "pictures" / name, fs::perms::owner_all);
    CHECK_FALSE(must(library.get(known)).missing);
    CHECK(found(library, "new") == 1);
}

TEST_CASE("A picture that could not be read for a while is looked at again") {
    TemporaryFolder folder, disk;
    Library library = must(Library::create(folder.path()));
    write(disk.path() / "a.png", png(record("far away")));
    ImportOptions options;
    options.mode = ImportMode::link;
    const fs::path paths[] = {disk.path() / "a.png"};
    const PictureId id = must(import_pictures(library, paths, options)).ids.at(0);
    must(library.database().execute("UPDATE picture SET looked = 0"));
    fs::rename(disk.path() / "a.png", disk.path() / "away");
    CHECK(must(make_looks(library, 1)) == 0);
    fs::rename(disk.path() / "away", disk.path() / "a.png");
    CHECK(must(make_looks(library, 1)) == 1);

    // Given up by an earlier version of the program, then lost and found.
    must(library.set_no_look(id));
    fs::rename(disk.path() / "a.png", disk.path() / "away");
    CHECK(must(sweep(library, SweepDepth::names)).missing == 1);
    CHECK(must(library.without_look(5)).empty());
    fs::rename(disk.path() / "away", disk.path() / "a.png");
    CHECK(must(sweep(library, SweepDepth::names)).found_again == 1);
    CHECK(must(library.without_look(5)) == std::vector{id});
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
    options.tags = {"later"};
    const ImportReport again = must(import_pictures(library, paths, options));
    CHECK(again.imported == 0);
    CHECK(again.known == 3);
    CHECK(again.problems.size() == 2);  // there never were pictures of them, and what hindered may be over
    CHECK(found(library, "tag:later") == 2);
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

TEST_CASE("An import that was stopped leaves no file without a row, and goes on where it was") {
    TemporaryFolder folder, source;
    Library library = must(Library::create(folder.path()));
    constexpr int pictures = 200;  // more than are kept in one go
    for (int i = 0; i < pictures; ++i) write(source.path() / std::format("{:03}.png", i), png(record("p", static_cast<std::uint64_t>(i))));
    std::stop_source stop;
    ImportOptions options;
    options.threads = 2;
    options.tags = {"wanted"};
    const fs::path paths[] = {source.path()};
    const ImportReport first = must(import_pictures(library, paths, options, [&](std::int64_t, std::int64_t) { stop.request_stop(); }, stop.get_token()));
    CHECK(first.stopped);
    CHECK(first.imported > 0);
    CHECK(first.imported < pictures);
    CHECK(files_below(folder.path() / "pictures") == first.imported);
    CHECK_FALSE(must(sweep(library)).changed_anything());
    const ImportReport second = must(import_pictures(library, paths, options));
    CHECK(second.known == first.imported);
    CHECK(must(library.count()) == pictures);
    CHECK(found(library, "tag:wanted") == pictures);
}

TEST_CASE("What a killed import left without a row, and a sweep took up, gets its tags when it is imported again") {
    TemporaryFolder folder, source;
    Library library = must(Library::create(folder.path()));
    write(source.path() / "a.png", png(record("a")));
    write(folder.path() / "pictures/2026/11/a.png", png(record("a")));
    CHECK(must(sweep(library)).taken_up == 1);
    ImportOptions options;
    options.tags = {"wanted"};
    const fs::path paths[] = {source.path()};
    CHECK(must(import_pictures(library, paths, options)).duplicates == 1);
    CHECK(found(library, "tag:wanted") == 1);
}

TEST_CASE("A picture in the trash that is imported again comes out of it") {
    TemporaryFolder folder, source;
    Library library = must(Library::create(folder.path()));
    write(source.path() / "a.png", png(record("a")));
    const fs::path paths[] = {source.path()};
    const PictureId id = must(import_pictures(library, paths, {})).ids.at(0);
    must(library.trash({&id, 1}));
    const ImportReport again = must(import_pictures(library, paths, {}));
    CHECK(again.restored == 1);
    CHECK(again.known + again.duplicates + again.imported == 0);
    CHECK(again.ids == std::vector{id});
    CHECK_FALSE(must(library.get(id)).trashed);
    CHECK(must(import_pictures(library, paths, {})).known == 1);
}

TEST_CASE("Other programs can change the library while pictures come in, are taken up and looked at") {
    TemporaryFolder folder, source;
    Library library = must(Library::create(folder.path())), other = must(Library::open(folder.path()));
    other.database().set_patience(0);
    const PictureId id = add(library, "theirs", 1);
    for (std::uint64_t i = 0; i < 40; ++i) {
        write(source.path() / std::format("{}.png", i), png(record("p", 100 + i)));
        write(folder.path() / std::format("pictures/stray/{}.png", i), png(record("p", 200 + i)));
    }
    int written = 0;
    const gallery::Progress write_too = [&](std::int64_t, std::int64_t) { must(other.set_stars({&id, 1}, ++written % 6)); };
    const fs::path paths[] = {source.path()};
    must(import_pictures(library, paths, {}, write_too));
    must(sweep(library, SweepDepth::names, write_too));
    must(make_looks(library, 2, write_too));
    CHECK(written >= 40);
    CHECK(must(library.count()) == 81);
}

TEST_CASE("What is no file is named, not passed over") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    const fs::path paths[] = {"/dev/null"};
    const ImportReport report = must(import_pictures(library, paths, {}));
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].second == "/dev/null is not a file.");
}

TEST_CASE("The library is not imported into itself, and a path that is not there is named") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path() / "lib"));
    const fs::path self[] = {folder.path()}, inner[] = {folder.path() / "lib/pictures"}, missing[] = {folder.path() / "none"};
    CHECK(import_pictures(library, self, {}).error().kind == ErrorKind::invalid_input);
    CHECK(import_pictures(library, inner, {}).error().kind == ErrorKind::invalid_input);
    CHECK(import_pictures(library, missing, {}).error().kind == ErrorKind::not_found);
}
