// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <vector>

namespace haibao::ui {

/// What a field of tags holds: separated by commas or semicolons, Chinese ones too.
std::vector<std::string> tags_in(const QString& text);

}  // namespace haibao::ui
