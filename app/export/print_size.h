// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <string_view>

#include "inference/base/result.h"

namespace haibao {

struct PrintSize {
    QSize pixels;
    double dpi = 0;  ///< 0: as the picture has it
};

/// "A3@300", "B2@150", "210x297mm@300", "4096x5792" (× and X, too). Papers lie as `like` does. Errors: invalid_input: not
/// understood, a resolution outside 36…2400, more than 60,000 pixels on a side.
Result<PrintSize> print_size_of(std::string_view text, QSize like);

}  // namespace haibao
