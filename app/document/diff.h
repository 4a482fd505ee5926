// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "app/document/poster.h"

namespace haibao::document {

template <class T>
struct Changed {
    T before, after;
};

/// What two states of a poster differ in, and no more: undo steps are made of it, and saving writes it.
struct Diff {
    struct LayerChange {
        LayerId id = LayerId::none;
        std::optional<Layer> before, after;  ///< absent: did not exist; a group without the layers in it
    };
    struct OrderChange {
        LayerId parent = LayerId::none;  ///< none: the poster itself
        std::vector<LayerId> before, after;
    };
    std::vector<LayerChange> layers;
    std::vector<OrderChange> orders;
    std::optional<Changed<Page>> page;
    std::optional<Changed<PosterInfo>> info;
    std::optional<Changed<std::vector<NamedStyle>>> styles;
    std::optional<Changed<QJsonObject>> unknown;
    QMap<QString, EmbeddedPicture> pictures_added, pictures_removed;

    bool empty() const;
};

Diff difference(const Poster& before, const Poster& after);

enum class Direction { forward, backward };
/// `poster` must be the state that the difference starts from (forward) or leads to (backward).
void apply(Poster& poster, const Diff& diff, Direction direction);

}  // namespace haibao::document
