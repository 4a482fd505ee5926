// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/query_sql.h"

#include <algorithm>

#include "app/gallery/search_text.h"

namespace haibao::gallery {
namespace {

constexpr int most_nested_albums = 8;

/// An FTS5 string; `column` empty = any.
std::string match_text(std::string_view column, std::string_view term) {
    std::string text = column.empty() ? std::string() : std::format("{} : ", column);
    text += '"';
    for (const char c : term) (text += c == '"' ? "\"" : "") += c;
    return text + '"';
}

Sql range_sql(std::string_view expression, const Range& range) {
    Sql sql;
    if (range.low == range.high) return sql.add(std::format("{} = ?", expression)).value(range.low);
    const bool has_low = range.low != Range().low, has_high = range.high != Range().high;
    if (has_low) sql.add(std::format("{} >= ?", expression)).value(range.low);
    if (has_low && has_high) sql.add(" AND ");
    if (has_high) sql.add(std::format("{} <= ?", expression)).value(range.high);
    if (!has_low && !has_high) sql.add("1");
    return sql;
}

std::string id_list(const std::vector<std::int64_t>& ids) {
    std::string list;
    for (const std::int64_t id : ids) list += std::format("{}{}", list.empty() ? "" : ",", id);
    return list;
}

class Compiler {
public:
    Compiler(Library& library, int depth) : library_(library), depth_(depth) {}

    Result<Compiled> run(const Query& query) {
        for (const Clause& clause : query.clauses) {
            if (!clause.negated) note_words(clause);
            Sql any;
            for (const Term& term : clause.any_of) {
                if (term.field == Field::colour || term.field == Field::similar) {
                    if (auto ranked = rank_by(clause, term); !ranked) return pass_on(ranked);
                    any.add("1");
                    break;
                }
                const bool alone = !clause.negated && clause.any_of.size() == 1;
                auto sql = condition(term, alone);
                if (!sql) return pass_on(sql);
                any.add(any.text.empty() ? "" : " OR ").add("(").add(*sql).add(")");
            }
            out_.conditions.add(clause.negated ? " AND NOT (" : " AND (").add(any).add(")");
        }
        add_word_sources();
        return std::move(out_);
    }

private:
    Result<void> rank_by(const Clause& clause, const Term& term) {
        if (clause.negated || clause.any_of.size() > 1 || depth_ > 0)
            return fail(ErrorKind::invalid_input, "colour: and similar: cannot be excluded, joined with OR or used in a saved search.");
        if (out_.colour || out_.similar) return fail(ErrorKind::invalid_input, "A search takes one colour: or one similar:, not several.");
        if (term.field == Field::colour) out_.colour = term.colour;
        else out_.similar = PictureId{term.range.low};
        return {};
    }

    /// `alone`: everything that is found must fulfil it, so that its ids are a source.
    Result<Sql> condition(const Term& term, bool alone) {
        Sql sql;
        switch (term.field) {
            case Field::words:
            case Field::text: return words(term);
            case Field::tag: return tag(term, alone);
            case Field::album: return album(term, alone);
            case Field::model: return model(term);
            case Field::star: return range_sql("p.stars", term.range);
            case Field::label: return sql.add("p.label = ?").value(std::int64_t{term.choice});
            case Field::from: return sql.add("p.origin = ?").value(std::int64_t{term.choice});
            case Field::device: return sql.add("p.device = ?").value(term.text);
            case Field::id: return range_sql("p.id", term.range);
            case Field::seed: {
                const Sql seed = range_sql("p.seed", term.range);
                if (alone && term.range.low == term.range.high) out_.sources.push_back({"SELECT id FROM picture WHERE seed = ?", {term.range.low}});
                return seed;
            }
            case Field::size:
                if (term.has_second) return range_sql("p.width", term.range).add(" AND ").add(range_sql("p.height", term.second));
                return range_sql("max(p.width, p.height)", term.range);
            case Field::area: return range_sql("p.width * p.height", term.range);
            case Field::date: return range_sql("p.created", term.range);
            case Field::shape:
                return sql.add(term.choice == std::uint8_t(Shape::portrait)    ? "p.height > p.width"
                               : term.choice == std::uint8_t(Shape::landscape) ? "p.width > p.height"
                                                                               : "p.width = p.height");
            case Field::is: return is(static_cast<Is>(term.choice), alone);
            case Field::colour:
            case Field::similar: break;
        }
        return sql.add("1");
    }

    Sql words(const Term& term) {
        out_.reads_text = true;
        return {term.field == Field::text ? "haibao_contains(t.title_words, ?)" : "haibao_contains(t.words, ?)", {term.text}};
    }

