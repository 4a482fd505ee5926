// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "app/generate/request.h"

namespace haibao::generate {

inline constexpr std::string_view request_format = "haibao.request/1";

/// A request as the queue keeps it. Of the source pictures only the hashes; unlike a record it names the model's folder and
/// the device, because it never leaves the library.
nlohmann::json to_json(const Request& request);
/// Errors: corrupt_file, unsupported (a later format). The sources come back without their pixels.
Result<Request> request_from_json(const nlohmann::json& json);

}  // namespace haibao::generate
