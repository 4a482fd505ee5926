// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "inference/base/result.h"

struct UConverter;

namespace haibao::merge {

/// The encodings that tables come in, by the names that --encoding takes.
const std::vector<std::string>& text_encodings();

/// The encoding of a text by its byte order mark, by being valid UTF-8, else by ICU's detector among text_encodings().
/// `beginning`: some ten kilobytes, may be cut within a character.
std::string detect_encoding(std::span<const char> beginning);

/// Bytes → text, chunk by chunk and strictly.
class TextDecoder {
public:
    /// Any name that ICU knows. Errors: invalid_input, with the usual names.
    static Result<TextDecoder> open(const std::string& encoding);

    enum class More : std::uint8_t { yes, no };
    /// A byte order mark at the beginning is dropped. Errors: corrupt_file: bytes that mean nothing in this encoding.
    Result<QString> decode(std::span<const char> bytes, More more);
    const std::string& name() const { return name_; }

private:
    struct Close {
        void operator()(UConverter* converter) const;
    };
    explicit TextDecoder(UConverter* converter, std::string name) : converter_(converter), name_(std::move(name)) {}

    std::unique_ptr<UConverter, Close> converter_;
    std::string name_;
    bool begun_ = false;
};

}  // namespace haibao::merge
