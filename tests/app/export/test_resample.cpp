// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QColorSpace>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cmath>
#include <numbers>

#include "app/export/picture_export.h"
#include "app/export/resample.h"
#include "app/export/rows.h"
#include "tests/app/export/tool.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;

namespace {

std::vector<std::uint8_t> resized(const RasterInfo& info, const std::vector<std::uint8_t>& bytes, QSize size, Light light = Light::as_stored) {
    MemoryRows rows(info, bytes);
    ResizedRows smaller(rows, size, light);
    auto all = read_all(smaller);
    REQUIRE(all);
    return *all;
}

}  // namespace

TEST_CASE("An even area stays what it is at every size") {
    const QSize size = GENERATE(QSize(1, 1), QSize(7, 200), QSize(64, 48), QSize(333, 5));
    const std::vector<std::uint8_t> grey(64 * 48 * 3, 77);
    for (const Light light : {Light::as_stored, Light::linear})
        for (const std::uint8_t value : resized({64, 48, PixelFormat::rgb8, 72, {}}, grey, size, light)) REQUIRE(value == 77);
}

TEST_CASE("A fine pattern that the small size cannot hold becomes its mean, not a moiré") {
    // A zone plate: every frequency in every direction.
    constexpr int side = 512;
    std::vector<std::uint8_t> plate;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double r2 = (x - side / 2) * (x - side / 2) + (y - side / 2) * (y - side / 2);
            plate.push_back(static_cast<std::uint8_t>(127.5 + 127 * std::cos(std::numbers::pi * r2 / side)));
        }
    const auto small = resized({side, side, PixelFormat::gray8, 72, {}}, plate, {128, 128});
    // Beyond half of the small picture's finest frequency everything is grey.
    for (int y = 0; y < 20; ++y)
        for (int x = 0; x < 20; ++x) CHECK(std::abs(small[static_cast<std::size_t>(y * 128 + x)] - 128) < 12);
    CHECK(small[64 * 128 + 64] > 200);  // the coarse middle stays
}

TEST_CASE("Linear light keeps the brightness of fine detail") {
    std::vector<std::uint8_t> lines;
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x) lines.push_back(y % 2 ? 255 : 0);
    const RasterInfo info{64, 64, PixelFormat::gray8, 72, {}};
    CHECK(std::abs(resized(info, lines, {16, 16})[136] - 128) < 6);
    CHECK(std::abs(resized(info, lines, {16, 16}, Light::linear)[136] - 188) < 6);
}

TEST_CASE("The colour of transparent pixels does not show") {
    std::vector<std::uint8_t> pixels;
    for (int i = 0; i < 32 * 32; ++i) {
        if (i % 32 < 16) pixels.insert(pixels.end(), {200, 100, 50, 255});
        else pixels.insert(pixels.end(), {0, 255, 0, 0});
    }
    const auto small = resized({32, 32, PixelFormat::rgba8, 72, {}}, pixels, {9, 9});
    for (std::size_t i = 0; i < small.size(); i += 4)
        if (small[i + 3] > 8) CHECK((std::abs(small[i] - 200) < 4 && std::abs(small[i + 1] - 100) < 4));
}

TEST_CASE("Resizing comes near vips' own Lanczos") {
    const test::TemporaryFolder folder;
    QImage picture(300, 200, QImage::Format_RGB888);
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 300; ++x) picture.setPixel(x, y, qRgb((x * 7) % 256, (y * 3 + x) % 256, (x / 20 + y / 20) % 2 * 255));
    const QString in = QString::fromStdString(folder.path() / "in.png"), out = QString::fromStdString(folder.path() / "out.png");
    REQUIRE(picture.save(in));
    test::tool("vips", {"resize", in, out, "0.4", "--kernel", "lanczos3"});
    const QImage theirs = QImage(out).convertToFormat(QImage::Format_RGB888);
    ImageRows rows(picture);
    ResizedRows ours(rows, theirs.size());
    const auto pixels = read_all(ours);
    REQUIRE(pixels);
    double sum = 0;
    for (int y = 0; y < theirs.height(); ++y)
        for (int x = 0; x < theirs.width(); ++x)
            for (int c = 0; c < 3; ++c) sum += std::abs((*pixels)[static_cast<std::size_t>((y * theirs.width() + x) * 3 + c)] - theirs.constScanLine(y)[x * 3 + c]);
    CHECK(sum / static_cast<double>(pixels->size()) < 4);
}

TEST_CASE("Cropping keeps the middle") {
    std::vector<std::uint8_t> bytes;
    for (int i = 0; i < 10 * 6; ++i) bytes.push_back(static_cast<std::uint8_t>(i));
    MemoryRows rows({10, 6, PixelFormat::gray8, 72, {}}, bytes);
    CroppedRows middle(rows, {4, 2});
    CHECK(*read_all(middle) == std::vector<std::uint8_t>{23, 24, 25, 26, 33, 34, 35, 36});
}

TEST_CASE("A picture file is read upright, with its profile, and what is none is refused by name") {
    const test::TemporaryFolder folder;
    QImage picture(40, 20, QImage::Format_RGB32);
    picture.fill(Qt::red);
    picture.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
    picture.setDotsPerMeterX(11811);
    const QString file = QString::fromStdString(folder.path() / "a.jpg");
    REQUIRE(picture.save(file, "JPEG", 95));
    test::tool("exiftool", {"-overwrite_original", "-n", "-Orientation=6", file});
    const auto read = read_picture_file(file.toStdString());
    REQUIRE(read);
    CHECK(read->image.size() == QSize(20, 40));
    CHECK(*picture_file_size(file.toStdString()) == QSize(20, 40));
    CHECK_FALSE(read->icc.isEmpty());
    CHECK(std::abs(read->dpi - 300) < 1);
    CHECK(read_picture_file(folder.path() / "missing.png").error().kind == ErrorKind::not_found);
    const auto text = read_picture_file(folder.write("text.png", "no picture"));
    CHECK(text.error().kind == ErrorKind::corrupt_file);
    CHECK(text.error().message.contains("text.png"));
    CHECK(read_picture_file(file.toStdString(), 100).error().kind == ErrorKind::out_of_memory);
}

TEST_CASE("A picture of another space looks the same in sRGB") {
    const test::TemporaryFolder folder;
    QImage picture(8, 8, QImage::Format_RGB888);
    picture.fill(QColor(200, 60, 40));
    picture.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
    const auto source = folder.path() / "adobe.png";
    REQUIRE(picture.save(QString::fromStdString(source)));
    const auto made = export_picture(*read_picture_file(source), Preset{}, {.file = folder.path() / "srgb.png"});
    REQUIRE(made);
    const QImage result(QString::fromStdString(made->file));
    const QRgb wanted = picture.convertedToColorSpace(QColorSpace(QColorSpace::SRgb)).pixel(4, 4);
    CHECK(std::abs(qRed(result.pixel(4, 4)) - qRed(wanted)) < 3);
    CHECK(std::abs(qGreen(result.pixel(4, 4)) - qGreen(wanted)) < 3);
    CHECK(made->sha256 == *file_sha256(made->file));
}
