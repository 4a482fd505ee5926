// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <tiffio.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

#include "app/export/colour.h"
#include "app/export/encode.h"

namespace haibao {
namespace {

/// A classic TIFF's offsets have 32 bits; above this the file becomes a BigTIFF.
constexpr std::uint64_t most_classic_bytes = 3'900'000'000;

/// libtiff writes strips in order and goes back once, to the header, when it knows where the folder of tags stands.
struct Output {
    Sink& sink;
    std::uint64_t position = 0;
    std::optional<Error> error;
};

tmsize_t write_bytes(thandle_t handle, void* data, tmsize_t size) {
    auto& output = *static_cast<Output*>(handle);
    const std::span<const std::uint8_t> bytes(static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(size));
    if (output.error) return 0;
    // Folders of tags start at even offsets.
    constexpr std::uint8_t zeros[8] = {};
    while (output.position > output.sink.size() && !output.error)
        if (auto padded = output.sink.write({zeros, std::min<std::uint64_t>(8, output.position - output.sink.size())}); !padded) output.error = padded.error();
    const auto written = output.position == output.sink.size() ? output.sink.write(bytes) : output.sink.rewrite(output.position, bytes);
    if (!written) {
        output.error = written.error();
        return 0;
    }
    output.position += static_cast<std::uint64_t>(size);
    return size;
}

toff_t seek(thandle_t handle, toff_t offset, int whence) {
    auto& output = *static_cast<Output*>(handle);
    const std::uint64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? output.position : output.sink.size();
    return output.position = base + offset;
}

struct Close {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using Tiff = std::unique_ptr<TIFF, Close>;

Tiff open(Output& output, bool big) {
    return Tiff(TIFFClientOpen(
        "poster", big ? "w8" : "w", &output, [](thandle_t, void*, tmsize_t) -> tmsize_t { return 0; }, write_bytes, seek,
        [](thandle_t) { return 0; }, [](thandle_t handle) -> toff_t { return static_cast<Output*>(handle)->sink.size(); },
        [](thandle_t, void**, toff_t*) { return 0; }, [](thandle_t, void*, toff_t) {}));
}

void set_metadata(TIFF* tiff, const EmbeddedMetadata& metadata) {
    const auto text = [&](const char* keyword, std::uint32_t tag) {
        const auto found = std::ranges::find(metadata.png_texts, keyword, &PngText::keyword);
        if (found != metadata.png_texts.end()) TIFFSetField(tiff, tag, found->text.c_str());
    };
    text("Description", TIFFTAG_IMAGEDESCRIPTION);
    text("Author", TIFFTAG_ARTIST);
    text("Copyright", TIFFTAG_COPYRIGHT);
    text("Software", TIFFTAG_SOFTWARE);
    if (!metadata.xmp.empty()) TIFFSetField(tiff, TIFFTAG_XMLPACKET, static_cast<std::uint32_t>(metadata.xmp.size()), metadata.xmp.data());
}

void set_fields(TIFF* tiff, const RasterInfo& info, const EncodeOptions& options, std::uint32_t strip_rows) {
    const bool cmyk = info.format == PixelFormat::cmyk8, gray = info.format == PixelFormat::gray8;
    const bool alpha = info.format == PixelFormat::rgba8 || info.format == PixelFormat::rgba16;
    const int bits = info.format == PixelFormat::rgb16 || info.format == PixelFormat::rgba16 ? 16 : 8;
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(info.width));
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(info.height));
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, bytes_per_pixel(info.format) * 8 / bits);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bits);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, cmyk ? PHOTOMETRIC_SEPARATED : gray ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, strip_rows);
    if (cmyk) TIFFSetField(tiff, TIFFTAG_INKSET, INKSET_CMYK);
    const std::uint16_t straight = EXTRASAMPLE_UNASSALPHA;
    if (alpha) TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &straight);
    const int packing[] = {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE};
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, packing[static_cast<int>(options.packing)]);
    if (options.packing != TiffPacking::none) TIFFSetField(tiff, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
    if (options.packing == TiffPacking::deflate) TIFFSetField(tiff, TIFFTAG_ZIPQUALITY, 4);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, info.dpi);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, info.dpi);
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    const QByteArray icc = info.icc.isEmpty() ? IccProfile::srgb().bytes() : info.icc;
    // A grey picture has no use for an RGB profile.
    if (!gray || !info.icc.isEmpty()) TIFFSetField(tiff, TIFFTAG_ICCPROFILE, static_cast<std::uint32_t>(icc.size()), icc.constData());
    set_metadata(tiff, options.metadata);
}

}  // namespace

Result<void> encode_tiff(RowSource& rows, const EncodeOptions& options, Sink& sink) {
    const RasterInfo info = rows.info();
    const std::size_t stride = static_cast<std::size_t>(info.width) * static_cast<std::size_t>(bytes_per_pixel(info.format));
    TIFFSetErrorHandler(nullptr);
    TIFFSetWarningHandler(nullptr);
    Output output{sink, 0, {}};
    const auto failure = [&]() -> std::unexpected<Error> {
        if (output.error) return std::unexpected(*output.error);
        return fail(ErrorKind::internal, "The picture could not be encoded as TIFF.");
    };
    Tiff tiff = open(output, stride * static_cast<std::uint64_t>(info.height) > most_classic_bytes);
    if (!tiff) return failure();
    const int strip_rows = static_cast<int>(std::clamp<std::size_t>((256 << 10) / stride, 1, 256));
    set_fields(tiff.get(), info, options, static_cast<std::uint32_t>(strip_rows));
    std::vector<std::uint8_t> strip;
    for (int row = 0, number = 0; row < info.height; row += strip_rows, ++number) {
        if (options.stop.stop_requested()) return fail(ErrorKind::cancelled, "Stopped.");
        strip.resize(stride * static_cast<std::size_t>(std::min(strip_rows, info.height - row)));
        if (auto read = rows.read(strip); !read) return read;
        if (TIFFWriteEncodedStrip(tiff.get(), static_cast<std::uint32_t>(number), strip.data(), static_cast<tmsize_t>(strip.size())) < 0) return failure();
    }
    const bool flushed = TIFFFlush(tiff.get()) == 1;
    tiff.reset();
    if (!flushed || output.error) return failure();
    return {};
}

}  // namespace haibao
