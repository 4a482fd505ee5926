// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>
#include <QLocale>
#include <functional>

namespace haibao::ui {

/// A number that may be typed larger than it can be: then it becomes the largest, and that is said. A plain spin box swallows
/// the digits without a word.
class CappedBox : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    void set_on_capped(std::function<void()> said) { said_ = std::move(said); }

protected:
    QValidator::State validate(QString& text, int& position) const override {
        const QValidator::State state = QDoubleSpinBox::validate(text, position);
        return state == QValidator::Invalid && is_larger(text) ? QValidator::Intermediate : state;
    }
    void fixup(QString& text) const override {
        if (!is_larger(text)) return QDoubleSpinBox::fixup(text);
        text = textFromValue(maximum());
        if (said_) said_();
    }

private:
    bool is_larger(const QString& text) const {
        bool number = false;
        const double value = locale().toDouble(text, &number);
        return number && value > maximum();
    }
    std::function<void()> said_;
};

}  // namespace haibao::ui
