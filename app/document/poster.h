// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QRectF>
#include <QSizeF>
#include <QTransform>
#include <QString>
#include <cstdint>
#include <variant>
#include <vector>

#include "app/document/paint.h"
#include "app/document/text.h"

// The poster: plain values that can be copied, compared and undone. One length unit throughout: points (1/72 inch), y down,
// origin at the trim box's top left corner. A page of pixels has its dpi to say how large a pixel is; at 72 dpi, the default
// for the screen, a pixel is a point.
namespace haibao::document {

enum class PageUnit : std::uint8_t { pixels, millimetres };

/// Lines that things are placed by, pulled out of the rulers; never painted. Points from the trim's corner.
struct Guides {
    std::vector<double> x;  ///< of upright ones
    std::vector<double> y;  ///< of level ones
    bool operator==(const Guides&) const = default;
};

struct Page {
    double width = 1080, height = 1350;  ///< the trimmed page, in `unit`
    PageUnit unit = PageUnit::pixels;
    double dpi = 72;      ///< raster resolution
    double bleed = 0;     ///< points on each side
    double safe = 0;      ///< points inside the trim where text should stay; 0 = 5 % of the short side
    Colour background{1, 1, 1, 1, {}};
    Guides guides;
    bool operator==(const Page&) const = default;

    double points_per_unit() const { return unit == PageUnit::pixels ? 72.0 / dpi : 72.0 / 25.4; }
    QSizeF points() const { return QSizeF(width, height) * points_per_unit(); }
    double safe_margin() const;
};

/// Where a layer stands: a rectangle, turned about its centre.
struct Placement {
    QRectF frame;          ///< points, before turning
    double rotation = 0;   ///< degrees, clockwise
    bool flip_x = false, flip_y = false;
    bool operator==(const Placement&) const = default;
    /// From the frame's own coordinates (origin at its top left corner, points) to the page.
    QTransform to_page() const;
};

enum class PictureFit : std::uint8_t { cover, contain, stretch };
struct PictureLayer {
    QString picture;                 ///< key in Poster::pictures
    PictureFit fit = PictureFit::cover;
    QRectF crop{0, 0, 1, 1};         ///< part of the picture that is used, fractions
    double blur = 0;                 ///< points, standard deviation
    double brightness = 0, contrast = 0, saturation = 0;  ///< −1…1
    bool operator==(const PictureLayer&) const = default;
};

struct TextLayer {
    Text text;              ///< text.box has the size of the frame
    QString role;           ///< "title", "subtitle", "date", "place", "body" or empty
    double contrast = 0;    ///< measured against the ground at placement; 0 = not measured
    bool operator==(const TextLayer&) const = default;
};

enum class ShapeKind : std::uint8_t { rectangle, ellipse, line, path };
struct ShapeLayer {
    ShapeKind kind = ShapeKind::rectangle;
    double radius = 0;      ///< of a rectangle's corners, points
    QString path;           ///< SVG path data in the frame's coordinates
    std::vector<Fill> fills{Fill{}};
    std::vector<Stroke> strokes;
    std::vector<Shadow> shadows;
    bool operator==(const ShapeLayer&) const = default;
};

/// A procedural background; stays a description, so it is sharp at any size and its colours can be changed.
struct SceneLayer {
    QJsonObject description;  ///< scene::to_json()
    bool operator==(const SceneLayer&) const = default;
};

struct Layer;
struct GroupLayer {
    std::vector<Layer> layers;  ///< bottom first
    bool operator==(const GroupLayer&) const;
};

/// Unique within a poster, never used again.
enum class LayerId : std::uint64_t { none = 0 };

struct Layer {
    LayerId id = LayerId::none;
    QString name;
    bool visible = true, locked = false;
    double opacity = 1;
    Blend blend = Blend::normal;
    Placement placement;
    std::variant<PictureLayer, TextLayer, ShapeLayer, SceneLayer, GroupLayer> content;
    QJsonObject unknown;    ///< fields of a later version, kept
    bool operator==(const Layer&) const = default;
};
inline bool GroupLayer::operator==(const GroupLayer& other) const { return layers == other.layers; }

/// A picture file as it was brought in: never recoded.
struct EmbeddedPicture {
    QByteArray bytes;
    QString media_type;  ///< "image/png"
    QString name;        ///< what the user called it, never a path
    bool operator==(const EmbeddedPicture&) const = default;
};

struct NamedStyle {
    QString name;
    TextStyle style;
    bool operator==(const NamedStyle&) const = default;
};

struct PosterInfo {
    QString title, author, rights, description;
    QJsonObject generation;  ///< the record haibao.generation/1 of the painted ground, if any
    bool operator==(const PosterInfo&) const = default;
};

struct Poster {
    Page page;
    std::vector<Layer> layers;  ///< bottom first
    QMap<QString, EmbeddedPicture> pictures;  ///< by the SHA-256 of their bytes, hexadecimal
    std::vector<NamedStyle> styles;
    PosterInfo info;
    QJsonObject unknown;  ///< fields of a later version, kept
    bool operator==(const Poster&) const = default;

    /// Searches groups, too. Null when there is none.
    const Layer* find(LayerId id) const;
    Layer* find(LayerId id);
    LayerId next_id() const;
    /// Adds the bytes once, whatever their number of uses; returns the key.
    QString add_picture(QByteArray bytes, const QString& media_type, const QString& name);
};

}  // namespace haibao::document
