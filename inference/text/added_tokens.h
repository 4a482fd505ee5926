// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace haibao {

/// A token of tokenizer.json's `added_tokens`: found in the text as it stands, never made by merging.
struct AddedToken {
    std::string content;
    std::int32_t id = 0;
    bool single_word = false;  ///< only where no word character touches it
    bool lstrip = false;       ///< takes the white space before it along
    bool rstrip = false;       ///< and after it
};

/// A part of a text: an added token (id ≥ 0), or what stands between two of them (id < 0).
struct TextPiece {
    std::string_view text;
    std::int32_t id = -1;
};

/// Finds added tokens, leftmost first and of those the longest.
class AddedTokens {
public:
    void add(AddedToken token);
    /// The pieces of `text` in order; together they are the text. Time is linear for tokens of bounded length.
    std::vector<TextPiece> split(std::string_view text) const;
    bool empty() const { return tokens_.empty(); }

private:
    struct Node {
        std::vector<std::pair<char, std::uint32_t>> next;  ///< sorted by byte
        std::int32_t token = -1;                           ///< index into tokens_
    };
    const AddedToken* longest_at(std::string_view text, std::size_t at) const;

    std::vector<AddedToken> tokens_;
    std::vector<Node> nodes_ = std::vector<Node>(1);
    std::array<bool, 256> starts_{};  ///< bytes some token starts with
};

}  // namespace haibao
