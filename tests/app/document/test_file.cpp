// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <fstream>
#include <set>
#include <thread>

#include "app/document/commands.h"
#include "app/document/file.h"
#include "app/document/json.h"
#include "app/document/references.h"
#include "inference/base/files.h"
#include "tests/app/document/sample.h"

using namespace haibao;
using namespace haibao::document;
namespace fs = std::filesystem;

namespace {

struct Folder {
    QTemporaryDir owner;
    fs::path path = owner.path().toStdString();
    fs::path file = path / "海报.haibao";
    std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), {})); }
};

std::string content(const fs::path& file) { return *read_file(file, 1u << 30); }

void put(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

QByteArrayView view(const std::string& bytes) { return {bytes.data(), static_cast<qsizetype>(bytes.size())}; }


}  // namespace

TEST_CASE("A poster comes back from its file as it was") {
    Folder folder;
    const Poster poster = test::sample_poster();
    auto written = write_poster(poster, folder.file, IfExists::fail, "thumb");
    REQUIRE(written);
    CHECK(folder.files() == 1);
    auto again = read_poster(folder.file);
    REQUIRE(again);
    CHECK(*again == poster);
    auto opened = PosterFile::open(folder.file, PosterFile::Mode::edit);
    REQUIRE(opened);
    CHECK(opened->poster() == poster);
    CHECK(*opened->thumbnail() == "thumb");
    SECTION("an existing file is not replaced unasked") {
        CHECK_FALSE(write_poster(Poster{}, folder.file, IfExists::fail));
        CHECK(*write_poster(Poster{}, folder.file, IfExists::unique) == folder.path / "海报_1.haibao");
        CHECK(*read_poster(folder.path / "海报_1.haibao") == Poster{});
    }
}

TEST_CASE("Every change is saved alone, and the file then holds exactly the poster") {
    Folder folder;
    const Poster start = test::sample_poster();
    REQUIRE(write_poster(start, folder.file, IfExists::fail));
    auto opened = PosterFile::open(folder.file, PosterFile::Mode::edit);
    REQUIRE(opened);
    History history(opened->poster());
    const auto step = [&](const char* name, const std::function<void(Poster&)>& edit) {
        INFO(name);
        REQUIRE(history.change(name, edit));
        REQUIRE(opened->save(history.poster()));
        auto again = read_poster(folder.file);
        REQUIRE(again);
        CHECK(*again == history.poster());
    };
    step("text", [](Poster& poster) { replace_text(poster, LayerId{2}, 0, 2, "明月"); });
    step("add", [](Poster& poster) { add_layer(poster, test::text_layer(0, "新", {1, 2, 3, 4}), LayerId{3}, 0); });
    step("move", [](Poster& poster) { REQUIRE(move_layer(poster, LayerId{5}, LayerId::none, 0)); });
    step("group", [](Poster& poster) { group_layers(poster, std::vector{LayerId{1}, LayerId{2}}, "组二"); });
    step("ungroup", [](Poster& poster) { ungroup(poster, LayerId{3}); });
    step("page", [](Poster& poster) { poster.page.bleed = 0; });
    step("styles", [](Poster& poster) { poster.styles.clear(); });
    step("picture", [](Poster& poster) { poster.add_picture(test::tiny_png() + "x", "image/png", "b"); });
    step("remove", [](Poster& poster) { remove_layers(poster, std::vector{LayerId{2}, LayerId{4}}); });
    while (history.undo()) REQUIRE(opened->save(history.poster()));
    CHECK(history.poster() == start);
    CHECK(*read_poster(folder.file) == start);
    CHECK(folder.files() == 1);
}

TEST_CASE("A poster is read whole while another program saves it") {
    Folder folder;
    Poster poster = test::sample_poster();
    for (int i = 0; i < 100; ++i) add_layer(poster, test::text_layer(0, QString(500, 'a'), {0, 0, 10, 10}));
    REQUIRE(write_poster(poster, folder.file, IfExists::fail));
    std::jthread other([&folder, poster](const std::stop_token& stop) {
        auto opened = PosterFile::open(folder.file, PosterFile::Mode::edit);
        const Layer extra = test::text_layer(0, "Gruppe", {0, 0, 10, 10});
        for (int turn = 0; opened && !stop.stop_requested(); ++turn) {
            Poster changed = poster;
            for (int i = 0; turn % 2 && i < 50; ++i) add_layer(changed, extra, LayerId{3}, 0);
            (void)opened->save(changed);  // waits for a reader now and then; what counts is what readers see
        }
    });
    for (int reading = 0; reading < 40; ++reading) {
        auto again = read_poster(folder.file);
        INFO((again ? "" : again.error().message + " " + again.error().context));
        REQUIRE(again);
        const auto inner = std::get<GroupLayer>(again->find(LayerId{3})->content).layers.size();
        CHECK((inner == 2 || inner == 52));
    }
}

