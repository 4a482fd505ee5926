// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/rescue.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/document/file_rows.h"
#include "app/document/json.h"
#include "app/document/references.h"
#include "inference/base/files.h"

namespace haibao::document {
namespace {

using sqlite::Database;

constexpr std::uint64_t most_bytes = 4ull << 30;

/// The first page's header as SQLite writes it for us; what it counts it can do without.
QByteArray with_fresh_header(QByteArrayView bytes) {
    QByteArray copy = bytes.toByteArray();
    if (copy.size() < 100) return copy;
    copy.replace(0, 16, QByteArray("SQLite format 3\0", 16));
    constexpr std::array<char, 8> page_and_format{0x10, 0, 1, 1, 0, 64, 32, 32};  // pages of 4096 bytes, rollback journal
    std::ranges::copy(page_and_format, copy.begin() + 16);
    const auto put = [&copy](qsizetype at, quint32 value) {
        for (int i = 0; i < 4; ++i) copy[at + i] = static_cast<char>(value >> (24 - 8 * i));
    };
    put(28, static_cast<quint32>(copy.size() / 4096));
    put(44, 4);  // schema format
    put(56, 1);  // UTF-8
    put(60, static_cast<quint32>(rows::migrations.size()));
    put(68, static_cast<quint32>(rows::application_id));
    put(92, 0);
    return copy;
}

/// From both ends, as far as each can be read.
std::set<std::int64_t> readable_ids(Database& database, const std::string& table, QStringList& losses) {
    std::set<std::int64_t> found;
    bool whole = false;
    for (const char* order : {"ASC", "DESC"}) {
        auto statement = database.prepare(std::format("SELECT id FROM {} ORDER BY id {}", table, order));
        if (!statement) continue;
        Result<bool> row = statement->step();
        for (; row && *row && found.size() < static_cast<std::size_t>(most_layers); row = statement->step()) found.insert(statement->integer(0));
        if (row && !*row) {
            whole = true;
            break;
        }
    }
    if (!whole) losses << QStringLiteral("The list of %1 breaks off; some may be missing.").arg(QString::fromStdString(table));
    return found;
}

void rescue_pictures(Database& database, Rescue& rescue) {
    for (const std::int64_t id : readable_ids(database, "pictures", rescue.losses))
        if (auto added = rows::add_picture(database, id, rescue.poster); !added) rescue.losses << QString::fromStdString(added.error().message);
}

void rescue_layers(Database& database, Rescue& rescue) {
    std::vector<std::pair<rows::LayerRow, Layer>> layers;
    for (const std::int64_t id : readable_ids(database, "layers", rescue.losses)) {
        auto row = rows::layer_row(database, id);
        auto layer = row ? rows::layer_of(*row, rescue.poster.page) : pass_on(row);
        if (layer) layers.emplace_back(std::move(*row), std::move(*layer));
        else rescue.losses << QStringLiteral("Layer %1 is lost.").arg(id);
    }
    for (Layer& layer : rows::assemble(std::move(layers), rescue.poster)) {
        rescue.losses << QStringLiteral("The group of the layer “%1” is lost; it lies on top now.").arg(layer.name);
        rescue.poster.layers.push_back(std::move(layer));
    }
}

void name_missing_pictures(Rescue& rescue) {
    QSet<QString> missing = used_pictures(rescue.poster);
    for (auto picture = rescue.poster.pictures.cbegin(); picture != rescue.poster.pictures.cend(); ++picture) missing.remove(picture.key());
    for_each_layer(rescue.poster.layers, [&](const Layer& layer) {
        const auto* picture = std::get_if<PictureLayer>(&layer.content);
        if (picture && missing.contains(picture->picture)) rescue.losses << QStringLiteral("The picture of the layer “%1” is lost.").arg(layer.name);
    });
}

Result<Rescue> rescue_from(Database& database) {
    rows::ReadingLimit limit(database);
    auto kind = rows::check_kind(database);
    if (!kind) return pass_on(kind);
    Rescue rescue;
    if (auto head = rows::head(database)) rescue.poster = std::move(*head);
    else rescue.losses << QStringLiteral("Page size, styles and notes are lost; the page has its usual size now.");
    rescue_pictures(database, rescue);
    rescue_layers(database, rescue);
    name_missing_pictures(rescue);
    if (rescue.poster.layers.empty() && rescue.poster.pictures.isEmpty() && !rescue.losses.isEmpty())
        return fail(ErrorKind::corrupt_file, "Nothing in {} can be read any more.", database.name());
    return rescue;
}

}  // namespace

Result<Rescue> rescue_poster(QByteArrayView bytes, const std::string& name) {
    auto database = open_bytes(bytes, name);
    auto rescue = database ? rescue_from(*database) : pass_on(database);
    if (rescue || rescue.error().kind == ErrorKind::unsupported) return rescue;
    auto again = open_bytes(with_fresh_header(bytes), name);
    auto second = again ? rescue_from(*again) : pass_on(again);
    if (!second) return rescue;
    second->losses.prepend(QStringLiteral("The beginning of the file was damaged."));
    return second;
}

Result<Rescue> rescue_poster(const std::filesystem::path& file) {
    auto bytes = read_file(file, most_bytes);
    if (!bytes) return pass_on(bytes);
    const std::u8string name = file.filename().u8string();
    return rescue_poster(QByteArrayView(bytes->data(), static_cast<qsizetype>(bytes->size())), std::string(name.begin(), name.end()));
}

}  // namespace haibao::document
