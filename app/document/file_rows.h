// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <vector>

#include "app/core/sqlite.h"
#include "app/document/diff.h"

// The tables of a .haibao file. Private to app/document.
namespace haibao::document::rows {

inline constexpr std::int32_t application_id = 0x48616962;  ///< "Haib"
extern const sqlite::Migrations migrations;

/// One row of `layers`; the JSON is the layer's, without the layers in it.
struct LayerRow {
    std::int64_t id = 0, parent = 0, position = 0;
    QByteArray json;
};

/// Writes what differs; `after` is the state that the difference leads to. Errors also: invalid_input, when it could not be
/// read again.
Result<void> write(sqlite::Database& database, const Diff& diff, const Poster& after);
Result<void> write_thumbnail(sqlite::Database& database, const QByteArray& png);
Result<QByteArray> read_thumbnail(sqlite::Database& database);

/// Whether the file can be one of ours, before anything else is read: id, version, no views or triggers. Errors:
/// corrupt_file, unsupported.
Result<void> check_kind(sqlite::Database& database);

Result<std::vector<std::int64_t>> ids(sqlite::Database& database, std::string_view query);
Result<LayerRow> layer_row(sqlite::Database& database, std::int64_t id);
/// Everything but layers and pictures.
Result<Poster> head(sqlite::Database& database);
/// Adds one picture to the poster; its bytes must have the hash that they go by.
Result<void> add_picture(sqlite::Database& database, std::int64_t row, Poster& poster);
/// The layer of a row, checked.
Result<Layer> layer_of(const LayerRow& row, const Page& page);

/// Puts the layers into their groups, by `position`. Those that no way leads to are returned.
std::vector<Layer> assemble(std::vector<std::pair<LayerRow, Layer>> layers, Poster& poster);

/// Ends reading that a hostile file would never let end.
class ReadingLimit {
public:
    explicit ReadingLimit(sqlite::Database& database);
    ~ReadingLimit();

private:
    sqlite::Database& database_;
    int rounds_ = 0;
};

}  // namespace haibao::document::rows
