// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "inference/weights/inspect.h"
#include "ui/models/model_dialog.h"

class QLabel;
class QRadioButton;

namespace haibao::ui {

/// What is said about a model: whether it fits into this machine's memory. `good` where it does.
QString memory_verdict(const ModelReport& report, bool& good);
quint64 bytes_of(const ModelReport& report);
/// The first of many sentences.
QString sentences(const std::vector<std::string>& problems);

/// A model's folder becomes one of Haibao's: looked into, every byte checked, then copied or only remembered. Can be stopped;
/// what was copied is gone on with the next time.
class ModelImport : public ModelDialog {
    Q_OBJECT
public:
    explicit ModelImport(std::filesystem::path folder, QWidget* parent = nullptr);

    std::filesystem::path target() const;

private:
    void look();
    void show_report(const Result<ModelReport>& report);
    void start() override;
    void finish(const Result<std::vector<std::string>>& problems);

    QLabel *title_, *facts_;
    QRadioButton *copy_, *link_;
};

}  // namespace haibao::ui
