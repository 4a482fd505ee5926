// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/base/result.h"

#include <array>

namespace haibao {
namespace {

constexpr std::array<std::pair<ErrorKind, std::string_view>, 9> words{{
    {ErrorKind::invalid_input, "invalid_input"},
    {ErrorKind::not_found, "not_found"},
    {ErrorKind::corrupt_file, "corrupt_file"},
    {ErrorKind::unsupported, "unsupported"},
    {ErrorKind::out_of_memory, "out_of_memory"},
    {ErrorKind::device, "device"},
    {ErrorKind::io, "io"},
    {ErrorKind::cancelled, "cancelled"},
    {ErrorKind::internal, "internal"},
}};

}  // namespace

std::string_view to_string(ErrorKind kind) {
    for (auto [known, word] : words)
        if (known == kind) return word;
    return "internal";
}

ErrorKind error_kind_from(std::string_view word) {
    for (auto [kind, known] : words)
        if (known == word) return kind;
    return ErrorKind::internal;
}

}  // namespace haibao
