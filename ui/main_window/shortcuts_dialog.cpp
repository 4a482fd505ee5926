// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/shortcuts_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/main_window/command_palette.h"
#include "ui/style/theme.h"

namespace haibao::ui {

ShortcutsDialog::ShortcutsDialog(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Shortcuts"));
    resize(560, 620);
    auto* layout = new QVBoxLayout(this);
    auto* table = new QTableWidget(0, 2);
    table->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->resizeSection(1, 200);
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    auto* clash = new QLabel;
    clash->setWordWrap(true);
    for (QAction* action : actions) {
        if (action->text().isEmpty() || action->objectName().isEmpty()) continue;
        const int row = table->rowCount();
        table->insertRow(row);
        auto* name = new QTableWidgetItem(plain_text(*action));
        name->setFlags(Qt::ItemIsEnabled);
        table->setItem(row, 0, name);
        auto* keys = new QKeySequenceEdit(action->shortcut());
        keys->setClearButtonEnabled(true);
        keys->setAccessibleName(plain_text(*action));
        table->setCellWidget(row, 1, keys);
        connect(keys, &QKeySequenceEdit::editingFinished, this, [action, keys, actions, clash] {
            for (const QAction* other : actions)
                if (other != action && !keys->keySequence().isEmpty() && other->shortcut() == keys->keySequence()) {
                    clash->setText(tr("%1 belongs to “%2” already.").arg(keys->keySequence().toString(QKeySequence::NativeText), plain_text(*other)));
                    return keys->setKeySequence(action->shortcut());
                }
            clash->clear();
            action->setShortcut(keys->keySequence());
            QSettings().setValue("shortcuts/" + action->objectName(), keys->keySequence().toString());
        });
    }
    layout->addWidget(table, 1);
    layout->addWidget(clash);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* reset = buttons->addButton(tr("Back to the usual ones"), QDialogButtonBox::ResetRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(reset, &QPushButton::clicked, this, [this, actions] {
        QSettings().remove("shortcuts");
        for (QAction* action : actions) action->setShortcut(QKeySequence(action->property("default-shortcut").toString()));
        accept();
    });
}

}  // namespace haibao::ui
