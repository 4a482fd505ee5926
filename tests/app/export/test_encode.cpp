// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every format is read back by programs that are not ours.
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cmath>
#include <memory>
#include <random>

#include "app/export/encode.h"
#include "app/export/rows.h"
#include "tests/app/export/tool.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using test::tool;

namespace {

/// Smooth areas, edges and some noise.
std::vector<std::uint8_t> pixels_of(int width, int height, PixelFormat format) {
    std::mt19937 random(5);
    std::vector<std::uint8_t> bytes;
    const int channels = format == PixelFormat::gray8 ? 1 : format == PixelFormat::rgb8 || format == PixelFormat::rgb16 ? 3 : 4;
    const bool deep = format == PixelFormat::rgb16 || format == PixelFormat::rgba16;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < channels; ++c) {
                const int smooth = c == 0 ? x * 65535 / width : c == 1 ? y * 65535 / height : c == 2 ? ((x / 8 + y / 8) % 2) * 40000 : 65535 - x * 60000 / width;
                const auto value = static_cast<std::uint16_t>(std::min(65535, smooth + static_cast<int>(random() % 300)));
                if (deep) bytes.insert(bytes.end(), {static_cast<std::uint8_t>(value), static_cast<std::uint8_t>(value >> 8)});
                else bytes.push_back(static_cast<std::uint8_t>(value >> 8));
            }
    return bytes;
}

struct Written {
    std::vector<std::uint8_t> bytes;
    EncodeReport report;
    std::shared_ptr<test::TemporaryFolder> folder = std::make_shared<test::TemporaryFolder>();
    QString file;
    std::string text() const { return {bytes.begin(), bytes.end()}; }
};

Written write(std::string_view format_name, PixelFormat format, const EncodeOptions& options = {}, QByteArray icc = {}, int width = 200, int height = 120) {
    const FileFormat* to = find_format(format_name);
    REQUIRE(to);
    const auto bytes = pixels_of(width, height, format);
    MemoryRows rows({width, height, format, 300, std::move(icc)}, bytes);
    MemorySink sink;
    const auto report = encode(rows, *to, options, sink);
    INFO((report ? std::string() : report.error().message));
    REQUIRE(report);
    Written written{.bytes = std::move(sink.bytes), .report = *report};
    CHECK(written.report.bytes == written.bytes.size());
    const auto file = written.folder->write("out." + std::string(to->extensions[0]), written.text());
    written.file = QString::fromStdString(file);
    return written;
}

/// Decoded by ImageMagick to raw samples of 8 or 16 bits.
std::vector<std::uint8_t> decoded(const Written& written, const QString& channels, int bits) {
    const QString raw = written.file + ".raw";
    tool("magick", {written.file, "-depth", QString::number(bits), "-endian", "LSB", channels + ":" + raw});
    QFile file(raw);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    return {bytes.begin(), bytes.end()};
}

double mean_difference(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b) {
    REQUIRE(a.size() == b.size());
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
    return sum / static_cast<double>(a.size());
}

std::string identify(const Written& written, const char* format) { return tool("magick", {"identify", "-format", format, written.file}); }

}  // namespace

TEST_CASE("PNG keeps every pixel of every kind, its resolution and its colours") {
    const auto format = GENERATE(PixelFormat::gray8, PixelFormat::rgb8, PixelFormat::rgba8, PixelFormat::rgb16, PixelFormat::rgba16);
    EncodeOptions options;
    const bool deep = format == PixelFormat::rgb16 || format == PixelFormat::rgba16;
    options.bits = deep ? 16 : 8;
    options.threads = GENERATE(1, 3);
    const Written written = write("png", format, options, {}, 517, 1100);
    const bool gray = format == PixelFormat::gray8, alpha = format == PixelFormat::rgba8 || format == PixelFormat::rgba16;
    CHECK(decoded(written, gray ? "gray" : alpha ? "rgba" : "rgb", options.bits) == pixels_of(517, 1100, format));
    CHECK(tool("exiftool", {"-s3", "-PixelsPerUnitX", "-PixelsPerUnitY", written.file}) == "11811\n11811\n");
    CHECK(tool("exiftool", {"-a", "-G1", "-s", written.file}).contains("SRGBRendering"));
    QImage other;  // a second reader
    CHECK(other.load(written.file));
}

