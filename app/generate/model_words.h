// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// What a small model knows, and what a prompt asks of it that it does not.
namespace haibao::generate {

/// Whether a Chinese character is in it.
bool is_chinese(const QString& text);

/// Words one after the other, in the manner of the prompt's language: 竹林、猫; bamboo, cat.
QString listed(const QStringList& words, const QString& prompt);

/// Of a model's words those for a prompt: Chinese ones for Chinese, else the first language that is not, or with a user who
/// reads Portuguese the last. `user_language`: "pt".
QStringList words_for(const QStringList& words, const QString& prompt, const QString& user_language);

/// What the prompt asks to be painted and the model with these words does not know, as it stands there, each once, in order.
/// Only common subjects of posters are looked for (poster_subjects.h) and only as whole words, outside of texts in quotes; not
/// where they name a colour. Silence means nothing. `words` empty: the model knows language, nothing is unknown.
QStringList unknown_subjects(const QStringList& words, const QString& prompt);

}  // namespace haibao::generate
