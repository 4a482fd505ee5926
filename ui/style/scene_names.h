// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace haibao::ui {

/// The scene painter's words, as it stores and as people read them in the application's language.
struct SceneName {
    QString id, shown;
};
QList<SceneName> scene_subjects();
QList<SceneName> scene_palettes();
QList<SceneName> scene_styles();
QList<SceneName> scene_times();
QList<SceneName> scene_moods();
QList<SceneName> scene_layouts();

}  // namespace haibao::ui
