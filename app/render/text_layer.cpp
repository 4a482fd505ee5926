// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QHash>
#include <algorithm>
#include <map>
#include <set>

#include "app/core/lengths.h"
#include "app/render/layer_parts.h"
#include "app/render/outline.h"
#include "app/render/text_place.h"
#include "app/typeset/layout.h"

namespace haibao::render {
namespace {

using document::GradientBox;
using document::TextStyle;
using typeset::Layout;

/// Straight pieces instead of warped curves stay this close, in points: less than 0.05 pixel at 300 dpi.
constexpr double flattening = 0.01;

/// Does the paint need boxes of its own for lines or glyphs?
GradientBox box_of(const document::Paint& paint) {
    if (const auto* linear = std::get_if<document::LinearGradient>(&paint)) return linear->box;
    if (const auto* radial = std::get_if<document::RadialGradient>(&paint)) return radial->box;
    return GradientBox::layer;
}

class TextPainter {
public:
    TextPainter(const LayerContext& context, const document::Text& text, const Layout& layout, const std::optional<WarpMap>& warp)
        : context_(context), text_(text), layout_(layout), warp_(warp), box_(QPointF(), layout.size) {
        mark_reading_order();
    }

    void paint() {
        std::vector<int> styles;
        for (const typeset::GlyphRun& run : layout_.runs)
            if (!std::ranges::contains(styles, run.style)) styles.push_back(run.style);
        for (const typeset::Rule& rule : layout_.rules)
            if (!std::ranges::contains(styles, rule.style)) styles.push_back(rule.style);
        for (const int style : styles)
            if (!style_of(style).shadows.empty()) add_shadows(context_, look_of(style), ink_of(style));
        for (const int style : styles)
            if (!style_of(style).strokes.empty()) add_outside_strokes(context_, look_of(style), ink_of(style), box_);
        paint_fills();
        for (const int style : styles)
            if (!style_of(style).strokes.empty()) add_inner_strokes(context_, look_of(style), ink_of(style), box_);
    }

private:
    const TextStyle& style_of(int index) const {
        return index >= 0 && index < static_cast<int>(text_.spans.size()) ? text_.spans[static_cast<std::size_t>(index)].style : text_.style;
    }
    Look look_of(int index) const {
        const TextStyle& style = style_of(index);
        return {style.fills, style.strokes, style.shadows, layout_.scale, style.overprint};
    }

    /// Which glyph carries the characters of a cluster, and which run ends a line.
    void mark_reading_order() {
        std::set<int> spoken;
        std::map<int, std::size_t> last_of_line;
        for (std::size_t r = 0; r < layout_.runs.size(); ++r) {
            const typeset::GlyphRun& run = layout_.runs[r];
            if (run.decoration) continue;
            last_of_line[run.line] = r;
            for (std::size_t g = 0; g < run.glyphs.size(); ++g)
                if (spoken.insert(run.glyphs[g].cluster).second) speaking_.insert({r, g});
        }
        for (const auto& [line, run] : last_of_line) ends_line_.insert(run);
    }

    QString words_of(std::size_t run, std::size_t glyph) const {
        if (!speaking_.contains({run, glyph})) return {};
        const auto cluster = static_cast<std::size_t>(layout_.runs[run].glyphs[glyph].cluster);
        if (cluster >= layout_.clusters.size()) return {};
        const typeset::Cluster& c = layout_.clusters[cluster];
        return text_.text.mid(c.begin, c.end - c.begin);
    }

    QPainterPath shaped(const QPainterPath& path) const {
        QPainterPath result = warp_ ? warp_->map(path, flattening) : path;
        result.setFillRule(Qt::WindingFill);
        return result;
    }

    /// The outlines of some glyphs in the frame, warped, one winding direction, contours closed.
    QPainterPath outlines(const typeset::GlyphRun& run, std::size_t begin, std::size_t end) const {
        QPainterPath all;
        for (std::size_t g = begin; run.face && g < end; ++g) {
            const typeset::Face::Colours colours = run.face->colours_of(run.glyphs[g].id);
            if (colours == typeset::Face::Colours::picture || colours == typeset::Face::Colours::layers) continue;
            all.addPath(glyph_stand(run, run.glyphs[g]).map(run.face->outline(run.glyphs[g].id)));
        }
        all.setFillRule(Qt::WindingFill);
        return oriented(closed_contours(shaped(all)));
    }
    QPainterPath outlines(const typeset::GlyphRun& run) const { return outlines(run, 0, run.glyphs.size()); }

