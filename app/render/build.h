// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/document/poster.h"
#include "app/render/display_list.h"
#include "app/render/pictures.h"
#include "app/typeset/font_set.h"

// Document → display list. Pure but for the store of decoded pictures: equal posters and fonts give equal lists.
namespace haibao::render {

enum class Marks : std::uint8_t {
    none,
    editing,  ///< a red ⊞ where text is hidden for want of room
};

struct BuildOptions {
    Marks marks = Marks::none;
    std::shared_ptr<PictureStore> pictures;  ///< null: every call decodes anew
};

/// Never fails: what cannot be drawn is left out or stands as a clear placeholder, with a finding that says so.
DisplayList build(const document::Poster& poster, const typeset::FontSet& fonts, const BuildOptions& options = {});

/// What one layer contributes.
struct LayerDrawing {
    std::vector<Item> items;
    std::vector<Finding> findings;
};
LayerDrawing build_layer(const document::Poster& poster, const document::Layer& layer, const typeset::FontSet& fonts, const BuildOptions& options = {});

/// The paper's colour, to the edge of the bleed. Empty when it is transparent.
std::vector<Item> build_background(const document::Page& page);

}  // namespace haibao::render
