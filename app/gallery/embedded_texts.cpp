// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/embedded_texts.h"

#include <avif/avif.h>

#include <QString>
#include <QXmlStreamReader>
#include <algorithm>
#include <exiv2/exiv2.hpp>
#include <mutex>
#include <spanstream>

#include "app/gallery/picture_decode.h"
#include "inference/base/utf8.h"

namespace haibao::gallery {
namespace {

constexpr std::size_t most_bytes = 8 << 20;  // of Exif or XMP
constexpr const char* own_namespace = "urn:haibao:metadata:1";

/// Exiv2's XMP part is not for two threads at once.
std::mutex& exiv2_lock() {
    static std::mutex lock;
    static const bool quiet = (Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute), true);
    (void)quiet;
    return lock;
}

struct Blocks {
    Exiv2::ExifData exif;
    std::string xmp;
};

/// Tag 700 of the first directory, as it stands there; Exiv2 gives the packet only in parts.
std::string tiff_xmp(std::span<const std::uint8_t> bytes) {
    const bool big = bytes[0] == 'M';
    const auto number = [&](std::uint64_t at, int size) {
        std::uint64_t value = 0;
        for (int i = 0; i < size; ++i) {
            const std::uint64_t from = at + static_cast<std::uint64_t>(big ? i : size - 1 - i);
            value = value << 8 | (from < bytes.size() ? bytes[from] : 0u);
        }
        return value;
    };
    if (number(2, 2) != 42) return {};
    const std::uint64_t directory = number(4, 4), entries = number(directory, 2);
    for (std::uint64_t i = 0; i < entries; ++i) {
        const std::uint64_t entry = directory + 2 + 12 * i, count = number(entry + 4, 4), offset = number(entry + 8, 4);
        if (number(entry, 2) != 700 || count > most_bytes || offset > bytes.size() || count > bytes.size() - offset) continue;
        return {reinterpret_cast<const char*>(bytes.data()) + offset, static_cast<std::size_t>(count)};
    }
    return {};
}

/// Exiv2 throws for anything that it does not like.
Blocks read_blocks(std::span<const std::uint8_t> bytes) {
    Blocks blocks;
    const std::lock_guard hold(exiv2_lock());
    try {
        if (kind_of(bytes) == FileKind::avif) {
            const std::unique_ptr<avifDecoder, decltype(&avifDecoderDestroy)> decoder(avifDecoderCreate(), avifDecoderDestroy);
            decoder->strictFlags = AVIF_STRICT_DISABLED;
            if (avifDecoderSetIOMemory(decoder.get(), bytes.data(), bytes.size()) != AVIF_RESULT_OK || avifDecoderParse(decoder.get()) != AVIF_RESULT_OK) return blocks;
            const avifImage& image = *decoder->image;
            if (image.exif.size > 0 && image.exif.size < most_bytes) Exiv2::ExifParser::decode(blocks.exif, image.exif.data, image.exif.size);
            if (image.xmp.size < most_bytes) blocks.xmp.assign(reinterpret_cast<const char*>(image.xmp.data), image.xmp.size);
            return blocks;
        }
        const auto image = Exiv2::ImageFactory::open(bytes.data(), bytes.size());
        image->readMetadata();
        blocks.exif = image->exifData();
        blocks.xmp = kind_of(bytes) == FileKind::tiff ? tiff_xmp(bytes) : image->xmpPacket();
    } catch (const std::exception&) {
    }
    return blocks;
}

std::string value_of(const Exiv2::ExifData& exif, const char* key) {
    try {
        const auto found = exif.findKey(Exiv2::ExifKey(key));
        if (found == exif.end() || found->size() > most_bytes) return {};
        std::string text = found->toString();
        while (text.ends_with('\0')) text.pop_back();
        return valid_utf8(text);
    } catch (const std::exception&) {
        return {};
    }
}

/// Eight bytes name the encoding. "UNICODE" is UTF-16 in the file's byte order by the standard and big-endian as A1111
/// writes it: whichever gives fewer odd characters.
std::string user_comment(const Exiv2::ExifData& exif) {
    try {
        const auto found = exif.findKey(Exiv2::ExifKey("Exif.Photo.UserComment"));
        if (found == exif.end() || found->size() < 8 || found->size() > most_bytes) return {};
        std::string raw(found->size(), '\0');
        found->copy(reinterpret_cast<Exiv2::byte*>(raw.data()), Exiv2::bigEndian);
        const std::string_view name(raw.data(), 8);
        std::string body = raw.substr(8);
        if (name.starts_with("UNICODE")) {
            const auto decode = [&](bool big) {
                QString text;
                for (std::size_t i = 0; i + 1 < body.size(); i += 2) {
                    const auto first = static_cast<unsigned char>(body[i]), second = static_cast<unsigned char>(body[i + 1]);
                    text += QChar(big ? first << 8 | second : second << 8 | first);
                }
                return text;
            };
            const auto plain = [](const QString& text) { return std::ranges::count_if(text, [](QChar c) { return c.unicode() < 0x80; }); };
            const QString big = decode(true), little = decode(false);
            body = (plain(big) >= plain(little) ? big : little).toStdString();
        }
        while (body.ends_with('\0') || body.ends_with(' ')) body.pop_back();
        return valid_utf8(body);
    } catch (const std::exception&) {
        return {};
    }
}

/// haibao:Generation of an XMP packet, as an element or as an attribute.
std::string own_record(const std::string& xmp) {
    if (!xmp.contains(own_namespace)) return {};
    QXmlStreamReader reader(QString::fromStdString(xmp));
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) continue;
        if (reader.namespaceUri() == QLatin1String(own_namespace) && reader.name() == QLatin1String("Generation")) return reader.readElementText().toStdString();
        const auto value = reader.attributes().value(QLatin1String(own_namespace), QLatin1String("Generation"));
        if (!value.isEmpty()) return value.toString().toStdString();
    }
    return {};
}

}  // namespace

std::vector<PngText> embedded_texts(std::span<const std::uint8_t> bytes) {
    if (kind_of(bytes) == FileKind::png) {
        std::ispanstream stream(std::span(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
        auto info = read_png_info(stream, "picture");
        return info ? std::move(info->texts) : std::vector<PngText>();
    }
    const Blocks blocks = read_blocks(bytes);
    std::vector<PngText> texts;
    const auto put = [&texts](const char* keyword, std::string text) {
        if (!text.empty()) texts.push_back({keyword, std::move(text)});
    };
    put("haibao", own_record(blocks.xmp));
    put("parameters", user_comment(blocks.exif));
    put("Description", value_of(blocks.exif, "Exif.Image.ImageDescription"));
    for (const char* key : {"Exif.Image.Make", "Exif.Image.Model"}) {
        const std::string text = value_of(blocks.exif, key);
        for (const std::string_view word : {"workflow", "prompt"})
            if (text.starts_with(std::string(word) + ":")) put(word.data(), text.substr(word.size() + 1));
    }
    return texts;
}

int exif_orientation(std::span<const std::uint8_t> bytes) {
    const Blocks blocks = read_blocks(bytes);
    try {
        const auto found = blocks.exif.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
        return found == blocks.exif.end() ? 1 : static_cast<int>(found->toInt64());
    } catch (const std::exception&) {
        return 1;
    }
}

}  // namespace haibao::gallery
