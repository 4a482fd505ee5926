// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/one_line.h"

#include <algorithm>

#include "app/document/commands.h"
#include "app/typeset/font_set.h"
#include "app/typeset/layout.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_geometry.h"

namespace haibao::ui {
namespace {

constexpr qsizetype longest_line = 80;  // characters; what is longer is a paragraph
constexpr qsizetype most_laid_out = 2000;  // characters; a whole book takes a while
constexpr double spare_em = 0.05;       // so that rounding never breaks the line

document::Text* text_in(document::Poster& poster, document::LayerId id) {
    document::Layer* layer = poster.find(id);
    auto* content = layer ? std::get_if<document::TextLayer>(&layer->content) : nullptr;
    return content ? &content->text : nullptr;
}

bool is_vertical(const document::Text& text) { return text.writing_mode == document::WritingMode::vertical_rl; }

/// Of the whole text set without a break.
double line_length(document::Text text) {
    text.box.mode = document::BoxMode::point;
    const QSizeF size = typeset::lay_out(text, *typeset::FontSet::system()).size;
    return is_vertical(text) ? size.height() : size.width();
}

bool is_one_line(const document::Text& text) {
    return text.box.mode == document::BoxMode::fixed && !text.text.isEmpty() && text.text.size() <= longest_line && !text.text.contains('\n') &&
           line_length(text) <= (is_vertical(text) ? text.box.height : text.box.width);
}

/// Stays on the page; what is longer than that breaks after all.
void grow_along_line(document::Layer& layer, const document::Text& text, QSizeF page) {
    document::Placement placement = layer.placement;
    QRectF& frame = placement.frame;
    const double length = line_length(text), there = is_vertical(text) ? frame.height() : frame.width();
    if (length <= there) return;
    const double by = length + spare_em * text.style.size - there;
    // From the edge where the line begins; a turned layer about its middle, which the turn is about.
    const auto align = text.paragraphs.empty() ? document::Align::start : text.paragraphs.front().align;
    const double before = placement.rotation != 0 || align == document::Align::centre ? by / 2 : align == document::Align::end ? by : 0;
    if (is_vertical(text)) frame.adjust(0, -before, 0, by - before);
    else frame.adjust(-before, 0, by - before, 0);
    if (frame.width() > page.width() || frame.height() > page.height()) return;
    if (placement.rotation == 0) frame = moved_into(frame, QRectF(QPointF(), page));
    place(layer, placement);
}

/// Text that grows line by line, on the page itself and upright.
bool grows(const document::Poster& poster, document::LayerId id) {
    const auto layer = std::ranges::find(poster.layers, id, &document::Layer::id);
    const auto* content = layer == poster.layers.end() || layer->placement.rotation != 0 ? nullptr : std::get_if<document::TextLayer>(&layer->content);
    return content && content->text.box.mode == document::BoxMode::grow && content->text.text.size() <= most_laid_out;
}

/// All that its lines take; columns grow from the right edge.
QRectF grown(const document::Layer& layer) {
    const QRectF& frame = layer.placement.frame;
    const document::Text& text = std::get<document::TextLayer>(layer.content).text;
    const QSizeF size = typeset::lay_out(text, *typeset::FontSet::system()).size;
    return is_vertical(text) ? QRectF(frame.right() - size.width(), frame.top(), size.width(), frame.height()) : QRectF(frame.topLeft(), QSizeF(frame.width(), size.height()));
}

/// New lines that would leave the room push their box back, up or to the right, as far as it has place.
void push_back(document::Layer& layer, const QRectF& room) {
    const QRectF now = grown(layer);
    const bool vertical = is_vertical(std::get<document::TextLayer>(layer.content).text);
    move_by(layer, vertical ? QPointF(std::clamp(room.left() - now.left(), 0.0, std::max(0.0, room.right() - now.right())), 0)
                            : QPointF(0, -std::clamp(now.bottom() - room.bottom(), 0.0, std::max(0.0, now.top() - room.top()))));
}

}  // namespace

void type_text(document::Poster& poster, document::LayerId id, int begin, int end, const QString& with) {
    const document::Text* text = text_in(poster, id);
    const bool line = text && is_one_line(*text);
    const QRectF before = text && grows(poster, id) ? grown(*poster.find(id)) : QRectF();
    document::replace_text(poster, id, begin, end, with);
    const QRectF room = room_for_text(poster.page, before);
    constexpr double rounding = 1e-3;  // points; what lay beyond before stays there
    if (room.adjusted(-rounding, -rounding, rounding, rounding).contains(before) && grows(poster, id)) push_back(*poster.find(id), room);
    if (line && !with.contains('\n')) grow_along_line(*poster.find(id), *text_in(poster, id), poster.page.points());
}

}  // namespace haibao::ui
