// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QTransform>
#include <vector>

#include "app/document/poster.h"

namespace haibao::render {
class TextPlace;
}
namespace haibao::typeset {
struct Layout;
}

// Where layers stand when groups around them are turned, too.
namespace haibao::ui {

/// The groups around a layer, outermost first.
std::vector<const document::Layer*> groups_around(const document::Poster& poster, document::LayerId id);
/// From where a layer's own placement counts to the page: the turns and flips of the groups around it.
QTransform groups_to_page(const document::Poster& poster, document::LayerId id);
/// The rectangle around a layer as it stands among its neighbours, turned.
QRectF bounds_of(const document::Layer& layer);
/// The rectangle on the page around all that is written, also beyond its frame.
QRectF extent_of(const render::TextPlace& place, const typeset::Layout& layout);
/// Moved as little as needed to lie within the room; what is larger begins at its left and upper edges.
QRectF moved_into(QRectF frame, const QRectF& room);
/// Where text should stay: within the safe margin, or on the page for what is further out already.
QRectF room_for_text(const document::Page& page, const QRectF& where);
/// The uppermost layer at a point, among layers whose placements count from `outer`; locked and hidden ones are passed over. Where
/// only the empty part of a text's box is, a text below that has letters there is found.
const document::Layer* layer_at(const std::vector<document::Layer>& layers, QPointF page_point, const QTransform& outer, double slack);

}  // namespace haibao::ui
