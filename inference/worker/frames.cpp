// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/worker/frames.h"

#include <algorithm>

namespace haibao::protocol {
namespace {

void put_little_endian(std::vector<std::uint8_t>& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

std::uint64_t little_endian(std::span<const std::uint8_t> bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | bytes[i];
    return value;
}

}  // namespace

Result<std::vector<std::uint8_t>> serialize(const Frame& frame) {
    const std::string text = frame.head.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (text.size() > max_head_bytes || frame.payload.size() > max_payload_bytes)
        return fail(ErrorKind::invalid_input, "A message of {} + {} bytes is too large for the worker; use fewer or smaller pictures.",
                    text.size(), frame.payload.size());
    std::vector<std::uint8_t> bytes;
    bytes.reserve(frame_prefix_bytes + text.size() + frame.payload.size());
    put_little_endian(bytes, text.size(), 4);
    put_little_endian(bytes, frame.payload.size(), 8);
    bytes.insert(bytes.end(), text.begin(), text.end());
    bytes.insert(bytes.end(), frame.payload.begin(), frame.payload.end());
    return bytes;
}

void FrameParser::feed(std::span<const std::uint8_t> bytes) {
    if (broken_) return;
    if (position_ > 0) {
        buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(position_));
        position_ = 0;
    }
    buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
}

Result<std::optional<Frame>> FrameParser::next() {
    if (broken_) return std::unexpected(*broken_);
    const auto refuse = [this](std::string sentence) {
        broken_ = Error{ErrorKind::corrupt_file, std::move(sentence), {}};
        buffer_.clear();
        position_ = 0;
        return std::unexpected(*broken_);
    };
    const std::span<const std::uint8_t> waiting = std::span(buffer_).subspan(position_);
    if (waiting.size() < frame_prefix_bytes) return std::nullopt;
    const std::uint64_t head_bytes = little_endian(waiting.first(4));
    const std::uint64_t payload_bytes = little_endian(waiting.subspan(4, 8));
    if (head_bytes > max_head_bytes || payload_bytes > max_payload_bytes)
        return refuse(std::format("A frame claims {} + {} bytes; the limits are {} + {}.", head_bytes, payload_bytes, max_head_bytes,
                                  max_payload_bytes));
    if (waiting.size() - frame_prefix_bytes < head_bytes + payload_bytes) return std::nullopt;

    const auto head = waiting.subspan(frame_prefix_bytes, head_bytes);
    const auto payload = waiting.subspan(frame_prefix_bytes + head_bytes, payload_bytes);
    Frame frame{nlohmann::json::parse(head.begin(), head.end(), nullptr, false), {payload.begin(), payload.end()}};
    if (!frame.head.is_object()) return refuse("A frame's head is not a JSON object.");
    position_ += frame_prefix_bytes + head_bytes + payload_bytes;
    return frame;
}

}  // namespace haibao::protocol
