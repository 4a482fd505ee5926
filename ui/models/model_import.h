// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <filesystem>
#include <stop_token>

#include "inference/weights/inspect.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace haibao::ui {

/// What is said about a model: whether it fits into this machine's memory. `good` where it does.
QString memory_verdict(const ModelReport& report, bool& good);
quint64 bytes_of(const ModelReport& report);
/// The first of many sentences.
QString sentences(const std::vector<std::string>& problems);

/// A model's folder becomes one of Haibao's: looked into, every byte checked, then copied or only remembered. Can be stopped;
/// what was copied is gone on with the next time.
class ModelImport : public QDialog {
    Q_OBJECT
public:
    explicit ModelImport(std::filesystem::path folder, QWidget* parent = nullptr);
    ~ModelImport() override;

    std::filesystem::path target() const;

signals:
    /// It can be found under this name now; `use`: as the one that paints from now on.
    void added(const QString& name, bool use);

private:
    void look();
    void show_report(const Result<ModelReport>& report);
    void start();
    void finish(const Result<std::vector<std::string>>& problems);
    void say(const QString& sentence, bool good);

    std::filesystem::path folder_;
    QLabel *title_, *facts_, *verdict_;
    QRadioButton *copy_, *link_;
    QCheckBox* use_;
    QProgressBar* progress_;
    QPushButton* start_;
    std::stop_source stop_;
    bool running_ = false;
};

}  // namespace haibao::ui
