// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTransform>
#include <vector>

#include "app/proof/painted.h"
#include "app/proof/regions.h"
#include "app/proof/script.h"

// What all readings of a picture say together.
namespace haibao::proof {

/// One way of reading a region.
struct Reading {
    std::size_t region = 0;
    Language language = Language::english;
    Direction direction = Direction::horizontal;
    QTransform to_picture;
    std::vector<Word> words;        ///< of all lines
    std::vector<std::size_t> line;  ///< of each word
    Lines lines = Lines::found;
    bool first = true;    ///< of the first look, as the picture stands: by these it is known what nobody asked for
    bool spaced = false;  ///< a letterspaced line, or a column; its words are single characters
};

/// Each wanted text by the reading that is nearest to it, each at a place of its own, then what nobody asked for.
PaintedProof judge(const QStringList& wanted, const std::vector<Region>& regions, const std::vector<Reading>& readings);

}  // namespace haibao::proof
