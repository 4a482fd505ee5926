// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>
#include <vector>

// What may be type in a picture, in pixels of the size that it is searched in; inside this folder.
namespace haibao::proof {

/// A stretch of one colour: a letter, a stroke of a character, or anything else.
struct Piece {
    cv::Rect box;
    int area = 0;
    cv::Vec3f colour;  ///< Lab
    bool dark = true;  ///< darker than what is around it
    std::vector<cv::Point> pixels;
};

/// Largest first. `lab` as lab_of() makes it.
std::vector<Piece> find_pieces(const cv::Mat& lab);

/// A group as one thing.
struct Block {
    cv::Rect box;
    std::vector<std::size_t> pieces;
    cv::Vec3f colour;
    double character = 0;  ///< search pixels
    double area = 0;
    bool dark = true;
};

/// Pieces of one colour that stand together: words, lines or a whole text, at most some hundreds.
std::vector<Block> find_blocks(const std::vector<Piece>& pieces);

/// The same parted into single lines, rows and columns, each as high or wide as it is, whatever the strokes of its characters
/// measure; what a wide letterspacing parted is put together. A title over its details is one block, and two or three lines.
/// The highest first; characters that stand alone are left out.
std::vector<Block> find_lines(const std::vector<Piece>& pieces, const std::vector<Block>& blocks);

}  // namespace haibao::proof
