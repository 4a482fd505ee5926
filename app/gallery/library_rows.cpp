// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <zlib.h>

#include <QDateTime>
#include <algorithm>
#include <bit>
#include <cstring>

#include "app/core/atomic_file.h"
#include "app/gallery/library.h"
#include "app/gallery/picture_decode.h"
#include "app/gallery/search_text.h"
#include "app/generate/record.h"
#include "inference/base/files.h"
#include "inference/base/sha256.h"
#include "inference/base/utf8.h"

// Pictures into the library and out of it again.
namespace haibao::gallery {
namespace fs = std::filesystem;
using sqlite::Transaction;
namespace {

std::int64_t number(PictureId id) { return static_cast<std::int64_t>(id); }
std::int64_t number(Time time) { return time.time_since_epoch().count(); }
Time time_of(std::int64_t milliseconds) { return Time(std::chrono::milliseconds(milliseconds)); }

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        std::string one = valid_utf8(line);
        std::ranges::replace(one, '\n', ' ');
        text += (text.empty() ? "" : "\n") + one;
    }
    return text;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// A name that says what it is when someone looks into the folder: pictures/2026/11/20261125-130700-海风-7.png.
fs::path file_name(const NewPicture& picture, Time created) {
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(number(created));
    const std::string& words = picture.making.titles.empty() ? picture.making.prompt : picture.making.titles.front();
    std::string plain;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < words.size() && characters < 24;) {
        const Utf8Char next = decode_utf8(words, at);
        at += static_cast<std::size_t>(next.bytes);
        const bool keeps = QChar::isLetterOrNumber(next.code) || QChar::isMark(next.code);
        if (keeps) append_utf8(plain, next.code), ++characters;
        else if (!plain.empty() && !plain.ends_with('-')) plain += '-';
    }
    while (plain.ends_with('-')) plain.pop_back();
    std::string name = local.toString("yyyyMMdd-HHmmss").toStdString() + "-" + (plain.empty() ? "picture" : plain);
    if (picture.making.seed) name += std::format("-{}", *picture.making.seed);
    return fs::path("pictures") / local.toString("yyyy").toStdString() / local.toString("MM").toStdString() / (name + "." + picture.extension);
}

/// Whether the file has exactly this content.
bool holds(const fs::path& file, std::span<const std::uint8_t> bytes) {
    std::error_code missing;
    if (fs::file_size(file, missing) != bytes.size() || missing) return false;
    const auto there = read_file(file, bytes.size());
    return there && std::ranges::equal(std::as_bytes(std::span(*there)), std::as_bytes(bytes));
}

std::vector<std::uint8_t> compressed(std::span<const std::int32_t> numbers) {
    static_assert(std::endian::native == std::endian::little);
    uLongf size = compressBound(numbers.size_bytes());
    std::vector<std::uint8_t> bytes(size);
    compress2(bytes.data(), &size, reinterpret_cast<const Bytef*>(numbers.data()), numbers.size_bytes(), 6);
    bytes.resize(size);
    return bytes;
}

Picture picture_of(const sqlite::Statement& row, const Library& library) {
    Picture picture;
    picture.id = PictureId{row.integer(0)};
    picture.file = library.absolute(row.text(1));
    picture.width = static_cast<int>(row.integer(2));
    picture.height = static_cast<int>(row.integer(3));
    picture.created = time_of(row.integer(4));
    picture.bytes = row.integer(5);
    picture.stars = static_cast<int>(row.integer(6));
    picture.label = enum_of<Label>(label_words, row.integer(7));
    picture.trashed = !row.is_null(8);
    picture.missing = !row.is_null(9);
    picture.linked = row.integer(10) != 0;
    return picture;
}
#define PICTURE_COLUMNS "p.id, p.file, p.width, p.height, p.created, p.bytes, p.stars, p.label, p.trashed, p.missing, p.linked"

std::unexpected<Error> no_picture(PictureId id) { return fail(ErrorKind::not_found, "There is no picture {} in the library.", number(id)); }

}  // namespace

NewPicture new_picture(const generate::Record& record) {
    return {.bytes = {}, .width = record.width, .height = record.height, .making = making_of(record), .visual_tokens = {}, .parents = parents_of(record)};
}

