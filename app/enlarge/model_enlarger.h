// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <memory>
#include <optional>
#include <string>

#include "app/enlarge/tile_painter.h"
#include "app/export/preset.h"
#include "app/generate/record.h"

// One picture made larger by a model: what the command line and the window share.
namespace haibao::enlarge {

inline constexpr int usual_tile = 1024;  ///< pixels
inline constexpr double usual_strength = 0.3;

/// What is left open follows from the model and the picture.
struct ByModel {
    std::filesystem::path model;
    EngineOptions options;
    std::string prompt;  ///< empty: what the picture's record says
    double strength = usual_strength;
    std::optional<int> steps;  ///< refining_steps()
    std::uint64_t seed = 1;
    int tile = usual_tile;  ///< pixels: the longest side
    std::filesystem::path pace_file = {};  ///< what a tile takes is known from there, and remembered there: see generate::PaceBook
};

/// What it means before it begins.
struct ExpectedWork {
    int tiles = 0;
    double seconds = 0;  ///< by the pace of the tiles that were painted here, else of the pictures; 0: the model has painted neither on this device
};
/// Opens the model: not for the UI's thread. Errors: those of create() before it touches tiles.
Result<ExpectedWork> expected_work(QSize picture, const ExportSize& size, const ByModel& by);

/// A decoded picture, and what is to be known of it.
struct SourceOf {
    QImage image;
    QByteArray icc;  ///< empty = sRGB
    double dpi = 72;
    std::string sha256;  ///< of its file
    std::string prompt;  ///< of its record; may be empty
};

/// First by Lanczos, then tile by tile. What is transparent becomes white.
class ModelEnlarger {
public:
    /// `size`: in pixels. Errors: those of plan_size(), tiles_folder(), lock_tiles(), refining_steps(); invalid_input:
    /// a tile that no model paints.
    static Result<std::unique_ptr<ModelEnlarger>> create(SourceOf source, const ExportSize& size, const ByModel& by, generate::WorkerOptions worker);

    TilePainter& painter() { return *painter_; }
    QSize size() const { return size_; }
    const generate::EnlargeRecord& record() const { return record_; }
    /// When the painter has finished. Reads the kept tiles.
    std::unique_ptr<RowSource> rows() const { return painter_->rows(); }
    /// The result is in its place: the tiles are not needed any more.
    void forget_tiles() const;

private:
    ModelEnlarger() = default;
    std::vector<std::unique_ptr<RowSource>> kept_;  ///< each reads the one before
    std::unique_ptr<TilePainter> painter_;
    std::filesystem::path folder_;
    std::optional<FileLock> lock_;  ///< of the tiles
    QSize size_;
    generate::EnlargeRecord record_;
};

/// A picture's record (the text `haibao`; of another program's picture empty or something else) that tells of the enlarging,
/// too. Where there is none it tells only that: it has no steps.
std::string record_with(const std::string& record, const generate::EnlargeRecord& enlarged);

}  // namespace haibao::enlarge
