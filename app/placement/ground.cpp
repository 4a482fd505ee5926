// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placement/ground.h"

#include <algorithm>
#include <array>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace haibao::placement {
namespace {

constexpr int long_side = 512;
constexpr int saliency_side = 64;
/// What counts as busy at least, so that a flat picture's noise is not blown up to a whole scale.
constexpr double least_gradient = 0.25, least_deviation = 4, least_saliency = 1e-4;

double percentile(const cv::Mat& map, double part) {
    std::vector<float> values(map.begin<float>(), map.end<float>());
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(part * double(values.size() - 1));
    std::ranges::nth_element(values, at);
    return *at;
}

/// 0…1, where 1 is the 95th percentile.
cv::Mat normalised(const cv::Mat& map, double least) {
    cv::Mat scaled;
    cv::Mat(map / std::max(percentile(map, 0.95), least)).copyTo(scaled);
    cv::min(scaled, 1.0, scaled);
    return scaled;
}

/// Spectral residual (Hou & Zhang 2007): what the log spectrum has beyond its own local mean.
cv::Mat saliency(const cv::Mat& lightness) {
    const double scale = double(saliency_side) / std::max(lightness.cols, lightness.rows);
    cv::Mat small, spectrum;
    cv::resize(lightness, small, {}, scale, scale, cv::INTER_AREA);
    cv::Mat planes[2] = {small, cv::Mat::zeros(small.size(), CV_32F)};
    cv::merge(planes, 2, spectrum);
    cv::dft(spectrum, spectrum);
    cv::split(spectrum, planes);
    cv::Mat magnitude, phase, log_magnitude, mean;
    cv::cartToPolar(planes[0], planes[1], magnitude, phase);
    cv::log(magnitude + 1e-3, log_magnitude);
    cv::blur(log_magnitude, mean, {3, 3}, {-1, -1}, cv::BORDER_REFLECT);
    cv::exp(log_magnitude - mean, magnitude);
    cv::polarToCart(magnitude, phase, planes[0], planes[1]);
    cv::merge(planes, 2, spectrum);
    cv::idft(spectrum, spectrum, cv::DFT_SCALE);
    cv::split(spectrum, planes);
    cv::Mat map = planes[0].mul(planes[0]) + planes[1].mul(planes[1]);
    cv::GaussianBlur(map, map, {}, 2.5);
    cv::resize(map, map, lightness.size(), 0, 0, cv::INTER_LINEAR);
    return map;
}

cv::Mat local_deviation(const cv::Mat& lightness) {
    const int side = std::max(3, cvRound(0.03 * std::max(lightness.cols, lightness.rows)) | 1);
    cv::Mat mean, mean_of_squares, variance;
    cv::blur(lightness, mean, {side, side});
    cv::blur(lightness.mul(lightness), mean_of_squares, {side, side});
    variance = cv::max(mean_of_squares - mean.mul(mean), 0);
    cv::sqrt(variance, variance);
    return variance;
}

cv::Mat gradient(const cv::Mat& lightness) {
    cv::Mat dx, dy, magnitude;
    cv::Scharr(lightness / 100, dx, CV_32F, 1, 0);
    cv::Scharr(lightness / 100, dy, CV_32F, 0, 1);
    cv::magnitude(dx, dy, magnitude);
    cv::GaussianBlur(magnitude, magnitude, {}, 0.01 * std::max(lightness.cols, lightness.rows));
    return magnitude;
}

/// What stands out as a whole, as a sun does: its even inside, too, which no edge shows. 0…1 by how far its colour is from that
/// around it (in Lab: a step between two grounds gives less than `least_figure`, and is none).
cv::Mat figures(const cv::Mat& lab) {
    constexpr double least_figure = 14, whole_figure = 30;
    constexpr double sizes[] = {0.03, 0.05, 0.08};  // of the short side: half the radius of a disc
    const double scale = double(2 * saliency_side) / std::max(lab.cols, lab.rows);
    cv::Mat small, map;
    cv::resize(lab, small, {}, scale, scale, cv::INTER_AREA);
    for (const double size : sizes) {
        const double sigma = size * std::min(small.cols, small.rows);
        cv::Mat inside, around, parts[3], far;
        cv::GaussianBlur(small, inside, {}, sigma);
        cv::GaussianBlur(small, around, {}, 3 * sigma);
        cv::split(inside - around, parts);
        cv::sqrt(parts[0].mul(parts[0]) + parts[1].mul(parts[1]) + parts[2].mul(parts[2]), far);
        map = map.empty() ? far : cv::Mat(cv::max(map, far));
    }
    map = (map - least_figure) / (whole_figure - least_figure);
    cv::resize(cv::min(cv::max(map, 0.0), 1.0), map, lab.size(), 0, 0, cv::INTER_LINEAR);
    return map;
}

/// Means of clusters in Lab, from starting points that depend on the picture alone.
std::vector<document::Colour> main_colours(const cv::Mat& lab) {
    constexpr int count = 5;
    cv::Mat small;
    cv::resize(lab, small, {48, 48}, 0, 0, cv::INTER_AREA);
    std::vector<cv::Vec3f> pixels(small.begin<cv::Vec3f>(), small.end<cv::Vec3f>());
    std::ranges::sort(pixels, {}, [](const cv::Vec3f& p) { return p[0]; });
    std::array<cv::Vec3f, count> means;
    std::array<int, count> sizes{};
    for (int i = 0; i < count; ++i) means[std::size_t(i)] = pixels[pixels.size() * std::size_t(2 * i + 1) / (2 * count)];
    for (int round = 0; round < 12; ++round) {
        std::array<cv::Vec3d, count> sums{};
        sizes.fill(0);
        for (const cv::Vec3f& pixel : pixels) {
            const auto nearest = std::size_t(std::ranges::min_element(means, {}, [&](const cv::Vec3f& mean) { return cv::norm(pixel - mean); }) - means.begin());
            sums[nearest] += cv::Vec3d(pixel[0], pixel[1], pixel[2]);
            ++sizes[nearest];
        }
        for (std::size_t i = 0; i < count; ++i)
            if (sizes[i]) means[i] = cv::Vec3f(sums[i] / sizes[i]);
    }
    std::array<std::size_t, count> order{0, 1, 2, 3, 4};
    std::ranges::sort(order, std::greater{}, [&](std::size_t i) { return sizes[i]; });
    std::vector<document::Colour> colours;
    for (const std::size_t i : order) {
        cv::Mat one(1, 1, CV_32FC3, cv::Scalar(means[i][0], means[i][1], means[i][2])), rgb;
        cv::cvtColor(one, rgb, cv::COLOR_Lab2RGB);
        const auto value = rgb.at<cv::Vec3f>(0, 0);
        colours.push_back({std::clamp(double(value[0]), 0.0, 1.0), std::clamp(double(value[1]), 0.0, 1.0), std::clamp(double(value[2]), 0.0, 1.0), 1, {}});
    }
    return colours;
}

cv::Rect pixels_of(const QRectF& part, const cv::Size& size) {
    const int x0 = std::clamp(cvFloor(part.left() * size.width), 0, size.width - 1), y0 = std::clamp(cvFloor(part.top() * size.height), 0, size.height - 1);
    const int x1 = std::clamp(cvCeil(part.right() * size.width), x0 + 1, size.width), y1 = std::clamp(cvCeil(part.bottom() * size.height), y0 + 1, size.height);
    return {x0, y0, x1 - x0, y1 - y0};
}

double mean_in(const cv::Mat& integral, const cv::Rect& r) {
    const double sum = integral.at<double>(r.y + r.height, r.x + r.width) - integral.at<double>(r.y, r.x + r.width) -
                       integral.at<double>(r.y + r.height, r.x) + integral.at<double>(r.y, r.x);
    return sum / r.area();
}

}  // namespace

