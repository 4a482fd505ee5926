// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inference/worker/fields.h"
#include "inference/worker/protocol.h"

namespace haibao::generate {

/// "precision" and "speed" of a record or a request. Before there were speed modes the precision alone was written, as "speed".
inline void read_speed(protocol::Fields& fields, Precision& precision, Speed& speed) {
    std::string mode;
    std::optional<std::string> precision_word;
    fields.required("speed", mode).maybe("precision", precision_word);
    const auto known_precision = protocol::precision_from(precision_word.value_or(mode));
    const auto known_speed = precision_word ? speed_from(mode) : std::optional(Speed::exact);
    if (!known_precision) fields.complain(precision_word ? "precision" : "speed", "has an unknown value");
    else if (!known_speed) fields.complain("speed", "has an unknown value");
    precision = known_precision.value_or(Precision::fast);
    speed = known_speed.value_or(Speed::exact);
}

}  // namespace haibao::generate