TEST_CASE("A PNG is the same for any number of threads") {
    EncodeOptions one, many;
    many.threads = 4;
    CHECK(write("png", PixelFormat::rgb8, one, {}, 1500, 2000).bytes == write("png", PixelFormat::rgb8, many, {}, 1500, 2000).bytes);
}

TEST_CASE("Extreme shapes are written: one pixel, one row, one column") {
    for (const auto& [width, height] : {std::pair{1, 1}, {3000, 1}, {1, 3000}})
        for (const char* format : {"png", "jpeg", "webp", "avif", "tiff"}) {
            CAPTURE(width, height, format);
            const Written written = write(format, PixelFormat::rgb8, {}, {}, width, height);
            if (std::string_view(format) != "avif") CHECK(identify(written, "%wx%h") == std::format("{}x{}", width, height));
            else CHECK(tool("avifdec", {"--info", written.file}).contains(std::format("{}x{}", width, height)));
        }
}

TEST_CASE("JPEG: quality, sampling, progression, resolution and profile are as asked") {
    EncodeOptions options;
    options.quality = 95;
    Written written = write("jpeg", PixelFormat::rgb8, options, IccProfile::display_p3().bytes());
    CHECK(mean_difference(decoded(written, "rgb", 8), pixels_of(200, 120, PixelFormat::rgb8)) < 2);
    CHECK(identify(written, "%x %y %U %[jpeg:sampling-factor] %Q") == "300 300 PixelsPerInch 1x1,1x1,1x1 95");
    CHECK(tool("file", {written.file}).contains("baseline"));
    CHECK(tool("exiftool", {"-s", "-ProfileDescription", written.file}).contains("Display P3"));
    options.quality = 40;
    options.chroma = Chroma::half;
    options.progressive = true;
    const Written small = write("jpeg", PixelFormat::rgb8, options);
    CHECK(small.bytes.size() < written.bytes.size() / 2);
    CHECK(identify(small, "%[jpeg:sampling-factor] %Q") == "2x2,1x1,1x1 40");
    CHECK(tool("file", {small.file}).contains("progressive"));
    CHECK(tool("exiftool", {"-s", "-ProfileDescription", small.file}).contains("sRGB"));
}

TEST_CASE("A JPEG in CMYK says so, inverted as Adobe's, with its profile") {
    const auto printer = IccProfile::find("FOGRA39L_coated");
    REQUIRE(printer);
    EncodeOptions options;
    options.quality = 100;
    const Written written = write("jpeg", PixelFormat::cmyk8, options, printer->bytes());
    CHECK(identify(written, "%[colorspace] %x") == "CMYK 300");
    CHECK(tool("exiftool", {"-s", "-ColorSpaceData", "-ColorTransform", written.file}).contains("CMYK"));
    CHECK(mean_difference(decoded(written, "cmyk", 8), pixels_of(200, 120, PixelFormat::cmyk8)) < 2);
}

TEST_CASE("A size to aim at is reached from below, as well as it goes") {
    const char* format = GENERATE("jpeg", "webp", "avif");
    EncodeOptions options;
    options.target_bytes = 9000;
    const Written written = write(format, PixelFormat::rgb8, options);
    CHECK(written.bytes.size() <= 9000);
    CHECK(written.report.quality >= 1);
    EncodeOptions better;
    better.quality = written.report.quality + 1;
    if (better.quality <= 100) CHECK(write(format, PixelFormat::rgb8, better).bytes.size() > 9000);

    options.target_bytes = 200;
    const auto bytes = pixels_of(200, 120, PixelFormat::rgb8);
    MemoryRows rows({200, 120, PixelFormat::rgb8, 72, {}}, bytes);
    MemorySink sink;
    const auto impossible = encode(rows, *find_format(format), options, sink);
    REQUIRE_FALSE(impossible);
    CHECK(impossible.error().message.contains("lowest quality"));
    CHECK(sink.bytes.empty());
}

