// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <vector>

#include "app/export/raster.h"

namespace haibao {

enum class Light : std::uint8_t { as_stored, linear };

/// The same picture in another size: Lanczos with three lobes, widened when it becomes smaller, row by row. Transparent
/// pixels do not bleed their colour.
class ResizedRows : public RowSource {
public:
    ResizedRows(RowSource& rows, QSize size, Light light = Light::as_stored);
    const RasterInfo& info() const override { return info_; }
    Result<void> read(std::span<std::uint8_t> rows) override;

private:
    /// Which neighbours make up each output position; rows of `taps` weights.
    struct Kernel {
        int taps = 0;
        std::vector<int> first;
        std::vector<float> weights;
    };
    static Kernel kernel(int from, int to);
    Result<void> fetch_row();
    void store(const std::vector<float>& line, std::uint8_t* out) const;

    RowSource& rows_;
    RasterInfo info_;
    Light light_;
    int channels_ = 3;
    bool alpha_ = false, deep_ = false;
    Kernel across_, down_;
    std::vector<std::uint8_t> raw_;
    std::vector<float> wide_;                ///< an input row as numbers
    std::vector<std::vector<float>> lines_;  ///< the last input rows at the new width, a ring
    int fetched_ = 0, row_ = 0;
    std::vector<float> decode_;              ///< stored value → light
};

/// The middle of a picture.
class CroppedRows : public RowSource {
public:
    CroppedRows(RowSource& rows, QSize size);
    const RasterInfo& info() const override { return info_; }
    Result<void> read(std::span<std::uint8_t> rows) override;

private:
    RowSource& rows_;
    RasterInfo info_;
    std::vector<std::uint8_t> line_;
    int skipped_ = 0, row_ = 0;  ///< input rows above; output rows given
    int top_ = 0, left_ = 0;
};

}  // namespace haibao
