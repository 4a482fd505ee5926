// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt/prompt_edit.h"

#include <QImage>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QSyntaxHighlighter>
#include <QTextDocument>
#include <QUrl>
#include <utility>

#include "inference/text/quotes.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

/// Colours what stands in quotation marks. Marks may span lines, so the whole text is asked and each block takes its part.
class QuoteHighlighter : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString& line) override {
        QTextCharFormat format;
        format.setBackground(tones().quoted);
        format.setFontWeight(QFont::DemiBold);
        const qsizetype start = currentBlock().position(), end = start + line.size();
        bool open = false;
        for (const TitleSpan& span : spans()) {
            const auto from = std::max<qsizetype>(qsizetype(span.outer.begin_utf16), start);
            const auto to = std::min<qsizetype>(qsizetype(span.outer.end_utf16), end);
            if (from < to) setFormat(int(from - start), int(to - from), format);
            open |= qsizetype(span.outer.begin_utf16) <= end && qsizetype(span.outer.end_utf16) > end;
        }
        setCurrentBlockState(open ? 1 : 0);  // a change of state has the next line looked at again
    }

private:
    /// Found once per change, not once per line.
    const std::vector<TitleSpan>& spans() {
        if (std::exchange(revision_, document()->revision()) != document()->revision()) {
            const QByteArray text = document()->toPlainText().toUtf8();
            spans_ = title_spans({text.data(), std::size_t(text.size())});
        }
        return spans_;
    }

    std::vector<TitleSpan> spans_;
    int revision_ = -1;
};

}  // namespace

PromptEdit::PromptEdit(QWidget* parent) : QPlainTextEdit(parent) {
    new QuoteHighlighter(document());
    setTabChangesFocus(true);
    setPlaceholderText(tr("What should the poster show? Put words that must be read in quotes: “…”"));
    setAccessibleName(tr("Prompt"));
    document()->setDocumentMargin(8);
}

QSize PromptEdit::sizeHint() const { return {280, fontMetrics().lineSpacing() * 7 + 20}; }

void PromptEdit::quote_selection() {
    QTextCursor cursor = textCursor();
    const QString selected = cursor.selectedText();
    cursor.insertText("“" + selected + "”");
    if (selected.isEmpty()) cursor.movePosition(QTextCursor::Left);
    setTextCursor(cursor);
    setFocus();
}

void PromptEdit::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier) {
        if (!composing()) emit submitted();
        event->accept();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void PromptEdit::inputMethodEvent(QInputMethodEvent* event) {
    preedit_ = event->preeditString();
    QPlainTextEdit::inputMethodEvent(event);
}

bool PromptEdit::canInsertFromMimeData(const QMimeData* source) const {
    return source->hasImage() || source->hasUrls() || QPlainTextEdit::canInsertFromMimeData(source);
}

void PromptEdit::insertFromMimeData(const QMimeData* source) {
    QStringList files;
    for (const QUrl& url : source->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    if (!files.isEmpty()) emit pictures_dropped(files);
    else if (source->hasImage()) emit picture_pasted(qvariant_cast<QImage>(source->imageData()));
    else insertPlainText(source->text());
}

}  // namespace haibao::ui
