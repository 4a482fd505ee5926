// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "inference/base/result.h"
#include "inference/weights/safetensors.h"

namespace haibao {

/// Widens elements [first, first + out.size()) of a computable tensor to float, and looks at every value. Of quantised ones whole
/// blocks.
/// Errors: unsupported (another dtype), corrupt_file (a NaN or infinity: names the tensor and the index).
Result<void> read_floats(const TensorView& tensor, std::int64_t first, std::span<float> out);
/// The whole tensor.
Result<std::vector<float>> read_floats(const TensorView& tensor);

/// Looks for NaN and infinity without keeping the values. Errors: like read_floats.
Result<void> check_finite(const TensorView& tensor);
/// The same for a part of the bytes, a whole number of elements that starts at element `first`.
Result<void> check_finite(const TensorView& tensor, std::int64_t first, std::int64_t count);

}  // namespace haibao
