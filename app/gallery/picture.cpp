// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/picture.h"

#include <algorithm>

#include "app/generate/record.h"

namespace haibao::gallery {
namespace {

template <class Enum, std::size_t N>
std::optional<Enum> word_of(const std::array<const char*, N>& words, std::string_view word) {
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

Time now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

std::string to_hex(const Sha256Bytes& bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    for (const std::uint8_t byte : bytes) (hex += digits[byte >> 4]) += digits[byte & 15];
    return hex;
}

std::optional<Sha256Bytes> sha256_from_hex(std::string_view hex) {
    Sha256Bytes bytes;
    if (hex.size() != 2 * bytes.size()) return std::nullopt;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int high = digit(hex[2 * i]), low = digit(hex[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return bytes;
}

std::optional<Label> label_from(std::string_view word) { return word_of<Label>(label_words, word == "gray" ? "grey" : word); }
std::optional<Origin> origin_from(std::string_view word) { return word_of<Origin>(origin_words, word); }

Making making_of(const generate::Record& record) {
    Making making{.origin = Origin::haibao,
                  .prompt = record.prompt,
                  .negative = {},
                  .titles = {},
                  .model_name = record.model_name,
                  .model_sha256 = record.model_sha256,
                  .device_class = record.device_class,
                  .seed = record.seed,
                  .settings = to_json(record).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
    for (const generate::Title& title : record.titles) making.titles.push_back(title.text);
    return making;
}

std::vector<Parent> parents_of(const generate::Record& record) {
    std::vector<Parent> parents;
    const auto add = [&](ParentKind kind, const std::string& sha256) {
        if (const auto hash = sha256_from_hex(sha256)) parents.push_back({kind, {}, hash});
    };
    // What went into the picture before it was made larger, that one names.
    if (record.enlarged) return add(ParentKind::edit, record.enlarged->source_sha256), parents;
    if (record.repaint) add(ParentKind::edit, record.repaint->base_sha256);
    for (const std::string& source : record.source_sha256) add(ParentKind::source, source);
    return parents;
}

}  // namespace haibao::gallery
