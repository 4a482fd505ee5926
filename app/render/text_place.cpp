// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/text_place.h"

namespace haibao::render {

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
