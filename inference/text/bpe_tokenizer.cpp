// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/text/bpe_tokenizer.h"

#include <algorithm>
#include <array>
#include <queue>
#include <unordered_map>

#include "inference/base/files.h"
#include "inference/base/json.h"
#include "inference/base/utf8.h"
#include "inference/text/added_tokens.h"
#include "inference/text/pre_tokenizer.h"

namespace haibao {
namespace {

using nlohmann::json;

constexpr JsonLimits tokenizer_limits{.bytes = 128u << 20, .values = 8'000'000, .depth = 32};
constexpr std::int32_t max_id = 1 << 24;
constexpr std::size_t max_token_bytes = 4096, max_text_bytes = 16u << 20;

/// The letters that byte-level BPE spells bytes with: printable ones for themselves, the others U+0100 upwards.
const std::array<std::string, 256>& byte_letters() {
    static const auto letters = [] {
        std::array<std::string, 256> table;
        char32_t next = 0x100;
        for (char32_t byte = 0; byte < 256; ++byte) {
            const bool printable = (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
            append_utf8(table[byte], printable ? byte : next++);
        }
        return table;
    }();
    return letters;
}

struct Merge {
    std::int32_t rank, result;
};

std::uint64_t pair_key(std::int32_t left, std::int32_t right) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32 | static_cast<std::uint32_t>(right);
}

/// A string with a hash that finds it by string_view too.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
using Vocabulary = std::unordered_map<std::string, std::int32_t, TextHash, std::equal_to<>>;
using Merges = std::unordered_map<std::uint64_t, Merge>;

/// Applies merges in the order of their rank, leftmost first, until none is left: n·log n by a heap and a linked list.
class Word {
public:
    explicit Word(std::vector<std::int32_t> ids) {
        symbols_.reserve(ids.size());
        const auto count = static_cast<std::int32_t>(ids.size());
        for (std::int32_t i = 0; i < count; ++i) symbols_.push_back({ids[i], i - 1, i + 1 < count ? i + 1 : -1});
    }

    void merge(const Merges& merges, std::vector<std::int32_t>& out) {
        for (std::int32_t i = 0; i + 1 < static_cast<std::int32_t>(symbols_.size()); ++i) offer(merges, i);
        while (!queue_.empty()) {
            const Candidate best = queue_.top();
            queue_.pop();
            Symbol& left = symbols_[best.at];
            if (left.id < 0 || left.next < 0) continue;
            Symbol& right = symbols_[left.next];
            auto merge = merges.find(pair_key(left.id, right.id));
            if (merge == merges.end() || merge->second.result != best.result) continue;  // an older offer
            left.id = best.result;
            left.next = right.next;
            right.id = -1;
            if (left.next >= 0) symbols_[left.next].previous = best.at;
            if (left.previous >= 0) offer(merges, left.previous);
            offer(merges, best.at);
        }
        for (const Symbol& symbol : symbols_)
            if (symbol.id >= 0) out.push_back(symbol.id);
    }

private:
    struct Symbol {
        std::int32_t id, previous, next;  ///< id −1: merged into the one before
    };
    struct Candidate {
        std::int32_t rank, at, result;
        bool operator<(const Candidate& other) const {
            return rank != other.rank ? rank > other.rank : at > other.at;  // the queue's top is its largest
        }
    };
    void offer(const Merges& merges, std::int32_t at) {
        if (symbols_[at].next < 0) return;
        auto merge = merges.find(pair_key(symbols_[at].id, symbols_[symbols_[at].next].id));
        if (merge != merges.end()) queue_.push({merge->second.rank, at, merge->second.result});
    }

    std::vector<Symbol> symbols_;
    std::priority_queue<Candidate> queue_;
};

bool flag(const json& object, const char* key) {
    auto value = object.find(key);
    return value != object.end() && value->is_boolean() && value->get<bool>();
}

/// Null or empty.
bool absent(const json& object, const char* key) {
    auto value = object.find(key);
    return value == object.end() || value->is_null() ||
           (value->is_string() && value->get_ref<const std::string&>().empty());
}

}  // namespace

struct BpeTokenizer::Parts {
    explicit Parts(PreTokenizer splitter) : pre_tokenizer(std::move(splitter)) {}

    Vocabulary vocabulary;                               ///< the model's own tokens
    Vocabulary added;                                    ///< added tokens by content
    std::unordered_map<std::int32_t, std::string> text;  ///< both, by id
    Merges merges;
    bool ignore_merges = false;
    std::int32_t unknown = -1;
    AddedTokens raw, normalized;  ///< the former are cut out first
    PreTokenizer pre_tokenizer;
    std::array<std::int32_t, 256> byte_ids{};

