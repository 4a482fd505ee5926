// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/document/poster.h"

namespace haibao::ui {

/// What sizes of type, strokes and blurs are shown in: pixels where the page is measured so, else points.
struct LengthUnit {
    double points = 1;
    QString suffix;  ///< " px"
};
LengthUnit length_unit(const document::Page& page);

}  // namespace haibao::ui
