// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace haibao::ui {

/// Words that outlive the language they were made in, as the names of undo steps do: kept as their source, said when they are
/// shown. `source`: marked by QT_TRANSLATE_NOOP with the same context.
QString lasting(const char* context, const char* source);
/// In the context of the class that speaks; `source`: marked by QT_TR_NOOP.
template <class Speaker>
QString lasting(const Speaker*, const char* source) {
    return lasting(Speaker::staticMetaObject.className(), source);
}
/// What lasting() made, in the language of the moment; other words as they are.
QString said_now(const QString& words);

struct Language {
    const char* code;  ///< as in the names of the catalogues
    const char* name;  ///< in the language itself
};
inline constexpr Language languages[] = {{"en", "English"}, {"zh_CN", "简体中文"}, {"pt_BR", "Português (Brasil)"}};

/// The code of the language that the user wants; empty: the system's.
QString chosen_language();
/// Remembered. Windows made after the next apply_language() speak it.
void choose_language(const QString& code);

/// Loads the words (:/i18n and Qt's own) of the chosen language; numbers and dates follow it, too.
void apply_language();
/// What apply_language() was last called for.
QString applied_language();

}  // namespace haibao::ui
