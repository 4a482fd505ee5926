// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <malloc.h>
#include <sys/resource.h>

#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>

namespace haibao::test {

/// While one lives, this process gets no more than `more` bytes of private memory beyond what it has: the system refuses them.
class MemoryLimit {
public:
    explicit MemoryLimit(std::uint64_t more) {
        malloc_trim(0);
        if (getrlimit(RLIMIT_DATA, &before_) != 0) throw std::runtime_error("the memory limit cannot be read");
        rlimit limit = before_;
        limit.rlim_cur = data_bytes() + more;
        if (setrlimit(RLIMIT_DATA, &limit) != 0) throw std::runtime_error("no memory limit can be set");
    }
    ~MemoryLimit() { setrlimit(RLIMIT_DATA, &before_); }
    MemoryLimit(const MemoryLimit&) = delete;
    MemoryLimit& operator=(const MemoryLimit&) = delete;

private:
    static std::uint64_t data_bytes() {
        std::ifstream status("/proc/self/status");
        std::uint64_t kibibytes = 0;
        for (std::string word; status >> word;)
            if (word == "VmData:" && status >> kibibytes) break;
        return kibibytes << 10;
    }

    rlimit before_{};
};

}  // namespace haibao::test
