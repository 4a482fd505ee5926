// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <cstdint>
#include <vector>

// Short Chinese titles as posters have them: large, letterspaced, alone or over their details, on painted pictures.
namespace haibao::proof::testing {

/// Titles of two to four characters.
const QStringList& short_titles();

struct TitlePicture {
    QImage picture;
    QString setting;  ///< "placed", "row, 0.6 em", "column"…
    QString face;
    bool light = false;  ///< letters on darker ground
};
/// `title` on `ground`, as the draws of `seed` will have it: every other one placed by our own placement with a date and a
/// place below it, else in a face of posters' titles with spacing up to 1.5 em, in a row or a column.
TitlePicture title_picture(const QString& title, const QImage& ground, std::uint64_t seed);

}  // namespace haibao::proof::testing
