// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPolygonF>
#include <QTransform>
#include <memory>
#include <vector>

// Where in a picture something may be written. Found by what type has in common: pieces of one colour, much of a size, in a
// row. Words are never hidden by this step for their meaning; what is no text reads as nothing later.
namespace haibao::proof {

/// Of the characters in a region as it is cut out, pixels: what Tesseract was trained on.
inline constexpr double read_height = 40;

struct Region {
    QPolygonF corners;       ///< of the picture, pixels; from the top left as it is read, clockwise
    double character = 0;    ///< height of its characters, picture's pixels: letters with their ascenders, or Chinese characters
    QColor ink, ground;      ///< mean colours
    QImage grey;             ///< upright, dark on light, characters about 40 pixels high; Format_Grayscale8
    QImage clean;            ///< the same with everything white that has not the ink's colour
    QTransform to_picture;   ///< from pixels of `grey`
};

/// Deterministic.
class RegionFinder {
public:
    explicit RegionFinder(const QImage& picture);
    ~RegionFinder();
    RegionFinder(const RegionFinder&) = delete;
    RegionFinder& operator=(const RegionFinder&) = delete;

    /// The likeliest regions, largest characters first; at most `most`.
    std::vector<Region> regions(std::size_t most = 48) const;
    /// What may be single lines in them, rows and columns, each brought to the reader's size by its own height: a title over
    /// small details is one region, whose characters are taken for smaller ones. Largest first.
    std::vector<Region> lines(std::size_t most = 32) const;

private:
    struct Found;
    std::unique_ptr<Found> found_;
};

}  // namespace haibao::proof
