// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "inference/base/result.h"

namespace haibao {

/// What to do when the target exists (export-spec §6). `unique` writes name_1.png, name_2.png, … instead.
enum class IfExists { fail, overwrite, unique };

/// A file that appears under its name complete or not at all: it is written under a hidden temporary name in the same
/// folder, synced and then renamed; the folder is synced too. Two processes with `unique` never take the same name.
class AtomicFile {
public:
    /// Whether a file may stand there: nothing does, a file or a folder. Errors: io (a device, a pipe).
    static Result<void> check(const std::filesystem::path& target);
    /// Starts writing; missing parent folders are made. Errors: io (rights, space, no such folder), those of check().
    static Result<AtomicFile> create(const std::filesystem::path& target);
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&&) = delete;
    /// Removes the temporary file unless commit() succeeded.
    ~AtomicFile();

    Result<void> write(std::span<const std::uint8_t> bytes);
    /// Writes over bytes that are there already (a header whose values are known at the end).
    Result<void> write_at(std::uint64_t offset, std::span<const std::uint8_t> bytes);
    /// Where the bytes are until then.
    const std::filesystem::path& temporary() const { return temporary_; }
    /// Returns the name really used. Errors: io; with IfExists::fail also when the target exists.
    Result<std::filesystem::path> commit(IfExists if_exists);

private:
    AtomicFile(std::filesystem::path target, std::filesystem::path temporary, int descriptor);

    std::filesystem::path target_, temporary_;
    int descriptor_ = -1;
};

/// All of it at once: create, write, commit.
Result<std::filesystem::path> write_file(const std::filesystem::path& target, std::span<const std::uint8_t> bytes, IfExists if_exists);

/// Whether an error of these functions means that there is no space left (or none allowed), or that the target exists.
bool disk_is_full(const Error& error);
bool file_exists(const Error& error);

/// name.png → name_3.png; 0 leaves the path as it is.
std::filesystem::path numbered(const std::filesystem::path& path, int number);

}  // namespace haibao
