// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gallery/library.h"
#include "app/generate/queue.h"

namespace haibao::ui {

/// A job that paints `count` more pictures like this one, with seeds from `seed` on: as its record says where the same model
/// paints it, else its prompt in its shape. `model_sha256`: of the model in `model`. Errors: not_found (no prompt is known, or a
/// reference picture is gone), those of Library.
Result<generate::NewJob> variations_of(gallery::Library& library, const generate::Queue& queue, gallery::PictureId picture, int count,
                                       std::uint64_t seed, const std::filesystem::path& model, const std::string& model_sha256);

}  // namespace haibao::ui