TEST_CASE("Where there is no alpha, pixels go onto the matte, and that is reported") {
    std::vector<std::uint8_t> bytes;
    for (int i = 0; i < 64; ++i) bytes.insert(bytes.end(), {255, 0, 0, static_cast<std::uint8_t>(i < 32 ? 255 : 0)});
    MemoryRows rows({8, 8, PixelFormat::rgba8, 72, {}}, bytes);
    MemorySink sink;
    EncodeOptions options;
    options.quality = 100;
    options.matte = {0, 0, 255};
    const auto report = encode(rows, *find_format("jpg"), options, sink);
    REQUIRE(report);
    CHECK(report->flattened);
    const QImage image = QImage::fromData(QByteArray(reinterpret_cast<const char*>(sink.bytes.data()), static_cast<qsizetype>(sink.bytes.size())));
    CHECK(qRed(image.pixel(4, 1)) > 240);
    CHECK(qBlue(image.pixel(4, 7)) > 240);
    CHECK_FALSE(write("jpeg", PixelFormat::rgb8).report.flattened);
}

TEST_CASE("WebP without loss keeps every pixel; with loss it comes near; both carry the profile") {
    EncodeOptions options;
    options.lossless = true;
    const Written exact = write("webp", PixelFormat::rgba8, options);
    CHECK(decoded(exact, "rgba", 8) == pixels_of(200, 120, PixelFormat::rgba8));
    const Written lossy = write("webp", PixelFormat::rgb8);
    CHECK(mean_difference(decoded(lossy, "rgb", 8), pixels_of(200, 120, PixelFormat::rgb8)) < 12);
    const std::string info = tool("webpmux", {"-info", write("webp", PixelFormat::rgba8, {}, IccProfile::adobe_rgb().bytes()).file});
    CHECK(info.contains("ICC profile"));
    CHECK(info.contains("transparency"));
}

TEST_CASE("AVIF: depth, sampling, alpha and colours are as asked") {
    EncodeOptions options;
    options.bits = 10;
    Written written = write("avif", PixelFormat::rgba16, options);
    std::string info = tool("avifdec", {"--info", written.file});
    INFO(info);
    CHECK(info.contains("Bit Depth"));
    CHECK(QRegularExpression("Bit Depth\\s*: 10").match(QString::fromStdString(info)).hasMatch());
    CHECK(info.contains("YUV444"));
    CHECK(info.contains("Alpha"));
    CHECK_FALSE(info.contains("Not premultiplied: Absent"));
    CHECK(QRegularExpression("Color Primaries\\s*: 1\\b").match(QString::fromStdString(info)).hasMatch());
    CHECK(QRegularExpression("Transfer Char\\S*\\s*: 13\\b").match(QString::fromStdString(info)).hasMatch());
    tool("avifdec", {written.file, written.file + ".png"});
    const QImage image(written.file + ".png");
    CHECK(image.size() == QSize(200, 120));
    CHECK(std::abs(qGreen(image.pixel(20, 60)) - 128) < 8);
    CHECK(std::abs(qAlpha(image.pixel(0, 0)) - 255) < 8);

    options.bits = 8;
    options.lossless = true;
    written = write("avif", PixelFormat::rgb8, options, IccProfile::adobe_rgb().bytes());
    info = tool("avifdec", {"--info", written.file});
    CHECK(QRegularExpression("ICC Profile\\s*: Present").match(QString::fromStdString(info)).hasMatch());
    tool("avifdec", {written.file, written.file + ".png"});
    const QImage exact = QImage(written.file + ".png").convertToFormat(QImage::Format_RGB888);
    const auto wanted = pixels_of(200, 120, PixelFormat::rgb8);
    CHECK(qRed(exact.pixel(100, 60)) == wanted[(60 * 200 + 100) * 3]);
    CHECK(qGreen(exact.pixel(100, 60)) == wanted[(60 * 200 + 100) * 3 + 1]);
}

