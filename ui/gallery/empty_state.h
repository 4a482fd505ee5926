// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace haibao::ui {

/// What an empty library shows: three finished examples to begin with, and what to do.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

signals:
    void example_wanted(const QString& file);
    void create_wanted();
    void import_wanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void paint_examples();
    std::vector<std::pair<QString, QToolButton*>> examples_;  ///< file, its button
    bool painted_ = false;
};

}  // namespace haibao::ui
