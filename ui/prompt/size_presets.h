// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
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

/// The size to paint the ground of a page at: its aspect, about `pixels` in all, sides multiples of 32 within the model's
/// limits (256…2048, contracts).
QSize painted_size(const document::Page& page, double pixels);

}  // namespace haibao::ui
