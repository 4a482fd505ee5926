// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placement/find_place.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "app/placement/contrast.h"

namespace haibao::placement {
namespace {

constexpr double gap_em = 0.25;           // to other type
constexpr double margin_part = 0.07;      // of the short side: where placement's own type begins
constexpr int rows = 32;
constexpr double scale_step = 0.05;
constexpr double touching = 1e-6;         // edges that meet do not overlap
// What weighs how much.
constexpr double of_way = 0.8, of_ground = 0.35, of_size = 1.5, off_line = 0.03, other_ink = 0.12;
constexpr double light_ink = 0.93, dark_ink = 0.02;  // luminances of the tones that type may take instead

bool overlap(const QRectF& a, const QRectF& b, double gap) {
    return a.left() < b.right() + gap - touching && b.left() - gap + touching < a.right() && a.top() < b.bottom() + gap - touching && b.top() - gap + touching < a.bottom();
}

class Search {
public:
    Search(const Seeker& seeker, const Surroundings& around) : seeker_(seeker), around_(around), margin_(std::max(around.safe, margin_part * std::min(around.page.width(), around.page.height()))) {}

    std::optional<Found> run() {
        for (double scale = 1; scale >= seeker_.smallest - touching && of_size * (1 - scale) < least_; scale -= scale_step) try_size(scale);
        return best_;
    }

private:
    /// A corner, and what it costs before anybody looks at what is there.
    struct Place {
        QPointF at;
        double cost;
    };
    /// Coordinates to try for corners, and those of them that are in line with something.
    struct Corners {
        std::vector<double> xs, ys, lines;
    };

    /// What is looked at costs most, so it is done for the best places first, until no other can be better.
    void try_size(double scale) {
        const QSizeF size = seeker_.wanted.size() * scale;
        const double gap = gap_em * seeker_.letter * scale;
        for (const Place& place : places(size, gap, scale)) {
            if (place.cost >= least_) return;
            const QRectF here(place.at, size);
            if (std::ranges::any_of(around_.taken, [&](const QRectF& other) { return overlap(here, other, gap); })) continue;
            const double cost = place.cost + (around_.ground ? on_ground(here) : 0);
            if (cost >= least_) continue;
            least_ = cost;
            best_ = {here, scale};
        }
    }

    /// Those within the safe margin, the cheapest first; of two as cheap that which corners() names first.
    std::vector<Place> places(QSizeF size, double gap, double scale) const {
        const QSizeF page = around_.page;
        const QRectF room = QRectF(QPointF(), page).adjusted(around_.safe, around_.safe, -around_.safe, -around_.safe);
        const double most_x = room.right() - size.width(), most_y = room.bottom() - size.height();
        if (most_x < room.left() - touching || most_y < room.top() - touching) return {};
        const Corners corners = this->corners(size, gap, room);
        const QPointF wanted = wanted_corner(size);
        std::vector<Place> found;
        for (const double x : corners.xs) {
            if (x < room.left() - touching || x > most_x + touching) continue;
            const bool in_line = std::ranges::any_of(corners.lines, [x](double line) { return std::abs(line - x) < 0.5; });
            for (const double y : corners.ys) {
                if (y < room.top() - touching || y > most_y + touching) continue;
                const double way = std::hypot(x - wanted.x(), y - wanted.y()) / std::hypot(page.width(), page.height());
                const double cost = of_way * way + of_size * (1 - scale) + (in_line ? 0 : off_line);
                if (cost < least_) found.push_back({{x, y}, cost});
            }
        }
        std::ranges::stable_sort(found, {}, &Place::cost);
        return found;
    }

    QPointF wanted_corner(QSizeF size) const { return {seeker_.wanted.center().x() - size.width() / 2, seeker_.wanted.top()}; }

    /// The page's margins, middle and rows, where it was wanted, and all that touches or continues its neighbours.
    Corners corners(QSizeF size, double gap, const QRectF& room) const {
        const QSizeF page = around_.page;
        const double width = size.width(), height = size.height(), most_x = room.right() - width, most_y = room.bottom() - height;
        const QPointF wanted = wanted_corner(size);
        Corners corners;
        // Columns read from the right, so of two places as good the right one is found first.
        corners.lines = {page.width() - margin_ - width, margin_, (page.width() - width) / 2};
        corners.xs = corners.lines;
        corners.ys = {margin_, page.height() - margin_ - height, most_y};
        corners.xs.insert(corners.xs.end(), {std::clamp(wanted.x(), room.left(), std::max(room.left(), most_x)), most_x, room.left()});
        corners.ys.push_back(std::clamp(wanted.y(), room.top(), std::max(room.top(), most_y)));
        for (int i = 0; i <= rows; ++i) corners.ys.push_back(room.top() + i * page.height() / rows);
        for (const QRectF& other : around_.taken) {
            const double left = other.left(), right = other.right() - width, middle = other.center().x() - width / 2;
            corners.xs.insert(corners.xs.end(), {other.right() + gap, other.left() - gap - width, left, right, middle});
            corners.ys.insert(corners.ys.end(), {other.bottom() + gap, other.top() - gap - height, other.top(), other.bottom() - height});
            corners.lines.insert(corners.lines.end(), {left, right, middle});
        }
        return corners;
    }

    double on_ground(const QRectF& ink) const {
        const QSizeF page = around_.page;
        const QRectF part(ink.x() / page.width(), ink.y() / page.height(), ink.width() / page.width(), ink.height() / page.height());
        const Busyness busy = around_.ground->busyness(part);
        return of_ground * (busy.mean + 0.5 * busy.worst + 0.4 * busy.figure) + unreadable(part);
    }

    /// 0 where the ink it has can be read; a little where another could; more the less any can.
    double unreadable(const QRectF& part) const {
        constexpr int cells = 8;
        std::array<double, cells * cells> lights{};
        for (int i = 0; i < cells * cells; ++i)
            lights[std::size_t(i)] = around_.ground->light({part.x() + part.width() * (i % cells) / cells, part.y() + part.height() * (i / cells) / cells, part.width() / cells, part.height() / cells});
        const auto reaches = [&lights](double ink) {
            std::array<double, cells * cells> ratios{};
            std::ranges::transform(lights, ratios.begin(), [ink](double light) { return contrast(light, ink); });
            std::ranges::nth_element(ratios, ratios.begin() + 3);  // all but a twentieth
            return ratios[3];
        };
        if (reaches(luminance(seeker_.ink)) >= seeker_.needed) return 0;
        const double other = std::max(reaches(light_ink), reaches(dark_ink));
        return other_ink + std::max(0.0, (seeker_.needed - other) / seeker_.needed);
    }

    const Seeker& seeker_;
    const Surroundings& around_;
    double margin_, least_ = 1e300;
    std::optional<Found> best_;
};

}  // namespace

std::optional<Found> find_place(const Seeker& seeker, const Surroundings& around) { return Search(seeker, around).run(); }

}  // namespace haibao::placement
