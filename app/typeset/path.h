// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/typeset/layout.h"

namespace haibao::typeset {

/// Moves a text that was set on one straight line onto its path (typesetting-spec §16): every cluster with the middle of its
/// advance on the path, turned to its tangent. What does not find room is hidden, with a warning.
void set_on_path(const document::Text& text, Layout& layout);

}  // namespace haibao::typeset
