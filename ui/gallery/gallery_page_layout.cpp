// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the page, and what one says to the other.
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/gallery/details_panel.h"
#include "ui/gallery/empty_state.h"
#include "ui/gallery/gallery_page.h"
#include "ui/gallery/grid_delegate.h"
#include "ui/gallery/lineage_view.h"
#include "ui/gallery/search_field.h"
#include "ui/gallery/side_panel.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {

void GalleryPage::connect_parts() {
    connect(&search_timer_, &QTimer::timeout, this, &GalleryPage::run_search);
    connect(words_, &QLineEdit::textChanged, &search_timer_, qOverload<>(&QTimer::start));
    connect(words_, &QLineEdit::textChanged, this, [this](const QString& text) { save_search_->setEnabled(!text.trimmed().isEmpty()); });
    connect(model_, &GalleryModel::counted, this, [this] {
        measure_selection();
        update_empty();
    });
    connect(studio_, &Studio::library_changed, this, [this] {
        stale_ = true;
        if (isVisible()) showEvent(nullptr);
    });
    connect(studio_, &Studio::library_closing, this, [this] {
        model_->set_library(nullptr);
        show_details();
        trashed_.clear();  // another library counts its pictures anew
        notice_->hide();
    });
    connect(side_, &SidePanel::search_wanted, this, &GalleryPage::search);
    connect(side_, &SidePanel::failed, this, &GalleryPage::say);
    connect(side_, &SidePanel::changed, this, [this] {
        model_->reload();
        show_details();
    });
    connect(empty_, &EmptyState::example_wanted, this, &GalleryPage::example_wanted);
    connect(empty_, &EmptyState::create_wanted, this, &GalleryPage::create_wanted);
    connect(empty_, &EmptyState::import_wanted, this, &GalleryPage::ask_import);
    connect(lineage_, &LineageView::picture_wanted, this, [this](qint64 id) { go_to(gallery::PictureId{id}); });
    connect(lineage_, &LineageView::poster_wanted, this, &GalleryPage::poster_wanted);
    connect(lineage_, &LineageView::left, this, [this] {
        middle_->setCurrentIndex(0);
        update_empty();
        grid_->setFocus();
    });
    connect(details_, &DetailsPanel::prompt_wanted, this, &GalleryPage::prompt_wanted);
    connect(details_, &DetailsPanel::seed_wanted, this, &GalleryPage::seed_wanted);
    connect(details_, &DetailsPanel::poster_wanted, this, &GalleryPage::poster_wanted);
    connect(details_, &DetailsPanel::variations_wanted, this, &GalleryPage::make_variations);
    connect(details_, &DetailsPanel::lineage_wanted, this, &GalleryPage::show_lineage);
    connect(details_, &DetailsPanel::export_wanted, this, &GalleryPage::export_selection);
    connect(details_, &DetailsPanel::stars_wanted, this, &GalleryPage::set_stars);
    connect(details_, &DetailsPanel::label_wanted, this, [this](gallery::Label label) {
        if (studio_->library()) apply(studio_->library()->set_label(selection(), label));
    });
    connect(details_, &DetailsPanel::tags_wanted, this, [this](const std::vector<std::string>& tags) {
        if (!studio_->library()) return;
        const auto done = studio_->library()->add_tags(selection(), tags);
        if (done) details_->clear_tags_for_all();
        apply(done);
        side_->fill();
    });
    connect(details_, &DetailsPanel::compare_wanted, this, &GalleryPage::compare);
    connect(details_, &DetailsPanel::trash_wanted, this, &GalleryPage::trash);
    connect(details_, &DetailsPanel::restore_wanted, this, [this] {
        if (studio_->library()) apply(studio_->library()->restore(selection()));
    });
    connect(details_, &DetailsPanel::search_wanted, this, &GalleryPage::search);
    connect(details_, &DetailsPanel::failed, studio_, &Studio::problem);
    connect(details_, &DetailsPanel::changed, this, [this] {
        model_->reload();
        side_->fill();
    });
}

