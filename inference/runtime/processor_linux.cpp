// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/processor.h"

#include <malloc.h>
#include <sched.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <string_view>
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

namespace {

constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();

/// The number behind a word of a file like /proc/meminfo, which counts in KiB.
std::size_t kibibytes_of(const std::filesystem::path& file, std::string_view name, std::size_t otherwise) {
    std::ifstream lines(file);
    std::size_t kibibytes = 0;
    for (std::string word; lines >> word;)
        if (word == name) return lines >> kibibytes ? kibibytes << 10 : otherwise;
    return otherwise;
}

/// What the control group leaves of a resource; `cached` of what it uses does not count. A limit "max" is none: it is no number.
std::size_t left_by_group(const std::filesystem::path& group, const std::string& resource, std::size_t cached) {
    std::size_t limit = 0, used = 0;
    if (!(std::ifstream(group / (resource + ".max")) >> limit) || !(std::ifstream(group / (resource + ".current")) >> used)) return unlimited;
    used -= std::min(used, cached);
    return limit > used ? limit - used : 0;
}

}  // namespace

std::size_t available_memory(const std::filesystem::path& root) {
    const std::filesystem::path group = root / "sys/fs/cgroup";
    // Cached files count as used, the model's own among them; the system lets go of them when memory is asked for.
    std::ifstream statistics(group / "memory.stat");
    std::size_t bytes = 0, cached = 0;
    for (std::string word; statistics >> word >> bytes;)
        if (word == "active_file" || word == "inactive_file") cached += bytes;
    return std::min(kibibytes_of(root / "proc/meminfo", "MemAvailable:", unlimited), left_by_group(group, "memory", cached));
}

std::size_t free_swap(const std::filesystem::path& root) {
    return std::min(kibibytes_of(root / "proc/meminfo", "SwapFree:", 0), left_by_group(root / "sys/fs/cgroup", "memory.swap", 0));
}

std::size_t private_memory() { return kibibytes_of("/proc/self/status", "RssAnon:", 0); }

void return_free_memory() { malloc_trim(0); }

void return_pages(void* begin, std::size_t bytes) {
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE)), from = reinterpret_cast<std::uintptr_t>(begin);
    const std::uintptr_t first = (from + page - 1) / page * page, last = (from + bytes) / page * page;
    if (first < last) madvise(reinterpret_cast<void*>(first), last - first, MADV_DONTNEED);
}

void return_large_memory_at_once() {
    constexpr int large = 256 << 10;  // bytes: a tile of a large model's weights, too. Fewer mappings than the 65536 that there may be.
    mallopt(M_MMAP_THRESHOLD, large);
    // The heap's end is not to come and go with every node of a graph: that took a fifth of a picture's time.
    constexpr int kept = 64 << 20;
    mallopt(M_TRIM_THRESHOLD, kept);
}

std::uint64_t resident_memory_of(std::int64_t process) {
    std::uint64_t total_pages = 0, resident_pages = 0;
    std::ifstream("/proc/" + std::to_string(process) + "/statm") >> total_pages >> resident_pages;
    return resident_pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

void keep_operands_f32() {
    for (const char* quicker : {"GGML_VK_DISABLE_F16", "GGML_VK_DISABLE_COOPMAT", "GGML_VK_DISABLE_COOPMAT2"}) setenv(quicker, "1", 0);
    setenv("NVIDIA_TF32_OVERRIDE", "0", 0);
}

#if defined(__x86_64__)
namespace {
/// Whether oneDNN is held back to one of these instruction sets (ONEDNN_MAX_CPU_ISA=AVX2): then all is done as on such a processor.
bool held_back_to(std::initializer_list<std::string_view> sets) {
    const char* most = std::getenv("ONEDNN_MAX_CPU_ISA");
    return most && std::ranges::find(sets, std::string_view(most)) != sets.end();
}

/// A bit of CPUID leaf 7.
bool has_feature(unsigned subleaf, char which, unsigned bit) {
    unsigned a = 0, b = 0, c = 0, d = 0;
    return __get_cpuid_count(7, subleaf, &a, &b, &c, &d) && ((which == 'a' ? a : c) & (1u << bit));
}
}  // namespace
#endif

bool processor_multiplies_bf16() {
#if defined(__x86_64__)
    // AVX512_BF16; every processor with AMX-BF16 has it too.
    return !held_back_to({"SSE41", "AVX", "AVX2", "AVX2_VNNI", "AVX2_VNNI_2", "AVX512_CORE", "AVX512_CORE_VNNI"}) && __builtin_cpu_supports("avx512f") &&
           has_feature(1, 'a', 5);
#else
    return false;
#endif
}

bool processor_multiplies_int8() {
#if defined(__x86_64__)
    const bool wide = __builtin_cpu_supports("avx512f") && has_feature(0, 'c', 11), narrow = __builtin_cpu_supports("avx2") && has_feature(1, 'a', 4);
    return !held_back_to({"SSE41", "AVX", "AVX2", "AVX512_CORE"}) && (wide || narrow);
#else
    return false;
#endif
}

}  // namespace haibao
