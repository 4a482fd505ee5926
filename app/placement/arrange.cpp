// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placement/arrange.h"

#include <algorithm>
#include <cmath>

#include "app/placement/contrast.h"

namespace haibao::placement {
namespace {

constexpr int grid = 64;

using Texts = std::vector<const PromptText*>;

double area(const QRectF& r) { return r.width() * r.height(); }

class Search {
public:
    Search(Typesetter& type, const std::vector<PromptText>& texts, const Ground& ground, QSizeF page, double margin)
        : type_(type), ground_(ground), page_(page), margin_(margin) {
        for (const PromptText& text : texts) all_.push_back(&text);
        std::ranges::stable_sort(all_, {}, &PromptText::role);
        for (const PromptText* text : all_) (text->role <= Role::subtitle ? head_ : details_).push_back(text);
    }

    std::vector<Arrangement> run() {
        for (int step = 0; step <= 8; ++step) {
            scale_ = {page_, margin_, 1 - 0.05 * step};
            for (const Axis axis : {Axis::left, Axis::centre, Axis::right})
                for (int lines = 1; lines <= most_lines(); ++lines) {
                    try_single(axis, lines);
                    try_split(axis, lines);
                }
            try_columns();
        }
        std::ranges::stable_sort(found_, {}, &Arrangement::score);
        return std::move(found_);
    }

private:
    int most_lines() const {
        if (head_.empty() || head_.front()->role != Role::title) return 1;
        const Setting setting = type_.setting_for(*head_.front(), document::WritingMode::horizontal_tb);
        const double length = type_.measure(*head_.front(), setting).ink.width();
        return length > 30 ? 6 : length > 9 ? 3 : length > 4.4 ? 2 : 1;
    }

    double pad(const Lockup& lockup) const { return std::max(0.5 * lockup.small, 0.1 * lockup.pieces.front().size); }

    /// Mean and worst of the ground under a lockup, and whether it would stand across a figure; small type suffers more from a busy one.
    double cost(const Lockup& lockup, QPointF at, double& mean) const {
        const double p = pad(lockup);
        const QRectF block = lockup.ink.translated(at).adjusted(-p, -p, p, p);
        const QRectF part(block.x() / page_.width(), block.y() / page_.height(), block.width() / page_.width(), block.height() / page_.height());
        const Busyness busy = ground_.busyness(part);
        mean = busy.mean;
        return busy.mean + 0.5 * busy.worst + 0.4 * busy.figure + 0.14 * dullness(ground_.light(part));
    }

    /// 1 on a middle tone, where black and white are equally faint; 0 where one of them stands out.
    static double dullness(double light) {
        const double best = std::max(contrast(light, 0), contrast(light, 1));
        return std::clamp((9 - best) / (9 - wanted_contrast), 0.0, 1.0);
    }

    /// The opposite of what draws the eye: both together should weigh on the middle.
    double imbalance(QPointF text) const {
        const QPointF both = (text + ground_.weight()) / 2;
        return std::hypot(both.x() - 0.5, 0.5 * (both.y() - 0.5));
    }

    /// A title as large as the page allows is what makes a poster; how near it comes.
    double size_bonus(const Lockup& lockup) const {
        const Scale first{page_, margin_, 1};
        const Piece& title = lockup.pieces.front();
        const double part = title.text->role == Role::title ? title.size / first.title_cap() : scale_.scale;
        return 0.32 * (std::min(part, 1.0) - 0.6);
    }

    std::vector<double> rows(const Lockup& lockup) const {
        std::vector<double> list;
        const double last = page_.height() - margin_ - lockup.ink.height();
        for (int i = 0; i <= grid; ++i)
            if (const double y = margin_ + i * page_.height() / grid; y < last - 1) list.push_back(y);
        list.push_back(std::max(margin_, last));
        return list;
    }

    double column_of(const Lockup& lockup, Axis axis) const {
        switch (axis) {
            case Axis::left: return margin_;
            case Axis::centre: return (page_.width() - lockup.ink.width()) / 2;
            case Axis::right: break;
        }
        return page_.width() - margin_ - lockup.ink.width();
    }

    void keep(Arrangement arrangement) { found_.push_back(std::move(arrangement)); }

    /// How far a block is from where a designer would look for it first: the upper third, then the lower.
    double off_anchor(const Lockup& lockup, double y) const {
        const double centre = (y + lockup.ink.height() / 2) / page_.height();
        const double top = std::abs(y - margin_) / page_.height(), bottom = std::abs(page_.height() - margin_ - lockup.ink.height() - y) / page_.height();
        return std::min({top, std::abs(centre - 0.3), bottom + 0.1});
    }

    void try_single(Axis axis, int lines) {
        const auto lockup = stacked(type_, all_, scale_, axis, lines);
        if (!lockup) return;
        Arrangement best{{}, 1e9, 0};
        std::vector<double> xs{column_of(*lockup, axis)};
        if (axis == Axis::left)
            for (double x = margin_ + page_.width() / 32; x + lockup->ink.width() < page_.width() - margin_; x += page_.width() / 32) xs.push_back(x);
        for (const double x : xs)
            for (const double y : rows(*lockup)) {
                double mean = 0, score = cost(*lockup, {x, y}, mean);
                const QPointF centre((x + lockup->ink.width() / 2) / page_.width(), (y + lockup->ink.height() / 2) / page_.height());
                score += 0.15 * off_anchor(*lockup, y) + 0.1 * imbalance(centre) - size_bonus(*lockup) + 0.03 * (lines - 1);
                if (x != xs.front()) score += 0.06;  // off the margin, on no axis of the page
                if (axis == Axis::right) score += 0.02;
                if (score < best.score) best = {{{*lockup, {x, y}}}, score, mean};
            }
        keep(std::move(best));
    }

