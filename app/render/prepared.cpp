// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/prepared.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <optional>

#include "app/render/effect.h"

namespace haibao::render {
namespace {

QColor qcolor(const document::Colour& c) {
    const auto part = [](double value) { return static_cast<float>(std::clamp(value, 0.0, 1.0)); };
    return QColor::fromRgbF(part(c.r), part(c.g), part(c.b), part(c.a));
}

QBrush gradient_brush(QGradient gradient, const std::vector<document::Stop>& stops, const QTransform& from_page) {
    QGradientStops list;
    for (const document::Stop& stop : stops) list.append({std::clamp(stop.at, 0.0, 1.0), qcolor(stop.colour)});
    gradient.setStops(list);
    QBrush brush(gradient);
    brush.setTransform(from_page);
    return brush;
}

QRect pixels_around(const QRectF& box) {
    // What is further away than this is on no page; NaN and infinities give nothing.
    const QRectF sane = box & QRectF(-1e6, -1e6, 2e6, 2e6);
    return sane.isEmpty() ? QRect() : sane.toAlignedRect().adjusted(-1, -1, 1, 1);
}

class Preparation {
public:
    Preparation(const QTransform& from_page, Quality quality) : from_page_(from_page), quality_(quality) {}

    void add(const FillPath& fill) { add_fill(on_pixel_grid(fill.path, from_page_), fill.paint, fill.opacity, fill.blend); }

    void add(const GlyphRun& run) {
        if (run.visible == GlyphRun::Visible::no) return;
        QPainterPath all;
        for (const GlyphRun::Glyph& glyph : run.glyphs) all.addPath(on_pixel_grid(outline(run.face, glyph.id), glyph.to_page * from_page_));
        all.setFillRule(Qt::WindingFill);
        add_fill(std::move(all), run.paint, run.opacity, run.blend);
    }

    void add(const DrawImage& draw) {
        if (!draw.image || draw.image->isNull()) return;
        QPainterPath square;
        square.addRect(0, 0, 1, 1);
        const QTransform pixels_to_page = QTransform::fromScale(1.0 / draw.image->width(), 1.0 / draw.image->height()) * draw.to_page;
        add_fill(on_pixel_grid(square, draw.to_page * from_page_), Pattern{draw.image, pixels_to_page, false}, draw.opacity, draw.blend);
    }

    void add(const Soft& soft) {
        const double sigma = soft.blur * std::sqrt(std::abs(from_page_.determinant()));
        if (!std::isfinite(sigma)) return;
        QPainterPath path = on_pixel_grid(soft.path, from_page_);
        const double reach = std::ceil(blur_reach * sigma) + 2;
        const QRect bounds = pixels_around(path.boundingRect().adjusted(-reach, -reach, reach, reach));
        push({SoftOp{std::move(path), sigma, soft.colour}, bounds, soft.opacity, composition_mode(soft.blend)});
    }

    void add(const BeginGroup& group) {
        open_.push_back(ops_.size());
        ops_.push_back({GroupOp{on_pixel_grid(group.clip, from_page_), 0}, {}, group.opacity, composition_mode(group.blend)});
    }

    void add(const EndGroup&) {
        if (open_.empty()) return;
        Op& op = ops_[open_.back()];
        auto& group = std::get<GroupOp>(op.what);
        group.end = ops_.size();
        for (std::size_t i = open_.back() + 1; i < ops_.size(); ++i) op.bounds |= ops_[i].bounds;
        if (!group.clip.isEmpty()) op.bounds &= pixels_around(group.clip.boundingRect());
        open_.pop_back();
    }

    std::vector<Op> take() {
        while (!open_.empty()) add(EndGroup{});
        return std::move(ops_);
    }

private:
    void push(Op op) { ops_.push_back(std::move(op)); }

