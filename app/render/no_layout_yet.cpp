// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in while app/typeset has no lay_out(); goes with it.
#include "app/typeset/layout.h"

namespace haibao::typeset {
Layout lay_out(const document::Text&, const FontSet&) { return {}; }
}  // namespace haibao::typeset
