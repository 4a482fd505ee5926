// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/document/poster.h"
#include "app/generate/record.h"
#include "app/proof/painted.h"
#include "app/typeset/font_set.h"

// Painted words that are wrong, out of the picture and live in their place.
namespace haibao::proof {

/// The picture without the words at the places of these texts: what is around is drawn over them (Telea's inpainting).
QImage without_words(const QImage& picture, const std::vector<PaintedText>& texts);

/// The texts that replace_by_live_text() takes out of the picture: wrong ones and extra ones.
std::vector<PaintedText> to_be_replaced(const PaintedProof& proof);

/// The picture as a poster's ground, one pixel to one point, with what is wrong replaced: wrong texts stand live in their place,
/// about as large, in their colour where it can be read, else with what placement helps with (another colour, shadow, plate);
/// missing ones where the ground is calm, extra ones are gone. `file_name` names the picture in the document; `record`, or null,
/// goes with the new PNG and then names the texts alone that are still painted. Errors: invalid_input (no picture; no room for
/// a missing text), out_of_memory.
Result<document::Poster> replace_by_live_text(const QImage& picture, const QString& file_name, const PaintedProof& proof,
                                              const std::shared_ptr<const typeset::FontSet>& fonts, const QString& prompt, const generate::Record* record = nullptr);

/// The same for a picture that stands in a poster.
struct Replacement {
    document::LayerId picture = document::LayerId::none;
    document::EmbeddedPicture ground;     ///< instead of the layer's own
    std::vector<document::Layer> layers;  ///< to stand above it, in its parent's coordinates, without ids; parts of `ground` may be among them
};
/// Errors: those of replace_by_live_text(); not_found, corrupt_file (the layer's picture).
Result<Replacement> replacement_in(const document::Poster& poster, document::LayerId picture, const PaintedProof& proof,
                                   const std::shared_ptr<const typeset::FontSet>& fonts);
/// One step of a poster's history. Returns the new layers; none when the picture layer is gone.
std::vector<document::LayerId> apply(document::Poster& poster, const Replacement& replacement);

}  // namespace haibao::proof
