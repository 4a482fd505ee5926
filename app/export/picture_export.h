// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "app/export/file_export.h"

namespace haibao {

/// A picture file that was read: upright, with its colours, and what it says about how it was made.
struct PictureFile {
    QImage image;
    QByteArray icc;   ///< empty = sRGB, or nothing said
    double dpi = 72;
    PictureAbout about;
    QString prompt;   ///< for names; empty when not known
    QString title;
    std::optional<std::uint64_t> seed;
    QString model;
};

/// PNG, JPEG, WebP, AVIF, TIFF and what else Qt reads. Errors: not_found, io, corrupt_file, out_of_memory (more pixels than
/// `most_pixels`).
Result<PictureFile> read_picture_file(const std::filesystem::path& file, std::int64_t most_pixels = 400'000'000);
/// Everything but the pixels, as far as a PNG's texts tell it. Empty for other files.
PictureFile read_picture_texts(const std::filesystem::path& file);
/// Only the size in pixels, quickly. Errors: as above.
Result<QSize> picture_file_size(const std::filesystem::path& file);

/// A picture alone is no PDF. Errors: invalid_input.
Result<void> check_kind(const Preset& preset);

/// Drawn over the picture: straight rgba8 rows of exactly the exported size. May be null.
using MakeOverlay = std::function<Result<std::unique_ptr<RowSource>>(QSize pixels)>;

/// Resized and written as the preset says. Errors: those of write_rows(), plan_size() and the overlay.
Result<ExportedFile> export_picture(const PictureFile& picture, const Preset& preset, const ExportTarget& target, const MakeOverlay& overlay = {});

/// `below` with straight rgba8 rows of the same size drawn over it.
class OverlaidRows : public RowSource {
public:
    OverlaidRows(RowSource& below, RowSource& above) : below_(below), above_(above) {}
    const RasterInfo& info() const override { return below_.info(); }
    Result<void> read(std::span<std::uint8_t> rows) override;

private:
    RowSource& below_;
    RowSource& above_;
    std::vector<std::uint8_t> over_;
};

}  // namespace haibao
