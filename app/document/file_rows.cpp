// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/file_rows.h"

#include <sqlite3.h>

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>
#include <map>

#include "app/document/json.h"
#include "app/document/references.h"

namespace haibao::document::rows {
namespace {

constexpr const char* steps[] = {
    // 1. Layers are JSON, so that a version that knows more fields can leave them in place; what is looked up has a column.
    R"(CREATE TABLE poster(id INTEGER PRIMARY KEY CHECK(id = 1), json TEXT NOT NULL);
       CREATE TABLE layers(id INTEGER PRIMARY KEY, parent INTEGER NOT NULL, position INTEGER NOT NULL, json TEXT NOT NULL);
       CREATE TABLE pictures(id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, media_type TEXT NOT NULL, name TEXT NOT NULL, bytes BLOB NOT NULL);
       CREATE TABLE fonts(family TEXT NOT NULL, face TEXT NOT NULL, file_sha256 TEXT NOT NULL);
       CREATE TABLE thumbnail(id INTEGER PRIMARY KEY CHECK(id = 1), png BLOB NOT NULL);)",
};

constexpr int operations_per_round = 10'000, most_rounds = 5'000;

std::span<const std::uint8_t> bytes_of(const QByteArray& bytes) {
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

std::string_view view(const QByteArray& bytes) { return {bytes.constData(), static_cast<std::size_t>(bytes.size())}; }

std::int64_t number(LayerId id) { return static_cast<std::int64_t>(id); }

QByteArray compact(const QJsonObject& json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

/// Prepares, lets `bind` set the parameters of each entry, and runs.
template <class Range, class Bind>
Result<void> run_each(sqlite::Database& database, const char* sql, const Range& range, Bind bind) {
    if (range.empty()) return {};
    auto statement = database.prepare(sql);
    if (!statement) return pass_on(statement);
    for (const auto& entry : range) {
        bind(*statement, entry);
        if (auto done = statement->run(); !done) return done;
    }
    return {};
}

Result<void> write_head(sqlite::Database& database, const Poster& after) {
    Poster head;
    head.page = after.page;
    head.styles = after.styles;
    head.info = after.info;
    head.unknown = after.unknown;
    QJsonObject json = to_json(head, PictureBytes::left_out);
    json.remove("layers");
    auto statement = database.prepare("INSERT INTO poster(id, json) VALUES(1, ?1) ON CONFLICT(id) DO UPDATE SET json = ?1");
    if (!statement) return pass_on(statement);
    statement->bind(1, view(compact(json)));
    return statement->run();
}

Result<void> write_pictures(sqlite::Database& database, const Diff& diff) {
    auto done = run_each(database, "DELETE FROM pictures WHERE sha256 = ?1", diff.pictures_removed.keys(),
                         [](sqlite::Statement& statement, const QString& key) { statement.bind(1, key.toStdString()); });
    if (!done) return done;
    const auto& added = diff.pictures_added;
    return run_each(database, "INSERT OR REPLACE INTO pictures(sha256, media_type, name, bytes) VALUES(?1, ?2, ?3, ?4)", added.keys(),
                    [&added](sqlite::Statement& statement, const QString& key) {
                        const EmbeddedPicture& picture = *added.constFind(key);
                        statement.bind(1, key.toStdString()).bind(2, picture.media_type.toStdString()).bind(3, picture.name.toStdString());
                        statement.bind_blob(4, bytes_of(picture.bytes));
                    });
}

Result<void> write_layers(sqlite::Database& database, const Diff& diff) {
    std::vector<const Diff::LayerChange*> removed, changed;
    for (const Diff::LayerChange& change : diff.layers) (change.after ? changed : removed).push_back(&change);
    auto done = run_each(database, "DELETE FROM layers WHERE id = ?1", removed,
                         [](sqlite::Statement& statement, const Diff::LayerChange* change) { statement.bind(1, number(change->id)); });
    if (!done) return done;
    done = run_each(database, "INSERT INTO layers(id, parent, position, json) VALUES(?1, 0, 0, ?2) ON CONFLICT(id) DO UPDATE SET json = ?2", changed,
                    [](sqlite::Statement& statement, const Diff::LayerChange* change) {
                        statement.bind(1, number(change->id)).bind(2, view(compact(to_json(*change->after))));
                    });
    for (const Diff::OrderChange& order : diff.orders) {
        if (!done) return done;
        std::int64_t position = 0;
        done = run_each(database, "UPDATE layers SET parent = ?2, position = ?3 WHERE id = ?1", order.after,
                        [&](sqlite::Statement& statement, LayerId id) { statement.bind(1, number(id)).bind(2, number(order.parent)).bind(3, position++); });
    }
    return done;
}

/// The list of fonts is for whoever wants to know them without reading every layer.
Result<void> write_fonts(sqlite::Database& database, const Poster& after) {
    std::map<std::pair<QString, QString>, QString> fonts;
    for_each_layer(after.layers, [&](const Layer& layer) {
        for_each_font(layer, [&](const FontChoice& font) { fonts[{font.family, font.face}] = font.file_hash; });
    });
    if (auto cleared = database.execute("DELETE FROM fonts"); !cleared) return cleared;
    return run_each(database, "INSERT INTO fonts(family, face, file_sha256) VALUES(?1, ?2, ?3)", fonts,
                    [](sqlite::Statement& statement, const auto& font) {
                        statement.bind(1, font.first.first.toStdString()).bind(2, font.first.second.toStdString()).bind(3, font.second.toStdString());
                    });
}

QByteArray column(const sqlite::Statement& statement, int index) {
    const auto blob = statement.blob(index);
    return {reinterpret_cast<const char*>(blob.data()), static_cast<qsizetype>(blob.size())};
}

Error unsaved(const std::string& what, const Error& why) {
    return {ErrorKind::invalid_input, std::format("{} cannot be saved: {} What was saved before is kept.", what, why.message), why.context};
}

/// Reads what was written as opening will: what nobody could open again must not become the saved state.
Result<void> check_written(sqlite::Database& database, const Diff& diff, const Page& page, bool wrote_head) {
    if (wrote_head)
        if (auto again = head(database); !again) return std::unexpected(unsaved("The poster", again.error()));
    for (const Diff::LayerChange& change : diff.layers) {
        if (!change.after) continue;
        auto row = layer_row(database, number(change.id));
        auto layer = row ? layer_of(*row, page) : pass_on(row);
        if (!layer) return std::unexpected(unsaved(std::format("The layer “{}”", change.after->name.left(80).toStdString()), layer.error()));
    }
    return {};
}

}  // namespace

const sqlite::Migrations migrations = steps;

Result<void> write(sqlite::Database& database, const Diff& diff, const Poster& after) {
    if (auto done = write_pictures(database, diff); !done) return done;
    if (auto done = write_layers(database, diff); !done) return done;
    if (!diff.layers.empty())
        if (auto done = write_fonts(database, after); !done) return done;
    const bool changes_head = diff.page || diff.info || diff.styles || diff.unknown;
    if (changes_head)
        if (auto done = write_head(database, after); !done) return done;
    return check_written(database, diff, after.page, changes_head);
}

Result<void> write_thumbnail(sqlite::Database& database, const QByteArray& png) {
    auto statement = database.prepare("INSERT INTO thumbnail(id, png) VALUES(1, ?1) ON CONFLICT(id) DO UPDATE SET png = ?1");
    if (!statement) return pass_on(statement);
    statement->bind_blob(1, bytes_of(png));
    return statement->run();
}

Result<QByteArray> read_thumbnail(sqlite::Database& database) {
    auto statement = database.prepare("SELECT png FROM thumbnail");
    if (!statement) return pass_on(statement);
    auto row = statement->step();
    if (!row) return pass_on(row);
    return *row ? column(*statement, 0) : QByteArray();
}

Result<void> check_kind(sqlite::Database& database) {
    auto id = database.integer("PRAGMA application_id");
    if (!id) return pass_on(id);
    if (*id != application_id) return fail(ErrorKind::corrupt_file, "{} is no poster of Haibao.", database.name());
    auto version = database.integer("PRAGMA user_version");
    if (!version) return pass_on(version);
    if (*version > static_cast<std::int64_t>(migrations.size()))
        return fail(ErrorKind::unsupported, "{} was written by a newer Haibao (format {}, this one knows {}); it was not touched.", database.name(),
                    *version, migrations.size());
    if (*version < 1) return fail(ErrorKind::corrupt_file, "{} is damaged: its version is missing.", database.name());
    // A table could be a program in disguise: a view, a trigger, a virtual table.
    auto foreign = database.integer("SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'");
    if (!foreign) return pass_on(foreign);
    if (*foreign) return fail(ErrorKind::corrupt_file, "{} holds parts that Haibao never writes; it was not opened.", database.name());
    return {};
}

Result<std::vector<std::int64_t>> ids(sqlite::Database& database, std::string_view query) {
    auto statement = database.prepare(query);
    if (!statement) return pass_on(statement);
    std::vector<std::int64_t> list;
    while (true) {
        auto row = statement->step();
        if (!row) return pass_on(row);
        if (!*row) return list;
        if (list.size() >= 2 * static_cast<std::size_t>(most_layers)) return fail(ErrorKind::corrupt_file, "{} holds too many parts.", database.name());
        list.push_back(statement->integer(0));
    }
}

Result<LayerRow> layer_row(sqlite::Database& database, std::int64_t id) {
    auto statement = database.prepare("SELECT id, parent, position, json FROM layers WHERE id = ?1");
    if (!statement) return pass_on(statement);
    auto row = statement->bind(1, id).step();
    if (!row) return pass_on(row);
    if (!*row) return fail(ErrorKind::corrupt_file, "{} is damaged: layer {} cannot be found.", database.name(), id);
    return LayerRow{statement->integer(0), statement->integer(1), statement->integer(2), QByteArray::fromStdString(statement->text(3))};
}

Result<Poster> head(sqlite::Database& database) {
    auto statement = database.prepare("SELECT json FROM poster WHERE id = 1");
    if (!statement) return pass_on(statement);
    auto row = statement->step();
    if (!row) return pass_on(row);
    if (!*row) return fail(ErrorKind::corrupt_file, "{} is damaged: its page is missing.", database.name());
    auto json = parse_json_object(QByteArray::fromStdString(statement->text(0)), database.name());
    if (!json) return pass_on(json);
    json->remove("layers");
    // Of pictures, only what later versions know about them stands here.
    QJsonObject pictures = (*json)["pictures"].toObject();
    for (auto picture = pictures.begin(); picture != pictures.end(); ++picture) {
        QJsonObject fields = picture->toObject();
        for (const char* key : {"base64", "file"}) fields.remove(QLatin1StringView(key));
        *picture = fields;
    }
    (*json)["pictures"] = pictures;
    return poster_from_json(*json, {}, Origin::own_file);
}

Result<void> add_picture(sqlite::Database& database, std::int64_t row_id, Poster& poster) {
    auto statement = database.prepare("SELECT sha256, media_type, name, bytes FROM pictures WHERE id = ?1");
    if (!statement) return pass_on(statement);
    auto row = statement->bind(1, row_id).step();
    if (!row) return pass_on(row);
    if (!*row) return fail(ErrorKind::corrupt_file, "{} is damaged: picture {} cannot be found.", database.name(), row_id);
    const QString key = QString::fromStdString(statement->text(0));
    const QString name = QString::fromStdString(statement->text(2));
    const QByteArray bytes = column(*statement, 3);
    if (QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()) != key)
        return fail(ErrorKind::corrupt_file, "The picture “{}” in {} is damaged.", name.left(80).toStdString(), database.name());
    poster.pictures.insert(key, {bytes, QString::fromStdString(statement->text(1)), name});
    return {};
}

Result<Layer> layer_of(const LayerRow& row, const Page& page) {
    const std::string name = std::format("layer {}", row.id);
    auto json = parse_json_object(row.json, name);
    if (!json) return pass_on(json);
    if (json->contains("layers")) (*json)["layers"] = QJsonArray();
    auto layer = layer_from_json(*json, QString::fromStdString(name), page, Origin::own_file);
    if (!layer) return layer;
    if (row.id <= 0) return fail(ErrorKind::corrupt_file, "{} has an impossible number.", name);
    layer->id = LayerId{static_cast<std::uint64_t>(row.id)};
    return layer;
}

std::vector<Layer> assemble(std::vector<std::pair<LayerRow, Layer>> layers, Poster& poster) {
    std::ranges::stable_sort(layers, {}, [](const auto& layer) { return std::pair(layer.first.position, layer.first.id); });
    std::multimap<std::int64_t, Layer> by_parent;
    for (auto& [row, layer] : layers) by_parent.emplace(row.parent, std::move(layer));
    const auto children = [&by_parent](auto& self, std::int64_t parent, int depth) -> std::vector<Layer> {
        std::vector<Layer> list;
        if (depth > most_group_depth) return list;
        while (true) {
            auto next = by_parent.find(parent);
            if (next == by_parent.end()) return list;
            Layer layer = std::move(by_parent.extract(by_parent.lower_bound(parent)).mapped());
            if (auto* group = std::get_if<GroupLayer>(&layer.content)) group->layers = self(self, number(layer.id), depth + 1);
            list.push_back(std::move(layer));
        }
    };
    poster.layers = children(children, 0, 0);
    std::vector<Layer> lost;
    for (auto& [parent, layer] : by_parent) lost.push_back(std::move(layer));
    return lost;
}

ReadingLimit::ReadingLimit(sqlite::Database& database) : database_(database) {
    sqlite3_progress_handler(
        database.handle(), operations_per_round, [](void* rounds) { return int(++*static_cast<int*>(rounds) > most_rounds); }, &rounds_);
}
ReadingLimit::~ReadingLimit() { sqlite3_progress_handler(database_.handle(), 0, nullptr, nullptr); }

}  // namespace haibao::document::rows
