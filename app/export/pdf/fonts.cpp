// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/fonts.h"

#include <hb-ot.h>

#include <QCryptographicHash>
#include <algorithm>
#include <cmath>
#include <format>

#include "app/export/pdf/blank_font.h"
#include "app/export/pdf/objects.h"
#include "app/export/pdf/subset.h"

namespace haibao::pdf {
namespace {

constexpr double thousand = 1000;

/// Widths as a PDF rounds them; what is computed with must be what is written.
double rounded(double em) { return std::round(em * 1e6) / 1e6; }

std::string key_hash(const QString& text) { return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toStdString(); }

/// "ABCDEF+": the same for the same glyphs.
std::string subset_tag(const QString& seed) {
    const std::string hash = key_hash(seed);
    std::string tag;
    for (int i = 0; i < 6; ++i) tag += static_cast<char>('A' + static_cast<std::uint8_t>(hash[static_cast<std::size_t>(i)]) % 26);
    return tag + '+';
}

QString plain_name(const QString& postscript_name) {
    QString name;
    for (QChar c : postscript_name)
        if (c > QChar(' ') && c < QChar(127) && !QString("[](){}<>/%#").contains(c)) name += c;
    return name.isEmpty() ? QStringLiteral("Font") : name;
}

int table_number(hb_face_t* face, hb_tag_t tag, unsigned offset, int bytes) {
    hb_blob_t* blob = hb_face_reference_table(face, tag);
    unsigned length = 0;
    const auto* data = reinterpret_cast<const std::uint8_t*>(hb_blob_get_data(blob, &length));
    int value = 0;
    if (offset + static_cast<unsigned>(bytes) <= length) {
        value = static_cast<std::int8_t>(data[offset]);
        for (int i = 1; i < bytes; ++i) value = value * 256 + data[offset + static_cast<unsigned>(i)];
    }
    hb_blob_destroy(blob);
    return value;
}

}  // namespace

Font::Font(QPDF& pdf, std::shared_ptr<const typeset::Face> face, std::vector<std::uint16_t> cids)
    : pdf_(&pdf), face_(std::move(face)), cids_(std::move(cids)), cff_(face_ && program_of(*face_) == FontProgram::cff) {
    if (face_) codes_[0] = 0;  // .notdef is always there
}

QString Font::base_name() const { return face_ ? plain_name(face_->postscript_name()) : QStringLiteral("HaibaoInvisible"); }

Font::Metrics& Font::measured(std::uint16_t value, hb_codepoint_t glyph) {
    const auto [place, is_new] = metrics_.try_emplace(value);
    if (is_new && face_) {
        const double em = face_->units_per_em();
        hb_position_t x = 0, y = 0;
        hb_font_get_glyph_v_origin(face_->hb_font(), glyph, &x, &y);
        place->second = {rounded(hb_font_get_glyph_h_advance(face_->hb_font(), glyph) / em), rounded(hb_font_get_glyph_v_advance(face_->hb_font(), glyph) / em), {rounded(x / em), rounded(y / em)}};
    }
    return place->second;
}

Font::Code Font::code(hb_codepoint_t glyph, const QString& text) {
    const auto [place, is_new] = codes_.try_emplace(glyph, 0);
    if (is_new && cids_.empty()) place->second = static_cast<std::uint16_t>(codes_.size() - 1);
    else if (is_new && glyph < cids_.size()) place->second = cids_[glyph];
    const std::uint16_t value = place->second;
    measured(value, glyph);
    if (text.isEmpty()) return {value, false};
    const auto [known, first] = texts_.try_emplace(value, text);
    return {value, first || known->second == text};
}

std::uint16_t Font::blank(const QString& text, double advance, bool vertical) {
    const int units = static_cast<int>(std::lround(std::clamp(std::abs(advance), 0.0, 30.0) * thousand));
    const auto [place, is_new] = blanks_.try_emplace({text, {units, vertical}}, static_cast<std::uint16_t>(std::min<std::size_t>(blanks_.size() + 1, 0xffff)));
    if (is_new) {
        texts_[place->second] = text;
        metrics_[place->second] = {units / thousand, -units / thousand, {units / thousand / 2, 0.88}};
    }
    return place->second;
}

double Font::advance(std::uint16_t value, bool vertical) const {
    const Metrics& metrics = metrics_.at(value);
    return vertical ? metrics.vertical : metrics.horizontal;
}
QPointF Font::vertical_origin(std::uint16_t value) const { return metrics_.at(value).origin; }

const QPDFObjectHandle& Font::object(bool vertical) {
    QPDFObjectHandle& place = vertical ? vertical_ : horizontal_;
    if (!place.isInitialized()) place = pdf_->makeIndirectObject(QPDFObjectHandle::newDictionary());
    return place;
}

Result<std::string> Font::program() {
    if (!face_) {
        std::vector<std::uint16_t> advances{0};
        for (const auto& [value, metrics] : metrics_) advances.push_back(static_cast<std::uint16_t>(std::lround(metrics.horizontal * thousand)));
        return blank_truetype(advances);
    }
    auto numbers = codes_;  // in order of use
    if (!cids_.empty())     // the CIDs stay whatever the numbers are
        for (std::uint16_t number = 0; auto& [glyph, value] : numbers) value = number++;
    auto bytes = subset(*face_, cff_ ? FontProgram::cff : FontProgram::truetype, numbers);
    if (!bytes) return fail(ErrorKind::internal, "The font {} could not be put into the PDF.", face_->file().filename().string());
    return std::move(*bytes);
}

Result<void> Font::finish() {
    auto bytes = program();
    if (!bytes) return pass_on(bytes);
    QString seed = base_name();
    for (const auto& [value, text] : texts_) seed += QString::number(value) + text;
    if (face_)
        for (const auto& [tag, value] : face_->axes().asKeyValueRange()) seed += tag + QString::number(value);
    const std::string base = '/' + subset_tag(seed) + base_name().toStdString();
    const std::string length = cff_ ? "/Subtype /CIDFontType0C" : std::format("/Length1 {}", bytes->size());
    const auto file = stream(*pdf_, std::move(*bytes), length);
    const auto description = indirect(*pdf_, descriptor(base, cff_ ? "/FontFile3" : "/FontFile2", file));
    const auto descendant = indirect(*pdf_, std::format("<< /Type /Font /Subtype {} /BaseFont {} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                                                        "/FontDescriptor {} {}{} >>",
                                                        cff_ ? "/CIDFontType0" : "/CIDFontType2", base, reference(description), widths(), cff_ ? "" : " /CIDToGIDMap /Identity"));
    const auto unicode = stream(*pdf_, to_unicode(), "");
    for (const bool vertical : {false, true}) {
        const QPDFObjectHandle& place = vertical ? vertical_ : horizontal_;
        if (!place.isInitialized()) continue;
        const std::string encoding = vertical ? "Identity-V" : "Identity-H";
        pdf_->replaceObject(place.getObjGen(), QPDFObjectHandle::parse(pdf_, std::format("<< /Type /Font /Subtype /Type0 /BaseFont {}{} /Encoding /{} /DescendantFonts [ {} ] /ToUnicode {} >>", base,
                                                                                        cff_ ? '-' + encoding : "", encoding, reference(descendant), reference(unicode))));
    }
    return {};
}

std::string Font::descriptor(const std::string& name, const std::string& program_key, const QPDFObjectHandle& program) const {
    constexpr int symbolic = 4;
    if (!face_)
        return std::format("<< /Type /FontDescriptor /FontName {} /Flags {} /FontBBox [ 0 -200 1000 800 ] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 {} {} >>", name, symbolic,
                           program_key, reference(program));
    hb_face_t* face = face_->hb_face();
    const double scale = thousand / face_->units_per_em();
    const auto head = [&](unsigned offset) { return table_number(face, HB_TAG('h', 'e', 'a', 'd'), offset, 2) * scale; };
    const double cap_height = table_number(face, HB_TAG('O', 'S', '/', '2'), 88, 2) * scale;
    const int weight = table_number(face, HB_TAG('O', 'S', '/', '2'), 4, 2);
    const double angle = table_number(face, HB_TAG('p', 'o', 's', 't'), 4, 4) / 65536.0;
    const int flags = symbolic | (table_number(face, HB_TAG('p', 'o', 's', 't'), 12, 4) != 0 ? 1 : 0) | (angle != 0 ? 64 : 0);
    return std::format("<< /Type /FontDescriptor /FontName {} /Flags {} /FontBBox [ {} ] /ItalicAngle {} /Ascent {} /Descent {} /CapHeight {} /StemV {} {} {} >>", name, flags,
                       numbers({head(36), head(38), head(40), head(42)}, 0), number(angle, 2), number(face_->ascender() * thousand, 0), number(face_->descender() * thousand, 0),
                       number(cap_height > 0 ? cap_height : 700, 0), number(50 + std::pow(std::clamp(weight, 100, 1000) / 65.0, 2), 0), program_key, reference(program));
}

/// /DW /W and, with columns, /DW2 /W2.
std::string Font::widths() const {
    std::string horizontal, vertical;
    for (const auto& [value, metrics] : metrics_) {
        if (metrics.horizontal != 1) horizontal += std::format("{} [ {} ] ", value, number(metrics.horizontal * thousand));
        if (metrics.vertical != -1 || metrics.origin != QPointF(metrics.horizontal / 2, 0.88))
            vertical += std::format("{} [ {} ] ", value, numbers({metrics.vertical * thousand, metrics.origin.x() * thousand, metrics.origin.y() * thousand}));
    }
    std::string source = "/DW 1000 /W [ " + horizontal + "]";
    if (vertical_.isInitialized()) source += " /DW2 [ 880 -1000 ] /W2 [ " + vertical + "]";
    return source;
}

std::string Font::to_unicode() const {
    std::string map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    auto text = texts_.begin();
    for (std::size_t left = texts_.size(); left > 0;) {
        const std::size_t block = std::min<std::size_t>(left, 100);
        map += std::format("{} beginbfchar\n", block);
        for (std::size_t i = 0; i < block; ++i, ++text) map += std::format("<{:04X}> <{}>\n", text->first, utf16_hex(text->second));
        map += "endbfchar\n";
        left -= block;
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

Font* Fonts::of(const std::shared_ptr<const typeset::Face>& face) {
    QString key = QString::fromStdString(face->file().string()) + QChar(0) + QString::number(face->index());
    for (const auto& [tag, value] : face->axes().asKeyValueRange()) key += tag + QString::number(value);
    const auto known = fonts_.find(key);
    if (known != fonts_.end()) return known->second.get();
    auto& font = fonts_[key];
    // A trial with one glyph: at the end it would be too late to paint outlines instead.
    if (face->may_embed() && !face->is_colour() && subset(*face, program_of(*face), {{hb_codepoint_t{1}, std::uint16_t{1}}}))
        font = std::make_unique<Font>(*pdf_, face, cids_of(*face));
    else if (!face->is_colour())
        outlined_ += face->postscript_name();
    return font.get();
}

Font& Fonts::blank() {
    if (!blank_) blank_ = std::make_unique<Font>(*pdf_, nullptr, std::vector<std::uint16_t>{});
    return *blank_;
}

Result<void> Fonts::finish() {
    for (auto& [key, font] : fonts_)
        if (font)
            if (auto done = font->finish(); !done) return done;
    return blank_ ? blank_->finish() : Result<void>{};
}

QStringList Fonts::names() const {
    QStringList all;
    for (const auto& [key, font] : fonts_)
        if (font) all += font->base_name();
    all.sort();
    return all;
}

}  // namespace haibao::pdf
