// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "app/document/poster.h"
#include "inference/base/result.h"
#include "ui/prompt/prompt_panel.h"

// Which poster waits for which job of the queue, in a file of the state folder: the job goes on after a crash, and its picture
// finds its poster.
namespace haibao::ui {

struct AskedFor {
    qint64 job = 0;                                       ///< of the library's queue
    std::filesystem::path poster;                         ///< file
    document::LayerId repaints = document::LayerId::none;  ///< the picture layer whose region is painted anew; none: the poster's ground
    QString prompt;
    std::vector<QuotedText> texts;
};

/// Those of a library. What cannot be read counts as nothing: the pictures themselves are in the library.
std::vector<AskedFor> read_asked(const QString& library);
/// In place of what was there for that library; other libraries' stay. Errors: io.
Result<void> write_asked(const QString& library, const std::vector<AskedFor>& asked);

}  // namespace haibao::ui
