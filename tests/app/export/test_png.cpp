// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <sstream>

#include "app/export/picture_metadata.h"

using namespace haibao;

namespace {

Image gradient(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) image.rgb.insert(image.rgb.end(), {std::uint8_t(x), std::uint8_t(y), std::uint8_t(x + y)});
    return image;
}

generate::Record sample_record() {
    generate::Record record;
    record.prompt = "夏日音乐节海报，标题“海风”\nsecond line";
    record.titles = {{"海风", 10, 12}};
    record.model_name = "Haibao, built-in";
    record.model_sha256 = std::string(64, 'a');
    record.seed = 12345678901234567890u;
    record.width = 512, record.height = 768, record.steps = 12;
    record.guidance = 1.5, record.temperature = 0.9, record.top_p = 0.75;
    record.device_class = "cpu";
    record.version = "0.1.0";
    record.timings = {{Stage::painting, 2.5}};
    return record;
}

std::string png(const std::vector<PngText>& texts) {
    auto bytes = encode_png(gradient(20, 10), texts);
    REQUIRE(bytes);
    return {bytes->begin(), bytes->end()};
}

Result<PngInfo> read(const std::string& bytes) {
    std::istringstream stream(bytes);
    return read_png_info(stream, "x.png");
}

}  // namespace

TEST_CASE("A PNG holds the pixels and the texts, readable by others") {
    const std::string bytes = png({{"parameters", "plain café"}, {"haibao", "海报"}});
    QImage picture;
    REQUIRE(picture.loadFromData(reinterpret_cast<const uchar*>(bytes.data()), static_cast<int>(bytes.size()), "PNG"));
    CHECK(picture.size() == QSize(20, 10));
    CHECK(picture.pixel(19, 9) == qRgb(19, 9, 28));
    CHECK(picture.text("parameters") == "plain café");
    CHECK(picture.text("haibao") == "海报");
}

TEST_CASE("Latin-1 texts are tEXt, others uncompressed iTXt, all before the pixels") {
    const std::string long_text(5000, 'x');
    const std::string bytes = png({{"parameters", long_text}, {"haibao", "海报" + long_text}});
    const auto pixels = bytes.find("IDAT"), narrow = bytes.find("tEXtparameters"), wide = bytes.find("iTXthaibao");
    REQUIRE(narrow != std::string::npos);
    REQUIRE(wide != std::string::npos);
    CHECK(narrow < pixels);
    CHECK(wide < pixels);
    CHECK(bytes.contains("海报" + long_text));
    CHECK(bytes.contains(long_text));
}

TEST_CASE("A long Chinese prompt comes back byte for byte") {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += i % 7 ? "海" : "𡧛";
    auto info = read(png({{"parameters", text}}));
    REQUIRE(info);
    CHECK(info->width == 20);
    CHECK(info->height == 10);
    CHECK_FALSE(info->cut_off);
    REQUIRE(info->texts.size() == 1);
    CHECK(info->texts[0] == PngText{"parameters", text});
}

TEST_CASE("The generation record comes back from a picture") {
    const generate::Record record = sample_record();
    auto info = read(png(picture_texts(record)));
    REQUIRE(info);
    auto got = record_of(*info, "x.png");
    REQUIRE(got);
    CHECK(got->prompt == record.prompt);
    CHECK(got->titles == record.titles);
    CHECK(got->seed == record.seed);
    CHECK(got->guidance == record.guidance);
    CHECK(got->model_sha256 == record.model_sha256);
    CHECK(got->timings.size() == 1);
}

TEST_CASE("A picture without a record says so") {
    auto info = read(png({}));
    REQUIRE(info);
    CHECK(record_of(*info, "x.png").error().kind == ErrorKind::not_found);
    info->texts = {{"haibao", "{\"format\":\"haibao.generation/2\",\"prompt\":1}"}};
    CHECK(record_of(*info, "x.png").error().kind != ErrorKind::not_found);
}

TEST_CASE("A file that is cut off at any byte gives what was whole and no more") {
    const std::string bytes = png({{"parameters", "first"}, {"haibao", "第二"}});
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        auto info = read(bytes.substr(0, length));
        if (!info) {
            CHECK(info.error().kind == ErrorKind::corrupt_file);
            continue;
        }
        // The last four bytes are the checksum of IEND, which holds nothing.
        if (length < bytes.size() - 4) CHECK(info->cut_off);
        for (const PngText& text : info->texts) CHECK((text.text == "first" || text.text == "第二"));
    }
}

TEST_CASE("Damaged bytes never crash and damaged texts are left out") {
    const std::string bytes = png({{"parameters", "first"}, {"haibao", "第二"}});
    std::mt19937 random(3);
    for (int round = 0; round < 3000; ++round) {
        std::string damaged = bytes;
        for (int i = 0; i < 3; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
        auto info = read(damaged);
        if (info) CHECK(info->texts.size() <= 2);
    }
    std::string damaged = bytes;
    damaged[bytes.find("第二")] = 'x';
    CHECK(read(damaged)->texts.size() == 1);
}

TEST_CASE("Something else is no PNG") {
    CHECK_FALSE(read(""));
    CHECK_FALSE(read("GIF89a"));
    CHECK_FALSE(read("\x89PNG\r\n\x1a\n"));
}

TEST_CASE("A picture whose pixels do not match its size is not written") {
    Image image = gradient(4, 4);
    image.rgb.pop_back();
    CHECK_FALSE(encode_png(image, {}));
    CHECK_FALSE(encode_png({}, {}));
}
