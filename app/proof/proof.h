// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>

#include "app/proof/live.h"
#include "app/proof/painted.h"

// Proof-reading of what lies in files: what was asked for is in the picture's own record, or in the poster.
namespace haibao::proof {

/// The texts that a picture should show, by its record: none where the words were withheld from the painter. Nothing where it
/// has no record.
std::optional<QStringList> wanted_texts(std::span<const std::uint8_t> picture, const std::string& name);

struct PictureProof {
    document::LayerId layer = document::LayerId::none;  ///< of a poster's picture
    QString name;
    QSize size;  ///< pixels
    PaintedProof painted;
    QString prompt;          ///< by its record; empty without one
    std::uint64_t seed = 0;
};

struct Proof {
    std::vector<PictureProof> pictures;  ///< a picture file itself, or a poster's pictures that have a record
    LiveProof live;                      ///< of a poster
    bool passed() const;
    int texts() const;   ///< that were looked at
    int failed() const;  ///< texts with something wrong, words that nobody asked for included
    int not_judged() const;
};

/// `wanted`: instead of what the record says. Errors: invalid_input (no record and nothing wanted), those of decoding and
/// proof_picture().
Result<Proof> proof_file(std::span<const std::uint8_t> picture, const std::string& name, const std::optional<QStringList>& wanted, Ocr& ocr, std::stop_token stop = {});
/// Live text against the document, and painted words in its pictures against their records. Errors: those of
/// proof_live_texts() and proof_picture().
Result<Proof> proof_poster(const document::Poster& poster, const typeset::FontSet& fonts, Ocr& ocr, std::stop_token stop = {});

/// How many texts the pictures of visible layers should show, by their records: what proof_poster() would read.
int painted_texts(const document::Poster& poster);

/// `{"passed":…,"texts":[{"kind":"painted","wanted":…,"read":…,"verdict":…,…}]}` (docs/proof.md).
nlohmann::json to_json(const Proof& proof);
/// One English line for each text: `wrong: “SUMMER” reads “SUNMER”, …`.
QStringList lines_of(const Proof& proof);
/// The same for painted texts that are not right.
QStringList remarks_on(const PaintedProof& painted);

}  // namespace haibao::proof
