// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/blocks.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

namespace haibao::proof {
namespace {

constexpr std::size_t most_pieces = 6000;

int long_side(const cv::Rect& box) { return std::max(box.width, box.height); }

/// The median: the soft rim of a letter is not its colour.
cv::Vec3f colour_of_pixels(const cv::Mat& lab, const std::vector<cv::Point>& pixels) {
    cv::Vec3f colour;
    const std::size_t step = 1 + pixels.size() / 400;
    for (int channel = 0; channel < 3; ++channel) {
        std::vector<float> values;
        for (std::size_t i = 0; i < pixels.size(); i += step) values.push_back(lab.at<cv::Vec3f>(pixels[i])[channel]);
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::ranges::nth_element(values, middle);
        colour[channel] = *middle;
    }
    return colour;
}

/// Of regions in each other only the most stable shall stay; MSER lists them from small to large.
void add_unless_known(std::vector<Piece>& pieces, Piece piece) {
    const std::size_t back = std::min<std::size_t>(pieces.size(), 8);
    for (std::size_t i = pieces.size() - back; i < pieces.size(); ++i) {
        Piece& known = pieces[i];
        const cv::Rect both = known.box & piece.box;
        if (known.dark != piece.dark || both.area() < 0.7 * (known.box | piece.box).area()) continue;
        if (piece.area < 1.6 * known.area) known = std::move(piece);
        return;
    }
    pieces.push_back(std::move(piece));
}

}  // namespace

std::vector<Piece> find_pieces(const cv::Mat& lab) {
    cv::Mat light;
    cv::extractChannel(lab, light, 0);
    light.convertTo(light, CV_8U, 2.55);
    const int total = light.rows * light.cols;
    std::vector<Piece> pieces;
    for (const bool dark : {true, false}) {
        // The second pass alone finds light pieces on dark; so it is known which is which.
        const cv::Ptr<cv::MSER> finder = cv::MSER::create(6, 12, total / 6, 0.5);
        finder->setPass2Only(true);
        std::vector<std::vector<cv::Point>> found;
        std::vector<cv::Rect> boxes;
        cv::Mat view;
        if (dark) cv::bitwise_not(light, view);
        else view = light;
        finder->detectRegions(view, found, boxes);
        for (std::size_t i = 0; i < found.size(); ++i) {
            const cv::Rect& box = boxes[i];
            if (long_side(box) < 5 || long_side(box) > 0.7 * std::max(light.rows, light.cols)) continue;
            if (double(found[i].size()) < 0.08 * box.area()) continue;
            add_unless_known(pieces, {box, int(found[i].size()), colour_of_pixels(lab, found[i]), dark, std::move(found[i])});
        }
    }
    // The largest are the titles.
    std::ranges::stable_sort(pieces, std::greater{}, [](const Piece& p) { return long_side(p.box); });
    if (pieces.size() > most_pieces) pieces.resize(most_pieces);
    return pieces;
}

namespace {

/// Disjoint sets.
class Groups {
public:
    explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t find(std::size_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { parent_[find(b)] = find(a); }

private:
    std::vector<std::size_t> parent_;
};

int gap(int begin_a, int end_a, int begin_b, int end_b) { return std::max(begin_a, begin_b) - std::min(end_a, end_b); }

bool belong_together(const Piece& a, const Piece& b) {
    if (a.dark != b.dark || cv::norm(a.colour - b.colour) > 22) return false;
    const int larger = std::max(long_side(a.box), long_side(b.box));
    const int smaller = std::min(long_side(a.box), long_side(b.box));
    if (larger > 7 * smaller) return false;
    const int dx = gap(a.box.x, a.box.x + a.box.width, b.box.x, b.box.x + b.box.width);
    const int dy = gap(a.box.y, a.box.y + a.box.height, b.box.y, b.box.y + b.box.height);
    const double reach = 0.75 * larger;
    if (dx <= 0 && dy <= 0) return true;
    if (dy < -0.3 * std::min(a.box.height, b.box.height)) return dx < reach;
    if (dx < -0.3 * std::min(a.box.width, b.box.width)) return dy < reach;
    return std::hypot(std::max(dx, 0), std::max(dy, 0)) < 0.3 * larger;
}

/// Groups of pieces, by a sweep from the left.
std::vector<std::vector<std::size_t>> group(const std::vector<Piece>& pieces) {
    std::vector<std::size_t> order(pieces.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return pieces[i].box.x; });
    int widest = 0;
    for (const Piece& piece : pieces) widest = std::max(widest, long_side(piece.box));
    Groups groups(pieces.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Piece& a = pieces[order[i]];
        for (std::size_t j = i + 1; j < order.size(); ++j) {
            const Piece& b = pieces[order[j]];
            const int dx = b.box.x - (a.box.x + a.box.width);
            if (dx > 0.75 * std::max(long_side(a.box), std::min(widest, 7 * long_side(a.box)))) break;
            if (belong_together(a, b)) groups.join(order[i], order[j]);
        }
    }
    std::vector<std::vector<std::size_t>> lists(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) lists[groups.find(i)].push_back(i);
    std::erase_if(lists, [](const auto& list) { return list.empty(); });
    return lists;
}

/// Strokes of a Chinese character are smaller than it; the tall ones among the pieces tell.
double character_height(const std::vector<Piece>& pieces, const Block& block) {
    std::vector<double> sides;
    for (const std::size_t i : block.pieces) sides.push_back(long_side(pieces[i].box));
    const auto at = sides.begin() + static_cast<std::ptrdiff_t>(0.8 * double(sides.size() - 1));
    std::ranges::nth_element(sides, at);
    return std::min(*at * 1.15, double(std::min(block.box.width, block.box.height)));
}

Block block_of(const std::vector<Piece>& pieces, std::vector<std::size_t> list) {
    Block block;
    block.box = pieces[list.front()].box;
    cv::Vec3d colour;
    for (const std::size_t i : list) {
        block.box |= pieces[i].box;
        colour += cv::Vec3d(pieces[i].colour) * pieces[i].area;
        block.area += pieces[i].area;
    }
    block.colour = cv::Vec3f(colour / block.area);
    block.dark = pieces[list.front()].dark;
    block.pieces = std::move(list);
    block.character = character_height(pieces, block);
    return block;
}

/// Letterspaced titles: blocks of one colour and size side by side, or one below the other, are one.
bool continue_each_other(const Block& a, const Block& b) {
    if (a.dark != b.dark || cv::norm(a.colour - b.colour) > 14) return false;
    const double larger = std::max(a.character, b.character);
    if (larger > 1.4 * std::min(a.character, b.character)) return false;
    const int dx = gap(a.box.x, a.box.x + a.box.width, b.box.x, b.box.x + b.box.width);
    const int dy = gap(a.box.y, a.box.y + a.box.height, b.box.y, b.box.y + b.box.height);
    if (dy < -0.6 * std::max(a.box.height, b.box.height)) return dx < 2.2 * larger;
    if (dx < -0.6 * std::max(a.box.width, b.box.width)) return dy < 2.2 * larger;
    return false;
}

}  // namespace

std::vector<Block> find_blocks(const std::vector<Piece>& pieces) {
    std::vector<Block> blocks;
    for (auto& list : group(pieces)) blocks.push_back(block_of(pieces, std::move(list)));
    std::erase_if(blocks, [](const Block& b) { return std::max(b.box.width, b.box.height) < 12 || std::min(b.box.width, b.box.height) < 6; });
    std::ranges::stable_sort(blocks, std::greater{}, &Block::area);
    if (blocks.size() > 400) blocks.resize(400);
    for (std::size_t i = 0; i < blocks.size(); ++i)
        for (std::size_t j = i + 1; j < blocks.size();) {
            if (!continue_each_other(blocks[i], blocks[j])) {
                ++j;
                continue;
            }
            auto list = blocks[i].pieces;
            list.insert(list.end(), blocks[j].pieces.begin(), blocks[j].pieces.end());
            blocks[i] = block_of(pieces, std::move(list));
            blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(j));
            j = i + 1;
        }
    return blocks;
}

