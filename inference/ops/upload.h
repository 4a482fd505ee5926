// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "inference/ops/layer_stream.h"

// How stored weights get to a device; private to ops/.
namespace haibao::ops {

/// ggml's type of the same stored blocks; GGML_TYPE_COUNT for what is not quantised.
ggml_type block_type(DType dtype);
bool is_stored_as(ggml_type type, DType dtype);

/// Rounds finite floats to the nearest halves, the smallest ones included. False: one of them is more than the largest half.
bool round_to_halves(const float* from, std::size_t count, std::uint16_t* to);

/// Whether values are looked at for NaN: once is enough.
enum class Look { at_every_value, no_more };

/// Sets a tensor from its stored values, converted where it has another type. After a look at them their pages go at once, so that a
/// large table does not stand in memory while it is looked at. Errors: corrupt_file; unsupported: a value is beyond what f16 holds.
Result<void> upload(const TensorStore& store, const StoredTensor& what, Look look);

}  // namespace haibao::ops
