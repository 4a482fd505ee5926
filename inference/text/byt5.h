// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace haibao {

/// ByT5 ids of one text (spec §5.2): byte + 3, then the end id 1, at most `max_length` ids with the end. Literal <pad>,
/// </s> and <unk> become 0, 1, 2 and swallow the white space around them; <extra_id_N> becomes 259 + N.
std::vector<std::int32_t> byt5_ids(std::string_view text, int max_length = 2048);

/// The glyph encoder's rows for a prompt's texts (spec §5.3): with an even number of texts every row starts with one
/// pad id, which is attended to like any other. No texts at all means one empty text.
std::vector<std::vector<std::int32_t>> glyph_rows(const std::vector<std::string>& texts, int max_length = 2048);

}  // namespace haibao
