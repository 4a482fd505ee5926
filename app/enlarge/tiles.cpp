// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enlarge/tiles.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace haibao::enlarge {
namespace {

/// Pixels, standard deviation: coarser light and colour is the base's, finer detail the model's.
constexpr double tied_sigma = 10;

/// 0…1 without a kink at either end.
double smooth(double t) {
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

cv::Mat low_frequencies(const Image& image) {
    const cv::Mat bytes(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.rgb.data()));
    cv::Mat low;
    bytes.convertTo(low, CV_32FC3);
    cv::GaussianBlur(low, low, {}, tied_sigma, tied_sigma, cv::BORDER_REFLECT);
    return low;
}

}  // namespace

TileLine::TileLine(int length, int tile, int overlap) : tile_(tile) {
    const int steps = length <= tile ? 0 : (length - tile + (tile - overlap) - 1) / (tile - overlap);
    for (int i = 0; i <= steps; ++i) begins_.push_back(steps == 0 ? 0 : static_cast<int>(std::int64_t{length - tile} * i / steps));
    std::vector<float> sums(static_cast<std::size_t>(std::max(length, tile)), 0);
    for (int i = 0; i <= steps; ++i) {
        std::vector<float>& weights = weights_.emplace_back();
        for (int x = 0; x < tile; ++x) {
            // The picture's own edges are no seams.
            const double left = i == 0 ? 1 : (x + 0.5) / overlap, right = i == steps ? 1 : (tile - x - 0.5) / overlap;
            weights.push_back(static_cast<float>(smooth(left) * smooth(right)));
            sums[static_cast<std::size_t>(begin(i) + x)] += weights.back();
        }
    }
    for (int i = 0; i <= steps; ++i)
        for (int x = 0; x < tile; ++x) weights_[static_cast<std::size_t>(i)][static_cast<std::size_t>(x)] /= sums[static_cast<std::size_t>(begin(i) + x)];
}

Result<Image> TileCutter::cut(const QRect& tile) {
    const int width = rows_.info().width, height = rows_.info().height;
    const std::size_t stride = 3 * static_cast<std::size_t>(width);
    const auto kept_rows = [&] { return static_cast<int>(kept_.size() / stride); };
    const int end = std::min(tile.top() + tile.height(), height);
    // What lies above is not needed any more; what was never read is read past.
    const int gone = std::min(kept_rows(), std::max(0, tile.top() - top_));
    kept_.erase(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(gone) * stride));
    top_ += gone;
    for (std::vector<std::uint8_t> past(stride); kept_.empty() && top_ < tile.top(); ++top_)
        if (auto read = rows_.read(past); !read) return pass_on(read);
    if (const int missing = end - top_ - kept_rows(); missing > 0) {
        const std::size_t before = kept_.size();
        kept_.resize(before + static_cast<std::size_t>(missing) * stride);
        if (auto read = rows_.read(std::span(kept_).subspan(before)); !read) return pass_on(read);
    }
    Image image{tile.width(), tile.height(), {}};
    image.rgb.reserve(3 * static_cast<std::size_t>(tile.width()) * static_cast<std::size_t>(tile.height()));
    for (int y = 0; y < tile.height(); ++y) {
        const std::uint8_t* row = kept_.data() + static_cast<std::size_t>(std::min(tile.top() + y, height - 1) - top_) * stride;
        for (int x = 0; x < tile.width(); ++x) {
            const std::uint8_t* pixel = row + 3 * std::min(tile.left() + x, width - 1);
            image.rgb.insert(image.rgb.end(), pixel, pixel + 3);
        }
    }
    return image;
}

Image tied(const Image& made, const Image& base) {
    Image image = made;
    cv::Mat bytes(image.height, image.width, CV_8UC3, image.rgb.data()), values;
    bytes.convertTo(values, CV_32FC3);
    values += low_frequencies(base) - low_frequencies(made);
    values.convertTo(bytes, CV_8UC3);  // rounds and clamps
    return image;
}

Result<void> BlendedRows::hold(int row_of_tiles) {
    std::vector<Image>& tiles = held_[row_of_tiles];
    for (int column = 0; column < grid_.across.count(); ++column) {
        auto tile = tile_(row_of_tiles * grid_.across.count() + column);
        if (!tile) return pass_on(tile);
        if (tile->width != grid_.across.tile() || tile->height != grid_.down.tile())
            return fail(ErrorKind::internal, "A tile of {}×{} pixels was kept where {}×{} are needed.", tile->width, tile->height, grid_.across.tile(), grid_.down.tile());
        tiles.push_back(std::move(*tile));
    }
    return {};
}

Result<void> BlendedRows::read(std::span<std::uint8_t> rows) {
    const std::size_t stride = 3 * static_cast<std::size_t>(info_.width);
    for (std::uint8_t *out = rows.data(), *end = out + rows.size(); out < end; out += stride, ++row_) {
        sum_.assign(stride, 0);
        std::erase_if(held_, [&](const auto& held) { return grid_.down.begin(held.first) + grid_.down.tile() <= row_; });
        for (int r = 0; r < grid_.down.count(); ++r) {
            const int y = row_ - grid_.down.begin(r);
            if (y < 0 || y >= grid_.down.tile()) continue;
            if (!held_.contains(r))
                if (auto held = hold(r); !held) return held;
            for (int column = 0; column < grid_.across.count(); ++column) {
                const Image& tile = held_.at(r)[static_cast<std::size_t>(column)];
                const int left = grid_.across.begin(column), width = std::min(tile.width, info_.width - left);
                const std::uint8_t* pixel = tile.rgb.data() + 3 * static_cast<std::size_t>(y) * static_cast<std::size_t>(tile.width);
                float* sum = sum_.data() + 3 * left;
                for (int x = 0; x < width; ++x) {
                    const float weight = grid_.down.weights(r)[static_cast<std::size_t>(y)] * grid_.across.weights(column)[static_cast<std::size_t>(x)];
                    for (int channel = 0; channel < 3; ++channel) *sum++ += weight * float(*pixel++);
                }
            }
        }
        for (std::size_t i = 0; i < stride; ++i) out[i] = static_cast<std::uint8_t>(std::clamp(std::lround(sum_[i]), 0L, 255L));
    }
    return {};
}

}  // namespace haibao::enlarge