Result<PictureRow> Library::write(const NewPicture& picture) {
    PictureRow row;
    row.created = picture.created.value_or(now());
    const std::uint64_t size = picture.bytes.size();
    const fs::path wanted = folder_ / file_name(picture, row.created);
    // Who was killed between file and row adds the picture again with the time of the first try: the file is there then.
    Result<fs::path> file = wanted;
    if (!picture.created || !holds(wanted, picture.bytes)) file = write_file(wanted, picture.bytes, IfExists::unique);
    if (!file) return pass_on(file);
    const auto stamp = stamp_of(*file);
    row.file = file->lexically_relative(folder_).generic_string();
    row.sha256 = *sha256_from_hex(haibao::sha256(std::as_bytes(picture.bytes)));
    row.bytes = static_cast<std::int64_t>(size);
    row.changed = stamp ? stamp->changed : 0;
    row.width = picture.width;
    row.height = picture.height;
    row.making = picture.making;
    row.parents = picture.parents;
    return row;
}

Result<std::vector<PictureId>> Library::add(std::span<const NewPicture> pictures) {
    std::vector<PictureRow> rows;
    Result<void> written;
    for (const NewPicture& picture : pictures) {
        auto row = write(picture);
        if (!row) {
            written = pass_on(row);
            break;
        }
        rows.push_back(std::move(*row));
    }
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return pass_on(transaction);
    std::vector<PictureId> ids;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto id = put_row(rows[i]);
        if (!id) return pass_on(id);
        if (auto done = put_details(*id, pictures[i]); !done) return pass_on(done);
        ids.push_back(*id);
    }
    if (auto done = transaction->commit(); !done) return pass_on(done);
    if (!written) return pass_on(written);
    return ids;
}

Result<PictureId> Library::add(const NewPicture& picture) {
    auto ids = add({&picture, 1});
    if (!ids) return pass_on(ids);
    return ids->front();
}

Result<std::int64_t> Library::put_model(const Making& making) {
    const std::string name = valid_utf8(making.model_name);
    auto known = prepared_->integer("SELECT id FROM model WHERE name = ? AND sha256 = ?", name, making.model_sha256);
    if (!known) return pass_on(known);
    if (*known) return **known;
    if (auto done = prepared_->run("INSERT INTO model(name, sha256) VALUES(?, ?)", name, making.model_sha256); !done) return pass_on(done);
    return database_->last_id();
}

Result<PictureId> Library::put_row(const PictureRow& row) {
    const Making& making = row.making;
    std::optional<std::int64_t> model;
    if (!making.model_name.empty() || !making.model_sha256.empty()) {
        auto id = put_model(making);
        if (!id) return pass_on(id);
        model = *id;
    }
    auto known = prepared_->integer("SELECT id FROM picture WHERE file = ?", row.file);
    if (!known) return pass_on(known);
    auto statement = prepared_->query(
        *known ? "UPDATE picture SET file = ?, linked = ?, sha256 = ?, bytes = ?, changed = ?, width = ?, height = ?, created = ?, missing = NULL, "
                 "origin = ?, seed = ?, model = ?, device = ? WHERE id = ?"
               : "INSERT INTO picture(file, linked, sha256, bytes, changed, width, height, created, origin, seed, model, device, added) "
                 "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.file, row.linked, std::span<const std::uint8_t>(row.sha256), row.bytes, row.changed, row.width, row.height, number(row.created),
        making.origin, making.seed ? std::optional(static_cast<std::int64_t>(*making.seed)) : std::nullopt, model, making.device_class,
        *known ? **known : number(now()));
    if (!statement) return pass_on(statement);
    if (auto done = (*statement)->run(); !done) return pass_on(done);
    const PictureId id{*known ? **known : database_->last_id()};

    if (auto done = prepared_->run("INSERT INTO picture_text(picture, prompt, negative, titles, settings, words, title_words) VALUES(?, ?, ?, ?, ?, '', '') "
                                   "ON CONFLICT(picture) DO UPDATE SET prompt = excluded.prompt, negative = excluded.negative, "
                                   "titles = excluded.titles, settings = excluded.settings",
                                   number(id), valid_utf8(making.prompt), valid_utf8(making.negative), joined(making.titles), valid_utf8(making.settings));
        !done)
        return pass_on(done);
    if (auto done = index_words(id); !done) return pass_on(done);
    if (!row.parents.empty())
        if (auto done = set_parents(id, row.parents); !done) return pass_on(done);
    // Pictures that name this file as their parent have waited for it.
    if (auto done = prepared_->run("UPDATE parent SET parent = ? WHERE sha256 = ? AND parent IS NULL AND picture <> ?1", number(id),
                                   std::span<const std::uint8_t>(row.sha256));
        !done)
        return pass_on(done);
    return id;
}

