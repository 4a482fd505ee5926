// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <array>
#include <vector>

#include "app/export/colour.h"
#include "app/export/raster.h"

// Row sources that are made of others, and of pictures in memory.
namespace haibao {

/// All rows of a picture at once. Errors: those of the rows, out_of_memory.
Result<std::vector<std::uint8_t>> read_all(RowSource& rows);

/// Rows that are in memory already; `bytes` must outlive it.
class MemoryRows : public RowSource {
public:
    MemoryRows(RasterInfo info, std::span<const std::uint8_t> bytes) : info_(std::move(info)), rest_(bytes) {}
    const RasterInfo& info() const override { return info_; }
    Result<void> read(std::span<std::uint8_t> rows) override;

private:
    RasterInfo info_;
    std::span<const std::uint8_t> rest_;
};

/// A QImage as rows: 16 bits per channel when the image has more than 8, alpha when it has some, grey when it is grey.
class ImageRows : public RowSource {
public:
    explicit ImageRows(QImage image, QByteArray icc = {}, double dpi = 72);
    const RasterInfo& info() const override { return info_; }
    Result<void> read(std::span<std::uint8_t> rows) override;

private:
    QImage image_;
    RasterInfo info_;
    int row_ = 0;
};

/// The same picture in another pixel format: alpha goes onto the matte, 16 bits become 8 or the other way, grey becomes RGB.
class ReformattedRows : public RowSource {
public:
    ReformattedRows(RowSource& rows, PixelFormat format, std::array<std::uint8_t, 3> matte = {255, 255, 255});
    const RasterInfo& info() const override { return info_; }
    Result<void> read(std::span<std::uint8_t> rows) override;
    bool flattened() const { return flattened_; }  ///< whether a pixel was really transparent

private:
    RowSource& rows_;
    RasterInfo info_;
    std::array<std::uint8_t, 3> matte_;
    std::vector<std::uint8_t> buffer_;
    bool flattened_ = false;
};

/// The same picture in another colour space.
class ConvertedRows : public RowSource {
public:
    /// `rows` must have the conversion's from_format().
    ConvertedRows(RowSource& rows, PixelConversion conversion, const IccProfile& to);
    const RasterInfo& info() const override { return info_; }
    Result<void> read(std::span<std::uint8_t> rows) override;

private:
    RowSource& rows_;
    PixelConversion conversion_;
    RasterInfo info_;
    std::vector<std::uint8_t> buffer_;
};

/// RGB to CMYK with pure black text and lines on the black plate alone (export-spec §3.4). `white_keyed` is the same page
/// with everything that is pure black painted white: the difference is where black ink goes. Both are rgb8.
class KeyBlackRows : public RowSource {
public:
    KeyBlackRows(RowSource& page, RowSource& white_keyed, PixelConversion to_cmyk, const IccProfile& printer);
    const RasterInfo& info() const override { return info_; }
    Result<void> read(std::span<std::uint8_t> rows) override;

private:
    RowSource& page_;
    RowSource& white_keyed_;
    PixelConversion conversion_;
    RasterInfo info_;
    std::vector<std::uint8_t> dark_, light_;
};

/// Passes CMYK rows on and sums up their ink.
class InkMeter : public RowSource {
public:
    InkMeter(RowSource& rows, int limit_percent) : rows_(rows), statistics_{.limit_percent = limit_percent} {}
    const RasterInfo& info() const override { return rows_.info(); }
    Result<void> read(std::span<std::uint8_t> rows) override;
    const InkStatistics& statistics() const { return statistics_; }

private:
    RowSource& rows_;
    InkStatistics statistics_;
};

}  // namespace haibao
