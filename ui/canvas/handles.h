// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QTransform>
#include <array>
#include <optional>

#include "app/document/poster.h"

namespace haibao::ui {

/// Where a selected layer can be taken hold of: eight points of its frame, and the one that turns it.
enum class Handle { top_left, top, top_right, right, bottom_right, bottom, bottom_left, left, rotate };
inline constexpr int handle_count = 9;

/// On the canvas, in widget pixels. `to_widget`: from points on the page.
std::array<QPointF, handle_count> handle_points(const document::Placement& placement, const QTransform& to_widget);
std::optional<Handle> handle_at(const std::array<QPointF, handle_count>& points, QPointF where);

enum class KeepAspect { no, yes };
/// The placement after a handle was pulled to `where` (points on the page); the opposite side stays where it is.
document::Placement pulled(const document::Placement& start, Handle handle, QPointF where, KeepAspect keep);
/// The placement turned so that its top looks at `where`; in steps of 15° where `steps`.
document::Placement turned(const document::Placement& start, QPointF where, bool steps);

}  // namespace haibao::ui
