// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QToolButton>

// Small things that every panel is made of.
namespace haibao::ui {

/// A semibold line above what it names; `scale` of the usual text size.
QLabel* heading(const QString& text, double scale = 1);
/// A flat button that is only its icon; `tip` is its accessible name, too.
QToolButton* icon_button(const QString& icon_name, const QString& tip);
/// The same, framed, that stays down.
QToolButton* icon_toggle(const QString& icon_name, const QString& tip);
/// Lays a widget over all of its parent, and keeps it so when that is resized.
void cover_parent(QWidget& overlay);
/// Empties a layout of its widgets.
void clear(QLayout& layout);

}  // namespace haibao::ui
