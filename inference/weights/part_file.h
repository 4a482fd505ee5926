// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "inference/base/result.h"

namespace haibao {

/// A large file that is written front to back under the name TARGET.part over more than one run of the program, and renamed when it is
/// whole. It is synced every `sync_bytes`, so that after a power cut all but the last of these may be trusted.
class PartFile {
public:
    /// Opens what an earlier run left, if it begins with `header`, else begins anew. Errors: io (rights, another process at work).
    static Result<PartFile> open(const std::filesystem::path& target, std::string_view header, std::uint64_t sync_bytes);
    PartFile(PartFile&& other) noexcept;
    PartFile& operator=(PartFile&&) = delete;
    ~PartFile();

    /// Bytes of an earlier run that are surely on the disk; 0 when there was none.
    std::uint64_t trusted() const { return trusted_; }
    /// Whether what is there under the part's name was begun with another header.
    bool belongs_to_another() const { return belongs_to_another_; }
    /// Cuts the file to `bytes`, or to the header, which is written where it is not there yet.
    Result<void> resume_at(std::uint64_t bytes, std::string_view header);
    std::uint64_t size() const { return size_; }
    /// Errors: io (space).
    Result<void> append(std::span<const std::byte> bytes);
    /// Syncs and renames.
    Result<void> finish();

private:
    PartFile(std::filesystem::path target, int descriptor, std::uint64_t sync_bytes)
        : target_(std::move(target)), descriptor_(descriptor), sync_bytes_(sync_bytes) {}
    std::filesystem::path part() const { return target_.string() + ".part"; }

    std::filesystem::path target_;
    int descriptor_ = -1;
    std::uint64_t sync_bytes_;
    bool belongs_to_another_ = false;
    std::uint64_t size_ = 0, trusted_ = 0, synced_ = 0;
};

}  // namespace haibao
