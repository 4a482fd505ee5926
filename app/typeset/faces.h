// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/document/text.h"
#include "app/typeset/font_set.h"
#include "app/typeset/layout.h"

namespace haibao::typeset {

/// Which face sets a cluster of a text: real fallback by coverage (typesetting-spec §2). One per layout; remembers what it
/// had to do, for the warnings.
class FaceChooser {
public:
    FaceChooser(const document::Text& text, const FontSet& fonts);

    struct Choice {
        std::shared_ptr<const Face> face;  ///< null only when there is no font at all
        bool latin = false;                ///< it is the style's Latin font
    };
    /// `western`: the cluster belongs to Latin text. `style`: index into spans or −1. `characters`: the cluster. `beside`: a CJK
    /// cluster in whose font it is set where the style's own is a Latin one; may be empty.
    Choice choose(int style, std::u32string_view characters, bool western, std::u32string_view beside = {});
    /// The style's own font, or what stands in for it.
    std::shared_ptr<const Face> main_face(int style);

    /// What another chooser (that of a reading, which is a text of its own) found missing, as if it had been asked of this one.
    void note_missing_of(const FaceChooser& other);

    /// missing_font, missing_glyphs, no_embedding, and fallback_used as a piece of information.
    std::vector<Warning> warnings() const;

private:
    struct StyleFaces {
        std::shared_ptr<const Face> latin, main;
        std::vector<std::shared_ptr<const Face>> fallback;
        QString wanted;  ///< the family that `main` should be
    };
    struct Missing {
        std::vector<char32_t> characters;  ///< each once, in the text's order
        std::set<char32_t> known;          ///< the same
    };
    const document::TextStyle& style_of(int style) const;
    QString lang_of(int style) const;
    StyleFaces& faces_of(int style);
    std::shared_ptr<const Face> emoji_face();
    std::shared_ptr<const Face> other_face(int style, std::u32string_view characters);

    const document::Text& text_;
    const FontSet& fonts_;
    std::vector<std::unique_ptr<StyleFaces>> styles_;  ///< by style + 1
    std::map<std::pair<int, std::u32string>, std::shared_ptr<const Face>> others_;
    bool asked_emoji_ = false;
    std::shared_ptr<const Face> emoji_;
    std::map<QString, Missing> missing_;      ///< by the family that lacks them
    std::map<QString, int> fallbacks_;        ///< clusters by family
    QSet<QString> missing_fonts_, locked_fonts_, changed_fonts_;
};

/// Does `face` map all of them, but for characters that are not shown?
bool covers_all(const Face& face, std::u32string_view characters);

}  // namespace haibao::typeset
