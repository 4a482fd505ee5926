// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/picture/repaint.h"

#include <algorithm>
#include <cmath>

namespace haibao {
namespace {

constexpr int least_base_side = 32, most_aspect = 4;
constexpr std::uint8_t half = 128;

using Line = std::vector<std::uint8_t>;

/// Every value becomes the largest within `radius` of it. A window of any length is two of a power of two.
void grow(Line& line, std::size_t radius) {
    const std::size_t length = line.size(), window = 2 * radius + 1;
    Line padded(length + 2 * radius, 0);
    std::ranges::copy(line, padded.begin() + static_cast<std::ptrdiff_t>(radius));
    std::size_t covered = 1;
    for (; 2 * covered <= window; covered *= 2)
        for (std::size_t i = 0; i + covered < padded.size(); ++i) padded[i] = std::max(padded[i], padded[i + covered]);
    for (std::size_t i = 0; i < length; ++i) line[i] = std::max(padded[i], padded[i + window - covered]);
}

/// Every value becomes the mean within `radius` of it; beyond the ends the line goes on as it ends.
void blur(Line& line, std::size_t radius) {
    const auto at = [&](std::ptrdiff_t i) { return std::uint32_t{line[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(i, 0, std::ssize(line) - 1))]}; };
    const auto r = static_cast<std::ptrdiff_t>(radius);
    const auto window = static_cast<std::uint32_t>(2 * radius + 1);
    std::uint32_t sum = 0;
    for (std::ptrdiff_t i = -r; i <= r; ++i) sum += at(i);
    Line blurred(line.size());
    for (std::ptrdiff_t i = 0; i < std::ssize(line); ++i) {
        blurred[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>((sum + window / 2) / window);
        sum += at(i + r + 1) - at(i - r);
    }
    line = std::move(blurred);
}

/// Applies `change` to all rows, then to all columns.
template <class Change>
void both_ways(Mask& mask, Change change) {
    const auto width = static_cast<std::size_t>(mask.width), height = static_cast<std::size_t>(mask.height);
    Line line(width);
    for (std::size_t y = 0; y < height; ++y) {
        const auto row = mask.values.begin() + static_cast<std::ptrdiff_t>(y * width);
        std::copy_n(row, width, line.begin());
        change(line);
        std::ranges::copy(line, row);
    }
    line.resize(height);
    for (std::size_t x = 0; x < width; ++x) {
        for (std::size_t y = 0; y < height; ++y) line[y] = mask.values[y * width + x];
        change(line);
        for (std::size_t y = 0; y < height; ++y) mask.values[y * width + x] = line[y];
    }
}

/// How much of pixel `at` … `at` + 1 lies in `from` … `to`.
double overlap(int at, double from, double to) { return std::max(0.0, std::min(at + 1.0, to) - std::max(double(at), from)); }

}  // namespace

PictureSize working_size(PictureSize base) {
    const auto [shorter, longer] = std::minmax(base.width, base.height);
    double scale = 1;
    if (longer > painted_side::most) scale = double(painted_side::most) / longer;
    if (shorter * scale < painted_side::least) scale = double(painted_side::least) / shorter;
    const auto side = [&](int length) {
        return std::clamp(static_cast<int>(std::lround(length * scale / painted_side::unit)) * painted_side::unit, painted_side::least, painted_side::most);
    };
    return {side(base.height), side(base.width)};
}

Result<void> check_repaint(const Image& base, const Mask& mask, int feather) {
    const auto [shorter, longer] = std::minmax(base.width, base.height);
    if (shorter < least_base_side)
        return fail(ErrorKind::invalid_input, "A picture of {}×{} pixels is too small to repaint a part of it; each side needs {}.",
                    base.width, base.height, least_base_side);
    if (longer > most_aspect * shorter)
        return fail(ErrorKind::invalid_input, "A picture of {}×{} pixels is too long to repaint a part of it: one side may be at most "
                    "{} times the other. Crop it.", base.width, base.height, most_aspect);
    if (mask.width != base.width || mask.height != base.height)
        return fail(ErrorKind::invalid_input, "The mask has {}×{} pixels, but the picture {}×{}; make it the picture's size.",
                    mask.width, mask.height, base.width, base.height);
    if (!std::ranges::any_of(mask.values, [](std::uint8_t value) { return value >= half; }))
        return fail(ErrorKind::invalid_input, "The mask marks nothing. Paint white what shall be made anew; black stays.");
    if (feather < 0 || feather > most_feather)
        return fail(ErrorKind::invalid_input, "A feather of {} pixels is not between 0 and {}.", feather, most_feather);
    return {};
}

Mask feathered(const Mask& mask, int feather) {
    // Grown by half the feather, then blurred over the other half by two boxes: full in the mask, nothing beyond the feather.
    Mask soft = mask;
    const auto box = static_cast<std::size_t>(feather / 4);
    if (feather > 0) both_ways(soft, [&](Line& line) { grow(line, 2 * box); });
    for (int pass = 0; pass < 2 && box > 0; ++pass) both_ways(soft, [&](Line& line) { blur(line, box); });
    return soft;
}

std::vector<float> cell_means(const Mask& mask, int columns, int rows) {
    std::vector<float> means;
    means.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    const double wide = double(mask.width) / columns, high = double(mask.height) / rows;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const double left = column * wide, right = left + wide, top = row * high, bottom = top + high;
            double sum = 0;
            for (int y = static_cast<int>(top); y < std::min(mask.height, static_cast<int>(std::ceil(bottom))); ++y)
                for (int x = static_cast<int>(left); x < std::min(mask.width, static_cast<int>(std::ceil(right))); ++x)
                    sum += overlap(x, left, right) * overlap(y, top, bottom) *
                           mask.values[static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.width) + static_cast<std::size_t>(x)];
            means.push_back(static_cast<float>(std::clamp(sum / (wide * high * 255), 0.0, 1.0)));
        }
    return means;
}

std::vector<std::int32_t> kept_tokens(std::span<const std::int32_t> base_ids, const Mask& mask, int columns, int rows) {
    std::vector<std::int32_t> kept(base_ids.begin(), base_ids.end());
    // Of a pixel that two cells share both are made anew.
    const auto cells = [](int at, int length, int count) {
        const auto first = static_cast<int>(std::int64_t{at} * count / length);
        const auto last = static_cast<int>((std::int64_t{at + 1} * count - 1) / length);
        return std::pair{first, last};
    };
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x) {
            if (mask.values[static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.width) + static_cast<std::size_t>(x)] < half) continue;
            const auto [top, bottom] = cells(y, mask.height, rows);
            const auto [left, right] = cells(x, mask.width, columns);
            for (int row = top; row <= bottom; ++row)
                for (int column = left; column <= right; ++column) kept[static_cast<std::size_t>(row * columns + column)] = -1;
        }
    return kept;
}

Image composite(const Image& base, const Image& made, const Mask& weights) {
    Image image = base;
    for (std::size_t i = 0; i < weights.values.size(); ++i) {
        const int weight = weights.values[i];
        if (weight == 0) continue;
        for (std::size_t c = 3 * i; c < 3 * i + 3; ++c)
            image.rgb[c] = static_cast<std::uint8_t>((base.rgb[c] * (255 - weight) + made.rgb[c] * weight + 127) / 255);
    }
    return image;
}

}  // namespace haibao
