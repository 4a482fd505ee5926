// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inference/pipeline/engine.h"
#include "inference/weights/model_folder.h"

namespace haibao {

/// A request with the model's defaults filled in and every value checked.
struct JobSettings {
    int width = 0, height = 0;  ///< pixels
    int steps = 0;
    double guidance = 0, temperature = 0, top_p = 0;

    bool guided() const { return guidance > 1.0; }
    int grid_rows() const { return height / 32; }     ///< of visual tokens
    int grid_columns() const { return width / 32; }
    int patch_count() const { return height / 16 * (width / 16); }
};

/// Errors: invalid_input; the sentence says why and what to change.
Result<JobSettings> settle(const GenerationRequest& request, const ModelDefaults& defaults);

}  // namespace haibao
