// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/wish.h"

#include <charconv>

namespace haibao::proof {

using enum Wish::Remedy;

Result<Wish> wish_of(std::string_view word) {
    if (word == "report") return Wish{report, 0};
    if (word == "replace") return Wish{replace, 0};
    if (word == "retry") return Wish{retry, 3};
    int tries = 0;
    if (word.starts_with("retry:")) std::from_chars(word.data() + 6, word.data() + word.size(), tries);
    if (tries < 1 || tries > 20 || word != std::format("retry:{}", tries))
        return fail(ErrorKind::invalid_input, "--proof takes report, replace, or retry:N with N from 1 to 20, not {}.", word);
    return Wish{retry, tries};
}

std::string word_of(const Wish& wish) {
    switch (wish.remedy) {
        case report: return "report";
        case replace: return "replace";
        case retry: return std::format("retry:{}", wish.tries);
        case none: break;
    }
    return {};
}

}  // namespace haibao::proof
