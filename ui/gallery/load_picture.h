// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <filesystem>
#include <functional>

#include "inference/base/result.h"

namespace haibao::ui {

/// Reads and decodes a picture in the background, upright and in sRGB, at most `longest_side` pixels (0 = as it is), and
/// hands it to `ready` in the window's thread, unless `receiver` is gone by then.
void load_picture(QObject* receiver, const std::filesystem::path& file, int longest_side, std::function<void(const Result<QImage>&)> ready);

}  // namespace haibao::ui