struct Ground::Maps {
    cv::Mat integral;  ///< of the cost
    cv::Mat figures;   ///< integral of what stands out
    cv::Mat light;     ///< integral of the relative luminance
    cv::Mat rgb;       ///< float
};

Ground::Ground(const QImage& picture, const std::vector<QRectF>& keep_out) {
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
    const cv::Mat whole(rgb.height(), rgb.width(), CV_8UC3, const_cast<uchar*>(rgb.constBits()), static_cast<std::size_t>(rgb.bytesPerLine()));
    const double scale = std::min(1.0, double(long_side) / std::max(whole.cols, whole.rows));
    cv::Mat small, lab;
    cv::resize(whole, small, {std::max(8, cvRound(whole.cols * scale)), std::max(8, cvRound(whole.rows * scale))}, 0, 0, cv::INTER_AREA);
    small.convertTo(small, CV_32FC3, 1 / 255.0);
    cv::cvtColor(small, lab, cv::COLOR_RGB2Lab);
    cv::Mat lightness;
    cv::extractChannel(lab, lightness, 0);

    const cv::Mat salient = normalised(saliency(lightness / 100), least_saliency);
    cv::Mat cost = 0.45 * normalised(gradient(lightness), least_gradient) + 0.25 * normalised(local_deviation(lightness), least_deviation) + 0.3 * salient;
    const cv::Mat standing_out = figures(lab);
    cv::max(cost, standing_out, cost);
    for (const QRectF& part : keep_out) cost(pixels_of(part, cost.size())).setTo(1);

    auto maps = std::make_shared<Maps>();
    cv::integral(cost, maps->integral, CV_64F);
    cv::integral(standing_out, maps->figures, CV_64F);
    cv::Mat linear, light;
    cv::pow(cv::max((small + cv::Scalar::all(0.055)) / 1.055, 0), 2.4, linear);  // sRGB but for its foot, which is black anyhow
    cv::transform(linear, light, cv::Matx13f(0.2126f, 0.7152f, 0.0722f));
    cv::integral(light, maps->light, CV_64F);
    maps->rgb = small;
    const cv::Moments moments = cv::moments(cost);
    if (moments.m00 > 1e-6) weight_ = {moments.m10 / moments.m00 / cost.cols, moments.m01 / moments.m00 / cost.rows};
    colours_ = main_colours(lab);
    maps_ = std::move(maps);
}

Busyness Ground::busyness(const QRectF& part) const {
    const cv::Size size(maps_->integral.cols - 1, maps_->integral.rows - 1);
    std::array<double, 64> cells{};
    double figure = 0;
    for (int i = 0; i < 64; ++i) {
        const QRectF cell(part.x() + part.width() * (i % 8) / 8, part.y() + part.height() * (i / 8) / 8, part.width() / 8, part.height() / 8);
        cells[std::size_t(i)] = mean_in(maps_->integral, pixels_of(cell, size));
        figure = std::max(figure, mean_in(maps_->figures, pixels_of(cell, size)));
    }
    std::ranges::nth_element(cells, cells.begin() + 60);
    return {mean_in(maps_->integral, pixels_of(part, size)), cells[60], figure};
}

double Ground::light(const QRectF& part) const {
    return mean_in(maps_->light, pixels_of(part, {maps_->light.cols - 1, maps_->light.rows - 1}));
}

document::Colour Ground::average(const QRectF& part) const {
    const cv::Scalar mean = cv::mean(maps_->rgb(pixels_of(part, maps_->rgb.size())));
    return {mean[0], mean[1], mean[2], 1, {}};
}

}  // namespace haibao::placement
