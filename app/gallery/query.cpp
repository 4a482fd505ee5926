// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/query.h"

#include <algorithm>
#include <format>

#include "app/gallery/query_values.h"
#include "app/gallery/search_text.h"
#include "inference/base/utf8.h"

namespace haibao::gallery {
namespace {

constexpr std::size_t most_terms = 100;  // more is no question a person asks

/// One word of the query as it was typed.
struct Token {
    bool negated = false, quoted = false;
    std::string field;  ///< empty: plain words
    std::string value;
    std::size_t begin = 0, value_begin = 0, end = 0;
};

bool is_quote(char32_t code) { return code == '"' || code == U'“' || code == U'”' || code == U'„'; }
bool is_colon(char32_t code) { return code == ':' || code == U'：'; }

constexpr std::string_view field_names[] = {"tag",  "star", "stars", "label", "model",  "seed",    "size", "before", "after", "on",
                                            "text", "device", "album", "from", "is", "colour", "color", "similar", "sort", "id"};
bool is_field(std::string_view name) { return std::ranges::find(field_names, name) != std::end(field_names); }

class Parser {
public:
    Parser(std::string_view text, Time today) : text_(text), today_(today) {}

    std::expected<Query, QueryProblem> run() {
        Query query;
        bool join = false;  // the term before was followed by OR
        std::size_t terms = 0, last_or = 0;
        for (skip_space(); at_ < text_.size(); skip_space()) {
            auto token = next();
            if (!token) return std::unexpected(token.error());
            if (!token->quoted && token->field.empty() && !token->negated && (token->value == "OR" || token->value == "|")) {
                if (query.clauses.empty() || join) return problem(*token, "OR stands between two terms");
                join = true;
                last_or = token->begin;
                continue;
            }
            if (++terms > most_terms) return problem(*token, std::format("more than {} terms are too many", most_terms));
            if (token->field == "sort") {
                query.order = order_from(fold(token->value));
                if (!query.order) return problem(*token, std::format("“{}” is no order; there are newest, oldest, stars, largest, smallest, closest", token->value));
                continue;
            }
            auto term = term_of(*token);
            if (!term) return std::unexpected(term.error());
            if (!term->has_value()) continue;
            if (join) {
                if (token->negated || query.clauses.back().negated) return problem(*token, "OR cannot join what is excluded with -");
                query.clauses.back().any_of.push_back(std::move(**term));
            } else {
                query.clauses.push_back({token->negated, {std::move(**term)}});
            }
            join = false;
        }
        if (join) return std::unexpected(QueryProblem{last_or, last_or + 2, "OR stands between two terms"});
        return query;
    }

private:
    void skip_space() {
        while (at_ < text_.size()) {
            const Utf8Char c = decode_utf8(text_, at_);
            if (!is_white_space(c.code)) return;
            at_ += static_cast<std::size_t>(c.bytes);
        }
    }

    std::expected<Token, QueryProblem> next() {
        Token token;
        token.begin = at_;
        if (text_[at_] == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ' ') token.negated = true, ++at_;
        token.value_begin = at_;
        while (at_ < text_.size()) {
            const Utf8Char c = decode_utf8(text_, at_);
            if (is_white_space(c.code)) break;
            if (is_quote(c.code) && token.value.empty()) {
                if (auto done = take_quoted(token, static_cast<std::size_t>(c.bytes)); !done) return std::unexpected(done.error());
                break;
            }
            at_ += static_cast<std::size_t>(c.bytes);
            if (is_colon(c.code) && token.field.empty() && is_field(fold(token.value))) {
                token.field = fold(std::exchange(token.value, {}));
                token.value_begin = at_;
                continue;
            }
            append_utf8(token.value, c.code);
        }
        token.end = at_;
        return token;
    }

    std::expected<void, QueryProblem> take_quoted(Token& token, std::size_t quote_bytes) {
        const std::size_t opening = at_;
        token.quoted = true;
        for (at_ += quote_bytes; at_ < text_.size();) {
            const Utf8Char c = decode_utf8(text_, at_);
            at_ += static_cast<std::size_t>(c.bytes);
            if (is_quote(c.code)) return {};
            append_utf8(token.value, c.code);
        }
        return std::unexpected(QueryProblem{opening, text_.size(), "the quote that begins here is not closed"});
    }

    /// Nothing where a word has nothing to look for.
    std::expected<std::optional<Term>, QueryProblem> term_of(const Token& token) {
        Term term;
        term.begin = token.begin;
        term.end = token.end;
        if (token.field.empty()) {
            term.text = fold(token.value);
            if (term.text.empty()) return std::nullopt;
            return term;
        }
        if (token.value.empty()) return problem(token, std::format("something must follow {}:", token.field));
        if (auto filled = fill(term, token.field, token.value); !filled)
            return std::unexpected(QueryProblem{token.value_begin, token.end, std::move(filled.error())});
        return term;
    }

