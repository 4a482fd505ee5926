// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <utility>

#include "inference/base/files.h"
#include "inference/weights/part_file.h"

#include "inference/base/system_reason.h"

namespace haibao {
namespace {

std::unexpected<Error> cannot_write(const std::filesystem::path& file) {
    if (errno == ENOSPC || errno == EDQUOT)
        return fail(ErrorKind::io, "{} cannot be written: {}. Free some space; the same command goes on then.", short_name(file, 1), system_reason(errno));
    return fail(ErrorKind::io, "{} cannot be written: {}.", short_name(file, 1), system_reason(errno));
}

}  // namespace

Result<PartFile> PartFile::open(const std::filesystem::path& target, std::string_view header, std::uint64_t sync_bytes) {
    std::error_code ignored;
    if (target.has_parent_path()) std::filesystem::create_directories(target.parent_path(), ignored);
    const std::string name = target.string() + ".part";
    PartFile file(target, ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644), sync_bytes);
    if (file.descriptor_ < 0) return cannot_write(name);
    if (flock(file.descriptor_, LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorKind::io, "Another process is writing {} just now.", short_name(name, 1));
    struct stat info{}, named{};
    if (fstat(file.descriptor_, &info) != 0) return fail(ErrorKind::io, "{} cannot be read: {}.", short_name(name, 1), system_reason(errno));
    // Whoever had the lock may have finished meanwhile: then this is the finished file, under its other name.
    if (stat(name.c_str(), &named) != 0 || named.st_dev != info.st_dev || named.st_ino != info.st_ino)
        return fail(ErrorKind::io, "Another process has just finished {}.", short_name(target, 1));
    std::string begin(header.size(), '\0');
    const auto size = static_cast<std::uint64_t>(info.st_size);
    // One that was ended early may not have its whole header.
    begin.resize(static_cast<std::size_t>(std::min<std::uint64_t>(size, begin.size())));
    const bool begun = pread(file.descriptor_, begin.data(), begin.size(), 0) == static_cast<ssize_t>(begin.size()) && header.starts_with(begin);
    const bool same = begun && size > header.size();
    file.belongs_to_another_ = !begun;
    // A file that was only killed is whole to its end; one that lost its power has holes in what was not synced.
    file.trusted_ = same ? size - std::min(size, sync_bytes) : 0;
    return file;
}

PartFile::PartFile(PartFile&& other) noexcept
    : target_(std::move(other.target_)), descriptor_(std::exchange(other.descriptor_, -1)), sync_bytes_(other.sync_bytes_),
      belongs_to_another_(other.belongs_to_another_), size_(other.size_), trusted_(other.trusted_), synced_(other.synced_) {}

PartFile::~PartFile() {
    if (descriptor_ >= 0) close(descriptor_);
}

Result<void> PartFile::resume_at(std::uint64_t bytes, std::string_view header) {
    const bool anew = trusted_ == 0 || bytes <= header.size();
    if (ftruncate(descriptor_, static_cast<off_t>(anew ? 0 : bytes)) != 0 || lseek(descriptor_, 0, SEEK_END) < 0) return cannot_write(part());
    size_ = synced_ = anew ? 0 : bytes;
    return anew ? append(std::as_bytes(std::span(header))) : Result<void>();
}

Result<void> PartFile::append(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        // Never more than sync_bytes_ without a sync: that much is distrusted after a power cut.
        const auto now = bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), sync_bytes_ - (size_ - synced_))));
        const ssize_t written = ::write(descriptor_, now.data(), now.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return cannot_write(part());
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        size_ += static_cast<std::uint64_t>(written);
        if (size_ - synced_ < sync_bytes_) continue;
        if (fdatasync(descriptor_) != 0) return cannot_write(part());
        posix_fadvise(descriptor_, 0, static_cast<off_t>(size_), POSIX_FADV_DONTNEED);
        synced_ = size_;
    }
    return {};
}

Result<void> PartFile::finish() {
    if (fsync(descriptor_) != 0) return cannot_write(part());
    if (std::rename(part().c_str(), target_.c_str()) != 0) return cannot_write(target_);
    const std::filesystem::path folder = target_.has_parent_path() ? target_.parent_path() : ".";
    if (const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); directory >= 0) {
        fsync(directory);
        close(directory);
    }
    return {};
}

}  // namespace haibao
