// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace haibao::test {

/// The bytes of a safetensors file with this header text and data, whatever they are.
inline std::string safetensors_bytes(std::string_view header, std::string_view data) {
    std::string bytes;
    for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(std::uint64_t{header.size()} >> shift);
    return bytes.append(header).append(data);
}

}  // namespace haibao::test
