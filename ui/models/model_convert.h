// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inference/weights/convert.h"
#include "ui/models/model_dialog.h"

class QComboBox;

namespace haibao::ui {

/// A model in fewer bits, as one file beside the other models (docs/quantised-models.md). Can be stopped; what was written is
/// gone on with the next time.
class ModelConvert : public ModelDialog {
    Q_OBJECT
public:
    /// `folder`: of the model that is converted; it stays as it is.
    explicit ModelConvert(std::filesystem::path folder, QWidget* parent = nullptr);

    ModelType type() const;
    std::filesystem::path target() const;

private:
    void plan();
    void show_plan(ModelType type, const Result<ConversionPlan>& plan);
    void start() override;
    void show_progress(const ConversionProgress& progress);
    void finish(const Result<ConversionPlan>& done);

    QComboBox* types_;
};

}  // namespace haibao::ui
