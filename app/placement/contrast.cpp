// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placement/contrast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace haibao::placement {
namespace {

double linear(double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); }

const std::array<double, 256>& linear_bytes() {
    static const std::array<double, 256> table = [] {
        std::array<double, 256> values{};
        for (std::size_t i = 0; i < 256; ++i) values[i] = linear(double(i) / 255);
        return values;
    }();
    return table;
}

}  // namespace

double luminance(double r, double g, double b) { return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b); }

double contrast(double a, double b) { return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05); }

double measured_contrast(const QImage& ground, const QImage& mask, const document::Colour& text) {
    const QImage pixels = ground.convertToFormat(QImage::Format_RGB32);
    const auto& table = linear_bytes();
    const double of_text = luminance(text);
    std::vector<float> ratios;
    for (int y = 0; y < std::min(pixels.height(), mask.height()); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(pixels.constScanLine(y));
        const uchar* covered = mask.constScanLine(y);
        for (int x = 0; x < std::min(pixels.width(), mask.width()); ++x) {
            if (covered[x] < 128) continue;
            const double light = 0.2126 * table[std::size_t(qRed(row[x]))] + 0.7152 * table[std::size_t(qGreen(row[x]))] + 0.0722 * table[std::size_t(qBlue(row[x]))];
            ratios.push_back(static_cast<float>(contrast(of_text, light)));
        }
    }
    if (ratios.empty()) return 21;
    const auto at = ratios.begin() + static_cast<std::ptrdiff_t>(0.05 * double(ratios.size()));
    std::ranges::nth_element(ratios, at);
    return *at;
}

document::Colour toned(const document::Colour& colour, double lightness, double most_chroma) {
    cv::Mat one(1, 1, CV_32FC3, cv::Scalar(colour.r, colour.g, colour.b)), lab, rgb;
    cv::cvtColor(one, lab, cv::COLOR_RGB2Lab);
    auto& value = lab.at<cv::Vec3f>(0, 0);
    const double chroma = std::hypot(value[1], value[2]);
    const float factor = chroma > most_chroma ? static_cast<float>(most_chroma / chroma) : 1;
    value = {static_cast<float>(lightness), value[1] * factor, value[2] * factor};
    cv::cvtColor(lab, rgb, cv::COLOR_Lab2RGB);
    const auto part = [&](int i) { return std::round(std::clamp(double(rgb.at<cv::Vec3f>(0, 0)[i]), 0.0, 1.0) * 255) / 255; };
    return {part(0), part(1), part(2), 1, {}};
}

}  // namespace haibao::placement
