// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt/title_lines.h"

#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <utility>

namespace haibao::ui {

std::vector<TitleSpan> titles_in(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    return title_spans({bytes.data(), std::size_t(bytes.size())});
}

const std::vector<TitleSpan>& TitleLines::titles() const {
    if (std::exchange(revision_, document()->revision()) != document()->revision()) titles_ = titles_in(document()->toPlainText());
    return titles_;
}

int TitleLines::earlier_end(const QTextBlock& block, int begin, int end, double width) const {
    QFont marked = document()->defaultFont();
    marked.setWeight(QFont::DemiBold);  // as they are highlighted
    const QString text = block.text();
    for (const TitleSpan& title : titles()) {
        const int from = int(title.outer.begin_utf16) - block.position(), to = int(title.outer.end_utf16) - block.position();
        if (from <= begin || from >= end || to <= end || to > text.size()) continue;
        // What closes it, and what stands behind that, hangs on it.
        const int follower = to < text.size() && text[to].isPunct() ? to + 1 : to;
        if (QFontMetricsF(marked).horizontalAdvance(text.mid(from, follower - from)) > width) continue;
        return text[from - 1].category() == QChar::Punctuation_Open ? -1 : from;
    }
    return -1;
}

bool TitleLines::divides_a_title(const QTextBlock& block) const {
    const QTextLayout& lines = *block.layout();
    for (int i = 0; i + 1 < lines.lineCount(); ++i) {
        const QTextLine line = lines.lineAt(i);
        if (earlier_end(block, line.textStart(), line.textStart() + line.textLength(), line.width()) >= 0) return true;
    }
    return false;
}

/// As Qt does it, but for the lines that would divide a title: these end before it, which the rules of Unicode 15 that Qt follows
/// allow for no quotation mark.
void TitleLines::lay_out(const QTextBlock& block) const {
    QTextLayout& lines = *block.layout();
    const double width = lines.lineAt(0).width(), margin = document()->documentMargin();
    const QTextOption usual = document()->defaultTextOption();
    QTextOption anywhere = usual;
    anywhere.setWrapMode(QTextOption::WrapAnywhere);
    double height = 0;
    lines.beginLayout();
    for (QTextLine line = lines.createLine(); line.isValid(); line = lines.createLine()) {
        line.setLeadingIncluded(true);
        line.setLineWidth(width);
        if (const int end = earlier_end(block, line.textStart(), line.textStart() + line.textLength(), width); end >= 0) {
            const double shorter = line.cursorToX(end) - line.x();
            lines.setTextOption(anywhere);
            line.setLineWidth(shorter + 0.01);
            lines.setTextOption(usual);
        }
        line.setPosition(QPointF(margin, height));
        height += line.height();
        if (line.leading() < 0) height += qCeil(line.leading());
    }
    lines.endLayout();
    const int before = document()->lineCount();
    QTextBlock(block).setLineCount(block.isVisible() ? lines.lineCount() : 0);
    if (document()->lineCount() != before) emit const_cast<TitleLines*>(this)->documentSizeChanged(documentSize());
}

QRectF TitleLines::blockBoundingRect(const QTextBlock& block) const {
    const QRectF usual = QPlainTextDocumentLayout::blockBoundingRect(block);
    // While something is composed the lines hold letters that the text does not.
    if (!block.isValid() || !block.layout()->preeditAreaText().isEmpty() || !divides_a_title(block)) return usual;
    lay_out(block);
    return QPlainTextDocumentLayout::blockBoundingRect(block);
}

}  // namespace haibao::ui
