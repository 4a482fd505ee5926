// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/text/pre_tokenizer.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uregex.h>

#include <variant>

#include "inference/base/utf8.h"

namespace haibao {
namespace {

using icu::UnicodeString;
using nlohmann::json;

/// How a Split treats what its pattern matches.
enum class Behavior { removed, isolated, merged_with_previous, merged_with_next, contiguous };

struct RegexClose {
    void operator()(URegularExpression* regex) const { uregex_close(regex); }
};
using Regex = std::unique_ptr<URegularExpression, RegexClose>;

struct Split {
    Regex regex;
    Behavior behavior = Behavior::isolated;
    bool invert = false;
};
struct Digits {
    bool individual = false;
};
struct PrefixSpace {};
using Step = std::variant<Split, Digits, PrefixSpace>;

struct Normalization {
    const icu::Normalizer2* form = nullptr;  ///< null: lower case
};

/// A stretch of a piece, in UTF-16 units.
struct Stretch {
    std::int32_t begin, end;
    bool match;
};

// GPT-2's own pattern, which ByteLevel applies when `use_regex` is on.
constexpr const char* gpt2_pattern = R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";
constexpr std::size_t max_pattern = 8192;

std::string type_of(const json& part) {
    auto type = part.is_object() ? part.find("type") : part.end();
    return type != part.end() && type->is_string() ? type->get<std::string>() : std::string();
}

bool flag(const json& part, const char* key, bool otherwise) {
    auto value = part.find(key);
    return value != part.end() && value->is_boolean() ? value->get<bool>() : otherwise;
}

/// Writes \s, \d, \w and their opposites as sets of one, [\s]: the same to ICU, but it repeats sets without a stack
/// frame for every character, so that a megabyte of spaces matches in constant memory.
std::string as_sets(std::string_view pattern) {
    std::string out;
    int inside = 0;  // brackets
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char c = pattern[at];
        if (c == '\\' && at + 1 < pattern.size()) {
            const char kind = pattern[++at];
            if (kind == 'Q') return std::string(pattern);  // quoted text follows; not worth understanding
            const bool shorthand = inside == 0 && std::string_view("sSdDwW").contains(kind);
            out += shorthand ? std::string("[\\") + kind + "]" : std::string("\\") + kind;
            continue;
        }
        if (c == '[') ++inside;
        if (c == ']' && inside > 0) --inside;
        out += c;
    }
    return out;
}

Regex compile(const std::string& pattern, UErrorCode& code, std::uint32_t flags) {
    UParseError where;
    UnicodeString text = UnicodeString::fromUTF8(flags & UREGEX_LITERAL ? pattern : as_sets(pattern));
    return Regex(uregex_open(text.getBuffer(), text.length(), flags, &where, &code));
}

Result<Split> read_split(const json& part, std::string_view file) {
    auto pattern = part.find("pattern");
    const bool object =
        pattern != part.end() && pattern->is_object() && pattern->size() == 1 && pattern->begin()->is_string();
    const bool literal = object && pattern->contains("String");
    if (!object || (!literal && !pattern->contains("Regex")))
        return fail(ErrorKind::corrupt_file, "{}: a Split has no pattern.", file);
    const std::string& text = pattern->begin()->get_ref<const std::string&>();
    if (text.empty() || text.size() > max_pattern)
        return fail(ErrorKind::corrupt_file, "{}: a Split's pattern is {} bytes long.", file, text.size());
    UErrorCode code = U_ZERO_ERROR;
    auto regex = compile(text, code, literal ? UREGEX_LITERAL : 0);
    if (U_FAILURE(code))
        return fail(ErrorKind::corrupt_file, "{}: the pattern \"{}\" cannot be used ({}).", file, clip(text, 80),
                    u_errorName(code));
    Split split{std::move(regex), Behavior::isolated, flag(part, "invert", false)};

    auto behavior = part.find("behavior");
    const std::string word =
        behavior != part.end() && behavior->is_string() ? behavior->get<std::string>() : "Isolated";
    for (auto [known, value] : {std::pair("Removed", Behavior::removed),
                                {"Isolated", Behavior::isolated},
                                {"MergedWithPrevious", Behavior::merged_with_previous},
                                {"MergedWithNext", Behavior::merged_with_next},
                                {"Contiguous", Behavior::contiguous}})
        if (word == known) {
            split.behavior = value;
            return split;
        }
    return fail(ErrorKind::unsupported, "{}: a Split's behavior \"{}\" is not known.", file, clip(word, 40));
}

Result<void> read_step(const json& part, std::string_view file, std::vector<Step>& steps, int depth = 0) {
    const std::string type = type_of(part);
    if (part.is_null()) return {};
    if (type == "Sequence" && depth < 4) {
        auto parts = part.find("pretokenizers");
        if (parts == part.end() || !parts->is_array() || parts->size() > 32)
            return fail(ErrorKind::corrupt_file, "{}: the Sequence of pre-tokenizers is no list.", file);
        for (const json& inner : *parts)
            if (auto read = read_step(inner, file, steps, depth + 1); !read) return read;
        return {};
    }
    if (type == "Digits") {
        steps.emplace_back(Digits{flag(part, "individual_digits", false)});
        return {};
    }
    if (type == "ByteLevel") {
        if (flag(part, "add_prefix_space", true)) steps.emplace_back(PrefixSpace{});
        if (!flag(part, "use_regex", true)) return {};
        auto split = read_split(json{{"pattern", {{"Regex", gpt2_pattern}}}}, file);
        if (!split) return pass_on(split);
        steps.emplace_back(std::move(*split));
        return {};
    }
    if (type == "Split") {
        auto split = read_split(part, file);
        if (!split) return pass_on(split);
        steps.emplace_back(std::move(*split));
        return {};
    }
    return fail(ErrorKind::unsupported, "{}: the pre-tokenizer \"{}\" is not known here.", file, clip(type, 40));
}

Result<void> read_normalizer(const json& part, std::string_view file, std::vector<Normalization>& forms,
                             int depth = 0) {
    const std::string type = type_of(part);
    if (part.is_null()) return {};
    if (type == "Sequence" && depth < 4) {
        auto parts = part.find("normalizers");
        if (parts == part.end() || !parts->is_array() || parts->size() > 32)
            return fail(ErrorKind::corrupt_file, "{}: the Sequence of normalizers is no list.", file);
        for (const json& inner : *parts)
            if (auto read = read_normalizer(inner, file, forms, depth + 1); !read) return read;
        return {};
    }
    UErrorCode code = U_ZERO_ERROR;
    Normalization form;
    if (type == "NFC")
        form.form = icu::Normalizer2::getNFCInstance(code);
    else if (type == "NFD")
        form.form = icu::Normalizer2::getNFDInstance(code);
    else if (type == "NFKC")
        form.form = icu::Normalizer2::getNFKCInstance(code);
    else if (type == "NFKD")
        form.form = icu::Normalizer2::getNFKDInstance(code);
    else if (type != "Lowercase")
        return fail(ErrorKind::unsupported, "{}: the normalizer \"{}\" is not known here.", file, clip(type, 40));
    if (U_FAILURE(code)) return fail(ErrorKind::internal, "ICU's data for {} is missing.", type);
    forms.push_back(form);
    return {};
}

/// Stops a pattern that backtracks for too long; ICU asks every few thousand steps.
UBool U_CALLCONV within_deadline(const void* context, std::int32_t) {
    return !static_cast<const Deadline*>(context)->passed();
}

/// The stretches of `text`, matched and not, in order.
Result<std::vector<Stretch>> find_stretches(const Split& split, const UnicodeString& text, const Deadline& deadline) {
    UErrorCode code = U_ZERO_ERROR;
    // A pattern object holds the state of one search; clones share the compiled program.
    Regex regex(uregex_clone(split.regex.get(), &code));
    uregex_setMatchCallback(regex.get(), within_deadline, &deadline, &code);
    uregex_setStackLimit(regex.get(), 64 << 20, &code);
    uregex_setText(regex.get(), text.getBuffer(), text.length(), &code);
    std::vector<Stretch> stretches;
    std::int32_t reached = 0;
    for (unsigned count = 0; uregex_findNext(regex.get(), &code); ++count) {
        const std::int32_t begin = uregex_start(regex.get(), 0, &code), end = uregex_end(regex.get(), 0, &code);
        if (U_FAILURE(code) || (count % 256 == 0 && deadline.passed())) break;
        if (begin == end) continue;
        if (begin > reached) stretches.push_back({reached, begin, split.invert});
        stretches.push_back({begin, end, !split.invert});
        reached = end;
    }
    if (U_FAILURE(code) || deadline.passed())
        return fail(ErrorKind::unsupported, "The tokenizer's pattern takes too long on this text. Shorten it.");
    if (reached < text.length()) stretches.push_back({reached, text.length(), split.invert});
    return stretches;
}

/// Joins stretches as `behavior` says.
std::vector<Stretch> arrange(const std::vector<Stretch>& found, Behavior behavior) {
    if (behavior == Behavior::isolated) return found;
    std::vector<Stretch> out;
    for (const Stretch& stretch : found) {
        const bool follows = !out.empty() && out.back().end == stretch.begin;
        bool join = false;
        if (behavior == Behavior::removed && stretch.match) continue;
        if (behavior == Behavior::contiguous) join = follows && out.back().match == stretch.match;
        if (behavior == Behavior::merged_with_previous) join = follows && stretch.match && !out.back().match;
        if (behavior == Behavior::merged_with_next) join = follows && out.back().match && !stretch.match;
        if (join)
            out.back() = {out.back().begin, stretch.end, stretch.match};
        else
            out.push_back(stretch);
    }
    return out;
}

using Pieces = std::vector<UnicodeString>;

Result<Pieces> apply(const Split& split, const Pieces& pieces, const Deadline& deadline) {
    Pieces out;
    for (const UnicodeString& piece : pieces) {
        auto stretches = find_stretches(split, piece, deadline);
        if (!stretches) return pass_on(stretches);
        for (const Stretch& part : arrange(*stretches, split.behavior))
            out.emplace_back(piece, part.begin, part.end - part.begin);
    }
    return out;
}

Result<Pieces> apply(const Digits& digits, const Pieces& pieces, const Deadline&) {
    Pieces out;
    for (const UnicodeString& piece : pieces) {
        std::int32_t start = 0;
        bool in_number = false;
        for (std::int32_t at = 0; at < piece.length(); at = piece.moveIndex32(at, 1)) {
            const bool digit = (U_GET_GC_MASK(piece.char32At(at)) & U_GC_N_MASK) != 0;
            if (at > start && (digit != in_number || (digit && digits.individual))) {
                out.emplace_back(piece, start, at - start);
                start = at;
            }
            in_number = digit;
        }
        if (start < piece.length()) out.emplace_back(piece, start);
    }
    return out;
}

Result<Pieces> apply(const PrefixSpace&, const Pieces& pieces, const Deadline&) {
    Pieces out = pieces;
    for (UnicodeString& piece : out)
        if (!piece.isEmpty() && !u_isUWhiteSpace(piece.char32At(0))) piece = UnicodeString(u' ') + piece;
    return out;
}

}  // namespace

