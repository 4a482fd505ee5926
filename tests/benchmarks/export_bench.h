// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haibao::bench {

/// A batch of PNG to JPEG, beside magick and vips on the same files. Returns the exit code.
int export_bench();

}  // namespace haibao::bench
