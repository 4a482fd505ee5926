// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTextBrowser;

namespace haibao::ui {

/// The handbook (docs/handbook), to read beside the work: in the window's language where there is a translation, else in English.
class Handbook : public QDialog {
    Q_OBJECT
public:
    explicit Handbook(QWidget* parent = nullptr);
    QTextBrowser* browser() const { return browser_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void set_look();

    QTextBrowser* browser_;
};

}  // namespace haibao::ui
