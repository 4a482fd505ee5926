// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/search.h"

#include <algorithm>

#include "app/gallery/query_sql.h"

// A page is found in one of two ways. What most pictures have is found soon by walking through them in the order asked for;
// so that is tried first, over `walk_rows` pictures. What few have is then taken from the index that names the fewest, and
// sorted. Neither way is slow where it is used (docs/performance.md).
namespace haibao::gallery {
namespace {

constexpr std::int64_t walk_rows = 3000;
/// How far the ids of an index are counted to compare it with others.
constexpr std::int64_t count_rows = 2000;
/// Less of a colour than this is not found.
constexpr float least_presence = 0.08f;
constexpr int most_distance = 9000;

struct OrderSql {
    std::vector<std::string_view> keys;  ///< the last is the id
    bool descending = true;
};

OrderSql order_sql(Order order) {
    switch (order) {
        case Order::newest: return {{"p.created", "p.id"}, true};
        case Order::oldest: return {{"p.created", "p.id"}, false};
        case Order::stars: return {{"p.stars", "p.created", "p.id"}, true};
        case Order::largest: return {{"p.width * p.height", "p.created", "p.id"}, true};
        case Order::smallest: return {{"p.width * p.height", "p.created", "p.id"}, false};
        case Order::closest: return {{"r.score", "p.id"}, false};
    }
    return {};
}

std::string list(const std::vector<std::string_view>& keys, std::string_view suffix = "") {
    std::string text;
    for (const std::string_view key : keys) text += std::format("{}{}{}", text.empty() ? "" : ", ", key, suffix);
    return text;
}

Sql behind(const OrderSql& order, const Cursor& cursor) {
    Sql sql;
    std::string marks;
    for (std::size_t i = 0; i < order.keys.size(); ++i) marks += i ? ", ?" : "?";
    sql.add(std::format(" AND ({}) {} ({})", list(order.keys), order.descending ? "<" : ">", marks));
    for (std::size_t i = 0; i < order.keys.size(); ++i) sql.value(cursor.key[i]);
    return sql;
}

/// A query ready to run in one order.
class Search {
public:
    static Result<Search> make(Library& library, const Query& query, Order order) {
        auto compiled = compile(library, query);
        if (!compiled) return pass_on(compiled);
        Search made(library, std::move(*compiled));
        made.order_ = query.order.value_or(made.ranked() ? Order::closest : order);
        if (made.order_ == Order::closest && !made.ranked())
            return fail(ErrorKind::invalid_input, "sort:closest needs colour: or similar:, which say to what.");
        if (made.ranked())
            if (auto done = made.rank(); !done) return pass_on(done);
        return made;
    }

    struct Found {
        std::vector<PictureId> ids;
        std::optional<Cursor> next;
    };

    Result<Found> page(std::size_t most, const std::optional<Cursor>& after) {
        if (walks()) {
            auto walked = run(walk(after), most);
            if (!walked || walked->ids.size() == most) return walked;
        }
        auto source = best_source();
        if (!source) return pass_on(source);
        return run(whole(*source, after), most);
    }

    Result<std::vector<PictureId>> all() {
        auto source = best_source();
        if (!source) return pass_on(source);
        auto found = run(whole(*source, {}), std::numeric_limits<std::int64_t>::max());
        if (!found) return pass_on(found);
        return std::move(found->ids);
    }

    Result<std::int64_t> count() {
        auto source = best_source();
        if (!source) return pass_on(source);
        auto statement = prepared(Sql{"SELECT count(*)"}.add(from(*source)).add(compiled_.conditions));
        if (!statement) return pass_on(statement);
        auto row = statement->step();
        if (!row) return pass_on(row);
        return statement->integer(0);
    }