TEST_CASE("A poster changed by another program is not overwritten") {
    Folder folder;
    REQUIRE(write_poster(test::sample_poster(), folder.file, IfExists::fail));
    auto one = PosterFile::open(folder.file, PosterFile::Mode::edit), two = PosterFile::open(folder.file, PosterFile::Mode::edit);
    REQUIRE(one);
    REQUIRE(two);
    Poster changed = one->poster();
    changed.info.title = "eins";
    REQUIRE(one->save(changed));
    changed.info.title = "zwei";
    auto saved = two->save(changed);
    REQUIRE_FALSE(saved);
    CHECK(saved.error().message.contains("another program"));
    CHECK(read_poster(folder.file)->info.title == "eins");
}

TEST_CASE("A write-protected poster opens and says why it cannot be changed") {
    Folder folder;
    REQUIRE(write_poster(test::sample_poster(), folder.file, IfExists::fail));
    const std::string before = content(folder.file);
    auto opened = PosterFile::open(folder.file, PosterFile::Mode::read_only);
    REQUIRE(opened);
    CHECK(opened->read_only());
    auto saved = opened->save(Poster{});
    REQUIRE_FALSE(saved);
    CHECK(saved.error().kind == ErrorKind::io);
    CHECK(saved.error().message.contains("under another name"));
    CHECK(content(folder.file) == before);
    CHECK(folder.files() == 1);
}

TEST_CASE("A newer Haibao's poster and other files are refused untouched") {
    Folder folder;
    REQUIRE(write_poster(test::sample_poster(), folder.file, IfExists::fail));
    std::string bytes = content(folder.file);
    SECTION("newer") {
        bytes[63] = 9;  // user_version, big-endian at 60
        put(folder.file, bytes);
        auto opened = PosterFile::open(folder.file, PosterFile::Mode::edit);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().kind == ErrorKind::unsupported);
        CHECK(opened.error().message.contains("newer Haibao"));
        CHECK(rescue_poster(folder.file).error().kind == ErrorKind::unsupported);
    }
    SECTION("another database") {
        bytes[68] = 'x';  // application_id
        put(folder.file, bytes);
        CHECK(PosterFile::open(folder.file, PosterFile::Mode::edit).error().message.contains("no poster"));
    }
    SECTION("text") {
        bytes = "hello\n";
        put(folder.file, bytes);
        CHECK(PosterFile::open(folder.file, PosterFile::Mode::edit).error().kind == ErrorKind::corrupt_file);
    }
    SECTION("nothing") {
        bytes.clear();
        put(folder.file, bytes);
        CHECK(PosterFile::open(folder.file, PosterFile::Mode::edit).error().kind == ErrorKind::corrupt_file);
    }
    CHECK(content(folder.file) == bytes);
    CHECK(PosterFile::open(folder.path / "none.haibao", PosterFile::Mode::edit).error().kind == ErrorKind::not_found);
    CHECK(folder.files() == 1);
}

TEST_CASE("A damaged poster is named with what can be rescued, and rescued without being touched") {
    Folder folder;
    Poster poster = test::sample_poster();
    // Enough layers that they fill many pages.
    for (int i = 0; i < 200; ++i) add_layer(poster, test::text_layer(0, QString("第%1行").arg(i) + QString(400, 'a'), {0, 0, 10, 10}));
    REQUIRE(write_poster(poster, folder.file, IfExists::fail));
    const std::string whole = content(folder.file);
    SECTION("a page of layers is overwritten") {
        std::string bytes = whole;
        const auto at = bytes.find("第100行");
        REQUIRE(at != std::string::npos);
        const std::size_t page = at / 4096 * 4096;
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(page), 4096, '\xa5');
        put(folder.file, bytes);
        auto opened = PosterFile::open(folder.file, PosterFile::Mode::edit);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().kind == ErrorKind::corrupt_file);
        CHECK(opened.error().message.contains("can be rescued"));
        auto rescue = rescue_poster(folder.file);
        REQUIRE(rescue);
        CHECK_FALSE(rescue->losses.isEmpty());
        std::size_t found = 0;
        for_each_layer(rescue->poster.layers, [&](const Layer&) { ++found; });
        CHECK(found > 180);
        CHECK(rescue->poster.page == poster.page);
        CHECK(content(folder.file) == bytes);
    }
    SECTION("the picture is damaged") {
        std::string bytes = whole;
        const auto at = bytes.find("IDAT");
        REQUIRE(at != std::string::npos);
        bytes[at + 6] ^= 1;
        auto strict = read_poster(view(bytes), "x");
        REQUIRE_FALSE(strict);
        CHECK(strict.error().message.contains("ground.png"));
        auto rescue = rescue_poster(view(bytes), "x");
        REQUIRE(rescue);
        CHECK(rescue->poster.layers.size() == poster.layers.size());
        CHECK(rescue->losses.join("").contains("The picture of the layer “背景” is lost"));
    }
    SECTION("the first bytes are gone") {
        std::string bytes = whole;
        std::fill_n(bytes.begin(), 100, '\0');
        CHECK_FALSE(read_poster(view(bytes), "x"));
        auto rescue = rescue_poster(view(bytes), "x");
        REQUIRE(rescue);
        CHECK(rescue->poster == poster);
        CHECK(rescue->losses.size() == 1);
    }
    SECTION("the end is cut off") {
        auto rescue = rescue_poster(view(whole.substr(0, whole.size() / 2)), "x");
        if (rescue) CHECK_FALSE(rescue->losses.isEmpty());
        CHECK_FALSE(read_poster(view(whole.substr(0, whole.size() / 2)), "x"));
    }
    SECTION("a whole one loses nothing") {
        auto rescue = rescue_poster(folder.file);
        REQUIRE(rescue);
        CHECK(rescue->losses.isEmpty());
        CHECK(rescue->poster == poster);
    }
}

