// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One poster as a file of every kind, looked at by other programs.
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cmath>

#include "app/export/page_marks.h"
#include "app/export/poster_export.h"
#include "app/export/rows.h"
#include "app/export/watermark.h"
#include "tests/app/export/tool.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using namespace haibao::document;
using test::tool;

namespace {

constexpr double mm = 72 / 25.4;

Layer shape(Poster& poster, QRectF frame, Colour colour) {
    Layer layer;
    layer.id = poster.next_id();
    layer.placement.frame = frame;
    layer.content = ShapeLayer{.fills = {Fill{.paint = colour}}};
    return layer;
}

/// A6 with a coloured ground to the bleed, a black bar and, over it, half of a white one.
Poster sample() {
    Poster poster;
    poster.page = {.width = 105, .height = 148, .unit = PageUnit::millimetres, .dpi = 100, .bleed = 3 * mm};
    poster.page.background = {0.85, 0.3, 0.2, 1, {}};
    poster.info.title = "海报 & <test>";
    poster.info.author = "王小明";
    poster.layers.push_back(shape(poster, QRectF(20 * mm, 20 * mm, 60 * mm, 30 * mm), {0, 0, 0, 1, {}}));
    poster.layers.push_back(shape(poster, QRectF(50 * mm, 20 * mm, 30 * mm, 30 * mm), {1, 1, 1, 1, {}}));
    return poster;
}

struct Made {
    std::shared_ptr<test::TemporaryFolder> folder = std::make_shared<test::TemporaryFolder>();
    ExportedFile result;
    QString file;
};

Made make(const Poster& poster, const Preset& preset) {
    Made made;
    const auto fonts = typeset::FontSet::system();
    const auto result = export_poster(poster, *fonts, preset, {.file = made.folder->path() / ("out." + preset.extension().toStdString())});
    INFO((result ? "" : result.error().message + " " + result.error().context));
    REQUIRE(result);
    made.result = *result;
    made.file = QString::fromStdString(result->file);
    return made;
}

bool found(const Made& made, const char* code) {
    return std::ranges::any_of(made.result.findings, [&](const render::Finding& finding) { return finding.code == code; });
}

std::string refused(const Poster& poster, const Preset& preset) {
    const test::TemporaryFolder folder;
    const auto result = export_poster(poster, *typeset::FontSet::system(), preset, {.file = folder.path() / "x"});
    REQUIRE_FALSE(result);
    CHECK(std::filesystem::is_empty(folder.path()));
    return result.error().message;
}

/// One pixel of a CMYK TIFF in percent, by ImageMagick.
std::array<double, 4> inks_at(const QString& file, int x, int y) {
    const QString text = QString::fromStdString(tool("magick", {file, "-format", QString("%[fx:100*p{%1,%2}.c] %[fx:100*p{%1,%2}.m] %[fx:100*p{%1,%2}.y] %[fx:100*p{%1,%2}.k]").arg(x).arg(y), "info:"}));
    const QStringList parts = text.split(' ');
    REQUIRE(parts.size() == 4);
    return {parts[0].toDouble(), parts[1].toDouble(), parts[2].toDouble(), parts[3].toDouble()};
}

}  // namespace

TEST_CASE("Pixels follow from millimetres, resolution and bleed") {
    Page a3{.width = 297, .height = 420, .unit = PageUnit::millimetres, .dpi = 300, .bleed = 3 * mm};
    Preset preset;
    CHECK(plan_poster(a3, preset)->pixels == QSize(3508, 4961));
    preset.extent = PageExtent::bleed;
    CHECK(plan_poster(a3, preset)->pixels == QSize(3579, 5031));
    Page a6{.width = 105, .height = 148, .unit = PageUnit::millimetres, .dpi = 72};
    Preset fine;
    fine.size.dpi = 350;
    CHECK(plan_poster(a6, fine)->pixels == QSize(1447, 2039));
    // A screen page printed on A3: its 72 dpi do not matter.
    Page screen{.width = 1080, .height = 1350};
    Preset print;
    print.size = {.mode = SizeMode::millimetres, .width = 297, .height = 420, .dpi = 300};
    CHECK(plan_poster(screen, print)->pixels == QSize(3508, 4385));
    print.format = "pdf";
    CHECK(std::abs(plan_poster(screen, print)->points.width() - 297 * mm) < 1e-6);
}

