// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <webp/encode.h>
#include <webp/mux.h>

#include <memory>

#include "app/export/colour.h"
#include "app/export/encode.h"

namespace haibao {
namespace {

struct Picture : WebPPicture {
    Picture() { WebPPictureInit(this); }
    ~Picture() { WebPPictureFree(this); }
};
struct Memory : WebPMemoryWriter {
    Memory() { WebPMemoryWriterInit(this); }
    ~Memory() { WebPMemoryWriterClear(this); }
};
struct DeleteMux {
    void operator()(WebPMux* mux) const { WebPMuxDelete(mux); }
};

Result<void> fill(Picture& picture, RowSource& rows) {
    const RasterInfo& info = rows.info();
    picture.use_argb = 1;
    picture.width = info.width;
    picture.height = info.height;
    if (!WebPPictureAlloc(&picture))
        return fail(ErrorKind::out_of_memory, "A picture of {}×{} pixels does not fit into memory; choose a smaller size.", info.width, info.height);
    const auto step = static_cast<std::size_t>(bytes_per_pixel(info.format));
    std::vector<std::uint8_t> row(static_cast<std::size_t>(info.width) * step);
    for (int y = 0; y < info.height; ++y) {
        if (auto read = rows.read(row); !read) return read;
        std::uint32_t* out = picture.argb + static_cast<std::ptrdiff_t>(y) * picture.argb_stride;
        for (std::size_t x = 0; x < static_cast<std::size_t>(info.width); ++x) {
            const std::uint8_t* in = row.data() + x * step;
            const std::uint32_t alpha = step == 4 ? in[3] : 255;
            out[x] = alpha << 24 | static_cast<std::uint32_t>(in[0]) << 16 | static_cast<std::uint32_t>(in[1]) << 8 | in[2];
        }
    }
    return {};
}

Result<WebPConfig> config_of(const EncodeOptions& options) {
    WebPConfig config;
    if (!WebPConfigInit(&config)) return fail(ErrorKind::internal, "The installed libwebp is of another version.");
    if (options.lossless) {
        WebPConfigLosslessPreset(&config, 5);
        config.exact = 1;  // colours under transparent pixels, too
    } else {
        config.quality = static_cast<float>(options.quality);
        config.method = 4;
        config.use_sharp_yuv = 1;  // coloured text stays legible at 4:2:0
    }
    config.thread_level = options.threads > 1 ? 1 : 0;
    return config;
}

}  // namespace

Result<void> encode_webp(RowSource& rows, const EncodeOptions& options, Sink& sink) {
    const auto config = config_of(options);
    if (!config) return std::unexpected(config.error());
    Picture picture;
    if (auto filled = fill(picture, rows); !filled) return filled;
    Memory memory;
    picture.writer = WebPMemoryWrite;
    picture.custom_ptr = &memory;
    picture.user_data = const_cast<EncodeOptions*>(&options);
    picture.progress_hook = [](int, const WebPPicture* of) -> int { return !static_cast<const EncodeOptions*>(of->user_data)->stop.stop_requested(); };
    if (!WebPEncode(&*config, &picture)) {
        if (picture.error_code == VP8_ENC_ERROR_USER_ABORT) return fail(ErrorKind::cancelled, "Stopped.");
        if (picture.error_code == VP8_ENC_ERROR_OUT_OF_MEMORY || picture.error_code == VP8_ENC_ERROR_BITSTREAM_OUT_OF_MEMORY)
            return fail(ErrorKind::out_of_memory, "Memory ran out while a WebP was made; choose a smaller size.");
        return std::unexpected(Error{ErrorKind::internal, "The picture could not be encoded as WebP.", std::format("error {}", static_cast<int>(picture.error_code))});
    }
    const std::unique_ptr<WebPMux, DeleteMux> mux(WebPMuxNew());
    const WebPData image{memory.mem, memory.size};
    WebPMuxError status = WebPMuxSetImage(mux.get(), &image, 0);
    const auto add = [&](const char* chunk, std::string_view bytes) {
        const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
        if (status == WEBP_MUX_OK && !bytes.empty()) status = WebPMuxSetChunk(mux.get(), chunk, &data, 0);
    };
    const QByteArray icc = rows.info().icc.isEmpty() ? IccProfile::srgb().bytes() : rows.info().icc;
    add("ICCP", {icc.constData(), static_cast<std::size_t>(icc.size())});
    add("EXIF", options.metadata.exif);
    add("XMP ", options.metadata.xmp);
    WebPData whole{};
    if (status == WEBP_MUX_OK) status = WebPMuxAssemble(mux.get(), &whole);
    if (status != WEBP_MUX_OK) return fail(ErrorKind::internal, "The parts of a WebP could not be put together.");
    auto written = sink.write({whole.bytes, whole.size});
    WebPDataClear(&whole);
    return written;
}

}  // namespace haibao
