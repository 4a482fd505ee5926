// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/page_painter.h"

#include <cmath>
#include <ranges>

#include "app/export/pdf/objects.h"
#include "app/export/pdf/shadings.h"
#include "app/export/pdf/soft_mask.h"
#include "app/render/picture_resolution.h"

namespace haibao::pdf {
namespace {

using document::Blend;
using document::Colour;
using render::Paint;

bool is_white(const Colour& colour) {
    if (colour.ink) return colour.ink->c == 0 && colour.ink->m == 0 && colour.ink->y == 0 && colour.ink->k == 0;
    return colour.r >= 1 && colour.g >= 1 && colour.b >= 1;
}

QString to_sentence(const QString& name, const QString& unnamed) { return name.isEmpty() ? unnamed : QStringLiteral("“%1”").arg(name); }

/// Soft pictures have few pixels, which a reader may show as squares: here they are smoothed to what the eye cannot tell apart.
QImage finer(const QImage& image, const QTransform& to_page) {
    constexpr double fine = 100, most_pixels = 1.6e7;  // dpi
    const double width = std::hypot(to_page.m11(), to_page.m12()) / 72 * fine, height = std::hypot(to_page.m21(), to_page.m22()) / 72 * fine;
    if (width <= image.width() || height <= image.height() || width * height > most_pixels) return image;
    return image.scaled(qRound(width), qRound(height), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

}  // namespace

PagePainter::PagePainter(Document& document, const render::DisplayList& list, const PageGeometry& geometry, int page)
    : document_(document), list_(list), geometry_(geometry), to_pdf_(geometry.to_pdf), page_(page) {
    said_ = part_said_text(list_.items);
}

Content& PagePainter::content() {
    for (Open& open : std::views::reverse(open_))
        if (!open.inlined) return open.content;
    return open_.front().content;
}

Result<Content> PagePainter::paint() {
    open_.emplace_back();
    QPainterPath bleed;
    bleed.addRect(geometry_.bleed);
    content().save();
    content().clip(bleed, QTransform());
    draw_items();
    if (document_.options.stop.stop_requested()) return fail(ErrorKind::cancelled, "Stopped.");
    while (open_.size() > 1) draw(render::EndGroup{});  // a list that was cut short
    content().restore();
    return std::move(open_.front().content);
}

void PagePainter::draw_items() {
    auto text = said_.begin();
    for (index_ = 0; index_ < list_.items.size() && !document_.options.stop.stop_requested(); ++index_) {
        if (text != said_.end() && index_ == text->begin) {
            content().op("/Span << /ActualText <FEFF{}> >> BDC", utf16_hex(text->text));
            is_said_ = true;
        }
        std::visit([this](const auto& item) { draw(item); }, list_.items[index_]);
        if (text != said_.end() && index_ + 1 == text->end) {
            content().op("EMC");
            is_said_ = false;
            ++text;
        }
    }
}

// ---- paints ----

void PagePainter::set_paint(const Paint& paint, double opacity, Blend blend, bool overprint) {
    Overlay overlay{.opacity = opacity, .blend = blend, .overprint = false, .mask = {}};
    const auto gradient = [&](const auto& place) {
        if (has_alpha(place.stops)) overlay.mask = shading_mask(*document_.pdf, place_of(place), place.stops, to_pdf_, geometry_.media);
        const auto pattern = shading_pattern(*document_.pdf, document_.colours, place_of(place), place.stops, to_pdf_);
        content().set_fill("/Pattern cs " + content().resource("Pattern", pattern) + " scn");
    };
    if (const auto* colour = std::get_if<Colour>(&paint)) {
        overlay.opacity *= colour->a;
        const bool asked = overprint && !is_white(*colour) && (colour->ink || document_.colours.key_only(*colour));
        overlay.overprint = asked && overlay.opacity == 1 && blend == Blend::normal;
        content().set_fill(document_.colours.fill(content(), *colour));
    } else if (const auto* axial = std::get_if<render::Axial>(&paint)) {
        gradient(*axial);
    } else if (const auto* radial = std::get_if<render::Radial>(&paint)) {
        gradient(*radial);
    }
    content().set_state(document_.states.of(overlay));
}

QPDFObjectHandle PagePainter::tiling(const render::Pattern& pattern) {
    const auto image = document_.images.picture(*pattern.image);
    const double width = pattern.image->width(), height = pattern.image->height();
    const std::string cell = std::format("q {} 0 0 {} 0 {} cm /Im Do Q\n", number(width), number(-height), number(height));
    return stream(*document_.pdf, cell,
                  std::format("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [ 0 0 {0} {1} ] /XStep {0} /YStep {1} /Matrix [ {2} ] /Resources << /XObject << /Im {3} >> >>",
                              number(width), number(height), matrix(pattern.to_page * to_pdf_), reference(image)));
}

/// Over everything that the clip lets through.
void PagePainter::draw_pattern(const render::Pattern& pattern) {
    if (!pattern.image || pattern.image->isNull()) return;
    if (pattern.tiled) {
        content().set_fill("/Pattern cs " + content().resource("Pattern", tiling(pattern)) + " scn");
        QPainterPath all;
        all.addRect(geometry_.media);
        content().fill(all, QTransform());
    } else {
        put_image(document_.images.picture(*pattern.image), QTransform::fromScale(pattern.image->width(), pattern.image->height()) * pattern.to_page);
    }
}

void PagePainter::put_image(const QPDFObjectHandle& object, const QTransform& unit_square_to_page) {
    const QTransform upright(1, 0, 0, -1, 0, 1);  // a PDF's pictures have their first row at y = 1
    content().save();
    content().op("{} cm", matrix(upright * unit_square_to_page * to_pdf_));
    content().op("{} Do", content().resource("XObject", object));
    content().restore();
}

// ---- items ----

void PagePainter::draw(const render::FillPath& fill) {
    if (fill.path.isEmpty() || fill.opacity <= 0) return;
    if (const auto* pattern = std::get_if<render::Pattern>(&fill.paint)) {
        content().save();
        content().set_state(document_.states.of({.opacity = fill.opacity, .blend = fill.blend, .overprint = false, .mask = {}}));
        content().clip(fill.path, to_pdf_);
        draw_pattern(*pattern);
        content().restore();
        return;
    }
    set_paint(fill.paint, fill.opacity, fill.blend, fill.overprint);
    content().fill(fill.path, to_pdf_);
}

void PagePainter::draw(const render::GlyphRun& run) {
    if (run.glyphs.empty()) return;
    const bool visible = run.visible == render::GlyphRun::Visible::yes;
    if (visible && run.decoration) return draw_text_as_outlines(run);  // painted, but not read
    Font* font = visible && run.face ? document_.fonts.of(run.face) : nullptr;
    if (font) {
        if (const auto* pattern = std::get_if<render::Pattern>(&run.paint)) {
            content().save();
            content().set_state(document_.states.of({.opacity = run.opacity, .blend = run.blend, .overprint = false, .mask = {}}));
            write_text(content(), *font, run, TextMode::clip, to_pdf_, is_said_);
            draw_pattern(*pattern);
            content().restore();
            return;
        }
        const auto* colour = std::get_if<Colour>(&run.paint);
        const bool black = colour && document_.options.overprint_black && is_key_black(*colour);
        set_paint(run.paint, run.opacity, run.blend, run.overprint || black);
        write_text(content(), *font, run, TextMode::fill, to_pdf_, is_said_);
        return;
    }
    if (visible) draw_text_as_outlines(run);
    if (!run.decoration) write_text(content(), document_.fonts.blank(), run, TextMode::invisible, to_pdf_, is_said_);
}

void PagePainter::draw_text_as_outlines(const render::GlyphRun& run) {
    if (!run.face) return;
    render::FillPath fill{.path = {}, .paint = run.paint, .opacity = run.opacity, .blend = run.blend, .overprint = run.overprint};
    fill.path.setFillRule(Qt::WindingFill);
    for (const auto& glyph : run.glyphs) fill.path.addPath(glyph.to_page.map(run.face->outline(glyph.id)));
    draw(fill);
}

void PagePainter::draw(const render::DrawImage& image) {
    if (!image.image || image.image->isNull() || image.opacity <= 0) return;
    content().set_state(document_.states.of({.opacity = image.opacity, .blend = image.blend, .overprint = false, .mask = {}}));
    const bool made_by_us = image.effective_dpi <= 0 && image.original_jpeg.isEmpty();
    if (made_by_us) put_image(document_.images.picture(finer(*image.image, image.to_page)), image.to_page);
    else put_image(document_.images.picture(*image.image, image.original_jpeg), image.to_page);
    report_picture(image);
}

void PagePainter::report_picture(const render::DrawImage& image) {
    if (image.effective_dpi <= 0) return;
    const double dpi = image.effective_dpi / geometry_.scale;
    document_.report.pictures.push_back({image.name, page_, dpi});
    const bool for_print = document_.options.intent.has_value();
    const bool known = std::ranges::any_of(list_.findings, [&](const render::Finding& finding) { return finding.code.endsWith("low-dpi") && finding.layer == image.name; });
    if (for_print && dpi < render::soft_in_print && !known)
        document_.find(image.name, "low-dpi",
                       QStringLiteral("The picture %1 has only %2 dpi at its size on the page; print wants 150 or more.").arg(to_sentence(image.name, "without a name")).arg(std::lround(dpi)));
}

void PagePainter::draw(const render::Soft& soft) {
    if (soft.opacity <= 0) return;
    const SoftMask mask = soft_mask(soft, to_pdf_.inverted().mapRect(geometry_.bleed), document_.options.effect_dpi * geometry_.scale);
    if (mask.alpha.isNull()) return;
    content().set_state(document_.states.of({.opacity = soft.opacity * soft.colour.a, .blend = soft.blend, .overprint = false, .mask = {}}));
    put_image(document_.images.soft(mask.alpha, soft.colour), QTransform(mask.area.width(), 0, 0, mask.area.height(), mask.area.left(), mask.area.top()));
}

// ---- groups ----

/// Whether drawing its items one by one gives the same as drawing them apart.
bool PagePainter::is_plain_group(std::size_t begin) const {
    const auto& group = std::get<render::BeginGroup>(list_.items[begin]);
    if (group.opacity < 1 || group.blend != Blend::normal) return false;
    int depth = 0;
    for (std::size_t i = begin; i < list_.items.size(); ++i) {
        const auto& item = list_.items[i];
        if (std::holds_alternative<render::BeginGroup>(item)) ++depth;
        if (std::holds_alternative<render::EndGroup>(item) && --depth == 0) return true;
        const bool blends = std::visit(
            [](const auto& one) {
                if constexpr (requires { one.blend; }) return one.blend != Blend::normal;
                else return false;
            },
            item);
        if (blends) return false;
    }
    return true;
}

void PagePainter::draw(const render::BeginGroup& group) {
    const bool plain = is_plain_group(index_), clipped = plain && !group.clip.isEmpty();
    if (clipped) {
        content().save();
        content().clip(group.clip, to_pdf_);
    }
    open_.push_back({.content = {}, .group = &group, .inlined = plain, .clipped = clipped});
}

void PagePainter::draw(const render::EndGroup&) {
    if (open_.size() < 2) return;
    const Open done = std::move(open_.back());
    open_.pop_back();
    if (done.inlined) {
        if (done.clipped) content().restore();
        return;
    }
    const QRectF box = geometry_.bleed;
    const auto form = stream(*document_.pdf, done.content.data(),
                             std::format("/Type /XObject /Subtype /Form /BBox [ {} ] /Group << /S /Transparency /I true /K false /CS {} >> /Resources {}",
                                         numbers({box.left(), box.top(), box.right(), box.bottom()}), document_.colours.group_space(), done.content.resources()));
    content().save();
    content().set_state(document_.states.of({.opacity = done.group->opacity, .blend = done.group->blend, .overprint = false, .mask = {}}));
    if (!done.group->clip.isEmpty()) content().clip(done.group->clip, to_pdf_);
    content().op("{} Do", content().resource("XObject", form));
    content().restore();
}

}  // namespace haibao::pdf