    QPainterPath rule_path(const typeset::Rule& rule) const {
        QPainterPath path;
        path.addRect(rule.box);
        return oriented(closed_contours(shaped(path)));
    }

    /// Everything of a style as one outline, so that no overlap of its parts shows (§17).
    const QPainterPath& ink_of(int style) {
        const auto found = ink_.find(style);
        if (found != ink_.end()) return found->second;
        QPainterPath all;
        for (const typeset::GlyphRun& run : layout_.runs)
            if (run.style == style) all.addPath(outlines(run));
        for (const typeset::Rule& rule : layout_.rules)
            if (rule.style == style) all.addPath(rule_path(rule));
        all.setFillRule(Qt::WindingFill);
        return ink_[style] = std::move(all);
    }

    GlyphRun live(std::size_t index, std::size_t begin, std::size_t end) const {
        const typeset::GlyphRun& run = layout_.runs[index];
        GlyphRun result;
        result.face = run.face;
        result.setting = run.setting;
        result.layer = context_.layer.id;
        result.decoration = run.decoration;
        result.ends_line = ends_line_.contains(index) && end == run.glyphs.size();
        result.overprint = style_of(run.style).overprint;
        for (std::size_t g = begin; g < end; ++g) {
            const typeset::Glyph& glyph = run.glyphs[g];
            QTransform stand = glyph_stand(run, glyph);
            if (warp_) stand = stand * warp_->near(stand.map(QPointF(0.5, -0.4)));
            result.glyphs.push_back({glyph.id, stand * context_.to_page, words_of(index, g), glyph.font_advance});
        }
        return result;
    }

    void paint_fills() {
        for (std::size_t r = 0; r < layout_.runs.size(); ++r) paint_run(r);
        for (const typeset::Rule& rule : layout_.rules) {
            const TextStyle& style = style_of(rule.style);
            for (const document::Fill& fill : style.fills) add_fill(context_, fill, rule_path(rule), box_, style.overprint);
        }
    }

    void paint_run(std::size_t r) {
        const typeset::GlyphRun& run = layout_.runs[r];
        if (run.face && run.face->is_colour()) return paint_colour_glyphs(r);
        const TextStyle& style = style_of(run.style);
        const bool has_texture = std::ranges::any_of(style.fills, [](const document::Fill& f) { return std::holds_alternative<document::Texture>(f.paint); });
        const bool live_fill = !warp_ && !has_texture && !style.fills.empty();
        // All fills but the top one are paths: the same words twice would be copied twice.
        for (std::size_t f = 0; f + (live_fill ? 1 : 0) < style.fills.size(); ++f)
            for_boxes(style.fills[f], r, [&](std::size_t begin, std::size_t end, const QRectF& box) {
                add_fill(context_, style.fills[f], outlines(run, begin, end), box, style.overprint);
            });
        if (!live_fill) return add_unseen(r);
        const document::Fill& top = style.fills.back();
        for_boxes(top, r, [&](std::size_t begin, std::size_t end, const QRectF& box) {
            GlyphRun glyphs = live(r, begin, end);
            if (const auto paint = resolved(context_, top.paint, box); paint && top.opacity > 0) {
                glyphs.paint = *paint;
                glyphs.opacity = std::min(top.opacity, 1.0);
                glyphs.blend = top.blend;
            } else {
                glyphs.visible = GlyphRun::Visible::no;
            }
            context_.add(std::move(glyphs));
        });
    }

    void add_unseen(std::size_t r) {
        GlyphRun glyphs = live(r, 0, layout_.runs[r].glyphs.size());
        glyphs.visible = GlyphRun::Visible::no;
        context_.add(std::move(glyphs));
    }

