// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <functional>

#include "app/typeset/layout.h"
#include "ui/canvas/poster_session.h"

class QMenu;
class QPainter;

// What a text layer that is being written in shows of its spelling.
namespace haibao::ui {

/// Wavy lines under what may be misspelled, right of it in columns. `to_widget`: from the layout's coordinates.
void paint_spelling(QPainter& painter, const typeset::Layout& layout, const document::Text& text, const std::function<QPolygonF(const QPolygonF&)>& to_widget);

/// On top of a menu: what else the doubtful word at `index` (UTF-16) could be; and whether this text is checked at all. Both
/// are undoable steps.
void add_spelling(QMenu& menu, PosterSession& session, document::LayerId layer, int index);

}  // namespace haibao::ui
