// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <utility>

#include "inference/base/files.h"
#include "inference/weights/mapped_file.h"

#include "inference/base/system_reason.h"

namespace haibao {
namespace {

/// A mapping as the signal handler knows it. It is free while `begin` is 0, taken but not to be looked at while that is 1.
struct Watched {
    std::atomic<std::uintptr_t> begin{0}, end{0};
    std::atomic<bool> lost{false};
};
/// A checkpoint has some dozens of files; what finds no place here is mapped all the same.
std::array<Watched, 1024> watched;
std::uintptr_t page_bytes = 0;

/// Only what is allowed in a handler: atomics and system calls.
void fill_with_zeros(int, siginfo_t* info, void*) {
    const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    const int saved = errno;
    for (Watched& one : watched) {
        const std::uintptr_t begin = one.begin.load(), end = one.end.load();
        if (begin <= 1 || address < begin || address >= end || one.begin.load() != begin) continue;
        const std::uintptr_t from = address / page_bytes * page_bytes;
        one.lost = true;
        void* zeros = mmap(reinterpret_cast<void*>(from), end - from, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0);
        if (zeros == MAP_FAILED) break;
        errno = saved;
        return;
    }
    // None of ours: as without this handler, when the instruction is tried again.
    signal(SIGBUS, SIG_DFL);
}

int watch(std::span<const std::byte> bytes) {
    if (bytes.empty()) return -1;
    for (std::size_t i = 0; i < watched.size(); ++i) {
        std::uintptr_t is_free = 0;
        if (!watched[i].begin.compare_exchange_strong(is_free, 1)) continue;
        const auto begin = reinterpret_cast<std::uintptr_t>(bytes.data());
        watched[i].lost = false;
        watched[i].end = begin + bytes.size();
        watched[i].begin = begin;
        return static_cast<int>(i);
    }
    return -1;
}

}  // namespace

void MappedFile::outlive_lost_files() {
    page_bytes = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    struct sigaction action{};
    action.sa_sigaction = fill_with_zeros;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGBUS, &action, nullptr);
}

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
    // O_NONBLOCK: opening a pipe must not wait for its other end.
    int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        ErrorKind kind = errno == ENOENT || errno == ENOTDIR ? ErrorKind::not_found : ErrorKind::io;
        return fail(kind, "{} cannot be opened: {}.", short_name(path), system_reason(errno));
    }
    struct stat info{};
    void* address = nullptr;
    std::size_t size = 0;
    int error = 0;
    bool regular = fstat(file, &info) == 0 && S_ISREG(info.st_mode);
    if (regular && info.st_size > 0) {
        size = static_cast<std::size_t>(info.st_size);
        address = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
        if (address == MAP_FAILED) error = errno;
    }
    if (!regular || error) close(file);
    if (!regular) return fail(ErrorKind::io, "{} is not a file.", short_name(path));
    if (error == ENODEV) return fail(ErrorKind::io, "{} lies on a file system that cannot map files; copy it to another disk.", short_name(path));
    if (error)
        return fail(ErrorKind::out_of_memory, "{} cannot be mapped: {}.", short_name(path), system_reason(error));
    return MappedFile(std::span(static_cast<const std::byte*>(address), size), file, short_name(path));
}

MappedFile::MappedFile(std::span<const std::byte> bytes, int descriptor, std::string name)
    : bytes_(bytes), descriptor_(descriptor), name_(std::move(name)), place_(watch(bytes)) {}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : bytes_(std::exchange(other.bytes_, {})), descriptor_(std::exchange(other.descriptor_, -1)), name_(std::move(other.name_)),
      place_(std::exchange(other.place_, -1)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    std::swap(descriptor_, other.descriptor_);
    std::swap(name_, other.name_);
    std::swap(place_, other.place_);
    return *this;
}

MappedFile::~MappedFile() {
    if (place_ >= 0) watched[static_cast<std::size_t>(place_)].begin = 0;
    if (!bytes_.empty()) munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
    if (descriptor_ >= 0) close(descriptor_);
}

Result<void> MappedFile::still_there() const {
    // Behind the end of a file the rest of its last page reads as zeros, without a signal.
    struct stat info{};
    const bool is_cut = fstat(descriptor_, &info) != 0 || static_cast<std::uint64_t>(info.st_size) < bytes_.size();
    if (!is_cut && (place_ < 0 || !watched[static_cast<std::size_t>(place_)].lost)) return {};
    return fail(ErrorKind::io, "{} was cut, or its disk went away, while it was read. Bring the disk back or fetch the file again, and start once more.", name_);
}

void MappedFile::release(std::span<const std::byte> part) const {
    // Whole pages inside the part only; a private read-only mapping reads them from the file again when needed.
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    auto begin = (reinterpret_cast<std::uintptr_t>(part.data()) + page - 1) / page * page;
    auto end = reinterpret_cast<std::uintptr_t>(part.data() + part.size()) / page * page;
    if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
}

}  // namespace haibao
