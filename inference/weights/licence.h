// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>

#include "inference/weights/model_folder.h"

namespace haibao {

/// Texts that say what a model may be used for, where it has them.
inline constexpr std::array licence_texts{"README.md", "LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING"};

/// What a model says of the terms that it may be used under.
struct Licence {
    std::string name;  ///< "mit", "Apache License, Version 2.0": as it is written there
    std::string file;  ///< where it stands
};

/// From the head of README.md ("license: mit", as Hugging Face has it), a "license" in haibao.json or model_index.json, or else
/// the first line of LICENSE or COPYING. Nothing where the model names none.
std::optional<Licence> licence_of(const ModelFolder& model);

}  // namespace haibao
