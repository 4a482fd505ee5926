// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/painted_glyph.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <vector>

namespace haibao::typeset {
namespace {

constexpr double pixels_per_em = 1024;
constexpr int longest_side = 4096;        // pixels: a font may say anything about its boxes
constexpr std::size_t most_groups = 12;  // a group is a picture of its own

QColor qcolor(hb_color_t c) { return QColor(hb_color_get_red(c), hb_color_get_green(c), hb_color_get_blue(c), hb_color_get_alpha(c)); }

QPainter::CompositionMode mode_of(hb_paint_composite_mode_t mode) {
    switch (mode) {
        case HB_PAINT_COMPOSITE_MODE_CLEAR: return QPainter::CompositionMode_Clear;
        case HB_PAINT_COMPOSITE_MODE_SRC: return QPainter::CompositionMode_Source;
        case HB_PAINT_COMPOSITE_MODE_DEST: return QPainter::CompositionMode_Destination;
        case HB_PAINT_COMPOSITE_MODE_DEST_OVER: return QPainter::CompositionMode_DestinationOver;
        case HB_PAINT_COMPOSITE_MODE_SRC_IN: return QPainter::CompositionMode_SourceIn;
        case HB_PAINT_COMPOSITE_MODE_DEST_IN: return QPainter::CompositionMode_DestinationIn;
        case HB_PAINT_COMPOSITE_MODE_SRC_OUT: return QPainter::CompositionMode_SourceOut;
        case HB_PAINT_COMPOSITE_MODE_DEST_OUT: return QPainter::CompositionMode_DestinationOut;
        case HB_PAINT_COMPOSITE_MODE_SRC_ATOP: return QPainter::CompositionMode_SourceAtop;
        case HB_PAINT_COMPOSITE_MODE_DEST_ATOP: return QPainter::CompositionMode_DestinationAtop;
        case HB_PAINT_COMPOSITE_MODE_XOR: return QPainter::CompositionMode_Xor;
        case HB_PAINT_COMPOSITE_MODE_PLUS: return QPainter::CompositionMode_Plus;
        case HB_PAINT_COMPOSITE_MODE_SCREEN: return QPainter::CompositionMode_Screen;
        case HB_PAINT_COMPOSITE_MODE_OVERLAY: return QPainter::CompositionMode_Overlay;
        case HB_PAINT_COMPOSITE_MODE_DARKEN: return QPainter::CompositionMode_Darken;
        case HB_PAINT_COMPOSITE_MODE_LIGHTEN: return QPainter::CompositionMode_Lighten;
        case HB_PAINT_COMPOSITE_MODE_COLOR_DODGE: return QPainter::CompositionMode_ColorDodge;
        case HB_PAINT_COMPOSITE_MODE_COLOR_BURN: return QPainter::CompositionMode_ColorBurn;
        case HB_PAINT_COMPOSITE_MODE_HARD_LIGHT: return QPainter::CompositionMode_HardLight;
        case HB_PAINT_COMPOSITE_MODE_SOFT_LIGHT: return QPainter::CompositionMode_SoftLight;
        case HB_PAINT_COMPOSITE_MODE_DIFFERENCE: return QPainter::CompositionMode_Difference;
        case HB_PAINT_COMPOSITE_MODE_EXCLUSION: return QPainter::CompositionMode_Exclusion;
        case HB_PAINT_COMPOSITE_MODE_MULTIPLY: return QPainter::CompositionMode_Multiply;
        default: return QPainter::CompositionMode_SourceOver;  // the HSL modes, which QPainter has not
    }
}

/// The stops of a colour line with offsets of 0…1, and what part of the line they stand for.
struct Line {
    std::vector<hb_color_stop_t> stops;
    double begin = 0, end = 1;
    QGradient::Spread spread = QGradient::PadSpread;

    explicit Line(hb_color_line_t* line) {
        unsigned count = hb_color_line_get_color_stops(line, 0, nullptr, nullptr);
        stops.resize(count);
        hb_color_line_get_color_stops(line, 0, &count, stops.data());
        stops.resize(count);
        std::ranges::stable_sort(stops, {}, &hb_color_stop_t::offset);
        const hb_paint_extend_t extend = hb_color_line_get_extend(line);
        spread = extend == HB_PAINT_EXTEND_REPEAT ? QGradient::RepeatSpread : extend == HB_PAINT_EXTEND_REFLECT ? QGradient::ReflectSpread : QGradient::PadSpread;
        if (stops.empty()) return;
        begin = double(stops.front().offset), end = double(stops.back().offset);
    }
    bool degenerate() const { return stops.size() < 2 || !(end - begin > 1e-6); }
    void dress(QGradient& gradient) const {
        gradient.setSpread(spread);
        for (const hb_color_stop_t& stop : stops) gradient.setColorAt(std::clamp((double(stop.offset) - begin) / (end - begin), 0.0, 1.0), qcolor(stop.color));
    }
};

/// What HarfBuzz calls, in font units with y up.
class GlyphPainter {
public:
    GlyphPainter(hb_font_t* font, const QTransform& to_pixels, QSize size) : font_(font), size_(size), transforms_{to_pixels} { push_group(); }

