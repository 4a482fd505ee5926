// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <functional>

#include "app/document/poster.h"

// Walks over everything in a poster that names something else.
namespace haibao::document {

/// Every layer, groups before their layers, bottom first.
void for_each_layer(const std::vector<Layer>& layers, const std::function<void(const Layer&)>& visit);
void for_each_layer(std::vector<Layer>& layers, const std::function<void(Layer&)>& visit);

/// Every key of a picture: in picture layers and in textures of shapes, texts, spans and named styles.
void for_each_picture_key(Poster& poster, const std::function<void(QString& key)>& visit);
QSet<QString> used_pictures(const Poster& poster);

/// Every font that a text of the layer asks for.
void for_each_font(const Layer& layer, const std::function<void(const FontChoice&)>& visit);

}  // namespace haibao::document
