// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/effect.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "app/render/prepared.h"

namespace haibao::render {
namespace {

int floor_divided(int value, int by) { return static_cast<int>(std::floor(static_cast<double>(value) / by)); }

/// Antialiased coverage of a path on a grid of cells `cell` pixels wide; `cells` counts from the page's corner.
QImage coverage_mask(const QPainterPath& path, const QRect& cells, int cell) {
    QImage mask(cells.size(), QImage::Format_Alpha8);
    mask.fill(0);
    QPainter painter(&mask);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-cells.left(), -cells.top());
    painter.scale(1.0 / cell, 1.0 / cell);
    painter.fillPath(own(path), Qt::black);
    return mask;
}

/// For linear interpolation between coarse cells: the left one and the weight of its neighbour.
struct Tap {
    int index = 0;
    float weight = 0;
};
Tap tap_at(int pixel, int cell, int first) {
    const double at = (pixel + 0.5) / cell - 0.5 - first;
    const double left = std::floor(at);
    return {static_cast<int>(left), static_cast<float>(at - left)};
}

/// Coarse cells, the first at (left, top), spread over the pixels of `rect`.
QImage spread(const cv::Mat& coarse, int left, int top, int cell, const QRect& rect) {
    QImage result(rect.size(), QImage::Format_Grayscale16);
    std::vector<Tap> taps(static_cast<std::size_t>(rect.width()));
    for (int x = 0; x < rect.width(); ++x) taps[static_cast<std::size_t>(x)] = tap_at(rect.left() + x, cell, left);
    std::vector<float> row(static_cast<std::size_t>(coarse.cols) + 1);
    for (int y = 0; y < rect.height(); ++y) {
        const Tap v = tap_at(rect.top() + y, cell, top);
        const float* a = coarse.ptr<float>(v.index);
        const float* b = coarse.ptr<float>(std::min(v.index + 1, coarse.rows - 1));
        for (int x = 0; x < coarse.cols; ++x) row[static_cast<std::size_t>(x)] = a[x] + (b[x] - a[x]) * v.weight;
        row.back() = row[row.size() - 2];
        auto* to = reinterpret_cast<quint16*>(result.scanLine(y));
        for (int x = 0; x < rect.width(); ++x) {
            const Tap& h = taps[static_cast<std::size_t>(x)];
            const float* at = row.data() + h.index;
            to[x] = static_cast<quint16>(std::clamp(at[0] + (at[1] - at[0]) * h.weight + 0.5f, 0.0f, 65535.0f));
        }
    }
    return result;
}

int channel_type(const QImage& image) { return image.format() == QImage::Format_RGBA64_Premultiplied ? CV_16UC4 : CV_8UC4; }

cv::Mat as_mat(QImage& image) {
    return {image.height(), image.width(), channel_type(image), image.bits(), static_cast<std::size_t>(image.bytesPerLine())};
}
cv::Mat as_mat(const QImage& image) {
    return {image.height(), image.width(), channel_type(image), const_cast<uchar*>(image.constBits()),
            static_cast<std::size_t>(image.bytesPerLine())};
}

QImage scaled_down(const QImage& image, QSize size) {
    QImage result(size, image.format());
    cv::Mat to = as_mat(result);
    cv::resize(as_mat(image), to, to.size(), 0, 0, cv::INTER_AREA);
    return result;
}

/// A Gaussian averaged over each pixel: a sampled one all but vanishes below half a pixel.
cv::Mat gaussian(double sigma, int reach) {
    cv::Mat kernel(2 * reach + 1, 1, CV_32F);
    const auto below = [&](double x) { return 0.5 * std::erfc(-x / (sigma * std::numbers::sqrt2)); };
    for (int i = -reach; i <= reach; ++i) kernel.at<float>(i + reach) = static_cast<float>(below(i + 0.5) - below(i - 0.5));
    return kernel / cv::sum(kernel)[0];
}

}  // namespace

