// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <functional>

class QCompleter;
class QStandardItemModel;

namespace haibao::gallery {
class Library;
}

namespace haibao::ui {

/// The field for searches: offers fields, tags, albums and words while one types; Down and Enter take one.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    /// `library`: null where none is open.
    explicit SearchField(std::function<gallery::Library*()> library, QWidget* parent = nullptr);

    /// What is offered at the moment, for tests and assistive technology.
    QStringList offered() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void offer();
    void take(const QModelIndex& index);

    std::function<gallery::Library*()> library_;
    QStandardItemModel* suggestions_;
    QCompleter* completer_;
};

}  // namespace haibao::ui
