// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "app/gallery/lineage.h"
#include "app/gallery/migrations.h"
#include "inference/base/sha256.h"
#include "tests/app/gallery/sample.h"

using namespace haibao;
using namespace haibao::gallery;
using namespace haibao::gallery::test;
using haibao::test::TemporaryFolder;
namespace fs = std::filesystem;

TEST_CASE("A picture that was added comes back with everything that is known about it") {
    TemporaryFolder folder;
    generate::Record made = record("夏日音乐节海报，标题“海风”", 0xFFFF'FFFF'FFFF'FFFFu);
    made.titles = {{"海风", 11, 13}, {"青岛\n奥帆中心", 0, 0}};
    const auto bytes = png(made);
    PictureId id;
    {
        Library library = must(Library::create(folder.path() / "图库"));
        NewPicture picture{.bytes = bytes, .width = 64, .height = 48, .making = making_of(made)};
        picture.visual_tokens = {1, 2, 16384, -5};
        picture.tags = {"夏天", "Festival"};
        picture.look = look_of(Image{1, 1, {200, 40, 30}});
        id = must(library.add(picture));
    }
    Library library = must(Library::open(folder.path() / "图库"));
    const PictureDetails details = must(library.get(id));
    CHECK(details.making.prompt == made.prompt);
    CHECK(details.making.titles == std::vector<std::string>{"海风", "青岛 奥帆中心"});
    CHECK(details.making.seed == made.seed);
    CHECK(details.making.model_name == "tiny");
    CHECK(details.making.origin == Origin::haibao);
    CHECK(details.making.settings == generate::to_json(made).dump());
    CHECK(details.tags == std::vector<std::string>{"Festival", "夏天"});
    CHECK(details.visual_tokens == 4);
    CHECK(must(library.visual_tokens(id)) == std::vector<std::int32_t>{1, 2, 16384, -5});
    CHECK(must(library.look(id)) == look_of(Image{1, 1, {200, 40, 30}}));
    CHECK(must(library.without_look(5)).empty());
    CHECK(to_hex(details.sha256) == sha256(std::as_bytes(std::span(bytes))));
    std::ifstream stream(details.file, std::ios::binary);
    CHECK(std::vector<std::uint8_t>{std::istreambuf_iterator<char>(stream), {}} == bytes);
    CHECK(details.file.string().contains("海风"));
    CHECK(must(library.with_hash(details.sha256)) == std::vector{id});
}

TEST_CASE("Stars, label, note, tags and the trash are kept, and an unknown picture changes nothing") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    const PictureId a = add(library, "a"), b = add(library, "b", 8);
    const std::vector both{a, b};
    must(library.set_stars(both, 4));
    must(library.set_label(both, Label::green));
    must(library.set_note(a, "für Li"));
    must(library.add_tags(both, std::vector<std::string>{" Red ", "red", "中秋"}));
    must(library.remove_tags({&a, 1}, std::vector<std::string>{"RED"}));
    must(library.trash({&b, 1}));
    CHECK(must(library.get(a)).stars == 4);
    CHECK(must(library.get(a)).note == "für Li");
    CHECK(must(library.get(a)).tags == std::vector<std::string>{"中秋"});
    CHECK(must(library.get(b)).tags == std::vector<std::string>{"Red", "中秋"});
    CHECK(must(library.get(b)).label == Label::green);
    CHECK(must(library.get(b)).trashed);
    must(library.restore({&b, 1}));
    CHECK_FALSE(must(library.get(b)).trashed);
    const std::vector wrong{a, PictureId{99}};
    CHECK(library.set_stars(wrong, 1).error().kind == ErrorKind::not_found);
    CHECK(library.add_tags(wrong, std::vector<std::string>{"x"}).error().kind == ErrorKind::not_found);
    CHECK(library.set_stars(both, 6).error().kind == ErrorKind::invalid_input);
    CHECK(must(library.get(a)).stars == 4);
    CHECK(must(library.tags()).size() == 2);
    CHECK(library.get(PictureId{99}).error().kind == ErrorKind::not_found);
}

