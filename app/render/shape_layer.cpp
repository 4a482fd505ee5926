// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "app/render/layer_parts.h"
#include "app/render/outline.h"
#include "app/render/svg_path.h"

namespace haibao::render {
namespace {

/// In the frame's coordinates.
Result<QPainterPath> outline_of(const document::ShapeLayer& shape, QSizeF size) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const QRectF box(QPointF(), size);
    switch (shape.kind) {
        case document::ShapeKind::rectangle: {
            const double radius = std::clamp(shape.radius, 0.0, std::min(size.width(), size.height()) / 2);
            if (radius > 0)
                path.addRoundedRect(box, radius, radius);
            else
                path.addRect(box);
            return path;
        }
        case document::ShapeKind::ellipse: path.addEllipse(box); return path;
        case document::ShapeKind::line:
            path.moveTo(box.topLeft());
            path.lineTo(box.bottomRight());
            return path;
        case document::ShapeKind::path: return path_from_svg(shape.path);
    }
    return path;
}

}  // namespace

void add_shape(const LayerContext& context, const document::ShapeLayer& shape) {
    const QSizeF size = context.layer.placement.frame.size();
    auto outline = outline_of(shape, size);
    if (!outline) return context.find("bad-path", QStringLiteral("“%1” is not drawn: %2").arg(context.layer.name, QString::fromStdString(outline.error().message)));
    const QRectF box = outline->boundingRect();
    if (shape.kind == document::ShapeKind::line) {
        // A line has no inside: it is the stroke, on its middle, that is seen and casts shadows.
        std::vector<document::Stroke> strokes = shape.strokes;
        double widest = 0;
        for (document::Stroke& stroke : strokes) stroke.align = document::StrokeAlign::centre, widest = std::max(widest, stroke.width);
        if (strokes.empty()) return;
        const std::vector<document::Fill> no_fills;
        const std::vector<document::Stroke> no_strokes;
        add_shadows(context, Look{no_fills, no_strokes, shape.shadows}, outline_of_stroke(*outline, widest, document::Join::mitre));
        std::ranges::stable_sort(strokes, std::ranges::greater{}, &document::Stroke::width);
        return add_inner_strokes(context, Look{no_fills, strokes, shape.shadows}, *outline, box);
    }
    const Look look{shape.fills, shape.strokes, shape.shadows};
    add_shadows(context, look, *outline);
    add_outside_strokes(context, look, *outline, box);
    for (const document::Fill& fill : shape.fills) add_fill(context, fill, *outline, box, false);
    add_inner_strokes(context, look, *outline, box);
}

}  // namespace haibao::render
