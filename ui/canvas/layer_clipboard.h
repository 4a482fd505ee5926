// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/poster_session.h"

namespace haibao::ui {

/// The selected layers with their pictures go into the clipboard; texts as text, too.
void copy_selection(const PosterSession& session);
void cut_selection(PosterSession& session);
/// Layers from any poster, a picture, or words as a new text. False when the clipboard holds none of these.
bool paste_layers(PosterSession& session);

}  // namespace haibao::ui
