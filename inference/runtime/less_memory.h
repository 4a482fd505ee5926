// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "inference/runtime/device.h"

namespace haibao {

/// Does `work`, again and again while it runs out of memory and `less` finds a way to do with less. `less` makes that change and
/// says what it is, for the log ("decoding goes on in strips of 64 MiB"), or gives nothing where there is no less. Before each new
/// try the device gives back the memory of graphs. `work` must be such that what an unsuccessful try did does no harm, as
/// Graph::run() is. Errors: those of `work`; a std::bad_alloc from it is out_of_memory. Another exception of it
/// is thrown on only where less memory did not help.
Result<void> with_less_memory(Device& device, const std::function<Result<void>()>& work, const std::function<std::optional<std::string>()>& less);

}  // namespace haibao
