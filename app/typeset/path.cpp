// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/path.h"

namespace haibao::typeset {
void set_on_path(const document::Text&, Layout&) {}
}  // namespace haibao::typeset
