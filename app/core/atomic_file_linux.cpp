// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <random>
#include <utility>

#include "inference/base/system_reason.h"

namespace haibao {
namespace fs = std::filesystem;
namespace {

/// Room for ".", ".haibao-PID-RANDOM.part" around the name: a component may have 255 bytes.
constexpr std::size_t max_name_in_temporary = 220;

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

fs::path temporary_name(const fs::path& target) {
    std::string name = target.filename().string();
    if (name.size() > max_name_in_temporary) {
        std::size_t end = max_name_in_temporary;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;  // not inside a UTF-8 character
        name.resize(end);
    }
    return folder_of(target) / std::format(".{}.haibao-{}-{:08x}.part", name, getpid(), std::random_device{}());
}

/// Like rename(), but refuses with EEXIST. Falls back to link() on file systems without the flag.
int rename_without_replacing(const fs::path& from, const fs::path& to) {
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    if (link(from.c_str(), to.c_str()) == 0) {
        unlink(from.c_str());
        return 0;
    }
    if (errno != EPERM && errno != EOPNOTSUPP) return errno;
    // A file system without either (FAT over FUSE): the check and the rename are two steps there.
    if (access(to.c_str(), F_OK) == 0) return EEXIST;
    return std::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

void sync_folder(const fs::path& folder) {
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    fsync(descriptor);
    close(descriptor);
}

std::string megabytes(std::uint64_t bytes) { return std::format("{:.1f} MB", static_cast<double>(bytes) / 1e6); }

Error describe(const fs::path& target, int system_error, std::uint64_t needed) {
    const std::string name = target.filename().string();
    const std::string folder = folder_of(target).string();
    std::string sentence;
    switch (system_error) {
        case ENOSPC:
        case EDQUOT: {
            std::error_code unknown;
            const auto space = fs::space(folder_of(target), unknown);
            sentence = std::format("The disk is full: {} needs about {}, {} are free in {}. Free some space or choose another folder.", name,
                                   megabytes(needed), unknown ? "fewer" : megabytes(space.available), folder);
            break;
        }
        case EACCES:
        case EPERM: sentence = std::format("There is no right to write {} into {}; choose another folder.", name, folder); break;
        case EROFS: sentence = std::format("{} is read-only, {} cannot be written there; choose another folder.", folder, name); break;
        case EEXIST: sentence = std::format("{} exists already in {} and was left as it is.", name, folder); break;
        case EISDIR: sentence = std::format("{} is a folder; name a file.", target.string()); break;
        case ENOENT:
        case ENOTDIR: sentence = std::format("The folder {} is not there (any more), {} cannot be written.", folder, name); break;
        case ENAMETOOLONG: sentence = std::format("The name {} is too long for the file system.", name); break;
        default: sentence = std::format("{} could not be written into {}: {}.", name, folder, system_reason(system_error));
    }
    return {ErrorKind::io, sentence, std::format("{}: {}", target.string(), system_reason(system_error))};
}

bool ends_with_reason(const Error& error, int system_error) { return error.kind == ErrorKind::io && error.context.ends_with(system_reason(system_error)); }

}  // namespace

bool disk_is_full(const Error& error) { return ends_with_reason(error, ENOSPC) || ends_with_reason(error, EDQUOT); }
bool file_exists(const Error& error) { return ends_with_reason(error, EEXIST); }

fs::path numbered(const fs::path& path, int number) {
    if (number == 0) return path;
    return path.parent_path() / std::format("{}_{}{}", path.stem().string(), number, path.extension().string());
}

AtomicFile::AtomicFile(fs::path target, fs::path temporary, int descriptor)
    : target_(std::move(target)), temporary_(std::move(temporary)), descriptor_(descriptor) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

AtomicFile::~AtomicFile() {
    if (descriptor_ >= 0) close(descriptor_);
    if (!temporary_.empty()) unlink(temporary_.c_str());
}

Result<void> AtomicFile::check(const fs::path& target) {
    std::error_code error;
    const auto status = fs::status(target, error);
    if (!fs::exists(status) || fs::is_regular_file(status) || fs::is_directory(status)) return {};
    return fail(ErrorKind::io, "{} is a device or a pipe and no file that can be written anew; name another one.", target.string());
}

Result<AtomicFile> AtomicFile::create(const fs::path& target) {
    if (!target.has_filename()) return std::unexpected(describe(target, EISDIR, 0));
    std::error_code error;
    fs::create_directories(folder_of(target), error);
    if (error) return std::unexpected(describe(target, error.value(), 0));
    if (auto possible = check(target); !possible) return pass_on(possible);
    fs::path temporary = temporary_name(target);
    const int descriptor = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        const int reason = errno;
        const bool takes_none = reason == ENOENT && fs::is_directory(folder_of(target), error);  // as /proc
        return std::unexpected(describe(target, takes_none ? EROFS : reason, 0));
    }
    return AtomicFile(target, std::move(temporary), descriptor);
}

Result<void> AtomicFile::write(std::span<const std::uint8_t> bytes) {
    const std::uint64_t needed = bytes.size();
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return std::unexpected(describe(target_, errno, needed));
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return {};
}

Result<void> AtomicFile::write_at(std::uint64_t offset, std::span<const std::uint8_t> bytes) {
    const std::uint64_t needed = bytes.size();
    while (!bytes.empty()) {
        const ssize_t count = pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return std::unexpected(describe(target_, errno, needed));
        bytes = bytes.subspan(static_cast<std::size_t>(count));
        offset += static_cast<std::uint64_t>(count);
    }
    return {};
}

Result<fs::path> AtomicFile::commit(IfExists if_exists) {
    const bool synced = fsync(descriptor_) == 0;
    const int sync_error = errno;
    const bool closed = close(std::exchange(descriptor_, -1)) == 0;
    if (!synced || !closed) return std::unexpected(describe(target_, synced ? errno : sync_error, 0));
    std::error_code ignored;
    if (fs::is_directory(target_, ignored)) return std::unexpected(describe(target_, EISDIR, 0));
    fs::path final_name = target_;
    if (if_exists == IfExists::overwrite) {
        if (std::rename(temporary_.c_str(), target_.c_str()) != 0) return std::unexpected(describe(target_, errno, 0));
    } else {
        int failure = rename_without_replacing(temporary_, final_name);
        for (int number = 1; failure == EEXIST && if_exists == IfExists::unique; ++number)
            failure = rename_without_replacing(temporary_, final_name = numbered(target_, number));
        if (failure != 0) return std::unexpected(describe(final_name, failure, 0));
    }
    temporary_.clear();
    sync_folder(folder_of(final_name));
    return final_name;
}

Result<fs::path> write_file(const fs::path& target, std::span<const std::uint8_t> bytes, IfExists if_exists) {
    auto file = AtomicFile::create(target);
    if (!file) return pass_on(file);
    if (auto written = file->write(bytes); !written) return pass_on(written);
    return file->commit(if_exists);
}

}  // namespace haibao
