// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "inference/ops/lanes.h"
#include "inference/ops/ops.h"

namespace haibao::ops {

/// x becomes activation(x).
[[gnu::always_inline]] inline void activate(Lanes& x, Activation activation) {
    switch (activation) {
        case Activation::none: return;
        case Activation::silu: return sigmoid_times(x, x);
        case Activation::gelu_tanh: {  // x/2 · (1 + tanh u) = x / (1 + e^−2u)
            const Lanes twice = 1.5957691216057308f * (x + 0.044715f * x * x * x);
            return sigmoid_times(x, twice);
        }
        case Activation::gelu_erf:
            for (int i = 0; i < lanes; ++i) x[i] = 0.5f * x[i] * (1.0f + std::erf(x[i] * 0.70710678f));
    }
}

}  // namespace haibao::ops