    /// For the indexes: a clause whose terms are all words of one kind. Others are only asked of the texts.
    void note_words(const Clause& clause) {
        const auto is_word = [](const Term& term) { return term.field == Field::words || term.field == Field::text; };
        const auto is_long = [&](const Term& term) { return is_word(term) && length(term.text) > 2; };
        const auto is_short = [&](const Term& term) { return is_word(term) && has_gram(term.text); };
        const bool all_long = std::ranges::all_of(clause.any_of, is_long), all_short = std::ranges::all_of(clause.any_of, is_short);
        if (!all_long && !all_short) return;
        std::string any;
        for (const Term& term : clause.any_of) any += (any.empty() ? "" : " OR ") + match_text(term.field == Field::text ? "titles" : "words", term.text);
        std::string& all = all_long ? trigrams_ : grams_;
        all += (all.empty() ? "(" : " AND (") + any + ")";
    }

    /// All words together: the index is quick at finding what they have in common.
    void add_word_sources() {
        if (!trigrams_.empty()) out_.sources.push_back({"SELECT rowid AS id FROM picture_trigrams WHERE picture_trigrams MATCH ?", {trigrams_}});
        if (!grams_.empty()) out_.sources.push_back({"SELECT rowid AS id FROM picture_grams WHERE picture_grams MATCH ?", {grams_}});
    }

    Result<std::vector<std::int64_t>> ids_where(const char* sql, const std::string& text, const auto& accept) {
        auto row = library_.prepared().query(sql);
        if (!row) return pass_on(row);
        std::vector<std::int64_t> ids;
        for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
            if (!more) return pass_on(more);
            if (accept((*row)->text(1), text)) ids.push_back((*row)->integer(0));
        }
        return ids;
    }

    Result<Sql> tag(const Term& term, bool alone) {
        const bool any_end = term.text.ends_with('*');
        const std::string name = any_end ? term.text.substr(0, term.text.size() - 1) : term.text;
        auto ids = ids_where("SELECT id, folded FROM tag", name,
                             [any_end](const std::string& folded, const std::string& wanted) { return any_end ? folded.starts_with(wanted) : folded == wanted; });
        if (!ids) return pass_on(ids);
        const std::string list = id_list(*ids);
        if (alone) out_.sources.push_back({std::format("SELECT DISTINCT picture AS id FROM picture_tag WHERE tag IN ({})", list), {}});
        return Sql{std::format("EXISTS(SELECT 1 FROM picture_tag pt WHERE pt.picture = p.id AND pt.tag IN ({}))", list), {}};
    }

    Result<Sql> model(const Term& term) {
        auto ids = ids_where("SELECT id, name || ' ' || sha256 FROM model", term.text,
                             [](const std::string& name, const std::string& wanted) { return fold(name).contains(wanted); });
        if (!ids) return pass_on(ids);
        return Sql{std::format("p.model IN ({})", id_list(*ids)), {}};
    }

    Result<Sql> album(const Term& term, bool alone) {
        auto id = library_.find_album(term.text);
        if (!id) return std::unexpected(Error{ErrorKind::invalid_input, id.error().message, id.error().context});
        auto all = library_.albums();
        if (!all) return pass_on(all);
        const auto found = std::ranges::find(*all, *id, &Album::id);
        if (found == all->end() || !found->query) {
            const std::int64_t number = static_cast<std::int64_t>(*id);
            if (alone) out_.sources.push_back({"SELECT picture AS id FROM album_picture WHERE album = ?", {number}});
            return Sql{"EXISTS(SELECT 1 FROM album_picture ap WHERE ap.picture = p.id AND ap.album = ?)", {number}};
        }
        if (depth_ >= most_nested_albums) return fail(ErrorKind::invalid_input, "The saved searches behind the album “{}” refer to each other in a circle.", found->name);
        auto query = parse_query(*found->query);
        if (!query) return std::unexpected(to_error(query.error(), *found->query));
        auto inner = Compiler(library_, depth_ + 1).run(*query);
        if (!inner) return pass_on(inner);
        out_.reads_text |= inner->reads_text;
        out_.in_trash |= alone && inner->in_trash;
        if (alone) std::ranges::move(inner->sources, std::back_inserter(out_.sources));
        return Sql{"1"}.add(inner->conditions);
    }

    Result<Sql> is(Is what, bool alone) {
        switch (what) {
            case Is::trashed: out_.in_trash |= alone; return Sql{"p.trashed IS NOT NULL", {}};
            case Is::missing: return Sql{"p.missing IS NOT NULL", {}};
            case Is::linked: return Sql{"p.linked = 1", {}};
            case Is::tagged: return Sql{"EXISTS(SELECT 1 FROM picture_tag pt WHERE pt.picture = p.id)", {}};
            case Is::untagged: return Sql{"NOT EXISTS(SELECT 1 FROM picture_tag pt WHERE pt.picture = p.id)", {}};
            case Is::starred: return Sql{"p.stars > 0", {}};
        }
        return Sql{"1", {}};
    }

    Library& library_;
    int depth_;
    Compiled out_;
    std::string trigrams_, grams_;
};

}  // namespace

Result<Compiled> compile(Library& library, const Query& query) { return Compiler(library, 0).run(query); }

}  // namespace haibao::gallery
