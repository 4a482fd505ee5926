// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallery_model.h"

#include <QMimeData>
#include <QUrl>
#include <algorithm>

#include "app/core/paths.h"
#include "app/gallery/thumbnails.h"
#include "ui/style/error_words.h"

namespace haibao::ui {
namespace {

constexpr int fetch_size = 128;              // rows read at once around the one that is wanted
constexpr int cached_rows = 4000;
constexpr std::size_t most_pieces = 200;     // beyond these a view begins anew
constexpr int thumbnail_cache_kilobytes = 160 * 1024;

}  // namespace

GalleryModel::GalleryModel(QObject* parent)
    : QAbstractListModel(parent), rows_(cached_rows), thumbnails_(thumbnail_cache_kilobytes), loader_(gallery::Thumbnails::usual_file()) {
    connect(&loader_, &gallery::ThumbnailLoader::ready, this, &GalleryModel::take_thumbnail);
}

void GalleryModel::set_library(gallery::Library* library) {
    beginResetModel();
    library_ = library;
    ids_.clear();
    rows_.clear();
    thumbnails_.clear();  // another library counts its pictures anew
    loading_.clear();
    loader_.forget_waiting();
    endResetModel();
    search({});
}

QString GalleryModel::search(const QString& text) {
    if (!library_) return {};
    const std::string words = text.toStdString();
    auto query = gallery::parse_query(words);
    if (!query) return words_of(gallery::to_error(query.error(), words));
    auto ids = gallery::search_ids(*library_, *query);
    if (!ids) return words_of(ids.error());
    beginResetModel();
    query_ = std::move(*query);
    ids_ = std::move(*ids);
    rows_.clear();
    loading_.clear();
    loader_.forget_waiting();
    endResetModel();
    emit counted(qsizetype(ids_.size()));
    return {};
}

void GalleryModel::reload() {
    if (!library_) return;
    forget_failures();
    auto ids = gallery::search_ids(*library_, query_);
    if (!ids) return;
    rows_.clear();
    if (*ids == ids_) {
        if (!ids_.empty()) emit dataChanged(index(0), index(int(ids_.size()) - 1));
        return;
    }
    // Some came, or some went: then the selection and the place stay.
    if (!insert_missing(*ids) && !remove_vanished(*ids)) {
        beginResetModel();
        ids_ = std::move(*ids);
        endResetModel();
    }
    emit counted(qsizetype(ids_.size()));
}

namespace {

using Ids = std::vector<gallery::PictureId>;

/// The stretches of `whole` that `part` lacks, as first and last index; nothing where it is no part of it, or in too many pieces
/// to tell views about.
std::optional<std::vector<std::pair<int, int>>> stretches_without(const Ids& whole, const Ids& part) {
    std::vector<std::pair<int, int>> found;
    std::size_t at = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (at < part.size() && whole[i] == part[at]) {
            ++at;
            continue;
        }
        if (!found.empty() && found.back().second == int(i) - 1) found.back().second = int(i);
        else found.emplace_back(int(i), int(i));
        if (found.size() > most_pieces) return std::nullopt;
    }
    if (at != part.size()) return std::nullopt;
    return found;
}

}  // namespace

bool GalleryModel::insert_missing(const Ids& ids) {
    const auto added = ids.size() > ids_.size() ? stretches_without(ids, ids_) : std::nullopt;
    if (!added) return false;
    for (const auto& [first, last] : *added) {
        beginInsertRows({}, first, last);
        ids_.insert(ids_.begin() + first, ids.begin() + first, ids.begin() + last + 1);
        endInsertRows();
    }
    return true;
}

bool GalleryModel::remove_vanished(const Ids& ids) {
    const auto gone = ids.size() < ids_.size() ? stretches_without(ids_, ids) : std::nullopt;
    if (!gone) return false;
    for (auto piece = gone->rbegin(); piece != gone->rend(); ++piece) {
        beginRemoveRows({}, piece->first, piece->second);
        ids_.erase(ids_.begin() + piece->first, ids_.begin() + piece->second + 1);
        endRemoveRows();
    }
    return true;
}

int GalleryModel::row_of(gallery::PictureId id) const {
    const auto found = std::ranges::find(ids_, id);
    return found == ids_.end() ? -1 : int(found - ids_.begin());
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
    load_thumbnail(*picture, row);
    return nullptr;
}

void GalleryModel::load_thumbnail(const gallery::Picture& picture, int row) const {
    const qint64 id = qint64(picture.id);
    if (loading_.contains(id)) return;
    auto details = library_->get(picture.id);
    if (!details) return;
    loading_.insert(id, row);
    loader_.request(picture.id, picture.file, details->sha256, side_);
}

void GalleryModel::take_thumbnail(const gallery::LoadedThumbnail& thumbnail) {
    const qint64 id = qint64(thumbnail.id);
    if (!loading_.contains(id)) return;
    const int row = loading_.take(id);
    thumbnails_.insert(id, new QImage(thumbnail.image), std::max(1, int(thumbnail.image.sizeInBytes() / 1024)));
    if (id_at(row) == thumbnail.id) emit dataChanged(index(row), index(row));
}

void GalleryModel::forget_failures() {
    for (const qint64 id : thumbnails_.keys())
        if (const QImage* image = thumbnails_.object(id); image && image->isNull()) thumbnails_.remove(id);
}

/// The cache knows two sizes (thumbnails.h).
void GalleryModel::set_thumbnail_side(int pixels) {
    const int side = pixels > gallery::small_thumbnail ? gallery::large_thumbnail : gallery::small_thumbnail;
    if (side == side_) return;
    side_ = side;
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
