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

QString documents_folder() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

QString proposed_file(const QString& start) {
    const QFileInfo file(start);
    if (file.isAbsolute() && file.absoluteDir().exists()) return start;
    const QString last = QSettings().value(folder_setting).toString();
    return QDir(QFileInfo(last).isDir() ? last : documents_folder()).filePath(file.isAbsolute() ? file.fileName() : QString(start).replace('/', '-'));
}

QString ask_where_to_save(QWidget* parent, const QString& title, const QString& start, const QString& filter, const QString& suffix) {
    // Not getSaveFileName(): it asks about the name as typed, and an ending that is added afterwards names another file.
    QFileDialog dialog(parent, title, {}, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setDefaultSuffix(suffix);
    const QString proposed = proposed_file(start);
    dialog.setDirectory(QFileInfo(proposed).absolutePath());
    dialog.selectFile(proposed);
    if (dialog.exec() != QDialog::Accepted) return {};
    const QString chosen = dialog.selectedFiles().value(0);
    QSettings().setValue(folder_setting, QFileInfo(chosen).absolutePath());
    return chosen;
}

}  // namespace haibao::ui
