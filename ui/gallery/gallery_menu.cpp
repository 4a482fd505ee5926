// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The context menu of the gallery's grid.
#include <QInputDialog>
#include <QListView>
#include <QMenu>

#include "app/core/paths.h"
#include "ui/gallery/gallery_page.h"
#include "ui/gallery/rating_bar.h"
#include "ui/gallery/side_panel.h"

namespace haibao::ui {

void GalleryPage::show_menu(const QPoint& at) {
    gallery::Library* library = studio_->library();
    const auto ids = selection();
    if (ids.empty() || !library) return;
    QMenu menu;
    menu.addAction(tr("Open as poster"), this, &GalleryPage::open_as_poster);
    menu.addAction(tr("Check text…"), this, [this] {
        if (const gallery::Picture* picture = model_->picture_at(grid_->currentIndex().row())) emit check_wanted(paths::to_qt(picture->file));
    })->setEnabled(ids.size() == 1);
    menu.addAction(tr("Enlarge…"), this, &GalleryPage::enlarge)->setEnabled(ids.size() == 1);
    menu.addAction(tr("Make variations"), this, &GalleryPage::make_variations)->setEnabled(ids.size() == 1);
    menu.addAction(tr("Where it comes from"), this, &GalleryPage::show_lineage)->setEnabled(ids.size() == 1);
    menu.addAction(tr("Compare"), this, &GalleryPage::compare)->setEnabled(ids.size() == 2);
    menu.addAction(tr("Export…"), this, &GalleryPage::export_selection);
    menu.addSeparator();
    QMenu* stars = menu.addMenu(tr("Stars"));
    for (int count = 0; count <= 5; ++count) stars->addAction(count ? QString("★").repeated(count) : tr("None"), this, [this, count] { set_stars(count); });
    QMenu* labels = menu.addMenu(tr("Label"));
    for (int label = 0; label < int(gallery::label_words.size()); ++label)
        labels->addAction(name_of(gallery::Label(label)), this, [this, library, ids, label] { apply(library->set_label(ids, gallery::Label(label))); });
    QMenu* albums = menu.addMenu(tr("Add to album"));
    if (auto listed = library->albums())
        for (const gallery::Album& album : *listed)
            if (!album.query) albums->addAction(QString::fromStdString(album.name), this, [this, library, ids, id = album.id] { apply(library->add_to_album(id, ids)); });
    albums->addAction(tr("New album…"), this, [this, library, ids] {
        const QString name = QInputDialog::getText(this, tr("New album"), tr("Name"));
        if (name.trimmed().isEmpty()) return;
        auto album = library->create_album(name.trimmed().toStdString());
        apply(album ? library->add_to_album(*album, ids) : Result<void>(pass_on(album)));
        side_->fill();
    });
    menu.addSeparator();
    const gallery::Picture* current = model_->picture_at(grid_->currentIndex().row());
    if (current && current->trashed) menu.addAction(tr("Bring back from the trash"), this, [this, library, ids] { apply(library->restore(ids)); });
    else menu.addAction(tr("Move to the trash"), this, &GalleryPage::trash);
    menu.exec(grid_->viewport()->mapToGlobal(at));
}

}  // namespace haibao::ui
