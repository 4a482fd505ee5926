// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDialog>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace haibao::ui {

/// Every action by name: type a part of it, Enter does it.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    explicit CommandPalette(const QList<QAction*>& actions, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& words);
    void run();

    QList<QPointer<QAction>> actions_;
    QLineEdit* words_;
    QListWidget* list_;
};

/// The action's text without its mnemonic mark.
QString plain_text(const QAction& action);

}  // namespace haibao::ui
