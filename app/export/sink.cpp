// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/sink.h"

#include <algorithm>

namespace haibao {
namespace {

constexpr std::size_t most_waiting = 256 << 10;

}  // namespace

Result<void> MemorySink::write(std::span<const std::uint8_t> more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
    size_ = bytes.size();
    return {};
}

Result<void> MemorySink::rewrite(std::uint64_t offset, std::span<const std::uint8_t> changed) {
    if (offset + changed.size() > bytes.size()) return fail(ErrorKind::internal, "An encoder went back to bytes that it never wrote.");
    std::ranges::copy(changed, bytes.begin() + static_cast<std::ptrdiff_t>(offset));
    return {};
}

Result<void> FileSink::write(std::span<const std::uint8_t> bytes) {
    size_ += bytes.size();
    if (waiting_.size() + bytes.size() > most_waiting)
        if (auto flushed = flush(); !flushed) return flushed;
    if (bytes.size() > most_waiting) return file_.write(bytes);
    waiting_.insert(waiting_.end(), bytes.begin(), bytes.end());
    return {};
}

Result<void> FileSink::rewrite(std::uint64_t offset, std::span<const std::uint8_t> bytes) {
    if (auto flushed = flush(); !flushed) return flushed;
    return file_.write_at(offset, bytes);
}

Result<void> FileSink::flush() {
    auto written = file_.write(waiting_);
    waiting_.clear();
    return written;
}

}  // namespace haibao
