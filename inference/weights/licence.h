// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "inference/weights/model_folder.h"

namespace haibao {

/// What a model says of the terms that it may be used under.
struct Licence {
    std::string name;  ///< "mit", "Apache License, Version 2.0": as it is written there
    std::string file;  ///< where it stands
};

/// From the head of README.md ("license: mit", as Hugging Face has it), a "license" in haibao.json or model_index.json, or else
/// the first line of LICENSE or COPYING. Nothing where the model names none.
std::optional<Licence> licence_of(const ModelFolder& model);

}  // namespace haibao
