// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt/prompt_edit.h"

#include <QContextMenuEvent>
#include <QImage>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QSyntaxHighlighter>
#include <QTextDocument>
#include <QUrl>
#include <utility>

#include "app/proof/spelling/spelling.h"
#include "ui/prompt/title_lines.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

/// What may be misspelled in the titles, in positions of the whole text.
std::vector<spelling::Remark> remarks_on(const QString& text, const std::vector<TitleSpan>& titles) {
    std::vector<spelling::Remark> all;
    for (const TitleSpan& title : titles) {
        const int at = int(title.inner.begin_utf16);
        for (spelling::Remark& remark : spelling::speller().check(text.sliced(at, qsizetype(title.inner.end_utf16) - at))) {
            remark.begin += at;
            remark.end += at;
            all.push_back(std::move(remark));
        }
    }
    return all;
}

/// Colours what stands in quotation marks, and underlines what may be misspelled there. Marks may span lines, so the whole text is asked and each block takes its part.
class QuoteHighlighter : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString& line) override {
        QTextCharFormat format;
        format.setBackground(tones().quoted);
        format.setFontWeight(QFont::DemiBold);
        const qsizetype start = currentBlock().position(), end = start + line.size();
        look();
        bool open = false;
        for (const TitleSpan& span : titles_) {
            const auto from = std::max<qsizetype>(qsizetype(span.outer.begin_utf16), start);
            const auto to = std::min<qsizetype>(qsizetype(span.outer.end_utf16), end);
            if (from < to) setFormat(int(from - start), int(to - from), format);
            open |= qsizetype(span.outer.begin_utf16) <= end && qsizetype(span.outer.end_utf16) > end;
        }
        format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
        format.setUnderlineColor(tones().error);
        for (const spelling::Remark& remark : remarks_) {
            const auto from = std::max<qsizetype>(remark.begin, start), to = std::min<qsizetype>(remark.end, end);
            if (from < to) setFormat(int(from - start), int(to - from), format);
        }
        setCurrentBlockState(open ? 1 : 0);  // a change of state has the next line looked at again
    }

private:
    /// Found once per change, not once per line. A whole new text begins at the first line, with the same revision as the old one.
    void look() {
        const bool same = std::exchange(revision_, document()->revision()) == document()->revision();
        if (same && currentBlock().blockNumber() > 0) return;
        const QString text = document()->toPlainText();
        titles_ = titles_in(text);
        remarks_ = remarks_on(text, titles_);
    }

    std::vector<TitleSpan> titles_;
    std::vector<spelling::Remark> remarks_;
    int revision_ = -1;
};

}  // namespace

PromptEdit::PromptEdit(QWidget* parent) : QPlainTextEdit(parent) {
    auto* text = new QTextDocument(this);
    text->setDefaultFont(font());
    text->setDocumentLayout(new TitleLines(text));
    setDocument(text);
    new QuoteHighlighter(text);
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

PromptEdit::Suggestions PromptEdit::suggestions_at(int position) const {
    const QString text = toPlainText();
    for (const spelling::Remark& remark : remarks_on(text, titles_in(text))) {
        if (position < remark.begin || position > remark.end) continue;
        const QString word = text.sliced(remark.begin, remark.end - remark.begin);
        return {remark.begin, remark.end, remark.suggestions.isEmpty() ? spelling::speller().suggestions(word) : remark.suggestions};
    }
    return {};
}

void PromptEdit::contextMenuEvent(QContextMenuEvent* event) {
    const std::unique_ptr<QMenu> menu(createStandardContextMenu(event->pos()));
    const Suggestions found = suggestions_at(cursorForPosition(event->pos()).position());
    if (found.end > found.begin) {
        QAction* first = menu->actions().value(0);
        const auto put = [&](QAction* action) { menu->insertAction(first, action); };
        for (const QString& word : found.words) {
            auto* action = new QAction(word, menu.get());
            connect(action, &QAction::triggered, this, [this, found, word] {
                QTextCursor cursor(document());
                cursor.setPosition(found.begin);
                cursor.setPosition(found.end, QTextCursor::KeepAnchor);
                cursor.insertText(word);
            });
            put(action);
        }
        if (found.words.isEmpty()) {
            auto* none = new QAction(tr("No suggestions"), menu.get());
            none->setEnabled(false);
            put(none);
        }
        menu->insertSeparator(first);
    }
    menu->exec(event->globalPos());
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
