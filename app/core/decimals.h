// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace haibao {

/// "1.5" as the user's language writes it: "1,5" in Portuguese. Only a point between two digits is one. For what a person
/// reads, never for JSON or what is read again.
std::string decimal(std::string_view number);
/// With so many places.
std::string decimal(double value, int places);

/// Whether this is a number with a point, and perhaps a unit: "4.5", "1.5 GB", "-0.3 mm", "97.2 %".
bool is_measure(std::string_view text);

}  // namespace haibao
