// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt/size_presets.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/core/lengths.h"
#include "app/document/bleed.h"
#include "app/export/poster_export.h"
#include "app/render/pixels.h"

namespace haibao::ui {
namespace {

struct SizePresets {
    Q_DECLARE_TR_FUNCTIONS(haibao::ui::SizePresets)
};

document::Page pixels(double width, double height) {
    document::Page page;
    page.width = width;
    page.height = height;
    return page;
}

document::Page print(double width, double height) {
    document::Page page;
    page.unit = document::PageUnit::millimetres;
    page.width = width;
    page.height = height;
    page.dpi = 300;
    page.bleed = document::usual_bleed;
    return page;
}

}  // namespace

std::vector<SizePreset> size_presets() {
    return {
        {"square", SizePresets::tr("Square 1:1 · 1080 × 1080"), pixels(1080, 1080)},
        {"xiaohongshu", SizePresets::tr("Xiaohongshu 3:4 · 1080 × 1440"), pixels(1080, 1440)},
        {"instagram", SizePresets::tr("Instagram 4:5 · 1080 × 1350"), pixels(1080, 1350)},
        {"story", SizePresets::tr("Phone 9:16 · 1080 × 1920"), pixels(1080, 1920)},
        {"screen", SizePresets::tr("Screen 16:9 · 1920 × 1080"), pixels(1920, 1080)},
        {"wechat", SizePresets::tr("WeChat cover 2.35:1 · 900 × 383"), pixels(900, 383)},
        {"a4", SizePresets::tr("A4 print · 210 × 297 mm"), print(210, 297)},
        {"a3", SizePresets::tr("A3 print · 297 × 420 mm"), print(297, 420)},
        {"a2", SizePresets::tr("A2 print · 420 × 594 mm"), print(420, 594)},
        {"banner", SizePresets::tr("Banner · 800 × 2000 mm"), print(800, 2000)},
    };
}

bool has_size_of(const document::Page& page, const document::Page& preset) {
    const auto near = [](QSizeF a, QSizeF b, double tolerance) { return std::abs(a.width() - b.width()) <= tolerance && std::abs(a.height() - b.height()) <= tolerance; };
    if (page.unit == preset.unit) return near({page.width, page.height}, {preset.width, preset.height}, 0.5);
    const auto pixels = [](const document::Page& of) { return of.points() * of.dpi / 72; };
    return page.dpi == preset.dpi && near(pixels(page), pixels(preset), 1);
}

QSizeF largest_page(document::PageUnit unit) {
    if (unit == document::PageUnit::pixels) return {render::widest, render::highest};
    const double most = most_pdf_points / points_per_mm;
    return {most, most};
}

QSize painted_size(const document::Page& page, double pixels) {
    const double aspect = std::clamp(page.width / page.height, 0.25, 4.0);
    const auto snapped = [](double side) { return std::clamp(32 * int(std::lround(side / 32)), 256, 2048); };
    const double height = std::sqrt(pixels / aspect);
    return {snapped(height * aspect), snapped(height)};
}

}  // namespace haibao::ui
