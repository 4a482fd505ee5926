// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/base/system_reason.h"

#include <cerrno>
#include <format>

namespace haibao {
namespace {

/// Marks words for the catalogue (i18n/update).
constexpr const char* reason(const char* words) { return words; }

const char* words_of(int error) {
    switch (error) {
        case EACCES:
        case EPERM: return reason("you have no right to it");
        case EBUSY:
        case ETXTBSY: return reason("another program is using it");
        case EDQUOT: return reason("your share of the disk is used up");
        case EEXIST: return reason("there is something of that name already");
        case EFBIG: return reason("it is too large for this file system");
        case EIO: return reason("the disk reports a fault");
        case EISDIR: return reason("it is a folder");
        case ELOOP: return reason("its links lead in a circle");
        case EMFILE:
        case ENFILE: return reason("too many files are open at once");
        case ENAMETOOLONG: return reason("its name is too long");
        case ENODEV:
        case ENXIO:
        case ESTALE: return reason("the disk that it lies on is gone");
        case ENOENT: return reason("it does not exist");
        case ENOMEM: return reason("there is not enough memory");
        case ENOSPC: return reason("the disk is full");
        case ENOTDIR: return reason("a part of its path is not a folder");
        case ENOTEMPTY: return reason("the folder is not empty");
        case EROFS: return reason("the disk is read-only");
        case EXDEV: return reason("it lies on another disk");
        default: return nullptr;
    }
}

}  // namespace

std::string system_reason(int error) {
    if (const char* words = words_of(error)) return words;
    return std::format("{} ({})", std::generic_category().message(error), error);
}

}  // namespace haibao
