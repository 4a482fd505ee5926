// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <filesystem>
#include <stop_token>

#include "inference/weights/convert.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace haibao::ui {

/// A model in fewer bits, as one file beside the other models (docs/quantised-models.md). Can be stopped; what was written is
/// gone on with the next time.
class ModelConvert : public QDialog {
    Q_OBJECT
public:
    /// `folder`: of the model that is converted; it stays as it is.
    explicit ModelConvert(std::filesystem::path folder, QWidget* parent = nullptr);
    ~ModelConvert() override;

    ModelType type() const;
    std::filesystem::path target() const;

signals:
    /// It can be found under this name now; `use`: as the one that paints from now on.
    void added(const QString& name, bool use);

private:
    void plan();
    void show_plan(ModelType type, const Result<ConversionPlan>& plan);
    void start();
    void show_progress(const ConversionProgress& progress);
    void finish(const Result<ConversionPlan>& done);
    void say(const QString& sentence, bool good);

    std::filesystem::path folder_;
    QComboBox* types_;
    QLabel* verdict_;
    QCheckBox* use_;
    QProgressBar* progress_;
    QPushButton* start_;
    std::stop_source stop_;
    bool running_ = false;
};

}  // namespace haibao::ui
