// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/lineage.h"

#include <algorithm>

namespace haibao::gallery {
namespace {

// UNION, not UNION ALL: should a damaged or hand-made library hold a circle, the walk still ends.
constexpr const char* up =
    "WITH RECURSIVE line(id, depth) AS (SELECT parent, 1 FROM parent WHERE picture = ?1 AND parent IS NOT NULL UNION "
    "SELECT p.parent, depth + 1 FROM parent p JOIN line ON p.picture = line.id WHERE p.parent IS NOT NULL AND depth < 1000) "
    "SELECT id, min(depth) FROM line WHERE id <> ?1 GROUP BY id ORDER BY 2, 1";
constexpr const char* down =
    "WITH RECURSIVE line(id, depth) AS (SELECT picture, 1 FROM parent WHERE parent = ?1 UNION "
    "SELECT p.picture, depth + 1 FROM parent p JOIN line ON p.parent = line.id WHERE depth < 1000) "
    "SELECT id, min(depth) FROM line WHERE id <> ?1 GROUP BY id ORDER BY 2, 1";

Result<std::vector<PictureId>> walk(Library& library, const char* sql, PictureId id) {
    return library.prepared().ids<PictureId>(sql, id);
}

Result<void> append_edges(Library& library, PictureId child, std::vector<LineageEdge>& edges) {
    auto row = library.prepared().query("SELECT parent, sha256, kind FROM parent WHERE picture = ? ORDER BY position", child);
    if (!row) return pass_on(row);
    for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
        if (!more) return pass_on(more);
        LineageEdge edge{.parent = {}, .sha256 = {}, .child = child, .kind = enum_of<ParentKind>(parent_words, (*row)->integer(2))};
        if (!(*row)->is_null(0)) edge.parent = PictureId{(*row)->integer(0)};
        if (const auto hash = (*row)->blob(1); hash.size() == sizeof(Sha256Bytes)) std::ranges::copy(hash, edge.sha256.emplace().begin());
        edges.push_back(edge);
    }
    return {};
}

Result<void> append_uses(Library& library, PictureId picture, Lineage& lineage) {
    {
        auto row = library.prepared().query(
            "SELECT r.id, r.file, r.title FROM poster_picture rp JOIN poster r ON r.id = rp.poster WHERE rp.picture = ? ORDER BY r.id", picture);
        if (!row) return pass_on(row);
        for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
            if (!more) return pass_on(more);
            lineage.posters.push_back({PosterId{(*row)->integer(0)}, (*row)->text(1), (*row)->text(2), picture});
        }
    }
    auto row = library.prepared().query("SELECT id, file, preset, format, made, picture, poster FROM export WHERE picture = ?1 OR poster IN "
                                        "(SELECT poster FROM poster_picture WHERE picture = ?1) ORDER BY id",
                                        picture);
    if (!row) return pass_on(row);
    for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
        if (!more) return pass_on(more);
        const sqlite::Statement& made = **row;
        ExportUse use{ExportId{made.integer(0)}, made.text(1), made.text(2), made.text(3), Time(std::chrono::milliseconds(made.integer(4))), {}, {}};
        if (!made.is_null(5)) use.picture = PictureId{made.integer(5)};
        if (!made.is_null(6)) use.poster = PosterId{made.integer(6)};
        if (std::ranges::none_of(lineage.exports, [&](const ExportUse& other) { return other.id == use.id; })) lineage.exports.push_back(std::move(use));
    }
    return {};
}

}  // namespace

Result<Lineage> lineage_of(Library& library, PictureId id) {
    auto there = library.pictures({&id, 1});
    if (!there) return pass_on(there);
    if (there->empty()) return fail(ErrorKind::not_found, "There is no picture {} in the library.", static_cast<std::int64_t>(id));
    Lineage lineage;
    lineage.picture = id;
    auto ancestors = walk(library, up, id);
    if (!ancestors) return pass_on(ancestors);
    auto descendants = walk(library, down, id);
    if (!descendants) return pass_on(descendants);
    lineage.ancestors = std::move(*ancestors);
    lineage.descendants = std::move(*descendants);
    for (const auto* group : {&lineage.ancestors, &lineage.descendants})
        for (const PictureId child : *group)
            if (auto done = append_edges(library, child, lineage.edges); !done) return pass_on(done);
    if (auto done = append_edges(library, id, lineage.edges); !done) return pass_on(done);
    if (auto done = append_uses(library, id, lineage); !done) return pass_on(done);
    for (const PictureId child : lineage.descendants)
        if (auto done = append_uses(library, child, lineage); !done) return pass_on(done);
    return lineage;
}

}  // namespace haibao::gallery
