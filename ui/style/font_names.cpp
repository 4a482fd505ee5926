// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/font_names.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <array>

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

namespace {

constexpr const char* context = "haibao::ui::FontNames";
constexpr std::array face_words{
    QT_TRANSLATE_NOOP("haibao::ui::FontNames", "Thin"),      QT_TRANSLATE_NOOP("haibao::ui::FontNames", "ExtraLight"), QT_TRANSLATE_NOOP("haibao::ui::FontNames", "Light"),
    QT_TRANSLATE_NOOP("haibao::ui::FontNames", "DemiLight"), QT_TRANSLATE_NOOP("haibao::ui::FontNames", "Regular"),    QT_TRANSLATE_NOOP("haibao::ui::FontNames", "Medium"),
    QT_TRANSLATE_NOOP("haibao::ui::FontNames", "SemiBold"),  QT_TRANSLATE_NOOP("haibao::ui::FontNames", "Bold"),       QT_TRANSLATE_NOOP("haibao::ui::FontNames", "ExtraBold"),
    QT_TRANSLATE_NOOP("haibao::ui::FontNames", "Black"),     QT_TRANSLATE_NOOP("haibao::ui::FontNames", "Italic"),     QT_TRANSLATE_NOOP("haibao::ui::FontNames", "Oblique"),
    QT_TRANSLATE_NOOP("haibao::ui::FontNames", "Condensed"),
};

}  // namespace

QString shown_face(const QString& face) {
    QStringList words = face.split(' ');
    for (QString& word : words)
        if (std::ranges::find(face_words, word) != face_words.end()) word = QCoreApplication::translate(context, word.toUtf8().constData());
    return words.join(' ');
}

}  // namespace haibao::ui
