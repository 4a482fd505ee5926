// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "inference/base/result.h"

namespace haibao::proof {

/// What is to become of painted texts that are not right.
struct Wish {
    enum class Remedy : std::uint8_t {
        none,
        report,   ///< say what is wrong
        replace,  ///< wrong words out of the picture, live text in their place
        retry,    ///< paint again with other seeds, and keep the best
    };
    Remedy remedy = Remedy::none;
    int tries = 0;  ///< of retry, besides the first
    bool operator==(const Wish&) const = default;
};

/// "report", "replace", "retry", "retry:N" (N from 1 to 20; 3 when not said). Errors: invalid_input.
Result<Wish> wish_of(std::string_view word);
/// What wish_of() reads; empty for none.
std::string word_of(const Wish& wish);

}  // namespace haibao::proof
