// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/document/poster.h"
#include "app/export/preset.h"
#include "app/render/finding.h"
#include "app/typeset/font_set.h"

namespace haibao {

/// What export_poster() would remark on this poster, but for what only the finished pixels tell: text that is cut off,
/// characters that the fonts lack, pictures with few pixels, no bleed. Nothing is rendered. Errors: those of plan_poster(),
/// and of the watermark.
Result<std::vector<render::Finding>> preflight(const document::Poster& poster, const typeset::FontSet& fonts, const Preset& preset);

}  // namespace haibao
