// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/worker/pixels.h"

#include "inference/worker/fields.h"

namespace haibao::protocol {
namespace {

/// Keeps the product of two sides far from overflow; what a payload may hold is less anyway.
constexpr int max_side = 32768;

}  // namespace

nlohmann::json shape_of(const Image& image) { return {{"width", image.width}, {"height", image.height}}; }

void append(std::vector<std::uint8_t>& payload, const Image& image) {
    payload.insert(payload.end(), image.rgb.begin(), image.rgb.end());
}

Result<Image> Pixels::take(const nlohmann::json& shape) {
    Image image;
    Fields fields(shape);
    fields.required("width", image.width).required("height", image.height);
    if (image.width < 1 || image.height < 1 || image.width > max_side || image.height > max_side)
        fields.complain("width and height", "are out of range");
    if (auto sized = fields.give(true); !sized) return pass_on(sized);
    const std::size_t bytes = std::size_t{3} * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    if (payload_.size() - position_ < bytes)
        return fail(ErrorKind::invalid_input, "A message holds fewer pixels than its {}×{} picture needs.", image.width, image.height);
    const auto begin = payload_.begin() + static_cast<std::ptrdiff_t>(position_);
    image.rgb.assign(begin, begin + static_cast<std::ptrdiff_t>(bytes));
    position_ += bytes;
    return image;
}

Result<void> Pixels::end() const {
    if (position_ == payload_.size()) return {};
    return fail(ErrorKind::invalid_input, "A message holds {} bytes more than its pictures need.", payload_.size() - position_);
}

Result<Image> only_picture(const Frame& frame) {
    Pixels pixels(frame.payload);
    const auto shape = frame.head.find("image");
    if (shape == frame.head.end()) return fail(ErrorKind::invalid_input, "The field \"image\" is missing.");
    auto image = pixels.take(*shape);
    if (!image) return image;
    if (auto end = pixels.end(); !end) return pass_on(end);
    return image;
}

}  // namespace haibao::protocol
