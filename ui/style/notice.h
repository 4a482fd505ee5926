// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace haibao::ui {

/// A warning in a sentence at the place of its cause, and below it what can be done.
class Notice : public QFrame {
    Q_OBJECT
public:
    explicit Notice(const QString& sentence, QWidget* parent = nullptr);
    void add(QWidget* remedy);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* rows_;
};

}  // namespace haibao::ui
