// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QRectF>
#include <QTransform>
#include <optional>

#include "app/render/build.h"

// What the kinds of layers share while they are turned into items; private to app/render.
namespace haibao::render {

/// One layer on its way into the list.
struct LayerContext {
    const document::Poster& poster;
    const document::Layer& layer;
    const typeset::FontSet& fonts;
    const BuildOptions& options;
    PictureStore& pictures;
    QTransform to_page;  ///< from the frame's own coordinates
    LayerDrawing& out;

    void add(Item item) const { out.items.push_back(std::move(item)); }
    void find(const char* code, const QString& message) const { out.findings.push_back({layer.name, QString::fromLatin1(code), message}); }
};

void add_picture(const LayerContext& context, const document::PictureLayer& picture);
void add_shape(const LayerContext& context, const document::ShapeLayer& shape);
void add_scene(const LayerContext& context, const document::SceneLayer& scene);
void add_text(const LayerContext& context, const document::TextLayer& text);

/// A paint over `box` (frame coordinates), on the page. Nothing where there is nothing to see.
std::optional<Paint> resolved(const LayerContext& context, const document::Paint& paint, const QRectF& box);

/// How an outline is to look; lengths are multiplied by `scale`.
struct Look {
    const std::vector<document::Fill>& fills;
    const std::vector<document::Stroke>& strokes;
    const std::vector<document::Shadow>& shadows;
    double scale = 1;
    bool overprint = false;
};

/// The steps of typesetting-spec §17, in their order. `outline` in frame coordinates, non-zero winding, `box` for gradients.
void add_shadows(const LayerContext& context, const Look& look, const QPainterPath& outline);
void add_outside_strokes(const LayerContext& context, const Look& look, const QPainterPath& outline, const QRectF& box);
void add_fill(const LayerContext& context, const document::Fill& fill, const QPainterPath& outline, const QRectF& box, bool overprint);
void add_inner_strokes(const LayerContext& context, const Look& look, const QPainterPath& outline, const QRectF& box);

/// Does one of the fills hide what is under it?
bool covers(const LayerContext& context, const std::vector<document::Fill>& fills);

}  // namespace haibao::render
