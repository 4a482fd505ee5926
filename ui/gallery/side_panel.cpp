// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/side_panel.h"

#include <QDragMoveEvent>
#include <QInputDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QScopedValueRollback>

#include "app/gallery/query.h"
#include "ui/style/error_words.h"
#include "ui/style/icons.h"

namespace haibao::ui {
namespace {

constexpr int query_role = Qt::UserRole + 1, album_role = Qt::UserRole + 2, tag_role = Qt::UserRole + 3;

/// "a b" as the query language takes it.
QString quoted(const QString& value) { return QString::fromStdString(gallery::quoted_value(value.toStdString())); }

gallery::AlbumId album_of(const QTreeWidgetItem* item) { return gallery::AlbumId{item ? item->data(0, album_role).toLongLong() : 0}; }

}  // namespace

SidePanel::SidePanel(std::function<gallery::Library*()> library, std::function<std::vector<gallery::PictureId>()> selection, QWidget* parent)
    : QTreeWidget(parent), library_(std::move(library)), selection_(std::move(selection)) {
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setMinimumWidth(160);
    setIndentation(14);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAcceptDrops(true);
    setAccessibleName(tr("Albums, saved searches and tags"));
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
        if (item->data(0, query_role).isValid()) emit search_wanted(item->data(0, query_role).toString());
    });
    connect(this, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        if (item->data(0, query_role).isValid()) emit search_wanted(item->data(0, query_role).toString());
    });
    connect(this, &QTreeWidget::itemChanged, this, &SidePanel::take_name);
    connect(this, &QTreeWidget::customContextMenuRequested, this, &SidePanel::show_menu);
}

QTreeWidgetItem* SidePanel::add(QTreeWidgetItem* parent, const QString& text, const QString& query, const QString& icon_name) {
    auto* made = parent ? new QTreeWidgetItem(parent, {text}) : new QTreeWidgetItem(this, {text});
    if (!query.isNull()) made->setData(0, query_role, query);
    if (!icon_name.isEmpty()) made->setIcon(0, icon(icon_name));
    return made;
}

void SidePanel::fill() {
    gallery::Library* library = library_();
    if (!library || state() == QAbstractItemView::EditingState) return;
    const QScopedValueRollback filling(filling_, true);
    clear();
    add(nullptr, tr("All pictures"), "", "view-list-icons");
    add(nullptr, tr("Starred"), "star:>=1", "star-shape");
    add(nullptr, tr("Last 7 days"), "after:7d", "view-history");
    add(nullptr, tr("Trash"), trashed_query, "edit-delete");
    albums_ = add(nullptr, tr("Albums"), {}, {});
    searches_ = add(nullptr, tr("Saved searches"), {}, {});
    tags_ = add(nullptr, tr("Tags"), {}, {});
    if (auto listed = library->albums())
        for (const gallery::Album& album : *listed) {
            const QString name = QString::fromStdString(album.name);
            auto* item = album.query ? add(searches_, name, QString::fromStdString(*album.query), "search") : add(albums_, name, "album:" + quoted(name), "folder");
            item->setData(0, album_role, qlonglong(album.id));
            item->setFlags(item->flags() | Qt::ItemIsEditable);
            item->setToolTip(0, album.query ? QString::fromStdString(*album.query) : tr("%n picture(s)", nullptr, int(album.pictures)));
        }
    if (auto listed = library->tags())
        for (const gallery::TagCount& tag : *listed) {
            const QString name = QString::fromStdString(tag.name);
            add(tags_, QString("%1  %2").arg(name).arg(tag.pictures), "tag:" + quoted(name), "tag")->setData(0, tag_role, name);
        }
    for (QTreeWidgetItem* group : {albums_, searches_, tags_}) group->setHidden(group->childCount() == 0);
    expandAll();
    mark(shown_);
}

void SidePanel::mark(const QString& query) {
    shown_ = query;
    const QSignalBlocker quiet(this);
    setCurrentItem(nullptr);
    for (QTreeWidgetItemIterator item(this); *item; ++item)
        if ((*item)->data(0, query_role).isValid() && (*item)->data(0, query_role).toString() == query) return setCurrentItem(*item);
}

void SidePanel::done(const Result<void>& result) {
    if (!result) emit failed(words_of(result.error()));
    fill();
    emit changed();
}

