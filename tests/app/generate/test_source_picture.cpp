// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <catch2/catch_test_macros.hpp>

#include "app/generate/source_picture.h"

using namespace haibao;
using namespace haibao::generate;

namespace {

struct Folder {
    QTemporaryDir owner;
    std::filesystem::path save(const QImage& image, const char* name) const {
        const QString file = owner.filePath(name);
        REQUIRE(image.save(file));
        return file.toStdString();
    }
    std::filesystem::path save(const QByteArray& bytes, const char* name) const {
        QFile file(owner.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName().toStdString();
    }
};

}  // namespace

TEST_CASE("Transparent parts of a source picture show white") {
    Folder folder;
    QImage picture(3, 1, QImage::Format_ARGB32);
    picture.setPixel(0, 0, qRgba(200, 10, 30, 255));
    picture.setPixel(1, 0, qRgba(0, 0, 0, 0));
    picture.setPixel(2, 0, qRgba(0, 0, 0, 128));
    auto source = read_source_picture(folder.save(picture, "a.png"));
    REQUIRE(source);
    CHECK(source->image.width == 3);
    CHECK(source->image.rgb == std::vector<std::uint8_t>{200, 10, 30, 255, 255, 255, 127, 127, 127});
    CHECK(source->sha256.size() == 64);
}

TEST_CASE("Grey, palette and 16-bit pictures become 8-bit RGB") {
    Folder folder;
    for (const auto format : {QImage::Format_Grayscale8, QImage::Format_Indexed8, QImage::Format_RGBX64, QImage::Format_Grayscale16}) {
        QImage picture(5, 4, QImage::Format_RGB32);
        picture.fill(qRgb(255, 255, 255));
        auto source = read_source_picture(folder.save(picture.convertToFormat(format), "a.png"));
        REQUIRE(source);
        CHECK(source->image.rgb == std::vector<std::uint8_t>(60, 255));
    }
}

TEST_CASE("A mask is white where something is made anew: black and transparent stay") {
    Folder folder;
    QImage picture(5, 1, QImage::Format_ARGB32);
    picture.setPixel(0, 0, qRgba(255, 255, 255, 255));
    picture.setPixel(1, 0, qRgba(0, 0, 0, 255));
    picture.setPixel(2, 0, qRgba(255, 255, 255, 0));
    picture.setPixel(3, 0, qRgba(100, 100, 100, 255));
    picture.setPixel(4, 0, qRgba(255, 255, 255, 128));
    auto mask = read_mask(folder.save(picture, "mask.png"));
    REQUIRE(mask);
    CHECK(mask->mask.values == std::vector<std::uint8_t>{255, 0, 0, 100, 128});
    CHECK(mask->sha256.size() == 64);
    QImage line(4, 1, QImage::Format_Mono);
    line.fill(1);
    CHECK(read_mask(folder.save(line, "line.png"))->mask.values == std::vector<std::uint8_t>(4, 255));
}

TEST_CASE("A mask and the picture it belongs to are checked against each other") {
    Folder folder;
    const auto save = [&](int width, int height, Qt::GlobalColor colour, const char* name) {
        QImage picture(width, height, QImage::Format_RGB32);
        picture.fill(colour);
        return folder.save(picture, name);
    };
    const auto base = save(64, 48, Qt::blue, "base.png");
    auto fits = read_repaint({base, save(64, 48, Qt::white, "mask.png"), 9});
    REQUIRE(fits);
    CHECK(fits->feather == 9);
    CHECK(fits->base.image.width == 64);
    CHECK(read_repaint({base, save(48, 64, Qt::white, "turned.png")}).error().message.contains("48×64"));
    CHECK(read_repaint({base, save(64, 48, Qt::black, "black.png")}).error().kind == ErrorKind::invalid_input);
    CHECK(read_repaint({base, "/nowhere.png"}).error().kind == ErrorKind::not_found);
}

TEST_CASE("What is no picture, or a damaged one, is refused with its name") {
    Folder folder;
    CHECK(read_source_picture("/nowhere/a.png").error().kind == ErrorKind::not_found);
    auto text = read_source_picture(folder.save("just words", "words.png"));
    REQUIRE_FALSE(text);
    CHECK(text.error().message.contains("words.png"));
    CHECK_FALSE(read_source_picture(folder.save(QByteArray(), "empty.png")));
    CHECK_FALSE(read_source_picture(folder.owner.path().toStdString()));
}

TEST_CASE("A small file that claims a huge picture is refused before memory is taken") {
    Folder folder;
    QImage picture(1, 1, QImage::Format_RGB32);
    picture.fill(0);
    QFile file(QString::fromStdString(folder.save(picture, "a.bmp").string()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    // A BMP's header holds width and height at bytes 18 and 22; it has no checksum.
    for (const int at : {18, 22}) bytes.replace(at, 4, QByteArray::fromHex("e0930400"));  // 300,000
    CHECK_FALSE(read_source_picture(folder.save(bytes, "bomb.bmp")));
}