TEST_CASE("TIFF keeps every pixel in every packing") {
    const auto packing = GENERATE(TiffPacking::none, TiffPacking::lzw, TiffPacking::deflate);
    const auto format = GENERATE(PixelFormat::gray8, PixelFormat::rgb8, PixelFormat::rgba8, PixelFormat::rgb16, PixelFormat::rgba16, PixelFormat::cmyk8);
    EncodeOptions options;
    options.packing = packing;
    const bool deep = format == PixelFormat::rgb16 || format == PixelFormat::rgba16;
    options.bits = deep ? 16 : 8;
    const auto printer = IccProfile::find("FOGRA39L_coated");
    const Written written = write("tiff", format, options, format == PixelFormat::cmyk8 ? printer->bytes() : QByteArray(), 300, 700);
    const bool gray = format == PixelFormat::gray8, alpha = format == PixelFormat::rgba8 || format == PixelFormat::rgba16;
    const auto wanted = pixels_of(300, 700, format);
    const auto got = decoded(written, format == PixelFormat::cmyk8 ? "cmyk" : gray ? "gray" : alpha ? "rgba" : "rgb", options.bits);
    CHECK(got == wanted);
    const std::string info = tool("tiffinfo", {written.file});
    INFO(info);
    CHECK(info.contains("Resolution: 300, 300 pixels/inch"));
    CHECK(info.contains(packing == TiffPacking::none ? "None" : packing == TiffPacking::lzw ? "LZW" : "AdobeDeflate"));
    if (!gray) CHECK(info.contains("ICC Profile: <present>"));
    if (alpha) CHECK(info.contains("unassoc-alpha"));
    if (format == PixelFormat::cmyk8) CHECK(info.contains("separated"));
    if (packing != TiffPacking::none) CHECK(info.contains("Predictor: horizontal differencing"));
}

TEST_CASE("What a format cannot hold is refused with a sentence before a row is asked for") {
    class NoRows : public RowSource {
    public:
        explicit NoRows(RasterInfo info) : info_(std::move(info)) {}
        const RasterInfo& info() const override { return info_; }
        Result<void> read(std::span<std::uint8_t>) override { throw std::logic_error("a row was asked for"); }

    private:
        RasterInfo info_;
    };
    const auto refused = [](const char* format, RasterInfo info, EncodeOptions options, const char* says) {
        NoRows rows(std::move(info));
        MemorySink sink;
        const auto result = encode(rows, *find_format(format), options, sink);
        CAPTURE(format, says);
        REQUIRE_FALSE(result);
        CHECK(result.error().kind == ErrorKind::invalid_input);
        CHECK(result.error().message.contains(says));
    };
    refused("webp", {16384, 10, PixelFormat::rgb8, 72, {}}, {}, "16383");
    refused("jpeg", {10, 65501, PixelFormat::rgb8, 72, {}}, {}, "65500");
    refused("png", {10, 10, PixelFormat::cmyk8, 72, {}}, {}, "CMYK");
    refused("png", {0, 10, PixelFormat::rgb8, 72, {}}, {}, "at least one pixel");
    EncodeOptions options;
    options.bits = 16;
    refused("jpeg", {10, 10, PixelFormat::rgb8, 72, {}}, options, "8");
    options.bits = 12;
    refused("png", {10, 10, PixelFormat::rgb8, 72, {}}, options, "8 or 16");
    options.bits = 8;
    options.quality = 101;
    refused("jpeg", {10, 10, PixelFormat::rgb8, 72, {}}, options, "quality");
    options.quality = 90;
    options.target_bytes = 1000;
    refused("png", {10, 10, PixelFormat::rgb8, 72, {}}, options, "file size");
    CHECK(find_format("JPEG") == find_format(".jpg"));
    CHECK(find_format("bmp") == nullptr);
    CHECK(find_format("") == nullptr);
}