    Result<void> read_model(const json& model, std::string_view file);
    Result<void> read_merges(const json& list, std::string_view file);
    Result<void> read_added(const json& list, std::string_view file);
    void encode_word(std::string_view word, std::vector<std::int32_t>& ids) const;
};

Result<void> BpeTokenizer::Parts::read_model(const json& model, std::string_view file) {
    auto type = model.is_object() ? model.find("type") : model.end();
    if (model.is_object() && type != model.end() && *type != "BPE")
        return fail(ErrorKind::unsupported, "{}: the model is not BPE.", file);
    auto words = model.is_object() ? model.find("vocab") : model.end();
    auto list = model.is_object() ? model.find("merges") : model.end();
    if (words == model.end() || !words->is_object() || list == model.end() || !list->is_array())
        return fail(ErrorKind::corrupt_file, "{} holds no BPE vocabulary with merges.", file);
    if (flag(model, "byte_fallback") || !absent(model, "dropout") || !absent(model, "continuing_subword_prefix") ||
        !absent(model, "end_of_word_suffix"))
        return fail(ErrorKind::unsupported, "{}: byte_fallback, dropout, prefixes and suffixes are not known here.",
                    file);
    ignore_merges = flag(model, "ignore_merges");
    vocabulary.reserve(words->size());
    for (const auto& [word, id] : words->items()) {
        if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= max_id || word.size() > max_token_bytes)
            return fail(ErrorKind::corrupt_file, "{}: the vocabulary's entry \"{}\" is not a token with an id.", file,
                        clip(word, 80));
        vocabulary.emplace(word, id.get<std::int32_t>());
        text.emplace(id.get<std::int32_t>(), word);
    }
    if (auto word = model.find("unk_token"); word != model.end() && word->is_string())
        if (auto found = vocabulary.find(word->get_ref<const std::string&>()); found != vocabulary.end())
            unknown = found->second;
    for (int byte = 0; byte < 256; ++byte) {
        auto found = vocabulary.find(byte_letters()[byte]);
        byte_ids[byte] = found == vocabulary.end() ? unknown : found->second;
    }
    return read_merges(*list, file);
}

Result<void> BpeTokenizer::Parts::read_merges(const json& list, std::string_view file) {
    merges.reserve(list.size());
    std::string joined;
    for (std::size_t rank = 0; rank < list.size(); ++rank) {
        const json& entry = list[rank];
        std::string_view left, right;
        if (entry.is_string()) {
            const std::string_view line = entry.get_ref<const std::string&>();
            const std::size_t space = line.find(' ');
            if (space != std::string_view::npos) left = line.substr(0, space), right = line.substr(space + 1);
        } else if (entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_string()) {
            left = entry[0].get_ref<const std::string&>(), right = entry[1].get_ref<const std::string&>();
        }
        joined.assign(left).append(right);
        auto a = vocabulary.find(left), b = vocabulary.find(right), whole = vocabulary.find(joined);
        if (left.empty() || right.empty() || a == vocabulary.end() || b == vocabulary.end() ||
            whole == vocabulary.end())
            return fail(ErrorKind::corrupt_file, "{}: merge number {} does not join two tokens to a third.", file,
                        rank + 1);
        merges.insert_or_assign(pair_key(a->second, b->second), Merge{static_cast<std::int32_t>(rank), whole->second});
    }
    return {};
}

Result<void> BpeTokenizer::Parts::read_added(const json& list, std::string_view file) {
    if (!list.is_array()) return fail(ErrorKind::corrupt_file, "{}: \"added_tokens\" is no list.", file);
    for (const json& entry : list) {
        auto content = entry.is_object() ? entry.find("content") : entry.end();
        auto number = entry.is_object() ? entry.find("id") : entry.end();
        if (content == entry.end() || !content->is_string() || number == entry.end() || !number->is_number_unsigned() ||
            number->get<std::uint64_t>() >= max_id || content->get_ref<const std::string&>().size() > max_token_bytes)
            return fail(ErrorKind::corrupt_file, "{}: an entry of \"added_tokens\" is not a token with an id.", file);
        AddedToken token{content->get<std::string>(), number->get<std::int32_t>(), flag(entry, "single_word"),
                         flag(entry, "lstrip"), flag(entry, "rstrip")};
        if (auto known = vocabulary.find(token.content); known != vocabulary.end()) token.id = known->second;
        added.insert_or_assign(token.content, token.id);
        text.insert_or_assign(token.id, token.content);
        (flag(entry, "normalized") ? normalized : raw).add(std::move(token));
    }
    return {};
}

