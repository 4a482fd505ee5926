// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include "app/gallery/picture.h"

class QToolButton;

namespace haibao::ui {

/// A label's colour; none has no valid one.
QColor colour_of(gallery::Label label);
QString name_of(gallery::Label label);

/// Five stars and seven coloured labels, one click each; a click on what is set takes it away.
class RatingBar : public QWidget {
    Q_OBJECT
public:
    explicit RatingBar(QWidget* parent = nullptr);
    void show_rating(int stars, gallery::Label label);

signals:
    void stars_chosen(int stars);
    void label_chosen(haibao::gallery::Label label);

private:
    std::vector<QToolButton*> star_buttons_, label_buttons_;
    int stars_ = 0;
    gallery::Label label_ = gallery::Label::none;
};

}  // namespace haibao::ui