Result<void> Library::put_details(PictureId id, const NewPicture& picture) {
    if (!picture.visual_tokens.empty()) {
        const auto bytes = compressed(picture.visual_tokens);
        if (auto done = prepared_->run("INSERT OR REPLACE INTO visual_tokens(picture, count, data) VALUES(?, ?, ?)", number(id),
                                       picture.visual_tokens.size(), std::span<const std::uint8_t>(bytes));
            !done)
            return done;
    }
    std::optional<Look> look = picture.look;
    if (!look)
        if (auto pixels = decode_picture(picture.bytes, "picture", 512)) look = look_of(*pixels);
    if (look)
        if (auto done = set_look(id, *look); !done) return done;
    if (!picture.tags.empty()) return put_tags({&id, 1}, picture.tags);
    return {};
}

Result<void> Library::index_words(PictureId id) {
    std::string words, titles;
    bool indexed = false;
    {
        auto row = prepared_->query("SELECT t.prompt, t.titles, t.note, p.file, p.origin, t.words <> '', (SELECT group_concat(g.name, char(10)) "
                                    "FROM picture_tag pt JOIN tag g ON g.id = pt.tag WHERE pt.picture = p.id) "
                                    "FROM picture p JOIN picture_text t ON t.picture = p.id WHERE p.id = ?",
                                    number(id));
        if (!row) return pass_on(row);
        auto found = (*row)->step();
        if (!found) return pass_on(found);
        if (!*found) return no_picture(id);
        const sqlite::Statement& text = **row;
        titles = fold(text.text(1));
        // Our own file names repeat the title; others often are all that is known.
        const bool named_by_people = static_cast<Origin>(text.integer(4)) != Origin::haibao;
        const std::string name = named_by_people ? fs::path(text.text(3)).stem().string() : std::string();
        words = fold(text.text(0) + "\n" + text.text(1) + "\n" + text.text(2) + "\n" + text.text(6) + "\n" + name) + "\n";
        indexed = text.integer(5) != 0;
    }
    if (auto done = prepared_->run("UPDATE picture_text SET words = ?, title_words = ? WHERE picture = ?", words, titles, number(id)); !done) return done;
    if (indexed) {
        if (auto done = prepared_->run("DELETE FROM picture_trigrams WHERE rowid = ?", number(id)); !done) return done;
        if (auto done = prepared_->run("DELETE FROM picture_grams WHERE rowid = ?", number(id)); !done) return done;
    }
    if (auto done = prepared_->run("INSERT INTO picture_trigrams(rowid, words, titles) VALUES(?, ?, ?)", number(id), words, titles); !done) return done;
    return prepared_->run("INSERT INTO picture_grams(rowid, words, titles) VALUES(?, ?, ?)", number(id), grams(words), grams(titles));
}

Result<void> Library::set_parents(PictureId id, std::span<const Parent> parents) {
    if (auto done = prepared_->run("DELETE FROM parent WHERE picture = ?", number(id)); !done) return done;
    int position = 0;
    for (const Parent& parent : parents) {
        std::optional<std::int64_t> known;
        if (parent.picture) known = number(*parent.picture);
        std::span<const std::uint8_t> hash;
        if (parent.sha256) hash = *parent.sha256;
        auto statement = prepared_->query(
            "INSERT INTO parent(picture, position, kind, parent, sha256) VALUES(?1, ?2, ?3, "
            "coalesce(?4, (SELECT max(id) FROM picture WHERE sha256 = ?5 AND id <> ?1)), "
            "coalesce(?5, (SELECT sha256 FROM picture WHERE id = ?4)))",
            number(id), position++, parent.kind, known);
        if (!statement) return pass_on(statement);
        if (parent.sha256) (*statement)->bind_blob(5, hash);
        if (auto done = (*statement)->run(); !done) return done;
    }
    return {};
}

