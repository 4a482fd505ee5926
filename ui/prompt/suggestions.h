// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace haibao::ui {

/// Words that a small model knows, as chips below the prompt, in the model's order: those of the language that is being written, what
/// is half written first. A click puts one into the prompt; those that are there already are grey. Below them stands which subjects
/// of the prompt it does not know.
class Suggestions : public QWidget {
    Q_OBJECT
public:
    explicit Suggestions(QPlainTextEdit* prompt, QWidget* parent = nullptr);
    /// Empty: the model knows everything, nothing is offered.
    void set_words(const QStringList& words);
    QStringList offered() const;  ///< as shown now

private:
    void refresh();
    void name_unknown(const QString& prompt, const QString& half);
    void insert(const QString& word);
    QToolButton* chip(const QString& text);

    QPlainTextEdit* prompt_;
    QWidget* chips_;
    QLabel* unknown_;  ///< which of the prompt's subjects the model does not know
    QStringList words_, shown_;
};

}  // namespace haibao::ui
