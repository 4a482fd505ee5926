// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/ask_file.h"

#include <QFileDialog>

namespace haibao::ui {

QString ask_where_to_save(QWidget* parent, const QString& title, const QString& start, const QString& filter, const QString& suffix) {
    // Not getSaveFileName(): it asks about the name as typed, and an ending that is added afterwards names another file.
    QFileDialog dialog(parent, title, {}, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(start);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

}  // namespace haibao::ui
