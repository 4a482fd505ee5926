// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <filesystem>
#include <stop_token>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace haibao::ui {

/// Pictures made elsewhere come into the library, with their prompts; can be stopped and gone on with.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    ImportDialog(std::filesystem::path library, QStringList files, QWidget* parent = nullptr);  ///< files and folders
    ~ImportDialog() override;

signals:
    void finished_import(int pictures);

private:
    void start();
    void finished(const QString& report, int pictures);

    std::filesystem::path library_;
    QStringList files_;
    QComboBox* mode_;
    QLineEdit* tags_;
    QProgressBar* progress_;
    QLabel* report_;
    QPushButton* start_;
    std::stop_source stop_;
};

}  // namespace haibao::ui