void BpeTokenizer::Parts::encode_word(std::string_view word, std::vector<std::int32_t>& ids) const {
    if (ignore_merges && word.size() <= max_token_bytes) {
        std::string letters;
        for (char byte : word) letters += byte_letters()[static_cast<unsigned char>(byte)];
        if (auto found = vocabulary.find(letters); found != vocabulary.end()) {
            ids.push_back(found->second);
            return;
        }
    }
    std::vector<std::int32_t> bytes;
    bytes.reserve(word.size());
    for (char byte : word)
        if (std::int32_t id = byte_ids[static_cast<unsigned char>(byte)]; id >= 0) bytes.push_back(id);
    Word(std::move(bytes)).merge(merges, ids);
}

BpeTokenizer::BpeTokenizer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
BpeTokenizer::BpeTokenizer(BpeTokenizer&&) noexcept = default;
BpeTokenizer& BpeTokenizer::operator=(BpeTokenizer&&) noexcept = default;
BpeTokenizer::~BpeTokenizer() = default;

Result<BpeTokenizer> BpeTokenizer::load(const std::filesystem::path& tokenizer_json) {
    auto text = read_file(tokenizer_json, tokenizer_limits.bytes);
    if (!text) return pass_on(text);
    return parse(*text, short_name(tokenizer_json));
}

Result<BpeTokenizer> BpeTokenizer::parse(std::string_view text, std::string_view file) {
    auto parsed = parse_json(text, file, tokenizer_limits);
    if (!parsed) return pass_on(parsed);
    if (!parsed->is_object() || !parsed->contains("model"))
        return fail(ErrorKind::corrupt_file, "{} is not a tokenizer: it has no \"model\".", file);
    auto splitter = PreTokenizer::read(*parsed, file);
    if (!splitter) return pass_on(splitter);
    auto parts = std::make_unique<Parts>(std::move(*splitter));
    if (auto read = parts->read_model((*parsed)["model"], file); !read) return pass_on(read);
    if (auto list = parsed->find("added_tokens"); list != parsed->end())
        if (auto read = parts->read_added(*list, file); !read) return pass_on(read);
    return BpeTokenizer(std::move(parts));
}

Result<std::vector<std::int32_t>> BpeTokenizer::encode(std::string_view text) const {
    if (text.size() > max_text_bytes)
        return fail(ErrorKind::invalid_input, "The text is {} bytes long; at most {} are possible.", text.size(),
                    max_text_bytes);
    const std::string valid = valid_utf8(text);
    const Deadline deadline(std::chrono::milliseconds(5000 + valid.size() / 64));
    std::vector<std::int32_t> ids;
    for (const TextPiece& piece : parts_->raw.split(valid)) {
        if (piece.id >= 0) {
            ids.push_back(piece.id);
            continue;
        }
        for (const TextPiece& part : parts_->normalized.split(piece.text)) {
            if (part.id >= 0) {
                ids.push_back(part.id);
                continue;
            }
            auto words = parts_->pre_tokenizer.split(part.text, deadline);
            if (!words) return pass_on(words);
            for (const std::string& word : *words) parts_->encode_word(word, ids);
        }
    }
    return ids;
}

std::optional<std::int32_t> BpeTokenizer::id_of(std::string_view token) const {
    for (const Vocabulary* words : {&parts_->added, &parts_->vocabulary})
        if (auto found = words->find(token); found != words->end()) return found->second;
    return std::nullopt;
}

std::optional<std::string> BpeTokenizer::token(std::int32_t id) const {
    auto found = parts_->text.find(id);
    if (found == parts_->text.end()) return std::nullopt;
    return found->second;
}

std::string BpeTokenizer::decode(const std::vector<std::int32_t>& ids) const {
    static const auto bytes_of = [] {
        std::unordered_map<char32_t, char> table;
        for (int byte = 0; byte < 256; ++byte)
            table[decode_utf8(byte_letters()[byte], 0).code] = static_cast<char>(byte);
        return table;
    }();
    std::string text;
    for (std::int32_t id : ids) {
        auto found = parts_->text.find(id);
        if (found == parts_->text.end()) continue;
        const std::string& token = found->second;
        if (parts_->added.contains(token)) {
            text += token;
            continue;
        }
        for (std::size_t at = 0; at < token.size();) {
            Utf8Char c = decode_utf8(token, at);
            if (auto byte = bytes_of.find(c.code); byte != bytes_of.end()) text += byte->second;
            at += c.bytes;
        }
    }
    return valid_utf8(text);
}

std::int32_t BpeTokenizer::size() const {
    std::int32_t size = 0;
    for (const auto& [id, token] : parts_->text) size = std::max(size, id + 1);
    return size;
}

}  // namespace haibao
