// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/export/pdf/document.h"
#include "app/export/pdf/said_text.h"
#include "app/export/pdf/text.h"

namespace haibao::pdf {

/// Turns one page's display list into a content stream.
class PagePainter {
public:
    PagePainter(Document& document, const render::DisplayList& list, const PageGeometry& geometry, int page);
    /// Errors: cancelled.
    Result<Content> paint();

private:
    /// A group whose end has not come yet. One that needs no group of its own is only a clip within the content below.
    struct Open {
        Content content;
        const render::BeginGroup* group = nullptr;
        bool inlined = false, clipped = false;
    };

    void draw_items();
    void draw(const render::FillPath& fill);
    void draw(const render::GlyphRun& run);
    void draw(const render::DrawImage& image);
    void draw(const render::Soft& soft);
    void draw(const render::BeginGroup& group);
    void draw(const render::EndGroup&);

    /// Colour or pattern and graphics state for a paint; a picture as paint is the caller's matter.
    void set_paint(const render::Paint& paint, double opacity, document::Blend blend, bool overprint);
    void draw_pattern(const render::Pattern& pattern);
    void draw_text_as_outlines(const render::GlyphRun& run);
    bool is_plain_group(std::size_t begin) const;
    void put_image(const QPDFObjectHandle& object, const QTransform& unit_square_to_page);
    Content& content();
    QPDFObjectHandle tiling(const render::Pattern& pattern);
    void report_picture(const render::DrawImage& image);

    Document& document_;
    render::DisplayList list_;            ///< its runs parted at said text
    std::vector<SaidText> said_;
    bool is_said_ = false;                ///< ActualText around what is drawn says its text
    const PageGeometry& geometry_;
    const QTransform& to_pdf_;
    int page_;
    std::size_t index_ = 0;  ///< of the item being drawn
    std::vector<Open> open_;
};

}  // namespace haibao::pdf
