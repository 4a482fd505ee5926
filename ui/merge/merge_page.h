// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>
#include <stop_token>

#include "app/merge/run.h"
#include "ui/merge/merge_work.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableWidget;
class QToolButton;

namespace haibao::ui {

class MappingTable;
class RowPreview;

/// A poster that is open in the window.
struct OpenPoster {
    QString title;
    std::filesystem::path file;
    document::Poster poster;
};

/// Posters from a table: which poster and table → what fills what → each row as it will come out → files. Problems are said
/// with their row before anything is written.
class MergePage : public QWidget {
    Q_OBJECT
public:
    /// `open_posters`: asked for each time the page comes into sight.
    explicit MergePage(std::function<std::vector<OpenPoster>()> open_posters, QWidget* parent = nullptr);
    ~MergePage() override;

    void set_table(const QString& file);
    bool has_table() const { return !table_file_.isEmpty(); }
    void set_poster(const QString& file);
    void set_folder(const QString& folder);

signals:
    void planned();    ///< problems and names are those of the page as it stands
    void said(const QString& sentence);
    void finished();   ///< the files are made, or it was stopped

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* build_what();
    QWidget* build_preview();
    QWidget* build_files();
    QWidget* build_bottom();
    void choose_table();
    void choose_poster();
    void fill_posters();
    void poster_chosen();
    void read_table();
    void fill_column_menu();
    const OpenPoster* chosen_poster() const;  ///< null without one
    /// The merge as the page stands; a sentence when it cannot be one.
    Result<merge::MergeTask> task() const;
    void replan();
    void show_plan(const PlannedMerge& plan);
    /// What will become of the rows, as it is chosen now.
    void say_plan();
    void list_rows();
    void update_start();
    void show_row(int row);
    void go(int step);
    void next_problem();
    void start();
    void row_finished(const merge::RowResult& row, qint64 finished);
    void finish(const merge::MergeTask& task, const Result<merge::MergeReport>& report);
    void say(const QString& sentence);

    std::function<std::vector<OpenPoster>()> open_posters_;
    std::vector<OpenPoster> posters_;  ///< as listed
    QStringList chosen_files_;         ///< posters that were chosen from the disk
    std::vector<Preset> presets_;
    QString table_file_, folder_;
    OpenedTable table_;
    QString table_problem_;
    std::optional<PlannedMerge> plan_;
    QComboBox *poster_, *encoding_, *preset_, *exists_;
    QPushButton *choose_table_, *folder_button_, *start_, *report_, *open_folder_;
    QCheckBox *header_, *one_pdf_, *shrink_, *leave_out_;
    QLabel *table_words_, *row_words_, *summary_;
    MappingTable* mapping_;
    RowPreview* preview_;
    QSpinBox* row_;
    QToolButton *next_problem_, *insert_column_;
    QLineEdit* names_;
    QListWidget* problems_;
    QTableWidget* rows_;
    QProgressBar* progress_;
    QTimer plan_timer_;
    std::stop_source table_stop_, plan_stop_, run_stop_;
    int table_number_ = 0, plan_number_ = 0, preview_number_ = 0;
    bool running_ = false;
};

}  // namespace haibao::ui
