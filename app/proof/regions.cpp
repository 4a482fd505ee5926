// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/regions.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "app/proof/blocks.h"
#include "app/proof/pixels.h"

namespace haibao::proof {
namespace {

constexpr int search_side = 1600;   ///< pixels of the longer side in which pieces are looked for

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

    /// `margin_em`: beside the line, in characters.
    Region cut(const std::vector<Piece>& pieces, const Block& block, double margin_em) const {
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
        const double character = block.character / search_scale_, margin = margin_em * character + 2, ahead = 1.2 * character;
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

struct RegionFinder::Found {
    cv::Mat rgb;
    double scale = 1;  ///< of the size that is searched in
    std::vector<Piece> pieces;
    std::vector<Block> blocks;
};

RegionFinder::RegionFinder(const QImage& picture) : found_(std::make_unique<Found>()) {
    cv::Mat& rgb = found_->rgb = rgb_of(picture);
    if (rgb.empty()) return;
    const double scale = found_->scale = std::min(2.0, double(search_side) / std::max(rgb.cols, rgb.rows));
    if (std::min(rgb.cols, rgb.rows) * scale < 8) return;  // nothing can be written there
    cv::Mat small;
    cv::resize(rgb, small, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    found_->pieces = find_pieces(lab_of(small));
    if (!found_->pieces.empty()) found_->blocks = find_blocks(found_->pieces);
}

RegionFinder::~RegionFinder() = default;

std::vector<Region> RegionFinder::regions(std::size_t most) const {
    std::vector<Block> blocks = found_->blocks;
    if (blocks.size() > most) blocks.resize(most);
    std::ranges::stable_sort(blocks, std::greater{}, &Block::character);
    const Cutter cutter(found_->rgb, found_->scale);
    std::vector<Region> regions;
    for (const Block& block : blocks) regions.push_back(cutter.cut(found_->pieces, block, 0.35));
    return regions;
}

std::vector<Region> RegionFinder::lines(std::size_t most) const {
    std::vector<Block> lines = find_lines(found_->pieces, found_->blocks);
    if (lines.size() > most) lines.resize(most);
    const Cutter cutter(found_->rgb, found_->scale);
    std::vector<Region> regions;
    // What stands above and below is another line's.
    for (const Block& line : lines) regions.push_back(cutter.cut(found_->pieces, line, 0.12));
    return regions;
}

}  // namespace haibao::proof
