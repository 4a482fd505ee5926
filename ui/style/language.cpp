// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>
#include <algorithm>
#include <memory>

namespace haibao::ui {
namespace {

constexpr const char* setting = "language";
QString applied;
constexpr QChar mark(0x1f);  // the unit separator: in no words

}  // namespace

QString lasting(const char* context, const char* source) { return mark + QString::fromUtf8(context) + mark + QString::fromUtf8(source); }

QString said_now(const QString& words) {
    if (!words.startsWith(mark)) return words;
    const qsizetype end = words.indexOf(mark, 1);
    return QCoreApplication::translate(words.sliced(1, end - 1).toUtf8(), words.sliced(end + 1).toUtf8());
}

QString chosen_language() {
    const QString code = QSettings().value(setting).toString();
    return std::ranges::any_of(languages, [&code](const Language& language) { return code == QLatin1StringView(language.code); }) ? code : QString();
}

void choose_language(const QString& code) { QSettings().setValue(setting, code); }

void apply_language() {
    static std::unique_ptr<QTranslator> own, qt;
    own = std::make_unique<QTranslator>();  // which takes the former one away
    qt = std::make_unique<QTranslator>();
    applied = chosen_language();
    QLocale::setDefault(applied.isEmpty() ? QLocale::system() : QLocale(applied));
    const QLocale locale;
    // English has a catalogue for its plurals; what is not translated is English, too.
    if (own->load(locale, "haibao", "_", ":/i18n") || own->load(":/i18n/haibao_en.qm")) QCoreApplication::installTranslator(own.get());
    if (qt->load(locale, "qtbase", "_", QLibraryInfo::path(QLibraryInfo::TranslationsPath))) QCoreApplication::installTranslator(qt.get());
}

QString applied_language() { return applied; }

}  // namespace haibao::ui
