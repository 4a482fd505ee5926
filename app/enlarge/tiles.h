// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <functional>
#include <map>
#include <vector>

#include "app/export/raster.h"
#include "inference/base/image.h"

// A picture too large for one job of a model, in tiles that overlap and go over into each other.
namespace haibao::enlarge {

/// Tiles of one length over a longer line, evenly spread, each overlapping the next.
class TileLine {
public:
    /// `tile` > `overlap`; a line shorter than a tile gets one that reaches over its end.
    TileLine(int length, int tile, int overlap);
    int count() const { return static_cast<int>(begins_.size()); }
    int tile() const { return tile_; }
    int begin(int index) const { return begins_[static_cast<std::size_t>(index)]; }
    /// How much a tile counts at a place in it; those of all tiles over a place add up to 1, and fall to nothing smoothly.
    const std::vector<float>& weights(int index) const { return weights_[static_cast<std::size_t>(index)]; }

private:
    int tile_;
    std::vector<int> begins_;
    std::vector<std::vector<float>> weights_;
};

struct TileGrid {
    TileGrid(QSize picture, QSize tile, int overlap) : across(picture.width(), tile.width(), overlap), down(picture.height(), tile.height(), overlap) {}
    TileLine across, down;
    int count() const { return across.count() * down.count(); }
    /// Counted row by row.
    QRect at(int index) const {
        return {across.begin(index % across.count()), down.begin(index / across.count()), across.tile(), down.tile()};
    }
};

/// Tiles out of rows that can be read only once: from the top, and no further than they are needed.
class TileCutter {
public:
    /// `rows`: rgb8.
    explicit TileCutter(RowSource& rows) : rows_(rows) {}
    /// The tops never rise. Beyond the picture's edges its last pixels go on. Errors: those of the rows.
    Result<Image> cut(const QRect& tile);

private:
    RowSource& rows_;
    int top_ = 0;     ///< the first row that is kept
    std::vector<std::uint8_t> kept_;
};

/// What a model made of a tile, with the low frequencies of what it was made from: its large light and colours cannot drift.
Image tied(const Image& made, const Image& base);

/// The tiles as one picture, row by row: two rows of tiles are held, no more.
class BlendedRows : public RowSource {
public:
    using Tile = std::function<Result<Image>(int index)>;
    /// `info`: rgb8, of the grid's picture.
    BlendedRows(TileGrid grid, RasterInfo info, Tile tile) : grid_(std::move(grid)), info_(std::move(info)), tile_(std::move(tile)) {}
    const RasterInfo& info() const override { return info_; }
    Result<void> read(std::span<std::uint8_t> rows) override;

private:
    Result<void> hold(int row_of_tiles);
    TileGrid grid_;
    RasterInfo info_;
    Tile tile_;
    std::map<int, std::vector<Image>> held_;  ///< by row of tiles
    std::vector<float> sum_;
    int row_ = 0;
};

}  // namespace haibao::enlarge
