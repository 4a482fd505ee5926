// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/gallery/gallery_model.h"
#include "ui/main_window/studio.h"

class QLabel;
class QListView;
class QSlider;
class QStackedWidget;
class QToolButton;

namespace haibao::ui {

class DetailsPanel;
class EmptyState;
class LineageView;
class SearchField;
class SidePanel;

/// The library: searched, looked through, starred, compared; albums and tags left, details right.
class GalleryPage : public QWidget {
    Q_OBJECT
public:
    explicit GalleryPage(Studio* studio, QWidget* parent = nullptr);

    void search(const QString& query);
    QString searched() const;
    GalleryModel* model() const { return model_; }
    QListView* grid() const { return grid_; }
    std::vector<gallery::PictureId> selection() const;
    void import_files(const QStringList& files);  ///< pictures and folders
    void select(gallery::PictureId id);           ///< whatever is shown now

    // What the menus offer for what is selected.
    void compare();
    void show_lineage();
    void save_search();
    void ask_import();
    void make_variations();
    void enlarge();
    void trash();
    void undo_trash();

signals:
    void prompt_wanted(const QString& prompt);
    void seed_wanted(quint64 seed);
    void poster_wanted(const QString& file);
    void variations_wanted(qint64 picture);
    void enlarge_wanted(qint64 picture);
    void export_wanted(const QStringList& files);
    void check_wanted(const QString& file);  ///< its texts are to be proof-read
    void example_wanted(const QString& file);
    void create_wanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* build_grid();
    QWidget* build_search_bar();
    QWidget* build_notice();
    void connect_parts();
    void run_search();
    void update_empty();
    void show_details();
    void measure_selection();
    /// `bytes`: of all that is selected, once they are known.
    void show_status(std::optional<qint64> bytes);
    void show_menu(const QPoint& at);
    void go_to(gallery::PictureId id);
    void find(gallery::PictureId id);
    void catch_up();  ///< with what the library has become meanwhile
    bool take_key(int key, Qt::KeyboardModifiers modifiers);
    void set_stars(int stars);
    void quick_look();
    void export_selection();
    void open_as_poster();
    void apply(const Result<void>& done);
    void say(const QString& problem);
    /// What to select first; gone as soon as something else is.
    void hint(const QString& sentence);

    Studio* studio_;
    GalleryModel* model_;
    QListView* grid_;
    SearchField* words_;
    QLabel *problem_, *count_, *nothing_, *notice_words_;
    QWidget* notice_;
    QToolButton* save_search_;
    QSlider* size_;
    QStackedWidget* middle_;
    EmptyState* empty_;
    LineageView* lineage_;
    SidePanel* side_;
    DetailsPanel* details_;
    QTimer search_timer_;
    std::vector<gallery::PictureId> trashed_;
    int measured_ = 0;  ///< the last answer is the one that counts
    std::vector<gallery::PictureId> measured_ids_;  ///< selected when it was asked
    bool stale_ = true, hinted_ = false;
};

}  // namespace haibao::ui
