// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/coverage.h"

#include <algorithm>

#include "app/typeset/characters.h"
#include "app/typeset/font_ranking.h"

namespace haibao::typeset {
namespace {

using document::FontChoice;
using document::TextStyle;

bool needs_glyph(char32_t c) { return c >= U' ' && !is_default_ignorable(c) && !wants_emoji(std::u32string_view(&c, 1)); }

/// What one style sets its characters with.
struct Faces {
    std::shared_ptr<const Face> main, latin;
    std::vector<std::shared_ptr<const Face>> fallback;

    Faces(const TextStyle& style, const FontSet& fonts) : main(fonts.find(style.font)) {
        if (!style.latin_font.font.family.isEmpty()) latin = fonts.find(style.latin_font.font);
        for (const QString& family : style.fallback)
            if (auto face = fonts.find({.family = family, .face = style.font.face, .axes = {}, .file_hash = {}})) fallback.push_back(std::move(face));
    }
    bool have(char32_t c) const {
        const auto has = [c](const auto& face) { return face && face->covers(c); };
        return has(main) || has(latin) || std::ranges::any_of(fallback, has);
    }
};

void note(std::vector<Lack>& lacks, const TextStyle& style, bool installed, char32_t c) {
    auto lack = std::ranges::find(lacks, style.font.family, &Lack::family);
    if (lack == lacks.end()) lack = lacks.insert(lacks.end(), Lack{style.font.family, installed, {}, {}});
    if (lack->code_points.contains(c)) return;
    lack->code_points += c;
    lack->characters << QString::fromUcs4(&c, 1);
}

}  // namespace

std::vector<Lack> lacking(const document::Text& text, const FontSet& fonts) {
    std::vector<Lack> lacks;
    const auto look = [&](int begin, int end, const TextStyle& style) {
        if (begin >= end) return;
        const Faces faces(style, fonts);
        for (qsizetype at = begin; at < end;) {
            const char32_t c = code_at(text.text, at);
            at += code_units(c);
            if (needs_glyph(c) && !faces.have(c)) note(lacks, style, faces.main != nullptr, c);
        }
    };
    int at = 0;
    for (const document::Span& span : text.spans) {
        look(at, span.begin, text.style);
        look(span.begin, span.end, span.style);
        at = span.end;
    }
    look(at, int(text.text.size()), text.style);
    return lacks;
}

std::u32string characters_of(const document::Text& text) {
    std::u32string characters;
    for (qsizetype at = 0; at < text.text.size();) {
        const char32_t c = code_at(text.text, at);
        at += code_units(c);
        if (needs_glyph(c) && !characters.contains(c)) characters += c;
    }
    return characters;
}

}  // namespace haibao::typeset