namespace {

/// Along which side of the page lines run.
struct Axes {
    bool row = true;
    int begin(const cv::Rect& box) const { return row ? box.y : box.x; }                   ///< across the line
    int thickness(const cv::Rect& box) const { return row ? box.height : box.width; }
    int start(const cv::Rect& box) const { return row ? box.x : box.y; }                   ///< along it
    int length(const cv::Rect& box) const { return row ? box.width : box.height; }
};

/// The block's pieces by what they share across the line.
std::vector<Block> strips_of(const std::vector<Piece>& pieces, const Block& block, Axes axes) {
    std::vector<std::size_t> order = block.pieces;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return axes.begin(pieces[i].box); });
    std::vector<std::vector<std::size_t>> strips;
    int end = 0;
    for (const std::size_t i : order) {
        const cv::Rect& box = pieces[i].box;
        if (strips.empty() || axes.begin(box) >= end) strips.emplace_back();
        strips.back().push_back(i);
        end = std::max(end, axes.begin(box) + axes.thickness(box));
    }
    std::vector<Block> lines;
    for (auto& strip : strips) lines.push_back(block_of(pieces, std::move(strip)));
    return lines;
}

/// Letterspaced by up to two characters.
bool continues_line(const Block& a, const Block& b, Axes axes) {
    if (a.dark != b.dark || cv::norm(a.colour - b.colour) > 14) return false;
    const int larger = std::max(axes.thickness(a.box), axes.thickness(b.box)), smaller = std::min(axes.thickness(a.box), axes.thickness(b.box));
    if (larger > 1.35 * smaller) return false;
    const auto gap_along = [](int begin_a, int length_a, int begin_b, int length_b) { return gap(begin_a, begin_a + length_a, begin_b, begin_b + length_b); };
    if (gap_along(axes.begin(a.box), axes.thickness(a.box), axes.begin(b.box), axes.thickness(b.box)) > -0.7 * smaller) return false;
    const int apart = gap_along(axes.start(a.box), axes.length(a.box), axes.start(b.box), axes.length(b.box));
    return apart > -0.1 * smaller && apart < 2.4 * larger;
}

