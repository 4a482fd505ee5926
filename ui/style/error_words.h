// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "inference/base/result.h"

namespace haibao::ui {

/// An error as the user reads it. Errors come with an English sentence that says everything. Where its translation is not
/// known (app/core/sentences.h), what kind of thing went wrong is said first in the user's language.
QString words_of(const Error& error);
/// The same for a sentence whose kind is not known any more: `headline` is a translated one.
QString words_of(const QString& headline, const char* english_headline, const std::string& sentence);

/// That a poster holds what this version does not know (unknown_fields()).
QString unknown_words(const QStringList& fields);

/// The context of an error whose sentence was translated where it was made.
inline constexpr const char* translated = "translated";

}  // namespace haibao::ui
