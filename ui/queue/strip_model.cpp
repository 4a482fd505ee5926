// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/strip_model.h"

#include <algorithm>

namespace haibao::ui {

int StripModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(tiles_.size()); }

const Tile* StripModel::tile(const QModelIndex& index) const {
    return index.isValid() && index.row() < int(tiles_.size()) ? &tiles_[std::size_t(index.row())] : nullptr;
}

QVariant StripModel::data(const QModelIndex& index, int role) const {
    const Tile* found = tile(index);
    if (!found) return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return found->words.isEmpty() ? found->caption : found->caption + " – " + found->words;
    if (role == Qt::ToolTipRole) {
        QString tip = found->caption;
        if (!found->words.isEmpty()) tip += "\n" + found->words;
        if (found->state == TileState::done) tip += "\n" + tr("Seed %1").arg(found->seed);
        if (found->state == TileState::failed || found->state == TileState::cancelled) tip += "\n" + tr("Click to try again.");
        return tip;
    }
    return {};
}

void StripModel::prepend(Tile tile) { insert(0, std::move(tile)); }

void StripModel::insert(int row, Tile tile) {
    row = std::clamp(row, 0, int(tiles_.size()));
    beginInsertRows({}, row, row);
    tiles_.insert(tiles_.begin() + row, std::move(tile));
    endInsertRows();
}

Tile StripModel::take(int row) {
    beginRemoveRows({}, row, row);
    Tile tile = std::move(tiles_[std::size_t(row)]);
    tiles_.erase(tiles_.begin() + row);
    endRemoveRows();
    return tile;
}

void StripModel::update(qint64 job, int picture, const std::function<void(Tile&)>& change) {
    for (std::size_t i = 0; i < tiles_.size(); ++i) {
        if (tiles_[i].job != job || tiles_[i].picture != picture) continue;
        change(tiles_[i]);
        emit dataChanged(index(int(i)), index(int(i)));
    }
}

void StripModel::update_job(qint64 job, const std::function<void(Tile&)>& change) {
    for (std::size_t i = 0; i < tiles_.size(); ++i) {
        if (tiles_[i].job != job) continue;
        change(tiles_[i]);
        emit dataChanged(index(int(i)), index(int(i)));
    }
}

bool StripModel::has_running() const {
    return std::ranges::any_of(tiles_, [](const Tile& tile) { return tile.state == TileState::running || tile.state == TileState::waiting; });
}

}  // namespace haibao::ui
