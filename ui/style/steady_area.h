// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>

#include "ui/style/theme.h"

namespace haibao::ui {

/// Scrolls a column of fields that keep their breadth: the scroll bar comes and goes in a margin that is kept for it.
class SteadyArea : public QScrollArea {
public:
    SteadyArea() {
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    /// From the fields to the area's right edge, with or without a scroll bar.
    int margin() const { return verticalScrollBar()->sizeHint().width() + metrics::small_gap; }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QScrollArea::resizeEvent(event);
        QLayout* fields = widget() ? widget()->layout() : nullptr;
        if (!fields) return;
        QMargins margins = fields->contentsMargins();
        margins.setRight(margin() - (contentsRect().width() - viewport()->width()));
        fields->setContentsMargins(margins);
    }
};

}  // namespace haibao::ui
