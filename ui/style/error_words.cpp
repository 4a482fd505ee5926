// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/error_words.h"

#include <QCoreApplication>

#include "app/core/atomic_file.h"
#include "app/core/sentences.h"

namespace haibao::ui {
namespace {

struct Errors {
    Q_DECLARE_TR_FUNCTIONS(haibao::ui::Errors)
};

const char* headline_of(const Error& error) {
    switch (error.kind) {
        case ErrorKind::invalid_input: return QT_TRANSLATE_NOOP("haibao::ui::Errors", "This cannot be done as it was asked for.");
        case ErrorKind::not_found: return QT_TRANSLATE_NOOP("haibao::ui::Errors", "Something that is needed is missing.");
        case ErrorKind::corrupt_file: return QT_TRANSLATE_NOOP("haibao::ui::Errors", "The file is damaged, or not what it should be.");
        case ErrorKind::unsupported: return QT_TRANSLATE_NOOP("haibao::ui::Errors", "Haibao, or this device, cannot do that.");
        case ErrorKind::out_of_memory: return QT_TRANSLATE_NOOP("haibao::ui::Errors", "There is not enough memory.");
        case ErrorKind::device: return QT_TRANSLATE_NOOP("haibao::ui::Errors", "The device, or the program that works on it, has failed.");
        case ErrorKind::io:
            return disk_is_full(error) ? QT_TRANSLATE_NOOP("haibao::ui::Errors", "The disk is full.")
                                       : QT_TRANSLATE_NOOP("haibao::ui::Errors", "A file could not be read or written.");
        case ErrorKind::cancelled: return QT_TRANSLATE_NOOP("haibao::ui::Errors", "Cancelled.");
        case ErrorKind::internal: return QT_TRANSLATE_NOOP("haibao::ui::Errors", "Haibao has made a mistake.");
    }
    return "";
}

}  // namespace

QString words_of(const QString& headline, const char* english_headline, const std::string& sentence) {
    const std::string known = Sentences::of_user().translate(sentence);
    if (known != sentence) return QString::fromStdString(known);
    const QString english = QString::fromStdString(sentence);
    if (headline == QLatin1StringView(english_headline)) return english;
    return english.isEmpty() ? headline : Errors::tr("%1 Details: %2").arg(headline, english);
}

QString words_of(const Error& error) {
    if (error.context == translated) return QString::fromStdString(error.message);
    const char* headline = headline_of(error);
    return words_of(Errors::tr(headline), headline, error.message);
}

QString unknown_words(const QStringList& fields) {
    return Errors::tr("%n field(s) of this poster are unknown to this Haibao: they are kept, but have no effect: %1", nullptr, int(fields.size())).arg(fields.join(", "));
}

}  // namespace haibao::ui
