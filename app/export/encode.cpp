// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/encode.h"

#include <algorithm>
#include <cctype>

#include "app/export/rows.h"

namespace haibao {
namespace {

constexpr FileFormat formats[] = {
    // name, extensions, media type, longest side, alpha, deep, cmyk, gray, lossy
    {"png", {"png", ""}, "image/png", 1'000'000, true, true, false, true, false, encode_png_rows},
    {"jpeg", {"jpg", "jpeg"}, "image/jpeg", 65'500, false, false, true, true, true, encode_jpeg},
    {"webp", {"webp", ""}, "image/webp", 16'383, true, false, false, false, true, encode_webp},
    {"avif", {"avif", ""}, "image/avif", 65'535, true, true, false, false, true, encode_avif},
    {"tiff", {"tif", "tiff"}, "image/tiff", 1'000'000, true, true, true, true, false, encode_tiff},
};

bool has_alpha(PixelFormat format) { return format == PixelFormat::rgba8 || format == PixelFormat::rgba16; }

/// What the encoder is given for these pixels.
PixelFormat held_as(PixelFormat from, const FileFormat& format, int bits) {
    if (from == PixelFormat::cmyk8) return from;
    if (from == PixelFormat::gray8) return format.gray && bits == 8 ? from : format.deep && bits > 8 ? PixelFormat::rgb16 : PixelFormat::rgb8;
    const bool alpha = has_alpha(from) && format.alpha, deep = format.deep && bits > 8;
    if (deep) return alpha ? PixelFormat::rgba16 : PixelFormat::rgb16;
    return alpha ? PixelFormat::rgba8 : PixelFormat::rgb8;
}

/// The best quality that fits, by bisection: files grow with quality, nearly without exception.
Result<EncodeReport> encode_to_size(RowSource& rows, const FileFormat& format, const EncodeOptions& options, Sink& sink) {
    auto pixels = read_all(rows);
    if (!pixels) return pass_on(pixels);
    std::vector<std::uint8_t> best, smallest;
    EncodeReport report;
    for (int low = 1, high = 100; low <= high;) {
        EncodeOptions attempt = options;
        attempt.quality = (low + high) / 2;
        MemoryRows again(rows.info(), *pixels);
        MemorySink memory;
        if (auto done = format.encode(again, attempt, memory); !done) return pass_on(done);
        if (smallest.empty() || memory.bytes.size() < smallest.size()) smallest = memory.bytes;
        if (memory.size() <= *options.target_bytes) {
            best = std::move(memory.bytes);
            report.quality = attempt.quality;
            low = attempt.quality + 1;
        } else {
            high = attempt.quality - 1;
        }
    }
    if (report.quality == 0)
        return fail(ErrorKind::invalid_input, "{}×{} pixels do not fit into {} bytes as {}: at the lowest quality they need {}. Choose a smaller picture.",
                    rows.info().width, rows.info().height, *options.target_bytes, format.name, smallest.size());
    if (auto written = sink.write(best); !written) return pass_on(written);
    return report;
}

}  // namespace

std::span<const FileFormat> file_formats() { return formats; }

const FileFormat* find_format(std::string_view name) {
    std::string word(name.starts_with('.') ? name.substr(1) : name);
    std::ranges::transform(word, word.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (word.empty()) return nullptr;
    const auto found = std::ranges::find_if(formats, [&](const FileFormat& format) {
        return format.name == word || std::ranges::contains(format.extensions, std::string_view(word));
    });
    return found == std::end(formats) ? nullptr : found;
}

Result<void> check_encodable(const RasterInfo& info, const FileFormat& format, const EncodeOptions& options) {
    const int longest = std::max(info.width, info.height);
    if (info.width < 1 || info.height < 1)
        return fail(ErrorKind::invalid_input, "A picture of {}×{} pixels cannot be written; it needs at least one pixel.", info.width, info.height);
    if (longest > format.longest_side)
        return fail(ErrorKind::invalid_input, "{}×{} pixels are too many for {}, which ends at {} a side; choose a smaller size, or TIFF or PNG.",
                    info.width, info.height, format.name, format.longest_side);
    if (info.format == PixelFormat::cmyk8 && !format.cmyk)
        return fail(ErrorKind::invalid_input, "{} cannot hold CMYK; choose TIFF, JPEG or PDF, or an RGB profile.", format.name);
    if (options.quality < 1 || options.quality > 100)
        return fail(ErrorKind::invalid_input, "The quality {} is not between 1 and 100.", options.quality);
    if (options.target_bytes && (!format.lossy || options.lossless))
        return fail(ErrorKind::invalid_input, "A file size can only be aimed at with JPEG, or with WebP and AVIF when they may lose detail.");
    const bool known = options.bits == 8 || (format.deep && options.bits == 16 && format.name != "avif") ||
                       (format.name == "avif" && (options.bits == 10 || options.bits == 12));
    if (!known)
        return fail(ErrorKind::invalid_input, "{} cannot hold {} bits per channel; it takes {}.", format.name, options.bits,
                    format.name == "avif" ? "8, 10 or 12" : format.deep ? "8 or 16" : "8");
    if (info.format == PixelFormat::cmyk8 && options.bits != 8)
        return fail(ErrorKind::invalid_input, "CMYK pictures have 8 bits per channel here; choose 8 bits, or an RGB profile.");
    return {};
}

Result<EncodeReport> encode(RowSource& rows, const FileFormat& format, const EncodeOptions& options, Sink& sink) {
    if (auto possible = check_encodable(rows.info(), format, options); !possible) return pass_on(possible);
    ReformattedRows held(rows, held_as(rows.info().format, format, options.bits), options.matte);
    EncodeReport report;
    if (options.target_bytes) {
        auto done = encode_to_size(held, format, options, sink);
        if (!done) return pass_on(done);
        report = *done;
    } else {
        if (auto done = format.encode(held, options, sink); !done) return pass_on(done);
        report.quality = format.lossy && !options.lossless ? options.quality : 0;
    }
    report.bytes = sink.size();
    report.flattened = held.flattened();
    return report;
}

}  // namespace haibao
