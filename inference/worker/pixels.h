// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <vector>

#include "inference/base/image.h"
#include "inference/pipeline/engine.h"
#include "inference/worker/frames.h"

// Pictures and latents in frames: their sizes in the head, their values one after the other in the payload.
namespace haibao::protocol {

nlohmann::json shape_of(const Image& image);
void append(std::vector<std::uint8_t>& payload, const Image& image);
void append(std::vector<std::uint8_t>& payload, const Mask& mask);

nlohmann::json shape_of(const PaintingPoint& point);
/// Latents, then the velocities: 32-bit floats in the machine's own order: a pipe and a job's folder do not leave the machine.
void append(std::vector<std::uint8_t>& payload, const PaintingPoint& point);

/// Takes pictures and latents from a payload in order; the sizes come from untrusted JSON.
class Pixels {
public:
    explicit Pixels(const std::vector<std::uint8_t>& payload) : payload_(payload) {}
    /// Errors: invalid_input.
    Result<Image> take(const nlohmann::json& shape);
    Result<Mask> take_mask(int width, int height);
    Result<PaintingPoint> take_point(const nlohmann::json& shape);
    /// Errors: invalid_input when bytes are left over.
    Result<void> end() const;

private:
    Result<std::vector<float>> take_values(std::size_t count);

    const std::vector<std::uint8_t>& payload_;
    std::size_t position_ = 0;
};

/// The picture of a frame that holds exactly one, under "image".
Result<Image> only_picture(const Frame& frame);

}  // namespace haibao::protocol
