// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
// jpeglib.h needs stdio before it.
#include <jpeglib.h>

#include <array>
#include <cmath>
#include <csetjmp>
#include <optional>

#include "app/export/colour.h"
#include "app/export/encode.h"

namespace haibao {
namespace {

constexpr std::size_t most_marker_bytes = 65'533;

/// libjpeg ends in a longjmp on errors: nothing with a destructor may live between guarded() and the library.
struct Writer {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg_destination_mgr destination{};
    std::jmp_buf jump{};
    char reason[JMSG_LENGTH_MAX] = {};
    std::array<JOCTET, 1 << 16> buffer{};
    Sink* sink = nullptr;
    std::optional<Error> sink_error;

    ~Writer() { jpeg_destroy_compress(&jpeg); }
    template <class Work>
    bool guarded(Work work) {
        if (setjmp(jump)) return false;
        work();
        return true;
    }
    void restart() {
        destination.next_output_byte = buffer.data();
        destination.free_in_buffer = buffer.size();
    }
    /// After the first failure the rest is thrown away; the error is reported between rows.
    void put(std::size_t count) {
        if (sink_error) return;
        if (auto written = sink->write({buffer.data(), count}); !written) sink_error = written.error();
    }
};

Writer& writer_of(j_compress_ptr jpeg) { return *static_cast<Writer*>(jpeg->client_data); }

void note_error(j_common_ptr jpeg) {
    Writer& writer = *static_cast<Writer*>(jpeg->client_data);
    jpeg->err->format_message(jpeg, writer.reason);
    std::longjmp(writer.jump, 1);
}

void start(Writer& writer, Sink& sink) {
    writer.sink = &sink;
    writer.jpeg.err = jpeg_std_error(&writer.errors);
    writer.jpeg.client_data = &writer;
    writer.errors.error_exit = note_error;
    writer.errors.output_message = [](j_common_ptr) {};
    writer.destination.init_destination = [](j_compress_ptr jpeg) { writer_of(jpeg).restart(); };
    writer.destination.empty_output_buffer = [](j_compress_ptr jpeg) -> boolean {
        writer_of(jpeg).put(writer_of(jpeg).buffer.size());
        writer_of(jpeg).restart();
        return TRUE;
    };
    writer.destination.term_destination = [](j_compress_ptr jpeg) {
        writer_of(jpeg).put(writer_of(jpeg).buffer.size() - writer_of(jpeg).destination.free_in_buffer);
    };
}

void write_head(Writer& writer, const RasterInfo& info, const EncodeOptions& options, const QByteArray& icc,
                const std::array<std::string, 3>& markers) {
    jpeg_compress_struct& jpeg = writer.jpeg;
    jpeg_create_compress(&jpeg);
    jpeg.client_data = &writer;
    jpeg.dest = &writer.destination;
    jpeg.image_width = static_cast<JDIMENSION>(info.width);
    jpeg.image_height = static_cast<JDIMENSION>(info.height);
    jpeg.input_components = bytes_per_pixel(info.format);
    jpeg.in_color_space = info.format == PixelFormat::gray8 ? JCS_GRAYSCALE : info.format == PixelFormat::cmyk8 ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    if (info.format == PixelFormat::cmyk8) jpeg_set_colorspace(&jpeg, JCS_YCCK);  // with Adobe's marker
    jpeg_set_quality(&jpeg, options.quality, TRUE);
    jpeg.dct_method = JDCT_ISLOW;
    // Lightness, and black in the fourth place, have all pixels; the two of colour may have a quarter of them.
    const int sampling = options.chroma == Chroma::half && info.format != PixelFormat::gray8 ? 2 : 1;
    for (int component = 0; component < jpeg.num_components; component += 3)
        jpeg.comp_info[component].h_samp_factor = jpeg.comp_info[component].v_samp_factor = sampling;
    if (options.progressive) jpeg_simple_progression(&jpeg);
    jpeg.write_JFIF_header = TRUE;
    jpeg.density_unit = 1;  // per inch
    jpeg.X_density = jpeg.Y_density = static_cast<UINT16>(std::clamp(std::lround(info.dpi), 1L, 65'535L));
    jpeg_start_compress(&jpeg, TRUE);
    constexpr int applications[] = {JPEG_APP0 + 1, JPEG_APP0 + 1, JPEG_APP0 + 13};
    for (std::size_t i = 0; i < markers.size(); ++i)
        if (!markers[i].empty())
            jpeg_write_marker(&jpeg, applications[i], reinterpret_cast<const JOCTET*>(markers[i].data()), static_cast<unsigned>(markers[i].size()));
    jpeg_write_icc_profile(&jpeg, reinterpret_cast<const JOCTET*>(icc.constData()), static_cast<unsigned>(icc.size()));
}

/// IIM as Photoshop's resource 0x0404, which is where it is looked for.
std::string photoshop_resource(const std::string& iptc) {
    if (iptc.empty()) return {};
    std::string out = std::string("Photoshop 3.0\0", 14) + "8BIM" + std::string("\x04\x04\0\0", 4);
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(iptc.size() >> shift);
    return out + iptc + (iptc.size() % 2 ? std::string(1, '\0') : std::string());
}

Error failure(const Writer& writer) {
    if (writer.sink_error) return *writer.sink_error;
    return {ErrorKind::internal, "The picture could not be encoded as JPEG.", writer.reason};
}

}  // namespace

Result<void> encode_jpeg(RowSource& rows, const EncodeOptions& options, Sink& sink) {
    const RasterInfo& info = rows.info();
    const QByteArray icc = info.icc.isEmpty() ? IccProfile::srgb().bytes() : info.icc;
    const EmbeddedMetadata& metadata = options.metadata;
    std::array<std::string, 3> markers{metadata.exif.empty() ? "" : std::string("Exif\0\0", 6) + metadata.exif,
                                       metadata.xmp.empty() ? "" : std::string("http://ns.adobe.com/xap/1.0/\0", 29) + metadata.xmp,
                                       photoshop_resource(metadata.iptc)};
    for (const std::string& marker : markers)
        if (marker.size() > most_marker_bytes)
            return fail(ErrorKind::invalid_input, "The prompt and the other texts are too long for a JPEG ({} bytes, {} fit); leave the prompts out, or choose PNG.",
                        marker.size(), most_marker_bytes);
    const auto writer = std::make_unique<Writer>();
    start(*writer, sink);
    if (!writer->guarded([&] { write_head(*writer, info, options, icc, markers); })) return std::unexpected(failure(*writer));
    constexpr int band = 16;
    const std::size_t stride = static_cast<std::size_t>(info.width) * static_cast<std::size_t>(bytes_per_pixel(info.format));
    std::vector<std::uint8_t> bytes;
    for (int row = 0; row < info.height; row += band) {
        if (options.stop.stop_requested()) return fail(ErrorKind::cancelled, "Stopped.");
        const int count = std::min(band, info.height - row);
        bytes.resize(stride * static_cast<std::size_t>(count));
        if (auto read = rows.read(bytes); !read) return read;
        if (info.format == PixelFormat::cmyk8)
            for (std::uint8_t& ink : bytes) ink = static_cast<std::uint8_t>(255 - ink);  // Adobe's convention
        std::array<JSAMPROW, band> pointers{};
        for (int i = 0; i < count; ++i) pointers[static_cast<std::size_t>(i)] = bytes.data() + static_cast<std::size_t>(i) * stride;
        const bool written = writer->guarded([&] { jpeg_write_scanlines(&writer->jpeg, pointers.data(), static_cast<JDIMENSION>(count)); });
        if (!written || writer->sink_error) return std::unexpected(failure(*writer));
    }
    const bool finished = writer->guarded([&] { jpeg_finish_compress(&writer->jpeg); });
    if (!finished || writer->sink_error) return std::unexpected(failure(*writer));
    return {};
}

}  // namespace haibao
