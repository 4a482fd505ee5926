// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

#include "inference/base/result.h"

namespace haibao {

/// A read-only file in memory, paged in as it is touched. Move-only.
class MappedFile {
public:
    /// Errors: not_found, io (rights, not a regular file), out_of_memory (no address space).
    static Result<MappedFile> open(const std::filesystem::path& path);

    /// For programs that must outlive a file which is cut, or whose disk is taken out, while it is read; without it the system ends
    /// them with SIGBUS. From the page on that is no longer there a mapped file then reads as zeros, and still_there() says so. Call
    /// it once, before the first file is opened.
    static void outlive_lost_files();

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    std::span<const std::byte> bytes() const { return bytes_; }
    /// Ask after reading and before what was read is believed. Errors: io (the file was cut or went away).
    Result<void> still_there() const;
    /// Tells the system that these pages will not be needed soon: they stop counting as this process's memory.
    void release(std::span<const std::byte> part) const;

private:
    MappedFile(std::span<const std::byte> bytes, int descriptor, std::string name);
    std::span<const std::byte> bytes_;
    int descriptor_ = -1;
    std::string name_;  ///< for sentences
    int place_ = -1;    ///< in the list of what may get lost; -1: not in it
};

}  // namespace haibao
