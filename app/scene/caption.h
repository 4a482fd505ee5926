// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/layer.h"
#include "app/scene/vocabulary.h"

#include <string>

namespace haibao::scene {

/// One of many ways to ask for this picture in words, chosen by `variant`; UTF-8. Where the description keeps ground
/// for a title, the caption quotes one. What it says is true of the picture; it need not say everything. With the
/// composed scene at hand it may name colours of things ("a red sun").
std::string caption(const SceneDescription& description, Language language, std::uint64_t variant,
                    const Scene* scene = nullptr);

/// The everyday word for a colour: "red", "红色", "vermelho".
std::string_view colour_word(Colour colour, Language language);

}  // namespace haibao::scene
