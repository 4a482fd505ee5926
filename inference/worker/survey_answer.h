// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "inference/worker/protocol.h"

namespace haibao::protocol {

/// The answer to `devices`: all of them, and the one that "auto" stands for ("automatic", which an older worker does not say).
struct SurveyAnswer {
    std::vector<DeviceInfo> devices;
    std::string automatic;
};

inline Frame encode(JobId job, const SurveyAnswer& survey) {
    Frame frame = encode(job, survey.devices);
    frame.head["automatic"] = survey.automatic;
    return frame;
}

/// Errors: invalid_input.
inline Result<SurveyAnswer> decode_survey(const Frame& frame) {
    auto devices = decode<std::vector<DeviceInfo>>(frame);
    if (!devices) return pass_on(devices);
    const auto automatic = frame.head.find("automatic");
    return SurveyAnswer{std::move(*devices), automatic != frame.head.end() && automatic->is_string() ? automatic->get<std::string>() : ""};
}

}  // namespace haibao::protocol
