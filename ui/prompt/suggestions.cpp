// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt/suggestions.h"

#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/generate/model_words.h"
#include "ui/style/flow_layout.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

constexpr int most_chips = 9;

/// What stands before the cursor and is not finished: the letters since the last space or mark.
QString half_written(const QPlainTextEdit& prompt) {
    const QTextCursor cursor = prompt.textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    static const QRegularExpression last("[\\p{L}-]+$");
    return last.match(before).captured();
}

/// One letter says little, one character a lot.
bool completes(const QString& half, const QString& word) {
    return half.size() >= (generate::is_chinese(half) ? 1 : 2) && word.startsWith(half, Qt::CaseInsensitive);
}

}  // namespace

Suggestions::Suggestions(QPlainTextEdit* prompt, QWidget* parent) : QWidget(parent), prompt_(prompt) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small_gap);
    auto* label = new QLabel(tr("This model knows, among others:"));
    label->setForegroundRole(roles::faint_text);
    layout->addWidget(label);
    chips_ = new QWidget;
    new FlowLayout(chips_, metrics::small_gap);
    layout->addWidget(chips_);
    unknown_ = new QLabel;
    unknown_->setForegroundRole(roles::faint_text);
    unknown_->setWordWrap(true);
    unknown_->hide();
    layout->addWidget(unknown_);
    connect(prompt_, &QPlainTextEdit::textChanged, this, &Suggestions::refresh);
    connect(prompt_, &QPlainTextEdit::cursorPositionChanged, this, &Suggestions::refresh);
    hide();
}

void Suggestions::set_words(const QStringList& words) {
    words_ = words;
    setVisible(!words_.isEmpty());
    refresh();
}

QStringList Suggestions::offered() const { return shown_; }

QToolButton* Suggestions::chip(const QString& text) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setProperty("chip", true);
    button->setFocusPolicy(Qt::TabFocus);  // a click leaves the cursor where it writes
    chips_->layout()->addWidget(button);
    return button;
}

/// What is being written is no word yet.
void Suggestions::name_unknown(const QString& prompt, const QString& half) {
    QStringList unknown = generate::unknown_subjects(words_, prompt);
    if (prompt_->hasFocus()) unknown.removeAll(half);
    for (QString& word : unknown) word = QStringLiteral("“") + word + QStringLiteral("”");
    unknown_->setText(tr("It does not know %1, and paints what it knows instead.").arg(generate::listed(unknown, prompt)));
    unknown_->setVisible(!unknown.isEmpty());
}

void Suggestions::refresh() {
    if (words_.isEmpty()) return;
    const QString prompt = prompt_->toPlainText(), half = half_written(*prompt_);
    name_unknown(prompt, half);
    const QStringList known = generate::words_for(words_, prompt, QLocale().name().left(2));
    QStringList offer;
    for (const QString& word : known)
        if (completes(half, word)) offer << word;
    for (const QString& word : known)
        if (!offer.contains(word)) offer << word;
    offer = offer.mid(0, most_chips);
    // In the model's own order, whatever is written: what is in the prompt keeps its place, greyed.
    const auto mark_used = [&] {
        for (auto* button : chips_->findChildren<QToolButton*>())
            if (offer.contains(button->text())) button->setEnabled(!prompt.contains(button->text(), Qt::CaseInsensitive));
    };
    if (offer == shown_ && chips_->layout()->count()) return mark_used();
    shown_ = offer;
    clear(*chips_->layout());
    for (const QString& word : offer) connect(chip(word), &QToolButton::clicked, this, [this, word] { insert(word); });
    mark_used();
    QToolButton* more = chip("…");
    more->setToolTip(tr("All words it knows"));
    more->setAccessibleName(more->toolTip());
    connect(more, &QToolButton::clicked, this, [this, known, more] {
        QMenu menu;
        for (const QString& word : known) menu.addAction(word, this, [this, word] { insert(word); });
        menu.exec(more->mapToGlobal(QPoint(0, more->height())));
    });
}

/// What was half written is completed; else the word is set off from what stands before it.
void Suggestions::insert(const QString& word) {
    QTextCursor cursor = prompt_->textCursor();
    const QString half = half_written(*prompt_);
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    if (completes(half, word)) {
        cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(half.size()));
        cursor.insertText(word);
    } else {
        static const QRegularExpression open("[\\s，、,(（]$");
        const bool apart = before.isEmpty() || open.match(before).hasMatch();
        cursor.insertText((apart ? QString() : generate::is_chinese(word) ? QStringLiteral("，") : QStringLiteral(", ")) + word);
    }
    prompt_->setTextCursor(cursor);
    prompt_->setFocus();
}

}  // namespace haibao::ui
