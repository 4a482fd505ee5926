// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/scale_type.h"

namespace haibao::document {

void scale_shadows(std::vector<Shadow>& shadows, double factor) {
    for (Shadow& shadow : shadows) shadow.dx *= factor, shadow.dy *= factor, shadow.blur *= factor, shadow.spread *= factor;
}

void scale_type(Text& text, double factor) {
    const auto scale = [factor](TextStyle& style) {
        style.size *= factor;
        if (style.line_height_points) style.line_height *= factor;
        for (Stroke& stroke : style.strokes) stroke.width *= factor;
        scale_shadows(style.shadows, factor);
    };
    scale(text.style);
    for (Span& span : text.spans) scale(span.style);
    for (Paragraph& paragraph : text.paragraphs) paragraph.space_before *= factor, paragraph.space_after *= factor;
}

}  // namespace haibao::document
