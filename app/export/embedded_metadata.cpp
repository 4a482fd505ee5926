// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/embedded_metadata.h"

#include <QString>
#include <cmath>
#include <format>
#include <map>

namespace haibao {
namespace {

void append16(std::string& out, std::uint32_t value) { out += {static_cast<char>(value >> 8), static_cast<char>(value)}; }
void append32(std::string& out, std::uint32_t value) {
    append16(out, value >> 16);
    append16(out, value & 0xFFFF);
}

/// A TIFF structure of one level of tags, big-endian as A1111's pictures have it (TIFF 6.0 §2, Exif 2.32 §4.6).
class TagFolder {
public:
    void text(std::uint16_t tag, const std::string& value) {
        if (!value.empty()) entries_[tag] = {2, static_cast<std::uint32_t>(value.size() + 1), value + '\0'};
    }
    void bytes(std::uint16_t tag, const std::string& value) { entries_[tag] = {7, static_cast<std::uint32_t>(value.size()), value}; }
    void number(std::uint16_t tag, std::uint16_t value) {
        std::string content;
        append16(content, value);
        entries_[tag] = {3, 1, content};
    }
    void offset(std::uint16_t tag, std::uint32_t value) {
        std::string content;
        append32(content, value);
        entries_[tag] = {4, 1, content};
    }
    void fraction(std::uint16_t tag, double value) {
        std::string content;
        append32(content, static_cast<std::uint32_t>(std::lround(value * 1000)));
        append32(content, 1000);
        entries_[tag] = {5, 1, content};
    }
    bool empty() const { return entries_.empty(); }
    /// `start`: where the folder will stand in the structure.
    std::string write(std::uint32_t start) const {
        std::string head, values;
        append16(head, static_cast<std::uint32_t>(entries_.size()));
        const auto values_start = start + 2 + 12 * static_cast<std::uint32_t>(entries_.size()) + 4;
        for (const auto& [tag, entry] : entries_) {
            append16(head, tag);
            append16(head, entry.type);
            append32(head, entry.count);
            if (entry.content.size() <= 4) {
                head += entry.content + std::string(4 - entry.content.size(), '\0');
            } else {
                append32(head, values_start + static_cast<std::uint32_t>(values.size()));
                values += entry.content;
                if (values.size() % 2) values += '\0';
            }
        }
        append32(head, 0);
        return head + values;
    }

private:
    struct Entry {
        std::uint16_t type = 0;
        std::uint32_t count = 0;
        std::string content;
    };
    std::map<std::uint16_t, Entry> entries_;  // a folder's tags are in order
};

std::string utf16be(const std::string& utf8) {
    std::string out;
    for (const QChar unit : QString::fromStdString(utf8)) append16(out, unit.unicode());
    return out;
}

std::string exif_of(const PictureAbout& about, bool prompts, double dpi) {
    TagFolder picture, exif;
    picture.text(0x010E, about.description.empty() ? about.title : about.description);
    if (dpi > 0) {
        picture.fraction(0x011A, dpi);
        picture.fraction(0x011B, dpi);
        picture.number(0x0128, 2);  // inches
    }
    picture.text(0x0131, about.program);
    picture.text(0x013B, about.creator);
    picture.text(0x8298, about.rights);
    exif.bytes(0x9000, "0232");
    if (prompts && !about.parameters.empty()) exif.bytes(0x9286, std::string("UNICODE\0", 8) + utf16be(about.parameters));
    constexpr std::uint16_t exif_pointer = 0x8769;
    picture.offset(exif_pointer, 0);
    const auto exif_start = 8 + static_cast<std::uint32_t>(picture.write(8).size());
    picture.offset(exif_pointer, exif_start);
    std::string out = "MM";
    append16(out, 42);
    append32(out, 8);
    return out + picture.write(8) + exif.write(exif_start);
}

/// Escaped for XML; what XML 1.0 cannot hold becomes U+FFFD.
std::string xml(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else if (byte < 0x20) out += c == '\n' ? "&#10;" : c == '\t' ? "&#9;" : c == '\r' ? "&#13;" : "\uFFFD";
        else out += c;
    }
    return out;
}

std::string xmp_of(const PictureAbout& about, bool prompts) {
    std::string body;
    const auto plain = [&](const char* name, const std::string& value) {
        if (!value.empty()) body += std::format("<{0}>{1}</{0}>", name, xml(value));
    };
    const auto list = [&](const char* name, const char* kind, const std::vector<std::string>& values, const char* attribute = "") {
        std::string items;
        for (const std::string& value : values)
            if (!value.empty()) items += std::format("<rdf:li{}>{}</rdf:li>", attribute, xml(value));
        if (!items.empty()) body += std::format("<{0}><rdf:{1}>{2}</rdf:{1}></{0}>", name, kind, items);
    };
    constexpr const char* any_language = " xml:lang=\"x-default\"";
    list("dc:title", "Alt", {about.title}, any_language);
    list("dc:description", "Alt", {about.description}, any_language);
    list("dc:creator", "Seq", {about.creator});
    list("dc:rights", "Alt", {about.rights}, any_language);
    list("dc:subject", "Bag", about.subjects);
    plain("xmp:CreatorTool", about.program);
    plain("xmp:CreateDate", about.created);
    plain("photoshop:Credit", about.credit);
    list("xmpRights:UsageTerms", "Alt", {about.usage_terms}, any_language);
    if (about.source != DigitalSource::unsaid)
        plain("Iptc4xmpExt:DigitalSourceType", std::string("http://cv.iptc.org/newscodes/digitalsourcetype/") +
                                                   (about.source == DigitalSource::trained_model ? "trainedAlgorithmicMedia"
                                                                                                 : "compositeWithTrainedAlgorithmicMedia"));
    if (prompts) plain("haibao:Generation", about.record);
    if (body.empty()) return {};
    return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
           "xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\" xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" "
           "xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\" xmlns:haibao=\"urn:haibao:metadata:1\">" +
           body + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";
}

/// At most `most` bytes, not cut inside a character.
std::string cut_utf8(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

std::string iptc_of(const PictureAbout& about) {
    std::string out;
    const auto record = [&](int number, int set, const std::string& value, std::size_t most) {
        if (value.empty()) return;
        const std::string content = cut_utf8(value, most);
        out += {0x1C, static_cast<char>(number), static_cast<char>(set)};
        append16(out, static_cast<std::uint32_t>(content.size()));
        out += content;
    };
    // Lengths are those of IIM 4.2.
    record(2, 5, about.title, 64);
    for (const std::string& subject : about.subjects) record(2, 25, subject, 64);
    record(2, 80, about.creator, 32);
    record(2, 110, about.credit, 32);
    record(2, 116, about.rights, 128);
    record(2, 120, about.description, 2000);
    if (out.empty()) return out;
    const std::string records = std::exchange(out, {});
    record(1, 90, "\x1B%G", 3);  // UTF-8
    return out + records;
}

}  // namespace

EmbeddedMetadata embed(const PictureAbout& about, KeepMetadata keep, double dpi) {
    EmbeddedMetadata out;
    if (keep == KeepMetadata::none) return out;
    const bool prompts = keep == KeepMetadata::full;
    const auto text = [&](const char* keyword, const std::string& value) {
        if (!value.empty()) out.png_texts.push_back({keyword, value});
    };
    if (prompts) {
        text("parameters", about.parameters);
        text("haibao", about.record);
    }
    text("Title", about.title);
    text("Author", about.creator);
    text("Description", about.description);
    text("Copyright", about.rights);
    text("Software", about.program);
    // A PNG has the record in its own key; twice would be waste.
    text("XML:com.adobe.xmp", xmp_of(about, false));
    out.exif = exif_of(about, prompts, dpi);
    out.xmp = xmp_of(about, prompts);
    out.iptc = iptc_of(about);
    return out;
}

}  // namespace haibao
