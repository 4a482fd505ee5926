// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/text/quotes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "inference/base/utf8.h"

namespace haibao {
namespace {

/// One pass of `open([^openclose]*)close` over the bytes; works for marks of any UTF-8 length.
void collect(std::string_view prompt, std::string_view open, std::string_view close, std::vector<std::string>& texts) {
    std::size_t start = std::string_view::npos;  // behind the mark that may open a text
    for (std::size_t at = 0; at < prompt.size();) {
        const bool opened = start != std::string_view::npos;
        if (opened && prompt.substr(at).starts_with(close)) {
            texts.emplace_back(prompt.substr(start, at - start));
            start = std::string_view::npos;
            at += close.size();
        } else if (prompt.substr(at).starts_with(open)) {
            at += open.size();
            start = at;
        } else {
            ++at;
        }
    }
}

/// A mark in the text, with its place in both units.
struct Mark {
    std::size_t byte, utf16;
    int bytes;
};

struct Pair {
    Mark open, close;
};

/// Pairs opening and closing marks of one kind, innermost first, as brackets are paired.
class Pairing {
public:
    Pairing(char32_t open, char32_t close) : open_(open), close_(close) {}

    void see(char32_t code, const Mark& mark, std::vector<Pair>& pairs) {
        if (code == close_ && !waiting_.empty()) {
            pairs.push_back({waiting_.back(), mark});
            waiting_.pop_back();
        } else if (code == open_) {
            waiting_.push_back(mark);
        }
    }

private:
    char32_t open_, close_;
    std::vector<Mark> waiting_;
};

bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

/// Whether a straight " that has nothing to close is an inch mark: 24" wide.
bool is_inch_mark(char32_t before, std::string_view prompt, std::size_t after) {
    if (!is_digit(before)) return false;
    return after >= prompt.size() || is_white_space(decode_utf8(prompt, after).code);
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        Utf8Char c = decode_utf8(text, at);
        if (!is_white_space(c.code)) return false;
        at += c.bytes;
    }
    return true;
}

std::vector<Pair> find_pairs(std::string_view prompt, BookMarks book_marks) {
    std::vector<Pairing> kinds{{U'“', U'”'}, {U'「', U'」'}, {U'『', U'』'}};
    if (book_marks == BookMarks::accept) kinds.emplace_back(U'《', U'》');
    std::vector<Pair> pairs;
    std::optional<Mark> straight;
    char32_t before = 0;
    std::size_t utf16 = 0;
    for (std::size_t at = 0; at < prompt.size();) {
        const Utf8Char c = decode_utf8(prompt, at);
        const Mark mark{at, utf16, c.bytes};
        if (c.code == U'"') {
            if (straight)
                pairs.push_back({*straight, mark}), straight.reset();
            else if (!is_inch_mark(before, prompt, at + 1))
                straight = mark;
        }
        for (Pairing& kind : kinds) kind.see(c.code, mark, pairs);
        before = c.code;
        at += c.bytes;
        utf16 += c.code > 0xffff ? 2 : 1;
    }
    return pairs;
}

}  // namespace

std::vector<std::string> glyph_texts(std::string_view prompt) {
    std::vector<std::string> texts;
    collect(prompt, "'", "'", texts);
    collect(prompt, "“", "”", texts);
    collect(prompt, "\"", "\"", texts);
    collect(prompt, "「", "」", texts);
    return texts;
}

std::vector<TitleSpan> title_spans(std::string_view prompt, BookMarks book_marks) {
    std::vector<Pair> pairs = find_pairs(prompt, book_marks);
    std::ranges::sort(pairs, {}, [](const Pair& pair) { return pair.open.byte; });
    std::vector<TitleSpan> spans;
    std::size_t taken = 0;  // everything before this byte belongs to an earlier title
    for (const auto& [open, close] : pairs) {
        const std::size_t begin = open.byte + open.bytes;
        const std::string_view text = prompt.substr(begin, close.byte - begin);
        if (open.byte < taken || is_blank(text)) continue;
        taken = close.byte + close.bytes;
        spans.push_back({std::string(text),
                         {begin, close.byte, open.utf16 + 1, close.utf16},
                         {open.byte, taken, open.utf16, close.utf16 + 1}});
    }
    return spans;
}

}  // namespace haibao
