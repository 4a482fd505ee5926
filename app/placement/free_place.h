// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <optional>
#include <span>

namespace haibao::placement {

/// Where a rectangle of this size stands free: within `room`, at least `gap` away from everything `taken`, and as near as can be
/// to where it was wanted. Nothing when there is no such place.
std::optional<QRectF> nearest_free(const QRectF& wanted, std::span<const QRectF> taken, const QRectF& room, double gap);

}  // namespace haibao::placement