    /// Calls `paint` for the stretches of a run that have a gradient box of their own.
    template <class PaintStretch>
    void for_boxes(const document::Fill& fill, std::size_t r, PaintStretch paint) const {
        const typeset::GlyphRun& run = layout_.runs[r];
        const auto line = static_cast<std::size_t>(run.line);
        switch (box_of(fill.paint)) {
            case GradientBox::layer: return paint(0, run.glyphs.size(), box_);
            case GradientBox::line: return paint(0, run.glyphs.size(), line < layout_.lines.size() ? layout_.lines[line].box : box_);
            case GradientBox::glyph: break;
        }
        for (std::size_t begin = 0, end; begin < run.glyphs.size(); begin = end) {
            const int cluster = run.glyphs[begin].cluster;
            for (end = begin + 1; end < run.glyphs.size() && run.glyphs[end].cluster == cluster;) ++end;
            const auto c = static_cast<std::size_t>(cluster);
            const QRectF em = c < layout_.clusters.size() && !run.decoration ? layout_.clusters[c].box : outlines(run, begin, end).boundingRect();
            paint(begin, end, em);
        }
    }

    /// Emoji are pictures or coloured layers in the font; fills colour only its other glyphs.
    void paint_colour_glyphs(std::size_t r) {
        using Colours = typeset::Face::Colours;
        const typeset::GlyphRun& run = layout_.runs[r];
        for (std::size_t g = 0; g < run.glyphs.size(); ++g) {
            const Colours colours = run.face->colours_of(run.glyphs[g].id);
            if (colours == Colours::picture && paint_picture(run, run.glyphs[g])) continue;
            if (colours == Colours::layers) {
                for (const typeset::Face::ColourLayer& layer : run.face->colour_layers(run.glyphs[g].id)) {
                    const QPainterPath path = shaped(glyph_stand(run, run.glyphs[g]).map(run.face->outline(layer.glyph)));
                    const QRgb colour = layer.colour.value_or(0);
                    const document::Colour own{qRed(colour) / 255.0, qGreen(colour) / 255.0, qBlue(colour) / 255.0, qAlpha(colour) / 255.0, {}};
                    if (layer.colour) add_fill(context_, document::Fill{.paint = own}, path, box_, false);
                    else paint_in_one_colour(run, path);
                }
                continue;
            }
            const QPainterPath path = outlines(run, g, g + 1);
            paint_in_one_colour(run, path);
            if (colours != Colours::none) judge_colours(run, r, g, path.isEmpty());
        }
        add_unseen(r);
    }

    bool paint_picture(const typeset::GlyphRun& run, const typeset::Glyph& glyph) {
        const QString name = QStringLiteral("glyph %1 of font %2").arg(glyph.id).arg(run.face->number());
        const QRectF box = run.face->picture_box(glyph.id);
        DrawImage draw;
        draw.image = context_.pictures.made(name, [&] { return run.face->picture(glyph.id).image.convertToFormat(QImage::Format_ARGB32_Premultiplied); });
        if (draw.image->isNull() || box.isEmpty()) return false;
        const QTransform unit_square(box.width(), 0, 0, box.height(), box.x(), box.y());
        QTransform stand = glyph_stand(run, glyph);
        if (warp_) stand = stand * warp_->near(stand.map(QPointF(0.5, -0.4)));
        draw.to_page = unit_square * stand * context_.to_page;
        context_.add(std::move(draw));
        return true;
    }

    void paint_in_one_colour(const typeset::GlyphRun& run, const QPainterPath& path) {
        const TextStyle& style = style_of(run.style);
        if (path.isEmpty()) return;
        for (const document::Fill& fill : style.fills) add_fill(context_, fill, path, box_, style.overprint);
    }

    /// Nothing that was written vanishes, or loses its colours, without a word.
    void judge_colours(const typeset::GlyphRun& run, std::size_t r, std::size_t g, bool unseen) {
        if (!judged_.insert({run.face->number(), unseen}).second) return;
        const QString said = words_of(r, g);
        context_.find("colour-glyphs", unseen ? QStringLiteral("“%1” and others in %2 are not shown: the font draws them in a way (SVG) that Haibao cannot. Choose another font.").arg(said, run.face->family())
                                              : QStringLiteral("“%1” and others in %2 are shown in the text's colour: the font colours them in a way (SVG) that Haibao cannot.").arg(said, run.face->family()));
    }

