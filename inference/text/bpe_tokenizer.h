// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inference/base/result.h"

namespace haibao {

/// Byte-level BPE as a tokenizer.json describes it (spec §2.3): added tokens are cut out first, each piece between them
/// is normalised, split by the file's own pattern, spelled in byte letters and merged.
class BpeTokenizer {
public:
    /// Errors: not_found, io, corrupt_file, unsupported (a model, normalizer or pre-tokenizer that is not known here).
    static Result<BpeTokenizer> load(const std::filesystem::path& tokenizer_json);
    /// `file` stands in errors.
    static Result<BpeTokenizer> parse(std::string_view json, std::string_view file);

    BpeTokenizer(BpeTokenizer&&) noexcept;
    BpeTokenizer& operator=(BpeTokenizer&&) noexcept;
    ~BpeTokenizer();

    /// UTF-8 → ids; nothing is put before or after. Bytes that are no UTF-8 count as U+FFFD.
    /// Errors: unsupported (the file's pattern takes too long on this text).
    Result<std::vector<std::int32_t>> encode(std::string_view text) const;

    /// A token's id by its spelling in the file ("Ġthe", "<|image|>").
    std::optional<std::int32_t> id_of(std::string_view token) const;
    /// The inverse of id_of.
    std::optional<std::string> token(std::int32_t id) const;
    /// The text that ids stand for; unknown ids are left out.
    std::string decode(const std::vector<std::int32_t>& ids) const;
    /// One more than the largest id.
    std::int32_t size() const;

private:
    struct Parts;
    explicit BpeTokenizer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace haibao
