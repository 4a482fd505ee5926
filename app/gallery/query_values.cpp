// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/query_values.h"

#include <QDateTime>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>

namespace haibao::gallery {
namespace {

using Limits = std::numeric_limits<std::int64_t>;

struct NamedColour {
    std::string_view name;
    std::uint32_t rgb;
};
constexpr NamedColour named_colours[] = {
    {"red", 0xD0312D},    {"orange", 0xF08A24}, {"yellow", 0xF5D033}, {"green", 0x3A9A4A}, {"cyan", 0x2FB8C6},  {"blue", 0x2B62C8},
    {"purple", 0x7B3FA0}, {"pink", 0xF08CB0},   {"brown", 0x7A4B2A},  {"black", 0x101010}, {"white", 0xF8F8F8}, {"grey", 0x808080},
    {"gray", 0x808080},   {"gold", 0xC9A13B},   {"beige", 0xE8DCC0},  {"navy", 0x1B2A52},  {"红", 0xD0312D},    {"红色", 0xD0312D},
    {"橙", 0xF08A24},     {"橙色", 0xF08A24},   {"黄", 0xF5D033},     {"黄色", 0xF5D033},  {"绿", 0x3A9A4A},    {"绿色", 0x3A9A4A},
    {"青", 0x2FB8C6},     {"青色", 0x2FB8C6},   {"蓝", 0x2B62C8},     {"蓝色", 0x2B62C8},  {"紫", 0x7B3FA0},    {"紫色", 0x7B3FA0},
    {"粉", 0xF08CB0},     {"粉色", 0xF08CB0},   {"棕", 0x7A4B2A},     {"棕色", 0x7A4B2A},  {"黑", 0x101010},    {"黑色", 0x101010},
    {"白", 0xF8F8F8},     {"白色", 0xF8F8F8},   {"灰", 0x808080},     {"灰色", 0x808080},  {"金", 0xC9A13B},    {"金色", 0xC9A13B},
};

/// The comparison that a value begins with; it is taken off.
std::string_view take_comparison(std::string_view& text) {
    for (const std::string_view sign : {">=", "<=", "≥", "≤", ">", "<", "="})
        if (text.starts_with(sign)) {
            text.remove_prefix(sign.size());
            return sign;
        }
    return "=";
}

Range range_of(std::string_view sign, std::int64_t value) {
    if (sign == ">=" || sign == "≥") return {value, Limits::max()};
    if (sign == "<=" || sign == "≤") return {Limits::min(), value};
    if (sign == ">") return {value == Limits::max() ? value : value + 1, Limits::max()};
    if (sign == "<") return {Limits::min(), value == Limits::min() ? value : value - 1};
    return {value, value};
}

/// Also seeds, whose 64 bits are kept in a signed number.
std::optional<std::int64_t> number_of(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

std::int64_t start_of(QDate day) { return day.startOfDay().toMSecsSinceEpoch(); }

std::optional<Range> ago(std::string_view text, QDate today) {
    const auto amount = number_of(text.substr(0, text.size() - 1));
    if (!amount || *amount < 0 || *amount > 100'000) return std::nullopt;
    const int n = static_cast<int>(*amount);
    QDate day;
    switch (text.back()) {
        case 'd': day = today.addDays(-n); break;
        case 'w': day = today.addDays(-7 * n); break;
        case 'm': day = today.addMonths(-n); break;
        case 'y': day = today.addYears(-n); break;
        default: return std::nullopt;
    }
    return day.isValid() ? std::optional(Range{start_of(day), start_of(day.addDays(1)) - 1}) : std::nullopt;
}

}  // namespace

std::expected<Range, std::string> parse_range(std::string_view text) {
    if (const auto dots = text.find(".."); dots != std::string_view::npos) {
        const auto low = number_of(text.substr(0, dots)), high = number_of(text.substr(dots + 2));
        if (low && high && *low <= *high) return Range{*low, *high};
        return Problem(std::format("“{}” is no range; write for example 2..4", text));
    }
    const std::string_view sign = take_comparison(text);
    if (const auto value = number_of(text)) return range_of(sign, *value);
    return Problem(std::format("“{}” is no number; write for example 4, >=4 or 2..4", text));
}

std::expected<Range, std::string> parse_day(std::string_view text, Time today) {
    const QDate now = QDateTime::fromMSecsSinceEpoch(today.time_since_epoch().count()).date();
    if (text == "today" || text == "今天") return Range{start_of(now), start_of(now.addDays(1)) - 1};
    if (text == "yesterday" || text == "昨天") return Range{start_of(now.addDays(-1)), start_of(now) - 1};
    const QString date = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).replace('/', '-');
    if (const QDate day = QDate::fromString(date, "yyyy-M-d"); day.isValid()) return Range{start_of(day), start_of(day.addDays(1)) - 1};
    if (const QDate month = QDate::fromString(date + "-1", "yyyy-M-d"); month.isValid() && date.count('-') == 1)
        return Range{start_of(month), start_of(month.addMonths(1)) - 1};
    if (text.size() == 4)
        if (const auto year = number_of(text); year && *year > 0) {
            const QDate first(static_cast<int>(*year), 1, 1);
            return Range{start_of(first), start_of(first.addYears(1)) - 1};
        }
    if (text.size() > 1)
        if (const auto range = ago(text, now)) return *range;
    return Problem(std::format("“{}” is no date; write for example 2026-11-25, 2026-11, 2026, today or 7d (seven days ago)", text));
}

std::expected<void, std::string> parse_size(std::string_view text, Term& term) {
    const std::string_view whole = text;
    if (const auto shape = std::ranges::find(shape_words, text); shape != shape_words.end()) {
        term.field = Field::shape;
        term.choice = static_cast<std::uint8_t>(shape - shape_words.begin());
        return {};
    }
    const std::string_view sign = take_comparison(text);
    if (text.ends_with("mp") || text.ends_with("MP")) {
        double megapixels = 0;
        const std::string_view digits = text.substr(0, text.size() - 2);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), megapixels);
        if (error == std::errc() && end == digits.data() + digits.size() && megapixels >= 0 && megapixels < 1e6) {
            term.field = Field::area;
            term.range = range_of(sign, std::llround(megapixels * 1e6));
            return {};
        }
    }
    std::size_t cross = text.find_first_of("xX"), sign_bytes = 1;
    if (cross == std::string_view::npos) cross = text.find("×"), sign_bytes = std::string_view("×").size();
    if (cross != std::string_view::npos) {
        const auto width = number_of(text.substr(0, cross)), height = number_of(text.substr(cross + sign_bytes));
        if (width && height) {
            term.range = range_of(sign, *width);
            term.second = range_of(sign, *height);
            term.has_second = true;
            return {};
        }
    } else if (const auto range = parse_range(whole)) {
        term.range = *range;
        return {};
    }
    return Problem(std::format("“{}” is no size; write for example 1024x1024, >=1024x768, >=1024, >=2mp or portrait", whole));
}

std::expected<LabColour, std::string> parse_colour(std::string_view text) {
    for (const NamedColour& named : named_colours)
        if (named.name == text) return lab_of(static_cast<std::uint8_t>(named.rgb >> 16), static_cast<std::uint8_t>(named.rgb >> 8), static_cast<std::uint8_t>(named.rgb));
    std::string digits(text.starts_with('#') ? text.substr(1) : text);
    if (digits.size() == 3) digits = {digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]};
    std::uint32_t rgb = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), rgb, 16);
    if (digits.size() == 6 && error == std::errc() && end == digits.data() + digits.size())
        return lab_of(static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8), static_cast<std::uint8_t>(rgb));
    return Problem(std::format("“{}” is no colour; write for example red, 红 or #c8442f", text));
}

const std::vector<std::string_view>& colour_words() {
    static const std::vector<std::string_view> words = [] {
        std::vector<std::string_view> names;
        for (const NamedColour& named : named_colours) names.push_back(named.name);
        return names;
    }();
    return words;
}

}  // namespace haibao::gallery
