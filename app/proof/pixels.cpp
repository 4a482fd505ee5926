// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/pixels.h"

#include <QPainter>
#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace haibao::proof {

cv::Mat rgb_of(const QImage& picture) {
    QImage opaque = picture;
    if (picture.hasAlphaChannel()) {
        opaque = QImage(picture.size(), QImage::Format_RGB888);
        opaque.fill(Qt::white);
        QPainter(&opaque).drawImage(0, 0, picture);
    } else if (picture.format() != QImage::Format_RGB888) {
        opaque = picture.convertToFormat(QImage::Format_RGB888);
    }
    if (opaque.isNull()) return {};
    return cv::Mat(opaque.height(), opaque.width(), CV_8UC3, const_cast<uchar*>(opaque.constBits()), static_cast<std::size_t>(opaque.bytesPerLine())).clone();
}

cv::Mat lab_of(const cv::Mat& rgb) {
    cv::Mat parts, lab;
    rgb.convertTo(parts, CV_32F, 1.0 / 255);
    cv::cvtColor(parts, lab, cv::COLOR_RGB2Lab);
    return lab;
}

QColor colour_of(const cv::Vec3f& lab) {
    cv::Mat one(1, 1, CV_32FC3, cv::Scalar(lab[0], lab[1], lab[2])), rgb;
    cv::cvtColor(one, rgb, cv::COLOR_Lab2RGB);
    const auto part = [&](int i) { return std::clamp(rgb.at<cv::Vec3f>(0, 0)[i], 0.0f, 1.0f); };
    return QColor::fromRgbF(part(0), part(1), part(2));
}

QImage grey_image(const cv::Mat& grey) {
    return QImage(grey.data, grey.cols, grey.rows, static_cast<qsizetype>(grey.step), QImage::Format_Grayscale8).copy();
}

QImage rgb_image(const cv::Mat& rgb) { return QImage(rgb.data, rgb.cols, rgb.rows, static_cast<qsizetype>(rgb.step), QImage::Format_RGB888).copy(); }

}  // namespace haibao::proof
