// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace haibao::ui {

class CreatePage;

/// What the prompt is filled with then, in the language of the window.
QString first_prompt();

/// The first start: a finished example is open, the prompt is filled, Generate works.
void open_first_poster(CreatePage& page);

}  // namespace haibao::ui
