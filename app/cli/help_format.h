// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

namespace haibao::cli {

/// The help of `app` and of the commands added to it later: in the user's language, aligned by columns rather than bytes.
void set_help_format(CLI::App& app);

}  // namespace haibao::cli
