// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace haibao::ui {

/// Words that a small model knows, as chips below the prompt, in the model's order: those of the language that is being written, what
/// is half written first. A click puts one into the prompt; those that are there already are grey.
class Suggestions : public QWidget {
    Q_OBJECT
public:
    explicit Suggestions(QPlainTextEdit* prompt, QWidget* parent = nullptr);
    /// Empty: the model knows everything, nothing is offered.
    void set_words(const QStringList& words);
    QStringList offered() const;  ///< as shown now

private:
    void refresh();
    void insert(const QString& word);
    QToolButton* chip(const QString& text);

    QPlainTextEdit* prompt_;
    QWidget* chips_;
    QStringList words_, shown_;
};

/// Of a model's words those for a prompt: Chinese ones for Chinese, else the first language that is not, or with a user who
/// reads Portuguese the last. `user_language`: "pt".
QStringList words_for(const QStringList& words, const QString& prompt, const QString& user_language);

}  // namespace haibao::ui
