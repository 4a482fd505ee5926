// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QCache>
#include <QImage>
#include <QHash>
#include <vector>

#include "app/gallery/search.h"
#include "app/gallery/thumbnail_loader.h"
#include "app/gallery/thumbnails.h"

namespace haibao::ui {

/// The pictures that a search found: their ids at once, their rows and thumbnails when they come into sight. Smooth with
/// 100,000 of them.
class GalleryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { picture_role = Qt::UserRole + 1 };
    explicit GalleryModel(QObject* parent = nullptr);

    void set_library(gallery::Library* library);
    /// Returns a sentence when the query cannot be read; the model then stays as it is.
    QString search(const QString& query);
    void reload();  ///< the same search again; rows that stay keep their place

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    QStringList mimeTypes() const override { return {"text/uri-list"}; }

    gallery::PictureId id_at(int row) const;
    int row_of(gallery::PictureId id) const;  ///< −1: the search did not find it
    const gallery::Picture* picture_at(int row) const;
    /// Null while it is still being read.
    const QImage* thumbnail_at(int row) const;
    void set_thumbnail_side(int pixels);
    /// Pictures that could not be read are tried again when they are next asked for: a disk may be back.
    void forget_failures();

signals:
    void counted(qsizetype pictures);

private:
    bool insert_missing(const std::vector<gallery::PictureId>& ids);
    bool remove_vanished(const std::vector<gallery::PictureId>& ids);
    void fetch_around(int row) const;
    void load_thumbnail(const gallery::Picture& picture, int row) const;
    void take_thumbnail(const gallery::LoadedThumbnail& thumbnail);

    gallery::Library* library_ = nullptr;
    gallery::Query query_;
    std::vector<gallery::PictureId> ids_;
    mutable QCache<qint64, gallery::Picture> rows_;
    mutable QCache<qint64, QImage> thumbnails_;
    mutable gallery::ThumbnailLoader loader_;
    mutable QHash<qint64, int> loading_;  ///< picture → row that wants it
    int side_ = gallery::small_thumbnail;
};

}  // namespace haibao::ui
