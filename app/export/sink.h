// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/core/atomic_file.h"
#include "inference/base/result.h"

namespace haibao {

/// Where an encoder puts its bytes, from the first to the last.
class Sink {
public:
    virtual ~Sink() = default;
    virtual Result<void> write(std::span<const std::uint8_t> bytes) = 0;
    /// Replaces bytes that were written before.
    virtual Result<void> rewrite(std::uint64_t offset, std::span<const std::uint8_t> bytes) = 0;
    std::uint64_t size() const { return size_; }  ///< bytes so far

protected:
    std::uint64_t size_ = 0;
};

class MemorySink : public Sink {
public:
    Result<void> write(std::span<const std::uint8_t> bytes) override;
    Result<void> rewrite(std::uint64_t offset, std::span<const std::uint8_t> bytes) override;
    std::vector<std::uint8_t> bytes;
};

/// Into a file that is not complete until its commit(). Small writes are gathered; call flush() before commit().
class FileSink : public Sink {
public:
    explicit FileSink(AtomicFile& file) : file_(file) {}
    Result<void> write(std::span<const std::uint8_t> bytes) override;
    Result<void> rewrite(std::uint64_t offset, std::span<const std::uint8_t> bytes) override;
    Result<void> flush();

private:
    AtomicFile& file_;
    std::vector<std::uint8_t> waiting_;
};

}  // namespace haibao
