// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "app/export/batch/batch.h"
#include "ui/main_window/studio.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace haibao::ui {

class PresetChanges;

/// Many pictures and posters as many files: what → how → under which names; then a row per file.
class BatchPage : public QWidget {
    Q_OBJECT
public:
    /// A poster that is open in the window, and where it is kept; the file of one without a name says nothing to people.
    struct OpenFile {
        QString title, file;
    };
    explicit BatchPage(Studio* studio, std::function<std::vector<OpenFile>()> open_posters = {}, QWidget* parent = nullptr);
    ~BatchPage() override;
    void set_files(const QStringList& files);
    const QStringList& files() const { return files_; }

private:
    QWidget* build_what();
    QWidget* build_how();
    QWidget* build_names();
    void search_library();
    void add_open_posters();
    QString shown_name(const QString& file) const;
    void choose_folder();
    /// The job as the page stands; a sentence when it cannot be one.
    Result<BatchJob> job() const;
    void plan();
    void show_plan(const BatchPlan& plan);
    void start();
    void mark_conflicts(const BatchPlan& plan);
    void set_state(int row, const QString& words);
    void show_file(std::size_t index, const BatchFile& file);
    void finish(const BatchJob& job, const Result<BatchResult>& result);

    Studio* studio_;
    std::vector<Preset> presets_;
    QStringList files_;
    std::function<std::vector<OpenFile>()> open_posters_;
    QHash<QString, QString> titles_;  ///< of posters that were open
    QListWidget *what_, *how_;
    PresetChanges* changes_;
    QLineEdit *query_, *names_;
    QComboBox* conflict_;
    QPushButton *folder_, *start_, *report_;
    QLabel *count_, *summary_;
    QTableWidget* table_;
    QProgressBar* progress_;
    QString target_;
    QTimer plan_timer_;
    std::stop_source stop_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
    int plan_number_ = 0;
    bool running_ = false;
};

}  // namespace haibao::ui
