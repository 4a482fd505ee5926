// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <type_traits>

#include "app/export/colour.h"
#include "app/export/poster_export.h"

namespace haibao {
namespace {

using namespace render;

void scale_paint(Paint& paint, const QTransform& by, double factor) {
    if (auto* axial = std::get_if<Axial>(&paint)) {
        axial->from *= factor;
        axial->to *= factor;
    } else if (auto* radial = std::get_if<Radial>(&paint)) {
        radial->centre *= factor;
        radial->radius *= factor;
    } else if (auto* pattern = std::get_if<Pattern>(&paint)) {
        pattern->to_page *= by;
    }
}

/// Calls `visit` with each fill and glyph run of pure black that is put down plainly: under other blend modes the difference
/// of two pictures would not be the black's coverage.
template <class List, class Visit>
void each_key_black(List& list, Visit visit) {
    int odd_groups = 0;
    std::vector<bool> odd;
    for (auto& item : list.items) {
        if (const auto* group = std::get_if<BeginGroup>(&item)) {
            odd.push_back(group->blend != document::Blend::normal);
            odd_groups += odd.back() ? 1 : 0;
        } else if (std::holds_alternative<EndGroup>(item)) {
            if (odd.empty()) continue;
            odd_groups -= odd.back() ? 1 : 0;
            odd.pop_back();
        }
        std::visit(
            [&](auto& thing) {
                using Thing = std::remove_cvref_t<decltype(thing)>;
                if constexpr (std::is_same_v<Thing, FillPath> || std::is_same_v<Thing, GlyphRun>) {
                    const auto* colour = std::get_if<document::Colour>(&thing.paint);
                    if (colour && is_key_black(*colour) && thing.blend == document::Blend::normal && odd_groups == 0) visit(thing);
                }
            },
            item);
    }
}

}  // namespace

DisplayList scaled(DisplayList list, double factor) {
    const QTransform by = QTransform::fromScale(factor, factor);
    list.page.width *= factor;
    list.page.height *= factor;
    list.page.bleed *= factor;
    list.page.safe *= factor;
    for (Item& item : list.items)
        std::visit(
            [&](auto& thing) {
                using Thing = std::remove_cvref_t<decltype(thing)>;
                if constexpr (std::is_same_v<Thing, FillPath>) {
                    thing.path = by.map(thing.path);
                    scale_paint(thing.paint, by, factor);
                } else if constexpr (std::is_same_v<Thing, GlyphRun>) {
                    for (GlyphRun::Glyph& glyph : thing.glyphs) glyph.to_page *= by;
                    scale_paint(thing.paint, by, factor);
                } else if constexpr (std::is_same_v<Thing, DrawImage>) {
                    thing.to_page *= by;
                    thing.effective_dpi /= factor;
                } else if constexpr (std::is_same_v<Thing, Soft>) {
                    thing.path = by.map(thing.path);
                    thing.blur *= factor;
                } else if constexpr (std::is_same_v<Thing, BeginGroup>) {
                    thing.clip = by.map(thing.clip);
                }
            },
            item);
    return list;
}

bool has_key_black(const DisplayList& list) {
    bool found = false;
    each_key_black(list, [&](const auto&) { found = true; });
    return found;
}

DisplayList with_key_black(DisplayList list, KeyBlack as) {
    const double level = as == KeyBlack::white ? 1 : 0;
    each_key_black(list, [&](auto& thing) {
        const double alpha = std::get<document::Colour>(thing.paint).a;
        thing.paint = document::Colour{level, level, level, alpha, {}};
    });
    return list;
}

}  // namespace haibao
