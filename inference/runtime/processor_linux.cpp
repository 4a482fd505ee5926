// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/processor.h"

#include <malloc.h>
#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <string>
#include <thread>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace haibao {

int usable_cores() {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
    return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

std::size_t available_memory() {
    std::size_t available = std::numeric_limits<std::size_t>::max(), kibibytes = 0;
    std::ifstream meminfo("/proc/meminfo");
    for (std::string word; meminfo >> word;)
        if (word == "MemAvailable:" && meminfo >> kibibytes) available = kibibytes << 10;
    // "max" where the group has no limit: then the number is not read.
    std::size_t limit = 0, used = 0;
    if (std::ifstream("/sys/fs/cgroup/memory.max") >> limit && std::ifstream("/sys/fs/cgroup/memory.current") >> used) {
        // Cached files count as used, the model's own among them; the system lets go of them when memory is asked for.
        std::ifstream statistics("/sys/fs/cgroup/memory.stat");
        std::size_t bytes = 0, cached = 0;
        for (std::string word; statistics >> word >> bytes;)
            if (word == "active_file" || word == "inactive_file") cached += bytes;
        used -= std::min(used, cached);
        available = std::min(available, limit > used ? limit - used : 0);
    }
    return available;
}

void return_free_memory() { malloc_trim(0); }

std::uint64_t resident_memory_of(std::int64_t process) {
    std::uint64_t total_pages = 0, resident_pages = 0;
    std::ifstream("/proc/" + std::to_string(process) + "/statm") >> total_pages >> resident_pages;
    return resident_pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

void keep_vulkan_operands_f32() { setenv("GGML_VK_DISABLE_F16", "1", 0); }

namespace {
/// Who holds oneDNN back below bf16 (ONEDNN_MAX_CPU_ISA=AVX2) gets what an older processor would do.
bool may_use_bf16() {
    const char* most = std::getenv("ONEDNN_MAX_CPU_ISA");
    if (!most) return true;
    const std::string set = most;
    return !set.starts_with("SSE") && !set.starts_with("AVX2") && set != "AVX" && set != "AVX512_CORE" && set != "AVX512_CORE_VNNI";
}
}  // namespace

bool processor_multiplies_bf16() {
#if defined(__x86_64__)
    // CPUID leaf 7, subleaf 1, EAX bit 5: AVX512_BF16; every processor with AMX-BF16 has it too.
    unsigned a = 0, b = 0, c = 0, d = 0;
    return may_use_bf16() && __builtin_cpu_supports("avx512f") && __get_cpuid_count(7, 1, &a, &b, &c, &d) && (a & (1u << 5));
#else
    return false;
#endif
}

}  // namespace haibao
