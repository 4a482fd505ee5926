// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/rulers.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPalette>
#include <algorithm>
#include <cmath>

#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr double guide_reach = 4;         // widget pixels
constexpr double least_label_gap = 58;    // widget pixels between numbers
constexpr double least_mark_gap = 5;
const QColor guide_colour(0x1a, 0x9c, 0xc4);

/// Numbers at every `major` units with `parts` marks each.
struct Scale {
    double major = 1;
    int parts = 10;
};

Scale scale_of(double pixels_per_unit) {
    Scale scale;
    const double wanted = least_label_gap / pixels_per_unit;
    scale.major = std::pow(10, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0})
        if (scale.major * factor >= wanted) {
            scale.major *= factor;
            break;
        }
    for (const int parts : {10, 5, 2})
        if (scale.major * pixels_per_unit / parts >= least_mark_gap) {
            scale.parts = parts;
            break;
        }
    return scale;
}

/// One ruler, drawn along x from its page's zero; the left one is drawn turned.
class Ruler {
public:
    Ruler(QPainter& painter, const document::Page& page, double zoom, double zero, double length)
        : painter_(painter), pixels_per_unit_(page.points_per_unit() * zoom), zero_(zero), length_(length), scale_(scale_of(pixels_per_unit_)) {}

    enum class Direction { rightward, upward };
    void paint(Direction direction) const {
        const QPalette palette = QGuiApplication::palette();
        const QColor text = tones().faint_text;
        QColor line = text;
        line.setAlpha(150);
        const double step = scale_.major / scale_.parts;
        const auto first = std::int64_t(std::floor((ruler_breadth - zero_) / pixels_per_unit_ / step)) - scale_.parts;
        const auto last = std::int64_t(std::ceil((length_ - zero_) / pixels_per_unit_ / step));
        for (auto i = first; i <= last; ++i) {
            const double at = std::floor(zero_ + double(i) * step * pixels_per_unit_) + 0.5;
            const bool major = i % scale_.parts == 0, half = scale_.parts == 10 && i % 5 == 0;
            painter_.setPen(line);
            if (at >= ruler_breadth) painter_.drawLine(QPointF(at, ruler_breadth - (major ? 12 : half ? 7 : 4)), QPointF(at, ruler_breadth - 1));
            if (!major) continue;
            painter_.setPen(text);
            label(at, QLocale().toString(double(i) * step, 'g', 6), direction);
        }
    }

private:
    /// Beside its mark; numbers of the left ruler are read from below.
    void label(double at, const QString& number, Direction direction) const {
        const QRectF where(0, 0, least_label_gap, ruler_breadth - 8);
        painter_.save();
        if (direction == Direction::rightward) {
            painter_.translate(at + 3, 1);
            painter_.drawText(where, Qt::AlignLeft | Qt::AlignVCenter, number);
        } else {
            painter_.translate(at + 3 + where.width(), 1);
            painter_.scale(-1, 1);
            painter_.drawText(where, Qt::AlignRight | Qt::AlignVCenter, number);
        }
        painter_.restore();
    }

    QPainter& painter_;
    double pixels_per_unit_, zero_, length_;
    Scale scale_;
};

void paint_mark(QPainter& painter, double at) {
    painter.setPen(QPen(tones().accent, 1));
    painter.drawLine(QPointF(std::floor(at) + 0.5, 0), QPointF(std::floor(at) + 0.5, ruler_breadth));
}

}  // namespace

