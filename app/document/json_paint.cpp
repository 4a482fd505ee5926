// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>

#include "app/document/json_fields.h"

namespace haibao::document {
namespace {

constexpr Word<GradientBox> gradient_box_words[] = {
    {"layer", GradientBox::layer}, {"line", GradientBox::line}, {"glyph", GradientBox::glyph}};
constexpr Word<TextureFit> texture_fit_words[] = {{"cover", TextureFit::cover}, {"tile", TextureFit::tile}};
constexpr Word<StrokeAlign> stroke_align_words[] = {
    {"outside", StrokeAlign::outside}, {"centre", StrokeAlign::centre}, {"center", StrokeAlign::centre}, {"inside", StrokeAlign::inside}};
constexpr Word<Join> join_words[] = {{"round", Join::round}, {"mitre", Join::mitre}, {"miter", Join::mitre}, {"bevel", Join::bevel}};

bool is_byte(double part) { return std::round(part * 255) / 255 == part; }

/// "#rrggbb", with the alpha where it is not 1.
QString hex_of(const Colour& colour) {
    QString text = QStringLiteral("#");
    for (const double part : {colour.r, colour.g, colour.b, colour.a})
        text += QStringLiteral("%1").arg(static_cast<int>(std::lround(part * 255)), 2, 16, QLatin1Char('0'));
    return colour.a == 1 ? text.left(7) : text;
}

bool read_hex(const QString& text, Colour& colour) {
    QString digits = text.mid(1);
    if (digits.size() == 3 || digits.size() == 4) {
        QString doubled;
        for (const QChar digit : std::as_const(digits)) doubled += QString(2, digit);
        digits = doubled;
    }
    if (!text.startsWith('#') || (digits.size() != 6 && digits.size() != 8)) return false;
    std::array<double, 4> parts{0, 0, 0, 1};
    for (int i = 0; i < digits.size() / 2; ++i) {
        bool is_hex = false;
        const int byte = digits.mid(2 * i, 2).toInt(&is_hex, 16);
        if (!is_hex || byte < 0) return false;
        parts[static_cast<std::size_t>(i)] = byte / 255.0;
    }
    colour.r = parts[0], colour.g = parts[1], colour.b = parts[2], colour.a = parts[3];
    return true;
}

template <std::size_t n>
bool read_parts(Place& place, const std::array<double*, n>& parts, double least, double most) {
    if (!place.value.isArray() || place.value.toArray().size() != static_cast<qsizetype>(n)) {
        place.wrong(QStringLiteral("must be a list of %1 numbers, not %2").arg(n).arg(describe_value(place.value)));
        return false;
    }
    for (std::size_t i = 0; i < n; ++i) {
        Place item = place.item(static_cast<qsizetype>(i));
        if (!read_number(item, *parts[i], least, most)) return false;
    }
    return true;
}

void read_rgb(Place& place, Colour& colour) {
    if (place.value.isString()) {
        if (!read_hex(place.value.toString(), colour))
            place.wrong(QStringLiteral("must be a colour like \"#c8442f\", not %1").arg(describe_value(place.value)));
    } else {
        read_parts<3>(place, {&colour.r, &colour.g, &colour.b}, 0, 1);
    }
}

}  // namespace

void describe(Fields& f, Stop& stop) {
    f.number("at", stop.at, 0, 1);
    f.always("at");
    f.value("colour|color", stop.colour);
    f.always("colour");
}

static void describe_stops(Fields& f, std::vector<Stop>& stops) {
    f.list("stops", stops, 64);
    if (f.reading() && f.good() && (stops.empty() || !std::ranges::is_sorted(stops, {}, &Stop::at)))
        f.wrong("stops", QStringLiteral("must be a list of at least one {\"at\", \"colour\"} with rising \"at\""));
}

void describe(Fields& f, LinearGradient& gradient) {
    f.number("angle", gradient.angle, -3600, 3600);
    describe_stops(f, gradient.stops);
    f.word("box", gradient.box, gradient_box_words);
}

void describe(Fields& f, RadialGradient& gradient) {
    f.value("centre|center", gradient.centre);
    f.number("radius", gradient.radius, 0, 1000);
    describe_stops(f, gradient.stops);
    f.word("box", gradient.box, gradient_box_words);
}

void describe(Fields& f, Texture& texture) {
    f.string("picture", texture.picture);
    f.word("fit", texture.fit, texture_fit_words);
    f.number("scale", texture.scale, 0.001, 1000);
}

void describe(Fields& f, Stroke& stroke) {
    f.length("width", stroke.width, 0, 10000);
    f.word("align", stroke.align, stroke_align_words);
    f.word("join", stroke.join, join_words);
    f.value("paint|fill", stroke.paint);
    f.number("opacity", stroke.opacity, 0, 1);
}

void describe(Fields& f, Shadow& shadow) {
    f.length("dx", shadow.dx, -far, far);
    f.length("dy", shadow.dy, -far, far);
    f.length("blur", shadow.blur, 0, 10000);
    f.length("spread", shadow.spread, -10000, 10000);
    f.value("colour|color", shadow.colour);
    f.number("opacity", shadow.opacity, 0, 1);
}

QJsonValue Form<Colour>::write(const Colour& colour) {
    const bool bytes = is_byte(colour.r) && is_byte(colour.g) && is_byte(colour.b) && is_byte(colour.a);
    if (bytes && !colour.ink) return hex_of(colour);
    QJsonObject object;
    if (bytes) object["rgb"] = hex_of(colour);
    else object["rgb"] = QJsonArray{colour.r, colour.g, colour.b};
    if (!bytes && colour.a != 1) object["alpha"] = colour.a;
    if (colour.ink) {
        object["cmyk"] = QJsonArray{colour.ink->c, colour.ink->m, colour.ink->y, colour.ink->k};
        if (!colour.ink->spot.isEmpty()) object["spot"] = colour.ink->spot;
    }
    return object;
}

void Form<Colour>::read(Place& place, Colour& colour) {
    if (!place.value.isObject()) {
        if (place.value.isString() || place.value.isArray()) return read_rgb(place, colour);
        return place.wrong(QStringLiteral("must be a colour like \"#c8442f\", not %1").arg(describe_value(place.value)));
    }
    Fields f(place);
    if (auto parts = f.take("cmyk")) {
        Ink ink;
        if (!read_parts<4>(*parts, {&ink.c, &ink.m, &ink.y, &ink.k}, 0, 1)) return;
        // Shown so until a colour profile knows better.
        colour.r = (1 - ink.c) * (1 - ink.k), colour.g = (1 - ink.m) * (1 - ink.k), colour.b = (1 - ink.y) * (1 - ink.k);
        f.string("spot", ink.spot, 256);
        colour.ink = ink;
    }
    if (auto rgb = f.take("rgb")) read_rgb(*rgb, colour);
    else if (!colour.ink) f.wrong("rgb", QStringLiteral("is missing: a colour needs \"rgb\" or \"cmyk\""));
    f.number("alpha", colour.a, 0, 1);
    place.unknown = f.unknown();
}

QJsonValue Form<Paint>::write(const Paint& paint) {
    if (const auto* colour = std::get_if<Colour>(&paint)) return Form<Colour>::write(*colour);
    QJsonObject object;
    if (const auto* linear = std::get_if<LinearGradient>(&paint)) (object = write_object(*linear))["type"] = "linear";
    if (const auto* radial = std::get_if<RadialGradient>(&paint)) (object = write_object(*radial))["type"] = "radial";
    if (const auto* texture = std::get_if<Texture>(&paint)) (object = write_object(*texture))["type"] = "texture";
    return object;
}

void Form<Paint>::read(Place& place, Paint& paint) {
    const QJsonValue type = place.value.toObject().value(QStringLiteral("type"));
    const auto read_as = [&]<class T>(T value) {
        Fields f(place);
        (void)f.has("type");
        describe(f, value);
        place.unknown = f.unknown();
        paint = std::move(value);
    };
    if (type.isUndefined()) {
        Colour colour;
        Form<Colour>::read(place, colour);
        paint = colour;
    } else if (type == QStringLiteral("linear")) {
        read_as(LinearGradient{});
    } else if (type == QStringLiteral("radial")) {
        read_as(RadialGradient{});
    } else if (type == QStringLiteral("texture")) {
        read_as(Texture{});
    } else {
        place.wrong(QStringLiteral("has the type %1; linear, radial and texture are possible, or a colour without type").arg(describe_value(type)));
    }
}

/// A fill that is only a paint is written as that paint.
QJsonValue Form<Fill>::write(const Fill& fill) {
    if (fill.opacity == 1 && fill.blend == Blend::normal) return Form<Paint>::write(fill.paint);
    Fields f;
    Fill copy = fill;
    f.value("paint", copy.paint);
    if (fill.opacity != 1) f.number("opacity", copy.opacity, 0, 1);
    if (fill.blend != Blend::normal) f.word("blend", copy.blend, blend_words);
    return f.written();
}

void Form<Fill>::read(Place& place, Fill& fill) {
    if (!place.value.toObject().contains(QStringLiteral("paint"))) {
        Form<Paint>::read(place, fill.paint);
        if (!place.unknown.isEmpty()) place.unknown = {{"paint", place.unknown}};
        return;
    }
    Fields f(place);
    f.value("paint", fill.paint);
    f.number("opacity", fill.opacity, 0, 1);
    f.word("blend", fill.blend, blend_words);
    place.unknown = f.unknown();
}

QJsonValue Form<QPointF>::write(QPointF point) { return QJsonArray{point.x(), point.y()}; }
void Form<QPointF>::read(Place& place, QPointF& point) {
    if (double x = 0, y = 0; read_parts<2>(place, {&x, &y}, -far, far)) point = {x, y};
}

QJsonValue Form<QRectF>::write(const QRectF& rectangle) {
    return QJsonArray{rectangle.x(), rectangle.y(), rectangle.width(), rectangle.height()};
}

void Form<QRectF>::read(Place& place, QRectF& rectangle) {
    std::array<double, 4> parts{};
    if (place.value.isObject()) {
        Fields f(place);
        f.length("x", parts[0], -far, far);
        f.length("y", parts[1], -far, far);
        f.length("w|width", parts[2], 0, far);
        f.length("h|height", parts[3], 0, far);
        place.unknown = f.unknown();
    } else if (place.value.toArray().size() == 4) {
        for (std::size_t i = 0; i < 4; ++i) {
            Place item = place.item(static_cast<qsizetype>(i));
            if (!read_length(item, parts[i], i < 2 ? -far : 0, far)) return;
        }
    } else {
        return place.wrong(QStringLiteral("must be [x, y, width, height], not %1").arg(describe_value(place.value)));
    }
    rectangle = {parts[0], parts[1], parts[2], parts[3]};
}

}  // namespace haibao::document
