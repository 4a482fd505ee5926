// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "app/export/encode.h"
#include "app/gallery/embedded_texts.h"
#include "app/gallery/foreign_metadata.h"
#include "app/gallery/picture_decode.h"
#include "tests/app/gallery/sample.h"

using namespace haibao;
using namespace haibao::gallery;

namespace {

std::span<const std::uint8_t> span_of(const QByteArray& bytes) { return {reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<std::size_t>(bytes.size())}; }

/// Left half red, right half blue, 40 × 20.
QImage halves() {
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::blue);
    for (int y = 0; y < 20; ++y)
        for (int x = 0; x < 20; ++x) image.setPixelColor(x, y, Qt::red);
    return image;
}

QByteArray saved(const QImage& image, const char* format) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 95);
    return bytes;
}

/// A JPEG with an Exif block that holds nothing but an orientation.
QByteArray jpeg_with_orientation(int orientation) {
    QByteArray bytes = saved(halves(), "jpg");
    const char tiff[] = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0";
    QByteArray segment("\xff\xe1\0\0", 4);
    segment.append(tiff, sizeof tiff - 1);
    segment[4 + 6 + 18] = static_cast<char>(orientation);
    segment[2] = static_cast<char>((segment.size() - 2) >> 8);
    segment[3] = static_cast<char>((segment.size() - 2) & 255);
    return bytes.insert(2, segment);
}

bool reddish(QRgb pixel) { return qRed(pixel) > 200 && qBlue(pixel) < 80; }

/// Rows of one picture for the encoders.
class Rows : public RowSource {
public:
    explicit Rows(int width, int height) : info_{.width = width, .height = height, .format = PixelFormat::rgb8, .dpi = 72, .icc = {}} {}
    const RasterInfo& info() const override { return info_; }
    Result<void> read(std::span<std::uint8_t> rows) override {
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<std::uint8_t>(i % 3 == 0 ? 220 : 30);
        return {};
    }

private:
    RasterInfo info_;
};

}  // namespace

TEST_CASE("Orientation is applied to size and pixels") {
    for (const int orientation : {1, 2, 3, 4, 5, 6, 7, 8}) {
        INFO(orientation);
        const QByteArray bytes = jpeg_with_orientation(orientation);
        const QSize size = gallery::test::must(picture_size(span_of(bytes), "a.jpg"));
        const QImage image = gallery::test::must(decode_picture(span_of(bytes), "a.jpg"));
        CHECK(size == (orientation >= 5 ? QSize(20, 40) : QSize(40, 20)));
        CHECK(image.size() == size);
        // Where the red half has gone: left, right, right, left, top, top, bottom, bottom.
        const bool red_first = orientation == 1 || orientation == 4 || orientation == 5 || orientation == 6;
        CHECK(reddish(image.pixel(3, 3)) == red_first);
        CHECK(reddish(image.pixel(size.width() - 4, size.height() - 4)) == !red_first);
    }
}

TEST_CASE("A large JPEG is decoded small, a small one is left alone") {
    QImage large(1600, 1200, QImage::Format_RGB32);
    large.fill(QColor(10, 200, 30));
    const QByteArray bytes = saved(large, "jpg");
    CHECK(gallery::test::must(decode_picture(span_of(bytes), "a.jpg", 256)).size() == QSize(256, 192));
    const QByteArray png = saved(halves(), "png");
    CHECK(gallery::test::must(decode_picture(span_of(png), "a.png", 256)).size() == QSize(40, 20));
}

TEST_CASE("Profiles are converted to sRGB") {
    QImage image(16, 16, QImage::Format_RGB32);
    image.fill(QColor(0, 255, 0));
    image.setColorSpace(QColorSpace::AdobeRgb);
    const QByteArray bytes = saved(image, "png");
    image.setColorSpace(QColorSpace());
    image.fill(QColor(200, 100, 50));
    image.setColorSpace(QColorSpace::DisplayP3);
    const QByteArray second = saved(image, "png");
    CHECK(qGreen(gallery::test::must(decode_picture(span_of(bytes), "a.png")).pixel(3, 3)) == 255);
    CHECK(qRed(gallery::test::must(decode_picture(span_of(second), "a.png")).pixel(3, 3)) > 205);
}

TEST_CASE("Every format that Haibao writes is read again, with its record") {
    const char* name = GENERATE("png", "jpeg", "webp", "avif", "tiff");
    INFO(name);
    const generate::Record made = gallery::test::record("夏日 “海风” <poster> & more");
    PictureAbout about;
    about.parameters = generate::a1111_parameters(made);
    about.record = generate::to_json(made).dump();
    EncodeOptions options;
    options.metadata = embed(about, KeepMetadata::full, 72);
    Rows rows(48, 32);
    MemorySink sink;
    gallery::test::must(encode(rows, *find_format(name), options, sink));
    const auto& bytes = sink.bytes;
    CHECK(kind_of(bytes) != FileKind::unknown);
    CHECK(gallery::test::must(picture_size(bytes, "a")) == QSize(48, 32));
    const QImage image = gallery::test::must(decode_picture(bytes, "a"));
    CHECK(image.size() == QSize(48, 32));
    CHECK(reddish(image.pixel(20, 20)));
    const auto found = read_making(embedded_texts(bytes));
    CHECK(found.making.origin == Origin::haibao);
    CHECK(found.making.prompt == made.prompt);
    if (name == std::string_view("tiff")) return;
    // A picture that lost its XMP still says it in Exif.
    about.record.clear();
    options.metadata = embed(about, KeepMetadata::full, 72);
    Rows again(48, 32);
    MemorySink second;
    gallery::test::must(encode(again, *find_format(name), options, second));
    CHECK(read_making(embedded_texts(second.bytes)).making.prompt == made.prompt);
}

TEST_CASE("What is no picture, or half a picture, is refused with its name") {
    const QByteArray whole = saved(halves(), "png");
    const QByteArray jpeg = saved(halves(), "jpg");
    CHECK(decode_picture(span_of(QByteArray("hello")), "note.png").error().kind == ErrorKind::unsupported);
    CHECK(decode_picture({}, "empty.png").error().kind == ErrorKind::unsupported);
    const auto half = decode_picture(span_of(whole.left(whole.size() / 2)), "half.png");
    REQUIRE_FALSE(half);
    CHECK(half.error().kind == ErrorKind::corrupt_file);
    CHECK(half.error().message.contains("half.png"));
    CHECK_FALSE(decode_picture(span_of(jpeg.left(20)), "half.jpg"));
    CHECK_FALSE(picture_size(span_of(QByteArray("\0\0\0\x1c" "ftypavif\0\0\0\0avifmif1", 28)), "a.avif"));
}