struct PreTokenizer::Steps {
    std::vector<Normalization> forms;
    std::vector<Step> steps;
};

PreTokenizer::PreTokenizer(std::unique_ptr<Steps> steps) : steps_(std::move(steps)) {}
PreTokenizer::PreTokenizer(PreTokenizer&&) noexcept = default;
PreTokenizer& PreTokenizer::operator=(PreTokenizer&&) noexcept = default;
PreTokenizer::~PreTokenizer() = default;

Result<PreTokenizer> PreTokenizer::read(const json& tokenizer, std::string_view file) {
    auto steps = std::make_unique<Steps>();
    if (auto part = tokenizer.find("normalizer"); part != tokenizer.end())
        if (auto read = read_normalizer(*part, file, steps->forms); !read) return pass_on(read);
    if (auto part = tokenizer.find("pre_tokenizer"); part != tokenizer.end())
        if (auto read = read_step(*part, file, steps->steps); !read) return pass_on(read);
    return PreTokenizer(std::move(steps));
}

Result<std::vector<std::string>> PreTokenizer::split(std::string_view text, const Deadline& deadline) const {
    UnicodeString whole =
        UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    for (const Normalization& form : steps_->forms) {
        UErrorCode code = U_ZERO_ERROR;
        whole = form.form ? form.form->normalize(whole, code) : whole.toLower(icu::Locale::getRoot());
        if (U_FAILURE(code))
            return fail(ErrorKind::internal, "ICU cannot normalise this text ({}).", u_errorName(code));
    }
    Pieces pieces{std::move(whole)};
    for (const Step& step : steps_->steps) {
        auto next = std::visit([&](const auto& kind) { return apply(kind, pieces, deadline); }, step);
        if (!next) return pass_on(next);
        pieces = std::move(*next);
    }
    std::vector<std::string> out;
    out.reserve(pieces.size());
    for (const UnicodeString& piece : pieces)
        if (!piece.isEmpty()) piece.toUTF8String(out.emplace_back());
    return out;
}

}  // namespace haibao
