// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>

#include "inference/base/utf8.h"
#include "inference/text/prompt.h"

/// A chat template is a program in Jinja. This file does not run it: it looks at everything that it could write, and
/// accepts it when that can only be what GLM-Image's prompts are made of (spec §2.1).
namespace haibao {
namespace {

/// A part of a template: text, {{ expression }} or {% statement %}. Comments are left out.
struct Part {
    enum class Kind { text, expression, statement } kind;
    std::string content;
};

std::string trimmed(std::string_view text) {
    const auto space = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    while (!text.empty() && space(text.front())) text.remove_prefix(1);
    while (!text.empty() && space(text.back())) text.remove_suffix(1);
    return std::string(text);
}

/// What white space control takes from the text before a tag: all of it with "{%-", else the indentation of a
/// statement on its own line (transformers sets lstrip_blocks).
std::string before_tag(std::string text, bool minus, bool statement) {
    const std::size_t last = text.find_last_not_of(minus ? " \t\r\n" : " \t");
    if (minus) return text.substr(0, last + 1);
    if (statement && (last == std::string::npos || text[last] == '\n')) return text.substr(0, last + 1);
    return text;
}

/// And from the text behind a tag: all of it with "-%}", else one newline behind a statement (trim_blocks).
void skip_behind_tag(std::string_view jinja, std::size_t& at, bool minus, bool statement) {
    if (minus)
        at = std::min(jinja.find_first_not_of(" \t\r\n", at), jinja.size());
    else if (statement && at < jinja.size() && jinja[at] == '\n')
        ++at;
}

std::optional<std::vector<Part>> split_template(std::string_view jinja) {
    std::vector<Part> parts;
    std::string text;
    for (std::size_t at = 0; at < jinja.size();) {
        const std::string_view here = jinja.substr(at, 2);
        if (here != "{{" && here != "{%" && here != "{#") {
            text += jinja[at++];
            continue;
        }
        const char kind = here[1];
        const std::string close = std::string(1, kind == '{' ? '}' : kind) + "}";
        const std::size_t end = jinja.find(close, at + 2);
        if (end == std::string_view::npos) return std::nullopt;
        std::string_view inside = jinja.substr(at + 2, end - at - 2);
        const bool minus_before = inside.starts_with('-'), minus_behind = inside.size() > 1 && inside.ends_with('-');
        if (minus_before || inside.starts_with('+')) inside.remove_prefix(1);
        if (minus_behind) inside.remove_suffix(1);
        text = before_tag(std::move(text), minus_before, kind != '{');
        if (!text.empty()) parts.push_back({Part::Kind::text, std::exchange(text, {})});
        if (kind != '#')
            parts.push_back({kind == '{' ? Part::Kind::expression : Part::Kind::statement, trimmed(inside)});
        at = end + 2;
        skip_behind_tag(jinja, at, minus_behind, kind != '{');
    }
    if (!text.empty()) parts.push_back({Part::Kind::text, text});
    return parts;
}

/// The value of an expression that spells out markers: 'a' + 'b', "…", bos_token, image_token.
std::optional<std::string> constant(std::string expression, const SpecialTokens& tokens) {
    std::string value;
    while (!expression.empty()) {
        if (expression[0] == '\'' || expression[0] == '"') {
            const std::size_t end = expression.find(expression[0], 1);
            if (end == std::string::npos) return std::nullopt;
            value += expression.substr(1, end - 1);
            expression = trimmed(std::string_view(expression).substr(end + 1));
        } else {
            const std::size_t end = std::min(expression.find_first_of(" +~"), expression.size());
            const std::string word = expression.substr(0, end);
            if (word == "bos_token")
                value += tokens.image_start.text;
            else if (word == "eos_token" || word == "pad_token")
                value += tokens.image_end.text;
            else if (word == "image_token")
                value += tokens.image.text;
            else
                return std::nullopt;
            expression = trimmed(std::string_view(expression).substr(end));
        }
        if (!expression.empty() && expression[0] != '+' && expression[0] != '~') return std::nullopt;
        if (!expression.empty()) expression = trimmed(std::string_view(expression).substr(1));
    }
    return value;
}

/// Whether an expression writes the user's text: item.text, message['content'], content; filters only trim.
std::optional<ChatTemplate::Text> user_text(const std::string& expression) {
    const std::size_t bar = expression.find('|');
    std::string path = trimmed(std::string_view(expression).substr(0, bar));
    bool stripped = false;
    if (bar != std::string::npos) {
        if (trimmed(std::string_view(expression).substr(bar + 1)) != "trim") return std::nullopt;
        stripped = true;
    }
    if (path.ends_with(".strip()")) {
        path.resize(path.size() - 8);
        stripped = true;
    }
    for (std::string_view word : {"text", "content"})
        for (std::string_view form : {"{}", ".{}", "['{}']", "[\"{}\"]"}) {
            std::string spelled(form);
            spelled.replace(spelled.find("{}"), 2, word);
            if (form == "{}" ? path == spelled : path.ends_with(spelled))
                return stripped ? ChatTemplate::Text::stripped : ChatTemplate::Text::verbatim;
        }
    return std::nullopt;
}

std::string first_word(const std::string& statement) { return statement.substr(0, statement.find_first_of(" (")); }

}  // namespace

Result<ChatTemplate> ChatTemplate::recognise(std::string_view jinja, const SpecialTokens& tokens) {
    auto parts = split_template(jinja);
    if (!parts) return fail(ErrorKind::corrupt_file, "The model's chat template is cut off.");
    ChatTemplate chat;
    bool saw_text = false, saw_item_text = false;
    std::string written;       // everything constant, in order
    int generation_depth = 0;  // inside {% if add_generation_prompt %}, which is never asked for here
    for (const Part& part : *parts) {
        if (part.kind == Part::Kind::statement) {
            const std::string word = first_word(part.content);
            if (word == "if" && (generation_depth || part.content.contains("add_generation_prompt")))
                ++generation_depth;
            if (word == "endif" && generation_depth) --generation_depth;
            continue;
        }
        if (generation_depth) continue;
        if (part.kind == Part::Kind::text) {
            written += part.content;
        } else if (auto value = constant(part.content, tokens)) {
            written += *value;
        } else if (auto text = user_text(part.content)) {
            // Prompts are lists of items, so where a template also knows plain texts the item's treatment counts.
            const bool item = part.content.contains("text");
            if (!saw_text || (item && !saw_item_text)) chat.text = *text;
            saw_text = true;
            saw_item_text = saw_item_text || item;
        } else {
            return fail(ErrorKind::unsupported,
                        "The model's chat template writes \"{}\", which this program does not know.",
                        clip(part.content, 60));
        }
    }
    const std::string picture = tokens.image_start.text + tokens.image.text + tokens.image_end.text;
    if (!saw_text || written != picture)
        return fail(
            ErrorKind::unsupported,
            "The model's chat template writes \"{}\" around the text; this program knows only pictures as \"{}\".",
            clip(written, 80), picture);
    return chat;
}

}  // namespace haibao
