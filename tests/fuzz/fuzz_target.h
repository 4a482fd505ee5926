// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// A fuzz target is one file that defines this function, libFuzzer's entry point:
///   extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { …; return 0; }
/// and a line in a CMakeLists.txt (see haibao_fuzz() beside this file), with a few small inputs in corpus/NAME/.
/// Ordinary builds link mutation_driver.cpp, which replays the corpus and a fixed sequence of mutations of it, under
/// AddressSanitizer and UBSan, as a ctest. With -DHAIBAO_FUZZ=ON and clang the same targets become libFuzzer's:
///   build/fuzz/bin/fuzz_tokenizer -max_total_time=600 tests/fuzz/corpus/tokenizer
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace haibao::test {

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// What must hold whatever the input; a failure is a finding.
inline void must(bool holds) {
    if (!holds) std::abort();
}

}  // namespace haibao::test
