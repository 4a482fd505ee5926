// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSizeF>
#include <memory>

#include "app/document/poster.h"
#include "app/placement/roles.h"
#include "app/typeset/font_set.h"

namespace haibao::placement {

/// The voice of the type, by the words for style in the prompt.
enum class Voice : std::uint8_t { serif, sans, brush };
Voice voice_of(const QString& prompt);

/// How a text of a poster is set, but for its size and place.
struct Setting {
    document::FontChoice font;
    document::WritingMode mode = document::WritingMode::horizontal_tb;
    document::Align align = document::Align::start;
    double letter_spacing_em = 0;
    double line_height = 1.2;
    double measure_em = 0;  ///< width (or column's length) of the box; 0 = one line
    bool operator==(const Setting&) const = default;
};

/// A set text in em, whatever its size: layout does not depend on it.
struct Measured {
    QSizeF box;    ///< the layer's frame
    QRectF ink;    ///< within the frame
    int lines = 1;
    bool complete = true;  ///< no character lacks a glyph
};

/// Sets texts and remembers their measures.
class Typesetter {
public:
    Typesetter(std::shared_ptr<const typeset::FontSet> fonts, Voice voice, QString prompt);

    /// Font, weight and spacing for a role; the mode and lines are the caller's.
    Setting setting_for(const PromptText& text, document::WritingMode mode) const;
    const Measured& measure(const PromptText& text, const Setting& setting);
    /// The layer content at a size in points, for a frame of Measured::box times the size.
    document::Text text_of(const PromptText& text, const Setting& setting, double size) const;
    const typeset::FontSet& fonts() const { return *fonts_; }
    Voice voice() const { return voice_; }

private:
    document::FontChoice font(std::initializer_list<document::FontChoice> wishes) const;

    std::shared_ptr<const typeset::FontSet> fonts_;
    Voice voice_;
    QString lang_;
    QHash<QString, Measured> known_;
};

}  // namespace haibao::placement