void paint_rulers(QPainter& painter, const document::Page& page, const QTransform& map, QSize canvas, const RulerMarks& marks) {
    const QPalette palette = QGuiApplication::palette();
    const double zoom = map.m11();
    const QPointF zero = map.map(QPointF());
    const QRectF selected = marks.selection.isNull() ? QRectF() : map.mapRect(marks.selection);
    QColor tint = tones().accent;
    tint.setAlpha(50);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    QFont font = painter.font();
    font.setPixelSize(12);
    painter.setFont(font);
    painter.fillRect(0, 0, canvas.width(), ruler_breadth, palette.color(QPalette::Window));
    painter.fillRect(0, 0, ruler_breadth, canvas.height(), palette.color(QPalette::Window));

    painter.save();
    painter.setClipRect(ruler_breadth, 0, canvas.width(), ruler_breadth);
    if (!selected.isNull()) painter.fillRect(QRectF(selected.left(), 0, selected.width(), ruler_breadth), tint);
    Ruler(painter, page, zoom, zero.x(), canvas.width()).paint(Ruler::Direction::rightward);
    if (marks.pointer) paint_mark(painter, marks.pointer->x());
    painter.restore();

    painter.save();
    painter.setClipRect(0, ruler_breadth, ruler_breadth, canvas.height());
    if (!selected.isNull()) painter.fillRect(QRectF(0, selected.top(), ruler_breadth, selected.height()), tint);
    painter.setTransform(QTransform(0, 1, 1, 0, 0, 0), true);  // x runs down, y to the right
    Ruler(painter, page, zoom, zero.y(), canvas.height()).paint(Ruler::Direction::upward);
    if (marks.pointer) paint_mark(painter, marks.pointer->y());
    painter.restore();

    painter.setPen(tones().line);
    painter.drawLine(0, ruler_breadth, canvas.width(), ruler_breadth);
    painter.drawLine(ruler_breadth, 0, ruler_breadth, canvas.height());
    painter.fillRect(0, 0, ruler_breadth, ruler_breadth, palette.color(QPalette::Window));
    painter.setPen(tones().faint_text);
    // The symbols, in every language: words have no room in the corner.
    painter.drawText(QRect(0, 0, ruler_breadth, ruler_breadth), Qt::AlignCenter, page.unit == document::PageUnit::pixels ? "px" : "mm");
    painter.restore();
}

std::optional<Qt::Orientation> ruler_at(QPointF at) {
    if (at.x() < ruler_breadth && at.y() < ruler_breadth) return {};
    if (at.y() < ruler_breadth) return Qt::Horizontal;
    if (at.x() < ruler_breadth) return Qt::Vertical;
    return {};
}

double ruler_mark_distance(const document::Page& page, double zoom) {
    const Scale scale = scale_of(page.points_per_unit() * zoom);
    return scale.major / scale.parts * page.points_per_unit();
}

std::vector<double>& guides_of(document::Page& page, Qt::Orientation direction) {
    return direction == Qt::Horizontal ? page.guides.y : page.guides.x;
}

std::optional<GuideId> guide_at(const document::Page& page, const QTransform& map, QPointF at) {
    std::optional<GuideId> best;
    double nearest = guide_reach;
    const auto look = [&](Qt::Orientation direction, const std::vector<double>& guides) {
        for (std::size_t i = 0; i < guides.size(); ++i) {
            const QPointF there = map.map(QPointF(guides[i], guides[i]));
            const double distance = direction == Qt::Horizontal ? std::abs(there.y() - at.y()) : std::abs(there.x() - at.x());
            if (distance > nearest) continue;
            nearest = distance;
            best = GuideId{direction, int(i)};
        }
    };
    look(Qt::Horizontal, page.guides.y);
    look(Qt::Vertical, page.guides.x);
    return best;
}

void paint_guide(QPainter& painter, Qt::Orientation direction, double at, const QTransform& map, QSize canvas) {
    const QPointF there = map.map(QPointF(at, at));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(guide_colour, 1));
    if (direction == Qt::Horizontal) painter.drawLine(QPointF(0, std::floor(there.y()) + 0.5), QPointF(canvas.width(), std::floor(there.y()) + 0.5));
    else painter.drawLine(QPointF(std::floor(there.x()) + 0.5, 0), QPointF(std::floor(there.x()) + 0.5, canvas.height()));
}

}  // namespace haibao::ui
