// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "inference/base/result.h"
#include "inference/text/bpe_tokenizer.h"

namespace haibao {

/// The tokens with a meaning for the language model, by tokenizer_config.json (spec §2.3).
struct SpecialTokens {
    struct Token {
        std::string text;
        std::int32_t id = 0;
    };
    Token image_start;  ///< bos_token: before a source picture and where generation starts
    Token image_end;    ///< eos_token = pad_token
    Token image;        ///< one placeholder per visual token of a source picture
    Token grid_start;   ///< <sop>
    Token grid_end;     ///< <eop>
};

/// What a chat template does with a message, as far as this model needs one (spec §2.1).
struct ChatTemplate {
    enum class Text { verbatim, stripped };
    Text text = Text::verbatim;

    /// Recognises the released shape: pictures become start, image, end; text goes through as it is or trimmed; no
    /// roles. Errors: unsupported (a template that writes anything else).
    static Result<ChatTemplate> recognise(std::string_view jinja, const SpecialTokens& tokens);
};

/// Rows and columns of visual tokens (one per 32×32 pixels), or of picture patches.
struct Grid {
    int rows = 0, columns = 0;
    int count() const { return rows * columns; }
    bool operator==(const Grid&) const = default;
};

/// What the language model is asked (spec §2.2, §2.4).
struct Prompt {
    std::vector<std::int32_t> ids;  ///< with `image` placeholders, one per visual token of each source
    std::vector<Grid> sources;
    Grid large;    ///< the picture: H/32 × W/32
    Grid preview;  ///< 0×0 with sources, else the small picture that is generated first

    /// The reference's image_grid_thw without t: sources, large, and preview where there is one.
    std::vector<Grid> grids() const;
    int large_offset() const { return preview.count(); }  ///< generated ids before those of the large grid
    int max_new_tokens() const { return preview.count() + large.count() + 1; }
};

/// Makes prompts with the tokenizer of a checkpoint's processor/ folder.
class PromptBuilder {
public:
    /// Reads tokenizer.json, tokenizer_config.json and chat_template.jinja (or the config's `chat_template`; without
    /// both the released template's behaviour). Errors: not_found, corrupt_file, unsupported.
    static Result<PromptBuilder> open(const std::filesystem::path& processor_folder);
    /// The same from wherever those files are kept: `read` gives the text of one, or not_found.
    using ReadText = std::function<Result<std::string>(const std::string& name)>;
    static Result<PromptBuilder> open(const ReadText& read);

    /// `height` and `width` in pixels, each 32…16384; the grids are floors. Errors: invalid_input, unsupported.
    Result<Prompt> build(std::string_view prompt, int height, int width, const std::vector<Grid>& sources = {}) const;

    const BpeTokenizer& tokenizer() const { return tokenizer_; }
    const SpecialTokens& tokens() const { return tokens_; }

private:
    PromptBuilder(BpeTokenizer tokenizer, SpecialTokens tokens, ChatTemplate chat);

    BpeTokenizer tokenizer_;
    SpecialTokens tokens_;
    ChatTemplate chat_;
};

/// The preview's grid for a large one: trunc(sqrt(rows/columns)·16) and its mirror, about 256 tokens (spec §2.2).
Grid preview_grid(Grid large);

}  // namespace haibao
