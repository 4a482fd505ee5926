// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <opencv2/core.hpp>

// Between Qt's pictures and OpenCV's, inside this folder.
namespace haibao::proof {

/// 8-bit R G B, on white where the picture is transparent.
cv::Mat rgb_of(const QImage& picture);
/// CIE L*a*b*, float: L* 0…100.
cv::Mat lab_of(const cv::Mat& rgb);
QColor colour_of(const cv::Vec3f& lab);
QImage grey_image(const cv::Mat& grey);
QImage rgb_image(const cv::Mat& rgb);

}  // namespace haibao::proof
