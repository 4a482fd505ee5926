// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/text_place.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haibao::render {

QTransform glyph_stand(const typeset::GlyphRun& run, const typeset::Glyph& glyph) {
    const double turn = glyph.angle + (run.setting == typeset::Setting::sideways ? 90 : 0);
    QTransform transform = QTransform::fromTranslate(glyph.origin.x(), glyph.origin.y());
    if (turn != 0) transform.rotate(turn);
    if (run.skew != 0) transform.shear(-std::tan(std::clamp(run.skew, -80.0, 80.0) * std::numbers::pi / 180), 0);
    transform.scale(run.size * run.scale_x, run.size * run.scale_y);
    return transform;
}

TextPlace::TextPlace(const QTransform& frame_to_page, QSizeF frame, const document::Text& text, const typeset::Layout& layout) : to_page_(frame_to_page) {
    if (text.box.mode == document::BoxMode::grow && text.writing_mode == document::WritingMode::vertical_rl)
        to_page_ = QTransform::fromTranslate(frame.width() - layout.size.width(), 0) * to_page_;
    if (text.warp.type == document::Warp::Type::none || layout.runs.empty()) return;
    if (auto map = WarpMap::make(text.warp, QRectF(QPointF(), layout.size)))
        warp_ = std::move(*map);
    else
        warp_error_ = map.error().message;
}

}  // namespace haibao::render
