// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <catch2/catch_test_macros.hpp>

#include "tests/app/export/pdf/bench.h"

using namespace haibao;
using namespace haibao::test;

namespace {

PdfOptions press() {
    PdfOptions options;
    options.colour = PdfColour::cmyk;
    options.intent = fogra();
    return options;
}

/// The darkest value on one of Ghostscript's plates, 0 = full ink.
int darkest(const Bench& bench, const std::string& plate) {
    const QImage image(QString::fromStdString(bench.path("plate(" + plate + ").tif.png").string()));
    REQUIRE_FALSE(image.isNull());
    int least = 255;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) least = std::min(least, qGray(image.pixel(x, y)));
    return least;
}
void make_plates(const Bench& bench) {
    REQUIRE(bench.status("gs -q -dNOPAUSE -dBATCH -dOverprint=/enable -sDEVICE=tiffsep -r72 -sOutputFile=plate.tif out.pdf && for f in plate*.tif; do magick \"$f\" -depth 8 \"$f.png\"; done") == 0);
    // Composite and plates: plate.tif, plate(Black).tif…
}

}  // namespace

TEST_CASE("Black text is on the black plate alone") {
    Bench bench;
    bench.write(page_of(200, 100, {set_text(face("Noto Sans CJK SC"), "海报", 60, {20, 70})}), press());
    make_plates(bench);
    CHECK(darkest(bench, "Black") == 0);
    for (const char* plate : {"Cyan", "Magenta", "Yellow"}) CHECK(darkest(bench, plate) == 255);
}

TEST_CASE("Black text is printed over what lies below, other text is not") {
    Bench bench;
    const auto cjk = face("Noto Sans CJK SC", "Black");
    auto black = set_text(cjk, "口", 80, {10, 80});
    auto grey = set_text(cjk, "口", 80, {110, 80});
    grey.paint = colour(0.5, 0.5, 0.5);
    document::Colour yellow = colour(1, 1, 0);
    yellow.ink = document::Ink{.y = 1};
    bench.write(page_of(200, 100, {render::FillPath{.path = rectangle(0, 0, 200, 100), .paint = yellow}, black, grey}), press());
    make_plates(bench);
    const QImage plate(QString::fromStdString(bench.path("plate(Yellow).tif.png").string()));
    int lightest_left = 0, lightest_right = 0;
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 200; ++x) (x < 100 ? lightest_left : lightest_right) = std::max(x < 100 ? lightest_left : lightest_right, qGray(plate.pixel(x, y)));
    CHECK(lightest_left == 0);      // yellow runs on below the black
    CHECK(lightest_right > 30);     // the grey replaces it
}

TEST_CASE("A spot colour has a plate of its own") {
    Bench bench;
    document::Colour gold = colour(0.8, 0.6, 0.2);
    gold.ink = document::Ink{.c = 0.1, .m = 0.3, .y = 0.9, .k = 0.1, .spot = "Gold 871"};
    bench.write(page_of(100, 100, {render::FillPath{.path = rectangle(20, 20, 60, 60), .paint = gold}}), press());
    make_plates(bench);
    CHECK(darkest(bench, "Gold 871") == 0);
    CHECK(darkest(bench, "Cyan") == 255);
}

TEST_CASE("Colours become the inks that the profile says") {
    Bench bench;
    bench.write(page_of(100, 100, {render::FillPath{.path = rectangle(0, 0, 100, 100), .paint = colour(1, 0, 0)}}), press());
    const std::string content = bench.run("qpdf --qdf --object-streams=disable out.pdf - | grep -a ' k$'");
    std::istringstream numbers(content);
    double c = 1, m = 0, y = 0, k = 1;
    numbers >> c >> m >> y >> k;
    CHECK(c < 0.1);
    CHECK(m > 0.85);
    CHECK(y > 0.85);
    CHECK(k < 0.1);
}

TEST_CASE("More ink than the limit is reported") {
    Bench bench;
    document::Colour rich = colour(0, 0, 0);
    rich.ink = document::Ink{.c = 1, .m = 0.9, .y = 0.9, .k = 0.9};
    const PdfReport report = bench.write(page_of(100, 100, {render::FillPath{.path = rectangle(0, 0, 100, 100), .paint = rich}}), press());
    CHECK(report.most_ink_percent == 370);
    CHECK(report.findings.at(0).code == "ink-limit");
}

TEST_CASE("In sRGB every colour and picture has its profile") {
    Bench bench;
    QImage picture(8, 8, QImage::Format_ARGB32);
    picture.fill(QColor(0, 128, 255, 128));
    bench.write(page_of(100, 100, {render::FillPath{.path = rectangle(0, 0, 50, 100), .paint = colour(1, 0.5, 0)},
                                   render::DrawImage{.image = std::make_shared<QImage>(picture), .to_page = QTransform(50, 0, 0, 50, 50, 25)}}));
    CHECK_FALSE(bench.objects().dump().contains("\"/DeviceRGB\"]"));
    CHECK(bench.run("pdfimages -list out.pdf").contains("icc"));
    CHECK(bench.run("qpdf --qdf --object-streams=disable out.pdf - | grep -a -c ' rg$'") == "0\n");
    const QImage page = bench.mupdf(72);
    const QColor orange = page.pixelColor(25, 50);
    INFO(orange.name().toStdString());
    CHECK(orange.red() == 255);
    CHECK(std::abs(orange.green() - 128) <= 1);
    CHECK(orange.blue() <= 1);
    const QColor half = page.pixelColor(75, 50);
    CHECK(std::abs(half.red() - 127) <= 2);
    CHECK(std::abs(half.green() - 191) <= 2);
}

TEST_CASE("A JPEG that is used whole goes into the file as it is") {
    Bench bench;
    QImage picture(64, 48, QImage::Format_RGB32);
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 64; ++x) picture.setPixel(x, y, qRgb(4 * x, 5 * y, 100));
    const auto file = bench.path("photo.jpg");
    picture.save(QString::fromStdString(file.string()), "JPG", 90);
    QFile in(QString::fromStdString(file.string()));
    REQUIRE(in.open(QIODevice::ReadOnly));
    const QByteArray bytes = in.readAll();
    const auto decoded = std::make_shared<QImage>(QImage::fromData(bytes));
    render::DrawImage drawn{.image = decoded, .to_page = QTransform(100, 0, 0, 75, 0, 0), .original_jpeg = bytes};
    bench.write(page_of(100, 75, {drawn}));
    CHECK(bench.bytes().contains(bytes.toStdString()));
    CHECK(bench.run("pdfimages -list out.pdf").contains("jpeg"));
    bench.write(page_of(100, 75, {drawn}), press());
    CHECK_FALSE(bench.bytes().contains(bytes.toStdString()));
    CHECK(bench.run("pdfimages -list out.pdf").contains("cmyk"));
}
