// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gallery/library.h"
#include "app/generate/job_runner.h"

namespace haibao::cli {

/// A painted picture with its visual tokens, how it looks and where it comes from: its sources, and `first`, the picture that it
/// is another try of. Errors: those of Library.
Result<gallery::PictureDetails> add_to_library(gallery::Library& library, const generate::FinishedPicture& picture,
                                               std::optional<gallery::PictureId> first = {});

}  // namespace haibao::cli
