// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "app/gallery/search.h"
#include "tests/app/gallery/sample.h"

using namespace haibao;
using namespace haibao::gallery;
using namespace haibao::gallery::test;
using haibao::test::TemporaryFolder;

namespace {

Query query_of(std::string_view text) {
    auto query = parse_query(text);
    if (!query) throw std::runtime_error(query.error().message);
    return *query;
}

std::vector<std::int64_t> found(Library& library, std::string_view text) {
    std::vector<std::int64_t> ids;
    for (const Picture& picture : must(search(library, query_of(text))).pictures) ids.push_back(static_cast<std::int64_t>(picture.id));
    const auto all = must(search_ids(library, query_of(text)));
    CHECK(std::ranges::equal(all, ids, {}, [](PictureId id) { return static_cast<std::int64_t>(id); }));
    CHECK(must(count(library, query_of(text))) == static_cast<std::int64_t>(ids.size()));
    return ids;
}

using Ids = std::vector<std::int64_t>;

PictureId add_at(Library& library, generate::Record made, std::int64_t day, std::array<std::uint8_t, 3> colour = {200, 40, 30}, std::vector<std::string> tags = {}) {
    const auto bytes = png(made, colour[0], colour[1], colour[2]);
    NewPicture picture{.bytes = bytes, .width = made.width, .height = made.height, .making = making_of(made)};
    picture.created = Time(std::chrono::milliseconds(1'700'000'000'000 + day * 86'400'000));
    picture.tags = std::move(tags);
    picture.look = look_of(Image{1, 1, {colour[0], colour[1], colour[2]}});
    return must(library.add(picture));
}

struct Sample {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    Sample() {
        generate::Record made = record("中秋佳节海报，红色灯笼，标题“花好月圆”", 11);
        made.titles = {{"花好月圆", 0, 0}};
        add_at(library, made, 1, {200, 30, 30}, {"节日", "red"});  // 1
        made = record("Summer night festival poster, palm trees", 12);
        made.titles = {{"Summer Night", 0, 0}};
        made.width = 128;
        made.model_name = "glm-image";
        add_at(library, made, 2, {20, 40, 160}, {"summer"});  // 2
        made = record("Ein Café am Abend, Shampoo", 13);
        made.height = 128;
        made.device_class = "cuda";
        add_at(library, made, 3, {190, 75, 60});  // 3
        must(library.set_stars(std::vector{PictureId{1}, PictureId{2}}, 4));
        must(library.set_stars(std::vector{PictureId{3}}, 1));
        must(library.set_label(std::vector{PictureId{2}}, Label::blue));
        must(library.set_note(PictureId{3}, "für 李先生"));
    }
};

}  // namespace

TEST_CASE_METHOD(Sample, "Words are found in any language, whole, in part and with one or two characters") {
    CHECK(found(library, "中秋") == Ids{1});
    CHECK(found(library, "秋") == Ids{1});
    CHECK(found(library, "秋佳") == Ids{1});
    CHECK(found(library, "红色灯笼") == Ids{1});
    CHECK(found(library, "佳节海报") == Ids{1});
    CHECK(found(library, "FESTIVAL") == Ids{2});
    CHECK(found(library, "estiv") == Ids{2});
    CHECK(found(library, "cafe") == Ids{3});
    CHECK(found(library, "\"palm trees\"") == Ids{2});
    CHECK(found(library, "\"trees palm\"").empty());
    CHECK(found(library, "trees palm") == Ids{2});
    CHECK(found(library, "po") == Ids{2});
    CHECK(found(library, "李先") == Ids{3});
    CHECK(found(library, "节日") == Ids{1});
    CHECK(found(library, "summer OR 中秋") == Ids{2, 1});
    CHECK(found(library, "-poster") == Ids{3, 1});
    CHECK(found(library, "a -festival -花") == Ids{3});
    CHECK(found(library, "") == Ids{3, 2, 1});
    CHECK(found(library, "\" OR 1=1 --\"").empty());
    CHECK(found(library, "50%_*").empty());
}

TEST_CASE_METHOD(Sample, "Fields narrow the search and combine") {
    CHECK(found(library, "text:night") == Ids{2});
    CHECK(found(library, "text:palm").empty());
    CHECK(found(library, "text:月") == Ids{1});
    CHECK(found(library, "tag:SUMMER") == Ids{2});
    CHECK(found(library, "tag:su*") == Ids{2});
    CHECK(found(library, "tag:su").empty());
    CHECK(found(library, "-tag:red") == Ids{3, 2});
    CHECK(found(library, "star:>=4") == Ids{2, 1});
    CHECK(found(library, "star:>=4 红") == Ids{1});
    CHECK(found(library, "model:glm") == Ids{2});
    CHECK(found(library, "model:nothing").empty());
    CHECK(found(library, "seed:13") == Ids{3});
    CHECK(found(library, "device:cuda") == Ids{3});
    CHECK(found(library, "label:blue") == Ids{2});
    CHECK(found(library, "size:128x48") == Ids{2});
    CHECK(found(library, "size:portrait") == Ids{3});
    CHECK(found(library, "size:>=128") == Ids{3, 2});
    CHECK(found(library, "is:untagged") == Ids{3});
    CHECK(found(library, "from:haibao id:2..3") == Ids{3, 2});
    const std::string day = QDateTime::fromMSecsSinceEpoch(must(library.get(PictureId{2})).created.time_since_epoch().count()).toString("yyyy-MM-dd").toStdString();
    CHECK(found(library, "on:" + day) == Ids{2});
    CHECK(found(library, "after:" + day) == Ids{3, 2});
    CHECK(found(library, "before:" + day) == Ids{1});
    CHECK(found(library, "tag:red tag:summer").empty());
    CHECK(found(library, "sort:oldest") == Ids{1, 2, 3});
    CHECK(found(library, "sort:stars") == Ids{2, 1, 3});
    CHECK(found(library, "sort:largest") == Ids{3, 2, 1});
    CHECK(found(library, "sort:smallest") == Ids{1, 2, 3});
}

