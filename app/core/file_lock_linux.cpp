// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "inference/base/system_reason.h"

namespace haibao {

Result<std::optional<FileLock>> FileLock::try_take(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return std::unexpected(Error{ErrorKind::io, std::format("{} cannot be written; has this folder been made read-only?", file.string()),
                                     system_reason(errno)});
    int failure = 0;
    do failure = flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    while (failure == EINTR);
    if (failure == 0) return FileLock(descriptor);
    close(descriptor);
    if (failure == EWOULDBLOCK) return std::nullopt;
    return std::unexpected(Error{ErrorKind::io, std::format("{} cannot be locked on this file system.", file.string()), system_reason(failure)});
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
FileLock::~FileLock() {
    if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace haibao
