// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAbstractButton;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace haibao::ui {

/// A framed block with a title, a verdict in one sentence, and buttons: devices, models, presets.
class Card : public QFrame {
    Q_OBJECT
public:
    enum class Mood { good, neutral, bad };
    explicit Card(const QString& title, QWidget* parent = nullptr);

    void set_title(const QString& title);
    void set_verdict(const QString& sentence, Mood mood);
    void set_details(const QString& text);
    void add_button(QAbstractButton* button);
    void mark(const QString& badge);  ///< "Recommended", "Default"
    QVBoxLayout* body() const { return body_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel *title_, *badge_, *verdict_, *details_;
    QVBoxLayout* body_;
    QHBoxLayout* buttons_;
    Mood mood_ = Mood::neutral;
};

/// "21.7 MB", by the user's locale.
QString human_size(quint64 bytes);
/// "2 min 10 s", in the user's language.
QString human_duration(double seconds);

}  // namespace haibao::ui
