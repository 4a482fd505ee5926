// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <memory>

#include "app/document/poster.h"
#include "app/render/build.h"
#include "app/render/pixels.h"
#include "app/typeset/font_set.h"

// Pictures with words, set by our own typesetter.
namespace haibao::proof::testing {

inline const typeset::FontSet& fonts() {
    static const std::shared_ptr<typeset::FontSet> set = typeset::FontSet::system();
    return *set;
}

struct Words {
    QString text;
    QRectF frame;  ///< pixels
    double size = 48;
    QString family = QStringLiteral("Noto Sans CJK SC");
    document::Colour colour{0.05, 0.05, 0.1, 1, {}};
    bool vertical = false;
    double rotation = 0;
    QString face;
    double letter_spacing = 0;  ///< em
};

inline document::Layer layer_of(const Words& words) {
    document::Layer layer;
    layer.name = words.text;
    layer.placement.frame = words.frame;
    layer.placement.rotation = words.rotation;
    document::TextLayer text;
    text.text.text = words.text;
    text.text.style.size = words.size;
    text.text.style.font.family = words.family;
    text.text.style.font.face = words.face;
    text.text.style.letter_spacing_em = words.letter_spacing;
    text.text.style.fills = {document::Fill{.paint = words.colour}};
    text.text.box.width = words.frame.width();
    text.text.box.height = words.frame.height();
    if (words.vertical) text.text.writing_mode = document::WritingMode::vertical_rl;
    layer.content = text;
    return layer;
}

inline document::Poster poster_of(QSize size, const std::vector<Words>& all, document::Colour ground = {0.95, 0.93, 0.88, 1, {}}) {
    document::Poster poster;
    poster.page.width = size.width();
    poster.page.height = size.height();
    poster.page.background = ground;
    for (const Words& words : all) {
        document::Layer layer = layer_of(words);
        layer.id = poster.next_id();
        poster.layers.push_back(std::move(layer));
    }
    return poster;
}

inline QImage painted(const document::Poster& poster) {
    auto image = render::render_image(render::build(poster, fonts()));
    return image ? image->convertToFormat(QImage::Format_RGB888) : QImage();
}

}  // namespace haibao::proof::testing
