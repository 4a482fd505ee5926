// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/path.h"

#include <QTransform>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace haibao::typeset {
namespace {

using document::Align;
using document::TextPath;

constexpr int parts_of_curve = 128;  // straight pieces for one Bézier curve: their length errs by less than 0.1 %
constexpr double tolerance = 1e-6;

double degrees(double radians) { return radians * 180 / std::numbers::pi; }

struct Station {
    QPointF point;
    double angle = 0;  ///< of the tangent, radians clockwise from the x axis
};

/// A curve by its length.
class Curve {
public:
    /// The upper half of a circle from left to right, or the lower half when the text stands inside; a whole one from its top
    /// clockwise, or from its bottom the other way.
    static Curve circle(QPointF centre, double radius, bool whole, bool inside) {
        Curve curve;
        curve.centre_ = centre;
        curve.radius_ = std::max(radius, 1e-6);
        curve.turns_ = inside ? -1 : 1;
        curve.start_ = whole ? (inside ? 0.5 : -0.5) * std::numbers::pi : std::numbers::pi;
        curve.length_ = (whole ? 2 : 1) * std::numbers::pi * curve.radius_;
        return curve;
    }

    static Curve bezier(std::vector<QPointF> points, bool reversed) {
        Curve curve;
        if (reversed) std::ranges::reverse(points);
        if (points.empty()) points.emplace_back();
        curve.chain_.push_back(points[0]);
        for (std::size_t i = 0; i + 3 < points.size(); i += 3)
            for (int part = 1; part <= parts_of_curve; ++part) {
                const double t = double(part) / parts_of_curve, u = 1 - t;
                curve.chain_.push_back(u * u * u * points[i] + 3 * u * u * t * points[i + 1] + 3 * u * t * t * points[i + 2] + t * t * t * points[i + 3]);
            }
        curve.at_.push_back(0);
        for (std::size_t i = 1; i < curve.chain_.size(); ++i) {
            const QPointF step = curve.chain_[i] - curve.chain_[i - 1];
            curve.at_.push_back(curve.at_.back() + std::hypot(step.x(), step.y()));
        }
        curve.length_ = curve.at_.back();
        return curve;
    }

    double length() const { return length_; }

    Station at(double distance) const {
        if (radius_ > 0) {
            const double angle = start_ + turns_ * distance / radius_;
            return {centre_ + radius_ * QPointF(std::cos(angle), std::sin(angle)), angle + turns_ * std::numbers::pi / 2};
        }
        if (chain_.size() < 2) return {chain_[0], 0};
        auto next = static_cast<std::size_t>(std::ranges::upper_bound(at_, distance) - at_.begin());
        next = std::clamp<std::size_t>(next, 1, chain_.size() - 1);
        const QPointF step = chain_[next] - chain_[next - 1];
        const double length = at_[next] - at_[next - 1];
        return {chain_[next - 1] + step * (length > 0 ? (distance - at_[next - 1]) / length : 0), std::atan2(step.y(), step.x())};
    }

private:
    std::vector<QPointF> chain_;
    std::vector<double> at_;
    QPointF centre_;
    double radius_ = 0, start_ = 0, turns_ = 1, length_ = 0;
};

Curve curve_of(const document::Text& text) {
    const TextPath& path = text.path;
    if (path.type == TextPath::Type::bezier) return Curve::bezier(path.points, path.inside);
    const double radius = path.radius != 0 ? std::abs(path.radius) : std::min(text.box.width, text.box.height) / 2;
    return Curve::circle({text.box.width / 2, text.box.height / 2}, radius, path.type == TextPath::Type::circle, path.inside);
}

/// Where on the path the text's own zero lies. A circle has no ends: its text is aligned at its top (inside: its bottom).
double start_of(const document::Text& text, const Curve& curve, double width) {
    const double room = text.path.type == TextPath::Type::circle ? 0 : curve.length();
    const Align align = text.paragraphs.empty() ? Align::start : text.paragraphs.front().align;
    const double start = align == Align::centre ? (room - width) / 2 : align == Align::end ? room - width : 0;
    return start + text.path.start_offset;
}

QPointF turned(QPointF v, double angle) { return {v.x() * std::cos(angle) - v.y() * std::sin(angle), v.x() * std::sin(angle) + v.y() * std::cos(angle)}; }

QRectF bounds(const Cluster& cluster) {
    QTransform turn;
    turn.translate(cluster.box.center().x(), cluster.box.center().y());
    turn.rotate(cluster.angle);
    turn.translate(-cluster.box.center().x(), -cluster.box.center().y());
    return turn.mapRect(cluster.box);
}

}  // namespace

void set_on_path(const document::Text& text, Layout& layout) {
    if (layout.lines.empty()) return;
    const Curve curve = curve_of(text);
    const double start = start_of(text, curve, layout.used.width()), baseline = layout.lines.front().baseline, left = layout.used.left();
    const bool circle = text.path.type == TextPath::Type::circle;

    struct Move {
        QPointF from, to;  ///< the same point before and after
        double angle = 0;
        bool hidden = false;
    };
    std::vector<Move> moves;
    int hidden = 0;
    for (Cluster& cluster : layout.clusters) {
        const double along = cluster.box.left() + (cluster.box.width() - cluster.gap) / 2 - left, distance = start + along;
        Move move{.from = {along + left, baseline}};
        const double least = circle ? start : 0, most = circle ? start + curve.length() : curve.length();
        move.hidden = cluster.hidden || distance < least - tolerance || distance > most + tolerance;
        if (!cluster.hidden && move.hidden) ++hidden;
        const Station station = curve.at(distance);
        move.to = station.point;
        move.angle = text.path.upright ? 0 : station.angle;
        cluster.box = move.hidden ? QRectF() : cluster.box.translated(move.to + turned(cluster.box.center() - move.from, move.angle) - cluster.box.center());
        cluster.angle = degrees(move.angle);
        cluster.hidden = move.hidden;
        moves.push_back(move);
    }
    for (GlyphRun& run : layout.runs) {
        std::erase_if(run.glyphs, [&](const Glyph& glyph) { return moves[glyph.cluster].hidden; });
        for (Glyph& glyph : run.glyphs) {
            const Move& move = moves[glyph.cluster];
            glyph.origin = move.to + turned(glyph.origin - move.from, move.angle);
            glyph.angle = degrees(move.angle);
        }
    }
    std::erase_if(layout.runs, [](const GlyphRun& run) { return run.glyphs.empty(); });
    layout.rules.clear();  // a straight line does not follow the path
    layout.used = {};
    for (const Cluster& cluster : layout.clusters)
        if (!cluster.hidden) layout.used = layout.used.united(bounds(cluster));
    if (hidden == 0) return;
    layout.hidden_characters += hidden;
    layout.warnings.push_back({WarningKind::path_too_short, hidden == 1 ? QStringLiteral("One character has no room on the path; lengthen it or shorten the text.")
                                                                             : QStringLiteral("%1 characters have no room on the path; lengthen it or shorten the text.").arg(hidden), {}, {}, {}});
}

}  // namespace haibao::typeset
