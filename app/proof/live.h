// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <stop_token>
#include <vector>

#include "app/document/poster.h"
#include "app/typeset/font_set.h"
#include "inference/base/result.h"

// Live text as it is rendered against the document. Its characters are known, so nothing is read: what matters is whether
// they can be seen.
namespace haibao::proof {

enum class Problem : std::uint8_t {
    characters,   ///< the fonts lack characters
    clipped,      ///< the text does not fit its box
    off_page,     ///< ink outside the trimmed page
    near_edge,    ///< ink outside the safe area
    covered,      ///< by layers above it
    unreadable,   ///< too little contrast with what is around the letters
    overlapping,  ///< with another text
};
/// "characters", "clipped", "off page", …
QString word_of(Problem problem);

struct LiveFinding {
    Problem problem;
    QString message;  ///< an English sentence
    QRectF place;     ///< points on the page
};

struct LiveText {
    document::LayerId layer = document::LayerId::none;
    QString name, text;
    QRectF ink;           ///< points on the page
    double contrast = 0;  ///< WCAG 2, of the letters to the pixels along their edges: what nine tenths of these reach
    double visible = 1;   ///< share of the ink that no other layer covers
    std::vector<LiveFinding> findings;
};

struct LiveProof {
    std::vector<LiveText> texts;  ///< of visible layers, bottom first
    /// Nothing is wrong; `near_edge` is a remark only.
    bool passed() const;
};
bool is_failure(const LiveFinding& finding);
/// That a layer's letters do not stand out enough.
QString unreadable_sentence(const QString& layer, double contrast, double wanted);

/// Renders the poster several times for each of its texts: not for the UI's thread. Errors: invalid_input (the page cannot be
/// rendered, more than 200 texts), cancelled.
Result<LiveProof> proof_live_texts(const document::Poster& poster, const typeset::FontSet& fonts, std::stop_token stop = {});

}  // namespace haibao::proof