TEST_CASE("What was saved can be opened, however long its texts are and whatever was pasted into them") {
    Folder folder;
    Poster poster = test::sample_poster();
    REQUIRE(write_poster(poster, folder.file, IfExists::fail));
    auto opened = PosterFile::open(folder.file, PosterFile::Mode::edit);
    REQUIRE(opened);
    auto& title = std::get<TextLayer>(poster.layers.at(1).content).text;
    SECTION("a text of more characters than are shown") {
        title.text = QString(150'000, u'字');
        poster.layers.at(1).name = QString(5000, 'n');
        title.style.font.family = QString(300, 'f');
        REQUIRE(opened->save(poster));
        auto again = read_poster(folder.file);
        REQUIRE(again);
        CHECK(*again == poster);
    }
    SECTION("a size beyond what is possible is brought back to it") {
        title.style.size = 2e5;
        REQUIRE(opened->save(poster));
        auto again = read_poster(folder.file);
        REQUIRE(again);
        CHECK(std::get<TextLayer>(again->layers.at(1).content).text.style.size == 10000);
    }
    SECTION("half a character, of which nothing is left but its place") {
        title.text = QString("花") + QChar(0xD800) + "圆" + QChar(0xDC00);
        title.spans.clear();
        poster.layers.at(1).name = QChar(0xDBFF);
        REQUIRE(opened->save(poster));
        auto again = read_poster(folder.file);
        REQUIRE(again);
        CHECK(std::get<TextLayer>(again->layers.at(1).content).text.text == QString("花\uFFFD圆\uFFFD"));
    }
    SECTION("and what could not be opened is not saved, with its place") {
        poster.layers.at(1).opacity = std::nan("");
        auto saved = opened->save(poster);
        REQUIRE_FALSE(saved);
        CHECK(saved.error().message.contains("“花好月圆 2026”"));
        CHECK(saved.error().message.contains("opacity must be a number"));
        CHECK(*read_poster(folder.file) == test::sample_poster());
        CHECK_FALSE(write_poster(poster, folder.path / "new.haibao", IfExists::fail));
        poster.layers.at(1).opacity = 1;
        CHECK(opened->save(poster));
    }
}

TEST_CASE("Unknown fields come back from the file, those of pictures, too") {
    Folder folder;
    Poster poster = test::sample_poster();
    const QString key = poster.pictures.firstKey();
    QJsonObject json = to_json(poster, PictureBytes::embedded);
    json["later"] = QJsonObject{{"#0", 1}};
    QJsonObject pictures = json["pictures"].toObject(), picture = pictures[key].toObject();
    picture["credit"] = "某人";
    pictures[key] = picture;
    json["pictures"] = pictures;
    auto read = poster_from_json(json);
    REQUIRE(read);
    REQUIRE(write_poster(*read, folder.file, IfExists::fail));
    auto again = read_poster(folder.file);
    REQUIRE(again);
    CHECK(to_json(*again, PictureBytes::embedded) == json);
}

TEST_CASE("Unused pictures are not carried into a new file") {
    Folder folder;
    Poster poster = test::sample_poster();
    poster.add_picture(QByteArray(1 << 20, 'x'), "image/png", "big");
    REQUIRE(write_poster(poster, folder.file, IfExists::fail));
    CHECK(fs::file_size(folder.file) < 200'000);
}
