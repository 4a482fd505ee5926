// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/search_field.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTreeView>

#include "app/gallery/completion.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr int begin_role = Qt::UserRole + 1, end_role = Qt::UserRole + 2;  // in UTF-16 of the whole text
constexpr int popup_width = 460;

}  // namespace

SearchField::SearchField(std::function<gallery::Library*()> library, QWidget* parent)
    : QLineEdit(parent), library_(std::move(library)), suggestions_(new QStandardItemModel(0, 2, this)), completer_(new QCompleter(suggestions_, this)) {
    auto* list = new QTreeView;
    list->setRootIsDecorated(false);
    list->setHeaderHidden(true);
    list->setUniformRowHeights(true);
    completer_->setPopup(list);
    list->header()->setStretchLastSection(true);
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setWidget(this);  // not setCompleter(): that one would replace the whole text
    connect(completer_, qOverload<const QModelIndex&>(&QCompleter::activated), this, &SearchField::take);
    connect(this, &QLineEdit::textEdited, this, &SearchField::offer);
}

QStringList SearchField::offered() const {
    QStringList texts;
    for (int row = 0; row < suggestions_->rowCount(); ++row) texts << suggestions_->item(row)->text();
    return texts;
}

void SearchField::offer() {
    suggestions_->removeRows(0, suggestions_->rowCount());
    gallery::Library* library = library_();
    const QByteArray query = text().toUtf8();
    const auto cursor = std::size_t(text().left(cursorPosition()).toUtf8().size());
    auto found = library ? gallery::complete(*library, {query.constData(), std::size_t(query.size())}, cursor) : std::vector<gallery::Suggestion>{};
    const auto utf16 = [&query](std::size_t bytes) { return QString::fromUtf8(query.left(qsizetype(bytes))).size(); };
    for (const gallery::Suggestion& suggestion : found.value_or(std::vector<gallery::Suggestion>{})) {
        const QString words = QString::fromStdString(suggestion.text);
        // What stands there already is no help.
        if (words == text().mid(utf16(suggestion.begin), utf16(suggestion.end) - utf16(suggestion.begin))) continue;
        auto* item = new QStandardItem(words);
        item->setData(qlonglong(utf16(suggestion.begin)), begin_role);
        item->setData(qlonglong(utf16(suggestion.end)), end_role);
        auto* hint = new QStandardItem(QString::fromStdString(suggestion.hint));
        hint->setForeground(tones().faint_text);
        suggestions_->appendRow({item, hint});
    }
    if (suggestions_->rowCount() == 0) return completer_->popup()->hide();
    completer_->complete(QRect(0, 0, std::min(width(), popup_width), height()));
}

void SearchField::take(const QModelIndex& index) {
    const QModelIndex first = index.siblingAtColumn(0);
    const auto begin = first.data(begin_role).toLongLong(), end = first.data(end_role).toLongLong();
    const QString words = first.data().toString();
    QString whole = text();
    whole.replace(begin, end - begin, words);
    setText(whole);
    setCursorPosition(int(begin + words.size()));
    if (words.endsWith(':')) offer();  // a field wants its value
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Down && !completer_->popup()->isVisible()) return offer();
    QLineEdit::keyPressEvent(event);
}

void SearchField::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    completer_->setWidget(this);
}

}  // namespace haibao::ui
