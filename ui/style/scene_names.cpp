// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/scene_names.h"

#include <QLocale>

#include "app/scene/palette.h"
#include "app/scene/scene.h"

namespace haibao::ui {
namespace {

scene::Language language() {
    switch (QLocale().language()) {
        case QLocale::Chinese: return scene::Language::zh;
        case QLocale::Portuguese: return scene::Language::pt;
        default: return scene::Language::en;
    }
}

SceneName name_of(const scene::Words& words) {
    return {QString::fromUtf8(words.id.data(), qsizetype(words.id.size())), QString::fromStdString(scene::display_name(words, language()))};
}

template <class Enum>
QList<SceneName> names(int count) {
    QList<SceneName> list;
    for (int i = 0; i < count; ++i) list << name_of(scene::words(Enum(i)));
    return list;
}

}  // namespace

QList<SceneName> scene_subjects() {
    QList<SceneName> list;
    for (int i = 0; i < scene::subject_count; ++i) list << name_of(scene::info(scene::Subject(i)).words);
    return list;
}

QList<SceneName> scene_palettes() {
    QList<SceneName> list;
    for (int i = 0; i < scene::palette_count; ++i) list << name_of(scene::palette_words(i));
    return list;
}

QList<SceneName> scene_styles() { return names<scene::Style>(scene::style_count); }
QList<SceneName> scene_times() { return names<scene::Time>(int(scene::Time::night) + 1); }
QList<SceneName> scene_moods() { return names<scene::Mood>(int(scene::Mood::dreamy) + 1); }
QList<SceneName> scene_layouts() { return names<scene::Layout>(int(scene::Layout::framed) + 1); }

}  // namespace haibao::ui
