// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QTransform>
#include <array>
#include <optional>

#include "app/document/poster.h"

class QPainter;

namespace haibao::ui {

/// Where a selected layer can be taken hold of: eight points of its frame, and the one that turns it.
enum class Handle { top_left, top, top_right, right, bottom_right, bottom, bottom_left, left, rotate };
inline constexpr int handle_count = 9;

/// On the canvas, in widget pixels. `to_widget`: from points on the page.
std::array<QPointF, handle_count> handle_points(const document::Placement& placement, const QTransform& to_widget);
std::optional<Handle> handle_at(const std::array<QPointF, handle_count>& points, QPointF where);

/// Position of a handle within the frame, 0…1.
QPointF handle_fraction(Handle handle);
/// The arrows that say where a handle can be pulled.
Qt::CursorShape handle_cursor(const std::array<QPointF, handle_count>& points, Handle handle);
enum class HandleSet { sides, sides_and_rotation };
void paint_handles(QPainter& painter, const std::array<QPointF, handle_count>& points, HandleSet set);

enum class KeepAspect { no, yes };
/// The placement after a handle was pulled to `where` (points on the page); the opposite side stays where it is.
document::Placement pulled(const document::Placement& start, Handle handle, QPointF where, KeepAspect keep);
/// The placement turned so that its top looks at `where`; in steps of 15° where `steps`.
document::Placement turned(const document::Placement& start, QPointF where, bool steps);

}  // namespace haibao::ui
