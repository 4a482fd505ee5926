// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPolygonF>
#include <QStringList>
#include <stop_token>

#include "app/proof/compare.h"
#include "app/proof/ocr.h"

// Painted words against those that were asked for.
namespace haibao::proof {

enum class Verdict : std::uint8_t {
    right,
    wrong,       ///< other characters are shown, or too many, or too few
    missing,     ///< nothing like it stands there
    extra,       ///< words that nobody asked for
    not_judged,  ///< too small for this reader to be relied on (reliable_height)
};
/// "right", "wrong", "missing", "extra", "not judged".
QString word_of(Verdict verdict);

/// Characters below this height, in pixels of the picture, are not judged (docs/proof.md, accuracy).
inline constexpr double reliable_latin = 14, reliable_chinese = 22;

struct PaintedText {
    QString wanted;          ///< empty: extra
    QString read;            ///< as it was read; empty: missing
    Verdict verdict = Verdict::missing;
    Comparison comparison;
    double confidence = 0;   ///< the reader's, 0…100
    QPolygonF place;         ///< picture's pixels, clockwise from the top left as it is read; empty: missing
    double character = 0;    ///< height of a character, picture's pixels
    QColor ink, ground;
    Direction direction = Direction::horizontal;
};

struct PaintedProof {
    std::vector<PaintedText> texts;  ///< the wanted ones in their order, then the extra ones
    bool passed() const;             ///< all right, but for what is not judged
    /// Mean similarity of the wanted texts that were judged; 1 where there are none. For the best of several pictures.
    double score() const;
};

/// Reads a picture (at most 100 million pixels) and looks for each of the wanted texts. Seconds long: not for the UI's thread.
/// Errors: invalid_input (no picture), cancelled, those of Ocr::read.
Result<PaintedProof> proof_picture(const QImage& picture, const QStringList& wanted, Ocr& ocr, std::stop_token stop = {});

}  // namespace haibao::proof
