// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gallery/library.h"

namespace haibao::gallery {

/// From an ancestor to what was made of it.
struct LineageEdge {
    std::optional<PictureId> parent;     ///< nothing: not in the library, known by its hash only
    std::optional<Sha256Bytes> sha256;   ///< of the parent's file
    PictureId child = PictureId::none;
    ParentKind kind = ParentKind::source;
};

struct PosterUse {
    PosterId id = PosterId::none;
    std::filesystem::path file;
    std::string title;
    PictureId picture = PictureId::none;  ///< that it shows
};

struct ExportUse {
    ExportId id = ExportId::none;
    std::filesystem::path file;
    std::string preset, format;
    Time made{};
    std::optional<PictureId> picture;
    std::optional<PosterId> poster;
};

/// Everything that a picture came from and everything that was made of it.
struct Lineage {
    PictureId picture = PictureId::none;
    std::vector<PictureId> ancestors;    ///< the nearest first
    std::vector<PictureId> descendants;  ///< the nearest first
    std::vector<LineageEdge> edges;      ///< between all of these
    std::vector<PosterUse> posters;      ///< of the picture and its descendants
    std::vector<ExportUse> exports;      ///< likewise, and of those posters
};

/// Errors: not_found.
Result<Lineage> lineage_of(Library& library, PictureId id);

}  // namespace haibao::gallery
