// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include "inference/base/result.h"

namespace haibao {

/// Something that only one process may do at a time, marked by a lock on a file. The system lets go of it when the process
/// ends, however it ends; the file stays.
class FileLock {
public:
    /// Nothing when another process (or another lock in this one) holds it. Makes missing folders. Errors: io.
    static Result<std::optional<FileLock>> try_take(const std::filesystem::path& file);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

}  // namespace haibao
