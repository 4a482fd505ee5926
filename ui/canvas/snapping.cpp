// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/snapping.h"

#include <algorithm>
#include <cmath>

#include "app/render/text_place.h"
#include "app/typeset/font_set.h"
#include "app/typeset/layout.h"

namespace haibao::ui {
namespace {

struct Nearest {
    double distance, offset, line;
};

/// The line nearest to one of the positions along an axis.
std::optional<Nearest> nearest(const std::vector<double>& positions, const std::vector<double>& lines, double reach) {
    std::optional<Nearest> best;
    for (const double line : lines)
        for (const double position : positions) {
            const double distance = std::abs(line - position);
            if (distance <= reach && (!best || distance < best->distance)) best = Nearest{distance, line - position, line};
        }
    return best;
}

}  // namespace

void Baselines::add(const Baselines& other) {
    x.insert(x.end(), other.x.begin(), other.x.end());
    y.insert(y.end(), other.y.begin(), other.y.end());
}

Baselines Baselines::moved(QPointF by) const {
    Baselines result = *this;
    for (double& column : result.x) column += by.x();
    for (double& line : result.y) line += by.y();
    return result;
}

Baselines baselines_of(const document::Layer& layer) {
    const auto* content = std::get_if<document::TextLayer>(&layer.content);
    const document::Placement& placement = layer.placement;
    if (!content || placement.rotation != 0 || placement.flip_x || placement.flip_y) return {};
    if (content->text.warp.type != document::Warp::Type::none || content->text.path.type != document::TextPath::Type::none) return {};
    const typeset::Layout layout = typeset::lay_out(content->text, *typeset::FontSet::system());
    const render::TextPlace place(placement.to_page(), placement.frame.size(), content->text, layout);
    Baselines lines;
    for (const typeset::Line& line : layout.lines) {
        const QPointF at = place.map(QPointF(line.baseline, line.baseline));
        if (layout.writing_mode == document::WritingMode::vertical_rl) lines.x.push_back(at.x());
        else lines.y.push_back(at.y());
    }
    return lines;
}

SnapLines::SnapLines(const document::Poster& poster, const std::vector<document::LayerId>& moving) : page_(QPointF(), poster.page.points()) {
    const double safe = poster.page.safe_margin(), bleed = poster.page.bleed;
    add(page_);
    add(page_.adjusted(safe, safe, -safe, -safe));
    if (bleed > 0) add(page_.adjusted(-bleed, -bleed, bleed, bleed));
    for (const document::Layer& layer : poster.layers) {
        if (!layer.visible || std::ranges::find(moving, layer.id) != moving.end()) continue;
        add(bounds_of(layer));
        const Baselines lines = baselines_of(layer);
        vertical_.insert(vertical_.end(), lines.x.begin(), lines.x.end());
        horizontal_.insert(horizontal_.end(), lines.y.begin(), lines.y.end());
    }
    vertical_.insert(vertical_.end(), poster.page.guides.x.begin(), poster.page.guides.x.end());
    horizontal_.insert(horizontal_.end(), poster.page.guides.y.begin(), poster.page.guides.y.end());
}

void SnapLines::add(const QRectF& rect) {
    vertical_.insert(vertical_.end(), {rect.left(), rect.center().x(), rect.right()});
    horizontal_.insert(horizontal_.end(), {rect.top(), rect.center().y(), rect.bottom()});
}

SnapLines::Snap SnapLines::snap(const QRectF& rect, double reach, const Baselines& own) const {
    std::vector<double> across{rect.left(), rect.center().x(), rect.right()}, down{rect.top(), rect.center().y(), rect.bottom()};
    across.insert(across.end(), own.x.begin(), own.x.end());
    down.insert(down.end(), own.y.begin(), own.y.end());
    Snap snap;
    if (const auto x = nearest(across, vertical_, reach)) {
        snap.offset.setX(x->offset);
        snap.shown.emplace_back(x->line, page_.top(), x->line, page_.bottom());
    }
    if (const auto y = nearest(down, horizontal_, reach)) {
        snap.offset.setY(y->offset);
        snap.shown.emplace_back(page_.left(), y->line, page_.right(), y->line);
    }
    return snap;
}

}  // namespace haibao::ui
