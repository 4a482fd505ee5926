// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/text/prompt.h"

#include <cmath>
#include <format>

#include "inference/base/config_reader.h"
#include "inference/base/files.h"
#include "inference/base/json.h"
#include "inference/base/utf8.h"

namespace haibao {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int pixels_per_token = 32, preview_side = 16;
constexpr std::size_t max_source_tokens = 1 << 20;
constexpr std::uint64_t most_file_bytes = 64u << 20;

/// A token's spelling in tokenizer_config.json: a text, or an object with `content`; at the top or in
/// `extra_special_tokens`.
std::string spelling(const json& config, const char* key) {
    const auto text_of = [](const json& value) -> std::string {
        if (value.is_string()) return value.get<std::string>();
        auto content = value.is_object() ? value.find("content") : value.end();
        return value.is_object() && content != value.end() && content->is_string() ? content->get<std::string>() : "";
    };
    if (!config.is_object()) return {};
    if (auto value = config.find(key); value != config.end())
        if (std::string text = text_of(*value); !text.empty()) return text;
    auto extra = config.find("extra_special_tokens");
    if (extra == config.end() || !extra->is_object()) return {};
    auto value = extra->find(key);
    return value == extra->end() ? std::string() : text_of(*value);
}

Result<SpecialTokens> read_special_tokens(const json& config, const BpeTokenizer& tokenizer) {
    SpecialTokens tokens;
    struct Wanted {
        SpecialTokens::Token& token;
        const char *key, *other;
    };
    for (const auto& [token, key, other] :
         {Wanted{tokens.image_start, "bos_token", nullptr}, Wanted{tokens.image_end, "eos_token", "pad_token"},
          Wanted{tokens.image, "image_token", nullptr}, Wanted{tokens.grid_start, "grid_bos_token", nullptr},
          Wanted{tokens.grid_end, "grid_eos_token", nullptr}}) {
        token.text = spelling(config, key);
        if (token.text.empty() && other) token.text = spelling(config, other);
        if (token.text.empty())
            return fail(ErrorKind::not_found, "processor/tokenizer_config.json does not name its {}.", key);
        auto id = tokenizer.id_of(token.text);
        if (!id)
            return fail(ErrorKind::corrupt_file, "processor/tokenizer.json has no token \"{}\" ({}).",
                        clip(token.text, 80), key);
        token.id = *id;
    }
    return tokens;
}

/// chat_template.jinja, or the `chat_template` of tokenizer_config.json; empty when there is neither.
Result<std::string> find_template(const PromptBuilder::ReadText& read, const json& config) {
    auto own = read("chat_template.jinja");
    if (own || own.error().kind != ErrorKind::not_found) return own;
    auto value = config.find("chat_template");
    return value != config.end() && value->is_string() ? value->get<std::string>() : std::string();
}

std::string_view strip(std::string_view text) {
    std::size_t begin = text.size(), end = 0;
    for (std::size_t at = 0; at < text.size();) {
        Utf8Char c = decode_utf8(text, at);
        if (!is_white_space(c.code)) begin = std::min(begin, at), end = at + c.bytes;
        at += c.bytes;
    }
    return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

}  // namespace

std::vector<Grid> Prompt::grids() const {
    std::vector<Grid> all = sources;
    all.push_back(large);
    if (sources.empty()) all.push_back(preview);
    return all;
}

Grid preview_grid(Grid large) {
    const double ratio = static_cast<double>(large.rows) / large.columns;
    return {static_cast<int>(std::sqrt(ratio) * preview_side), static_cast<int>(std::sqrt(1 / ratio) * preview_side)};
}

PromptBuilder::PromptBuilder(BpeTokenizer tokenizer, SpecialTokens tokens, ChatTemplate chat)
    : tokenizer_(std::move(tokenizer)), tokens_(std::move(tokens)), chat_(chat) {}

Result<PromptBuilder> PromptBuilder::open(const fs::path& folder) {
    return open([&folder](const std::string& name) { return read_file(folder / name, most_file_bytes); });
}

Result<PromptBuilder> PromptBuilder::open(const ReadText& read) {
    auto vocabulary = read("tokenizer.json");
    if (!vocabulary) return pass_on(vocabulary);
    auto tokenizer = BpeTokenizer::parse(*vocabulary, "processor/tokenizer.json");
    if (!tokenizer) return pass_on(tokenizer);
    auto settings = read("tokenizer_config.json");
    if (!settings) return pass_on(settings);
    auto config = parse_json(*settings, "processor/tokenizer_config.json");
    if (!config) return pass_on(config);
    if (!config->is_object())
        return fail(ErrorKind::corrupt_file, "processor/tokenizer_config.json does not hold a JSON object.");
    auto tokens = read_special_tokens(*config, *tokenizer);
    if (!tokens) return pass_on(tokens);
    auto jinja = find_template(read, *config);
    if (!jinja) return pass_on(jinja);
    ChatTemplate chat;
    if (!jinja->empty()) {
        auto known = ChatTemplate::recognise(*jinja, *tokens);
        if (!known) return pass_on(known);
        chat = *known;
    }
    return PromptBuilder(std::move(*tokenizer), std::move(*tokens), chat);
}

Result<Prompt> PromptBuilder::build(std::string_view prompt, int height, int width,
                                    const std::vector<Grid>& sources) const {
    for (int side : {height, width})
        if (side < pixels_per_token || side > 16384)
            return fail(ErrorKind::invalid_input,
                        "A picture of {}×{} pixels is not possible: sides go from 32 to 16384.", width, height);
    std::size_t source_tokens = 0;
    for (const Grid& grid : sources) {
        if (grid.rows < 1 || grid.columns < 1 || grid.rows > 4096 || grid.columns > 4096)
            return fail(ErrorKind::invalid_input, "A source picture of {}×{} visual tokens is not possible.", grid.rows,
                        grid.columns);
        source_tokens += static_cast<std::size_t>(grid.count());
    }
    if (source_tokens > max_source_tokens)
        return fail(ErrorKind::invalid_input,
                    "The source pictures make {} visual tokens together. Take fewer or smaller ones.", source_tokens);
    if (!sources.empty() && prompt.contains(tokens_.image.text))
        return fail(ErrorKind::invalid_input, "The prompt holds \"{}\", which stands for a picture. Leave it out.",
                    tokens_.image.text);

    Prompt result;
    result.sources = sources;
    result.large = {height / pixels_per_token, width / pixels_per_token};
    std::string text;
    for (const Grid& grid : sources) {
        text += tokens_.image_start.text;
        for (int i = 0; i < grid.count(); ++i) text += tokens_.image.text;
        text += tokens_.image_end.text;
    }
    text += chat_.text == ChatTemplate::Text::stripped ? strip(prompt) : prompt;
    const auto add_grid = [&](Grid grid) {
        text += std::format("{}{} {}{}", tokens_.grid_start.text, grid.rows, grid.columns, tokens_.grid_end.text);
    };
    add_grid(result.large);
    if (sources.empty()) {
        result.preview = preview_grid(result.large);
        add_grid(result.preview);
    }
    text += tokens_.image_start.text;
    auto ids = tokenizer_.encode(text);
    if (!ids) return pass_on(ids);
    result.ids = std::move(*ids);
    return result;
}

}  // namespace haibao
