// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_page.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <utility>

#include "app/core/paths.h"
#include "ui/gallery/details_panel.h"
#include "ui/gallery/grid_delegate.h"
#include "ui/gallery/import_dialog.h"
#include "ui/gallery/quick_look.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr auto typing_pause = std::chrono::milliseconds(200);
constexpr int query_role = Qt::UserRole + 1;

/// "a b" as the query language takes it.
QString quoted(const QString& value) { return QString::fromStdString(gallery::quoted_value(value.toStdString())); }

}  // namespace

GalleryPage::GalleryPage(Studio* studio, QWidget* parent) : QWidget(parent), studio_(studio), model_(new GalleryModel(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* splitter = new QSplitter;
    layout->addWidget(splitter);
    splitter->addWidget(build_side());
    splitter->addWidget(build_grid());
    details_ = new DetailsPanel;
    splitter->addWidget(details_);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({200, 900, 280});

    search_timer_.setSingleShot(true);
    search_timer_.setInterval(typing_pause);
    connect(&search_timer_, &QTimer::timeout, this, &GalleryPage::run_search);
    connect(words_, &QLineEdit::textChanged, &search_timer_, qOverload<>(&QTimer::start));
    connect(model_, &GalleryModel::counted, this, [this](qsizetype count) {
        count_->setText(tr("%n picture(s)", nullptr, int(count)));
        empty_->setVisible(count == 0);
        empty_->setText(words_->text().isEmpty() ? tr("Nothing here yet.\nPictures you generate are kept here; others can be imported.")
                                                 : tr("No picture matches “%1”.").arg(words_->text()));
    });
    connect(studio_, &Studio::library_changed, this, [this] {
        stale_ = true;
        if (isVisible()) showEvent(nullptr);
    });
    connect(details_, &DetailsPanel::prompt_wanted, this, &GalleryPage::prompt_wanted);
    connect(details_, &DetailsPanel::seed_wanted, this, &GalleryPage::seed_wanted);
    connect(details_, &DetailsPanel::poster_wanted, this, &GalleryPage::poster_wanted);
    connect(details_, &DetailsPanel::export_wanted, this, &GalleryPage::export_selection);
    connect(details_, &DetailsPanel::search_wanted, this, &GalleryPage::search);
    connect(details_, &DetailsPanel::changed, this, &GalleryPage::fill_side);
    connect(details_, &DetailsPanel::failed, studio_, &Studio::problem);
}

QWidget* GalleryPage::build_side() {
    side_ = new QTreeWidget;
    side_->setHeaderHidden(true);
    side_->setFrameShape(QFrame::NoFrame);
    side_->setMinimumWidth(160);
    side_->setAccessibleName(tr("Albums and tags"));
    connect(side_, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
        if (item->data(0, query_role).isValid()) search(item->data(0, query_role).toString());
    });
    return side_;
}

QWidget* GalleryPage::build_grid() {
    auto* middle = new QWidget;
    auto* layout = new QVBoxLayout(middle);
    auto* bar = new QHBoxLayout;
    words_ = new QLineEdit;
    words_->setPlaceholderText(tr("Search: words, tag:… star:>=4 before:2026-01-01 colour:red -without"));
    words_->setClearButtonEnabled(true);
    words_->addAction(icon("search"), QLineEdit::LeadingPosition);
    words_->setAccessibleName(tr("Search"));
    size_ = new QSlider(Qt::Horizontal);
    size_->setRange(96, 360);
    size_->setValue(180);
    size_->setFixedWidth(120);
    size_->setAccessibleName(tr("Size of the thumbnails"));
    auto* import = new QPushButton(tr("Import…"));
    bar->addWidget(words_, 1);
    bar->addWidget(size_);
    bar->addWidget(import);
    layout->addLayout(bar);
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
    empty_ = new QLabel(grid_);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    empty_->setAttribute(Qt::WA_TransparentForMouseEvents);
    count_ = new QLabel;
    count_->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(count_);
    connect(size_, &QSlider::valueChanged, this, [this, delegate](int side) {
        delegate->set_side(side);
        model_->set_thumbnail_side(int(side * devicePixelRatioF()));
        grid_->doItemsLayout();
    });
    connect(import, &QPushButton::clicked, this, &GalleryPage::import_folder);
    connect(grid_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &GalleryPage::show_details);
    connect(grid_, &QListView::doubleClicked, this, &GalleryPage::quick_look);
    connect(grid_, &QListView::customContextMenuRequested, this, &GalleryPage::show_menu);
    return middle;
}

