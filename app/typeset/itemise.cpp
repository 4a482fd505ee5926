// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/itemise.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace haibao::typeset {
namespace {

/// Han and kana are one script here: fonts treat them alike, and a Japanese sentence is not cut at every change.
hb_script_t own_script(char32_t c) {
    const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
    return is_cjk(c) && script != HB_SCRIPT_HANGUL ? HB_SCRIPT_HAN : script;
}

bool is_shared(hb_script_t script) { return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN; }

/// Common characters take the script before them (at the start: after); a closing bracket that of its opening one.
void resolve_scripts(std::vector<Grapheme>& graphemes) {
    hb_script_t before = HB_SCRIPT_COMMON;
    for (const Grapheme& g : graphemes)
        if (!is_shared(g.script)) {
            before = g.script;
            break;
        }
    if (is_shared(before)) before = HB_SCRIPT_LATIN;
    std::vector<std::pair<char32_t, hb_script_t>> open;
    for (Grapheme& g : graphemes) {
        const bool shared = is_shared(g.script);
        if (shared) g.script = before;
        const int type = u_getIntPropertyValue(static_cast<UChar32>(g.base), UCHAR_BIDI_PAIRED_BRACKET_TYPE);
        if (shared && type == U_BPT_OPEN && open.size() < 64) open.emplace_back(u_getBidiPairedBracket(static_cast<UChar32>(g.base)), g.script);
        if (shared && type == U_BPT_CLOSE) {
            const auto match = std::find_if(open.rbegin(), open.rend(), [&](const auto& bracket) { return bracket.first == g.base; });
            if (match != open.rend()) {
                g.script = match->second;
                open.erase(std::prev(match.base()), open.end());
            }
        }
        before = g.script;
    }
}

/// Letters and ASCII digits are Western; other shared characters are so beside them, those that Chinese uses, too, only between.
void find_western(std::vector<Grapheme>& graphemes) {
    const auto letter = [](const Grapheme& g) { return is_western_letter_or_digit(g.base); };
    std::vector<bool> before_letter(graphemes.size());  // before the next CJK character
    bool follows = false;
    for (std::size_t i = graphemes.size(); i-- > 0;) {
        before_letter[i] = follows;
        graphemes[i].western = letter(graphemes[i]);
        if (graphemes[i].western) follows = true;
        else if (is_cjk(graphemes[i].base)) follows = false;
    }
    for (std::size_t i = 0; i < graphemes.size(); ++i) {
        Grapheme& g = graphemes[i];
        if (g.western || is_cjk(g.base) || is_han_or_kana(g.base)) continue;
        const bool before = i > 0 && graphemes[i - 1].western;
        g.western = g.base < 0x2000 ? before || before_letter[i] : before && before_letter[i];
    }
}

int style_at(const std::vector<document::Span>& spans, int at, std::size_t& hint) {
    while (hint < spans.size() && spans[hint].end <= at) ++hint;
    return hint < spans.size() && spans[hint].begin <= at ? static_cast<int>(hint) : -1;
}

std::u32string characters_of(const Grapheme& g, const Source& source) {
    std::u32string characters;
    for (int i = g.begin; i < g.end;) {
        const char32_t c = code_at(source.shown, i);
        characters += c;
        i += static_cast<int>(code_units(c));
    }
    return characters;
}

/// Latin fonts have dashes, ellipses and quotes, too: short, low and narrow ones. In CJK text they are those of its own font.
void choose_faces(std::vector<Grapheme>& graphemes, const Source& source, FaceChooser& faces) {
    const std::vector<bool> in_cjk = in_cjk_text(graphemes);
    const auto first = std::ranges::find_if(graphemes, [](const Grapheme& g) { return is_cjk(g.base); });
    const Grapheme* cjk = first == graphemes.end() ? nullptr : &*first;  // the last one; before the first, that
    for (std::size_t i = 0; i < graphemes.size(); ++i) {
        Grapheme& g = graphemes[i];
        if (is_cjk(g.base)) cjk = &g;
        const std::u32string beside = in_cjk[i] && cjk ? characters_of(*cjk, source) : std::u32string();
        const FaceChooser::Choice choice = faces.choose(g.style, characters_of(g, source), g.western, beside);
        g.face = choice.face;
        g.latin_font = choice.latin;
    }
}

bool same_item(const Grapheme& a, const Grapheme& b) {
    return a.style == b.style && a.face == b.face && a.script == b.script && a.setting == b.setting && a.cell == b.cell && a.latin_font == b.latin_font;
}

bool keeps_full_width(const QMap<QString, int>& features) {
    for (const char* tag : {"palt", "vpal", "pwid", "halt", "vhal", "hwid"})
        if (features.value(QLatin1String(tag))) return false;
    return true;
}

}  // namespace

std::vector<Grapheme> read_graphemes(const Source& source, int begin, int end, FaceChooser& faces) {
    std::vector<Grapheme> graphemes;
    std::size_t hint = 0;
    int at = begin;
    for (const int length : grapheme_ends(QStringView(source.shown).sliced(begin, end - begin))) {
        Grapheme g;
        g.begin = at;
        g.end = at = begin + length;
        g.base = code_at(source.shown, g.begin);
        g.style = style_at(source.text.spans, g.begin, hint);
        g.script = own_script(g.base);
        graphemes.push_back(std::move(g));
    }
    resolve_scripts(graphemes);
    find_western(graphemes);
    choose_faces(graphemes, source, faces);
    find_cells(graphemes, source);
    orient(graphemes, source);
    return graphemes;
}

std::vector<Item> itemise(std::span<const Grapheme> graphemes, const Source& source) {
    std::vector<Item> items;
    for (std::size_t i = 0; i < graphemes.size();) {
        const Grapheme& g = graphemes[i];
        const document::TextStyle& style = source.style(g.style);
        Item item{g.begin, g.end, g.style, g.face, g.script, g.setting, style.size, style.baseline_shift_em, keeps_full_width(style.features)};
        if (g.latin_font) {
            item.size *= style.latin_font.scale;
            item.shift_em += style.latin_font.baseline_shift_em;
        }
        while (++i < graphemes.size() && same_item(g, graphemes[i])) item.end = graphemes[i].end;
        items.push_back(std::move(item));
    }
    return items;
}

}  // namespace haibao::typeset
