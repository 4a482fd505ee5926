// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <png.h>

#include <csetjmp>
#include <optional>

#include "app/export/png.h"

namespace haibao {
namespace {

/// UTF-8 → Latin-1 for tEXt; empty when a character has no place there.
std::optional<std::string> latin1(const std::string& utf8) {
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte >= 0x20 ? byte < 0x7F : byte == '\n') {
            out += utf8[i];
        } else if ((byte == 0xC2 || byte == 0xC3) && i + 1 < utf8.size()) {
            const auto next = static_cast<unsigned char>(utf8[++i]);
            const int code = (byte & 0x03) << 6 | (next & 0x3F);
            if ((next & 0xC0) != 0x80 || code < 0xA0) return std::nullopt;
            out += static_cast<char>(code);
        } else {
            return std::nullopt;
        }
    }
    return out;
}

struct Writer {
    png_structp png = nullptr;
    png_infop info = nullptr;
    ~Writer() { png_destroy_write_struct(&png, &info); }
};

void append(png_structp png, png_bytep data, size_t size) {
    auto& out = *static_cast<std::vector<std::uint8_t>*>(png_get_io_ptr(png));
    out.insert(out.end(), data, data + size);
}

void note_error(png_structp png, png_const_charp message) {
    *static_cast<std::string*>(png_get_error_ptr(png)) = message;
    png_longjmp(png, 1);
}
void ignore_warning(png_structp, png_const_charp) {}

/// Everything that may longjmp, apart from the objects whose destructors must run.
bool write(Writer& writer, const Image& image, std::vector<png_text>& texts, std::vector<png_bytep>& rows) {
    if (setjmp(png_jmpbuf(writer.png))) return false;
    png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(image.width), static_cast<png_uint_32>(image.height), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(writer.png, writer.info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_set_text(writer.png, writer.info, texts.data(), static_cast<int>(texts.size()));
    png_write_info(writer.png, writer.info);
    png_write_image(writer.png, rows.data());
    png_write_end(writer.png, nullptr);
    return true;
}

}  // namespace

Result<std::vector<std::uint8_t>> encode_png(const Image& image, const std::vector<PngText>& texts) {
    const std::size_t stride = std::size_t{3} * static_cast<std::size_t>(image.width);
    if (image.width < 1 || image.height < 1 || image.rgb.size() != stride * static_cast<std::size_t>(image.height))
        return fail(ErrorKind::invalid_input, "A picture of {}×{} pixels with {} bytes cannot be written.", image.width, image.height,
                    image.rgb.size());

    std::vector<std::string> kept(texts.size());
    std::vector<png_text> entries;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto narrow = latin1(texts[i].text);
        kept[i] = narrow.value_or(texts[i].text);
        png_text entry{};
        entry.compression = narrow ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
        entry.key = const_cast<char*>(texts[i].keyword.c_str());
        entry.text = kept[i].data();
        entry.text_length = narrow ? kept[i].size() : 0;
        entry.itxt_length = narrow ? 0 : kept[i].size();
        static char none[] = "";
        entry.lang = entry.lang_key = none;
        entries.push_back(entry);
    }
    std::vector<png_bytep> rows;
    for (int y = 0; y < image.height; ++y)
        rows.push_back(const_cast<png_bytep>(image.rgb.data() + stride * static_cast<std::size_t>(y)));

    std::vector<std::uint8_t> bytes;
    std::string reason = "libpng could not start";
    Writer writer;
    writer.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &reason, note_error, ignore_warning);
    if (writer.png) writer.info = png_create_info_struct(writer.png);
    if (!writer.info) return fail(ErrorKind::out_of_memory, "Memory ran out while a PNG was made.");
    png_set_write_fn(writer.png, &bytes, append, nullptr);
    if (!write(writer, image, entries, rows))
        return std::unexpected(Error{ErrorKind::internal, "The picture could not be encoded as PNG.", reason});
    return bytes;
}

}  // namespace haibao
