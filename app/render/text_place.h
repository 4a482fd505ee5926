// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QSizeF>
#include <QTransform>
#include <optional>
#include <string>

#include "app/document/poster.h"
#include "app/render/warp.h"
#include "app/typeset/layout.h"

namespace haibao::render {

/// A glyph's own coordinates (em, y down) → the layout's.
QTransform glyph_stand(const typeset::GlyphRun& run, const typeset::Glyph& glyph);

/// Where a text that was laid out stands on the page: for painting, and for an editor's carets, selections and clicks.
class TextPlace {
public:
    /// `frame_to_page`: Placement::to_page(), times that of the groups around the layer. A warp that cannot be is left out, and
    /// warp_error() says why.
    TextPlace(const QTransform& frame_to_page, QSizeF frame, const document::Text& text, const typeset::Layout& layout);

    /// From the layout's coordinates, without the warp. A box of columns that grew keeps its right edge (§15).
    const QTransform& to_page() const { return to_page_; }
    const std::optional<WarpMap>& warp() const { return warp_; }
    const std::string& warp_error() const { return warp_error_; }

    /// Layout → page, warp included.
    QPointF map(QPointF point) const { return to_page_.map(warp_ ? warp_->map(point) : point); }
    /// Page → layout; nothing where the warp leads nowhere.
    std::optional<QPointF> unmap(QPointF point) const {
        const QPointF inside = to_page_.inverted().map(point);
        return warp_ ? warp_->unmap(inside) : inside;
    }

private:
    QTransform to_page_;
    std::optional<WarpMap> warp_;
    std::string warp_error_;
};

}  // namespace haibao::render
