// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/orientation.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <optional>

namespace haibao::typeset {
namespace {

using document::TateChuYoko;
using document::TextOrientation;

bool is_curly_quote(char32_t c) { return c == U'‘' || c == U'’' || c == U'“' || c == U'”'; }

/// Characters that UAX #50 lays down although Chinese and Japanese books set them upright.
bool is_tailored(char32_t c) { return is_curly_quote(c) || is_dash_or_ellipsis(c); }

/// Which tailored characters have CJK text beside them; what counts is the nearest character that is not the same mark again.
std::vector<bool> beside_cjk(std::span<const Grapheme> graphemes) {
    std::vector<bool> beside(graphemes.size());
    const auto look = [&](auto begin, auto end) {
        char32_t before = 0, other = 0;  // the last one, and the last one that differs from it
        for (auto g = begin; g != end; ++g) {
            if (g->base != before) other = before;
            before = g->base;
            if (is_tailored(before) && is_cjk(other)) beside[static_cast<std::size_t>(&*g - graphemes.data())] = true;
        }
    };
    look(graphemes.begin(), graphemes.end());
    look(graphemes.rbegin(), graphemes.rend());
    return beside;
}

/// What the font sets for `c` alone; 0 when that is not exactly one glyph.
hb_codepoint_t glyph_for(const Face& face, char32_t c, const QString& lang, hb_direction_t direction) {
    hb_buffer_t* buffer = hb_buffer_create();
    const std::uint32_t code = c;
    hb_buffer_add_utf32(buffer, &code, 1, 0, 1);
    hb_buffer_set_direction(buffer, direction);
    hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
    hb_buffer_set_language(buffer, hb_language_from_string(lang.toLatin1().constData(), -1));
    hb_shape(face.hb_font(), buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_codepoint_t glyph = count == 1 ? glyphs[0].codepoint : 0;
    hb_buffer_destroy(buffer);
    return glyph;
}

bool is_mark_pair(char32_t a, char32_t b) { return (a == '!' || a == '?') && (b == '!' || b == '?'); }

bool is_latin_letter(char32_t c) { return is_western_letter_or_digit(c) && !is_ascii_digit(c); }

/// May digits [begin, end) be a cell of their own? Not as a part of a number with separators or of a Latin name.
bool stands_alone(std::span<const Grapheme> g, int begin, int end) {
    const auto base = [&](int i) { return i >= 0 && i < static_cast<int>(g.size()) ? g[i].base : U'\0'; };
    const auto separator = [](char32_t c) { return c == '.' || c == ',' || c == ':' || c == '/' || c == '-'; };
    if (is_latin_letter(base(begin - 1)) || is_latin_letter(base(end))) return false;
    if (separator(base(begin - 1)) && is_ascii_digit(base(begin - 2))) return false;
    if (separator(base(end)) && is_ascii_digit(base(end + 1))) return false;
    // "iPhone 16" stays one name.
    return !(is_word_space(base(begin - 1)) && is_latin_letter(base(begin - 2))) && !(is_word_space(base(end)) && is_latin_letter(base(end + 1)));
}

}  // namespace

std::vector<bool> in_cjk_text(std::span<const Grapheme> graphemes) {
    std::vector<bool> inside = beside_cjk(graphemes);
    std::optional<int> open[2];
    for (int i = 0; i < static_cast<int>(graphemes.size()); ++i) {
        const char32_t c = graphemes[i].base;
        if (!is_curly_quote(c)) continue;
        auto& opened = open[c == U'“' || c == U'”'];
        if (c == U'“' || c == U'‘') {
            opened = i;
        } else if (opened) {
            if (inside[i] || inside[*opened]) inside[i] = inside[*opened] = true;
            opened.reset();
        }
    }
    return inside;
}

bool has_vertical_form(const Face& face, char32_t c, const QString& lang) {
    const hb_codepoint_t upright = glyph_for(face, c, lang, HB_DIRECTION_TTB);
    return upright && upright != glyph_for(face, c, lang, HB_DIRECTION_LTR);
}

void orient(std::span<Grapheme> graphemes, const Source& source) {
    if (!source.vertical()) return;
    const TextOrientation orientation = source.text.orientation;
    const std::vector<bool> cjk = in_cjk_text(graphemes);
    std::map<std::pair<const Face*, char32_t>, bool> vertical_forms;
    const auto turns = [&](const Grapheme& g) {
        const auto [known, fresh] = vertical_forms.try_emplace({g.face.get(), g.base});
        if (fresh) known->second = g.face && has_vertical_form(*g.face, g.base, source.lang(g.style));
        return known->second;
    };
    for (std::size_t i = 0; i < graphemes.size(); ++i) {
        Grapheme& g = graphemes[i];
        if (g.cell >= 0) {
            g.setting = Setting::combined;
            continue;
        }
        bool upright = orientation == TextOrientation::upright;
        if (orientation == TextOrientation::mixed) {
            switch (u_getIntPropertyValue(static_cast<UChar32>(g.base), UCHAR_VERTICAL_ORIENTATION)) {
                case U_VO_UPRIGHT:
                case U_VO_TRANSFORMED_UPRIGHT: upright = true; break;
                case U_VO_TRANSFORMED_ROTATED: upright = turns(g); break;
                default: upright = cjk[i] && turns(g);
            }
        }
        g.setting = upright ? Setting::upright : Setting::sideways;
    }
}

void find_cells(std::span<Grapheme> graphemes, const Source& source) {
    if (!source.vertical()) return;
    const int count = static_cast<int>(graphemes.size());
    int cell = 0;
    const auto combine = [&](int begin, int end) {
        for (int i = begin; i < end; ++i) graphemes[i].cell = cell;
        ++cell;
    };
    for (int i = 0; i < count;) {
        const Grapheme& g = graphemes[i];
        const document::TextStyle& style = source.style(g.style);
        int end = i + 1;
        if (style.tcy == TateChuYoko::all) {
            while (end < count && graphemes[end].style == g.style) ++end;
            combine(i, end);
        } else if (style.tcy == TateChuYoko::digits && is_ascii_digit(g.base)) {
            while (end < count && is_ascii_digit(graphemes[end].base)) ++end;
            const bool one_style = graphemes[end - 1].style == g.style;
            if (one_style && end - i <= std::clamp(style.tcy_digits, 2, 4) && stands_alone(graphemes, i, end)) combine(i, end);
        } else if (style.tcy == TateChuYoko::digits && i + 1 < count && is_mark_pair(g.base, graphemes[i + 1].base)) {
            while (end < count && is_mark_pair(g.base, graphemes[end].base)) ++end;
            if (end - i == 2 && graphemes[i + 1].style == g.style) combine(i, end);
        }
        i = end;
    }
}

}  // namespace haibao::typeset
