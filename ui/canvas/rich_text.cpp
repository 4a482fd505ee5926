// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/rich_text.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextFragment>
#include <algorithm>
#include <map>

#include "app/document/json.h"
#include "app/typeset/font_set.h"
#include "ui/style/colour_button.h"

namespace haibao::ui {
namespace {

using document::Span;
using document::Text;
using document::TextStyle;

constexpr const char* own_type = "application/x-haibao-text+json";
constexpr double usual_slant = 12;  // degrees, of an artificial italic

/// A part of a text as a text of its own.
Text part_of(const Text& text, int begin, int end) {
    Text part;
    part.text = text.text.mid(begin, end - begin);
    part.style = text.style;
    for (const Span& span : text.spans) {
        const int from = std::max(span.begin, begin), to = std::min(span.end, end);
        if (from < to) part.spans.push_back({from - begin, to - begin, span.style});
    }
    return part;
}

bool is_bold(const QString& face) { return face.contains("Bold") || face.contains("Black") || face.contains("Heavy"); }

QString css_of(const TextStyle& style) {
    QStringList css{QString("font-family:'%1'").arg(QString(style.font.family).remove('\'')), QString("font-size:%1pt").arg(style.size)};
    if (is_bold(style.font.face)) css << "font-weight:bold";
    if (style.skew != 0) css << "font-style:italic";
    QStringList lines;
    if (style.underline) lines << "underline";
    if (style.strike) lines << "line-through";
    if (!lines.isEmpty()) css << "text-decoration:" + lines.join(' ');
    if (!style.fills.empty())
        if (const auto* colour = std::get_if<document::Colour>(&style.fills.front().paint)) css << "color:" + to_qcolor(*colour).name();
    return css.join(';');
}

QString html_of(const Text& text) {
    QString html = "<html><body><p style=\"white-space:pre-wrap\">";
    const auto add = [&](int begin, int end, const TextStyle& style) {
        if (begin < end) html += QString("<span style=\"%1\">%2</span>").arg(css_of(style), text.text.mid(begin, end - begin).toHtmlEscaped().replace('\n', "<br>"));
    };
    int at = 0;
    for (const Span& span : text.spans) {
        add(at, span.begin, text.style);
        add(span.begin, span.end, span.style);
        at = span.end;
    }
    add(at, int(text.text.size()), text.style);
    return html + "</p></body></html>";
}

/// Every stretch with the style it had, spans or not.
PastedText with_spans(const Text& text, const TextStyle& into) {
    PastedText pasted{text.text, {}};
    const auto add = [&](int begin, int end, const TextStyle& style) {
        if (begin < end && !(style == into)) pasted.spans.push_back({begin, end, style});
    };
    int at = 0;
    for (const Span& span : text.spans) {
        add(at, span.begin, text.style);
        add(span.begin, span.end, span.style);
        at = span.end;
    }
    add(at, int(text.text.size()), text.style);
    return pasted;
}

std::optional<PastedText> from_own(const QByteArray& bytes, const TextStyle& into) {
    auto json = document::parse_json_object(bytes, "clipboard");
    auto text = json ? document::text_from_json(*json) : pass_on(json);
    if (!text) return {};
    return with_spans(*text, into);
}

double points_of(const QTextCharFormat& format) {
    const QFont font = format.font();
    if (format.hasProperty(QTextFormat::FontPointSize) || format.hasProperty(QTextFormat::FontPixelSize))
        return font.pointSizeF() > 0 ? font.pointSizeF() : font.pixelSize() * 0.75;
    return 0;
}

/// The size that most characters have: what "as large as the text" means.
double usual_points(const QTextDocument& document) {
    std::map<double, int> counts;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto it = block.begin(); !it.atEnd(); ++it) counts[points_of(it.fragment().charFormat())] += it.fragment().length();
    if (counts.empty()) return 0;
    return std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; })->first;
}

TextStyle style_of(const QTextCharFormat& format, const TextStyle& into, double usual) {
    TextStyle style = into;
    if (format.fontWeight() >= QFont::DemiBold && !is_bold(style.font.face)) style.font.face = QStringLiteral("Bold");
    if (format.fontItalic()) style.skew = usual_slant;
    style.underline |= format.fontUnderline();
    style.strike |= format.fontStrikeOut();
    if (const double points = points_of(format); points > 0 && usual > 0) style.size = into.size * points / usual;
    if (format.foreground().style() == Qt::SolidPattern) {
        if (style.fills.empty()) style.fills.emplace_back();
        style.fills.front().paint = from_qcolor(format.foreground().color());
    }
    for (const QString& family : format.fontFamilies().toStringList()) {
        document::FontChoice choice{.family = family, .face = style.font.face, .axes = {}, .file_hash = {}};
        if (!typeset::FontSet::system()->find(choice)) continue;
        style.font = choice;
        break;
    }
    return style;
}

PastedText from_html(const QString& html, const TextStyle& into) {
    QTextDocument document;
    document.setHtml(html);
    const double usual = usual_points(document);
    PastedText pasted;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block != document.begin()) pasted.text += '\n';
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            QString words = fragment.text();
            words.remove(QChar::ObjectReplacementCharacter);  // a picture
            const int begin = int(pasted.text.size());
            pasted.text += words.replace(QChar::LineSeparator, '\n').replace(QChar::Nbsp, ' ');
            const TextStyle style = style_of(fragment.charFormat(), into, usual);
            if (!(style == into) && begin < pasted.text.size()) pasted.spans.push_back({begin, int(pasted.text.size()), style});
        }
    }
    return pasted;
}

}  // namespace

std::unique_ptr<QMimeData> mime_of(const Text& text, int begin, int end) {
    const Text part = part_of(text, begin, end);
    auto mime = std::make_unique<QMimeData>();
    mime->setText(part.text);
    mime->setHtml(html_of(part));
    mime->setData(own_type, document::json_text(document::to_json(part)));
    return mime;
}

std::optional<PastedText> pasted_text(const QMimeData& mime, const TextStyle& into) {
    if (mime.hasFormat(own_type))
        if (auto own = from_own(mime.data(own_type), into)) return own;
    if (mime.hasHtml()) return from_html(mime.html(), into);
    if (mime.hasText()) return PastedText{plain_text(mime.text()), {}};
    return {};
}

QString plain_text(QString text) { return text.replace("\r\n", "\n").replace('\r', '\n'); }

}  // namespace haibao::ui
