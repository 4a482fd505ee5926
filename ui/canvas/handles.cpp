// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/handles.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr double rotate_distance = 26;  // widget pixels above the frame
constexpr double reach = 9;
constexpr double least_side = 2;  // points

}  // namespace

QPointF handle_fraction(Handle handle) {
    constexpr std::array<std::array<double, 2>, handle_count> fractions{
        {{0, 0}, {0.5, 0}, {1, 0}, {1, 0.5}, {1, 1}, {0.5, 1}, {0, 1}, {0, 0.5}, {0.5, 0}}};
    const auto& fraction = fractions[std::size_t(handle)];
    return {fraction[0], fraction[1]};
}

Qt::CursorShape handle_cursor(const std::array<QPointF, handle_count>& points, Handle handle) {
    if (handle == Handle::rotate) return Qt::CrossCursor;
    // By the frame's directions and not its diagonals: those of a long one lie almost level.
    const auto direction = [&points](Handle from, Handle to) {
        const QPointF along = points[std::size_t(to)] - points[std::size_t(from)];
        return along / std::max(1e-9, std::hypot(along.x(), along.y()));
    };
    const QPointF grip = handle_fraction(handle) - QPointF(0.5, 0.5);
    const QPointF away = direction(Handle::top_left, Handle::top_right) * grip.x() + direction(Handle::top_left, Handle::bottom_left) * grip.y();
    const double degrees = std::fmod(std::atan2(away.y(), away.x()) * 180 / M_PI + 360, 180);
    constexpr Qt::CursorShape shapes[] = {Qt::SizeHorCursor, Qt::SizeFDiagCursor, Qt::SizeVerCursor, Qt::SizeBDiagCursor};
    return shapes[int(std::floor((degrees + 22.5) / 45)) % 4];
}

void paint_handles(QPainter& painter, const std::array<QPointF, handle_count>& points, HandleSet set) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tones().accent, 1.25));
    painter.setBrush(Qt::white);
    for (int i = 0; i < handle_count; ++i) {
        const QPointF at = points[std::size_t(i)];
        if (Handle(i) != Handle::rotate) {
            painter.drawRect(QRectF(at - QPointF(3.5, 3.5), QSizeF(7, 7)));
        } else if (set == HandleSet::sides_and_rotation) {
            painter.drawLine(points[std::size_t(Handle::top)], at);
            painter.drawEllipse(at, 4.5, 4.5);
        }
    }
}

std::array<QPointF, handle_count> handle_points(const document::Placement& placement, const QTransform& to_widget) {
    const QTransform map = placement.to_page() * to_widget;
    const QSizeF size = placement.frame.size();
    std::array<QPointF, handle_count> points;
    for (int i = 0; i < handle_count; ++i) {
        const QPointF at = handle_fraction(Handle(i));
        points[std::size_t(i)] = map.map(QPointF(at.x() * size.width(), at.y() * size.height()));
    }
    const QPointF up = points[std::size_t(Handle::top)] - points[std::size_t(Handle::bottom)];
    const double length = std::max(1e-6, std::hypot(up.x(), up.y()));
    points[std::size_t(Handle::rotate)] += up / length * rotate_distance;
    return points;
}

std::optional<Handle> handle_at(const std::array<QPointF, handle_count>& points, QPointF where) {
    std::optional<Handle> best;
    double nearest = reach;
    for (int i = 0; i < handle_count; ++i) {
        const QPointF away = points[std::size_t(i)] - where;
        const double distance = std::max(std::abs(away.x()), std::abs(away.y()));
        if (distance < nearest) {
            nearest = distance;
            best = Handle(i);
        }
    }
    return best;
}

document::Placement pulled(const document::Placement& start, Handle handle, QPointF where, KeepAspect keep) {
    const QTransform to_page = start.to_page();
    const QPointF local = to_page.inverted().map(where), grip = handle_fraction(handle);
    const QSizeF size = start.frame.size();
    double width = size.width(), height = size.height();
    if (grip.x() == 1) width = local.x();
    if (grip.x() == 0) width = size.width() - local.x();
    if (grip.y() == 1) height = local.y();
    if (grip.y() == 0) height = size.height() - local.y();
    width = std::max(width, least_side);
    height = std::max(height, least_side);
    if (keep == KeepAspect::yes && size.width() > 0 && size.height() > 0) {
        const double scale = grip.x() == 0.5   ? height / size.height()
                             : grip.y() == 0.5 ? width / size.width()
                                               : std::max(width / size.width(), height / size.height());
        width = size.width() * scale;
        height = size.height() * scale;
    }
    // The point opposite to the grip stays where it is on the page.
    const QPointF opposite(1 - grip.x(), 1 - grip.y());
    const QPointF fixed = to_page.map(QPointF(opposite.x() * size.width(), opposite.y() * size.height()));
    document::Placement result = start;
    result.frame.setSize({width, height});
    const QPointF now = result.to_page().map(QPointF(opposite.x() * width, opposite.y() * height));
    result.frame.translate(fixed - now);
    return result;
}

document::Placement turned(const document::Placement& start, QPointF where, bool steps) {
    const QPointF away = where - start.frame.center();
    double degrees = std::atan2(away.x(), -away.y()) * 180 / M_PI;
    if (steps) degrees = 15 * std::round(degrees / 15);
    else if (std::abs(std::remainder(degrees, 90)) < 2) degrees = 90 * std::round(degrees / 90);
    document::Placement result = start;
    result.rotation = degrees;
    return result;
}

}  // namespace haibao::ui
