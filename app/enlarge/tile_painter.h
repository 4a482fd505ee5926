// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "app/core/file_lock.h"
#include "app/enlarge/tiles.h"
#include "app/generate/job_runner.h"
#include "app/generate/pace.h"

namespace haibao::enlarge {

inline constexpr int usual_overlap = 96;  ///< pixels; 64 at least

/// How a model refines a picture that was enlarged already.
struct Refinement {
    std::filesystem::path model;
    EngineOptions options;
    std::string prompt;      ///< what the picture shows; quoted texts are left out, or they would be painted into each tile
    double strength = 0.3;   ///< see haibao::Repaint
    std::optional<int> steps;
    std::uint64_t seed = 1;  ///< of the first tile
    QSize tile{1024, 1024};  ///< what the model can paint: multiples of 32
    int overlap = usual_overlap;
    std::string pace_key = {};         ///< what the time of a tile is remembered under, for the next picture; empty: it is not
    generate::JobShape tile_shape = {};  ///< what that time grows with
    std::filesystem::path pace_file = {};  ///< see generate::PaceBook
};

/// Steps of a whole picture of which refining takes the last ones: the model's own, and never so few that none of them is
/// quiet enough. Errors: those of ModelFolder.
Result<int> refining_steps(const std::filesystem::path& model);

/// The folder of the tiles that were finished: the same picture at the same size, refined alike, goes on there. `source`:
/// hash of what was enlarged. Errors: those of ModelFolder.
Result<std::filesystem::path> tiles_folder(const std::string& source, QSize size, const Refinement& refinement);
/// Held while the tiles of a folder are painted and read: two processes would paint each tile twice, and the first to end takes
/// the folder away. Errors: io (another process is at it).
Result<FileLock> lock_tiles(const std::filesystem::path& folder);
/// Forgets tiles that nobody came back for in two weeks.
void forget_old_tiles();

/// Has a model refine an enlarged picture tile by tile, and keeps each as it is finished: what is stopped, or killed, goes on
/// with the next tile. Memory: for the model one tile; here a row of tiles.
class TilePainter : public QObject {
    Q_OBJECT
public:
    /// `enlarged`: rgb8 rows of the new size; must outlive this.
    TilePainter(RowSource& enlarged, Refinement refinement, std::filesystem::path folder, generate::WorkerOptions worker);

    /// Begins; ends with exactly one of finished() and failed(), as later events.
    void start();
    /// Within a layer of the network.
    void cancel();
    int tiles() const { return grid_.count(); }
    /// The whole picture, when it is finished. Reads the kept tiles.
    std::unique_ptr<RowSource> rows() const;

signals:
    /// `fraction` of all tiles.
    void progressed(int done, double fraction);
    void finished();
    void failed(const haibao::Error& error);

private:
    void next();
    void keep(const generate::FinishedPicture& picture);
    void remember_pace(std::vector<StageSeconds> timings);
    std::filesystem::path file_of(int index) const;
    void end(std::optional<Error> error);

    Refinement refinement_;
    TileGrid grid_;
    RasterInfo info_;
    TileCutter cutter_;
    std::filesystem::path folder_;
    generate::JobRunner runner_;
    std::optional<StageSeconds> loading_;  ///< of the model, before the first tile that was painted here
    Image base_;      ///< of the tile at work
    int index_ = 0;
    bool cancelled_ = false;
    std::optional<Error> error_;  ///< why the tile at work could not be kept
};

}  // namespace haibao::enlarge
