// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/length_unit.h"

#include <QCoreApplication>

namespace haibao::ui {

LengthUnit length_unit(const document::Page& page) {
    if (page.unit == document::PageUnit::pixels) return {page.points_per_unit(), QCoreApplication::translate("haibao::ui::TextPanel", " px")};
    return {1, QCoreApplication::translate("haibao::ui::TextPanel", " pt")};
}

}  // namespace haibao::ui