Result<PictureDetails> Library::get(PictureId id) {
    auto row = prepared_->query("SELECT " PICTURE_COLUMNS ", p.sha256, p.added, p.origin, p.seed, p.device, m.name, m.sha256, t.prompt, t.negative, "
                                "t.titles, t.note, t.settings, v.count FROM picture p JOIN picture_text t ON t.picture = p.id "
                                "LEFT JOIN model m ON m.id = p.model LEFT JOIN visual_tokens v ON v.picture = p.id WHERE p.id = ?",
                                number(id));
    if (!row) return pass_on(row);
    auto found = (*row)->step();
    if (!found) return pass_on(found);
    if (!*found) return no_picture(id);
    const sqlite::Statement& values = **row;
    PictureDetails details;
    static_cast<Picture&>(details) = picture_of(values, *this);
    const auto hash = values.blob(11);
    if (hash.size() == details.sha256.size()) std::ranges::copy(hash, details.sha256.begin());
    details.added = time_of(values.integer(12));
    details.making.origin = enum_of<Origin>(origin_words, values.integer(13));
    if (!values.is_null(14)) details.making.seed = static_cast<std::uint64_t>(values.integer(14));
    details.making.device_class = values.text(15);
    details.making.model_name = values.text(16);
    details.making.model_sha256 = values.text(17);
    details.making.prompt = values.text(18);
    details.making.negative = values.text(19);
    details.making.titles = split(values.text(20));
    details.note = values.text(21);
    details.making.settings = values.text(22);
    details.visual_tokens = static_cast<std::size_t>(values.integer(23));
    for (auto [sql, list] : {std::pair{"SELECT g.name FROM picture_tag pt JOIN tag g ON g.id = pt.tag WHERE pt.picture = ? ORDER BY g.folded", &details.tags},
                             std::pair{"SELECT a.name FROM album_picture ap JOIN album a ON a.id = ap.album WHERE ap.picture = ? ORDER BY a.folded",
                                       &details.albums}}) {
        auto names = prepared_->query(sql, number(id));
        if (!names) return pass_on(names);
        for (auto more = (*names)->step(); !more || *more; more = (*names)->step()) {
            if (!more) return pass_on(more);
            list->push_back((*names)->text(0));
        }
    }
    return details;
}

Result<std::vector<Picture>> Library::pictures(std::span<const PictureId> ids) {
    std::vector<Picture> list;
    list.reserve(ids.size());
    auto row = prepared_->query("SELECT " PICTURE_COLUMNS " FROM picture p WHERE p.id = ?");
    if (!row) return pass_on(row);
    for (const PictureId id : ids) {
        (*row)->bind(1, number(id));
        auto found = (*row)->step();
        if (!found) return pass_on(found);
        if (*found) list.push_back(picture_of(**row, *this));
        (*row)->reset();
    }
    return list;
}

Result<std::vector<std::int32_t>> Library::visual_tokens(PictureId id) {
    auto row = prepared_->query("SELECT count, data FROM visual_tokens WHERE picture = ?", number(id));
    if (!row) return pass_on(row);
    auto found = (*row)->step();
    if (!found) return pass_on(found);
    if (!*found) return fail(ErrorKind::not_found, "The library holds no visual tokens of picture {}.", number(id));
    constexpr std::int64_t most = 1 << 20;  // a picture of 2048² has 4096
    const std::int64_t count = (*row)->integer(0);
    if (count < 0 || count > most) return fail(ErrorKind::corrupt_file, "The visual tokens of picture {} are damaged.", number(id));
    std::vector<std::int32_t> tokens(static_cast<std::size_t>(count));
    uLongf size = tokens.size() * sizeof(std::int32_t);
    const auto data = (*row)->blob(1);
    const int code = uncompress(reinterpret_cast<Bytef*>(tokens.data()), &size, data.data(), data.size());
    if (code != Z_OK || size != tokens.size() * sizeof(std::int32_t))
        return fail(ErrorKind::corrupt_file, "The visual tokens of picture {} are damaged.", number(id));
    return tokens;
}

Result<std::vector<PictureId>> Library::with_hash(const Sha256Bytes& sha256) {
    return prepared_->ids<PictureId>("SELECT id FROM picture WHERE sha256 = ? ORDER BY id", std::span<const std::uint8_t>(sha256));
}

}  // namespace haibao::gallery
