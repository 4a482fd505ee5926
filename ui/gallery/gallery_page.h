// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/gallery/gallery_model.h"
#include "ui/main_window/studio.h"

class QLabel;
class QLineEdit;
class QListView;
class QSlider;
class QTreeWidget;

namespace haibao::ui {

class DetailsPanel;

/// The library: searched, looked through, starred; albums and tags left, details right.
class GalleryPage : public QWidget {
    Q_OBJECT
public:
    explicit GalleryPage(Studio* studio, QWidget* parent = nullptr);

    void search(const QString& query);
    GalleryModel* model() const { return model_; }
    std::vector<gallery::PictureId> selection() const;

signals:
    void prompt_wanted(const QString& prompt);
    void seed_wanted(quint64 seed);
    void poster_wanted(const QString& file);
    void export_wanted(const QStringList& files);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* build_side();
    QWidget* build_grid();
    void run_search();
    void fill_side();
    void show_details();
    void show_menu(const QPoint& at);
    void set_stars(int stars);
    void trash();
    void import_folder();
    void quick_look();
    void export_selection();
    void open_as_poster();
    void apply(const Result<void>& done);

    Studio* studio_;
    GalleryModel* model_;
    QListView* grid_;
    QLineEdit* words_;
    QLabel *problem_, *count_, *empty_;
    QSlider* size_;
    QTreeWidget* side_;
    DetailsPanel* details_;
    QTimer search_timer_;
    std::vector<gallery::PictureId> trashed_;
    bool stale_ = true;
};

}  // namespace haibao::ui