QWidget* GalleryPage::build_search_bar() {
    auto* row = new QWidget;
    auto* bar = new QHBoxLayout(row);
    bar->setContentsMargins(0, 0, 0, 0);
    words_ = new SearchField([this] { return studio_->library(); });
    words_->setPlaceholderText(tr("Search: words, tag:… star:>=4 before:2026-01-01 colour:red -without"));
    words_->setClearButtonEnabled(true);
    words_->addAction(icon("search"), QLineEdit::LeadingPosition);
    words_->setAccessibleName(tr("Search"));
    save_search_ = icon_button("bookmark-new", tr("Save this search"));
    save_search_->setEnabled(false);
    size_ = new QSlider(Qt::Horizontal);
    size_->setRange(96, 360);
    size_->setValue(180);
    size_->setFixedWidth(120);
    size_->setAccessibleName(tr("Size of the thumbnails"));
    auto* import = new QPushButton(tr("Import…"));
    bar->addWidget(words_, 1);
    bar->addWidget(save_search_);
    bar->addWidget(size_);
    bar->addWidget(import);
    connect(save_search_, &QToolButton::clicked, this, &GalleryPage::save_search);
    connect(import, &QPushButton::clicked, this, &GalleryPage::ask_import);
    return row;
}

/// What was put into the trash can be brought back while this is seen.
QWidget* GalleryPage::build_notice() {
    notice_ = new QWidget;
    auto* row = new QHBoxLayout(notice_);
    row->setContentsMargins(0, 0, 0, 0);
    notice_words_ = new QLabel;
    auto* undo = new QPushButton(icon("edit-undo"), tr("Undo"));
    undo->setToolTip("Ctrl+Z");
    row->addWidget(notice_words_);
    row->addWidget(undo);
    row->addStretch(1);
    notice_->hide();
    connect(undo, &QPushButton::clicked, this, &GalleryPage::undo_trash);
    return notice_;
}

QWidget* GalleryPage::build_grid() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(build_search_bar());
    problem_ = new QLabel;
    problem_->setWordWrap(true);
    problem_->hide();
    layout->addWidget(problem_);
    grid_ = new QListView;
    grid_->setModel(model_);
    auto* delegate = new GridDelegate(model_, this);
    grid_->setItemDelegate(delegate);
    grid_->setViewMode(QListView::IconMode);
    grid_->setResizeMode(QListView::Adjust);
    grid_->setUniformItemSizes(true);
    grid_->setLayoutMode(QListView::Batched);
    grid_->setBatchSize(500);
    grid_->setMovement(QListView::Static);
    grid_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    grid_->setDragEnabled(true);
    grid_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    grid_->setContextMenuPolicy(Qt::CustomContextMenu);
    grid_->setMouseTracking(true);
    grid_->setFrameShape(QFrame::NoFrame);
    grid_->setAccessibleName(tr("Pictures"));
    grid_->installEventFilter(this);
    layout->addWidget(grid_, 1);
    nothing_ = new QLabel(grid_);
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setForegroundRole(roles::faint_text);
    nothing_->setAttribute(Qt::WA_TransparentForMouseEvents);
    layout->addWidget(build_notice());
    count_ = new QLabel;
    count_->setForegroundRole(roles::faint_text);
    layout->addWidget(count_);
    connect(size_, &QSlider::valueChanged, this, [this, delegate](int side) {
        delegate->set_side(side);
        model_->set_thumbnail_side(int(side * devicePixelRatioF()));
        grid_->doItemsLayout();
    });
    connect(grid_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &GalleryPage::show_details);
    connect(grid_, &QListView::doubleClicked, this, &GalleryPage::quick_look);
    connect(grid_, &QListView::customContextMenuRequested, this, &GalleryPage::show_menu);
    return page;
}

}  // namespace haibao::ui
