// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <memory>
#include <vector>

#include "app/document/poster.h"
#include "app/placement/roles.h"
#include "app/typeset/font_set.h"
#include "inference/base/result.h"

// Words on a picture: a finished poster with live texts on calm ground (typesetting-spec §20).
namespace haibao::placement {

struct PlacedPoster {
    document::Poster poster;
    bool no_calm_region = false;  ///< the ground is busy everywhere; the texts were made readable all the same
    double least_contrast = 21;   ///< of all texts, measured on the rendered poster
};

struct Wishes {
    QString prompt;                ///< whose words for style choose the type
    std::vector<QRectF> keep_out;  ///< fractions of the picture where nothing may stand
    double dpi = 72;
};

/// The picture as the page's ground, one pixel to one, and each text as a layer named by its role. `picture` holds the
/// pixels of `file`. The best first; at most `count`, each with the title elsewhere. Errors: invalid_input (no picture,
/// no room for the texts), out_of_memory.
Result<std::vector<PlacedPoster>> place_texts(const QImage& picture, const document::EmbeddedPicture& file, const std::vector<PromptText>& texts,
                                              const std::shared_ptr<const typeset::FontSet>& fonts, const Wishes& wishes, std::size_t count = 1);

}  // namespace haibao::placement
