// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/file.h"

namespace haibao::document {

/// A database over a copy of the bytes, read only. Private to app/document.
Result<sqlite::Database> open_bytes(QByteArrayView bytes, const std::string& name);

}  // namespace haibao::document