    /// Title and details on one axis, apart: the page's two ends belong together.
    void try_split(Axis axis, int lines) {
        if (details_.empty() || head_.empty()) return;
        const auto head = stacked(type_, head_, scale_, axis, lines), details = stacked(type_, details_, scale_, axis, 1);
        if (head && details) pair(*head, column_of(*head, axis), *details, column_of(*details, axis), axis == Axis::right ? 0.02 : 0, 0.03 * (lines - 1));
    }

    void try_columns() {
        if (head_.empty() || head_.front()->role != Role::title || !has_han(head_.front()->text)) return;
        const QString& title = head_.front()->text;
        const bool all_han = std::ranges::all_of(title, [](QChar c) { return c.unicode() >= 0x2E80; });
        if (!all_han || title.size() > 7 || title.size() < 2) return;
        Texts upright{head_.front()}, rest = details_;
        for (const PromptText* text : head_)
            if (text->role == Role::subtitle) (has_han(text->text) && text->text.size() <= 16 ? upright : rest).push_back(text);
        std::ranges::stable_sort(rest, {}, &PromptText::role);
        const auto head = columns(type_, upright, scale_);
        if (!head) return;
        double prior = type_.voice() == Voice::sans ? 0.06 : type_.voice() == Voice::brush ? -0.1 : -0.04;
        const double aspect = page_.height() / page_.width();
        prior += aspect > 1.2 ? -0.04 : aspect < 0.9 ? 0.05 : 0;
        for (const Axis side : {Axis::right, Axis::left}) {
            if (rest.empty()) {
                alone(*head, column_of(*head, side), prior);
                continue;
            }
            for (const Axis other : {Axis::left, Axis::right})
                if (const auto details = stacked(type_, rest, scale_, other, 1))
                    pair(*head, column_of(*head, side), *details, column_of(*details, other), prior + (other == side ? 0.02 : 0), 0);
        }
    }

    void alone(const Lockup& head, double x, double prior) {
        Arrangement best{{}, 1e9, 0};
        for (const double y : rows(head)) {
            double mean = 0, score = cost(head, {x, y}, mean);
            const QPointF centre((x + head.ink.width() / 2) / page_.width(), (y + head.ink.height() / 2) / page_.height());
            score += 0.15 * std::abs(y - margin_) / page_.height() + 0.1 * imbalance(centre) - size_bonus(head) + prior;
            if (score < best.score) best = {{{head, {x, y}}}, score, mean};
        }
        keep(std::move(best));
    }

    void pair(const Lockup& head, double head_x, const Lockup& details, double details_x, double prior, double penalty) {
        struct Row {
            double y, cost, mean;
        };
        const auto rows_of = [&](const Lockup& lockup, double x) {
            std::vector<Row> list;
            for (const double y : rows(lockup)) {
                double mean = 0;
                const double value = cost(lockup, {x, y}, mean);
                list.push_back({y, value, mean});
            }
            return list;
        };
        const std::vector<Row> uppers = rows_of(head, head_x), lowers = rows_of(details, details_x);
        const double apart = std::max(0.55 * head.pieces.front().size, 3 * details.small);
        Arrangement best{{}, 1e9, 0};
        for (const Row& a : uppers)
            for (const Row& b : lowers) {
                const QRectF one = head.ink.translated(head_x, a.y), two = details.ink.translated(details_x, b.y);
                if (one.adjusted(-apart, -apart, apart, apart).intersects(two)) continue;
                double score = 0.62 * a.cost + 0.38 * b.cost + prior + penalty - size_bonus(head);
                const double end = std::min(std::abs(lowers.back().y - b.y), std::abs(b.y - margin_) + 0.3 * page_.height()) / page_.height();
                score += 0.15 * off_anchor(head, a.y) + 0.15 * end;
                if (end > 0.02) score += 0.1;  // neither with the title nor at the edge: adrift
                const double weight = area(one) / (area(one) + area(two));
                const QPointF centre = one.center() * weight + two.center() * (1 - weight);
                score += 0.1 * imbalance({centre.x() / page_.width(), centre.y() / page_.height()});
                if (score < best.score) best = {{{head, {head_x, a.y}}, {details, {details_x, b.y}}}, score, weight * a.mean + (1 - weight) * b.mean};
            }
        if (!best.stands.empty()) keep(std::move(best));
    }

    Typesetter& type_;
    const Ground& ground_;
    QSizeF page_;
    double margin_;
    Scale scale_;
    Texts all_, head_, details_;
    std::vector<Arrangement> found_;
};

}  // namespace

QRectF Arrangement::bounds() const {
    QRectF all;
    for (const Stand& stand : stands) all |= stand.ink();
    return all;
}

std::vector<Arrangement> arrange(Typesetter& type, const std::vector<PromptText>& texts, const Ground& ground, QSizeF page, double margin, std::size_t count) {
    std::vector<Arrangement> chosen;
    if (texts.empty()) return chosen;
    for (Arrangement& candidate : Search(type, texts, ground, page, margin).run()) {
        if (candidate.stands.empty()) continue;  // no place was found on that axis
        const QRectF place = candidate.stands.front().ink();
        const bool same = std::ranges::any_of(chosen, [&](const Arrangement& other) {
            const QRectF taken = other.stands.front().ink();
            return area(place & taken) > 0.5 * std::min(area(place), area(taken));
        });
        if (!same) chosen.push_back(std::move(candidate));
        if (chosen.size() == count) break;
    }
    return chosen;
}

}  // namespace haibao::placement
