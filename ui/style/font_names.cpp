// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/font_names.h"

#include <QHash>

#include "app/typeset/font_set.h"

namespace haibao::ui {

QString shown_family(const QString& family) {
    static const QHash<QString, QString> names = [] {
        QHash<QString, QString> local;
        for (const typeset::FontFamily& known : typeset::FontSet::system()->families())
            if (!known.local_name.isEmpty()) local.insert(known.name, known.local_name);
        return local;
    }();
    return names.value(family, family);
}

}  // namespace haibao::ui
