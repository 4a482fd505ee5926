// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace haibao::ui {

/// A line icon in the text's colour, sharp at every scale, following light and dark: assets/icons/NAME.svg of our own, else
/// the Breeze theme's action icon of that name.
QIcon icon(const QString& name);

}  // namespace haibao::ui
