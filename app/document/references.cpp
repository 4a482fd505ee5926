// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/references.h"

namespace haibao::document {
namespace {

using KeyVisitor = std::function<void(QString&)>;

void keys_in(Paint& paint, const KeyVisitor& visit) {
    if (auto* texture = std::get_if<Texture>(&paint)) visit(texture->picture);
}

void keys_in(std::vector<Fill>& fills, std::vector<Stroke>& strokes, const KeyVisitor& visit) {
    for (Fill& fill : fills) keys_in(fill.paint, visit);
    for (Stroke& stroke : strokes) keys_in(stroke.paint, visit);
}

void keys_in(TextStyle& style, const KeyVisitor& visit) { keys_in(style.fills, style.strokes, visit); }

void keys_in(Layer& layer, const KeyVisitor& visit) {
    if (auto* picture = std::get_if<PictureLayer>(&layer.content)) visit(picture->picture);
    if (auto* shape = std::get_if<ShapeLayer>(&layer.content)) keys_in(shape->fills, shape->strokes, visit);
    if (auto* text = std::get_if<TextLayer>(&layer.content)) {
        keys_in(text->text.style, visit);
        for (Span& span : text->text.spans) keys_in(span.style, visit);
    }
}

}  // namespace

void for_each_layer(const std::vector<Layer>& layers, const std::function<void(const Layer&)>& visit) {
    for (const Layer& layer : layers) {
        visit(layer);
        if (const auto* group = std::get_if<GroupLayer>(&layer.content)) for_each_layer(group->layers, visit);
    }
}

void for_each_layer(std::vector<Layer>& layers, const std::function<void(Layer&)>& visit) {
    for (Layer& layer : layers) {
        visit(layer);
        if (auto* group = std::get_if<GroupLayer>(&layer.content)) for_each_layer(group->layers, visit);
    }
}

void for_each_picture_key(Poster& poster, const KeyVisitor& visit) {
    for_each_layer(poster.layers, [&](Layer& layer) { keys_in(layer, visit); });
    for (NamedStyle& style : poster.styles) keys_in(style.style, visit);
}

QSet<QString> used_pictures(const Poster& poster) {
    QSet<QString> keys;
    Poster copy = poster;  // the walk is written once, for changing ones
    for_each_picture_key(copy, [&](const QString& key) {
        if (!key.isEmpty()) keys.insert(key);
    });
    return keys;
}

void for_each_font(const Layer& layer, const std::function<void(const FontChoice&)>& visit) {
    const auto* text = std::get_if<TextLayer>(&layer.content);
    if (!text) return;
    const auto visit_style = [&](const TextStyle& style) {
        visit(style.font);
        if (!style.latin_font.font.family.isEmpty()) visit(style.latin_font.font);
        for (const QString& family : style.fallback) visit({.family = family, .face = {}, .axes = {}, .file_hash = {}});
    };
    visit_style(text->text.style);
    for (const Span& span : text->text.spans) visit_style(span.style);
}

}  // namespace haibao::document
