// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "app/document/poster.h"

namespace haibao::document {

/// Fields of a poster's JSON that this version does not know: they are kept and written again, but have no effect. Each name
/// once, with the first place where it stands: "layers[1].text.align".
QStringList unknown_fields(const Poster& poster);

}  // namespace haibao::document
