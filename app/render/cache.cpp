// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/cache.h"

#include <algorithm>

#include "app/document/references.h"
#include "app/render/effect.h"
#include "app/render/overlap.h"

namespace haibao::render {
namespace {

QRectF extent_of_drawing(const LayerDrawing& drawing) {
    QRectF extent;
    for (const Item& item : drawing.items) extent |= extent_of(item);
    return extent;
}

Type type_of(const LayerDrawing& drawing, document::LayerId text) {
    Type type;
    for (const Item& item : drawing.items)
        if (const auto* run = std::get_if<GlyphRun>(&item); run && run->layer == text) type.push_back(run);
    return type;
}

}  // namespace

QRectF extent_of(const Item& item) {
    if (const auto* fill = std::get_if<FillPath>(&item)) return fill->path.boundingRect();
    if (const auto* draw = std::get_if<DrawImage>(&item)) return draw->to_page.mapRect(QRectF(0, 0, 1, 1));
    if (const auto* soft = std::get_if<Soft>(&item)) {
        const double reach = blur_reach * soft->blur;
        return soft->path.boundingRect().adjusted(-reach, -reach, reach, reach);
    }
    if (const auto* run = std::get_if<GlyphRun>(&item)) {
        QRectF extent;
        if (run->visible == GlyphRun::Visible::yes && run->face)
            for (const GlyphRun::Glyph& glyph : run->glyphs) extent |= glyph.to_page.mapRect(run->face->outline(glyph.id).controlPointRect());
        return extent;
    }
    return {};
}

DisplayCache::DisplayCache(std::shared_ptr<const typeset::FontSet> fonts, BuildOptions options) : fonts_(std::move(fonts)), options_(std::move(options)) {
    if (!options_.pictures) options_.pictures = std::make_shared<PictureStore>();
}

bool DisplayCache::pictures_changed(const document::Poster& poster) const { return poster.pictures.keys() != pictures_; }

DisplayCache::Update DisplayCache::update(const document::Poster& poster) {
    // Findings speak of the page (its resolution, its margins), so another page means all layers anew.
    const bool all = first_ || page_ != poster.page || pictures_changed(poster);
    std::vector<Entry> entries;
    Update update{{poster.page, build_background(poster.page), {}}, {}};
    for (std::size_t i = 0; i < poster.layers.size(); ++i) {
        const document::Layer& layer = poster.layers[i];
        const auto found = std::ranges::find(entries_, layer.id, [](const Entry& entry) { return entry.layer.id; });
        if (!all && found != entries_.end() && found->layer == layer) {
            const bool same_place = static_cast<std::size_t>(found - entries_.begin()) == i;
            if (!same_place) update.dirty |= found->extent;  // may be in front of or behind something else now
            entries.push_back(*found);
            continue;
        }
        if (found != entries_.end()) update.dirty |= found->extent;
        LayerDrawing drawing = build_layer(poster, layer, *fonts_, options_);
        const QRectF extent = extent_of_drawing(drawing);
        update.dirty |= extent;
        Entry entry{layer, std::move(drawing), extent, {}};
        entry.texts = texts_of(entry);
        entries.push_back(std::move(entry));
    }
    for (const Entry& old : entries_)
        if (std::ranges::find(poster.layers, old.layer.id, &document::Layer::id) == poster.layers.end()) update.dirty |= old.extent;
    for (const Entry& entry : entries) {
        update.list.items.insert(update.list.items.end(), entry.drawing.items.begin(), entry.drawing.items.end());
        update.list.findings.insert(update.list.findings.end(), entry.drawing.findings.begin(), entry.drawing.findings.end());
    }
    if (all) update.dirty = QRectF(QPointF(), poster.page.points()).adjusted(-poster.page.bleed, -poster.page.bleed, poster.page.bleed, poster.page.bleed);
    entries_ = std::move(entries);
    page_ = poster.page;
    pictures_ = poster.pictures.keys();
    first_ = false;
    find_overlaps(update.list.findings);
    return update;
}

std::vector<DisplayCache::Text> DisplayCache::texts_of(const Entry& entry) {
    ++built_;
    std::vector<Text> texts;
    const auto look = [&](const document::Layer& layer) {
        if (!std::holds_alternative<document::TextLayer>(layer.content)) return;
        if (const QRectF extent = type_extent(type_of(entry.drawing, layer.id)); !extent.isEmpty()) texts.push_back({layer.id, built_, layer.name, extent});
    };
    look(entry.layer);
    if (const auto* group = std::get_if<document::GroupLayer>(&entry.layer.content)) document::for_each_layer(group->layers, look);
    return texts;
}

/// Two texts that did not change are not compared again. Where more of them meet than anybody could look at, the first are enough.
void DisplayCache::find_overlaps(std::vector<Finding>& findings) {
    std::vector<std::pair<const Text*, const LayerDrawing*>> texts;
    for (const Entry& entry : entries_)
        for (const Text& text : entry.texts) texts.emplace_back(&text, &entry.drawing);
    std::vector<Pair> pairs;
    for (std::size_t a = 0; a < texts.size(); ++a)
        for (std::size_t b = a + 1; b < texts.size(); ++b) {
            const Text &lower = *texts[a].first, &upper = *texts[b].first;
            if (!lower.extent.intersects(upper.extent) || pairs.size() == most_pairs) continue;
            const auto known = std::ranges::find_if(pairs_, [&](const Pair& pair) { return pair.lower == lower && pair.upper == upper; });
            const auto overlap = [&] { return stand_on_each_other(type_of(*texts[a].second, lower.id), type_of(*texts[b].second, upper.id)); };
            pairs.push_back({lower, upper, known != pairs_.end() ? known->overlap : overlap()});
            if (!pairs.back().overlap) continue;
            for (const QString& layer : {lower.name, upper.name}) findings.push_back({layer, QStringLiteral("overlapping"), overlap_sentence(lower.name, upper.name)});
        }
    pairs_ = std::move(pairs);
}

}  // namespace haibao::render
