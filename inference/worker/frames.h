// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <vector>

#include "inference/base/result.h"

namespace haibao::protocol {

/// One message on the pipe: a JSON object and raw bytes (pixels) behind it.
///
/// On the wire: u32 length of the JSON text, u64 length of the payload (both little-endian), JSON text (UTF-8), payload.
struct Frame {
    nlohmann::json head = nlohmann::json::object();
    std::vector<std::uint8_t> payload;
};

inline constexpr std::size_t frame_prefix_bytes = 12;
inline constexpr std::size_t max_head_bytes = std::size_t{8} << 20;
inline constexpr std::size_t max_payload_bytes = std::size_t{512} << 20;

/// The bytes of a frame. Text that is not UTF-8 is sent with replacement characters.
/// Errors: invalid_input when the frame is larger than the limits above.
Result<std::vector<std::uint8_t>> serialize(const Frame& frame);

/// Cuts a stream of bytes into frames. Memory grows only with bytes that really arrived, never with a claimed length.
class FrameParser {
public:
    void feed(std::span<const std::uint8_t> bytes);
    /// The next complete frame; an empty optional when more bytes are needed.
    /// Errors: corrupt_file, for good: an oversized length, a head that is not a JSON object. The stream has no way back
    /// to a frame's edge, so every later call repeats the error.
    Result<std::optional<Frame>> next();
    /// Whether a frame has begun and not ended.
    bool in_the_middle() const { return position_ < buffer_.size(); }

private:
    std::vector<std::uint8_t> buffer_;
    std::size_t position_ = 0;  ///< bytes of buffer_ already handed out
    std::optional<Error> broken_;
};

}  // namespace haibao::protocol
