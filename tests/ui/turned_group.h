// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/shown_canvas.h"
#include "ui/canvas/layer_actions.h"

namespace haibao::test {

/// In a group that is turned by a quarter about the picture's middle.
inline void turn_in_group(const Shown& shown) {
    shown.session->change("more", [](document::Poster& poster) {
        document::Layer plate = rectangle(100, 100, 400, 200);
        plate.id = poster.next_id();
        poster.layers.insert(poster.layers.begin(), plate);
    });
    const document::LayerId id = id_of(*shown.session, 1);
    shown.session->select({id_of(*shown.session, 0), id});
    ui::group_selection(*shown.session);
    shown.session->change("turn", [](document::Poster& poster) { poster.layers[0].placement.rotation = 90; });
    shown.session->select({id});
}
inline const document::Layer& grouped(const Shown& shown, std::size_t index) { return std::get<document::GroupLayer>(shown.session->poster().layers.at(0).content).layers.at(index); }

}  // namespace haibao::test
