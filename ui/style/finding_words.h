// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/sentences.h"
#include "app/render/finding.h"

namespace haibao::ui {

/// A sentence from below the window, in the user's language where it is known.
inline QString in_user_words(const QString& sentence) { return QString::fromStdString(Sentences::of_user().translate(sentence.toStdString())); }

/// What rendering or an export remarked.
inline QString words_of(const render::Finding& finding) { return in_user_words(finding.message); }

}  // namespace haibao::ui
