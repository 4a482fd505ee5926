// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt/prompt_history.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QSettings>
#include <QVBoxLayout>

#include "ui/style/icons.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr int most_used = 200;
constexpr const char *used_key = "prompt/history", *favourites_key = "prompt/favourites";

void put_first(const char* key, const QString& prompt, qsizetype most) {
    QSettings settings;
    QStringList prompts = settings.value(key).toStringList();
    prompts.removeAll(prompt);
    prompts.prepend(prompt);
    settings.setValue(key, prompts.mid(0, most));
}

void remove(const char* key, const QString& prompt) {
    QSettings settings;
    QStringList prompts = settings.value(key).toStringList();
    if (prompts.removeAll(prompt)) settings.setValue(key, prompts);
}

}  // namespace

QStringList PromptMemory::used() const { return QSettings().value(used_key).toStringList(); }
QStringList PromptMemory::favourites() const { return QSettings().value(favourites_key).toStringList(); }

void PromptMemory::remember(const QString& prompt) {
    if (!prompt.trimmed().isEmpty()) put_first(used_key, prompt.trimmed(), most_used);
}

void PromptMemory::set_favourite(const QString& prompt, bool favourite) {
    if (prompt.trimmed().isEmpty()) return;
    if (favourite) put_first(favourites_key, prompt.trimmed(), 1000);
    else remove(favourites_key, prompt.trimmed());
}

void PromptMemory::forget(const QString& prompt) {
    remove(used_key, prompt);
    remove(favourites_key, prompt);
}

PromptHistory::PromptHistory(QWidget* parent) : QDialog(parent, Qt::Popup) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    words_ = new QLineEdit;
    words_->setPlaceholderText(tr("Look for a prompt"));
    words_->setAccessibleName(tr("Look for a prompt"));
    words_->setClearButtonEnabled(true);
    list_ = new QListWidget;
    list_->setAccessibleName(tr("Earlier prompts"));
    list_->setWordWrap(true);
    list_->setTextElideMode(Qt::ElideRight);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setIconSize({metrics::small_icon, metrics::small_icon});
    auto* keys = new QLabel(tr("Enter uses · Ctrl+D or the heart keeps · Delete forgets"));
    keys->setForegroundRole(roles::faint_text);
    layout->addWidget(words_);
    layout->addWidget(list_, 1);
    layout->addWidget(keys);
    resize(460, 400);
    words_->installEventFilter(this);
    list_->installEventFilter(this);
    list_->viewport()->installEventFilter(this);
    connect(words_, &QLineEdit::textChanged, this, &PromptHistory::fill);
    connect(words_, &QLineEdit::returnPressed, this, &PromptHistory::use_current);
    connect(list_, &QListWidget::itemActivated, this, &PromptHistory::use_current);
    fill();
    words_->setFocus();
}

void PromptHistory::fill() {
    const QString before = list_->currentItem() ? list_->currentItem()->data(Qt::UserRole).toString() : QString();
    list_->clear();
    const QStringList favourites = memory_.favourites();
    const auto add = [&](const QString& prompt, bool favourite) {
        if (!prompt.contains(words_->text(), Qt::CaseInsensitive)) return;
        QString line = prompt.simplified();
        if (line.size() > 110) line = line.left(108) + "…";
        auto* item = new QListWidgetItem(icon(favourite ? "favorite-favorited" : "favorite"), line, list_);
        item->setData(Qt::UserRole, prompt);
        item->setToolTip(prompt);
        if (prompt == before) list_->setCurrentItem(item);
    };
    for (const QString& prompt : favourites) add(prompt, true);
    for (const QString& prompt : memory_.used())
        if (!favourites.contains(prompt)) add(prompt, false);
    if (!list_->count()) {
        auto* nothing = new QListWidgetItem(tr("Prompts you use will be kept here"), list_);
        nothing->setFlags(Qt::NoItemFlags);
    } else if (list_->currentRow() < 0) {
        list_->setCurrentRow(0);
    }
}

void PromptHistory::use_current() {
    const QListWidgetItem* item = list_->currentItem();
    if (!item || item->data(Qt::UserRole).isNull()) return;
    emit chosen(item->data(Qt::UserRole).toString());
    accept();
}

void PromptHistory::toggle_current() {
    const QListWidgetItem* item = list_->currentItem();
    if (!item || item->data(Qt::UserRole).isNull()) return;
    const QString prompt = item->data(Qt::UserRole).toString();
    memory_.set_favourite(prompt, !memory_.is_favourite(prompt));
    fill();
}

bool PromptHistory::eventFilter(QObject* watched, QEvent* event) {
    if (watched == list_->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        QListWidgetItem* item = list_->itemAt(mouse->position().toPoint());
        if (!item) return false;
        list_->setCurrentItem(item);
        mouse->position().x() < 28 ? toggle_current() : use_current();
        return true;
    }
    if (event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_D && key->modifiers() == Qt::ControlModifier) {
        toggle_current();
        return true;
    }
    if (watched == list_ && key->key() == Qt::Key_Delete && list_->currentItem()) {
        memory_.forget(list_->currentItem()->data(Qt::UserRole).toString());
        fill();
        return true;
    }
    if (watched == words_ && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
        const int row = list_->currentRow() + (key->key() == Qt::Key_Down ? 1 : -1);
        if (row >= 0 && row < list_->count()) list_->setCurrentRow(row);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace haibao::ui
