// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inference/worker/fields.h"
#include "inference/worker/protocol.h"

// How a record and a request say what time was saved by. "speed" is the precision: it was written before there were speed
// modes, and earlier versions read it so. The mode has a key of its own; without one every step is computed.
namespace haibao::generate {

inline void write_speed(nlohmann::json& object, Precision precision, Speed speed) {
    object["speed"] = protocol::to_string(precision);
    if (speed != Speed::exact) object["speed_mode"] = to_string(speed);
}

inline void read_speed(protocol::Fields& fields, Precision& precision, Speed& speed) {
    std::string precision_word, mode(to_string(Speed::exact));
    fields.required("speed", precision_word).maybe("speed_mode", mode);
    const auto known_precision = protocol::precision_from(precision_word);
    const auto known_mode = speed_from(mode);
    if (!known_precision) fields.complain("speed", "has an unknown value");
    if (!known_mode) fields.complain("speed_mode", "has an unknown value");
    precision = known_precision.value_or(Precision::fast);
    speed = known_mode.value_or(Speed::exact);
}

}  // namespace haibao::generate
