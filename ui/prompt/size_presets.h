// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QSizeF>
#include <QString>
#include <vector>

#include "app/document/poster.h"

namespace haibao::ui {

/// A poster's size by what it is for.
struct SizePreset {
    QString id;             ///< kept in settings: "a3", "xiaohongshu"
    QString name;           ///< for people, translated
    document::Page page;
};
std::vector<SizePreset> size_presets();

/// Whether a page has a preset's size, whichever unit it is measured in: 2480 × 3508 pixels at 300 dpi are an A4.
bool has_size_of(const document::Page& page, const document::Page& preset);

/// The largest page in a unit: of pixels what can be painted, of millimetres what a PDF can be.
QSizeF largest_page(document::PageUnit unit);

/// The size to paint the ground of a page at: its aspect, about `pixels` in all, sides multiples of 32 within the model's
/// limits (256…2048, contracts).
QSize painted_size(const document::Page& page, double pixels);

}  // namespace haibao::ui
