// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QString>
#include <vector>

#include "app/proof/ocr.h"

namespace haibao::proof {

inline bool is_han(QChar c) { return c.script() == QChar::Script_Han || c.isHighSurrogate(); }

/// The reader for a text: Portuguese for Latin letters with accents; traditional when one of the Chinese characters has another
/// simplified form (ICU's Traditional-Simplified).
Language language_of(const QString& text);
inline bool is_latin(Language language) { return language == Language::english || language == Language::portuguese; }

/// Characters set side by side as a row, which readers are better at: those of a column, or of a letterspaced row.
struct Column {
    QImage row;                  ///< Format_Grayscale8
    std::vector<QRectF> cells;   ///< of the characters in the picture with the column, in order
    std::vector<QRectF> placed;  ///< the same in `row`
    /// The box in the picture of a box in the row.
    QRectF back(const QRectF& box) const;
};

/// A letterspaced line with its gaps closed, as far as they are wide; no row where none is. `character`: the line's height in pixels.
Column closed_up(const QImage& grey, double character);

/// The columns in a picture of dark characters on light ground, from the right.
std::vector<Column> columns_of(const QImage& grey);

}  // namespace haibao::proof
