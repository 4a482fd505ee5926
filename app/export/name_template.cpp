// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/name_template.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <QStringList>
#include <QTextBoundaryFinder>
#include <algorithm>
#include <memory>

namespace haibao {
namespace {

/// A component may have 255 bytes; the rest is room for the temporary suffix and for "_2" (atomic_file.h).
constexpr qsizetype most_component_bytes = 220;
/// What counts as an extension, with its dot.
constexpr qsizetype most_extension_bytes = 12;

enum class Argument { none, zeros, length, format, name };

struct TokenKind {
    const char* name;
    Argument argument;
};
constexpr TokenKind tokens[] = {
    {"doc", Argument::none},    {"title", Argument::length}, {"page", Argument::zeros},  {"n", Argument::zeros},
    {"total", Argument::zeros}, {"preset", Argument::none},  {"fmt", Argument::none},    {"w", Argument::none},
    {"h", Argument::none},      {"size", Argument::none},    {"mm_w", Argument::none},   {"mm_h", Argument::none},
    {"dpi", Argument::none},    {"date", Argument::format},  {"time", Argument::format}, {"seed", Argument::zeros},
    {"prompt", Argument::length}, {"model", Argument::none}, {"lang", Argument::none},   {"hash8", Argument::none},
    {"layer", Argument::name},  {"col", Argument::name},     {"row", Argument::zeros},
};

std::unexpected<Error> wrong(qsizetype position, const QString& what) {
    return fail(ErrorKind::invalid_input, "The name template is wrong at character {}: {}.", position + 1, what.toStdString());
}

bool is_length(const QString& text) {
    bool ok = false;
    const int length = text.toInt(&ok);
    return ok && length > 0 && length <= 1000;
}

bool argument_fits(Argument kind, const QString& argument) {
    switch (kind) {
        case Argument::none: return argument.isEmpty();
        case Argument::zeros: return argument.count('0') == argument.size() && argument.size() <= 20;
        case Argument::length: return argument.isEmpty() || is_length(argument);
        case Argument::format: return true;
        case Argument::name: return !argument.isEmpty();
    }
    return false;
}

/// At most `length` characters as people count them.
QString cut_graphemes(const QString& text, int length) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (int i = 0; i < length; ++i)
        if (finder.toNextBoundary() < 0) return text;
    return text.left(finder.position()).trimmed();
}

/// The longest beginning that has at most `bytes` bytes in UTF-8 and ends at a grapheme's edge.
QString cut_bytes(const QString& text, qsizetype bytes) {
    if (text.toUtf8().size() <= bytes) return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0, used = 0;
    for (qsizetype next; (next = finder.toNextBoundary()) >= 0; end = next) {
        used += text.mid(end, next - end).toUtf8().size();
        if (used > bytes) break;
    }
    return text.left(end).trimmed();
}

QString slug(const QString& text) {
    QString out;
    for (const char32_t c : text.toUcs4()) {
        if (QChar::isLetterOrNumber(c) || QChar::isMark(c)) out += QChar::fromUcs4(QChar::toLower(c));
        else if (!out.isEmpty() && !out.endsWith('-')) out += '-';
    }
    if (out.endsWith('-')) out.chop(1);
    return out;
}

/// Every script in plain Latin letters: 海报 → hai bao. What has no reading is dropped.
QString ascii(const QString& text) {
    UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<icu::Transliterator> to_latin(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    icu::UnicodeString latin(reinterpret_cast<const char16_t*>(text.utf16()), static_cast<int32_t>(text.size()));
    if (to_latin) to_latin->transliterate(latin);
    QString out;
    for (int32_t i = 0; i < latin.length(); ++i)
        if (latin[i] < 0x80) out += QChar(latin[i]);
    return out.simplified();
}

/// A value inside a name: no folders, no control characters, nothing that hides the file.
QString safe_value(const QString& value) {
    QString out;
    for (const QChar c : value.simplified().normalized(QString::NormalizationForm_C)) {
        if (c == '/') out += '-';
        else if (c.category() != QChar::Other_Control && c != QChar::Null) out += c;
    }
    while (out.startsWith('.')) out.remove(0, 1);
    while (out.endsWith('.') || out.endsWith(' ')) out.chop(1);
    return out.trimmed();
}

QString windows_safe(QString component) {
    for (QChar& c : component)
        if (QStringLiteral("<>:\"\\|?*").contains(c)) c = '-';
    while (component.endsWith('.') || component.endsWith(' ')) component.chop(1);
    static const QStringList reserved{"CON",  "PRN",  "AUX",  "NUL",  "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7",
                                      "COM8", "COM9", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9"};
    const QString stem = component.section('.', 0, 0);
    if (reserved.contains(stem.toUpper())) component.insert(stem.size(), '_');
    return component;
}

qsizetype extension_start(const QString& component) {
    const qsizetype dot = component.lastIndexOf('.');
    const bool is_extension = dot >= 0 && component.mid(dot).toUtf8().size() <= most_extension_bytes && !component.mid(dot).contains(' ');
    return is_extension ? dot : component.size();
}

}  // namespace

Result<NameTemplate::Part> NameTemplate::parse_token(const QString& body, qsizetype position) {
    QStringList pieces = body.split('|');
    const QString head = pieces.takeFirst();
    Part part;
    part.token = head.section(':', 0, 0);
    part.argument = head.section(':', 1);
    const auto kind = std::ranges::find_if(tokens, [&](const TokenKind& known) { return part.token == QLatin1String(known.name); });
    if (kind == std::end(tokens)) return wrong(position, QString("there is no {%1}").arg(part.token));
    if (!argument_fits(kind->argument, part.argument))
        return wrong(position, QString("{%1} cannot take “%2”").arg(part.token, part.argument));
    for (const QString& piece : pieces) {
        Filter filter{piece.section(':', 0, 0), piece.section(':', 1)};
        const bool plain = filter.name == "lower" || filter.name == "upper" || filter.name == "slug" || filter.name == "ascii";
        const bool known = (plain && filter.argument.isEmpty()) || (filter.name == "trim" && is_length(filter.argument)) ||
                           filter.name == "default";
        if (!known) return wrong(position, QString("there is no filter |%1").arg(piece));
        part.filters.push_back(std::move(filter));
    }
    return part;
}

Result<NameTemplate> NameTemplate::parse(const QString& text) {
    NameTemplate name;
    QString literal;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if ((c == '{' || c == '}') && i + 1 < text.size() && text[i + 1] == c) {
            literal += c;
            ++i;
        } else if (c == '}') {
            return wrong(i, "a } without its {; write }} for the sign itself");
        } else if (c == '{') {
            const qsizetype end = text.indexOf('}', i);
            if (end < 0) return wrong(i, "this { has no }; write {{ for the sign itself");
            auto part = parse_token(text.mid(i + 1, end - i - 1), i);
            if (!part) return pass_on(part);
            if (!literal.isEmpty()) name.parts_.push_back({std::exchange(literal, {}), {}, {}, {}});
            name.parts_.push_back(std::move(*part));
            i = end;
        } else if (c.category() == QChar::Other_Control) {
            return wrong(i, "a control character");
        } else {
            literal += c;
        }
    }
    if (!literal.isEmpty()) name.parts_.push_back({literal, {}, {}, {}});
    if (name.parts_.empty()) return wrong(0, "it is empty");
    if (text.startsWith('/')) return wrong(0, "it must stay inside the target folder");
    for (const QString& component : text.split('/'))
        if (component == "..") return wrong(text.indexOf(".."), "it must stay inside the target folder");
    if (text.endsWith('/')) return wrong(text.size() - 1, "it names a folder, not a file");
    return name;
}

bool NameTemplate::uses(const QString& token) const {
    return std::ranges::any_of(parts_, [&](const Part& part) { return part.token == token; });
}

QString NameTemplate::value_of(const Part& part, const NameValues& values) {
    QString text;
    if (const auto value = values(part.token, part.argument)) {
        if (const auto* plain = std::get_if<QString>(&*value)) {
            text = *plain;
            if (part.token != "col" && part.token != "layer" && !part.argument.isEmpty()) text = cut_graphemes(text.simplified(), part.argument.toInt());
        } else if (const auto* number = std::get_if<qint64>(&*value)) {
            text = QString("%1").arg(*number, static_cast<int>(part.argument.size()), 10, QChar('0'));
        } else {
            const QString usual = part.token == "time" ? "HHmmss" : "yyyyMMdd";
            text = std::get<QDateTime>(*value).toString(part.argument.isEmpty() ? usual : part.argument);
        }
    }
    for (const Filter& filter : part.filters) {
        if (filter.name == "lower") text = text.toLower();
        else if (filter.name == "upper") text = text.toUpper();
        else if (filter.name == "slug") text = slug(text);
        else if (filter.name == "ascii") text = ascii(text);
        else if (filter.name == "trim") text = cut_graphemes(text.simplified(), filter.argument.toInt());
        else if (text.trimmed().isEmpty()) text = filter.argument;
    }
    return safe_value(text);
}

Result<std::filesystem::path> NameTemplate::expand(const NameValues& values, NameRules rules) const {
    QString whole;
    for (const Part& part : parts_) whole += part.token.isEmpty() ? part.literal : value_of(part, values);
    QStringList components;
    for (QString component : whole.split('/')) {
        if (rules == NameRules::windows_safe) component = windows_safe(component);
        const qsizetype dot = extension_start(component);
        const QString stem = component.left(dot), extension = component.mid(dot);
        if (stem.trimmed().isEmpty() || component == "." || component == "..")
            return fail(ErrorKind::invalid_input, "The name template gives an empty name here (“{}”); add text or |default:….", whole.toStdString());
        components << cut_bytes(stem, most_component_bytes - extension.toUtf8().size()) + extension;
    }
    return std::filesystem::path(components.join('/').toStdString());
}

}  // namespace haibao
