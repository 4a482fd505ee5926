// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include "app/merge/check.h"

// What is remarked about a table's rows, in the user's words and order.
namespace haibao::ui {

QString words_of(const merge::Problem& problem);
/// Where the row is said already.
QString words_in_row(const merge::Problem& problem);

/// What was asked for, that texts are set smaller, may be true of every row: it stands behind what happens to one.
enum class Rank : std::uint8_t { error, remark, as_asked };
Rank rank_of(const merge::Problem& problem);
/// The rows with more than what was asked for.
QSet<qint64> rows_to_look_at(const merge::TableCheck& check);

}  // namespace haibao::ui
