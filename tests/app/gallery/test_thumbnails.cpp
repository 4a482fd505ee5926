// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "app/core/atomic_file.h"
#include "app/gallery/completion.h"
#include "app/gallery/library_care.h"
#include "app/gallery/library_watch.h"
#include "app/gallery/search.h"
#include "app/gallery/thumbnail_loader.h"
#include "app/gallery/thumbnails.h"
#include "tests/app/gallery/sample.h"

using namespace haibao;
using namespace haibao::gallery;
using namespace haibao::gallery::test;
using haibao::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

QCoreApplication& application() {
    static int count = 1;
    static char name[] = "test";
    static char* arguments[] = {name, nullptr};
    static QCoreApplication app(count, arguments);
    return app;
}

}  // namespace

TEST_CASE("Thumbnails are made once, found again, and made again when the cache is gone or broken") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path() / "library"));
    generate::Record made = record("large");
    made.width = 600, made.height = 300;
    const PictureId id = add(library, made);
    add(library, "small", 8);
    const Sha256Bytes hash = must(library.get(id)).sha256;
    const fs::path cache = folder.path() / "cache/thumbnails.db";
    {
        Thumbnails thumbnails = must(Thumbnails::open(cache));
        CHECK(thumbnails.find(hash, small_thumbnail).isNull());
        CHECK(must(make_thumbnails(library, thumbnails, small_thumbnail)).made == 2);
        CHECK(thumbnails.find(hash, small_thumbnail).size() == QSize(256, 128));
        CHECK(must(make_thumbnails(library, thumbnails, small_thumbnail)).there == 2);
        CHECK(must(thumbnails.shrink(1)) == 2);
        CHECK_FALSE(thumbnails.has(hash, small_thumbnail));
        CHECK(must(thumbnails.shrink(1)) == 0);
    }
    std::ofstream(cache, std::ios::trunc) << "no database, but long enough to have been one";
    Thumbnails thumbnails = must(Thumbnails::open(cache));
    CHECK(must(make_thumbnails(library, thumbnails, small_thumbnail)).made == 2);
}

TEST_CASE("The loader gives what was asked for, a null picture for a file that is gone, and nothing that was forgotten") {
    application();
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path() / "library"));
    const PictureId id = add(library, "a"), gone = add(library, "b", 8);
    fs::remove(must(library.get(gone)).file);
    std::map<PictureId, QSize> got;
    {
        ThumbnailLoader loader(folder.path() / "thumbnails.db", 2);
        QEventLoop loop;
        QObject::connect(&loader, &ThumbnailLoader::ready, &loop, [&](const LoadedThumbnail& loaded) {
            CHECK(loaded.side == small_thumbnail);
            got[loaded.id] = loaded.image.size();
            if (got.size() == 2) loop.quit();
        });
        for (const PictureId which : {id, gone}) {
            const auto details = must(library.get(which));
            loader.request(which, details.file, details.sha256, small_thumbnail);
        }
        loop.exec();
        for (int i = 0; i < 100; ++i) loader.request(id, "none.png", Sha256Bytes{std::uint8_t(i)}, 100 + i);
        loader.forget_waiting();
        CHECK(loader.waiting() == 0);
    }
    CHECK(got[id] == QSize(64, 48));
    CHECK(got[gone].isEmpty());
}

TEST_CASE("The loader makes room in a cache that has grown too large") {
    application();
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path() / "library"));
    const auto old = must(library.get(add(library, "old"))), shown = must(library.get(add(library, "shown", 8)));
    const fs::path cache = folder.path() / "thumbnails.db";
    must(must(Thumbnails::open(cache)).put(old.sha256, small_thumbnail, must(make_thumbnail(old.file, small_thumbnail))));
    const auto load = [&](std::int64_t most_bytes) {
        ThumbnailLoader loader(cache, 1, most_bytes);
        QEventLoop loop;
        QObject::connect(&loader, &ThumbnailLoader::ready, &loop, &QEventLoop::quit);
        loader.request(shown.id, shown.file, shown.sha256, small_thumbnail);
        loop.exec();
    };
    load(usual_cache_bytes);
    CHECK(must(Thumbnails::open(cache)).has(old.sha256, small_thumbnail));
    load(1);
    CHECK_FALSE(must(Thumbnails::open(cache)).has(old.sha256, small_thumbnail));
    CHECK(must(Thumbnails::open(cache)).has(shown.sha256, small_thumbnail));
}

TEST_CASE("Changes by anybody are told, once") {
    application();
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path())), other = must(Library::open(folder.path()));
    LibraryWatch watch(library, std::chrono::hours(1));
    int changes = 0;
    QObject::connect(&watch, &LibraryWatch::changed, &watch, [&] { ++changes; });
    watch.look();
    CHECK(changes == 0);
    const PictureId id = add(other, "a");
    watch.look();
    watch.look();
    CHECK(changes == 1);
    must(library.set_stars({&id, 1}, 2));
    watch.look();
    CHECK(changes == 2);
    must(other.add_tags({&id, 1}, std::vector<std::string>{"a table without rowids"}));
    watch.look();
    CHECK(changes == 3);
    CHECK(must(search_ids(library, *parse_query("colour:red"))).size() == 1);
    watch.look();
    CHECK(changes == 3);
}