TEST_CASE("Emptying the trash deletes files and rows of the trash only") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    const PictureId kept = add(library, "kept"), gone = add(library, "gone", 8);
    const fs::path kept_file = must(library.get(kept)).file, gone_file = must(library.get(gone)).file;
    must(library.trash({&gone, 1}));
    CHECK(must(library.empty_trash()) == 1);
    CHECK(fs::exists(kept_file));
    CHECK_FALSE(fs::exists(gone_file));
    CHECK(library.get(gone).error().kind == ErrorKind::not_found);
    CHECK(must(library.count()) == 1);
}

TEST_CASE("Emptying the trash deletes nothing that does not lie in the pictures folder, whatever a row says") {
    TemporaryFolder folder;
    const fs::path precious = folder.write("precious.txt", "precious");
    Library library = must(Library::create(folder.path() / "library"));
    const PictureId id = add(library, "a");
    std::string stored;
    SECTION("beside the library") { stored = "../precious.txt"; }
    SECTION("by way of it") { stored = "pictures/../../precious.txt"; }
    SECTION("anywhere") { stored = precious.string(); }
    SECTION("the database itself") { stored = "library.db"; }
    must(library.prepared().run("UPDATE picture SET file = ?", std::string_view(stored)));
    must(library.trash({&id, 1}));
    CHECK(must(library.empty_trash()) == 1);
    CHECK(fs::exists(precious));
    CHECK(fs::exists(database_file(library.folder())));
    CHECK(must(library.count()) == 0);
}

TEST_CASE("A file that cannot be deleted keeps its row and stops the emptying of the trash, with what was deleted gone") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    const std::vector ids{add(library, "a"), add(library, "b", 8)};
    const fs::path first = must(library.get(ids[0])).file, second = must(library.get(ids[1])).file;
    fs::remove(second);
    fs::create_directories(second / "in the way");
    must(library.trash(ids));
    CHECK(library.empty_trash().error().kind == ErrorKind::io);
    CHECK_FALSE(fs::exists(first));
    CHECK(library.get(ids[0]).error().kind == ErrorKind::not_found);
    CHECK(must(library.get(ids[1])).trashed);
}

TEST_CASE("Numbers in the database that stand for no word are read as the first one") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    const PictureId id = add(library, "a"), child = add(library, "b", 8);
    const Parent parent{ParentKind::crop, id, {}};
    must(library.set_parents(child, {&parent, 1}));
    for (const int wrong : {99, -1}) {
        must(library.database().execute(std::format("UPDATE picture SET label = {0}, origin = {0}; UPDATE parent SET kind = {0}", wrong)));
        CHECK(must(library.get(id)).label == Label::none);
        CHECK(must(library.get(id)).making.origin == Origin::unknown);
        CHECK(must(lineage_of(library, child)).edges.at(0).kind == ParentKind::source);
    }
}

TEST_CASE("Albums hold pictures in the order they were put in; a saved search takes none by hand") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    const PictureId a = add(library, "a");
    const AlbumId album = must(library.create_album("Summer 2026"));
    CHECK(library.create_album("summer 2026").error().kind == ErrorKind::invalid_input);
    CHECK(library.create_album("  ").error().kind == ErrorKind::invalid_input);
    must(library.add_to_album(album, {&a, 1}));
    must(library.add_to_album(album, {&a, 1}));
    CHECK(must(library.get(a)).albums == std::vector<std::string>{"Summer 2026"});
    const AlbumId smart = must(library.create_album("Best", "star:5"));
    CHECK(library.add_to_album(smart, {&a, 1}).error().kind == ErrorKind::invalid_input);
    CHECK(must(library.albums()).size() == 2);
    CHECK(must(library.find_album("SUMMER 2026")) == album);
    CHECK(library.find_album("winter").error().message.contains("Best, Summer 2026"));
    must(library.remove_from_album(album, {&a, 1}));
    CHECK(must(library.albums())[1].pictures == 0);
    must(library.delete_album(album));
    CHECK(must(library.albums()).size() == 1);
}

