// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainterPath>
#include <QRectF>
#include <QString>
#include <QTransform>
#include <memory>
#include <variant>
#include <vector>

#include "app/document/poster.h"
#include "app/render/finding.h"
#include "app/typeset/layout.h"

// A poster as a list of things to draw, bottom first: the one form from which both pixels and PDF are made. Coordinates are
// points on the page, y down, origin at the trim's top left corner; what lies outside is in the bleed. Everything is
// resolved: no style, layout or file is looked up behind this point.
namespace haibao::render {

/// Gradients in page coordinates, padded beyond their ends, interpolated in sRGB between stops.
struct Axial {
    QPointF from, to;
    std::vector<document::Stop> stops;
};
struct Radial {
    QPointF centre;
    double radius = 0;
    std::vector<document::Stop> stops;
};
/// A picture as a paint: `to_page` maps its pixels to the page; repeated when `tiled`.
struct Pattern {
    std::shared_ptr<const QImage> image;
    QTransform to_page;
    bool tiled = false;
};
using Paint = std::variant<document::Colour, Axial, Radial, Pattern>;

/// A filled path under its own fill rule.
struct FillPath {
    QPainterPath path;
    Paint paint;
    double opacity = 1;
    document::Blend blend = document::Blend::normal;
    bool overprint = false;
};

/// Characters of live text: painted by their outlines, written to a PDF as text that can be selected and searched.
struct GlyphRun {
    struct Glyph {
        hb_codepoint_t id = 0;
        QTransform to_page;       ///< from em, y down, pen at the origin
        QString text;             ///< what a reader copies for it; empty for all but the first glyph of a cluster
        double font_advance = 0;  ///< em, along the run's direction (typeset::Glyph)
    };
    enum class Visible : std::uint8_t { yes, no };  ///< no: only for selecting, under a picture or paths of the same text
    std::shared_ptr<const typeset::Face> face;
    std::vector<Glyph> glyphs;     ///< in reading order
    typeset::Setting setting = typeset::Setting::horizontal;
    Visible visible = Visible::yes;
    bool decoration = false;       ///< not part of the text (hyphens, emphasis dots): an artifact in a PDF
    bool ends_line = false;        ///< a reader sees a line break after it
    Paint paint;
    double opacity = 1;
    document::Blend blend = document::Blend::normal;
    bool overprint = false;
    document::LayerId layer = document::LayerId::none;  ///< whose text it is
};

/// A picture with straight or premultiplied alpha, its edges hard. `to_page` maps the unit square (0,0)…(1,1) to where it stands.
struct DrawImage {
    std::shared_ptr<const QImage> image;  ///< sRGB
    QTransform to_page;
    double opacity = 1;
    document::Blend blend = document::Blend::normal;
    QByteArray original_jpeg;  ///< the file it came from, where it is used whole and unchanged; a PDF can carry it as it is
    double effective_dpi = 0;  ///< of the picture's own pixels as placed; 0 = made by us at any resolution
    QString name;              ///< of the layer, for reports
};

/// A blurred silhouette: shadow, glow. Each output makes its pixels at its own resolution (effect_image()).
struct Soft {
    QPainterPath path;    ///< already offset and spread
    double blur = 0;      ///< standard deviation, points
    document::Colour colour;
    double opacity = 1;
    document::Blend blend = document::Blend::normal;
};

/// Everything up to the matching EndGroup is drawn apart, on nothing (an isolated group), and then put down as one.
struct BeginGroup {
    double opacity = 1;
    document::Blend blend = document::Blend::normal;
    QPainterPath clip;  ///< empty = none
    QString name;       ///< of the layer, may be empty
};
struct EndGroup {};

using Item = std::variant<FillPath, GlyphRun, DrawImage, Soft, BeginGroup, EndGroup>;

struct DisplayList {
    document::Page page;
    std::vector<Item> items;
    std::vector<Finding> findings;
};

}  // namespace haibao::render
