// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/library_place.h"

#include <system_error>

#include "app/gallery/library.h"

namespace haibao::gallery {

Result<void> check_there(const std::filesystem::path& library) {
    std::error_code unknown;
    if (std::filesystem::exists(database_file(library), unknown)) return {};
    return fail(ErrorKind::io, "The library {} is not there any more; is its disk still connected?", library.string());
}

}  // namespace haibao::gallery