    Result<std::string> plan() {
        auto source = best_source();
        if (!source) return pass_on(source);
        std::string lines;
        std::vector<Sql> statements;
        if (walks()) statements.push_back(walk({}));
        statements.push_back(whole(*source, {}));
        for (Sql& sql : statements) {
            auto statement = prepared(Sql{"EXPLAIN QUERY PLAN "}.add(sql).value(std::int64_t{100}));
            if (!statement) return pass_on(statement);
            for (auto row = statement->step(); !row || *row; row = statement->step()) {
                if (!row) return pass_on(row);
                lines += statement->text(3) + "\n";
            }
        }
        return lines;
    }

private:
    Search(Library& library, Compiled compiled) : library_(&library), compiled_(std::move(compiled)) {}

    /// Without a source the whole is a walk already.
    bool walks() const { return !ranked() && !compiled_.in_trash && !compiled_.sources.empty(); }
    bool ranked() const { return compiled_.colour || compiled_.similar; }

    /// The pictures to start from: all, a source, or what rank() found.
    Sql from(const Sql* source) const {
        Sql sql;
        if (ranked()) sql.add(" FROM temp.ranked r CROSS JOIN picture p ON p.id = r.id");
        else if (source) sql.add(" FROM (").add(*source).add(") s CROSS JOIN picture p ON p.id = s.id");
        else sql.add(" FROM picture p");
        if (compiled_.reads_text) sql.add(" CROSS JOIN picture_text t ON t.picture = p.id");
        return sql.add(compiled_.in_trash ? " WHERE p.trashed IS NOT NULL" : " WHERE p.trashed IS NULL");
    }

    std::string tail(const OrderSql& order) const { return std::format(" ORDER BY {} LIMIT ?", list(order.keys, order.descending ? " DESC" : "")); }

    Sql whole(const Sql* source, const std::optional<Cursor>& after) const {
        const OrderSql order = order_sql(order_);
        Sql sql{std::format("SELECT {}", list(order.keys))};
        sql.add(from(source)).add(compiled_.conditions);
        if (after) sql.add(behind(order, *after));
        return sql.add(tail(order));
    }

    /// Only the next `walk_rows` pictures in order.
    Sql walk(const std::optional<Cursor>& after) const {
        const OrderSql order = order_sql(order_ == Order::closest ? Order::newest : order_);
        Sql inner{"SELECT p.* FROM picture p WHERE p.trashed IS NULL"};
        if (after) inner.add(behind(order, *after));
        inner.add(std::format(" ORDER BY {} LIMIT {}", list(order.keys, order.descending ? " DESC" : ""), walk_rows));
        Sql sql{std::format("SELECT {} FROM (", list(order.keys))};
        sql.add(inner).add(") p");
        if (compiled_.reads_text) sql.add(" CROSS JOIN picture_text t ON t.picture = p.id");
        return sql.add(" WHERE 1").add(compiled_.conditions).add(tail(order));
    }

    Result<sqlite::Statement> prepared(const Sql& sql) {
        auto statement = library_->database().prepare(sql.text);
        if (!statement) return statement;
        int index = 0;
        for (const Value& value : sql.values) std::visit([&](const auto& one) { statement->bind(++index, one); }, value);
        return statement;
    }

    Result<Found> run(Sql sql, std::int64_t most) {
        auto statement = prepared(sql.value(most));
        if (!statement) return pass_on(statement);
        const std::size_t keys = order_sql(order_).keys.size();
        Found found;
        Cursor last;
        for (auto row = statement->step(); !row || *row; row = statement->step()) {
            if (!row) return pass_on(row);
            for (std::size_t i = 0; i < keys; ++i) last.key[i] = statement->integer(static_cast<int>(i));
            found.ids.push_back(PictureId{last.key[keys - 1]});
        }
        if (static_cast<std::int64_t>(found.ids.size()) == most) found.next = last;
        return found;
    }

    /// The source with the fewest ids, as far as they are worth counting.
    Result<const Sql*> best_source() {
        const Sql* best = nullptr;
        std::int64_t fewest = std::numeric_limits<std::int64_t>::max();
        if (ranked()) return best;
        for (const Sql& source : compiled_.sources) {
            if (compiled_.sources.size() == 1) return &source;
            auto statement = prepared(Sql{"SELECT count(*) FROM (SELECT 1 FROM ("}.add(source).add(std::format(") LIMIT {})", count_rows)));
            if (!statement) return pass_on(statement);
            auto row = statement->step();
            if (!row) return pass_on(row);
            if (statement->integer(0) < fewest) fewest = statement->integer(0), best = &source;
        }
        return best;
    }

