// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <filesystem>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

#include "inference/base/result.h"

namespace haibao {

/// What the tokens of a name stand for. A plain text, a number (`{n:0000}` pads it) or a moment (`{date:yyyyMMdd}`).
using NameValue = std::variant<QString, qint64, QDateTime>;

/// Gives the value of a token; `argument` is what stands after the colon (for `{col:NAME}` and `{layer:NAME}` the name).
/// Empty when the value is not known for this file: the token is then replaced by nothing, or by its `default` filter.
using NameValues = std::function<std::optional<NameValue>(const QString& token, const QString& argument)>;

enum class NameRules { any_system, windows_safe };

/// The one language for file names: --out, batch and data merge (export-spec §6).
///
/// Tokens: {doc} {title} {page} {n} {total} {preset} {fmt} {w} {h} {size} {mm_w} {mm_h} {dpi} {date:FORMAT} {time:FORMAT}
/// {seed} {prompt:40} {model} {lang} {hash8} {layer:NAME} {col:NAME} {row}. Numbers take zeros ({n:0000}), {prompt} and
/// {title} a greatest length. Filters: |lower |upper |slug |ascii |trim:20 |default:x. {{ and }} are braces, / makes
/// folders. Every component is made safe and cut to what a file system takes.
class NameTemplate {
public:
    /// Errors: invalid_input, with the position of what is wrong.
    static Result<NameTemplate> parse(const QString& text);

    /// A relative or absolute path. Errors: invalid_input when a component comes out empty.
    Result<std::filesystem::path> expand(const NameValues& values, NameRules rules = NameRules::any_system) const;

    /// Whether the token occurs: without one that differs from file to file a second file needs a number.
    bool uses(const QString& token) const;

private:
    struct Filter {
        QString name, argument;
    };
    struct Part {
        QString literal;  ///< used when `token` is empty
        QString token, argument;
        std::vector<Filter> filters;
    };
    static Result<Part> parse_token(const QString& body, qsizetype position);
    static QString value_of(const Part& part, const NameValues& values);

    std::vector<Part> parts_;
};

}  // namespace haibao