void GalleryPage::showEvent(QShowEvent*) {
    if (!stale_ || !studio_->library()) return;
    stale_ = false;
    if (model_->rowCount() == 0) {
        model_->set_library(studio_->library());
        run_search();
    } else {
        model_->reload();
    }
    fill_side();
}

void GalleryPage::search(const QString& query) {
    words_->setText(query);
    search_timer_.stop();
    run_search();
}

void GalleryPage::run_search() {
    const QString problem = model_->search(words_->text());
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    details_->show_count(0, 0);
}

void GalleryPage::fill_side() {
    gallery::Library* library = studio_->library();
    if (!library) return;
    side_->clear();
    const auto item = [this](QTreeWidgetItem* parent, const QString& text, const QString& query, const QString& icon_name) {
        auto* made = parent ? new QTreeWidgetItem(parent, {text}) : new QTreeWidgetItem(side_, {text});
        if (!query.isNull()) made->setData(0, query_role, query);
        if (!icon_name.isEmpty()) made->setIcon(0, icon(icon_name));
        return made;
    };
    item(nullptr, tr("All pictures"), "", "view-list-icons");
    item(nullptr, tr("Starred"), "star:>=1", "star-shape");
    item(nullptr, tr("Last 7 days"), "after:7d", "view-history");
    item(nullptr, tr("Trash"), "is:trashed", "edit-delete");
    auto* albums = item(nullptr, tr("Albums"), {}, {});
    if (auto listed = library->albums())
        for (const gallery::Album& album : *listed) {
            const QString name = QString::fromStdString(album.name);
            item(albums, name, album.query ? QString::fromStdString(*album.query) : "album:" + quoted(name), album.query ? "search" : "folder");
        }
    auto* tags = item(nullptr, tr("Tags"), {}, {});
    if (auto listed = library->tags())
        for (const gallery::TagCount& tag : *listed) {
            const QString name = QString::fromStdString(tag.name);
            item(tags, QString("%1  %2").arg(name).arg(tag.pictures), "tag:" + quoted(name), "tag");
        }
    side_->expandAll();
}

std::vector<gallery::PictureId> GalleryPage::selection() const {
    std::vector<gallery::PictureId> ids;
    for (const QModelIndex& index : grid_->selectionModel()->selectedIndexes()) ids.push_back(model_->id_at(index.row()));
    return ids;
}

void GalleryPage::show_details() {
    const QModelIndexList chosen = grid_->selectionModel()->selectedIndexes();
    if (chosen.size() == 1 && studio_->library()) return details_->show_picture(*studio_->library(), model_->id_at(chosen.front().row()));
    qint64 bytes = 0;
    for (const QModelIndex& index : chosen)
        if (const gallery::Picture* picture = chosen.size() < 2000 ? model_->picture_at(index.row()) : nullptr) bytes += picture->bytes;
    details_->show_count(int(chosen.size()), bytes);
}

void GalleryPage::apply(const Result<void>& done) {
    problem_->setText(done ? QString() : QString::fromStdString(done.error().message));
    problem_->setVisible(!done);
    model_->reload();
}

void GalleryPage::set_stars(int stars) {
    const auto ids = selection();
    if (!ids.empty() && studio_->library()) apply(studio_->library()->set_stars(ids, stars));
}

void GalleryPage::trash() {
    const auto ids = selection();
    if (ids.empty() || !studio_->library()) return;
    trashed_ = ids;
    apply(studio_->library()->trash(ids));
    count_->setText(tr("%n picture(s) in the trash. Ctrl+Z brings back.", nullptr, int(ids.size())));
}

