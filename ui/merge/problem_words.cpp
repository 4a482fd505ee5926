// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/problem_words.h"

#include "ui/merge/merge_page.h"
#include "ui/style/finding_words.h"

namespace haibao::ui {

QString words_in_row(const merge::Problem& problem) {
    // The library's own words name the command line's option.
    const QString what = problem.code == QLatin1String("file-exists")
                             ? MergePage::tr("a file of that name is there already; choose another folder or name, or what to do with files that exist.")
                             : in_user_words(problem.message);
    return problem.column.isEmpty() ? what : problem.column + ": " + what;
}

QString words_of(const merge::Problem& problem) {
    const QString row = problem.row ? MergePage::tr("Row %1").arg(problem.row) + (problem.column.isEmpty() ? ": " : " · ") : QString();
    return row + words_in_row(problem);
}

Rank rank_of(const merge::Problem& problem) {
    return problem.severity == merge::Severity::error ? Rank::error : problem.code == QLatin1String("set-smaller") ? Rank::as_asked : Rank::remark;
}

QSet<qint64> rows_to_look_at(const merge::TableCheck& check) {
    QSet<qint64> rows = check.bad;
    for (const merge::Problem& problem : check.problems)
        if (problem.row > 0 && rank_of(problem) != Rank::as_asked) rows.insert(problem.row);
    return rows;
}

}  // namespace haibao::ui
