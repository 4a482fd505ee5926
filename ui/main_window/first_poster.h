// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haibao::ui {

class CreatePage;

/// The first start: a finished example is open, the prompt is filled, Generate works.
void open_first_poster(CreatePage& page);

}  // namespace haibao::ui