    QImage take() {
        while (groups_.size() > 1) pop_group(QPainter::CompositionMode_SourceOver);
        groups_.back().painter.reset();
        return std::move(*groups_.back().image);
    }
    void push_transform(const QTransform& transform) { transforms_.push_back(transform * transforms_.back()); }
    void pop_transform() {
        if (transforms_.size() > 1) transforms_.pop_back();
    }
    void push_clip(const QPainterPath& path) {
        const QPainterPath here = transforms_.back().map(path);
        const bool all = clips_.empty() || clips_.back().contains(here.boundingRect());
        clips_.push_back(all ? here : here.intersected(clips_.back()));
    }
    void push_clip_glyph(hb_codepoint_t glyph);
    void pop_clip() {
        if (!clips_.empty()) clips_.pop_back();
    }
    void push_group() {
        ++asked_groups_;
        if (groups_.size() >= most_groups) return;
        Group& group = groups_.emplace_back();
        group.image = std::make_unique<QImage>(size_, QImage::Format_ARGB32_Premultiplied);
        if (group.image->isNull()) return;
        group.image->fill(Qt::transparent);
        group.painter = std::make_unique<QPainter>(group.image.get());
        group.painter->setRenderHint(QPainter::Antialiasing);
    }
    void pop_group(QPainter::CompositionMode mode) {
        if (asked_groups_-- > groups_.size() || groups_.size() < 2) return;
        Group top = std::move(groups_.back());
        groups_.pop_back();
        top.painter.reset();
        if (!groups_.back().painter) return;
        groups_.back().painter->setCompositionMode(mode);
        groups_.back().painter->drawImage(0, 0, *top.image);
        groups_.back().painter->setCompositionMode(QPainter::CompositionMode_SourceOver);
    }
    /// `own`: from the brush's coordinates to font units.
    void fill(QBrush brush, const QTransform& own = {}) {
        if (!groups_.back().painter) return;
        brush.setTransform(own * transforms_.back());
        QPainterPath path;
        if (clips_.empty()) path.addRect(QRectF(QPointF(), size_));
        else path = clips_.back();
        groups_.back().painter->fillPath(path, brush);
    }
    void linear(const Line& line, QPointF from, QPointF to, QPointF turned) {
        if (line.degenerate()) return fill_flat(line);
        // Colours are the same along turned - from: what counts of the line is across that.
        const QPointF along = turned - from, way = to - from;
        const double length = QPointF::dotProduct(along, along);
        const QPointF across = length > 0 ? way - along * (QPointF::dotProduct(way, along) / length) : way;
        QLinearGradient gradient(from + across * line.begin, from + across * line.end);
        line.dress(gradient);
        fill(gradient);
    }
    void radial(const Line& line, QPointF from, double from_radius, QPointF to, double to_radius) {
        if (line.degenerate()) return fill_flat(line);
        const auto at = [&](double t) { return std::pair(from + (to - from) * t, std::max(0.0, from_radius + (to_radius - from_radius) * t)); };
        const auto [inner, inner_radius] = at(line.begin);
        const auto [outer, outer_radius] = at(line.end);
        QRadialGradient gradient(outer, outer_radius, inner, inner_radius);
        line.dress(gradient);
        fill(gradient);
    }
    void sweep(const Line& line, QPointF centre, double begin, double end) {
        if (line.degenerate() || !(std::abs(end - begin) > 1e-6)) return fill_flat(line);
        // Qt's angles turn against the clock with y down: a mirrored brush makes them the font's.
        QConicalGradient gradient(QPointF(centre.x(), -centre.y()), 0);
        for (const hb_color_stop_t& stop : line.stops) {
            const double angle = (begin + (end - begin) * double(stop.offset)) / (2 * std::numbers::pi);
            gradient.setColorAt(std::clamp(angle, 0.0, 1.0), qcolor(stop.color));
        }
        fill(gradient, QTransform::fromScale(1, -1));
    }

private:
    void fill_flat(const Line& line) {
        if (!line.stops.empty()) fill(qcolor(line.stops.back().color));
    }
    struct Group {
        std::unique_ptr<QImage> image;
        std::unique_ptr<QPainter> painter;
    };
    hb_font_t* font_;
    QSize size_;
    std::vector<QTransform> transforms_;
    std::vector<QPainterPath> clips_;  ///< in pixels
    std::vector<Group> groups_;
    std::size_t asked_groups_ = 0;  ///< also those that were one too many
};

GlyphPainter& painter(void* data) { return *static_cast<GlyphPainter*>(data); }
QPainterPath& path_in(void* data) { return *static_cast<QPainterPath*>(data); }

void GlyphPainter::push_clip_glyph(hb_codepoint_t glyph) {
    static hb_draw_funcs_t* const draw = [] {
        hb_draw_funcs_t* funcs = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(funcs, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) { path_in(data).moveTo(double(x), double(y)); }, nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(funcs, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) { path_in(data).lineTo(double(x), double(y)); }, nullptr, nullptr);
        hb_draw_funcs_set_quadratic_to_func(funcs, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x, float y, void*) { path_in(data).quadTo(double(cx), double(cy), double(x), double(y)); }, nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(funcs, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by, float x, float y, void*) { path_in(data).cubicTo(double(ax), double(ay), double(bx), double(by), double(x), double(y)); }, nullptr, nullptr);
        hb_draw_funcs_set_close_path_func(funcs, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { path_in(data).closeSubpath(); }, nullptr, nullptr);
        hb_draw_funcs_make_immutable(funcs);
        return funcs;
    }();
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    hb_font_draw_glyph(font_, glyph, draw, &path);
    push_clip(path);
}

