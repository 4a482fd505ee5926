// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/sentences.h"

#include <QFile>
#include <QLocale>
#include <QXmlStreamReader>
#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <mutex>
#include <optional>

#include "app/core/decimals.h"

namespace haibao {
namespace {

constexpr int deepest = 3;           ///< sentences in the places of sentences
constexpr std::size_t longest = 4096;  ///< bytes; what is longer is no sentence of ours
constexpr std::size_t lightest = 6;  ///< a format of less text would fit anything

using Piece = Sentences::Piece;

enum class Places { braces, percents };  ///< std::format's {} or QString's %1

Places places_in(std::string_view format) {
    for (std::size_t i = format.find('%'); i != std::string_view::npos && i + 1 < format.size(); i = format.find('%', i + 1))
        if (format[i + 1] >= '1' && format[i + 1] <= '9') return Places::percents;
    return Places::braces;
}

/// Splits at {}, {0}, {:.1f}, where {{ and }} are braces; or at %1.
std::vector<Piece> pieces_of(std::string_view format, Places kind) {
    std::vector<Piece> pieces(1);
    int next = 0;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char sign = format[i];
        if (kind == Places::percents) {
            if (sign == '%' && i + 1 < format.size() && format[i + 1] >= '1' && format[i + 1] <= '9') {
                pieces.back().place = format[++i] - '1';
                pieces.emplace_back();
            } else {
                pieces.back().literal += sign;
            }
        } else if ((sign == '{' || sign == '}') && i + 1 < format.size() && format[i + 1] == sign) {
            pieces.back().literal += sign;
            ++i;
        } else if (sign == '{' && format.find('}', i) != std::string_view::npos) {
            const std::size_t end = std::min(format.find('}', i), format.size() - 1);
            int place = next;
            std::from_chars(format.data() + i + 1, format.data() + end, place);
            pieces.back().place = place;
            pieces.emplace_back();
            ++next;
            i = end;
        } else {
            pieces.back().literal += sign;
        }
    }
    return pieces;
}

/// What stands in the places, each as short as possible.
std::optional<std::vector<std::string_view>> values_in(std::string_view text, const std::vector<std::string>& literals) {
    const std::string& last = literals.back();
    if (!text.starts_with(literals.front())) return std::nullopt;
    if (literals.size() == 1) return text == last ? std::optional(std::vector<std::string_view>()) : std::nullopt;
    std::size_t at = literals.front().size();
    if (text.size() < at + last.size() || !text.ends_with(last)) return std::nullopt;
    const std::size_t end = text.size() - last.size();
    std::vector<std::string_view> values;
    for (std::size_t i = 1; i + 1 < literals.size(); ++i) {
        const std::size_t found = text.substr(0, end).find(literals[i], at);
        if (found == std::string_view::npos) return std::nullopt;
        values.push_back(text.substr(at, found - at));
        at = found + literals[i].size();
    }
    values.push_back(text.substr(at, end - at));
    return values;
}

}  // namespace

Sentences Sentences::from_ts(const QByteArray& ts) {
    Sentences sentences;
    QXmlStreamReader xml(ts);
    std::string source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"source") source = xml.readElementText().toStdString();
        if (xml.name() != u"translation") continue;
        const bool unfinished = xml.attributes().value("type") == u"unfinished";
        const std::string translation = xml.readElementText().toStdString();
        if (unfinished || translation.empty()) continue;
        const Places kind = places_in(source);
        Format format{{}, {}, pieces_of(translation, kind), 0};
        for (Piece& piece : pieces_of(source, kind)) {
            format.weight += piece.literal.size();
            format.literals.push_back(std::move(piece.literal));
            if (piece.place >= 0) format.places.push_back(piece.place);
        }
        if (format.weight >= lightest) sentences.formats_.push_back(std::move(format));
    }
    std::ranges::stable_sort(sentences.formats_, std::greater(), &Format::weight);
    return sentences;
}

const Sentences& Sentences::of_user() {
    static std::mutex mutex;
    static std::map<QString, Sentences> known;  // a window can change its language
    const std::scoped_lock lock(mutex);
    const auto [at, is_new] = known.try_emplace(QLocale().name());
    if (!is_new || QLocale().language() == QLocale::C) return at->second;
    for (QString language : QLocale().uiLanguages()) {
        if (language.section('-', 0, 0) == u"en") break;
        QFile file(":/i18n/haibao_errors_" + language.replace('-', '_') + ".ts");
        if (!file.open(QIODevice::ReadOnly)) continue;
        at->second = from_ts(file.readAll());
        break;
    }
    return at->second;
}

bool Sentences::put_together(const Format& format, std::string_view english, int depth, std::string& out) const {
    const auto values = values_in(english, format.literals);
    if (!values) return false;
    std::string text;
    for (const Piece& piece : format.translation) {
        text += piece.literal;
        const auto place = std::ranges::find(format.places, piece.place);
        if (place == format.places.end()) continue;
        const std::string_view value = (*values)[static_cast<std::size_t>(place - format.places.begin())];
        const bool quoted = text.ends_with("“") || text.ends_with('"');  // somebody's words, not a number of ours
        text += !quoted && is_measure(value) ? decimal(value) : depth < deepest ? translate(value, depth + 1) : std::string(value);
    }
    out += text;
    return true;
}

bool Sentences::translate_whole(std::string_view english, int depth, std::string& out) const {
    return std::ranges::any_of(formats_, [&](const Format& format) { return format.weight <= english.size() && put_together(format, english, depth, out); });
}

std::string Sentences::translate(const std::string& english) const { return translate(english, 0); }

std::string Sentences::translate(std::string_view rest, int depth) const {
    std::string out;
    while (!rest.empty() && rest.size() <= longest && !empty()) {
        if (translate_whole(rest, depth, out)) return out;
        // One sentence of several: the first that is known ends here.
        std::size_t end = rest.find(". ");
        std::string first;
        while (end != std::string_view::npos && !translate_whole(rest.substr(0, end + 1), depth, first)) end = rest.find(". ", end + 1);
        if (end == std::string_view::npos) break;
        out += first + (first.ends_with("。") ? "" : " ");
        rest.remove_prefix(end + 2);
    }
    // A path, and why not: a reason is known without what stands before it.
    if (const std::size_t colon = rest.rfind(": "); colon != std::string_view::npos && rest.size() <= longest)
        if (std::string reason; translate_whole(rest.substr(colon + 2), depth, reason)) return out + std::string(rest.substr(0, colon + 2)) + reason;
    return out + std::string(rest);
}

}  // namespace haibao
