// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs find in the files, and what they no longer find.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <memory>

#include "app/export/encode.h"
#include "app/export/rows.h"
#include "tests/app/export/tool.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using test::tool;

namespace {

PictureAbout about() {
    PictureAbout about;
    about.title = "海报 & <test> \"quoted\"";
    about.description = "A summer evening";
    about.creator = "王小明";
    about.rights = "© 2026 王小明";
    about.credit = "Studio";
    about.usage_terms = "All rights reserved";
    about.subjects = {"music", "夏日"};
    about.program = "Haibao 0.1.0";
    about.source = DigitalSource::composite_with_trained_model;
    std::string prompt;
    for (int i = 0; i < 5000; ++i) prompt += i % 9 ? "海" : "𡧛";
    about.parameters = "SECRET 夏日海报 " + prompt + "\nSteps: 20, Seed: 7";
    about.record = "{\"format\":\"haibao.generation/1\",\"prompt\":\"SECRET <夏日>\"}";
    return about;
}

struct Picture {
    std::shared_ptr<test::TemporaryFolder> folder = std::make_shared<test::TemporaryFolder>();
    QString file;
    QByteArray bytes;
    QJsonObject tags;
};

Picture write(const char* format, KeepMetadata keep) {
    std::vector<std::uint8_t> pixels(64 * 48 * 3, 120);
    MemoryRows rows({64, 48, PixelFormat::rgb8, 300, IccProfile::adobe_rgb().bytes()}, pixels);
    EncodeOptions options;
    options.metadata = embed(about(), keep, 300);
    MemorySink sink;
    REQUIRE(encode(rows, *find_format(format), options, sink));
    Picture picture;
    picture.bytes = QByteArray(reinterpret_cast<const char*>(sink.bytes.data()), static_cast<qsizetype>(sink.bytes.size()));
    picture.file = QString::fromStdString(picture.folder->write(std::string("x.") + format, picture.bytes.toStdString()));
    const std::string json = tool("exiftool", {"-json", "-a", "-G1", "-s", "-api", "LargeFileSupport=1", picture.file});
    picture.tags = QJsonDocument::fromJson(QByteArray::fromStdString(json)).array().first().toObject();
    return picture;
}

}  // namespace

TEST_CASE("Title, author, rights and origin are found by exiftool in every format") {
    const char* format = GENERATE("png", "jpg", "webp", "avif", "tif");
    const auto keep = GENERATE(KeepMetadata::full, KeepMetadata::no_prompts);
    const Picture picture = write(format, keep);
    CAPTURE(format, QJsonDocument(picture.tags).toJson().toStdString());
    const auto tag = [&](const char* name) { return picture.tags.value(name).toString().toStdString(); };
    CHECK(tag("XMP-dc:Title") == about().title);
    CHECK(tag("XMP-dc:Description") == "A summer evening");
    CHECK(tag("XMP-dc:Creator") == "王小明");
    CHECK(tag("XMP-dc:Rights") == "© 2026 王小明");
    CHECK(picture.tags.value("XMP-dc:Subject").toArray() == QJsonArray{"music", "夏日"});
    CHECK(tag("XMP-photoshop:Credit") == "Studio");
    CHECK(tag("XMP-xmpRights:UsageTerms") == "All rights reserved");
    CHECK(tag("XMP-xmp:CreatorTool") == "Haibao 0.1.0");
    CHECK(tag("XMP-iptcExt:DigitalSourceType").ends_with("compositeWithTrainedAlgorithmicMedia"));
    for (const QString& key : picture.tags.keys()) CHECK_FALSE(key.contains("Warning"));
    CHECK(picture.bytes.contains("SECRET") == (keep == KeepMetadata::full));
}

TEST_CASE("IIM records are read from JPEG, in UTF-8") {
    const Picture picture = write("jpg", KeepMetadata::no_prompts);
    CHECK(picture.tags.value("IPTC:CodedCharacterSet").toString() == "UTF8");
    CHECK(picture.tags.value("IPTC:By-line").toString() == "王小明");
    CHECK(picture.tags.value("IPTC:Keywords").toArray() == QJsonArray{"music", "夏日"});
}

TEST_CASE("A prompt of 5,000 characters comes back byte for byte") {
    const char* format = GENERATE("png", "jpg", "webp", "avif");
    const Picture picture = write(format, KeepMetadata::full);
    CAPTURE(format);
    const char* where = std::string_view(format) == "png" ? "PNG:Parameters" : "ExifIFD:UserComment";
    CHECK(picture.tags.value(where).toString().toStdString() == about().parameters);
    if (std::string_view(format) != "png") {
        CHECK(picture.bytes.contains(QByteArray("UNICODE\0", 8)));
        CHECK(tool("exiftool", {"-b", "-XMP:all", picture.file}).contains("SECRET <夏日>"));
    }
}

TEST_CASE("Stripping leaves structure, colour profile and resolution, and not one byte of a text") {
    const char* format = GENERATE("png", "jpg", "webp", "avif", "tif");
    const Picture picture = write(format, KeepMetadata::none);
    CAPTURE(format, QJsonDocument(picture.tags).toJson().toStdString());
    for (const QString& key : picture.tags.keys()) {
        const QString group = key.section(':', 0, 0);
        CAPTURE(key.toStdString());
        CHECK_FALSE((group.startsWith("XMP") || group == "ExifIFD" || group == "IPTC" || group == "Photoshop"));
    }
    for (const QString& word : {QString("SECRET"), QString("王小明"), QString("summer"), QString("Haibao")}) {
        CHECK_FALSE(picture.bytes.contains(word.toUtf8()));
        QByteArray wide;
        for (const QChar c : word) wide.append(static_cast<char>(c.unicode() >> 8)).append(static_cast<char>(c.unicode()));
        CHECK_FALSE(picture.bytes.contains(wide));
    }
    CHECK(picture.tags.value("ICC_Profile:ProfileDescription").toString() == "Compatible with Adobe RGB (1998)");
}

TEST_CASE("Texts that a JPEG has no room for are refused with a way out") {
    PictureAbout long_one = about();
    long_one.parameters = std::string(70'000, 'x');
    std::vector<std::uint8_t> pixels(12, 0);
    MemoryRows rows({2, 2, PixelFormat::rgb8, 72, {}}, pixels);
    EncodeOptions options;
    options.metadata = embed(long_one, KeepMetadata::full, 72);
    MemorySink sink;
    const auto refused = encode(rows, *find_format("jpg"), options, sink);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.contains("PNG"));
}

TEST_CASE("What XML and EXIF cannot hold does no harm") {
    PictureAbout odd;
    odd.title = std::string("a\0b\x01\x1F", 5) + "\xFF\xC3";
    odd.parameters = "\xED\xA0\x80 \xF8";
    for (const char* format : {"png", "jpg", "webp", "avif", "tif"}) {
        std::vector<std::uint8_t> pixels(12, 0);
        MemoryRows rows({2, 2, PixelFormat::rgb8, 72, {}}, pixels);
        EncodeOptions options;
        options.metadata = embed(odd, KeepMetadata::full, 72);
        MemorySink sink;
        CHECK(encode(rows, *find_format(format), options, sink));
    }
}
