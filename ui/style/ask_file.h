// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace haibao::ui {

/// Asks for a name to save under, and before a file is replaced. The name has an ending (`suffix` where the user wrote none),
/// so it is the file that will be written. Empty: the user thought better of it.
QString ask_where_to_save(QWidget* parent, const QString& title, const QString& start, const QString& filter, const QString& suffix);

}  // namespace haibao::ui
