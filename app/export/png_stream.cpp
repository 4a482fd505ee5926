// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/png_stream.h"

#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <optional>

#include "app/export/png_filter.h"

namespace haibao {
namespace {

constexpr std::size_t block_bytes = 768 << 10;
/// Level 4 is the fastest one with lazy matching: on posters within 4 % of level 6 in a third of its time.
constexpr int deflate_level = 4;
constexpr std::string_view xmp_keyword = "XML:com.adobe.xmp";

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

void append32(std::string& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift);
}

std::span<const std::uint8_t> bytes_of(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

std::string deflated(std::string_view text) {
    uLongf size = compressBound(static_cast<uLong>(text.size()));
    std::string out(size, '\0');
    compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()), static_cast<uLong>(text.size()), 9);
    out.resize(size);
    return out;
}

}  // namespace

PngStream::PngStream(Output output, int threads) : output_(std::move(output)), threads_(std::max(1, threads)) {}
PngStream::~PngStream() = default;

Result<void> PngStream::chunk(std::string_view type, std::span<const std::uint8_t> bytes) {
    std::string head;
    append32(head, static_cast<std::uint32_t>(bytes.size()));
    head += type;
    auto crc = crc32(0, reinterpret_cast<const Bytef*>(type.data()), 4);
    if (!bytes.empty()) crc = crc32_z(crc, bytes.data(), bytes.size());
    std::string tail;
    append32(tail, static_cast<std::uint32_t>(crc));
    for (const auto part : {bytes_of(head), bytes, bytes_of(tail)})
        if (auto written = output_(part); !written) return written;
    return {};
}

Result<void> PngStream::begin(const PngHeader& header) {
    if (header.width < 1 || header.height < 1)
        return fail(ErrorKind::invalid_input, "A picture of {}×{} pixels cannot be written.", header.width, header.height);
    header_ = header;
    const int channels = header.colour == PngColour::gray ? 1 : header.colour == PngColour::rgb ? 3 : 4;
    pixel_bytes_ = channels * header.bits / 8;
    stride_ = static_cast<std::size_t>(header.width) * static_cast<std::size_t>(pixel_bytes_);
    block_rows_ = static_cast<int>(std::clamp<std::size_t>(block_bytes / stride_, 1, static_cast<std::size_t>(header.height)));
    above_.assign(stride_, 0);

    std::string size;
    append32(size, static_cast<std::uint32_t>(header.width));
    append32(size, static_cast<std::uint32_t>(header.height));
    size += {static_cast<char>(header.bits), static_cast<char>(header.colour), 0, 0, 0};
    Result<void> done = output_(bytes_of("\x89PNG\r\n\x1a\n"));
    const auto add = [&](std::string_view type, const std::string& content) {
        if (done) done = chunk(type, bytes_of(content));
    };
    add("IHDR", size);
    if (header.icc.empty()) add("sRGB", std::string(1, '\0'));
    else add("iCCP", std::string("icc\0\0", 5) + deflated(header.icc));
    if (header.dpi > 0) {
        std::string density;
        for (int axis = 0; axis < 2; ++axis) append32(density, static_cast<std::uint32_t>(std::lround(header.dpi / 0.0254)));
        add("pHYs", density + '\1');
    }
    for (const PngText& text : header.texts) {
        const auto narrow = text.keyword == xmp_keyword ? std::nullopt : latin1(text.text);
        if (narrow) add("tEXt", text.keyword + '\0' + *narrow);
        else add("iTXt", text.keyword + std::string(5, '\0') + text.text);
    }
    return done;
}

PngStream::Packed PngStream::pack(const std::vector<std::uint8_t>& above, std::vector<std::uint8_t> rows, Last last) const {
    if (header_.bits == 16 && std::endian::native == std::endian::little)
        for (std::size_t i = 0; i + 1 < rows.size(); i += 2) std::swap(rows[i], rows[i + 1]);
    const std::size_t count = rows.size() / stride_;
    std::vector<std::uint8_t> filtered(count * (stride_ + 1));
    const std::uint8_t* previous = above.data();
    PngFilter filter(stride_, static_cast<std::size_t>(pixel_bytes_));
    for (std::size_t row = 0; row < count; ++row) {
        filter.best({rows.data() + row * stride_, stride_}, previous, filtered.data() + row * (stride_ + 1));
        previous = rows.data() + row * stride_;
    }
    z_stream stream{};
    deflateInit2(&stream, deflate_level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
    Packed packed;
    packed.bytes.resize(deflateBound(&stream, static_cast<uLong>(filtered.size())) + 16);
    stream.next_in = filtered.data();
    stream.avail_in = static_cast<uInt>(filtered.size());
    stream.next_out = packed.bytes.data();
    stream.avail_out = static_cast<uInt>(packed.bytes.size());
    deflate(&stream, last == Last::yes ? Z_FINISH : Z_SYNC_FLUSH);
    packed.bytes.resize(packed.bytes.size() - stream.avail_out);
    deflateEnd(&stream);
    packed.adler = static_cast<std::uint32_t>(adler32_z(1, filtered.data(), filtered.size()));
    packed.unpacked = filtered.size();
    packed.last = last;
    return packed;
}

Result<void> PngStream::put(Packed packed) {
    if (first_data_) packed.bytes.insert(packed.bytes.begin(), {0x78, 0x5E});  // RFC 1950: 32 KiB window, fast level
    first_data_ = false;
    adler_ = static_cast<std::uint32_t>(adler32_combine(adler_, packed.adler, static_cast<z_off_t>(packed.unpacked)));
    if (packed.last == Last::yes)
        for (int shift = 24; shift >= 0; shift -= 8) packed.bytes.push_back(static_cast<std::uint8_t>(adler_ >> shift));
    return chunk("IDAT", packed.bytes);
}

Result<void> PngStream::rows(std::vector<std::uint8_t> rows) {
    rows_given_ += static_cast<int>(rows.size() / stride_);
    if (rows_given_ > header_.height) return fail(ErrorKind::internal, "A picture has more rows than it said.");
    const Last last = rows_given_ == header_.height ? Last::yes : Last::no;
    auto above = std::exchange(above_, std::vector<std::uint8_t>(rows.end() - static_cast<std::ptrdiff_t>(stride_), rows.end()));
    if (header_.bits == 16 && std::endian::native == std::endian::little)
        for (std::size_t i = 0; i + 1 < stride_; i += 2) std::swap(above_[i], above_[i + 1]);
    if (threads_ == 1) return put(pack(above, std::move(rows), last));
    Result<void> done;
    while (done && in_work_.size() >= static_cast<std::size_t>(threads_)) {
        Packed packed = in_work_.front().get();
        in_work_.pop_front();
        done = put(std::move(packed));
    }
    if (!done) return done;
    in_work_.push_back(std::async(std::launch::async, [this, above = std::move(above), rows = std::move(rows), last]() mutable {
        return pack(above, std::move(rows), last);
    }));
    return {};
}

Result<void> PngStream::finish() {
    if (rows_given_ != header_.height) return fail(ErrorKind::invalid_input, "A picture of {} rows ended after {}.", header_.height, rows_given_);
    while (!in_work_.empty()) {
        Packed packed = in_work_.front().get();
        in_work_.pop_front();
        if (auto done = put(std::move(packed)); !done) return done;
    }
    return chunk("IEND", {});
}

}  // namespace haibao