TEST_CASE("A stop ends every encoder, and an error of the rows or the disk comes through") {
    class Failing : public RowSource {
    public:
        const RasterInfo& info() const override { return info_; }
        Result<void> read(std::span<std::uint8_t>) override {
            if (++reads_ > 1) return fail(ErrorKind::out_of_memory, "the page is too large");
            return {};
        }

    private:
        RasterInfo info_{500, 2000, PixelFormat::rgb8, 72, {}};
        int reads_ = 0;
    };
    class FullDisk : public Sink {
    public:
        Result<void> write(std::span<const std::uint8_t>) override { return fail(ErrorKind::io, "The disk is full"); }
        Result<void> rewrite(std::uint64_t, std::span<const std::uint8_t>) override { return fail(ErrorKind::io, "The disk is full"); }
    };
    for (const FileFormat& format : file_formats()) {
        CAPTURE(format.name);
        const auto bytes = pixels_of(500, 500, PixelFormat::rgb8);
        std::stop_source stopped;
        stopped.request_stop();
        EncodeOptions options;
        options.stop = stopped.get_token();
        MemoryRows rows({500, 500, PixelFormat::rgb8, 72, {}}, bytes);
        MemorySink sink;
        CHECK(encode(rows, format, options, sink).error().kind == ErrorKind::cancelled);
        Failing failing;
        CHECK(encode(failing, format, {}, sink).error().message == "the page is too large");
        MemoryRows again({500, 500, PixelFormat::rgb8, 72, {}}, bytes);
        FullDisk disk;
        CHECK(encode(again, format, {}, disk).error().kind == ErrorKind::io);
    }
}

TEST_CASE("Pure black goes to the black plate alone, also at its soft edges and under other things") {
    const auto printer = IccProfile::find("FOGRA39L_coated");
    auto conversion = PixelConversion::create(IccProfile::srgb(), PixelFormat::rgb8, *printer, PixelFormat::cmyk8);
    REQUIRE(conversion);
    // Black at full, half and no coverage on white; on a colour; a picture's own black.
    const std::vector<std::uint8_t> dark{0, 0, 0, 128, 128, 128, 255, 255, 255, 100, 50, 25, 0, 0, 0};
    const std::vector<std::uint8_t> light{255, 255, 255, 255, 255, 255, 255, 255, 255, 227, 177, 152, 0, 0, 0};
    const RasterInfo info{5, 1, PixelFormat::rgb8, 300, {}};
    MemoryRows page(info, dark), keyed(info, light);
    KeyBlackRows rows(page, keyed, *conversion, *printer);
    std::vector<std::uint8_t> ink(20);
    REQUIRE(rows.read(ink));
    CHECK((ink[0] == 0 && ink[1] == 0 && ink[2] == 0 && ink[3] == 255));
    CHECK((ink[4] < 3 && ink[5] < 3 && ink[6] < 3 && std::abs(ink[7] - 127) < 3));
    CHECK(ink[11] == 0);
    std::array<std::uint8_t, 4> ground{};
    conversion->apply(std::array<std::uint8_t, 3>{200, 100, 50}, ground);  // 100/50/25 is half of it
    CHECK(std::abs(ink[12] - ground[0] / 2) < 4);
    CHECK(std::abs(ink[13] - ground[1] / 2) < 4);
    CHECK(ink[15] > 120);
    CHECK(ink[16] + ink[17] + ink[18] > 300);
}