    const LayerContext& context_;
    const document::Text& text_;
    const Layout& layout_;
    const std::optional<WarpMap>& warp_;
    QRectF box_;
    std::map<int, QPainterPath> ink_;
    std::set<std::pair<std::size_t, std::size_t>> speaking_;  ///< run, glyph
    std::set<std::size_t> ends_line_;                        ///< runs
    std::set<std::pair<std::uint64_t, bool>> judged_;        ///< faces whose colours cannot be drawn: seen in one colour, or not at all
};

/// A red ⊞ at the end of the last line that is shown, for the canvas only.
void add_overflow_mark(const LayerContext& context, const Layout& layout) {
    if (layout.lines.empty()) return;
    const QRectF last = layout.lines.back().box;
    const double side = std::clamp(0.4 * std::min(last.width(), last.height()), 4.0, 14.0);
    const bool vertical = layout.writing_mode == document::WritingMode::vertical_rl;
    const QPointF centre = vertical ? QPointF(last.center().x(), last.bottom()) : QPointF(last.right(), last.center().y());
    const QRectF box(centre.x() - side / 2, centre.y() - side / 2, side, side);
    QPainterPath plate, sign;
    plate.addRect(box);
    const double thin = side / 10;
    sign.addRect(QRectF(box.x() + 2 * thin, box.center().y() - thin / 2, side - 4 * thin, thin));
    sign.addRect(QRectF(box.center().x() - thin / 2, box.y() + 2 * thin, thin, side - 4 * thin));
    sign.setFillRule(Qt::WindingFill);
    context.add(FillPath{context.to_page.map(plate), document::Colour{0.85, 0.1, 0.1, 1, {}}});
    context.add(FillPath{context.to_page.map(sign), document::Colour{1, 1, 1, 1, {}}});
}

/// What is really printed: a line's leading may reach over the margin, its glyphs may not (typesetting-spec §10). Pictures
/// such as emoji have no outline and count with their lines.
QRectF ink_on_page(const LayerContext& context, const Layout& layout) {
    QRectF ink;
    for (const typeset::GlyphRun& run : layout.runs)
        for (const typeset::Glyph& glyph : run.glyphs)
            ink |= (glyph_stand(run, glyph) * context.to_page).map(run.face->outline(glyph.id)).boundingRect();
    return ink.isEmpty() ? context.to_page.mapRect(layout.used) : ink;
}

void judge_place(const LayerContext& context, const Layout& layout) {
    if (layout.runs.empty()) return;
    const document::Page& page = context.poster.page;
    const double margin = page.safe_margin();
    const QRectF safe = QRectF(QPointF(), page.points()).adjusted(margin, margin, -margin, -margin).adjusted(-0.5, -0.5, 0.5, 0.5);
    if (safe.contains(ink_on_page(context, layout))) return;
    if (page.unit == document::PageUnit::pixels)
        context.find("outside-safe-area", QStringLiteral("“%1” comes within %2 pixels of the page's edge, which apps may cover or cut off. Move it inwards.").arg(context.layer.name).arg(std::lround(margin / page.points_per_unit())));
    else
        context.find("outside-safe-area", QStringLiteral("“%1” reaches into the outer %2 mm of the page, where it may be trimmed. Move it inwards.").arg(context.layer.name).arg(margin / points_per_mm, 0, 'f', 1));
}

}  // namespace

void add_text(const LayerContext& context, const document::TextLayer& layer) {
    const document::Text& text = layer.text;
    const Layout layout = typeset::lay_out(text, context.fonts, context.poster.page.dpi);
    for (const typeset::Warning& warning : layout.warnings) context.find(word_of(warning.kind), warning.message);
    const TextPlace place(context.to_page, context.layer.placement.frame.size(), text, layout);
    if (!place.warp_error().empty())
        context.find("bad-warp", QStringLiteral("“%1” is shown without its warp: %2").arg(context.layer.name, QString::fromStdString(place.warp_error())));
    LayerContext placed = context;
    placed.to_page = place.to_page();
    const std::optional<WarpMap>& warp = place.warp();
    TextPainter(placed, text, layout, warp).paint();
    if (context.options.marks == Marks::editing && layout.hidden_characters > 0 && text.overflow == document::Overflow::marker) add_overflow_mark(placed, layout);
    if (!warp) judge_place(placed, layout);
}

}  // namespace haibao::render
