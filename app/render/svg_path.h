// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QString>

#include "inference/base/result.h"

namespace haibao::render {

/// SVG path data (all commands, absolute and relative; SVG 2 §9.3), non-zero winding. Errors: invalid_input, names the
/// position of what is not understood.
Result<QPainterPath> path_from_svg(const QString& data);

}  // namespace haibao::render
