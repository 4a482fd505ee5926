// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/completion.h"

#include <algorithm>

#include "app/gallery/query.h"
#include "app/gallery/query_values.h"
#include "app/gallery/search_text.h"

namespace haibao::gallery {
namespace {

struct FieldHint {
    std::string_view name, hint;
};
constexpr FieldHint fields[] = {
    {"tag:", "pictures with this tag"},          {"star:", "stars: 4, >=4, 2..3"},           {"text:", "words on the picture"},
    {"colour:", "pictures with this colour"},    {"label:", "the label that you gave"},      {"album:", "an album or a saved search"},
    {"after:", "made from this day on"},         {"before:", "made before this day"},        {"on:", "made on this day, in this month or year"},
    {"size:", "1024x1024, >=2mp, portrait"},     {"model:", "painted by this model"},        {"seed:", "with this seed"},
    {"device:", "painted on cpu, vulkan, …"},    {"from:", "the program that made it"},      {"is:", "trashed, missing, linked, untagged, …"},
    {"similar:", "looks like picture number …"}, {"sort:", "newest, oldest, stars, largest, …"}};

class Completion {
public:
    Completion(Library& library, std::string_view query, std::size_t cursor, std::size_t most) : library_(library), most_(most) {
        cursor = std::min(cursor, query.size());
        // A quote that is still open belongs to the word.
        bool in_quotes = false;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < cursor; ++i) {
            if (query[i] == '"') in_quotes = !in_quotes;
            if (!in_quotes && (query[i] == ' ' || query[i] == '\t' || query[i] == '\n')) begin = i + 1;
        }
        if (begin < cursor && query[begin] == '-') ++begin;
        word_ = query.substr(begin, cursor - begin);
        begin_ = begin;
        end_ = cursor;
    }

    Result<std::vector<Suggestion>> run() {
        const auto colon = word_.find(':');
        if (colon == std::string_view::npos) {
            const std::string start = fold(word_);
            for (const FieldHint& field : fields)
                if (field.name.starts_with(start)) put(std::string(field.name), std::string(field.hint));
            return std::move(found_);
        }
        field_ = fold(word_.substr(0, colon + 1));
        std::string_view value = word_.substr(colon + 1);
        if (value.starts_with('"')) value.remove_prefix(1);
        start_ = fold(value);
        if (auto done = offer(); !done) return pass_on(done);
        return std::move(found_);
    }

private:
    Result<void> offer() {
        if (field_ == "tag:")
            return offer_rows("SELECT g.name, count(*) FROM tag g JOIN picture_tag pt ON pt.tag = g.id GROUP BY g.id ORDER BY 2 DESC");
        if (field_ == "album:") return offer_rows("SELECT name, NULL FROM album ORDER BY folded");
        if (field_ == "model:") return offer_rows("SELECT DISTINCT name, NULL FROM model WHERE name <> '' ORDER BY name");
        if (field_ == "device:") return offer_rows("SELECT DISTINCT device, NULL FROM picture WHERE device <> '' ORDER BY device");
        if (field_ == "label:") offer_words(label_words);
        if (field_ == "from:") offer_words(origin_words);
        if (field_ == "sort:") offer_words(order_words);
        if (field_ == "is:") offer_words(is_words);
        if (field_ == "size:") offer_words(shape_words);
        if (field_ == "colour:" || field_ == "color:") offer_words(colour_words());
        if (field_ == "star:") offer_words(std::array{"5", ">=4", ">=3", ">=1", "0"});
        if (field_ == "after:" || field_ == "before:" || field_ == "on:") offer_words(std::array{"today", "yesterday", "7d", "1m", "1y"});
        return {};
    }

    void offer_words(const auto& words) {
        for (const std::string_view word : words) put_value(std::string(word), {});
    }

    Result<void> offer_rows(const char* sql) {
        auto row = library_.prepared().query(sql);
        if (!row) return pass_on(row);
        for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
            if (!more) return pass_on(more);
            put_value((*row)->text(0), (*row)->is_null(1) ? std::string() : std::to_string((*row)->integer(1)));
        }
        return {};
    }

    void put_value(const std::string& value, std::string hint) {
        if (fold(value).starts_with(start_)) put(field_ + quoted_value(value), std::move(hint));
    }
    void put(std::string text, std::string hint) {
        if (found_.size() < most_) found_.push_back({std::move(text), std::move(hint), begin_, end_});
    }

    Library& library_;
    std::size_t most_;
    std::string_view word_;
    std::size_t begin_ = 0, end_ = 0;
    std::string field_, start_;
    std::vector<Suggestion> found_;
};

}  // namespace

Result<std::vector<Suggestion>> complete(Library& library, std::string_view query, std::size_t cursor, std::size_t most) {
    return Completion(library, query, cursor, most).run();
}

}  // namespace haibao::gallery
