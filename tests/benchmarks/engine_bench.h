// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haibao::bench {

/// What the engine costs at the released layer shapes, beside others on the same machine in the same run. Arguments:
///   [MODEL]          whose small files the synthetic model takes; default: the built-in one
///   --against LIST   ggml (default), torch, llama, or several with commas; who is absent is named and left out
///   --precision P    fast (default), int8 or f32
///   --device D       cpu (default) or another that `haibao-cli devices` names; torch_peer.py --device cuda is its peer
///   --only TEXT      cases whose names hold TEXT
///   --json           the same figures as one JSON object
/// Returns the exit code.
int engine_bench(int count, char** words);

/// `./run bench quantised`: blocks and layers with quantised matrices. Returns the exit code.
int quantised_bench();

}  // namespace haibao::bench
