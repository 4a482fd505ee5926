// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace haibao::ui {

/// A warning in a sentence at the place of its cause, and below it what can be done; or beside it, where it crosses the window.
class Notice : public QFrame {
    Q_OBJECT
public:
    enum class Shape : std::uint8_t { column, line };
    explicit Notice(const QString& sentence, Shape shape = Shape::column, QWidget* parent = nullptr);
    void add(QWidget* remedy);
    /// More words, below, for those who ask for them by this button.
    void add_details(const QString& question, const QString& words);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* rows_;
    QHBoxLayout* line_ = nullptr;  ///< of a line: the sentence and what can be done
};

}  // namespace haibao::ui
