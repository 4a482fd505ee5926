// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/overlap.h"

#include <QImage>
#include <QPainter>
#include <algorithm>

namespace haibao::render {
namespace {

constexpr double mask_side = 256;       // pixels
constexpr double least_area = 1e-6;     // square points

template <class What>
void for_glyphs(const Type& type, What what) {
    for (const GlyphRun* run : type)
        if (run->face)
            for (const GlyphRun::Glyph& glyph : run->glyphs) what(*run, glyph);
}

/// The ink within a part of the page.
QImage mask_of(const Type& type, const QRectF& part, double scale) {
    QImage mask((part.size() * scale).toSize().expandedTo({1, 1}), QImage::Format_Grayscale8);
    mask.fill(0);
    QPainter painter(&mask);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.translate(-part.topLeft());
    for_glyphs(type, [&](const GlyphRun& run, const GlyphRun::Glyph& glyph) {
        const QPainterPath path = glyph.to_page.map(run.face->outline(glyph.id));
        if (path.controlPointRect().intersects(part)) painter.fillPath(path, Qt::white);
    });
    return mask;
}

/// Square points of ink; `also`: only where this one has some, too.
double ink(const QImage& mask, double scale, const QImage* also = nullptr) {
    int count = 0;
    for (int y = 0; y < mask.height(); ++y) {
        const uchar* line = mask.constScanLine(y);
        const uchar* other = also ? also->constScanLine(y) : line;
        for (int x = 0; x < mask.width(); ++x) count += line[x] > 128 && other[x] > 128;
    }
    return count / (scale * scale);
}

double scale_for(const QRectF& part) { return mask_side / std::max(part.width(), part.height()); }

double all_ink(const Type& type) {
    const QRectF extent = type_extent(type);
    return extent.isEmpty() ? 0 : ink(mask_of(type, extent, scale_for(extent)), scale_for(extent));
}

}  // namespace

QRectF type_extent(const Type& type) {
    QRectF extent;
    for_glyphs(type, [&extent](const GlyphRun& run, const GlyphRun::Glyph& glyph) { extent |= glyph.to_page.mapRect(run.face->outline(glyph.id).controlPointRect()); });
    return extent;
}

bool stand_on_each_other(const Type& a, const Type& b) {
    const QRectF both = type_extent(a) & type_extent(b);
    if (both.width() * both.height() < least_area) return false;
    const double scale = scale_for(both);
    const QImage in_a = mask_of(a, both, scale), in_b = mask_of(b, both, scale);
    const double shared = ink(in_a, scale, &in_b);
    return shared > 0 && shared > most_shared_ink * std::min(all_ink(a), all_ink(b));
}

QString overlap_sentence(const QString& lower, const QString& upper) { return QStringLiteral("“%1” and “%2” stand on each other. Move one of them.").arg(lower, upper); }

}  // namespace haibao::render
