// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/ask_file.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace haibao::ui {

constexpr const char* folder_setting = "save-folder";  // of the last file that was saved

QString ask_where_to_save(QWidget* parent, const QString& title, const QString& start, const QString& filter, const QString& suffix) {
    // Not getSaveFileName(): it asks about the name as typed, and an ending that is added afterwards names another file.
    QFileDialog dialog(parent, title, {}, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setDefaultSuffix(suffix);
    const QString last = QSettings().value(folder_setting).toString();
    const QString folder = QFileInfo(last).isDir() ? last : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    dialog.selectFile(QDir::isAbsolutePath(start) ? start : folder + "/" + start);
    if (dialog.exec() != QDialog::Accepted) return {};
    const QString chosen = dialog.selectedFiles().value(0);
    QSettings().setValue(folder_setting, QFileInfo(chosen).absolutePath());
    return chosen;
}

}  // namespace haibao::ui