hb_paint_funcs_t* paint_funcs() {
    static hb_paint_funcs_t* const all = [] {
        hb_paint_funcs_t* funcs = hb_paint_funcs_create();
        hb_paint_funcs_set_push_transform_func(funcs, [](hb_paint_funcs_t*, void* data, float xx, float yx, float xy, float yy, float dx, float dy, void*) {
            painter(data).push_transform(QTransform(double(xx), double(yx), double(xy), double(yy), double(dx), double(dy)));
        }, nullptr, nullptr);
        hb_paint_funcs_set_pop_transform_func(funcs, [](hb_paint_funcs_t*, void* data, void*) { painter(data).pop_transform(); }, nullptr, nullptr);
        hb_paint_funcs_set_push_clip_glyph_func(funcs, [](hb_paint_funcs_t*, void* data, hb_codepoint_t glyph, hb_font_t*, void*) { painter(data).push_clip_glyph(glyph); }, nullptr, nullptr);
        hb_paint_funcs_set_push_clip_rectangle_func(funcs, [](hb_paint_funcs_t*, void* data, float left, float bottom, float right, float top, void*) {
            QPainterPath path;
            path.addRect(QRectF(QPointF(double(left), double(bottom)), QPointF(double(right), double(top))));
            painter(data).push_clip(path);
        }, nullptr, nullptr);
        hb_paint_funcs_set_pop_clip_func(funcs, [](hb_paint_funcs_t*, void* data, void*) { painter(data).pop_clip(); }, nullptr, nullptr);
        hb_paint_funcs_set_color_func(funcs, [](hb_paint_funcs_t*, void* data, hb_bool_t, hb_color_t colour, void*) { painter(data).fill(qcolor(colour)); }, nullptr, nullptr);
        hb_paint_funcs_set_linear_gradient_func(funcs, [](hb_paint_funcs_t*, void* data, hb_color_line_t* line, float x0, float y0, float x1, float y1, float x2, float y2, void*) {
            painter(data).linear(Line(line), QPointF(double(x0), double(y0)), QPointF(double(x1), double(y1)), QPointF(double(x2), double(y2)));
        }, nullptr, nullptr);
        hb_paint_funcs_set_radial_gradient_func(funcs, [](hb_paint_funcs_t*, void* data, hb_color_line_t* line, float x0, float y0, float r0, float x1, float y1, float r1, void*) {
            painter(data).radial(Line(line), QPointF(double(x0), double(y0)), double(r0), QPointF(double(x1), double(y1)), double(r1));
        }, nullptr, nullptr);
        hb_paint_funcs_set_sweep_gradient_func(funcs, [](hb_paint_funcs_t*, void* data, hb_color_line_t* line, float x, float y, float begin, float end, void*) {
            painter(data).sweep(Line(line), QPointF(double(x), double(y)), double(begin), double(end));
        }, nullptr, nullptr);
        hb_paint_funcs_set_push_group_func(funcs, [](hb_paint_funcs_t*, void* data, void*) { painter(data).push_group(); }, nullptr, nullptr);
        hb_paint_funcs_set_pop_group_func(funcs, [](hb_paint_funcs_t*, void* data, hb_paint_composite_mode_t mode, void*) { painter(data).pop_group(mode_of(mode)); }, nullptr, nullptr);
        hb_paint_funcs_make_immutable(funcs);
        return funcs;
    }();
    return all;
}

}  // namespace

QImage painted_glyph(hb_font_t* font, hb_codepoint_t glyph, double units_per_em, const QRectF& box) {
    const double scale = std::min({pixels_per_em, longest_side / box.width(), longest_side / box.height()});
    const QSize size(static_cast<int>(std::ceil(box.width() * scale)), static_cast<int>(std::ceil(box.height() * scale)));
    if (box.isEmpty() || size.isEmpty()) return {};
    const QTransform to_pixels = QTransform(1 / units_per_em, 0, 0, -1 / units_per_em, 0, 0) * QTransform::fromTranslate(-box.x(), -box.y()) *
                                 QTransform::fromScale(size.width() / box.width(), size.height() / box.height());
    GlyphPainter painter(font, to_pixels, size);
    hb_font_paint_glyph(font, glyph, paint_funcs(), &painter, 0, HB_COLOR(0, 0, 0, 255));
    return painter.take();
}

}  // namespace haibao::typeset
