// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <filesystem>

#include "ui/enlarge/painting_device.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/studio.h"

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QVBoxLayout;

namespace haibao::ui {

class BatchPage;
class DevicesPage;
class GalleryPage;
class Handbook;
class MergePage;
class ModelsPage;

/// The application's window: four pages, the menus, the status line.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    enum Page { create, gallery, batch, machine };
    explicit MainWindow(generate::WorkerOptions worker);
    ~MainWindow() override;

    /// Posters that were open, else the example with the prompt filled in.
    void restore();
    void open_files(const QStringList& files);
    void show_page(Page page);
    Page page() const;
    /// Closed for another language, to come again in it.
    bool reopens() const { return reopens_; }
    /// What that other window goes on with.
    struct Carried;
    Carried hand_over();
    void take_over(Carried carried);
    void show_merge();  ///< the other half of Batch: posters from a table
    CreatePage* create_page() const { return create_; }
    GalleryPage* gallery_page() const { return gallery_; }
    BatchPage* batch_page() const { return batch_; }
    MergePage* merge_page() const { return merge_; }
    Studio* studio() { return &studio_; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build_pages();
    void build_bar();
    void build_menus();
    void build_file_menu();
    void build_edit_menu();
    void build_layer_menu();
    void build_picture_menu();
    void build_view_menu();
    void build_look_menu(QMenu* view);
    void build_language_menu(QMenu* view);
    /// Asks when another language would cost something that was filled in.
    bool may_reopen();
    void build_help_menu();
    void fill_recent(QMenu* menu);
    void note_recent();
    /// From now on what is open is written down as it changes: a window that ends without being closed comes back with it.
    void remember_open();
    void say_recovered(const QStringList& titles);
    void update_actions();
    void show_palette();
    void show_shortcuts();
    void show_handbook();
    void export_poster();
    void check_text(PosterSession* session);
    void print_poster();
    /// What is seen: a picture of the poster, else what is selected in the gallery.
    void enlarge();
    void enlarge_layer();
    /// Nothing is being enlarged, or the user lets it go.
    bool may_stop_enlarging();
    void enlarge_in_library(qint64 picture);
    void keep_larger_of_layer(const QByteArray& before, const document::EmbeddedPicture& larger);
    PaintingDevice painting_device();
    void say(const QString& sentence);
    void show_device();
    void adopt(QMenu* menu, QAction* action);
    QAction* add(QMenu* menu, const QString& id, const QString& text, const QKeySequence& key, const std::function<void()>& what);

    Studio studio_;
    QVBoxLayout* banners_;  ///< above the pages
    QStackedWidget* pages_;
    QButtonGroup* page_buttons_;
    CreatePage* create_;
    GalleryPage* gallery_;
    QTabWidget* batch_tabs_;
    Handbook* handbook_ = nullptr;  // once it was asked for
    bool reopens_ = false;
    BatchPage* batch_;
    MergePage* merge_;
    DevicesPage* devices_;
    ModelsPage* models_;
    QLabel *device_label_, *status_label_, *pause_label_;
    QString device_name_, pace_;  ///< as people call them
    QPushButton* resume_;
    QAction *undo_ = nullptr, *redo_ = nullptr;
};

struct MainWindow::Carried {
    Page page = create;
    CreatePage::Work work;
    bool untouched = false;  ///< the first start's prompt and example, which the other language has its own of
    QString searched;        ///< in the gallery
    QStringList batch_files;
    QRect geometry;      ///< of a window that is neither maximised nor full screen
    CreatePage::Panels panels;
};

}  // namespace haibao::ui
