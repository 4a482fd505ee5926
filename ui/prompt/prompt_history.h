// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QListWidget;

namespace haibao::ui {

/// Prompts that were used, newest first, and those the user marked; kept in the settings.
class PromptMemory {
public:
    QStringList used() const;
    QStringList favourites() const;
    bool is_favourite(const QString& prompt) const { return favourites().contains(prompt.trimmed()); }
    void remember(const QString& prompt);
    void set_favourite(const QString& prompt, bool favourite);
    void forget(const QString& prompt);
};

/// Earlier prompts and favourites to choose from: a field that filters, a heart that keeps, Delete that forgets.
class PromptHistory : public QDialog {
    Q_OBJECT
public:
    explicit PromptHistory(QWidget* parent);

signals:
    void chosen(const QString& prompt);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void use_current();
    void toggle_current();

    PromptMemory memory_;
    QLineEdit* words_;
    QListWidget* list_;
};

}  // namespace haibao::ui