TEST_CASE("A library that goes away is told once each time") {
    application();
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path() / "disk"));
    LibraryWatch watch(library, std::chrono::hours(1));
    int lost = 0;
    QObject::connect(&watch, &LibraryWatch::lost, &watch, [&](const Error& error) {
        CHECK(error.message.contains("disk"));
        ++lost;
    });
    for (int round = 1; round <= 2; ++round) {
        fs::rename(folder.path() / "disk", folder.path() / "away");
        watch.look();
        watch.look();
        CHECK(lost == round);
        fs::rename(folder.path() / "away", folder.path() / "disk");
        watch.look();
        CHECK(lost == round);
    }
}

TEST_CASE("Completion offers fields, tags by use, and quotes what has spaces") {
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    const PictureId a = add(library, "a"), b = add(library, "b", 8);
    must(library.add_tags(std::vector{a, b}, std::vector<std::string>{"two words", "海报"}));
    must(library.add_tags({&a, 1}, std::vector<std::string>{"travel"}));
    const auto texts = [&](std::string_view query) {
        std::vector<std::string> all;
        for (const Suggestion& one : must(complete(library, query, query.size()))) all.push_back(one.text);
        return all;
    };
    CHECK(texts("red ta") == std::vector<std::string>{"tag:"});
    CHECK(texts("tag:t") == std::vector<std::string>{"tag:\"two words\"", "tag:travel"});
    CHECK(texts("tag:\"two w") == std::vector<std::string>{"tag:\"two words\""});
    CHECK(texts("-tag:海") == std::vector<std::string>{"tag:海报"});
    CHECK(texts("model:ti") == std::vector<std::string>{"model:tiny"});
    CHECK(texts("label:gr") == std::vector<std::string>{"label:green", "label:grey"});
    CHECK(texts("hello").empty());
    CHECK(texts("").size() == 12);
    const auto one = must(complete(library, "a -tag:tr b", 9));
    REQUIRE(one.size() == 1);
    CHECK(one[0].begin == 3);
    CHECK(one[0].end == 9);
}

TEST_CASE("Somebody else's change is told by itself, without anybody looking") {
    application();
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path())), other = must(Library::open(folder.path()));
    LibraryWatch watch(library, std::chrono::milliseconds(10));
    QEventLoop loop;
    QObject::connect(&watch, &LibraryWatch::changed, &loop, &QEventLoop::quit);
    bool late = false;
    QTimer::singleShot(std::chrono::seconds(20), &loop, [&] {
        late = true;
        loop.quit();
    });
    add(other, "a");
    loop.exec();
    CHECK_FALSE(late);
}

TEST_CASE("A library is looked after in the background: files without rows come in, and pictures get their look") {
    application();
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    must(write_file(folder.path() / "pictures" / "2026" / "copied.png", png(record("copied by hand")), IfExists::fail));
    SweepReport told;
    {
        LibraryCare care(folder.path(), std::chrono::milliseconds(0));
        QEventLoop loop;
        QObject::connect(&care, &LibraryCare::swept, [&told](const SweepReport& report) { told = report; });
        QObject::connect(&care, &LibraryCare::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(std::chrono::seconds(60), &loop, &QEventLoop::quit);
        loop.exec();
    }
    CHECK(told.taken_up == 1);
    const auto ids = must(search_ids(library, *parse_query("copied")));
    REQUIRE(ids.size() == 1);
    CHECK(must(library.look(ids.front())));
    LibraryCare ended(folder.path(), std::chrono::milliseconds(0));
    QCoreApplication::processEvents();  // it goes at once, whatever it is at
}

TEST_CASE("Looking after a library ends where it is asked to, before the next picture is read") {
    application();
    TemporaryFolder folder;
    Library library = must(Library::create(folder.path()));
    for (const char* name : {"one.png", "two.png"}) must(write_file(folder.path() / "pictures" / "2026" / name, png(record(name)), IfExists::fail));
    std::stop_source stop;
    stop.request_stop();
    const SweepReport report = must(sweep(library, SweepDepth::changed_folders, {}, stop.get_token()));
    CHECK(report.stopped);
    CHECK(report.taken_up == 0);
    CHECK(report.broken.empty());
    CHECK(must(sweep(library, SweepDepth::changed_folders)).taken_up == 2);
    CHECK(must(make_looks(library, 1, {}, stop.get_token())) == 0);
    // Stopped in the middle: what was made is kept, the rest is made the next time.
    std::stop_source later;
    const std::int64_t made = must(make_looks(library, 1, [&](std::int64_t, std::int64_t) { later.request_stop(); }, later.get_token()));
    CHECK(made >= 1);
    CHECK(must(make_looks(library, 1)) == 2 - made);
}
