// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <system_error>

namespace haibao {

/// Why the operating system refused, in words of ours for the common reasons, as they stand within a sentence: "{} cannot be
/// written: {}." What has none is told by its number and the system's words.
std::string system_reason(int error);
inline std::string system_reason(const std::error_code& error) { return system_reason(error.value()); }

}  // namespace haibao
