// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_page.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

#include "app/core/paths.h"
#include "ui/gallery/compare_view.h"
#include "ui/gallery/details_panel.h"
#include "ui/gallery/empty_state.h"
#include "ui/gallery/import_dialog.h"
#include "ui/gallery/lineage_view.h"
#include "ui/gallery/quick_look.h"
#include "ui/gallery/search_field.h"
#include "ui/gallery/side_panel.h"
#include "ui/style/error_words.h"

namespace haibao::ui {
namespace {

constexpr auto typing_pause = std::chrono::milliseconds(200);

}  // namespace

GalleryPage::GalleryPage(Studio* studio, QWidget* parent) : QWidget(parent), studio_(studio), model_(new GalleryModel(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* splitter = new QSplitter;
    layout->addWidget(splitter);
    side_ = new SidePanel([studio] { return studio->library(); }, [this] { return selection(); });
    splitter->addWidget(side_);
    middle_ = new QStackedWidget;
    middle_->addWidget(build_grid());
    empty_ = new EmptyState;
    middle_->addWidget(empty_);
    lineage_ = new LineageView;
    middle_->addWidget(lineage_);
    splitter->addWidget(middle_);
    details_ = new DetailsPanel;
    splitter->addWidget(details_);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({200, 900, 290});
    search_timer_.setSingleShot(true);
    search_timer_.setInterval(typing_pause);
    connect_parts();
}

void GalleryPage::showEvent(QShowEvent*) {
    model_->forget_failures();
    catch_up();
}

void GalleryPage::catch_up() {
    if (!stale_ || !studio_->library()) return;
    stale_ = false;
    if (model_->rowCount() == 0) {
        model_->set_library(studio_->library());
        run_search();
    } else {
        model_->reload();
    }
    side_->fill();
}

void GalleryPage::search(const QString& query) {
    middle_->setCurrentIndex(0);
    words_->setText(query);
    search_timer_.stop();
    run_search();
}

QString GalleryPage::searched() const { return words_->text(); }

void GalleryPage::run_search() {
    say(model_->search(words_->text()));
    side_->mark(words_->text().trimmed());
    show_details();
}

/// A library without pictures shows how to begin, but not while the last ones can be taken out of the trash; a search that finds
/// nothing only says so.
void GalleryPage::update_empty() {
    const bool found = model_->rowCount() > 0, searched = !words_->text().trimmed().isEmpty();
    nothing_->setVisible(!found && searched);
    const bool trash = words_->text().trimmed() == trashed_query;
    nothing_->setText(trash ? tr("The trash is empty.") : tr("No picture matches “%1”.").arg(words_->text()));
    if (middle_->currentWidget() != lineage_) middle_->setCurrentIndex(found || searched || !trashed_.empty() ? 0 : 1);
    details_->setVisible(middle_->currentWidget() != empty_);
}

std::vector<gallery::PictureId> GalleryPage::selection() const {
    std::vector<gallery::PictureId> ids;
    for (const QModelIndex& index : grid_->selectionModel()->selectedIndexes()) ids.push_back(model_->id_at(index.row()));
    return ids;
}

void GalleryPage::say(const QString& problem) {
    hinted_ = false;
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
}

void GalleryPage::hint(const QString& sentence) {
    say(sentence);
    hinted_ = true;
}

void GalleryPage::apply(const Result<void>& done) {
    say(done ? QString() : words_of(done.error()));
    model_->reload();
    show_details();
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
    notice_words_->setText(tr("%n picture(s) moved to the trash.", nullptr, int(ids.size())));
    notice_->show();
    grid_->setFocus();  // where Ctrl+Z is heard
}

void GalleryPage::undo_trash() {
    if (trashed_.empty() || !studio_->library()) return;
    apply(studio_->library()->restore(std::exchange(trashed_, {})));
    notice_->hide();
}

bool GalleryPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == grid_ && event->type() == QEvent::Resize) nothing_->setGeometry(grid_->viewport()->rect());
    // Digits are stars here, not zoom steps, and letters are ours: asked before the shortcuts are.
    if (watched == grid_ && event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool ours = key->modifiers() == Qt::NoModifier || (key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_Z);
        if (ours) event->accept();
        return ours;
    }
    if (watched != grid_ || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    return take_key(key->key(), key->modifiers() & ~Qt::KeypadModifier) || QWidget::eventFilter(watched, event);
}

bool GalleryPage::take_key(int key, Qt::KeyboardModifiers modifiers) {
    if (modifiers == Qt::ControlModifier && key == Qt::Key_Z && !trashed_.empty()) return undo_trash(), true;
    if (modifiers != Qt::NoModifier) return false;
    if (key >= Qt::Key_0 && key <= Qt::Key_5) return set_stars(key - Qt::Key_0), true;
    switch (key) {
        case Qt::Key_Delete: return trash(), true;
        case Qt::Key_Space: return quick_look(), true;
        case Qt::Key_Return:
        case Qt::Key_Enter: return open_as_poster(), true;
        case Qt::Key_C: return compare(), true;
        case Qt::Key_L: return show_lineage(), true;
        case Qt::Key_V: return make_variations(), true;
        default: return false;
    }
}

void GalleryPage::open_as_poster() {
    const QModelIndex current = grid_->currentIndex();
    if (const gallery::Picture* picture = model_->picture_at(current.row())) emit poster_wanted(paths::to_qt(picture->file));
}

void GalleryPage::make_variations() {
    const auto ids = selection();
    if (ids.size() == 1) return emit variations_wanted(qint64(ids.front()));
    hint(tr("Select one picture to make variations of."));
}

void GalleryPage::enlarge() {
    const auto ids = selection();
    if (ids.size() == 1) return emit enlarge_wanted(qint64(ids.front()));
    hint(tr("Select one picture to enlarge."));
}

void GalleryPage::compare() {
    const QModelIndexList chosen = grid_->selectionModel()->selectedIndexes();
    if (chosen.size() != 2) return hint(tr("Select two pictures to compare."));
    say({});
    std::array<CompareView::Side, 2> sides;
    for (int i = 0; i < 2; ++i) {
        const QModelIndex& index = chosen[i];
        if (const gallery::Picture* picture = model_->picture_at(index.row()))
            sides[std::size_t(i)] = {paths::to_qt(picture->file), model_->data(index, Qt::ToolTipRole).toString()};
    }
    auto* view = new CompareView(std::move(sides), window());
    connect(view, &QObject::destroyed, grid_, [this] { grid_->setFocus(); });
}

void GalleryPage::show_lineage() {
    const auto ids = selection();
    if (ids.size() != 1 || !studio_->library()) return hint(tr("Select one picture to see where it comes from."));
    const auto shown = lineage_->show_lineage(*studio_->library(), ids.front());
    if (!shown) return say(words_of(shown.error()));
    middle_->setCurrentWidget(lineage_);
    lineage_->setFocus();
}

/// In the lineage another picture was clicked: it is the one that everything speaks of now.
void GalleryPage::go_to(gallery::PictureId id) {
    if (!studio_->library()) return;
    (void)lineage_->show_lineage(*studio_->library(), id);
    find(id);
}

void GalleryPage::select(gallery::PictureId id) {
    if (!studio_->library()) return;
    middle_->setCurrentIndex(0);
    catch_up();
    find(id);
}

/// Selects it, in all that there is where the search that is shown did not find it.
void GalleryPage::find(gallery::PictureId id) {
    if (model_->row_of(id) < 0) {
        words_->setText({});
        search_timer_.stop();
        (void)model_->search({});
        side_->mark({});
    }
    if (const int row = model_->row_of(id); row >= 0) {
        grid_->setCurrentIndex(model_->index(row));
        grid_->scrollTo(model_->index(row));
    } else {
        details_->show_picture(*studio_->library(), id);  // in the trash
    }
}

void GalleryPage::save_search() { side_->save_search(words_->text().trimmed()); }

void GalleryPage::quick_look() {
    const int row = grid_->currentIndex().row();
    if (row < 0) return;
    auto* look = new QuickLook(model_, row, window());
    connect(look, &QuickLook::moved, this, [this](int at) { grid_->setCurrentIndex(model_->index(at)); });
    connect(look, &QObject::destroyed, grid_, [this] { grid_->setFocus(); });
}

void GalleryPage::export_selection() {
    QStringList files;
    for (const QModelIndex& index : grid_->selectionModel()->selectedIndexes())
        if (const gallery::Picture* picture = model_->picture_at(index.row())) files << paths::to_qt(picture->file);
    if (!files.isEmpty()) emit export_wanted(files);
}

void GalleryPage::ask_import() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder with pictures to import"));
    if (!folder.isEmpty()) import_files({folder});
}

void GalleryPage::import_files(const QStringList& files) {
    auto* dialog = new ImportDialog(Studio::library_folder(), files, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::finished_import, this, [this] {
        stale_ = true;
        showEvent(nullptr);
    });
    dialog->open();
}

}  // namespace haibao::ui
