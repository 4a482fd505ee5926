// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/sentences.h"
#include "app/render/finding.h"

namespace haibao::ui {

/// What rendering or an export remarked, in the user's language.
inline QString words_of(const render::Finding& finding) { return QString::fromStdString(Sentences::of_user().translate(finding.message.toStdString())); }

}  // namespace haibao::ui
