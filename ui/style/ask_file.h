// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace haibao::ui {

/// Asks for a name to save under, and before a file is replaced. The name has an ending (`suffix` where the user wrote none),
/// so it is the file that will be written. Empty: the user thought better of it.
QString ask_where_to_save(QWidget* parent, const QString& title, const QString& start, const QString& filter, const QString& suffix);

/// The whole name that is proposed for a file called `start`, whose folder is kept where it is there: else in the folder of the
/// last file that was saved, the documents' or the user's own, whichever exists.
QString proposed_file(const QString& start);
/// The documents' folder, or the user's own where there is none.
QString documents_folder();

}  // namespace haibao::ui
