// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placement/ink.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "app/render/text_place.h"
#include "app/typeset/layout.h"

namespace haibao::placement {
namespace {

using document::Colour;

/// Light ink is taken until dark ink reads by so much better: on middle tones WCAG 2 makes dark ink better than it looks.
constexpr double about_as_well = 1.35;
/// A rule is set a fortieth as thick as it is long, at least a point (lockup.cpp); on a small page that is an eighth.
constexpr double broadest_rule = 1 / 7.0, thickest_rule = 12;  // of its length; points

Colour mean_of(const QImage& image) {
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    const cv::Mat pixels(rgb.height(), rgb.width(), CV_8UC3, const_cast<uchar*>(rgb.constBits()), static_cast<std::size_t>(rgb.bytesPerLine()));
    const cv::Scalar mean = cv::mean(pixels);
    return {mean[0] / 255, mean[1] / 255, mean[2] / 255, 1, {}};
}

}  // namespace

QPainterPath ink_of(const document::Layer& layer, const typeset::FontSet& fonts) {
    const auto* content = std::get_if<document::TextLayer>(&layer.content);
    QPainterPath path;
    if (!content) return path;
    for (const typeset::GlyphRun& run : typeset::lay_out(content->text, fonts).runs) {
        if (!run.face) continue;
        for (const typeset::Glyph& glyph : run.glyphs) path.addPath(render::glyph_stand(run, glyph).map(run.face->outline(glyph.id)));
    }
    path.setFillRule(Qt::WindingFill);
    return layer.placement.to_page().map(path);
}

double needed_contrast(double size, QSizeF page) {
    return size < large_letters * std::min(page.width(), page.height()) ? small_text_contrast : large_text_contrast;
}

double chroma(const Colour& colour) {
    cv::Mat one(1, 1, CV_32FC3, cv::Scalar(colour.r, colour.g, colour.b)), lab;
    cv::cvtColor(one, lab, cv::COLOR_RGB2Lab);
    const auto value = lab.at<cv::Vec3f>(0, 0);
    return std::hypot(value[1], value[2]);
}

Colour ink_on(const QImage& ground, std::span<const Colour> wishes, double needed) {
    if (ground.isNull()) return {};
    constexpr QSize enough(256, 256);
    const QImage small = ground.scaled(enough.boundedTo(ground.size()), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage everywhere(small.size(), QImage::Format_Grayscale8);
    everywhere.fill(255);
    const auto reaches = [&](const Colour& colour) { return measured_contrast(small, everywhere, colour); };
    for (const Colour& wish : wishes)
        if (reaches(wish) >= needed) return wish;
    const Colour average = mean_of(small), black{}, white{1, 1, 1, 1, {}};
    if (chroma(average) >= least_hue)
        for (const auto& [light, dark] : {std::pair(toned(average, 97, 7), toned(average, 15, 24)), std::pair(toned(average, 99, 3), toned(average, 7, 30))}) {
            const Colour& better = reaches(light) * about_as_well >= reaches(dark) ? light : dark;
            if (reaches(better) >= needed) return better;
        }
    return reaches(black) >= needed || reaches(black) >= reaches(white) ? black : white;
}

QString rule_name(Language language) { return in_language(language, "Rule", "细线", "Fio"); }

bool is_rule(const document::Layer& layer) {
    const auto* shape = std::get_if<document::ShapeLayer>(&layer.content);
    const QSizeF size = layer.placement.frame.size();
    if (!shape || shape->kind != document::ShapeKind::rectangle || shape->radius > 0 || size.height() > thickest_rule || size.height() > size.width() * broadest_rule) return false;
    return std::ranges::any_of(std::initializer_list{Language::english, Language::chinese, Language::portuguese}, [&layer](Language language) { return layer.name == rule_name(language); });
}

}  // namespace haibao::placement
