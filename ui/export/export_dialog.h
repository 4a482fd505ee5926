// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <stop_token>
#include <vector>

#include "app/document/poster.h"
#include "app/export/preset.h"
#include "ui/export/export_notes.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSlider;

namespace haibao::ui {

/// One poster → one file: what for (a preset with a plain name), how large, how good; then where to. What the export noticed
/// stays to be read.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(document::Poster poster, QString title, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// What a model can enlarge pictures with.
    void set_device(PaintingDevice device) { notes_->set_device(std::move(device)); }
    ExportNotes* notes() const { return notes_; }

signals:
    void exported(const QString& file);
    /// The texts are to be looked at; the dialog closes.
    void check_wanted();
    /// These pictures have enough pixels for print now; they belong into the poster.
    void enlarged(const std::vector<haibao::enlarge::LargerPicture>& pictures);
    /// What ends at the trim should reach into a bleed of so many points.
    void bled(double points);

private:
    void choose_preset();
    void show_size();
    Preset preset() const;
    void ask_and_export();
    void run(const QString& file);

    document::Poster poster_;
    QString title_;
    std::vector<Preset> presets_;
    QListWidget* list_;
    QComboBox* extent_;
    QDoubleSpinBox* dpi_;
    QFormLayout* form_;
    QHBoxLayout* quality_row_;  ///< only where a file can be better or smaller
    QSlider* quality_;
    ExportNotes* notes_;
    QLabel *quality_label_, *size_label_, *result_;
    QProgressBar* progress_;
    QPushButton* export_;
    std::stop_source stop_;
};

}  // namespace haibao::ui
