// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/font_ranking.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace haibao::typeset {
namespace {

/// Longer words first: "demibold" must not be read as "bold".
constexpr std::array<std::pair<const char*, int>, 26> weights{{
    {"extralight", 200}, {"ultralight", 200}, {"demilight", 350}, {"semilight", 350}, {"extrabold", 800}, {"ultrabold", 800},
    {"extrablack", 950}, {"ultrablack", 950}, {"hairline", 100},  {"semibold", 600},  {"demibold", 600},  {"regular", 400},
    {"medium", 500},     {"normal", 400},     {"roman", 400},     {"light", 300},     {"heavy", 900},     {"black", 900},
    {"thin", 100},       {"book", 380},       {"bold", 700},      {"demi", 600},      {"粗体", 700},      {"黑", 900},
    {"细", 300},         {"中", 500},
}};
constexpr std::array<std::pair<const char*, int>, 8> widths{{
    {"ultracondensed", 50}, {"extracondensed", 62}, {"semicondensed", 87}, {"condensed", 75}, {"narrow", 75},
    {"ultraexpanded", 200}, {"semiexpanded", 112},  {"expanded", 125},
}};

template <std::size_t N>
int look_up(const QString& text, const std::array<std::pair<const char*, int>, N>& words, int otherwise) {
    for (const auto& [word, value] : words)
        if (text.contains(QString::fromUtf8(word))) return value;
    return otherwise;
}

}  // namespace

QString folded(const QString& name) {
    QString text = name.toCaseFolded();
    text.removeIf([](QChar c) { return c.isSpace() || c == '-' || c == '_'; });
    return text;
}

FaceTraits traits_of_style(const QString& style) {
    const QString text = folded(style);
    FaceTraits traits;
    traits.weight = look_up(text, weights, 400);
    traits.width = look_up(text, widths, 100);
    traits.slanted = text.contains("italic") || text.contains("oblique") || text.contains("kursiv");
    return traits;
}

bool sounds_like_serif(const QString& family) {
    const QString text = family.toCaseFolded();
    if (text.contains("sans") || text.contains(u"黑体") || text.contains(u"ゴシック")) return false;
    static const QStringList words{"serif", "song",  "ming",   "mincho",   "batang",   "myungjo", "roman", "times", "garamond", "georgia", "bodoni",
                                   "baskerville", "caslon", "palatino", "schoolbook", "bookman", "fangsong", "kai", "宋", "明", "楷", "c059", "p052"};
    return std::ranges::any_of(words, [&](const QString& word) { return text.contains(word); });
}

double distance(const FaceTraits& a, const FaceTraits& b) {
    const bool wrong_way = a.weight >= 500 ? b.weight < a.weight : b.weight > a.weight;  // between two as near, as in CSS
    return 0.1 * wrong_way + 1500.0 * (a.serif != b.serif) + 700.0 * (a.monospace != b.monospace) + 600.0 * (a.slanted != b.slanted) +
           std::abs(a.weight - b.weight) + 3.0 * std::abs(a.width - b.width);
}

QString region_of(const QString& lang) {
    const QStringList parts = lang.toLower().replace('_', '-').split('-');
    const auto has = [&](const char* part) { return parts.contains(QLatin1String(part)); };
    if (parts.first() == "ja") return "JP";
    if (parts.first() == "ko") return "KR";
    if (parts.first() != "zh" && parts.first() != "yue") return {};
    if (has("hk") || has("mo") || parts.first() == "yue") return "HK";
    return has("hant") || has("tw") ? QStringLiteral("TC") : QStringLiteral("SC");
}

double distance_from_default(const QString& family, const QString& lang, bool han) {
    QString region = region_of(lang);
    if (region.isEmpty() && han) region = "SC";
    const bool pan_cjk = family.contains("CJK") || family.startsWith("Source Han");
    if (!region.isEmpty()) {
        if (pan_cjk && family.endsWith(' ' + region)) return 0;
        return pan_cjk ? 20'000 : 10'000;  // another region's forms look wrong
    }
    if (family == "Noto Sans" || family == "Noto Serif") return 0;
    return family.startsWith("Noto ") && !pan_cjk ? 5'000 : 10'000;
}

bool wants_emoji(std::u32string_view characters) {
    if (characters.contains(U'\uFE0E')) return false;
    return characters.contains(U'\uFE0F') || std::ranges::any_of(characters, [](char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EMOJI_PRESENTATION); });
}

bool has_han_or_kana(std::u32string_view characters) {
    return std::ranges::any_of(characters, [](char32_t c) {
        const UChar32 character = static_cast<UChar32>(c);
        return uscript_hasScript(character, USCRIPT_HAN) || uscript_hasScript(character, USCRIPT_HIRAGANA) || uscript_hasScript(character, USCRIPT_KATAKANA);
    });
}

bool is_ignorable(char32_t character) { return u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_DEFAULT_IGNORABLE_CODE_POINT); }

}  // namespace haibao::typeset
