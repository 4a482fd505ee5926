// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placement/lockup.h"

#include <algorithm>
#include <cmath>

namespace haibao::placement {
namespace {

using document::Align;
using document::WritingMode;

constexpr double golden = 1.618;

Align align_of(Axis axis) { return axis == Axis::left ? Align::start : axis == Axis::centre ? Align::centre : Align::end; }

QRectF scaled(const QRectF& r, double factor) { return {r.x() * factor, r.y() * factor, r.width() * factor, r.height() * factor}; }

/// A piece whose ink stands on the axis (x = 0) and begins at `top`.
Piece piece_at(Typesetter& type, const PromptText& text, const Setting& setting, double size, Axis axis, double top) {
    const Measured& measured = type.measure(text, setting);
    const QRectF ink = scaled(measured.ink, size);
    const double on_axis = axis == Axis::left ? ink.left() : axis == Axis::centre ? ink.center().x() : ink.right();
    Piece piece{&text, setting, size, QRectF(QPointF(-on_axis, top - ink.top()), measured.box * size), {}};
    piece.ink = ink.translated(piece.frame.topLeft());
    return piece;
}

/// All inks together, moved so that their corner is the origin.
void settle(Lockup& lockup) {
    QRectF ink;
    lockup.small = 1e9;
    for (const Piece& piece : lockup.pieces) {
        ink |= piece.ink;
        lockup.small = std::min(lockup.small, piece.size);
    }
    if (lockup.rule) ink |= *lockup.rule;
    for (Piece& piece : lockup.pieces) piece.frame.translate(-ink.topLeft()), piece.ink.translate(-ink.topLeft());
    if (lockup.rule) lockup.rule->translate(-ink.topLeft());
    lockup.ink = QRectF(QPointF(), ink.size());
}

/// Measure in em that breaks a text into this many lines, with room to break between words; 0 when there is none.
double measure_for(Typesetter& type, const PromptText& text, Setting setting, int lines) {
    setting.measure_em = 0;
    const double whole = type.measure(text, setting).box.width();
    for (const double factor : {1.36, 1.22, 1.12, 1.04}) {
        setting.measure_em = std::ceil(whole / lines * factor * 10) / 10;
        if (type.measure(text, setting).lines == lines) return setting.measure_em;
    }
    return 0;
}

double size_of(const PromptText& text, const Scale& scale, double title) {
    switch (text.role) {
        case Role::subtitle: return scale.subtitle(title);
        case Role::body: return scale.body();
        default: return scale.detail();
    }
}

/// A short Latin line under a title is spread to its width, where that does not tear it apart.
void spread_to(Typesetter& type, const PromptText& text, Setting& setting, double size, double width) {
    if (has_han(text.text) || text.text.size() < 5 || text.text.size() > 40) return;
    const double natural = type.measure(text, setting).ink.width() * size, each = (width - natural) / double(text.text.size() - 1) / size;
    const double spacing = std::floor((setting.letter_spacing_em + each) * 200) / 200;  // few different ones: each is laid out
    // Capitals bear it; small letters fall apart.
    const double widest = text.text == text.text.toUpper() ? 0.42 : 0.12;
    if (spacing > -0.01 && spacing < widest) setting.letter_spacing_em = spacing;
}

/// A setting that fits the width: smaller to a point, then on several lines.
void fit(Typesetter& type, const PromptText& text, Setting& setting, double& size, double width, double least) {
    const double natural = type.measure(text, setting).box.width() * size;
    if (natural <= width) return;
    const double shrunk = size * width / natural;
    if (shrunk >= least && text.role != Role::body) {
        size = shrunk;
        return;
    }
    size = text.role == Role::body ? size : std::max(least, size * 0.8);
    setting.measure_em = std::min(width / size, text.role == Role::body ? 24.0 : width / size);
}

}  // namespace

double Scale::title_cap() const { return 0.23 * std::min(page.width(), 0.8 * page.height()) * scale; }
double Scale::subtitle(double title) const { return std::clamp(title / (golden * golden), 0.038 * short_side(), 0.062 * short_side()) * std::max(scale, 0.85); }
double Scale::detail() const { return 0.036 * short_side() * std::max(scale, 0.85); }
double Scale::body() const { return 0.028 * short_side() * std::max(scale, 0.9); }

std::optional<Lockup> stacked(Typesetter& type, std::span<const PromptText* const> texts, const Scale& scale, Axis axis, int title_lines) {
    Lockup lockup;
    double cursor = 0, title_size = 0, title_width = 0, rule_above = 0;
    const PromptText* before = nullptr;
    for (const PromptText* text : texts) {
        Setting setting = type.setting_for(*text, WritingMode::horizontal_tb);
        setting.align = align_of(axis);
        double size = 0, gap = 0;
        if (text->role == Role::title) {
            if (title_lines > 1 && !(setting.measure_em = measure_for(type, *text, setting, title_lines))) return std::nullopt;
            const double room = scale.width() * scale.scale * (axis == Axis::centre ? 0.9 : 0.86);
            size = title_size = std::min(scale.title_cap(), room / type.measure(*text, setting).ink.width());
            if (size < scale.body()) return std::nullopt;
        } else {
            size = size_of(*text, scale, title_size > 0 ? title_size : scale.title_cap());
            const bool under_title = before && before->role == Role::title;
            fit(type, *text, setting, size, scale.width() * (axis == Axis::centre ? 0.8 : 0.72), scale.body());
            if (under_title && title_lines == 1 && setting.measure_em == 0) spread_to(type, *text, setting, size, title_width);
            if (under_title) gap = std::max(0.3 * title_size, 1.1 * size);
            else if (before) gap = std::max(0.8 * size, before->role == Role::subtitle ? 1.1 * size : 0.0);
            const bool breaks_group = before && (before->role == Role::title || before->role == Role::subtitle) && text->role != Role::subtitle;
            if (breaks_group) {
                gap = std::max(gap, 1.9 * size);
                rule_above = cursor + gap * 0.5;
            }
        }
        Piece piece = piece_at(type, *text, setting, size, axis, cursor + gap);
        if (text->role == Role::title) title_width = piece.ink.width();
        cursor = piece.ink.bottom();
        lockup.pieces.push_back(std::move(piece));
        before = text;
    }
    if (rule_above > 0) {
        const double length = 2.2 * scale.detail(), thickness = std::max(1.0, 0.055 * scale.detail());
        const double x = axis == Axis::left ? 0 : axis == Axis::centre ? -length / 2 : -length;
        lockup.rule = QRectF(x, rule_above - thickness / 2, length, thickness);
    }
    settle(lockup);
    if (lockup.ink.width() > scale.width() || lockup.ink.height() > scale.height()) return std::nullopt;
    return lockup;
}

std::optional<Lockup> columns(Typesetter& type, std::span<const PromptText* const> texts, const Scale& scale) {
    Lockup lockup;
    double right = 0;
    for (const PromptText* text : texts) {
        const Setting setting = type.setting_for(*text, WritingMode::vertical_rl);
        const Measured& measured = type.measure(*text, setting);
        const double longest = scale.height() * 0.72 * scale.scale;
        double size = 0;
        if (text->role == Role::title) size = std::min(0.21 * std::min(scale.page.width(), scale.page.height()) * scale.scale, longest / measured.ink.height());
        else size = std::min(scale.subtitle(lockup.pieces.empty() ? scale.title_cap() : lockup.pieces.front().size) * 0.8, longest / measured.ink.height());
        if (size < scale.body()) return std::nullopt;
        const QRectF ink = scaled(measured.ink, size);
        const double gap = lockup.pieces.empty() ? 0 : std::max(0.9 * size, 0.28 * lockup.pieces.front().size);
        Piece piece{text, setting, size, QRectF(QPointF(right - gap - ink.right(), -ink.top()), measured.box * size), {}};
        piece.ink = ink.translated(piece.frame.topLeft());
        right = piece.ink.left();
        lockup.pieces.push_back(std::move(piece));
    }
    settle(lockup);
    if (lockup.ink.width() > scale.width() || lockup.ink.height() > scale.height()) return std::nullopt;
    return lockup;
}

}  // namespace haibao::placement
