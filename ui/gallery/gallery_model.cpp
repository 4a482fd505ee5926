// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_model.h"

#include <QApplication>
#include <QImageReader>
#include <QMimeData>
#include <QThreadPool>
#include <QUrl>
#include <atomic>
#include <filesystem>

#include "app/core/paths.h"

namespace haibao::ui {
namespace {

constexpr int fetch_size = 128;              // rows read at once around the one that is wanted
constexpr int cached_rows = 4000;
constexpr int thumbnail_cache_kilobytes = 160 * 1024;

QImage read_thumbnail(const QString& file, int side) {
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > side || size.height() > side)) reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio));
    return reader.read().convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

}  // namespace

struct GalleryModel::Alive {
    std::atomic<bool> alive = true;
};

GalleryModel::GalleryModel(QObject* parent)
    : QAbstractListModel(parent), rows_(cached_rows), thumbnails_(thumbnail_cache_kilobytes), alive_(std::make_shared<Alive>()) {}

GalleryModel::~GalleryModel() { alive_->alive = false; }

void GalleryModel::set_library(gallery::Library* library) {
    library_ = library;
    search({});
}

QString GalleryModel::search(const QString& text) {
    if (!library_) return {};
    const std::string words = text.toStdString();
    auto query = gallery::parse_query(words);
    if (!query) return QString::fromStdString(gallery::to_error(query.error(), words).message);
    auto ids = gallery::search_ids(*library_, *query);
    if (!ids) return QString::fromStdString(ids.error().message);
    beginResetModel();
    query_ = std::move(*query);
    ids_ = std::move(*ids);
    rows_.clear();
    endResetModel();
    emit counted(qsizetype(ids_.size()));
    return {};
}

void GalleryModel::reload() {
    if (!library_) return;
    auto ids = gallery::search_ids(*library_, query_);
    if (!ids) return;
    rows_.clear();
    if (*ids == ids_) {
        if (!ids_.empty()) emit dataChanged(index(0), index(int(ids_.size()) - 1));
        return;
    }
    // New pictures come at the front most of the time: then the selection and the place stay.
    const auto added = std::ptrdiff_t(ids->size()) - std::ptrdiff_t(ids_.size());
    if (added > 0 && std::equal(ids_.begin(), ids_.end(), ids->begin() + added)) {
        beginInsertRows({}, 0, int(added) - 1);
        ids_ = std::move(*ids);
        endInsertRows();
    } else {
        beginResetModel();
        ids_ = std::move(*ids);
        endResetModel();
    }
    emit counted(qsizetype(ids_.size()));
}

int GalleryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(ids_.size()); }

gallery::PictureId GalleryModel::id_at(int row) const {
    return row >= 0 && row < int(ids_.size()) ? ids_[std::size_t(row)] : gallery::PictureId::none;
}

void GalleryModel::fetch_around(int row) const {
    const std::size_t first = std::size_t(row / fetch_size * fetch_size), last = std::min(ids_.size(), first + fetch_size);
    auto pictures = library_->pictures(std::span(ids_).subspan(first, last - first));
    if (!pictures) return;
    for (gallery::Picture& picture : *pictures) rows_.insert(qint64(picture.id), new gallery::Picture(std::move(picture)));
}

const gallery::Picture* GalleryModel::picture_at(int row) const {
    const gallery::PictureId id = id_at(row);
    if (id == gallery::PictureId::none || !library_) return nullptr;
    if (!rows_.contains(qint64(id))) fetch_around(row);
    return rows_.object(qint64(id));
}

const QImage* GalleryModel::thumbnail_at(int row) const {
    const gallery::Picture* picture = picture_at(row);
    if (!picture) return nullptr;
    if (const QImage* image = thumbnails_.object(qint64(picture->id))) return image;
    load_thumbnail(*picture);
    return nullptr;
}

void GalleryModel::load_thumbnail(const gallery::Picture& picture) const {
    const qint64 id = qint64(picture.id);
    if (loading_.contains(id) || loading_.size() > 200) return;  // what scrolled by is asked for again when it stays
    loading_.insert(id);
    const QString file = paths::to_qt(picture.file);
    auto* self = const_cast<GalleryModel*>(this);
    QThreadPool::globalInstance()->start([self, alive = alive_, id, file, side = side_] {
        if (!alive->alive) return;
        QImage image = read_thumbnail(file, side);
        QMetaObject::invokeMethod(qApp, [self, alive, id, image = std::move(image)] {
            if (!alive->alive) return;
            self->loading_.remove(id);
            self->thumbnails_.insert(id, new QImage(image), std::max(1, int(image.sizeInBytes() / 1024)));
            emit self->layoutChanged();
        });
    });
}

void GalleryModel::set_thumbnail_side(int pixels) {
    if (pixels <= side_) return;
    side_ = pixels;
    thumbnails_.clear();
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
    const gallery::Picture* picture = picture_at(index.row());
    if (!picture) return {};
    switch (role) {
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole: {
            auto details = library_->get(picture->id);
            if (!details) return {};
            QString tip = QString::fromStdString(details->making.prompt);
            if (tip.size() > 300) tip = tip.left(298) + "…";
            if (details->making.seed) tip += "\n" + tr("Seed %1").arg(*details->making.seed);
            return tip;
        }
        default: return {};
    }
}

Qt::ItemFlags GalleryModel::flags(const QModelIndex& index) const { return QAbstractListModel::flags(index) | Qt::ItemIsDragEnabled; }

QMimeData* GalleryModel::mimeData(const QModelIndexList& indexes) const {
    QList<QUrl> urls;
    for (const QModelIndex& index : indexes)
        if (const gallery::Picture* picture = picture_at(index.row())) urls << QUrl::fromLocalFile(paths::to_qt(picture->file));
    auto* data = new QMimeData;
    data->setUrls(urls);
    return data;
}

}  // namespace haibao::ui
