// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "inference/base/result.h"

namespace haibao {

/// When a piece of work on hostile input has to stop.
class Deadline {
public:
    explicit Deadline(std::chrono::milliseconds allowed) : end_(std::chrono::steady_clock::now() + allowed) {}
    bool passed() const { return std::chrono::steady_clock::now() >= end_; }

private:
    std::chrono::steady_clock::time_point end_;
};

/// The `normalizer` and `pre_tokenizer` of a tokenizer.json: text → the pieces ("words") that BPE merges within.
/// Known are the normalizers NFC, NFD, NFKC, NFKD, Lowercase and the pre-tokenizers Split (any ICU pattern, any
/// behaviour), Digits and ByteLevel, alone or in a Sequence. Spelling bytes as letters is left to the caller.
class PreTokenizer {
public:
    /// Errors: unsupported (another kind), corrupt_file (a pattern that does not compile).
    static Result<PreTokenizer> read(const nlohmann::json& tokenizer, std::string_view file);

    PreTokenizer(PreTokenizer&&) noexcept;
    PreTokenizer& operator=(PreTokenizer&&) noexcept;
    ~PreTokenizer();

    /// UTF-8 in, UTF-8 pieces out; none is empty. Errors: unsupported (the pattern takes too long).
    Result<std::vector<std::string>> split(std::string_view text, const Deadline& deadline) const;

private:
    struct Steps;
    explicit PreTokenizer(std::unique_ptr<Steps> steps);
    std::unique_ptr<Steps> steps_;
};

}  // namespace haibao