TEST_CASE("Lineage is walked both ways, over posters and exports, also when parents come later") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    generate::Record late = record("the source, imported after its child");
    const auto late_bytes = png(late, 1, 2, 3);
    const Sha256Bytes late_hash = *sha256_from_hex(sha256(std::as_bytes(std::span(late_bytes))));

    const auto bytes = png(record("child", 1));
    NewPicture child{.bytes = bytes, .width = 64, .height = 48, .making = making_of(record("child", 1))};
    child.parents = {{ParentKind::source, {}, late_hash}};
    const PictureId child_id = must(library.add(child));
    Lineage alone = must(lineage_of(library, child_id));
    REQUIRE(alone.edges.size() == 1);
    CHECK_FALSE(alone.edges[0].parent);
    CHECK(alone.edges[0].sha256 == late_hash);

    NewPicture source{.bytes = late_bytes, .width = 64, .height = 48, .making = making_of(late)};
    const PictureId source_id = must(library.add(source));
    const auto grandchild_bytes = png(record("grandchild", 2));
    NewPicture grandchild{.bytes = grandchild_bytes, .width = 64, .height = 48, .making = making_of(record("grandchild", 2))};
    grandchild.parents = {{ParentKind::variation, child_id, {}}};
    const PictureId grandchild_id = must(library.add(grandchild));
    const PosterId poster = must(library.put_poster({"/posters/海风.haibao", "海风", {grandchild_id}}));
    NewExport made{.picture = {}, .poster = poster, .file = "/out/a.pdf", .preset = "print", .format = "pdf"};
    must(library.add_export(made));

    const Lineage whole = must(lineage_of(library, child_id));
    CHECK(whole.ancestors == std::vector{source_id});
    CHECK(whole.descendants == std::vector{grandchild_id});
    CHECK(whole.edges.size() == 2);
    REQUIRE(whole.posters.size() == 1);
    CHECK(whole.posters[0].title == "海风");
    REQUIRE(whole.exports.size() == 1);
    CHECK(whole.exports[0].poster == poster);
    CHECK(must(lineage_of(library, source_id)).descendants == std::vector{child_id, grandchild_id});

    // The parent is deleted for good: the child still knows what it was.
    must(library.trash({&source_id, 1}));
    must(library.empty_trash());
    const Lineage orphan = must(lineage_of(library, child_id));
    CHECK(orphan.ancestors.empty());
    CHECK(std::ranges::any_of(orphan.edges, [&](const LineageEdge& edge) { return edge.sha256 == late_hash && !edge.parent; }));
}

TEST_CASE("A library opened for reading refuses changes; a folder without one says how to make it") {
    TemporaryFolder folder;
    const auto missing = Library::open(folder.path() / "none");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == ErrorKind::not_found);
    CHECK(missing.error().message.contains("gallery init"));
    {
        Library library = must(Library::create(folder.path()));
        add(library, "a");
    }
    Library reader = must(Library::open(folder.path(), LibraryAccess::read_only));
    CHECK(reader.read_only());
    const PictureId id{1};
    CHECK(must(reader.get(id)).making.prompt == "a");
    CHECK(reader.set_stars({&id, 1}, 3).error().kind == ErrorKind::io);
}

TEST_CASE("The version grows with every change of this and of other connections, and only then") {
    TemporaryFolder folder;
    Library one = must(Library::create(folder.path())), two = must(Library::open(folder.path()));
    const auto before = must(one.version());
    CHECK(must(one.version()) == before);
    const PictureId id = add(two, "a");
    const auto after = must(one.version());
    CHECK(after > before);
    must(one.set_stars({&id, 1}, 3));
    CHECK(must(one.version()) > after);
}

TEST_CASE("A library of a newer program and a database of another kind are refused, and not a byte of them is changed") {
    TemporaryFolder folder;
    ErrorKind expected{};
    SECTION("a newer library") {
        Library library = must(Library::create(folder.path()));
        must(library.database().execute("PRAGMA user_version = 999"));
        expected = ErrorKind::unsupported;
    }
    SECTION("somebody else's database") {
        auto database = must(sqlite::Database::open(database_file(folder.path()), sqlite::Access::create, "foreign"));
        must(database.execute("CREATE TABLE songs(name); INSERT INTO songs VALUES('Yesterday')"));
        expected = ErrorKind::corrupt_file;
    }
    const std::string before = content_of(database_file(folder.path()));
    CHECK(Library::open(folder.path()).error().kind == expected);
    CHECK(Library::create(folder.path()).error().kind == expected);
    CHECK(Library::open(folder.path(), LibraryAccess::any).error().kind == expected);
    CHECK(content_of(database_file(folder.path())) == before);
}
