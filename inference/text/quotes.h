// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace haibao {

/// The texts between quotation marks as the reference extracts them for the glyph encoder, quirks included (spec §5.1):
/// '…', then “…”, then "…", then 「…」, each kind in its own pass. Empty texts are kept, apostrophes mislead it. May be
/// empty: the engine then feeds one empty text.
std::vector<std::string> glyph_texts(std::string_view prompt);

/// A part of a UTF-8 text in the units its users count with.
struct TextRange {
    std::size_t begin_byte = 0, end_byte = 0;    ///< into the UTF-8 text
    std::size_t begin_utf16 = 0, end_utf16 = 0;  ///< UTF-16 code units, as QString counts
};

/// A title in a prompt, for people.
struct TitleSpan {
    std::string text;  ///< between the marks, not trimmed, never empty or only white space
    TextRange inner;   ///< where `text` stands
    TextRange outer;   ///< with its marks
};

enum class BookMarks { ignore, accept };  ///< whether 《…》 counts

/// Quoted titles in reading order: “…” 「…」 『…』 "…" and, when asked, 《…》; outermost marks win. Apostrophes and
/// single quotes are not marks. Unclosed marks are ordinary characters. A straight " pairs with the next one.
std::vector<TitleSpan> title_spans(std::string_view prompt, BookMarks book_marks = BookMarks::ignore);

}  // namespace haibao
