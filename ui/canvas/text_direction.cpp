// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Horizontal to vertical and back.
#include <algorithm>
#include <span>

#include "app/placement/free_place.h"
#include "app/placement/ink.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/one_line.h"
#include "ui/canvas/text_stand.h"
#include "ui/style/language.h"

namespace haibao::ui {
namespace {

using document::Layer;
using document::LayerId;
using document::Poster;
using document::TextLayer;

constexpr const char* context = "haibao::ui::LayerActions";
constexpr double smallest_turned = 0.6;   // of its size, as small as placement makes a title (typesetting-spec §20.2)
constexpr double rule_reach_em = 0.8;     // from a title to the rule that belongs to it

bool is_upright(const Poster& poster, const Layer& layer) { return layer.placement.rotation == 0 && groups_around(poster, layer.id).empty(); }

/// About its middle, then moved as little as needed to stay on the page and clear of other texts it did not touch before.
document::Placement turned(const Poster& poster, const Layer& layer, double letter) {
    document::Placement placement = layer.placement;
    placement.frame.setSize(placement.frame.size().transposed());
    placement.frame.moveCenter(layer.placement.frame.center());
    if (!is_upright(poster, layer)) return placement;
    std::vector<QRectF> taken;
    for (const Layer& other : poster.layers)
        if (const QRectF where = bounds_of(other); other.id != layer.id && other.visible && std::holds_alternative<TextLayer>(other.content) && !where.intersects(layer.placement.frame))
            taken.push_back(where);
    const double safe = poster.page.safe_margin();
    const QRectF room = QRectF(QPointF(), poster.page.points()).adjusted(safe, safe, -safe, -safe);
    // Where no place is free it stays on the page at least.
    for (const auto& others : {taken, std::vector<QRectF>()})
        if (const auto free = placement::nearest_free(placement.frame, others, room, letter * 0.25)) {
            placement.frame = *free;
            break;
        }
    return placement;
}

/// The rule below a title's line: near, shorter than it, within its breadth.
bool belongs_to(const Layer& rule, const QRectF& line, double letter) {
    const QRectF where = bounds_of(rule);
    const double below = where.center().y() - line.bottom();
    return below > -0.2 * letter && below < rule_reach_em * letter && where.width() <= line.width() && where.left() >= line.left() - 1 && where.right() <= line.right() + 1;
}

/// A text with a part in an arranged poster.
void turn_arranged(Poster& poster, LayerId id, document::WritingMode mode, TypeOnPage& type) {
    Layer& layer = *poster.find(id);
    auto& text = std::get<TextLayer>(layer.content).text;
    const QRectF before = type_of(layer);
    const double letter = text.style.size;
    const bool one_line = is_one_line(text), vertical = mode == document::WritingMode::vertical_rl;
    text.writing_mode = mode;
    document::Placement placement = layer.placement;
    placement.frame.setSize(one_line ? box_of_line(text) : placement.frame.size().transposed());
    place(layer, placement);
    // It hangs from the line that it began at.
    const QRectF now = type_of(layer);
    move_by(layer, QPointF(before.center().x() - now.center().x(), before.top() - now.top()));
    if (vertical)
        for (Layer& rule : poster.layers)
            if (placement::is_rule(rule) && !rule.locked && belongs_to(rule, before, letter)) rule.visible = false;
    stand_clear(poster, id, type, smallest_turned);
    if (!vertical)
        for (Layer& rule : poster.layers)
            if (placement::is_rule(rule) && !rule.locked && belongs_to(rule, type_of(layer), letter)) rule.visible = true;
    choose_ink(poster, id, type.backdrop());
}

/// A text as it stood before the last turn, with the rule that went with it. Empty where that set nothing to `mode`, or some of it was
/// changed since.
std::vector<Layer> stood_before(const Poster& poster, LayerId id, document::WritingMode mode, const PosterSession::Turn& last) {
    const auto known = std::ranges::find(last.before, id, &Layer::id), then = std::ranges::find(last.after, id, &Layer::id);
    if (known == last.before.end() || std::get<TextLayer>(known->content).text.writing_mode != mode) return {};
    const Layer& level = mode == document::WritingMode::vertical_rl ? *then : *known;  // the line that has the rule
    const QRectF line = type_of(level);
    const double letter = std::get<TextLayer>(level.content).text.style.size;
    const bool alone = std::ranges::count_if(last.before, [](const Layer& layer) { return std::holds_alternative<TextLayer>(layer.content); }) == 1;
    std::vector<Layer> stood;
    for (std::size_t i = 0; i < last.before.size(); ++i) {
        const Layer& before = last.before[i];
        if (before.id != id && (!placement::is_rule(before) || !(alone || belongs_to(before, line, letter)))) continue;
        if (const Layer* now = poster.find(before.id); !now || *now != last.after[i]) return {};
        stood.push_back(before);
    }
    return stood;
}

/// Those that were turned last stand as before, where nothing else stands now. Returns the others.
std::vector<LayerId> turn_back(Poster& poster, std::span<const LayerId> ids, document::WritingMode mode, const PosterSession::Turn& last, TypeOnPage& type) {
    const std::vector<QRectF> taken = type.besides(ids);
    std::vector<LayerId> others;
    for (const LayerId id : ids) {
        const std::vector<Layer> stood = stood_before(poster, id, mode, last);
        const auto is_taken = [&](const Layer& layer) { return layer.id == id && std::ranges::any_of(taken, [there = type_of(layer)](const QRectF& other) { return other.intersects(there); }); };
        if (stood.empty() || std::ranges::any_of(stood, is_taken)) {
            others.push_back(id);
            continue;
        }
        for (const Layer& before : stood) *poster.find(before.id) = before;
        type.changed(poster, id);
    }
    return others;
}

void turn(Poster& poster, LayerId id, document::WritingMode mode, TypeOnPage& type) {
    Layer& layer = *poster.find(id);
    auto& content = std::get<TextLayer>(layer.content);
    if (!content.role.isEmpty() && is_upright(poster, layer)) {
        turn_arranged(poster, id, mode, type);
    } else {
        content.text.writing_mode = mode;
        place(layer, turned(poster, layer, content.text.style.size));
    }
    type.changed(poster, id);
}

}  // namespace

void set_writing_mode(PosterSession& session, document::WritingMode mode) {
    const auto ids = session.selection();
    const Poster before = session.settled();
    session.change(lasting(context, mode == document::WritingMode::vertical_rl ? QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Vertical text") : QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Horizontal text")), [&](Poster& poster) {
        std::vector<LayerId> texts;
        for (const LayerId id : ids) {
            const Layer* layer = poster.find(id);
            const auto* content = layer ? std::get_if<TextLayer>(&layer->content) : nullptr;
            if (content && !layer->locked && content->text.writing_mode != mode) texts.push_back(id);
        }
        TypeOnPage type(poster, session.backdrop());
        for (const LayerId id : turn_back(poster, texts, mode, session.last_turn(), type)) turn(poster, id, mode, type);
    });
    PosterSession::Turn turned;
    for (const Layer& layer : session.settled().layers)
        if (const Layer* was = before.find(layer.id); was && !(*was == layer)) {
            turned.before.push_back(*was);
            turned.after.push_back(layer);
        }
    if (!turned.after.empty()) session.set_last_turn(std::move(turned));
}

void toggle_writing_mode(PosterSession& session) {
    for (const LayerId id : session.selection()) {
        const Layer* layer = session.poster().find(id);
        const auto* text = layer ? std::get_if<TextLayer>(&layer->content) : nullptr;
        if (!text) continue;
        const bool vertical = text->text.writing_mode == document::WritingMode::vertical_rl;
        return set_writing_mode(session, vertical ? document::WritingMode::horizontal_tb : document::WritingMode::vertical_rl);
    }
}

}  // namespace haibao::ui
