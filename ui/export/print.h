// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/poster.h"
#include "inference/base/result.h"

class QWidget;

namespace haibao::ui {

/// The system's print dialog, then the page as large as the paper allows. Errors: a sentence; a cancelled dialog is none.
Result<void> print(const document::Poster& poster, QWidget* parent);

}  // namespace haibao::ui
