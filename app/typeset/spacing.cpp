// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/spacing.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace haibao::typeset {
namespace {

using document::TrimAdjacent;

constexpr double nothing = 1e-4;  // em

struct Alone {
    double offset = 0, advance = 0;        ///< em, along the line; both positive that way
    double ink_begin = 0, ink_end = 1;     ///< em from the beginning of the advance
};

/// One character as the font sets it by itself, with a feature or without.
Alone shaped_alone(const Face& face, char32_t c, bool vertical, const QString& lang, const char* feature) {
    hb_buffer_t* buffer = hb_buffer_create();
    const std::uint32_t code = c;
    hb_buffer_add_utf32(buffer, &code, 1, 0, 1);
    hb_buffer_set_direction(buffer, vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
    hb_buffer_set_language(buffer, hb_language_from_string(lang.toLatin1().constData(), -1));
    const hb_feature_t on{feature ? hb_tag_from_string(feature, 4) : HB_TAG_NONE, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(face.hb_font(), buffer, &on, feature ? 1 : 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
    Alone alone;
    if (count == 1) {
        const double em = face.units_per_em();
        alone.offset = (vertical ? -positions[0].y_offset : positions[0].x_offset) / em;
        alone.advance = (vertical ? -positions[0].y_advance : positions[0].x_advance) / em;
        hb_glyph_extents_t extents;
        if (hb_font_get_glyph_extents(face.hb_font(), infos[0].codepoint, &extents)) {
            alone.ink_begin = alone.offset + (vertical ? -extents.y_bearing : extents.x_bearing) / em;
            alone.ink_end = alone.ink_begin + (vertical ? -extents.height : extents.width) / em;
        }
    }
    hb_buffer_destroy(buffer);
    return alone;
}

/// What was measured of a font before, kept by thread. In a key a face stands by its number (its address may be used anew by another
/// one), and beside it the language, on which a font's forms hang. One such memory for each kind of key and measurement.
template <class Key, class Measure>
auto remembered(Key key, const Measure& measure) {
    thread_local std::map<Key, decltype(measure())> known;
    if (const auto found = known.find(key); found != known.end()) return found->second;
    if (known.size() > 4096) known.clear();
    return known[std::move(key)] = measure();
}

Half measured_half(const Face& face, char32_t c, Punct punct, bool vertical, const QString& lang) {
    const Alone full = shaped_alone(face, c, vertical, lang, nullptr);
    if (std::abs(full.advance - 1) > nothing) return {};
    const Alone half = shaped_alone(face, c, vertical, lang, vertical ? "vhal" : "halt");
    if (half.advance > 0.25 && half.advance < 1 - nothing) {
        const double start = std::max(0.0, full.offset - half.offset);
        return {start, std::max(0.0, full.advance - half.advance - start)};
    }
    const double begin = full.ink_begin, end = full.ink_end;
    if (punct == Punct::open && begin >= 0.5 - nothing) return {0.5, 0};
    if ((punct == Punct::close || punct == Punct::dot) && end <= 0.5 + nothing) return {0, 0.5};
    if (begin >= 0.25 && end <= 0.75) return {0.25, 0.25};
    return {};
}

/// Classes and blanks. A mark whose font has no half form for it, or gives it another width, is no punctuation here.
void classify(const Source& source, ShapedParagraph& paragraph) {
    int of_item = -1;
    QString lang;
    Region region = Region::other;
    for (Unit& unit : paragraph.units) {
        const Item& item = paragraph.items[unit.item];
        if (std::exchange(of_item, unit.item) != unit.item) lang = source.lang(item.style), region = punctuation_region(lang);
        const bool upright = item.setting == Setting::upright;
        if (unit.graphemes != 1 || !item.face || !item.trims || item.setting == Setting::combined || item.setting == Setting::sideways) continue;
        const Punct punct = punct_class(unit.first, region, upright);
        if (punct == Punct::none) continue;
        if (punct == Punct::space) {
            unit.punct = punct;
            continue;
        }
        const document::TextStyle& style = source.style(item.style);
        const double em = item.size * (upright ? style.scale_y : style.scale_x);
        if (std::abs(unit.advance - em) > nothing * em) continue;
        const Half half = half_form(*item.face, unit.first, punct, upright, lang);
        if (half.start + half.end < nothing) continue;
        unit.punct = half.start > nothing && half.end > nothing && punct != Punct::open ? Punct::middle : punct;
        unit.blank_start = half.start * em;
        unit.blank_end = half.end * em;
    }
}

struct Cut {
    bool end = false, next = false;  ///< of the left one, of the right one
};

Cut cut_between(const Unit& left, const Unit& right, TrimAdjacent mode) {
    const bool after = left.punct == Punct::close || left.punct == Punct::dot;
    if (right.punct == Punct::open && left.punct != Punct::none) {
        if (mode == TrimAdjacent::tight && after) return {true, true};
        // Of two sizes the smaller one gives way.
        if (after && left.size < right.size * (1 - nothing)) return {true, false};
        return {false, true};
    }
    if (after && (right.punct == Punct::close || right.punct == Punct::dot || right.punct == Punct::middle)) return {true, false};
    return {};
}

bool wants_autospace(const Source& source, const ShapedParagraph& paragraph, const Unit& left, const Unit& right) {
    if (left.combined || right.combined) return false;
    const auto lying = [&](const Unit& unit) { return paragraph.items[unit.item].setting != Setting::upright || !source.vertical(); };
    if (is_han_or_kana(left.last) && is_western_letter_or_digit(right.first)) return lying(right);
    return is_western_letter_or_digit(left.last) && is_han_or_kana(right.first) && lying(left);
}

bool is_unit_sign(char32_t c) {
    const int type = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK);
    return type == U_LB_POSTFIX_NUMERIC || type == U_LB_PREFIX_NUMERIC;
}

bool is_dash(char32_t c) { return c == U'—' || c == U'―' || c == U'⸺'; }

/// Two dashes are one stroke (CLREQ): no letter spacing parts them, nor the sides that a font without a glyph for both gives
/// each of them. What they must come nearer for that, em.
double seam(const Face& face, char32_t dash, bool vertical, const QString& lang) {
    return remembered(std::tuple{face.number(), dash, vertical, lang}, [&] {
        constexpr double overlap = 0.01;  // so that no light shines through where they meet
        const Alone alone = shaped_alone(face, dash, vertical, lang, nullptr);
        return alone.advance > 0 ? alone.advance - alone.ink_end + alone.ink_begin + overlap : 0.0;
    });
}

bool is_number(char32_t c) { return u_isdigit(static_cast<UChar32>(c)); }

/// —— …… , number with its unit, what connects and what is connected (typesetting-spec §12).
bool belong_together(const Unit& left, const Unit& right) {
    if (is_dash_or_ellipsis(left.last) && left.last == right.first) return true;
    if ((is_number(left.last) && (is_unit_sign(right.first) || is_number(right.first))) || (is_unit_sign(left.last) && is_number(right.first))) return true;
    return is_connector(left.last) || is_connector(right.first);
}

}  // namespace

Half half_form(const Face& face, char32_t c, Punct punct, bool vertical, const QString& lang) {
    // The class decides where there is no half form.
    return remembered(std::tuple{face.number(), c, punct, vertical, lang}, [&] { return measured_half(face, c, punct, vertical, lang); });
}

void set_spacing(const Source& source, ShapedParagraph& paragraph) {
    const document::Text& text = source.text;
    classify(source, paragraph);
    for (std::size_t i = 0; i + 1 < paragraph.units.size(); ++i) {
        Unit& left = paragraph.units[i];
        const Unit& right = paragraph.units[i + 1];
        const document::TextStyle& style = source.style(paragraph.items[left.item].style);
        const document::TextStyle& next = source.style(paragraph.items[right.item].style);
        if (left.kind != UnitKind::invisible) left.spacing = style.letter_spacing_em * left.size;
        if (text.autospace_em > 0 && wants_autospace(source, paragraph, left, right))
            left.autospace = text.autospace_em * (is_han_or_kana(left.last) ? left.size : right.size);
        if (text.punct_trim.adjacent != TrimAdjacent::off && style.baseline_shift_em == next.baseline_shift_em) {
            const Cut cut = cut_between(left, right, text.punct_trim.adjacent);
            if (cut.end) left.cut_end = left.blank_end;
            if (cut.next) left.cut_next = right.blank_start;
        }
        left.joined = belong_together(left, right);
        if (const Item& item = paragraph.items[left.item]; is_dash(left.last) && left.last == right.first && left.item == right.item && item.face) {
            const bool upright = item.setting == Setting::upright;
            left.spacing = -seam(*item.face, left.last, upright, source.lang(item.style)) * item.size * (upright ? style.scale_y : style.scale_x);
        }
    }
}

}  // namespace haibao::typeset