TEST_CASE("Every shipped preset makes the file that it promises") {
    const auto path = GENERATE(as<std::string>(), "screen-png", "social-jpeg", "web-avif", "web-webp", "print-tiff-16", "cmyk-tiff", "archive-png", "home-pdf", "print-pdf-x4");
    CAPTURE(path);
    const auto preset = read_preset(std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/presets" / (path + ".json"));
    REQUIRE(preset);
    const Made made = make(sample(), *preset);
    CHECK(made.result.sha256.size() == 64);
    CHECK(made.result.bytes == std::filesystem::file_size(made.result.file));
    if (preset->is_pdf()) {
        tool("qpdf", {"--check", made.file});
        const std::string boxes = tool("pdfinfo", {"-box", made.file});
        CAPTURE(boxes);
        const bool print = path == "print-pdf-x4";
        CHECK(boxes.contains(print ? "TrimBox" : "MediaBox"));
        const double width = (print ? 297 : 105) * mm;
        const auto trim = QRegularExpression("TrimBox:\\s+([\\d.]+)\\s+[\\d.]+\\s+([\\d.]+)").match(QString::fromStdString(boxes));
        REQUIRE(trim.hasMatch());
        CHECK(std::abs(trim.captured(2).toDouble() - trim.captured(1).toDouble() - width) < 0.02);
        if (print) CHECK(tool("pdfinfo", {"-meta", made.file}).contains("PDF/X-4"));
        return;
    }
    const std::string info = tool("exiftool", {"-a", "-G1", "-s", made.file});
    CAPTURE(info);
    CHECK(info.contains(std::format("{}", made.result.width)));
    if (path == "screen-png" || path == "archive-png") {
        CHECK(QRegularExpression("BitDepth\\s*: " + QString(path == "archive-png" ? "16" : "8")).match(QString::fromStdString(info)).hasMatch());
        CHECK(info.contains("SRGBRendering"));
        CHECK(made.result.width == 413);
        CHECK(tool("exiftool", {"-s3", "-PixelsPerUnitX", made.file}) == "3937\n");
    } else if (path == "social-jpeg") {
        CHECK(tool("magick", {"identify", "-format", "%h %Q %[jpeg:sampling-factor]", made.file}) == "1350 90 1x1,1x1,1x1");
    } else if (path == "web-avif") {
        CHECK(QRegularExpression("Bit Depth\\s*: 10").match(QString::fromStdString(tool("avifdec", {"--info", made.file}))).hasMatch());
        CHECK(tool("avifdec", {"--info", made.file}).contains("YUV444"));
    } else if (path == "web-webp") {
        CHECK(tool("webpmux", {"-info", made.file}).contains("ICC"));
    } else {
        const std::string tiff = tool("tiffinfo", {made.file});
        CAPTURE(tiff);
        CHECK(tiff.contains("Resolution: 300, 300 pixels/inch"));
        CHECK(tiff.contains(path == "cmyk-tiff" ? "separated" : "RGB color"));
        CHECK(tiff.contains(path == "cmyk-tiff" ? "Bits/Sample: 8" : "Bits/Sample: 16"));
        CHECK(made.result.width == 1311);  // with bleed
    }
    CHECK(info.contains("王小明") == (preset->metadata != KeepMetadata::none));
}

TEST_CASE("In CMYK black shapes are black ink alone, and marks are on all plates") {
    Preset preset;
    preset.format = "tiff";
    preset.profile = "FOGRA39L_coated";
    preset.extent = PageExtent::marks;
    preset.size.dpi = 200;
    preset.ink_limit_percent = 250;
    const Poster poster = sample();
    const Made made = make(poster, preset);
    CHECK(made.result.width == plan_poster(poster.page, preset)->pixels.width());
    CHECK(made.result.height == plan_poster(poster.page, preset)->pixels.height());
    const double scale = 200 / 72.0;
    Page page = poster.page;
    const int origin = static_cast<int>(std::lround(marks_margin(page) * scale)) + static_cast<int>(std::lround(page.bleed * scale));
    const auto at = [&](double x_mm, double y_mm) {
        return inks_at(made.file, origin + static_cast<int>(x_mm * mm * scale), origin + static_cast<int>(y_mm * mm * scale));
    };
    const auto black = at(30, 30), white = at(60, 30), ground = at(10, 100), bleed = at(-2, 70), paper = at(-10, 40);
    CHECK((black[0] == 0 && black[1] == 0 && black[2] == 0 && black[3] > 99));
    CHECK(white[0] + white[1] + white[2] + white[3] < 2);
    CHECK(ground[1] > 50);
    CHECK(std::abs(bleed[1] - ground[1]) < 1);
    CHECK(paper == std::array<double, 4>{0, 0, 0, 0});
    // The crop mark at the top left: 0.25 pt are less than a pixel here, as much of each ink as of the others.
    double most = 0;
    for (int dx = -1; dx <= 1; ++dx) {
        const auto mark = inks_at(made.file, origin + dx, origin - static_cast<int>(5 * mm * scale));
        for (const double ink : mark) CHECK(ink == mark[0]);
        most = std::max(most, mark[0]);
    }
    CHECK(most > 20);
    CHECK((made.result.most_ink_percent > 100 && made.result.most_ink_percent < 350));  // of the page, not of the marks
}

TEST_CASE("Fill cuts the poster, stretch deforms it, fit keeps it whole") {
    Preset preset;
    preset.size = {.mode = SizeMode::pixels, .width = 300, .height = 300, .fit = SizeFit::fill};
    CHECK(QImage(make(sample(), preset).file).size() == QSize(300, 300));
    preset.size.fit = SizeFit::stretch;
    CHECK(QImage(make(sample(), preset).file).size() == QSize(300, 300));
    preset.size.fit = SizeFit::fit;
    CHECK(QImage(make(sample(), preset).file).size() == QSize(213, 300));
}

TEST_CASE("A poster without bleed is told so when it is to have one, and a coarse picture is named") {
    Poster poster = sample();
    poster.page.bleed = 0;
    QImage small(20, 20, QImage::Format_RGB888);
    small.fill(Qt::green);
    const test::TemporaryFolder folder;
    REQUIRE(small.save(QString::fromStdString(folder.path() / "s.png")));
    QFile file(QString::fromStdString(folder.path() / "s.png"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    Layer layer;
    layer.name = "Ground";
    layer.id = poster.next_id();
    layer.placement.frame = QRectF(QPointF(), poster.page.points());
    layer.content = PictureLayer{.picture = poster.add_picture(file.readAll(), "image/png", "s.png")};
    poster.layers.push_back(layer);
    Preset preset;
    preset.format = "tiff";
    preset.extent = PageExtent::bleed;
    preset.bleed_mm = 3;
    const Made made = make(poster, preset);
    CHECK(found(made, "no-bleed"));
    const auto named_coarse = [](const Made& one) { return std::ranges::count_if(one.result.findings, [](const auto& finding) { return finding.code.endsWith("low-dpi"); }); };
    CHECK(found(made, "low-dpi"));
    CHECK(named_coarse(made) == 1);  // once, at the size of the file
    CHECK(named_coarse(make(poster, Preset{})) == 1);
    CHECK(named_coarse(make(sample(), Preset{})) == 0);
}

TEST_CASE("A transparent page stays so where the format can, and is reported where it cannot") {
    Poster poster = sample();
    poster.page.background.a = 0;
    Preset preset;
    const QImage png(make(poster, preset).file);
    CHECK(qAlpha(png.pixel(2, 2)) == 0);
    preset.format = "jpeg";
    preset.matte = "#00ff00";
    const Made jpeg = make(poster, preset);
    CHECK(found(jpeg, "flattened-alpha"));
    CHECK(qGreen(QImage(jpeg.file).pixel(2, 2)) > 240);
    preset.format = "tiff";
    preset.profile = "FOGRA39L_coated";
    preset.matte = "#0000ff";
    const Made cmyk = make(poster, preset);
    CHECK(found(cmyk, "flattened-alpha"));
    CHECK(inks_at(cmyk.file, 2, 2)[0] > 60);
    const auto black = inks_at(cmyk.file, cmyk.result.width * 30 / 105, cmyk.result.height * 30 / 148);
    CHECK((black[0] == 0 && black[1] == 0 && black[2] == 0 && black[3] > 99));
}

TEST_CASE("A watermark is in the file and not in the poster") {
    const Poster poster = sample();
    Preset preset;
    const test::TemporaryFolder folder;
    QImage stamp(40, 40, QImage::Format_RGB888);
    stamp.fill(Qt::blue);
    preset.watermark.picture = QString::fromStdString(folder.path() / "stamp.png");
    REQUIRE(stamp.save(preset.watermark.picture));
    preset.watermark.opacity = 1;
    preset.watermark.size = 0.2;
    const QImage marked(make(poster, preset).file);
    const QColor corner = marked.pixelColor(marked.width() - 30, marked.height() - 30);
    CHECK((corner.blue() > 200 && corner.red() < 40));
    CHECK(poster == sample());
    preset.watermark.picture = "missing.png";
    CHECK(refused(poster, preset).contains("missing.png"));
}

TEST_CASE("What is laid over a transparent picture keeps its colour") {
    const auto over = [](PixelFormat format, std::vector<std::uint8_t> below_bytes, std::array<std::uint8_t, 4> mark) {
        MemoryRows below({1, 1, format, 72, {}}, below_bytes), above({1, 1, PixelFormat::rgba8, 72, {}}, mark);
        OverlaidRows rows(below, above);
        std::vector<std::uint8_t> pixel(below_bytes.size());
        REQUIRE(rows.read(pixel));
        return pixel;
    };
    using Bytes = std::vector<std::uint8_t>;
    CHECK(over(PixelFormat::rgba8, {0, 0, 0, 0}, {255, 255, 255, 102}) == Bytes{255, 255, 255, 102});  // white stays white
    CHECK(over(PixelFormat::rgba8, {0, 0, 0, 255}, {255, 255, 255, 102}) == Bytes{102, 102, 102, 255});
    // A quarter above three quarters of a half: (64·255 + 191·128/255·0) / (64 + 96).
    CHECK(over(PixelFormat::rgba8, {0, 200, 0, 128}, {255, 0, 0, 64}) == Bytes{102, 120, 0, 160});
    CHECK(over(PixelFormat::rgb8, {0, 0, 0}, {255, 255, 255, 102}) == Bytes{102, 102, 102});
    CHECK(over(PixelFormat::gray8, {0}, {255, 255, 255, 102}) == Bytes{102});
    CHECK(over(PixelFormat::rgba16, Bytes(8, 0), {255, 255, 255, 102}) == Bytes{255, 255, 255, 255, 255, 255, 102, 102});
}

TEST_CASE("Impossible wishes are refused with a sentence, and nothing is written") {
    Preset preset;
    preset.format = "webp";
    preset.size = {.mode = SizeMode::pixels, .width = 20000};
    CHECK(refused(sample(), preset).contains("16383"));
    preset = {};
    preset.profile = "FOGRA39L_coated";
    CHECK(refused(sample(), preset).contains("CMYK"));
    preset = {};
    preset.profile = "Kodak1886";
    CHECK(refused(sample(), preset).contains("Kodak1886"));
    preset = {};
    preset.format = "pdf";
    preset.size = {.mode = SizeMode::pixels, .width = 300};
    CHECK(refused(sample(), preset).contains("millimetres"));
    preset.size = {.mode = SizeMode::millimetres, .width = 9000};
    CHECK(refused(sample(), preset).contains("5,080"));
    preset = {};
    preset.size = {.mode = SizeMode::percent, .width = 1e-6};
    CHECK(refused(sample(), preset).contains("less than a pixel"));
}
