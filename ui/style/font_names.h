// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace haibao::ui {

/// A family as people call it: 霞鹜文楷 instead of LXGW WenKai where the font says so in the user's language.
QString shown_family(const QString& family);
/// A face in the user's language, as far as its words are known: 粗体 instead of Bold.
QString shown_face(const QString& face);

}  // namespace haibao::ui