std::vector<Block> lines_along(const std::vector<Piece>& pieces, const std::vector<Block>& blocks, Axes axes) {
    std::vector<Block> lines;
    std::vector<bool> several;  // of each: more than a line, unless others continue it
    for (const Block& block : blocks) {
        // Whole, too: 音 alone falls apart into its halves.
        std::vector<Block> strips = strips_of(pieces, block, axes);
        const int thickest = axes.thickness(std::ranges::max_element(strips, {}, [&](const Block& strip) { return axes.thickness(strip.box); })->box);
        if (strips.size() > 1) lines.push_back(block), several.push_back(thickest < 0.65 * axes.thickness(block.box));
        std::erase_if(strips, [&](const Block& strip) { return axes.thickness(strip.box) < 10; });
        std::ranges::move(strips, std::back_inserter(lines));
        several.resize(lines.size(), false);
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t j = i + 1; j < lines.size();) {
            if (!continues_line(lines[i], lines[j], axes)) {
                ++j;
                continue;
            }
            auto list = lines[i].pieces;
            list.insert(list.end(), lines[j].pieces.begin(), lines[j].pieces.end());
            lines[i] = block_of(pieces, std::move(list));
            several[i] = false;
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(j));
            several.erase(several.begin() + static_cast<std::ptrdiff_t>(j));
            j = i + 1;
        }
    std::vector<Block> found;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (several[i] || axes.length(lines[i].box) < 1.3 * axes.thickness(lines[i].box)) continue;
        found.push_back(std::move(lines[i]));
        found.back().character = axes.thickness(found.back().box);
    }
    return found;
}

}  // namespace

std::vector<Block> find_lines(const std::vector<Piece>& pieces, const std::vector<Block>& blocks) {
    std::vector<Block> lines = lines_along(pieces, blocks, {.row = true});
    std::ranges::move(lines_along(pieces, blocks, {.row = false}), std::back_inserter(lines));
    std::ranges::stable_sort(lines, std::greater{}, &Block::character);
    return lines;
}

}  // namespace haibao::proof
