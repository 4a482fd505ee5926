// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

namespace haibao::ui {

/// The model that comes with Haibao.
QString built_in_model();
/// A model as people call it: one that comes with Haibao in their language, another one by its own name.
QString shown_model(const std::string& name);

}  // namespace haibao::ui
