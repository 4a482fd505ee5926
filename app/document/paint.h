// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

// How things in a poster are coloured. Lengths in points (1/72 inch); fractions of a box run from 0 to 1.
namespace haibao::document {

/// What a printing press is to print, where the designer said so exactly. Parts of full ink, 0…1.
struct Ink {
    double c = 0, m = 0, y = 0, k = 0;
    QString spot;  ///< name of a spot colour whose alternate the four are; empty = process colour
    bool operator==(const Ink&) const = default;
};

/// An sRGB colour with straight alpha, components 0…1; with `ink` it is printed by those values and only shown as this one.
struct Colour {
    double r = 0, g = 0, b = 0, a = 1;
    std::optional<Ink> ink;
    bool operator==(const Colour&) const = default;
};

struct Stop {
    double at = 0;  ///< 0…1, rising
    Colour colour;
    bool operator==(const Stop&) const = default;
};

/// What the fractions of a gradient are fractions of.
enum class GradientBox : std::uint8_t { layer, line, glyph };

struct LinearGradient {
    double angle = 90;  ///< degrees, 0 = left to right, 90 = top to bottom; corner to corner as in CSS
    std::vector<Stop> stops;
    GradientBox box = GradientBox::layer;
    bool operator==(const LinearGradient&) const = default;
};
struct RadialGradient {
    QPointF centre{0.5, 0.5};  ///< fractions of the box
    double radius = 0.5;       ///< fraction of the box's longer side
    std::vector<Stop> stops;
    GradientBox box = GradientBox::layer;
    bool operator==(const RadialGradient&) const = default;
};
enum class TextureFit : std::uint8_t { cover, tile };
struct Texture {
    QString picture;  ///< key in Poster::pictures
    TextureFit fit = TextureFit::cover;
    double scale = 1;  ///< of a tile; 1 = one picture pixel per point
    bool operator==(const Texture&) const = default;
};
using Paint = std::variant<Colour, LinearGradient, RadialGradient, Texture>;

/// Separable modes of the compositing specification; all exist in PDF and in QPainter.
enum class Blend : std::uint8_t {
    normal, multiply, screen, overlay, darken, lighten, colour_dodge, colour_burn, hard_light, soft_light, difference, exclusion
};

struct Fill {
    Paint paint = Colour{};
    double opacity = 1;
    Blend blend = Blend::normal;
    bool operator==(const Fill&) const = default;
};

enum class StrokeAlign : std::uint8_t { outside, centre, inside };
enum class Join : std::uint8_t { round, mitre, bevel };
struct Stroke {
    double width = 1;  ///< points
    StrokeAlign align = StrokeAlign::outside;
    Join join = Join::round;
    Paint paint = Colour{};
    double opacity = 1;
    bool operator==(const Stroke&) const = default;
};

/// A soft shadow; without offset and with spread it is a glow.
struct Shadow {
    double dx = 0, dy = 0;  ///< points, y down
    double blur = 0;        ///< standard deviation, points
    double spread = 0;      ///< points the shape grows before it is blurred
    Colour colour;
    double opacity = 0.5;
    bool operator==(const Shadow&) const = default;
};

}  // namespace haibao::document