void SidePanel::save_search(const QString& query) {
    gallery::Library* library = library_();
    if (!library || query.trimmed().isEmpty()) return;
    const QString name = QInputDialog::getText(this, tr("Save this search"), tr("Name of the search “%1”").arg(query), QLineEdit::Normal, query.left(40)).trimmed();
    if (name.isEmpty()) return;
    auto made = library->create_album(name.toStdString(), query.trimmed().toStdString());
    done(made ? Result<void>() : pass_on(made));
    mark(query.trimmed());
}

void SidePanel::show_menu(const QPoint& at) {
    QTreeWidgetItem* item = itemAt(at);
    gallery::Library* library = library_();
    if (!item || !library) return;
    QMenu menu;
    const gallery::AlbumId album = album_of(item);
    if (album != gallery::AlbumId::none) {
        menu.addAction(tr("Rename"), this, [this, item] { rename(item); });
        menu.addAction(item->parent() == searches_ ? tr("Forget this search") : tr("Delete the album"), this, [this, item] { remove(item); });
        if (item->parent() == albums_)
            menu.addAction(tr("Take the selection out of it"), this, [this, library, album] { done(library->remove_from_album(album, selection_())); })->setEnabled(!selection_().empty());
    } else if (item->data(0, query_role).toString() == trashed_query) {
        menu.addAction(tr("Empty the trash…"), this, &SidePanel::empty_trash);
    }
    if (!menu.isEmpty()) menu.exec(viewport()->mapToGlobal(at));
}

void SidePanel::rename(QTreeWidgetItem* item) {
    if (album_of(item) != gallery::AlbumId::none) editItem(item);
}

void SidePanel::take_name(QTreeWidgetItem* item) {
    gallery::Library* library = library_();
    if (filling_ || !library || album_of(item) == gallery::AlbumId::none) return;
    const auto renamed = library->rename_album(album_of(item), item->text(0).toStdString());
    // Not now: the item is still being edited.
    QMetaObject::invokeMethod(this, [this, renamed] { done(renamed); }, Qt::QueuedConnection);
}

/// Only the list goes, never a picture.
void SidePanel::remove(QTreeWidgetItem* item) {
    const gallery::AlbumId album = album_of(item);
    if (album == gallery::AlbumId::none || !library_()) return;
    const bool search = item->parent() == searches_;
    if (!search && QMessageBox::question(this, tr("Delete the album?"), tr("“%1” is deleted; the pictures in it stay.").arg(item->text(0))) != QMessageBox::Yes) return;
    done(library_()->delete_album(album));
}

void SidePanel::empty_trash() {
    if (QMessageBox::question(this, tr("Empty the trash?"), tr("The pictures in the trash are deleted for good.")) != QMessageBox::Yes) return;
    auto emptied = library_()->empty_trash();
    done(emptied ? Result<void>() : pass_on(emptied));
}

void SidePanel::keyPressEvent(QKeyEvent* event) {
    if (state() != QAbstractItemView::EditingState && currentItem()) {
        if (event->key() == Qt::Key_F2) return rename(currentItem());
        if (event->key() == Qt::Key_Delete) return remove(currentItem());
    }
    QTreeWidget::keyPressEvent(event);
}

bool SidePanel::takes_pictures(const QTreeWidgetItem* item) const {
    return item && ((album_of(item) != gallery::AlbumId::none && item->parent() == albums_) || item->data(0, tag_role).isValid());
}

void SidePanel::dragEnterEvent(QDragEnterEvent* event) {
    if (event->source() && event->mimeData()->hasUrls() && !selection_().empty()) event->acceptProposedAction();
}

void SidePanel::dragMoveEvent(QDragMoveEvent* event) {
    if (takes_pictures(itemAt(event->position().toPoint()))) event->acceptProposedAction();
    else event->ignore();
}

void SidePanel::dropEvent(QDropEvent* event) {
    const QTreeWidgetItem* item = itemAt(event->position().toPoint());
    gallery::Library* library = library_();
    if (!takes_pictures(item) || !library) return;
    const auto ids = selection_();
    const std::string tag = item->data(0, tag_role).toString().toStdString();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    done(tag.empty() ? library->add_to_album(album_of(item), ids) : library->add_tags(ids, std::span(&tag, 1)));
}

}  // namespace haibao::ui
