// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/marks.h"

#include <hb.h>

#include <QPainterPath>

#include "app/core/lengths.h"
#include "app/export/pdf/objects.h"
#include "app/typeset/font_set.h"

namespace haibao::pdf {
namespace {

/// One line of outlines: paths, because the page's text is the document's alone.
QPainterPath slug_line(const QString& text, QPointF at, double size, double width) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const auto fonts = typeset::FontSet::system();
    const auto characters = text.toStdU32String();
    auto face = fonts->covering(characters, "zh-Hans", {});
    if (!face) face = fonts->find({});
    if (!face) return path;
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf16(buffer, text.utf16(), static_cast<int>(text.size()), 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(face->hb_font(), buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    const double unit = size / face->units_per_em();
    for (unsigned i = 0; i < count; ++i) {
        const double advance = positions[i].x_advance * unit;
        if ((width -= advance) < 0) break;
        path.addPath(QTransform(size, 0, 0, -size, at.x() + positions[i].x_offset * unit, at.y() + positions[i].y_offset * unit).map(face->outline(infos[i].codepoint)));
        at.rx() += advance;
    }
    hb_buffer_destroy(buffer);
    return path;
}

QString slug_text(const Document& document, int page) {
    QStringList parts;
    if (!document.options.title.isEmpty()) parts += document.options.title;
    parts += document.options.date.toString("yyyy-MM-dd");
    parts += QStringLiteral("page %1").arg(page);
    if (document.options.intent) parts += QString::fromStdString(document.options.intent->name());
    else parts += "sRGB";
    return parts.join(QStringLiteral("  ·  "));
}

void colour_bar(Content& content, const PageGeometry& g) {
    const double side = 0.8 * mark_length;
    double x = g.trim.left() + mark_offset(g.bleed_width);
    const double y = g.trim.bottom() + mark_offset(g.bleed_width) + (mark_length - side) / 2;
    for (const char* inks : {"1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1", "1 1 0 0", "0 1 1 0", "1 0 1 0", ".5 0 0 0", "0 .5 0 0", "0 0 .5 0", "0 0 0 .5"}) {
        if (x + side > g.trim.center().x() - mark_length) break;  // the registration mark is there
        content.set_fill(std::string(inks) + " k");
        content.op("{} re f", numbers({x, y, side, side}));
        x += side;
    }
}

}  // namespace

void draw_marks(Content& content, Document& document, const PageGeometry& geometry, int page) {
    const PdfOptions& options = document.options;
    QPainterPath marks;
    marks.setFillRule(Qt::WindingFill);
    if (options.crop_marks) marks.addPath(crop_marks(geometry.trim, geometry.bleed_width));
    if (options.registration_marks) marks.addPath(registration_marks(geometry.trim, geometry.bleed_width));
    if (options.slug) {
        const double below = geometry.trim.top() - mark_offset(geometry.bleed_width);
        marks.addPath(slug_line(slug_text(document, page), {geometry.trim.left() + 3 * points_per_mm, below - 3 * points_per_mm}, 6, geometry.trim.width() / 2 - 8 * points_per_mm));
    }
    content.op("/Artifact BMC");
    content.save();
    if (!marks.isEmpty()) {
        content.set_state(document.states.of({.opacity = 1, .blend = document::Blend::normal, .overprint = document.colours.cmyk(), .mask = {}}));
        content.set_fill(document.colours.fill_all(content));
        content.fill(marks, QTransform());
    }
    if (options.colour_bar && document.colours.cmyk()) colour_bar(content, geometry);
    content.restore();
    content.op("EMC");
}

}  // namespace haibao::pdf