    void add_fill(QPainterPath path, const Paint& paint, double opacity, document::Blend blend) {
        FillOp fill{std::move(path), {}, {}, {}};
        if (const auto* colour = std::get_if<document::Colour>(&paint)) {
            fill.brush = qcolor(*colour);
        } else if (const auto* axial = std::get_if<Axial>(&paint)) {
            fill.brush = gradient_brush(QLinearGradient(axial->from, axial->to), axial->stops, from_page_);
        } else if (const auto* radial = std::get_if<Radial>(&paint)) {
            fill.brush = gradient_brush(QRadialGradient(radial->centre, std::max(radial->radius, 1e-6)), radial->stops, from_page_);
        } else if (!set_picture(fill, std::get<Pattern>(paint))) {
            return;
        }
        const QRect bounds = pixels_around(fill.path.boundingRect());
        push({std::move(fill), bounds, opacity, composition_mode(blend)});
    }

    bool set_picture(FillOp& fill, const Pattern& pattern) {
        if (!pattern.image || pattern.image->isNull()) return false;
        QTransform to_device = pattern.to_page * from_page_;
        if (!to_device.isInvertible()) return false;
        const bool alpha = pattern.image->hasAlphaChannel();
        const bool deep = pattern.image->depth() > 32;
        QImage image = pattern.image->convertToFormat(deep ? QImage::Format_RGBA64_Premultiplied : alpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
        if (!pattern.tiled) {
            fill.picture = quality_ == Quality::draft ? image : reduced_for(image, to_device);
            fill.to_device = to_device;
            return true;
        }
        fill.brush = QBrush(reduced_for(image, to_device));
        fill.brush.setTransform(to_device);
        return true;
    }

    const QPainterPath& outline(const std::shared_ptr<const typeset::Face>& face, hb_codepoint_t glyph) {
        QPainterPath& path = outlines_[{face.get(), glyph}];
        if (path.elementCount() == 0 && face) path = face->outline(glyph);
        return path;
    }

    QTransform from_page_;
    Quality quality_;
    std::vector<Op> ops_;
    std::vector<std::size_t> open_;
    QHash<std::pair<const typeset::Face*, hb_codepoint_t>, QPainterPath> outlines_;
};

}  // namespace

QPainter::CompositionMode composition_mode(document::Blend blend) {
    using document::Blend;
    switch (blend) {
        case Blend::normal: break;
        case Blend::multiply: return QPainter::CompositionMode_Multiply;
        case Blend::screen: return QPainter::CompositionMode_Screen;
        case Blend::overlay: return QPainter::CompositionMode_Overlay;
        case Blend::darken: return QPainter::CompositionMode_Darken;
        case Blend::lighten: return QPainter::CompositionMode_Lighten;
        case Blend::colour_dodge: return QPainter::CompositionMode_ColorDodge;
        case Blend::colour_burn: return QPainter::CompositionMode_ColorBurn;
        case Blend::hard_light: return QPainter::CompositionMode_HardLight;
        case Blend::soft_light: return QPainter::CompositionMode_SoftLight;
        case Blend::difference: return QPainter::CompositionMode_Difference;
        case Blend::exclusion: return QPainter::CompositionMode_Exclusion;
    }
    return QPainter::CompositionMode_SourceOver;
}

QPainterPath own(const QPainterPath& shared) {
    QPainterPath path = shared;
    if (path.elementCount() > 0) path.setElementPositionAt(0, shared.elementAt(0).x, shared.elementAt(0).y);  // this is what detaches it
    return path;
}

QPainterPath on_pixel_grid(const QPainterPath& path, const QTransform& to_device) {
    QPainterPath result = to_device.map(path);
    result.setFillRule(path.fillRule());
    for (int i = 0; i < result.elementCount(); ++i) {
        const QPainterPath::Element at = result.elementAt(i);
        result.setElementPositionAt(i, std::round(at.x * 64) / 64, std::round(at.y * 64) / 64);
    }
    return result;
}

std::vector<Op> prepare_ops(const DisplayList& list, const QTransform& from_page, Quality quality) {
    Preparation preparation(from_page, quality);
    for (const Item& item : list.items) std::visit([&](const auto& what) { preparation.add(what); }, item);
    return preparation.take();
}

}  // namespace haibao::render