    /// Fills temp.ranked with the closest pictures.
    Result<void> rank() {
        std::optional<Look> wanted;
        if (compiled_.similar) {
            auto look = library_->look(*compiled_.similar);
            if (!look) return pass_on(look);
            if (!*look) return fail(ErrorKind::not_found, "Picture {} is not in the library, or how it looks was not worked out yet (haibao-cli gallery check).",
                                    static_cast<std::int64_t>(*compiled_.similar));
            wanted = **look;
        }
        auto scores = scan(wanted);
        if (!scores) return pass_on(scores);
        if (scores->size() > ranked_most) {
            std::ranges::nth_element(*scores, scores->begin() + ranked_most);
            scores->resize(ranked_most);
        }
        auto& database = library_->database();
        if (auto done = database.execute("CREATE TEMP TABLE IF NOT EXISTS ranked(id INTEGER PRIMARY KEY, score INTEGER NOT NULL); BEGIN; DELETE FROM temp.ranked");
            !done)
            return done;
        for (const auto& [score, id] : *scores)
            if (auto done = library_->prepared().run("INSERT INTO temp.ranked(id, score) VALUES(?, ?)", id, score); !done) {
                (void)database.execute("ROLLBACK");
                return done;
            }
        return database.execute("COMMIT");
    }

    /// (score, id) of every picture that is close enough; a smaller score is closer.
    Result<std::vector<std::pair<std::int64_t, std::int64_t>>> scan(const std::optional<Look>& wanted) {
        std::vector<std::pair<std::int64_t, std::int64_t>> scores;
        auto row = library_->prepared().query("SELECT block, data FROM look ORDER BY block");
        if (!row) return pass_on(row);
        for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
            if (!more) return pass_on(more);
            const std::int64_t first = (*row)->integer(0) * std::int64_t{looks_per_block};
            const auto data = (*row)->blob(1);
            for (std::size_t slot = 0; (slot + 1) * look_bytes <= data.size(); ++slot) {
                const auto look = data.subspan(slot * look_bytes, look_bytes);
                if (look[0] != 1) continue;
                const std::int64_t id = first + static_cast<std::int64_t>(slot);
                if (wanted) {
                    const int gap = distance(look, wanted->descriptor);
                    if (gap <= most_distance && PictureId{id} != compiled_.similar) scores.emplace_back(gap, id);
                } else if (const float share = presence(look, *compiled_.colour); share >= least_presence) {
                    scores.emplace_back(static_cast<std::int64_t>(-1'000'000 * share), id);
                }
            }
        }
        return scores;
    }

    Library* library_;
    Compiled compiled_;
    Order order_ = Order::newest;
};

}  // namespace

Result<Page> search(Library& library, const Query& query, std::size_t most, std::optional<Cursor> after, Order order) {
    auto search = Search::make(library, query, order);
    if (!search) return pass_on(search);
    auto found = search->page(most, after);
    if (!found) return pass_on(found);
    auto pictures = library.pictures(found->ids);
    if (!pictures) return pass_on(pictures);
    return Page{std::move(*pictures), found->next};
}

Result<std::vector<PictureId>> search_ids(Library& library, const Query& query, Order order) {
    auto search = Search::make(library, query, order);
    if (!search) return pass_on(search);
    return search->all();
}

Result<std::int64_t> count(Library& library, const Query& query) {
    auto search = Search::make(library, query, Order::newest);
    if (!search) return pass_on(search);
    return search->count();
}

Result<std::string> explain(Library& library, const Query& query, Order order) {
    auto search = Search::make(library, query, order);
    if (!search) return pass_on(search);
    return search->plan();
}

}  // namespace haibao::gallery
