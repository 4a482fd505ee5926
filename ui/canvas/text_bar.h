// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/mode_bars.h"
#include "ui/canvas/poster_session.h"

class QLabel;
class QToolButton;

namespace haibao::ui {

class ColourButton;

/// The few things that a text is asked for most, beside it on the canvas: size, direction, alignment, colour.
class TextBar : public FloatingBar {
    Q_OBJECT
public:
    /// Asked first: true when an editor has styled its selected characters.
    using RangeStyler = std::function<bool(const QString& what, const std::function<void(document::TextStyle&)>& edit)>;
    TextBar(PosterSession* session, RangeStyler styler, QWidget* canvas);

    /// Shows itself beside the text, which stands at `where` (widget pixels), within `area`: above it, else below, else at the
    /// area's edge; where it covers neither the text nor one of `others`, if there is such a place. Hides without a text.
    void place(const std::optional<QRectF>& where, const QRectF& area, const std::vector<QRectF>& others = {});

private:
    void refresh();
    void scale_size(double factor);
    void edit_style(const QString& what, const std::function<void(document::TextStyle&)>& edit, const QString& merge = {});
    const document::Text* text() const;

    PosterSession* session_;
    RangeStyler styler_;
    QLabel* size_;
    QToolButton *direction_, *align_;
    ColourButton* colour_;
};

}  // namespace haibao::ui
