// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/one_line.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/document/commands.h"
#include "app/document/scale_type.h"
#include "app/typeset/font_set.h"
#include "app/typeset/layout.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_geometry.h"

namespace haibao::ui {
namespace {

constexpr qsizetype longest_line = 80;  // characters; what is longer is a paragraph
constexpr double spare_em = 0.05;       // so that rounding never breaks the line
constexpr double smallest_type = 1.0 / 60;  // of the page's shorter side; what was pasted is not set smaller

document::Text* text_in(document::Poster& poster, document::LayerId id) {
    document::Layer* layer = poster.find(id);
    auto* content = layer ? std::get_if<document::TextLayer>(&layer->content) : nullptr;
    return content ? &content->text : nullptr;
}

bool is_vertical(const document::Text& text) { return text.writing_mode == document::WritingMode::vertical_rl; }

double along(const document::Text& text, QSizeF size) { return is_vertical(text) ? size.height() : size.width(); }
double across(const document::Text& text, QSizeF size) { return is_vertical(text) ? size.width() : size.height(); }

/// Of the whole text set without a break.
QSizeF unbroken(document::Text text) {
    text.box.mode = document::BoxMode::point;
    return typeset::lay_out(text, *typeset::FontSet::system()).size;
}
double line_length(const document::Text& text) { return along(text, unbroken(text)); }

}  // namespace

bool is_one_line(const document::Text& text) {
    return text.box.mode == document::BoxMode::fixed && !text.text.isEmpty() && text.text.size() <= longest_line && !text.text.contains('\n') &&
           line_length(text) <= (is_vertical(text) ? text.box.height : text.box.width);
}

QSizeF box_of_line(const document::Text& text) {
    const double spare = spare_em * text.style.size;
    return unbroken(text) + (is_vertical(text) ? QSizeF(0, spare) : QSizeF(spare, 0));
}

namespace {

/// All that its lines take; columns grow from the right edge.
QRectF grown(const document::Layer& layer) {
    const QRectF& frame = layer.placement.frame;
    const document::Text& text = std::get<document::TextLayer>(layer.content).text;
    const QSizeF size = typeset::lay_out(text, *typeset::FontSet::system()).size;
    return is_vertical(text) ? QRectF(frame.right() - size.width(), frame.top(), size.width(), frame.height()) : QRectF(frame.topLeft(), QSizeF(frame.width(), size.height()));
}

/// Longer along the line by so much, from the edge where the line begins; a turned layer about its middle, which the turn is about.
void lengthen(document::Placement& placement, const document::Text& text, double by) {
    const auto align = text.paragraphs.empty() ? document::Align::start : text.paragraphs.front().align;
    const double before = placement.rotation != 0 || align == document::Align::centre ? by / 2 : align == document::Align::end ? by : 0;
    if (is_vertical(text)) placement.frame.adjust(0, -before, 0, by - before);
    else placement.frame.adjust(-before, 0, by - before, 0);
}

/// Higher by so much (in columns: broader, to the left), away from where the lines begin.
void heighten(document::Placement& placement, const document::Text& text, double by) {
    const auto align = text.box.block_align;
    const double before = placement.rotation != 0 || align == document::BlockAlign::centre ? by / 2 : align == document::BlockAlign::end ? by : 0;
    if (is_vertical(text)) placement.frame.adjust(before - by, 0, before, 0);
    else placement.frame.adjust(0, -before, 0, by - before);
}

/// As the line did: longer than the box where it is, and higher where it is higher than both the box and what it was. Stays on the
/// page; what is longer than that breaks after all.
void grow_with_line(document::Layer& layer, double height_before, QSizeF page) {
    const document::Text& text = std::get<document::TextLayer>(layer.content).text;
    document::Placement placement = layer.placement;
    const QSizeF line = unbroken(text), box = placement.frame.size();
    const double longer = along(text, line) - along(text, box);
    const double higher = across(text, line) - std::max(height_before, across(text, box));
    if (longer > 0) lengthen(placement, text, longer + spare_em * text.style.size);
    if (higher > 0) heighten(placement, text, higher);
    if (longer <= 0 && higher <= 0) return;
    if (placement.frame.width() > page.width() || placement.frame.height() > page.height()) return;
    if (placement.rotation == 0) placement.frame = moved_into(placement.frame, QRectF(QPointF(), page));
    place(layer, placement);
}

/// A box that grows with its lines, on the page itself and upright, as it stood before a change.
struct Growing {
    QRectF lines;  ///< all that they take
    bool loose;    ///< there is place for a line more
    bool unbroken; ///< no line ends because the box does
};

std::optional<Growing> growing(const document::Poster& poster, document::LayerId id) {
    const auto layer = std::ranges::find(poster.layers, id, &document::Layer::id);
    const auto* content = layer == poster.layers.end() || layer->placement.rotation != 0 ? nullptr : std::get_if<document::TextLayer>(&layer->content);
    if (!content || content->text.box.mode != document::BoxMode::grow || content->text.text.size() > most_laid_out) return {};
    const document::Text& text = content->text;
    const QSizeF frame = layer->placement.frame.size();
    const QRectF lines = grown(*layer);
    const double spare = across(text, frame) - across(text, lines.size());
    const double line = text.style.line_height_points ? text.style.line_height : text.style.line_height * text.style.size;
    return Growing{lines, spare >= line, line_length(text) <= along(text, frame)};
}

/// A box without place for another line is as long as its lines, as far as there is room, and as high as they are. What would
/// leave the room pushes it back, as far as it has place.
void fit(document::Layer& layer, const Growing& before, const QRectF& room) {
    const auto& text = std::get<document::TextLayer>(layer.content).text;
    document::Placement placement = layer.placement;
    if (before.unbroken && !before.loose) {
        const double there = along(text, placement.frame.size());
        const double wanted = std::min(line_length(text) + spare_em * text.style.size, std::max(there, along(text, room.size())));
        if (wanted > there) lengthen(placement, text, wanted - there);
        place(layer, placement);
    }
    const double block = across(text, grown(layer).size());
    const double higher = before.loose ? std::max(block, across(text, placement.frame.size())) : block;
    if (is_vertical(text)) placement.frame.setLeft(placement.frame.right() - higher);
    else placement.frame.setHeight(higher);
    placement.frame = moved_into(placement.frame, room);
    place(layer, placement);
}

/// Until its lines have place in the box, but no smaller than that.
void set_into_box(document::Layer& layer, double least) {
    constexpr int most_tries = 12;
    constexpr double step = 0.97;  // at least: where lines break anew their number is no plain function of the size
    document::Text& text = std::get<document::TextLayer>(layer.content).text;
    const double there = across(text, layer.placement.frame.size());
    for (int i = 0; i < most_tries && text.style.size > least; ++i) {
        const double block = across(text, grown(layer).size());
        if (block <= there) return;
        document::scale_type(text, std::max(std::min(step, std::sqrt(there / block)), least / text.style.size));
    }
}

}  // namespace

void edit_text(document::Poster& poster, document::LayerId id, const std::function<void(document::Poster&)>& edit) {
    const document::Text* text = text_in(poster, id);
    if (!text) return edit(poster);
    const document::BoxMode mode = text->box.mode;
    const document::WritingMode writing = text->writing_mode;
    const std::optional<double> line = is_one_line(*text) ? std::optional(across(*text, unbroken(*text))) : std::nullopt;
    const auto before = growing(poster, id);
    const std::vector<document::Fill> fills = text->style.fills;
    edit(poster);
    text = text_in(poster, id);
    if (text && text->style.fills != fills) std::get<document::TextLayer>(poster.find(id)->content).contrast = 0;  // was that of another ink
    if (!text || text->box.mode != mode || text->writing_mode != writing) return;
    if (line && !text->text.contains('\n')) grow_with_line(*poster.find(id), *line, poster.page.points());
    if (!before || text->text.size() > most_laid_out) return;
    const QRectF room = room_for_text(poster.page, before->lines);
    constexpr double rounding = 1e-3;  // points; what lay beyond before stays there
    const bool stood_well = room.adjusted(-rounding, -rounding, rounding, rounding).contains(before->lines);
    if (stood_well || (!before->loose && across(*text, grown(*poster.find(id)).size()) < across(*text, before->lines.size()))) fit(*poster.find(id), *before, room);
}

void type_text(document::Poster& poster, document::LayerId id, int begin, int end, const QString& with) {
    const document::Text* text = text_in(poster, id);
    const auto box = text && text->text.isEmpty() ? growing(poster, id) : std::nullopt;
    const QSizeF page = poster.page.points();
    edit_text(poster, id, [&](document::Poster& changed) {
        document::replace_text(changed, id, begin, end, with);
        if (box && box->loose && with.size() <= most_laid_out) set_into_box(*changed.find(id), smallest_type * std::min(page.width(), page.height()));
    });
}

}  // namespace haibao::ui
