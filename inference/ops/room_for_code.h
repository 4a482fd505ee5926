// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haibao::ops::onednn {

/// oneDNN (3.6) goes on where it got no memory for a kernel's code, and later calls a kernel that is not there. So this asks first, and
/// throws std::bad_alloc where the system gives no more.
void require_room_for_code();

}  // namespace haibao::ops::onednn
