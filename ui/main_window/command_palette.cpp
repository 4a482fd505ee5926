// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/command_palette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/style/theme.h"

namespace haibao::ui {

QString plain_text(const QAction& action) {
    // Chinese menus write the mnemonic behind the word: 新建(&N).
    static const QRegularExpression behind("\\(&.\\)");
    return action.text().remove(behind).remove('&').remove("…");
}

namespace {

constexpr int keys_role = Qt::UserRole + 1;

/// The words left, the keys right.
class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        const bool chosen = option.state & QStyle::State_Selected, enabled = index.flags() & Qt::ItemIsEnabled;
        painter->setPen(option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, chosen ? QPalette::HighlightedText : roles::faint_text));
        painter->drawText(option.rect.adjusted(0, 0, -metrics::gap, 0), Qt::AlignRight | Qt::AlignVCenter, index.data(keys_role).toString());
    }
};

}  // namespace

CommandPalette::CommandPalette(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent, Qt::Popup) {
    for (QAction* action : actions)
        if (!action->text().isEmpty()) actions_ << action;
    resize(520, 360);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    words_ = new QLineEdit;
    words_->setPlaceholderText(tr("What do you want to do?"));
    words_->setAccessibleName(tr("Command"));
    list_ = new QListWidget;
    list_->setAccessibleName(tr("Commands"));
    list_->setItemDelegate(new CommandDelegate(list_));
    layout->addWidget(words_);
    layout->addWidget(list_);
    words_->installEventFilter(this);
    connect(words_, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(words_, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::run);
    filter({});
    words_->setFocus();
    if (parent) move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 90)));
}

void CommandPalette::filter(const QString& words) {
    list_->clear();
    const QStringList parts = words.split(' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < actions_.size(); ++i) {
        const QString text = plain_text(*actions_[i]);
        if (!std::ranges::all_of(parts, [&text](const QString& part) { return text.contains(part, Qt::CaseInsensitive); })) continue;
        const QString keys = actions_[i]->shortcut().toString(QKeySequence::NativeText);
        auto* item = new QListWidgetItem(text, list_);
        item->setData(keys_role, keys);
        item->setData(Qt::UserRole, i);
        if (!actions_[i]->isEnabled()) item->setFlags(Qt::NoItemFlags);
    }
    if (list_->count() == 0) {
        auto* none = new QListWidgetItem(tr("No command has “%1” in its name. Try another word, or a part of it.").arg(words.simplified()), list_);
        none->setFlags(Qt::NoItemFlags);
    }
    list_->setCurrentRow(0);
}

void CommandPalette::run() {
    const QListWidgetItem* item = list_->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled)) return;
    const QPointer<QAction> action = actions_[item->data(Qt::UserRole).toInt()];
    accept();
    if (action) action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == words_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            list_->setCurrentRow(std::clamp(list_->currentRow() + (key == Qt::Key_Down ? 1 : -1), 0, std::max(0, list_->count() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace haibao::ui
