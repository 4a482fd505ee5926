// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImageReader>

namespace haibao {

/// Qt refuses pictures of more than 256 MiB, and its limit is the whole process's: it is set once, the same for all who decode.
/// They check the size themselves first.
inline void allow_large_pictures() {
    static const bool once = (QImageReader::setAllocationLimit(2048), true);  // MiB
    (void)once;
}

}  // namespace haibao
