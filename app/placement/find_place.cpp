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
        for (double scale = 1; scale >= seeker_.smallest - touching; scale -= scale_step) try_size(scale);
        return best_;
    }

private:
    void try_size(double scale) {
        QRectF wanted(QPointF(), seeker_.wanted.size() * scale);
        wanted.moveTop(seeker_.wanted.top());
        wanted.moveLeft(seeker_.wanted.center().x() - wanted.width() / 2);
        const QSizeF page = around_.page;
        const QRectF room = QRectF(QPointF(), page).adjusted(around_.safe, around_.safe, -around_.safe, -around_.safe);
        const double most_x = room.right() - wanted.width(), most_y = room.bottom() - wanted.height();
        if (most_x < room.left() - touching || most_y < room.top() - touching) return;
        const double gap = gap_em * seeker_.letter * scale;
        // Columns read from the right, so of two places as good the right one is found first.
        std::vector<double> lines{page.width() - margin_ - wanted.width(), margin_, (page.width() - wanted.width()) / 2};
        std::vector<double> xs = lines, ys{margin_, page.height() - margin_ - wanted.height(), most_y};
        xs.insert(xs.end(), {std::clamp(wanted.left(), room.left(), std::max(room.left(), most_x)), most_x, room.left()});
        ys.push_back(std::clamp(wanted.top(), room.top(), std::max(room.top(), most_y)));
        for (int i = 0; i <= rows; ++i) ys.push_back(room.top() + i * page.height() / rows);
        for (const QRectF& other : around_.taken) {
            xs.insert(xs.end(), {other.right() + gap, other.left() - gap - wanted.width(), other.left(), other.right() - wanted.width(), other.center().x() - wanted.width() / 2});
            ys.insert(ys.end(), {other.bottom() + gap, other.top() - gap - wanted.height(), other.top(), other.bottom() - wanted.height()});
            lines.insert(lines.end(), {other.left(), other.right() - wanted.width(), other.center().x() - wanted.width() / 2});
        }
        for (const double x : xs) {
            if (x < room.left() - touching || x > most_x + touching) continue;
            const bool in_line = std::ranges::any_of(lines, [x](double line) { return std::abs(line - x) < 0.5; });
            for (const double y : ys) {
                const QRectF here(QPointF(x, y), wanted.size());
                if (y < room.top() - touching || y > most_y + touching) continue;
                if (std::ranges::any_of(around_.taken, [&](const QRectF& other) { return overlap(here, other, gap); })) continue;
                const QPointF way = here.center() - wanted.center();
                double cost = of_way * std::hypot(way.x(), way.y()) / std::hypot(page.width(), page.height()) + of_size * (1 - scale) + (in_line ? 0 : off_line);
                if (cost >= least_) continue;
                if (around_.ground) cost += on_ground(here);
                if (cost >= least_) continue;
                least_ = cost;
                best_ = {here, scale};
            }
        }
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
