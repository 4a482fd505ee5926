// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/regions.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

#include "app/proof/pixels.h"

namespace haibao::proof {
namespace {

constexpr int search_side = 1600;   ///< pixels of the longer side in which pieces are looked for
constexpr std::size_t most_pieces = 6000;

/// A stretch of one colour: a letter, a stroke of a character, or anything else.
struct Piece {
    cv::Rect box;
    int area = 0;
    cv::Vec3f colour;  ///< Lab
    bool dark = true;  ///< darker than what is around it
    std::vector<cv::Point> pixels;
};

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

/// A group as one thing.
struct Block {
    cv::Rect box;
    std::vector<std::size_t> pieces;
    cv::Vec3f colour;
    double character = 0;  ///< search pixels
    double area = 0;
    bool dark = true;
};

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

/// Degrees clockwise by which the block's line is turned; 0 where that cannot be told.
double slope_of(const std::vector<Piece>& pieces, const Block& block) {
    std::vector<cv::Point2f> points;
    for (const std::size_t i : block.pieces)
        for (std::size_t p = 0; p < pieces[i].pixels.size(); p += 7) points.emplace_back(pieces[i].pixels[p]);
    if (points.size() < 20) return 0;
    const cv::RotatedRect turned = cv::minAreaRect(points);
    const double longer = std::max(turned.size.width, turned.size.height), shorter = std::min(turned.size.width, turned.size.height);
    if (longer < 2.5 * shorter) return 0;
    double angle = turned.size.width >= turned.size.height ? turned.angle : turned.angle - 90;
    angle = std::remainder(angle, 180);
    if (std::abs(angle) > 45) angle -= std::copysign(90, angle);  // along a column
    return std::abs(angle) < 1.5 ? 0 : angle;
}

/// Cuts a block out of the picture.
class Cutter {
public:
    Cutter(const cv::Mat& rgb, double search_scale) : rgb_(rgb), search_scale_(search_scale) {}

    Region cut(const std::vector<Piece>& pieces, const Block& block) const {
        const double slope = slope_of(pieces, block);
        const cv::Point2d centre = cv::Point2d(block.box.x + block.box.width / 2.0, block.box.y + block.box.height / 2.0) / search_scale_;
        // The extent along the turned axes.
        const double cosine = std::cos(slope * CV_PI / 180), sine = std::sin(slope * CV_PI / 180);
        double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
        for (const std::size_t i : block.pieces)
            for (const cv::Point& pixel : pieces[i].pixels) {
                const cv::Point2d d = cv::Point2d(pixel) / search_scale_ - centre;
                const double x = d.x * cosine + d.y * sine, y = -d.x * sine + d.y * cosine;
                left = std::min(left, x), right = std::max(right, x), top = std::min(top, y), bottom = std::max(bottom, y);
            }
        // Along the line there may be one more character that was not taken for one.
        const double character = block.character / search_scale_, margin = 0.35 * character + 2, ahead = 1.2 * character;
        const double width = right - left, height = bottom - top;
        const double across = width > 1.5 * height ? ahead : margin, down = height > 1.5 * width ? ahead : margin;
        left -= across, right += across, top -= down, bottom += down;
        double scale = read_height / character;
        scale = std::min({scale, 4000 / (right - left), 4000 / (bottom - top), 6.0});
        Region region;
        region.character = character;
        region.to_picture = QTransform(cosine / scale, sine / scale, -sine / scale, cosine / scale, centre.x + left * cosine - top * sine, centre.y + left * sine + top * cosine);
        const cv::Size size(std::max(8, int(std::lround((right - left) * scale))), std::max(8, int(std::lround((bottom - top) * scale))));
        region.corners = region.to_picture.map(QPolygonF(QList<QPointF>{{0, 0}, {double(size.width), 0}, {double(size.width), double(size.height)}, {0, double(size.height)}}));
        paint(region, block, size, scale);
        return region;
    }

private:
    void paint(Region& region, const Block& block, cv::Size size, double scale) const {
        const QTransform& to = region.to_picture;
        const cv::Matx23d matrix(to.m11(), to.m21(), to.dx(), to.m12(), to.m22(), to.dy());
        // Made smaller in one step letters would lose their thin strokes.
        cv::Mat source = rgb_, part;
        cv::Matx23d from = matrix;
        if (scale < 0.5) {
            const double shrink = scale * 1.5;
            cv::resize(rgb_, source, {}, shrink, shrink, cv::INTER_AREA);
            from *= double(source.cols) / rgb_.cols;
        }
        cv::warpAffine(source, part, from, size, cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
        const cv::Mat lab = lab_of(part);
        cv::Mat near(size, CV_32F);
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x) near.at<float>(y, x) = float(cv::norm(lab.at<cv::Vec3f>(y, x) - block.colour));
        cv::Vec3d ground;
        double count = 0;
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x)
                if (near.at<float>(y, x) > 25) ground += cv::Vec3d(lab.at<cv::Vec3f>(y, x)), ++count;
        const cv::Vec3f around = count > 0 ? cv::Vec3f(ground / count) : block.colour;
        region.ink = colour_of(block.colour);
        region.ground = colour_of(around);
        // Clean: how near a pixel is to the ink, with soft edges.
        const double far = std::clamp(cv::norm(around - block.colour), 20.0, 60.0);
        cv::Mat clean;
        cv::Mat(near * (255.0 / far)).convertTo(clean, CV_8U);
        region.clean = grey_image(clean);
        // Plain: the picture's own lightness, stretched.
        cv::Mat light;
        cv::extractChannel(lab, light, 0);
        if (!block.dark) light = 100 - light;
        double low = 0, high = 0;
        cv::minMaxLoc(light, &low, &high);
        cv::Mat grey;
        cv::Mat((light - low) * (255.0 / std::max(high - low, 8.0))).convertTo(grey, CV_8U);
        region.grey = grey_image(grey);
    }

    const cv::Mat& rgb_;
    double search_scale_;
};

}  // namespace

std::vector<Region> find_regions(const QImage& picture, std::size_t most) {
    const cv::Mat rgb = rgb_of(picture);
    if (rgb.empty()) return {};
    const double scale = std::min(2.0, double(search_side) / std::max(rgb.cols, rgb.rows));
    if (std::min(rgb.cols, rgb.rows) * scale < 8) return {};  // nothing can be written there
    cv::Mat small;
    cv::resize(rgb, small, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    const std::vector<Piece> pieces = find_pieces(lab_of(small));
    if (pieces.empty()) return {};
    std::vector<Block> blocks = find_blocks(pieces);
    if (blocks.size() > most) blocks.resize(most);
    std::ranges::stable_sort(blocks, std::greater{}, &Block::character);
    const Cutter cutter(rgb, scale);
    std::vector<Region> regions;
    for (const Block& block : blocks) regions.push_back(cutter.cut(pieces, block));
    return regions;
}

}  // namespace haibao::proof
