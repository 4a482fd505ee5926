// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/worker/pixels.h"

#include <cstring>

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

void append(std::vector<std::uint8_t>& payload, const Mask& mask) {
    payload.insert(payload.end(), mask.values.begin(), mask.values.end());
}

Result<Mask> Pixels::take_mask(int width, int height) {
    const std::size_t bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    if (payload_.size() - position_ < bytes)
        return fail(ErrorKind::invalid_input, "A message holds fewer values than its mask of {}×{} needs.", width, height);
    const auto begin = payload_.begin() + static_cast<std::ptrdiff_t>(position_);
    position_ += bytes;
    return Mask{width, height, {begin, begin + static_cast<std::ptrdiff_t>(bytes)}};
}

nlohmann::json shape_of(const PaintingPoint& point) {
    nlohmann::json shape{{"picture", point.picture}, {"steps", point.steps}, {"values", point.latent.size()}};
    for (const ComputedStep& computed : point.computed) shape["computed"].push_back(computed.step);
    return shape;
}

void append(std::vector<std::uint8_t>& payload, const PaintingPoint& point) {
    const auto append_values = [&payload](std::span<const float> values) {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(values.data());
        payload.insert(payload.end(), bytes, bytes + values.size_bytes());
    };
    append_values(point.latent);
    for (const ComputedStep& computed : point.computed) append_values(computed.velocity);
}

Result<std::vector<float>> Pixels::take_values(std::size_t count) {
    if ((payload_.size() - position_) / sizeof(float) < count)
        return fail(ErrorKind::invalid_input, "A message holds fewer latents than the {} it speaks of.", count);
    std::vector<float> values(count);
    if (count > 0) std::memcpy(values.data(), payload_.data() + position_, count * sizeof(float));
    position_ += count * sizeof(float);
    return values;
}

Result<PaintingPoint> Pixels::take_point(const nlohmann::json& shape) {
    PaintingPoint point;
    std::size_t values = 0;
    if (!shape.is_object()) return fail(ErrorKind::invalid_input, "The latents are not described by an object.");
    Fields fields(shape);
    std::vector<int> computed;
    fields.required("picture", point.picture).required("steps", point.steps).required("values", values).maybe("computed", computed);
    if (computed.size() > 2) fields.complain("computed", "names more than two steps");
    if (auto read = fields.give(true); !read) return pass_on(read);
    auto latent = take_values(values);
    if (!latent) return pass_on(latent);
    point.latent = std::move(*latent);
    for (const int step : computed) {
        auto velocity = take_values(values);
        if (!velocity) return pass_on(velocity);
        point.computed.push_back({step, std::move(*velocity)});
    }
    return point;
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
