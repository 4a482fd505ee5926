// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inference/base/result.h"

namespace haibao {

/// Reads a config's values with checks, and keeps the first thing that is wrong:
///   ConfigReader cfg(json, "transformer/config.json");
///   int heads = cfg.integer("num_attention_heads", 1, 1024);
///   if (auto checked = cfg.result(); !checked) return pass_on(checked);
/// After an error every getter returns something harmless (the lower bound, an empty text), so that reading can go on.
/// Getters with `otherwise` accept a missing key or null; those without want the key. The JSON must outlive the reader.
class ConfigReader {
public:
    ConfigReader(const nlohmann::json& json, std::string file);

    std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
    std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t otherwise);
    double number(std::string_view key, double least, double most);
    double number(std::string_view key, double least, double most, double otherwise);
    bool boolean(std::string_view key, bool otherwise);
    std::string text(std::string_view key);
    std::string text(std::string_view key, std::string_view otherwise);
    /// A text that must be one of `known`: the error lists them. Kind: unsupported.
    std::string one_of(std::string_view key, const std::vector<std::string>& known, std::string_view otherwise);
    /// Arrays of exactly `count` numbers (count 0: any length up to 4096).
    std::vector<std::int64_t> integers(std::string_view key, std::size_t count, std::int64_t least, std::int64_t most);
    std::vector<double> numbers(std::string_view key, std::size_t count, double least, double most);
    /// The object below `key`, read with the same checks; its errors become this reader's. Keep this reader alive.
    ConfigReader child(std::string_view key);

    bool has(std::string_view key) const;
    /// Notes an error of the caller's own about this file; the first one counts.
    void reject(ErrorKind kind, std::string message);
    Result<void> result() const;

private:
    ConfigReader(const nlohmann::json* json, ConfigReader& parent, std::string path);
    const nlohmann::json* find(std::string_view key) const;
    const nlohmann::json* require(std::string_view key);
    std::string where(std::string_view key) const;
    void wrong_type(std::string_view key, std::string_view wanted);

    const nlohmann::json* json_;
    std::string file_;
    std::string path_;              ///< "text_config." for a child
    ConfigReader* root_ = nullptr;  ///< where errors go; null for the root itself
    std::optional<Error> error_;
};

}  // namespace haibao