QImage blurred_coverage(const QPainterPath& path, double sigma, const QRect& rect, double coarsest) {
    const int cell = std::max(1, static_cast<int>(sigma / coarsest));
    // Coarse cells blur, too, and so does the interpolation between them.
    const double blur = cell == 1 ? sigma : std::sqrt(sigma * sigma / (cell * cell) - 1.0 / 3);
    const int reach = blur < 0.02 ? 0 : static_cast<int>(std::ceil(blur_reach * blur));
    const int left = floor_divided(rect.left(), cell) - 1, top = floor_divided(rect.top(), cell) - 1;
    const int right = floor_divided(rect.right(), cell) + 1, bottom = floor_divided(rect.bottom(), cell) + 1;
    const QRect needed(QPoint(left, top), QPoint(right, bottom));
    QImage mask = coverage_mask(path, needed.adjusted(-reach, -reach, reach, reach), cell);
    cv::Mat values;
    cv::Mat(mask.height(), mask.width(), CV_8UC1, mask.bits(), static_cast<std::size_t>(mask.bytesPerLine())).convertTo(values, CV_32F, 257);
    if (reach > 0) {
        const cv::Mat kernel = gaussian(blur, reach);
        cv::sepFilter2D(values, values, CV_32F, kernel, kernel, cv::Point(-1, -1), 0, cv::BORDER_REPLICATE);
    }
    return spread(values(cv::Rect(reach, reach, needed.width(), needed.height())), left, top, cell, rect);
}

QImage reduced_for(const QImage& image, QTransform& to_device) {
    const double across = std::hypot(to_device.m11(), to_device.m12()), down = std::hypot(to_device.m21(), to_device.m22());
    if (image.isNull() || (across > 0.75 && down > 0.75)) return image;
    const QSize size(std::clamp(static_cast<int>(std::ceil(image.width() * std::min(across, 1.0) - 1e-6)), 1, image.width()),
                     std::clamp(static_cast<int>(std::ceil(image.height() * std::min(down, 1.0) - 1e-6)), 1, image.height()));
    to_device = QTransform::fromScale(static_cast<double>(image.width()) / size.width(),
                                      static_cast<double>(image.height()) / size.height()) * to_device;
    return scaled_down(image, size);
}

QImage resampled(const QImage& image, const QTransform& to_device, const QRect& rect) {
    QImage result(rect.size(), image.format());
    const QTransform back = to_device.inverted();
    // Pixel centres lie at halves; OpenCV counts centres from 0.
    const double x = rect.left() + 0.5, y = rect.top() + 0.5;
    const cv::Matx23d matrix(back.m11(), back.m21(), back.m11() * x + back.m21() * y + back.dx() - 0.5,
                             back.m12(), back.m22(), back.m12() * x + back.m22() * y + back.dy() - 0.5);
    // Cubic overshoots, which premultiplied colour cannot hold.
    const bool enlarged = std::abs(to_device.determinant()) > 1.02 && image.format() == QImage::Format_RGB32;
    cv::Mat to = as_mat(result);
    cv::warpAffine(as_mat(image), to, matrix, to.size(), (enlarged ? cv::INTER_CUBIC : cv::INTER_LINEAR) | cv::WARP_INVERSE_MAP,
                   cv::BORDER_REPLICATE);
    return result;
}

QImage blurred_picture(const QImage& image, double sigma) {
    constexpr double enough = 6;
    QImage small = image;
    if (sigma > 2 * enough) {
        const double factor = enough / sigma;
        small = scaled_down(image, {std::max(1, qRound(image.width() * factor)), std::max(1, qRound(image.height() * factor))});
        sigma = enough;
    }
    QImage result(small.size(), small.format());
    cv::Mat to = as_mat(result);
    cv::GaussianBlur(as_mat(std::as_const(small)), to, cv::Size(), sigma, sigma, cv::BORDER_REPLICATE);
    return result;
}

QImage adjusted_picture(const QImage& image, double brightness, double contrast, double saturation) {
    QImage result = image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    const double slope = contrast < 0 ? 1 + std::max(contrast, -1.0) : 1 / (1 - 0.9 * std::min(contrast, 1.0));
    std::array<int, 256> table;
    for (int i = 0; i < 256; ++i) table[static_cast<std::size_t>(i)] = qRound(((i / 255.0 - 0.5) * slope + 0.5 + 0.5 * brightness) * 255);
    const double vivid = 1 + std::clamp(saturation, -1.0, 1.0);
    for (int y = 0; y < result.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < result.width(); ++x) {
            const double r = table[static_cast<std::size_t>(qRed(line[x]))], g = table[static_cast<std::size_t>(qGreen(line[x]))],
                         b = table[static_cast<std::size_t>(qBlue(line[x]))];
            const double grey = 0.2126 * r + 0.7152 * g + 0.0722 * b;
            const auto mixed = [&](double c) { return std::clamp(static_cast<int>(std::lround(grey + (c - grey) * vivid)), 0, 255); };
            line[x] = qRgba(mixed(r), mixed(g), mixed(b), qAlpha(line[x]));
        }
    }
    return image.hasAlphaChannel() ? result.convertToFormat(QImage::Format_ARGB32_Premultiplied) : result;
}

}  // namespace haibao::render
