// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/faces.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "app/typeset/characters.h"
#include "app/typeset/font_files.h"
#include "app/typeset/font_ranking.h"

namespace haibao::typeset {
namespace {

constexpr int most_named = 40;  // characters in one message

/// "海 U+6D77"
QString described(char32_t c) {
    const QString code = QStringLiteral("U+%1").arg(static_cast<uint>(c), 4, 16, QChar('0')).toUpper();
    return u_isgraph(static_cast<UChar32>(c)) ? QString::fromUcs4(&c, 1) + ' ' + code : code;
}

}  // namespace

bool covers_all(const Face& face, std::u32string_view characters) {
    return std::ranges::all_of(characters, [&](char32_t c) { return face.covers(c) || is_default_ignorable(c); });
}

FaceChooser::FaceChooser(const document::Text& text, const FontSet& fonts) : text_(text), fonts_(fonts), styles_(text.spans.size() + 1) {}

const document::TextStyle& FaceChooser::style_of(int style) const { return style < 0 ? text_.style : text_.spans[style].style; }

QString FaceChooser::lang_of(int style) const {
    const QString& own = style_of(style).lang;
    return own.isEmpty() ? text_.lang : own;
}

FaceChooser::StyleFaces& FaceChooser::faces_of(int style) {
    auto& kept = styles_[style + 1];
    if (kept) return *kept;
    kept = std::make_unique<StyleFaces>();
    const document::TextStyle& wanted = style_of(style);
    const auto find = [&](const document::FontChoice& choice) {
        auto face = fonts_.find(choice);
        if (!face) missing_fonts_.insert(choice.family);
        else if (!face->may_embed()) locked_fonts_.insert(face->family());
        if (face && !choice.file_hash.isEmpty())
            if (const QString hash = hash_of_font_file(face->file()); !hash.isEmpty() && hash.compare(choice.file_hash, Qt::CaseInsensitive) != 0) changed_fonts_.insert(choice.family);
        return face;
    };
    kept->wanted = wanted.font.family;
    kept->main = find(wanted.font);
    if (!wanted.latin_font.font.family.isEmpty()) kept->latin = find(wanted.latin_font.font);
    for (const QString& family : wanted.fallback) {
        document::FontChoice choice{.family = family, .face = wanted.font.face, .axes = {}, .file_hash = {}};
        if (auto face = fonts_.find(choice)) kept->fallback.push_back(std::move(face));
    }
    if (!kept->main) kept->main = fonts_.covering(U"一", lang_of(style), wanted.font);
    if (!kept->main) kept->main = fonts_.covering(U"A", lang_of(style), wanted.font);
    return *kept;
}

std::shared_ptr<const Face> FaceChooser::main_face(int style) { return faces_of(style).main; }

std::shared_ptr<const Face> FaceChooser::emoji_face() {
    if (!asked_emoji_) emoji_ = fonts_.find({.family = QStringLiteral("Noto Color Emoji"), .face = {}, .axes = {}, .file_hash = {}});
    asked_emoji_ = true;
    return emoji_;
}

/// Asks the font set, once per style and cluster; the face used last is tried first, so that a foreign word stays in one font.
std::shared_ptr<const Face> FaceChooser::other_face(int style, std::u32string_view characters) {
    const auto key = std::make_pair(style, std::u32string(characters));
    if (const auto known = others_.find(key); known != others_.end()) return known->second;
    std::u32string shown;
    std::ranges::copy_if(characters, std::back_inserter(shown), [](char32_t c) { return !is_default_ignorable(c); });
    auto face = fonts_.covering(shown, lang_of(style), style_of(style).font);
    return others_[key] = std::move(face);
}

FaceChooser::Choice FaceChooser::choose(int style, std::u32string_view characters, bool western, std::u32string_view beside) {
    StyleFaces& faces = faces_of(style);
    if (wants_emoji(characters)) {
        for (const auto& face : faces.fallback)
            if (face->is_colour() && covers_all(*face, characters)) return {face, false};
        if (const auto emoji = emoji_face(); emoji && covers_all(*emoji, characters)) return {emoji, false};
    }
    if (western && faces.latin && covers_all(*faces.latin, characters)) return {faces.latin, true};
    const bool is_cjk_font = faces.main && faces.main->covers(U'一');  // then a rare character from elsewhere takes nothing with it
    if (!beside.empty() && !is_cjk_font)
        if (Choice same = choose(style, beside, false); same.face && covers_all(*same.face, characters)) return same;
    if (faces.main && covers_all(*faces.main, characters)) return {faces.main, false};
    for (const auto& face : faces.fallback)
        if (covers_all(*face, characters)) return {face, false};
    if (auto face = other_face(style, characters)) {
        ++fallbacks_[face->family()];
        if (!face->may_embed()) locked_fonts_.insert(face->family());
        return {face, false};
    }
    // The mark may be what no font has: the letter is still better than a box.
    if (characters.size() > 1 && faces.main && faces.main->covers(characters[0])) {
        characters.remove_prefix(1);
    }
    Missing& missing = missing_[faces.wanted];
    for (const char32_t c : characters)
        if (!is_default_ignorable(c) && !(faces.main && faces.main->covers(c)) && missing.known.insert(c).second) missing.characters.push_back(c);
    return {faces.main, false};
}

void FaceChooser::note_missing_of(const FaceChooser& other) {
    for (const auto& [family, theirs] : other.missing_) {
        Missing& missing = missing_[family];
        for (const char32_t c : theirs.characters)
            if (missing.known.insert(c).second) missing.characters.push_back(c);
    }
}

std::vector<Warning> FaceChooser::warnings() const {
    std::vector<Warning> warnings;
    for (const QString& family : missing_fonts_)
        warnings.push_back({WarningKind::missing_font, QStringLiteral("The font \"%1\" is not installed; another one stands in for it. Install it or choose another font.").arg(family), {}, family, {}});
    for (const QString& family : changed_fonts_)
        warnings.push_back({WarningKind::changed_font, QStringLiteral("The font \"%1\" is not the same file that this text was last set with; check its lines.").arg(family), {}, family, {}});
    for (const auto& [family, missing] : missing_) {
        Warning warning{WarningKind::missing_glyphs, {}, {}, family, {}};
        QStringList named;
        for (const char32_t c : missing.characters) {
            warning.characters.append(QString::fromUcs4(&c, 1));
            if (named.size() < most_named) named.append(described(c));
        }
        const std::u32string all(missing.characters.begin(), missing.characters.end());
        warning.available_in = fonts_.families_covering(all, text_.lang);
        if (missing.characters.size() > most_named) named << QStringLiteral("…");
        const QString in = warning.available_in.mid(0, 8).join(QStringLiteral(", "));
        warning.message = !in.isEmpty()      ? QStringLiteral("The font \"%1\" has no %2; it is in: %3.").arg(family, named.join(QStringLiteral(", ")), in)
                          : all.size() == 1 ? QStringLiteral("The font \"%1\" has no %2, nor has any other installed font.").arg(family, named.front())
                                            : QStringLiteral("The font \"%1\" has no %2, and no installed font has all of them.").arg(family, named.join(QStringLiteral(", ")));
        warnings.push_back(std::move(warning));
    }
    for (const QString& family : locked_fonts_)
        warnings.push_back({WarningKind::no_embedding, QStringLiteral("The font \"%1\" may not be embedded: in a PDF its letters become outlines.").arg(family), {}, family, {}});
    for (const auto& [family, count] : fallbacks_)
        warnings.push_back({WarningKind::fallback_used, count == 1 ? QStringLiteral("One character is from the font “%1”.").arg(family) : QStringLiteral("%1 characters are from the font “%2”.").arg(count).arg(family), {}, family, {}});
    return warnings;
}

}  // namespace haibao::typeset
