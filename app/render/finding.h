// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace haibao::render {

/// Something a designer should know before the poster goes out.
struct Finding {
    QString layer;     ///< name
    QString code;      ///< "missing-glyphs", "does-not-fit", "low-dpi", "missing-picture", …
    QString message;   ///< an English sentence
};

}  // namespace haibao::render
