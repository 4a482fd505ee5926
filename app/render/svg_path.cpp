// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/svg_path.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace haibao::render {
namespace {

/// An elliptical arc as cubic Béziers (SVG 2, appendix B.2.4).
void arc_to(QPainterPath& path, QPointF from, double rx, double ry, double turn, bool large, bool sweep, QPointF to) {
    rx = std::abs(rx), ry = std::abs(ry);
    if (rx < 1e-9 || ry < 1e-9 || from == to) {
        path.lineTo(to);
        return;
    }
    const double phi = turn * std::numbers::pi / 180, c = std::cos(phi), s = std::sin(phi);
    const QPointF half = (from - to) / 2;
    const double x = c * half.x() + s * half.y(), y = -s * half.x() + c * half.y();
    const double grow = x * x / (rx * rx) + y * y / (ry * ry);
    if (grow > 1) rx *= std::sqrt(grow), ry *= std::sqrt(grow);
    const double under = (rx * rx * ry * ry - rx * rx * y * y - ry * ry * x * x) / (rx * rx * y * y + ry * ry * x * x);
    const double k = (large == sweep ? -1 : 1) * std::sqrt(std::max(under, 0.0));
    const double mx = k * rx * y / ry, my = -k * ry * x / rx;
    const QPointF centre = QPointF(c * mx - s * my, s * mx + c * my) + (from + to) / 2;
    const double start = std::atan2((y - my) / ry, (x - mx) / rx);
    double sweep_angle = std::atan2((-y - my) / ry, (-x - mx) / rx) - start;
    if (sweep && sweep_angle < 0) sweep_angle += 2 * std::numbers::pi;
    if (!sweep && sweep_angle > 0) sweep_angle -= 2 * std::numbers::pi;
    const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(sweep_angle) / (std::numbers::pi / 2) - 1e-9)));
    const double step = sweep_angle / pieces, reach = 4.0 / 3 * std::tan(step / 4);
    const auto at = [&](double u, double v) { return centre + QPointF(c * rx * u - s * ry * v, s * rx * u + c * ry * v); };
    for (int i = 0; i < pieces; ++i) {
        const double a = start + i * step, b = a + step;
        path.cubicTo(at(std::cos(a) - reach * std::sin(a), std::sin(a) + reach * std::cos(a)),
                     at(std::cos(b) + reach * std::sin(b), std::sin(b) - reach * std::cos(b)),
                     i + 1 == pieces ? to : at(std::cos(b), std::sin(b)));
    }
}

class Parser {
public:
    explicit Parser(const QString& data) : text_(data) { path_.setFillRule(Qt::WindingFill); }

    Result<QPainterPath> parse() {
        QChar command;
        while (skip_space(), at_ < text_.size()) {
            const QChar next = text_[at_];
            if (next.isLetter()) {
                command = next;
                ++at_;
                if (!started_ && command.toLower() != u'm') return refuse();
            } else if (command.isNull() || command.toLower() == u'z') {
                return refuse();
            }
            if (!segment(command)) return refuse();
            if (command == u'M') command = u'L';
            if (command == u'm') command = u'l';
        }
        return std::move(path_);
    }

private:
    std::unexpected<Error> refuse() const {
        return fail(ErrorKind::invalid_input, "The path data cannot be understood at character {}.", at_ + 1);
    }

    void skip_space() {
        while (at_ < text_.size() && (text_[at_].isSpace() || text_[at_] == u',')) ++at_;
    }

    std::optional<double> number() {
        skip_space();
        const qsizetype start = at_;
        const auto digits = [&] {
            const qsizetype from = at_;
            while (at_ < text_.size() && text_[at_] >= u'0' && text_[at_] <= u'9') ++at_;
            return at_ > from;
        };
        if (at_ < text_.size() && (text_[at_] == u'-' || text_[at_] == u'+')) ++at_;
        bool any = digits();
        if (at_ < text_.size() && text_[at_] == u'.') ++at_, any |= digits();
        if (any && at_ < text_.size() && (text_[at_] == u'e' || text_[at_] == u'E')) {
            const qsizetype before = at_++;
            if (at_ < text_.size() && (text_[at_] == u'-' || text_[at_] == u'+')) ++at_;
            if (!digits()) at_ = before;
        }
        bool good = false;
        const double value = QStringView(text_).sliced(start, at_ - start).toDouble(&good);
        if (!any || !good || !std::isfinite(value) || std::abs(value) > 1e7) return std::nullopt;
        return value;
    }
    std::optional<bool> flag() {
        skip_space();
        if (at_ >= text_.size() || (text_[at_] != u'0' && text_[at_] != u'1')) return std::nullopt;
        return text_[at_++] == u'1';
    }
    std::optional<QPointF> point(bool relative) {
        const auto x = number();
        const auto y = x ? number() : x;
        if (!y) return std::nullopt;
        return QPointF(*x, *y) + (relative ? here_ : QPointF());
    }

    bool segment(QChar command) {
        const bool relative = command.isLower();
        const QPointF from = here_;
        QPointF cubic_handle, quad_handle;
        bool cubic = false, quad = false;
        switch (command.toLower().unicode()) {
            case 'm': {
                const auto to = point(relative);
                if (!to) return false;
                path_.moveTo(here_ = start_ = *to);
                started_ = true;
                break;
            }
            case 'l': {
                const auto to = point(relative);
                if (!to) return false;
                path_.lineTo(here_ = *to);
                break;
            }
            case 'h': {
                const auto x = number();
                if (!x) return false;
                here_.setX(*x + (relative ? here_.x() : 0));
                path_.lineTo(here_);
                break;
            }
            case 'v': {
                const auto y = number();
                if (!y) return false;
                here_.setY(*y + (relative ? here_.y() : 0));
                path_.lineTo(here_);
                break;
            }
            case 'c':
            case 's': {
                std::optional<QPointF> a = 2 * from - (after_cubic_ ? handle_ : from);
                if (command.toLower() == u'c') a = point(relative);
                const auto b = a ? point(relative) : a;
                const auto to = b ? point(relative) : b;
                if (!to) return false;
                path_.cubicTo(*a, *b, here_ = *to);
                cubic = true, cubic_handle = *b;
                break;
            }
            case 'q':
            case 't': {
                std::optional<QPointF> a = 2 * from - (after_quad_ ? handle_ : from);
                if (command.toLower() == u'q') a = point(relative);
                const auto to = a ? point(relative) : a;
                if (!to) return false;
                path_.quadTo(*a, here_ = *to);
                quad = true, quad_handle = *a;
                break;
            }
            case 'a': {
                const auto rx = number();
                const auto ry = rx ? number() : rx;
                const auto turn = ry ? number() : ry;
                const auto large = turn ? flag() : std::nullopt;
                const auto sweep = large ? flag() : std::nullopt;
                const auto to = sweep ? point(relative) : std::nullopt;
                if (!to) return false;
                arc_to(path_, from, *rx, *ry, *turn, *large, *sweep, *to);
                here_ = *to;
                break;
            }
            case 'z':
                path_.closeSubpath();
                here_ = start_;
                path_.moveTo(here_);
                break;
            default: return false;
        }
        after_cubic_ = cubic, after_quad_ = quad;
        handle_ = cubic ? cubic_handle : quad_handle;
        return true;
    }

    const QString& text_;
    qsizetype at_ = 0;
    QPainterPath path_;
    QPointF here_, start_, handle_;
    bool started_ = false, after_cubic_ = false, after_quad_ = false;
};

}  // namespace

Result<QPainterPath> path_from_svg(const QString& data) { return Parser(data).parse(); }

}  // namespace haibao::render
