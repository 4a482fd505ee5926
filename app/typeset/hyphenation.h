// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <vector>

namespace haibao::typeset {

/// Where a word of Latin letters may be divided: offsets in UTF-16 code units, rising. Empty where no dictionary for `lang`
/// is installed. Thread-safe.
std::vector<int> hyphenation_points(QStringView word, const QString& lang, int min_left, int min_right);

}  // namespace haibao::typeset