bool GalleryPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == grid_ && event->type() == QEvent::Resize) empty_->setGeometry(grid_->viewport()->rect());
    // Digits are stars here, not zoom steps: asked before the shortcuts are.
    if (watched == grid_ && event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool ours = key->modifiers() == Qt::NoModifier || (key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_Z);
        if (ours) event->accept();
        return ours;
    }
    if (watched != grid_ || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() == Qt::NoModifier && key->key() >= Qt::Key_0 && key->key() <= Qt::Key_5) return set_stars(key->key() - Qt::Key_0), true;
    if (key->key() == Qt::Key_Delete) return trash(), true;
    if (key->key() == Qt::Key_Space) return quick_look(), true;
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) return open_as_poster(), true;
    if (key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_Z && !trashed_.empty() && studio_->library()) {
        apply(studio_->library()->restore(std::exchange(trashed_, {})));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void GalleryPage::open_as_poster() {
    const QModelIndex current = grid_->currentIndex();
    if (const gallery::Picture* picture = model_->picture_at(current.row())) emit poster_wanted(paths::to_qt(picture->file));
}

void GalleryPage::show_menu(const QPoint& at) {
    gallery::Library* library = studio_->library();
    const auto ids = selection();
    if (ids.empty() || !library) return;
    QMenu menu;
    menu.addAction(tr("Open as poster"), this, &GalleryPage::open_as_poster);
    menu.addAction(tr("Export…"), this, &GalleryPage::export_selection);
    QMenu* stars = menu.addMenu(tr("Stars"));
    for (int count = 0; count <= 5; ++count) stars->addAction(count ? QString("★").repeated(count) : tr("None"), this, [this, count] { set_stars(count); });
    QMenu* labels = menu.addMenu(tr("Label"));
    const QStringList names{tr("None"), tr("Red"), tr("Orange"), tr("Yellow"), tr("Green"), tr("Blue"), tr("Purple"), tr("Grey")};
    for (int label = 0; label < names.size(); ++label)
        labels->addAction(names[label], this, [this, library, ids, label] { apply(library->set_label(ids, gallery::Label(label))); });
    QMenu* albums = menu.addMenu(tr("Add to album"));
    if (auto listed = library->albums())
        for (const gallery::Album& album : *listed)
            if (!album.query) albums->addAction(QString::fromStdString(album.name), this, [this, library, ids, id = album.id] { apply(library->add_to_album(id, ids)); });
    albums->addAction(tr("New album…"), this, [this, library, ids] {
        const QString name = QInputDialog::getText(this, tr("New album"), tr("Name"));
        if (name.trimmed().isEmpty()) return;
        auto album = library->create_album(name.trimmed().toStdString());
        apply(album ? library->add_to_album(*album, ids) : Result<void>(pass_on(album)));
        fill_side();
    });
    menu.addSeparator();
    menu.addAction(tr("Bring back from the trash"), this, [this, library, ids] { apply(library->restore(ids)); });
    menu.addAction(tr("Move to the trash"), this, &GalleryPage::trash);
    menu.exec(grid_->viewport()->mapToGlobal(at));
}

void GalleryPage::quick_look() {
    const int row = grid_->currentIndex().row();
    if (row < 0) return;
    auto* look = new QuickLook(model_, row, window());
    connect(look, &QuickLook::moved, this, [this](int at) { grid_->setCurrentIndex(model_->index(at)); });
}

void GalleryPage::export_selection() {
    QStringList files;
    for (const QModelIndex& index : grid_->selectionModel()->selectedIndexes())
        if (const gallery::Picture* picture = model_->picture_at(index.row())) files << paths::to_qt(picture->file);
    if (!files.isEmpty()) emit export_wanted(files);
}

void GalleryPage::import_folder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder with pictures to import"));
    if (folder.isEmpty()) return;
    ImportDialog dialog(Studio::library_folder(), folder, this);
    dialog.exec();
    model_->reload();
    fill_side();
}

}  // namespace haibao::ui
