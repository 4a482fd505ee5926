// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <QSize>
#include <functional>
#include <vector>

namespace haibao::ui {

/// What became of one picture that was asked for.
enum class TileState { waiting, running, done, failed, cancelled };

struct Tile {
    qint64 job = 0;       ///< of the queue
    int picture = 0;      ///< in the job
    TileState state = TileState::waiting;
    QImage image;         ///< preview while it runs, thumbnail when it is done
    double fraction = 0;  ///< 0…1
    QString words;        ///< "painting 19/30", or why it failed
    QString brief;        ///< the same where there is little room: "19/30"; may be empty
    QString caption;      ///< the prompt's titles or its beginning
    QString file;         ///< of the finished picture
    qint64 library_id = 0;
    quint64 seed = 0;
    bool starred = false;
    bool elsewhere = false;  ///< a failed job that did not run on the processor
    QSize smaller;           ///< a failed job could be tried in; empty = not smaller
};

/// Results and waiting jobs, newest first.
class StripModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { tile_role = Qt::UserRole + 1 };
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    const Tile* tile(const QModelIndex& index) const;
    void prepend(Tile tile);
    /// Changes the tile of a job's picture; nothing when there is none.
    void update(qint64 job, int picture, const std::function<void(Tile&)>& change);
    void update_job(qint64 job, const std::function<void(Tile&)>& change);
    Tile take(int row);
    void insert(int row, Tile tile);
    bool has_running() const;

private:
    std::vector<Tile> tiles_;
};

}  // namespace haibao::ui
