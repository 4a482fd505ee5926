// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <avif/avif.h>

#include <memory>

#include "app/export/colour.h"
#include "app/export/encode.h"
#include "app/export/rows.h"

namespace haibao {
namespace {

constexpr int speed = 6;  // a poster of 1 MP in about a second; slower ones save less than 5 %

struct Destroy {
    void operator()(avifImage* image) const { avifImageDestroy(image); }
    void operator()(avifEncoder* encoder) const { avifEncoderDestroy(encoder); }
};

std::unexpected<Error> failure(avifResult result) {
    if (result == AVIF_RESULT_OUT_OF_MEMORY) return fail(ErrorKind::out_of_memory, "Memory ran out while an AVIF was made; choose a smaller size.");
    return std::unexpected(Error{ErrorKind::internal, "The picture could not be encoded as AVIF.", avifResultToString(result)});
}

/// What the numbers mean: known spaces by their code points (ISO/IEC 23091-2), others by their profile.
avifResult describe(avifImage& image, const QByteArray& icc, bool lossless) {
    image.transferCharacteristics = AVIF_TRANSFER_CHARACTERISTICS_SRGB;
    image.matrixCoefficients = lossless ? AVIF_MATRIX_COEFFICIENTS_IDENTITY : AVIF_MATRIX_COEFFICIENTS_BT601;
    if (icc.isEmpty() || icc == IccProfile::srgb().bytes()) {
        image.colorPrimaries = AVIF_COLOR_PRIMARIES_BT709;
    } else if (icc == IccProfile::display_p3().bytes()) {
        image.colorPrimaries = AVIF_COLOR_PRIMARIES_SMPTE432;
    } else {
        image.colorPrimaries = AVIF_COLOR_PRIMARIES_UNSPECIFIED;
        image.transferCharacteristics = AVIF_TRANSFER_CHARACTERISTICS_UNSPECIFIED;
        return avifImageSetProfileICC(&image, reinterpret_cast<const std::uint8_t*>(icc.constData()), static_cast<std::size_t>(icc.size()));
    }
    return AVIF_RESULT_OK;
}

avifResult add_metadata(avifImage& image, const EmbeddedMetadata& metadata) {
    const auto bytes = [](const std::string& text) { return reinterpret_cast<const std::uint8_t*>(text.data()); };
    avifResult result = AVIF_RESULT_OK;
    if (!metadata.exif.empty()) result = avifImageSetMetadataExif(&image, bytes(metadata.exif), metadata.exif.size());
    if (result == AVIF_RESULT_OK && !metadata.xmp.empty()) result = avifImageSetMetadataXMP(&image, bytes(metadata.xmp), metadata.xmp.size());
    return result;
}

}  // namespace

Result<void> encode_avif(RowSource& rows, const EncodeOptions& options, Sink& sink) {
    const RasterInfo info = rows.info();
    const bool alpha = info.format == PixelFormat::rgba8 || info.format == PixelFormat::rgba16;
    const bool deep = info.format == PixelFormat::rgb16 || info.format == PixelFormat::rgba16;
    std::unique_ptr<avifImage, Destroy> image(avifImageCreate(static_cast<std::uint32_t>(info.width), static_cast<std::uint32_t>(info.height),
                                                              static_cast<std::uint32_t>(options.bits),
                                                              options.chroma == Chroma::half && !options.lossless ? AVIF_PIXEL_FORMAT_YUV420
                                                                                                                  : AVIF_PIXEL_FORMAT_YUV444));
    const std::unique_ptr<avifEncoder, Destroy> encoder(avifEncoderCreate());
    if (!image || !encoder) return failure(AVIF_RESULT_OUT_OF_MEMORY);
    if (const auto result = describe(*image, info.icc, options.lossless); result != AVIF_RESULT_OK) return failure(result);
    {
        auto pixels = read_all(rows);
        if (!pixels) return pass_on(pixels);
        avifRGBImage rgb;
        avifRGBImageSetDefaults(&rgb, image.get());
        rgb.format = alpha ? AVIF_RGB_FORMAT_RGBA : AVIF_RGB_FORMAT_RGB;
        rgb.depth = deep ? 16 : 8;
        rgb.chromaDownsampling = AVIF_CHROMA_DOWNSAMPLING_BEST_QUALITY;
        rgb.maxThreads = options.threads;
        rgb.pixels = pixels->data();
        rgb.rowBytes = static_cast<std::uint32_t>(info.width * bytes_per_pixel(info.format));
        if (const auto result = avifImageRGBToYUV(image.get(), &rgb); result != AVIF_RESULT_OK) return failure(result);
    }
    if (const auto result = add_metadata(*image, options.metadata); result != AVIF_RESULT_OK) return failure(result);
    encoder->speed = speed;
    encoder->maxThreads = options.threads;
    encoder->quality = options.lossless ? AVIF_QUALITY_LOSSLESS : options.quality;
    encoder->qualityAlpha = options.lossless ? AVIF_QUALITY_LOSSLESS : std::max(options.quality, 90);
    if (options.stop.stop_requested()) return fail(ErrorKind::cancelled, "Stopped.");
    avifRWData out = AVIF_DATA_EMPTY;
    const auto result = avifEncoderWrite(encoder.get(), image.get(), &out);
    Result<void> written;
    if (result != AVIF_RESULT_OK) written = failure(result);
    else if (options.stop.stop_requested()) written = fail(ErrorKind::cancelled, "Stopped.");
    else written = sink.write({out.data, out.size});
    avifRWDataFree(&out);
    return written;
}

}  // namespace haibao
