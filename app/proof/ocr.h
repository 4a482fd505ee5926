// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QString>
#include <memory>
#include <vector>

#include "inference/base/result.h"

// Reading words in a picture: the one place that knows of Tesseract.
namespace haibao::proof {

enum class Language : std::uint8_t { english, portuguese, simplified, traditional };
enum class Direction : std::uint8_t { horizontal, vertical };
/// What Tesseract is told of a picture: some lines to be found, or one line as it stands. Looking for lines it takes strokes for
/// rules and whole characters for pictures now and then (歡, 圆); a line as it stands is read to its end, also where there is none.
enum class Lines : std::uint8_t { found, one };

/// How characters come back: joined to words, or each for itself (of a letterspaced line nothing else says what belongs together).
enum class Parts : std::uint8_t { words, characters };

/// What stands together on a line: a Latin word, or Chinese characters without a gap.
struct Word {
    QString text;
    double confidence = 0;  ///< 0…100, Tesseract's own, mean of its characters
    QRectF box;             ///< pixels of the picture that was read
};
using ReadLine = std::vector<Word>;  ///< in reading order

/// Tesseract's readers, made when first asked for and kept. One thread at a time.
class Ocr {
public:
    Ocr();
    Ocr(Ocr&&) noexcept;
    Ocr& operator=(Ocr&&) noexcept;
    ~Ocr();

    /// Reads dark words on light ground, their characters about 40 pixels high; `grey` is Format_Grayscale8. Vertical: columns
    /// of upright characters, for which lines are always found. Errors: not_found (the language's data is not installed), invalid_input (no picture, or a side
    /// over 8192 pixels), internal.
    Result<std::vector<ReadLine>> read(const QImage& grey, Language language, Direction direction, Lines lines = Lines::found, Parts parts = Parts::words);

private:
    struct Readers;
    std::unique_ptr<Readers> readers_;
};

}  // namespace haibao::proof
