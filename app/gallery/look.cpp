// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/look.h"

#include <QColorSpace>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "inference/base/image.h"

namespace haibao::gallery {
namespace {

constexpr int palette_side = 32;  // the palette is sought among 32 × 32 areas

std::int8_t to_int8(float value) { return static_cast<std::int8_t>(std::lround(std::clamp(value, -127.f, 127.f))); }
/// Large values matter less the larger they are.
std::int8_t compressed(float value, float scale) { return to_int8(std::copysign(std::sqrt(std::abs(value)), value) * scale); }

LabColour coarse(const cv::Vec3f& lab) {
    return {static_cast<std::uint8_t>(std::lround(std::clamp(lab[0], 0.f, 100.f) * 2.55f)), to_int8(lab[1]), to_int8(lab[2])};
}

/// k-means from starts that lie farthest from each other: no chance in it.
std::array<PaletteEntry, 5> palette_of(const cv::Mat& lab) {
    constexpr std::size_t colours = 5;
    constexpr int rounds = 8;
    const std::span<const cv::Vec3f> points(lab.ptr<cv::Vec3f>(), lab.total());
    std::array<cv::Vec3f, colours> centres;
    cv::Vec3f sum;
    for (const cv::Vec3f& point : points) sum += point;
    centres[0] = sum / static_cast<float>(points.size());
    std::vector<float> nearest(points.size(), std::numeric_limits<float>::max());
    for (std::size_t k = 1; k < colours; ++k) {
        for (std::size_t i = 0; i < points.size(); ++i)
            nearest[i] = std::min(nearest[i], static_cast<float>(cv::norm(points[i] - centres[k - 1], cv::NORM_L2SQR)));
        centres[k] = points[static_cast<std::size_t>(std::ranges::max_element(nearest) - nearest.begin())];
    }
    std::array<int, colours> counts{};
    for (int round = 0; round < rounds; ++round) {
        std::array<cv::Vec3f, colours> sums{};
        counts = {};
        for (const cv::Vec3f& point : points) {
            std::size_t best = 0;
            float least = std::numeric_limits<float>::max();
            for (std::size_t k = 0; k < colours; ++k) {
                const cv::Vec3f gap = point - centres[k];
                if (const float square = gap.dot(gap); square < least) least = square, best = k;
            }
            sums[best] += point;
            ++counts[best];
        }
        for (std::size_t k = 0; k < colours; ++k)
            if (counts[k]) centres[k] = sums[k] / static_cast<float>(counts[k]);
    }
    std::array<PaletteEntry, 5> palette;
    for (std::size_t k = 0; k < colours; ++k)
        palette[k] = {coarse(centres[k]), static_cast<std::uint8_t>(std::lround(255.0 * counts[k] / static_cast<double>(points.size())))};
    std::ranges::stable_sort(palette, std::ranges::greater{}, &PaletteEntry::share);
    return palette;
}

/// The first coefficients of the cosine transform, in diagonals from the lowest frequency.
void append_frequencies(const cv::Mat& channel, int side, int count, float scale, std::int8_t*& out) {
    cv::Mat small, frequencies;
    cv::resize(channel, small, {side, side}, 0, 0, cv::INTER_AREA);
    cv::dct(small, frequencies);
    for (int diagonal = 0; count > 0; ++diagonal)
        for (int y = 0; y <= diagonal && count > 0; ++y, --count) *out++ = compressed(frequencies.at<float>(y, diagonal - y), scale);
}

void append_edges(const cv::Mat& lightness, std::int8_t*& out) {
    constexpr int cells = 4, directions = 5;
    cv::Mat dx, dy;
    cv::Sobel(lightness, dx, CV_32F, 1, 0);
    cv::Sobel(lightness, dy, CV_32F, 0, 1);
    std::array<float, cells * cells * directions> sums{};
    const int cell = lightness.cols / cells;
    for (int y = 0; y < lightness.rows; ++y)
        for (int x = 0; x < lightness.cols; ++x) {
            const float gx = dx.at<float>(y, x), gy = dy.at<float>(y, x), strength = std::hypot(gx, gy);
            const float half_turns = std::atan2(gy, gx) / static_cast<float>(CV_PI) + 1;  // 0…2; opposite directions are one
            const int direction = static_cast<int>(half_turns * directions) % directions;
            sums[static_cast<std::size_t>(((y / cell) * cells + x / cell) * directions + direction)] += strength;
        }
    for (const float sum : sums) *out++ = compressed(sum / static_cast<float>(cell * cell), 6);
}

Look look_of_small(const cv::Mat& rgb) {
    cv::Mat scaled, lab;
    rgb.convertTo(scaled, CV_32F, 1 / 255.0);
    cv::cvtColor(scaled, lab, cv::COLOR_RGB2Lab);
    cv::Mat areas;
    cv::resize(lab, areas, {palette_side, palette_side}, 0, 0, cv::INTER_AREA);
    std::array<cv::Mat, 3> channels;
    cv::split(lab, channels.data());
    Look look;
    look.palette = palette_of(areas);
    std::int8_t* out = look.descriptor.data();
    append_frequencies(channels[0], 16, 28, 3, out);
    append_frequencies(channels[1], 8, 10, 3, out);
    append_frequencies(channels[2], 8, 10, 3, out);
    append_edges(channels[0], out);
    return look;
}

}  // namespace

LabColour lab_of(std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
    const cv::Mat rgb(1, 1, CV_32FC3, cv::Scalar(red / 255.0, green / 255.0, blue / 255.0));
    cv::Mat lab;
    cv::cvtColor(rgb, lab, cv::COLOR_RGB2Lab);
    return coarse(lab.at<cv::Vec3f>(0, 0));
}

Look look_of(const std::uint8_t* rgb, int width, int height, std::ptrdiff_t bytes_per_row) {
    constexpr int side = 64;
    const cv::Mat whole(height, width, CV_8UC3, const_cast<std::uint8_t*>(rgb), static_cast<std::size_t>(bytes_per_row));
    cv::Mat small;
    cv::resize(whole, small, {side, side}, 0, 0, cv::INTER_AREA);
    return look_of_small(small);
}

Look look_of(const Image& image) { return look_of(image.rgb.data(), image.width, image.height, std::ptrdiff_t{3} * image.width); }

Look look_of(const QImage& image) {
    QImage picture = image;
    if (picture.colorSpace().isValid() && picture.colorSpace() != QColorSpace(QColorSpace::SRgb)) picture.convertToColorSpace(QColorSpace::SRgb);
    if (picture.hasAlphaChannel()) {
        QImage ground(picture.size(), QImage::Format_RGB888);
        ground.fill(Qt::white);
        QPainter(&ground).drawImage(0, 0, picture);
        picture = ground;
    } else if (picture.format() != QImage::Format_RGB888) {
        picture.convertTo(QImage::Format_RGB888);
    }
    return look_of(picture.constBits(), picture.width(), picture.height(), picture.bytesPerLine());
}

// One slot: 1 where a look is stored, five times L a b share, zeros, then the descriptor from byte 32.
namespace {
constexpr std::size_t descriptor_at = 32;
}

std::array<std::uint8_t, look_bytes> pack(const Look& look) {
    std::array<std::uint8_t, look_bytes> slot{1};
    auto out = slot.begin() + 1;
    for (const PaletteEntry& entry : look.palette) {
        *out++ = entry.colour.l;
        *out++ = static_cast<std::uint8_t>(entry.colour.a);
        *out++ = static_cast<std::uint8_t>(entry.colour.b);
        *out++ = entry.share;
    }
    std::ranges::transform(look.descriptor, slot.begin() + descriptor_at, [](std::int8_t value) { return static_cast<std::uint8_t>(value); });
    return slot;
}

std::optional<Look> unpack(std::span<const std::uint8_t> slot) {
    if (slot.size() < look_bytes || slot[0] != 1) return std::nullopt;
    Look look;
    auto in = slot.begin() + 1;
    for (PaletteEntry& entry : look.palette) {
        entry.colour = {in[0], static_cast<std::int8_t>(in[1]), static_cast<std::int8_t>(in[2])};
        entry.share = in[3];
        in += 4;
    }
    std::ranges::transform(slot.subspan(descriptor_at, look.descriptor.size()), look.descriptor.begin(),
                           [](std::uint8_t value) { return static_cast<std::int8_t>(value); });
    return look;
}

int distance(std::span<const std::uint8_t> slot, const std::array<std::int8_t, 128>& descriptor) {
    const auto* stored = reinterpret_cast<const std::int8_t*>(slot.data() + descriptor_at);
    int sum = 0;
    for (std::size_t i = 0; i < descriptor.size(); ++i) {
        const int gap = stored[i] - descriptor[i];
        sum += gap * gap;
    }
    return sum;
}

float presence(std::span<const std::uint8_t> slot, LabColour colour) {
    constexpr float width = 24;  // the distance at which a colour counts by a third
    const float a = colour.a, b = colour.b, chroma = std::hypot(a, b);
    float sum = 0;
    for (std::size_t at = 1; at < 21; at += 4) {
        const float l = (slot[at] - colour.l) / 2.55f;
        const float other_a = static_cast<std::int8_t>(slot[at + 1]), other_b = static_cast<std::int8_t>(slot[at + 2]);
        const float other_chroma = std::sqrt(other_a * other_a + other_b * other_b), more = chroma - other_chroma;
        // People name hues: a dark and a light, a strong and a paler red are all red. Near grey there is no hue to go by.
        const float hue_counts = std::clamp((std::min(chroma, other_chroma) - 10) / 20, 0.f, 1.f);
        const float plain = (other_a - a) * (other_a - a) + (other_b - b) * (other_b - b);
        const float square = (l * l * 0.4f + plain - 0.84f * hue_counts * more * more) / (width * width);
        if (square < 4) sum += static_cast<float>(slot[at + 3]) / 255 * std::exp(-square);
    }
    return sum;
}

}  // namespace haibao::gallery
