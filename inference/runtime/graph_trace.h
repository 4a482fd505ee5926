// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ggml.h>

#include <map>
#include <span>
#include <string>

#include "inference/runtime/trace.h"

namespace haibao {

/// What a custom node does, which ggml cannot know.
struct NodeWork {
    const char* operation;    ///< "linear"
    double flops = 0;         ///< 0 = one per value of the result
    double hidden_bytes = 0;  ///< of operands that are no tensors: packed weights
};
using NodeWorks = std::map<const ggml_tensor*, NodeWork>;

/// Describes a graph that was computed. `ends` holds a time for each node that the device reported in order, empty where
/// it reports none; `begin` and `end` are those of the whole.
GraphRun describe_run(ggml_cgraph* graph, const NodeWorks& works, std::string label, double begin, double end, std::span<const double> ends);

}  // namespace haibao
