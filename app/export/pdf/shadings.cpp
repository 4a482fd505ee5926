// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/shadings.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "app/export/pdf/objects.h"

namespace haibao::pdf {
namespace {

using document::Colour;
using document::Stop;

/// Stops from 0 to 1, in order, at least two.
std::vector<Stop> padded(std::span<const Stop> stops) {
    std::vector<Stop> all(stops.begin(), stops.end());
    if (all.empty()) all.push_back({0, Colour{}});
    for (std::size_t i = 0; i < all.size(); ++i) all[i].at = std::clamp(all[i].at, i ? all[i - 1].at : 0.0, 1.0);
    if (all.front().at > 0) all.insert(all.begin(), {0, all.front().colour});
    if (all.back().at < 1) all.push_back({1, all.back().colour});
    return all;
}

/// Between two stops colours are mixed by how much of each is seen (premultiplied), as in pixels.
Colour between(const Stop& from, const Stop& to, double t) {
    const double first = from.colour.a * (1 - t), second = to.colour.a * t, alpha = first + second;
    if (alpha <= 0) return Colour{(t < 0.5 ? to : from).colour.r, (t < 0.5 ? to : from).colour.g, (t < 0.5 ? to : from).colour.b, 0, {}};
    const auto mix = [&](double a, double b) { return (a * first + b * second) / alpha; };
    return {mix(from.colour.r, to.colour.r), mix(from.colour.g, to.colour.g), mix(from.colour.b, to.colour.b), alpha, {}};
}

struct Piece {
    double begin, end;
    Colour from, to;
};

/// What lies between the stops; in several parts where a straight line would not follow the colours: of inks, and where
/// alpha changes with the colour. Stops at one place make a hard edge.
std::vector<Piece> pieces_of(const std::vector<Stop>& stops, bool as_inks) {
    constexpr int parts = 8;
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
        const Stop &a = stops[i], &b = stops[i + 1];
        if (b.at - a.at < 1e-5) continue;
        const bool curved = a.colour.a != b.colour.a || (as_inks && !a.colour.ink && !b.colour.ink && a.colour != b.colour);
        if (!curved) {
            pieces.push_back({a.at, b.at, a.colour, b.colour});
            continue;
        }
        for (int part = 0; part < parts; ++part) {
            const double t = static_cast<double>(part) / parts, u = static_cast<double>(part + 1) / parts;
            const Colour from = part == 0 && a.colour.a > 0 ? a.colour : between(a, b, t), to = part + 1 == parts && b.colour.a > 0 ? b.colour : between(a, b, u);
            pieces.push_back({a.at + (b.at - a.at) * t, a.at + (b.at - a.at) * u, from, to});
        }
    }
    return pieces;
}

/// From 0…1 to what `value` says of the colours: straight pieces, stitched.
std::string function(const std::vector<Piece>& pieces, const std::function<std::string(const Colour&)>& value) {
    std::string functions, bounds, encode;
    for (const Piece& piece : pieces) {
        if (!functions.empty()) bounds += number(piece.begin, 6) + ' ';
        functions += std::format("<< /FunctionType 2 /Domain [ 0 1 ] /C0 [ {} ] /C1 [ {} ] /N 1 >> ", value(piece.from), value(piece.to));
        encode += "0 1 ";
    }
    return std::format("<< /FunctionType 3 /Domain [ 0 1 ] /Functions [ {}] /Bounds [ {}] /Encode [ {}] >>", functions, bounds, encode);
}

std::string shading(const ShadingPlace& place, const std::string& space, const std::string& function_source) {
    return std::format("<< /ShadingType {} /ColorSpace {} /Coords [ {} ] /Extend [ true true ] /Function {} >>", place.type, space, place.coordinates, function_source);
}

}  // namespace

ShadingPlace place_of(const render::Axial& gradient) {
    return {2, numbers({gradient.from.x(), gradient.from.y(), gradient.to.x(), gradient.to.y()}, 4)};
}

ShadingPlace place_of(const render::Radial& gradient) {
    return {3, numbers({gradient.centre.x(), gradient.centre.y(), 0, gradient.centre.x(), gradient.centre.y(), std::max(gradient.radius, 1e-3)}, 4)};
}

bool has_alpha(std::span<const Stop> stops) {
    return std::ranges::any_of(stops, [](const Stop& stop) { return stop.colour.a < 1; });
}

QPDFObjectHandle shading_pattern(QPDF& pdf, Colours& colours, const ShadingPlace& place, std::span<const Stop> stops, const QTransform& to_pdf) {
    const std::string colour_function = function(pieces_of(padded(stops), colours.cmyk()), [&](const Colour& colour) { return colours.components(colour); });
    return indirect(pdf, std::format("<< /Type /Pattern /PatternType 2 /Matrix [ {} ] /Shading {} >>", matrix(to_pdf), shading(place, colours.space(), colour_function)));
}

QPDFObjectHandle shading_mask(QPDF& pdf, const ShadingPlace& place, std::span<const Stop> stops, const QTransform& to_pdf, const QRectF& area) {
    const std::string alpha = function(pieces_of(padded(stops), false), [](const Colour& colour) { return number(colour.a, 4); });
    const auto gradient = indirect(pdf, shading(place, "/DeviceGray", alpha));
    const std::string box = numbers({area.left(), area.top(), area.right(), area.bottom()});
    const auto form = stream(pdf, std::format("q {} cm /Sh sh Q\n", matrix(to_pdf)),
                             std::format("/Type /XObject /Subtype /Form /BBox [ {} ] /Group << /S /Transparency /CS /DeviceGray /I true >> "
                                         "/Resources << /Shading << /Sh {} >> >>",
                                         box, reference(gradient)));
    return indirect(pdf, "<< /Type /Mask /S /Luminosity /G " + reference(form) + " >>");
}

}  // namespace haibao::pdf
