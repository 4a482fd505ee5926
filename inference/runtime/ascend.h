// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "inference/runtime/devices.h"

namespace haibao {

/// How far an Ascend card is from being used. A `ready` one still needs ggml's CANN backend, which the user builds.
enum class AscendState { no_card, no_driver, no_toolkit, ready };

/// Where to look: the machine's own root, or a made-up one.
struct AscendRoots {
    std::filesystem::path root = "/";
    std::function<std::string(const char*)> environment;             ///< "" where a variable is not set
    std::function<bool(const std::filesystem::path&)> may_open;      ///< a device file, for reading and writing
};
/// This process's own; $HAIBAO_MACHINE_ROOT stands in for / (tests).
AscendRoots machine_roots();

struct AscendFinding {
    AscendState state = AscendState::no_card;
    std::string card;    ///< "Ascend card (PCI 19e5:d802)"; empty without one
    std::string reason;  ///< what is missing and what to do; empty for no_card and ready
};
AscendFinding look_for_ascend(const AscendRoots& roots);

/// The card as a device that cannot be used, for whoever found no usable one: with the finding's reason, or, where all is
/// ready, with how to get the backend.
DeviceInfo missing_ascend(const AscendFinding& finding);

}  // namespace haibao
