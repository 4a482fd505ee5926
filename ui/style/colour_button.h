// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QToolButton>

#include "app/document/paint.h"

namespace haibao::ui {

QColor to_qcolor(const document::Colour& colour);
document::Colour from_qcolor(const QColor& colour);

/// A swatch that opens the colour dialog.
class ColourButton : public QToolButton {
    Q_OBJECT
public:
    explicit ColourButton(const QString& name, QWidget* parent = nullptr);
    QColor colour() const { return colour_; }
    void set_colour(const QColor& colour);  ///< without chosen()

signals:
    void chosen(const QColor& colour);

private:
    void open_dialog();
    QColor colour_ = Qt::black;
    QString name_;
};

}  // namespace haibao::ui