TEST_CASE_METHOD(Sample, "The trash is searched only when asked for") {
    must(library.trash(std::vector{PictureId{2}}));
    CHECK(found(library, "") == Ids{3, 1});
    CHECK(found(library, "festival").empty());
    CHECK(found(library, "is:trashed") == Ids{2});
    CHECK(found(library, "is:trashed festival") == Ids{2});
    CHECK(found(library, "is:trashed 中秋").empty());
}

TEST_CASE_METHOD(Sample, "A saved search in the trash counts as the search itself, also excluded and beside others") {
    must(library.trash(std::vector{PictureId{2}}));
    must(library.create_album("Bin", "is:trashed"));
    CHECK(found(library, "album:bin") == Ids{2});
    CHECK(found(library, "-album:bin") == Ids{3, 1});
    CHECK(found(library, "album:bin OR 中秋") == Ids{1});
}

TEST_CASE_METHOD(Sample, "A search changes nothing, so that nobody who watches the library searches again because of it") {
    const auto before = must(library.version());
    for (const char* text : {"colour:red", "similar:1", "中秋 star:4", "tag:red"}) {
        found(library, text);
        CHECK(must(library.version()) == before);
    }
}

TEST_CASE_METHOD(Sample, "Albums are searched, saved searches inside others too, circles end") {
    const AlbumId album = must(library.create_album("Best of"));
    must(library.add_to_album(album, std::vector{PictureId{1}, PictureId{3}}));
    must(library.create_album("Four stars", "star:4"));
    must(library.create_album("Both", "album:\"four stars\" album:\"best of\""));
    must(library.create_album("Circle", "album:circle"));
    CHECK(found(library, "album:\"best of\"") == Ids{3, 1});
    CHECK(found(library, "album:\"four stars\" festival") == Ids{2});
    CHECK(found(library, "album:both") == Ids{1});
    CHECK(search(library, query_of("album:circle")).error().message.contains("circle"));
    const auto missing = search(library, query_of("album:winter"));
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == ErrorKind::invalid_input);
}

TEST_CASE_METHOD(Sample, "Colours and similar pictures come closest first") {
    CHECK(found(library, "colour:red") == Ids{1, 3});
    CHECK(found(library, "colour:blue") == Ids{2});
    CHECK(found(library, "colour:red 中秋") == Ids{1});
    CHECK(found(library, "colour:red sort:newest") == Ids{3, 1});
    CHECK(found(library, "similar:1") == Ids{3});
    CHECK(search(library, query_of("similar:99")).error().kind == ErrorKind::not_found);
    CHECK_FALSE(search(library, query_of("colour:red colour:blue")));
    CHECK_FALSE(search(library, query_of("sort:closest")));
}

TEST_CASE("Pages follow each other without gaps and repeats, in every order, also while pictures come and go") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    constexpr int pictures = 60;
    for (int i = 0; i < pictures; ++i) {
        generate::Record made = record(i % 3 ? "poster" : "poster rare", static_cast<std::uint64_t>(i));
        made.width = 64 + 8 * (i % 4);
        const PictureId id = add_at(library, made, i % 5);
        must(library.set_stars({&id, 1}, i % 6));
    }
    for (const char* text : {"", "poster", "rare", "colour:red", "sort:oldest", "sort:stars poster", "sort:largest", "sort:smallest rare"}) {
        INFO(text);
        const auto all = must(search_ids(library, query_of(text)));
        std::vector<PictureId> paged;
        std::optional<Cursor> cursor;
        do {
            const Page page = must(search(library, query_of(text), 7, cursor));
            for (const Picture& picture : page.pictures) paged.push_back(picture.id);
            cursor = page.next;
        } while (cursor);
        CHECK(paged == all);
    }
    const Page first = must(search(library, query_of("sort:oldest"), 10));
    must(library.trash(std::vector{first.pictures[2].id}));
    const Page second = must(search(library, query_of("sort:oldest"), 10, first.next));
    std::set<PictureId> seen;
    for (const Page* page : {&first, &second})
        for (const Picture& picture : page->pictures) CHECK(seen.insert(picture.id).second);
}

TEST_CASE("A walk in any order reads an index and sorts nothing") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    for (const Order order : {Order::newest, Order::oldest, Order::stars, Order::largest, Order::smallest}) {
        const std::string plan = must(explain(library, query_of("poster"), order));
        INFO(plan);
        CHECK(plan.substr(0, plan.find("VIRTUAL TABLE")).contains("INDEX picture_by_"));
    }
    CHECK(must(explain(library, query_of("poster"))).contains("picture_trigrams VIRTUAL TABLE"));
    CHECK_FALSE(must(explain(library, query_of(""))).contains("TEMP B-TREE"));
}
