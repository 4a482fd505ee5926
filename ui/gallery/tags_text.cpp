// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/tags_text.h"

#include <QRegularExpression>
#include <QStringList>

namespace haibao::ui {

std::vector<std::string> tags_in(const QString& text) {
    static const QRegularExpression separators("[,，、;；]");
    std::vector<std::string> tags;
    for (const QString& tag : text.split(separators, Qt::SkipEmptyParts))
        if (!tag.trimmed().isEmpty()) tags.push_back(tag.trimmed().toStdString());
    return tags;
}

}  // namespace haibao::ui
