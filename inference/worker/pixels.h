// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "inference/worker/frames.h"
#include "inference/base/image.h"

// Pictures in frames: their sizes in the head, their pixels one after the other in the payload.
namespace haibao::protocol {

nlohmann::json shape_of(const Image& image);
void append(std::vector<std::uint8_t>& payload, const Image& image);

/// Takes pictures from a payload in order; the sizes come from untrusted JSON.
class Pixels {
public:
    explicit Pixels(const std::vector<std::uint8_t>& payload) : payload_(payload) {}
    /// Errors: invalid_input.
    Result<Image> take(const nlohmann::json& shape);
    /// Errors: invalid_input when bytes are left over.
    Result<void> end() const;

private:
    const std::vector<std::uint8_t>& payload_;
    std::size_t position_ = 0;
};

/// The picture of a frame that holds exactly one, under "image".
Result<Image> only_picture(const Frame& frame);

}  // namespace haibao::protocol
