// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/file_export.h"
#include "app/export/picture_export.h"
#include "app/render/build.h"
#include "app/render/display_list.h"

namespace haibao {

struct PdfOptions;

/// What a file of this poster says about itself: its info, the generation record, and a summary of the document.
PictureAbout about_poster(const document::Poster& poster);

/// The longest side of a PDF page: 200 inches, beyond which readers give up.
inline constexpr double most_pdf_points = 14'400;

/// The size that the preset gives a poster: pixels for pictures (with bleed and marks), points for a PDF's trimmed page.
struct PosterSize {
    QSize pixels;         ///< of the file; empty for a PDF
    QSize trim_pixels;    ///< of the trimmed page, before anything is cut off
    double scale = 1;     ///< pixels per point of the design, along x
    QSizeF points;        ///< of the trimmed page in the file
    double dpi = 72;
};
/// Errors: invalid_input, a sentence about a size that cannot be.
Result<PosterSize> plan_poster(const document::Page& page, const Preset& preset);

/// What the preset says about a PDF. Errors: not_found, corrupt_file (the profile).
Result<PdfOptions> pdf_options(const Preset& preset, const PictureAbout& about);

/// Renders a poster and writes it as the preset says: pixels or PDF. Impossible sizes, formats and profiles are refused
/// before anything is rendered. Errors: those of plan_poster(), write_rows() and the PDF writer.
Result<ExportedFile> export_poster(const document::Poster& poster, const typeset::FontSet& fonts, const Preset& preset, const ExportTarget& target);

/// The preset's watermark for pictures: drawn with the poster's own means. Null without a watermark. `fonts` must outlive it.
/// Errors: not_found, corrupt_file (its picture).
Result<MakeOverlay> picture_watermark(const Watermark& watermark, const typeset::FontSet& fonts);

/// Everything `factor` times as large.
render::DisplayList scaled(render::DisplayList list, double factor);

/// Pure black of paths and glyphs in exact black, or in white: the two pictures of KeyBlackRows.
enum class KeyBlack : std::uint8_t { black, white };
render::DisplayList with_key_black(render::DisplayList list, KeyBlack as);
/// Whether with_key_black() changes anything.
bool has_key_black(const render::DisplayList& list);

}  // namespace haibao