    std::expected<void, std::string> fill(Term& term, const std::string& field, const std::string& value) const {
        if (field == "size") {
            term.field = Field::size;
            return parse_size(value, term);
        }
        if (field == "before" || field == "after" || field == "on") return fill_date(term, field, value);
        if (field == "colour" || field == "color") {
            auto colour = parse_colour(fold(value));
            if (!colour) return Problem(colour.error());
            term.field = Field::colour;
            term.colour = *colour;
            return {};
        }
        for (const auto& [name, kind] : {std::pair{"star", Field::star}, {"stars", Field::star}, {"seed", Field::seed}, {"similar", Field::similar}, {"id", Field::id}})
            if (field == name) return fill_number(term, kind, value);
        const std::string word = fold(value);
        if (field == "label") return fill_choice(term, Field::label, label_from(word), value, label_words);
        if (field == "from") return fill_choice(term, Field::from, origin_from(word), value, origin_words);
        if (field == "is") {
            const std::string plain = word == "trash" ? "trashed" : word;
            const auto found = std::ranges::find(is_words, plain);
            return fill_choice(term, Field::is, found == is_words.end() ? std::nullopt : std::optional(static_cast<Is>(found - is_words.begin())), value, is_words);
        }
        for (const auto& [name, kind] : {std::pair{"tag", Field::tag}, {"album", Field::album}, {"model", Field::model}, {"device", Field::device}, {"text", Field::text}})
            if (field == name) term.field = kind;
        term.text = word;
        return {};
    }

    std::expected<void, std::string> fill_date(Term& term, const std::string& field, const std::string& value) const {
        auto day = parse_day(value, today_);
        if (!day) return Problem(day.error());
        term.field = Field::date;
        if (field == "on") term.range = *day;
        else if (field == "after") term.range.low = day->low;
        else term.range.high = day->low - 1;
        return {};
    }

    static std::expected<void, std::string> fill_number(Term& term, Field field, const std::string& value) {
        auto range = parse_range(value);
        if (!range) return Problem(range.error());
        if (field == Field::similar && range->low != range->high) return Problem("similar: takes the number of one picture");
        if (field == Field::star && (range->low > 5 || range->high < 0)) return Problem("a picture has 0 to 5 stars");
        term.field = field;
        term.range = *range;
        return {};
    }

    template <class Choice, std::size_t N>
    static std::expected<void, std::string> fill_choice(Term& term, Field field, std::optional<Choice> choice, const std::string& value,
                                                        const std::array<const char*, N>& words) {
        if (!choice) {
            std::string all;
            for (const char* word : words) all += (all.empty() ? "" : ", ") + std::string(word);
            return Problem(std::format("“{}” is not known here; there are {}", value, all));
        }
        term.field = field;
        term.choice = static_cast<std::uint8_t>(*choice);
        return {};
    }

    static std::unexpected<QueryProblem> problem(const Token& token, std::string sentence) {
        return std::unexpected(QueryProblem{token.begin, token.end, std::move(sentence)});
    }

    std::string_view text_;
    Time today_;
    std::size_t at_ = 0;
};

std::size_t utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Char c = decode_utf8(text, at);
        units += c.code > 0xFFFF ? 2 : 1;
        at += static_cast<std::size_t>(c.bytes);
    }
    return units;
}

}  // namespace

std::optional<Order> order_from(std::string_view word) {
    if (word == "date") return Order::newest;
    if (word == "star") return Order::stars;
    if (word == "size") return Order::largest;
    const auto found = std::ranges::find(order_words, word);
    if (found == order_words.end()) return std::nullopt;
    return static_cast<Order>(found - order_words.begin());
}

Error to_error(const QueryProblem& problem, std::string_view query) {
    return {ErrorKind::invalid_input, std::format("The search cannot be understood at character {}: {}.", length(query.substr(0, problem.begin)) + 1, problem.message), {}};
}

QueryProblem in_utf16(QueryProblem problem, std::string_view query) {
    const std::size_t begin = utf16_units(query.substr(0, problem.begin));
    problem.end = begin + utf16_units(query.substr(problem.begin, problem.end - problem.begin));
    problem.begin = begin;
    return problem;
}

std::expected<Query, QueryProblem> parse_query(std::string_view text, Time today) { return Parser(text, today).run(); }

std::string quoted_value(std::string_view value) {
    const bool plain = !value.empty() && value.find_first_of(" \t\n") == std::string_view::npos;
    if (plain) return std::string(value);
    std::string text(value);
    std::erase(text, '"');
    return "\"" + text + "\"";
}

}  // namespace haibao::gallery
