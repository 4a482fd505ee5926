// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz_target.h"

/// fuzz_X [--runs N] [--seed N] PATH…: every file below the paths, then N mutations of them. The sequence depends on
/// nothing but corpus and seed, so a finding can be repeated; the last input is written to crash-FUZZ_X before a
/// sanitizer ends the program. An input that takes half a minute is a finding as well.

// A parser that asks for a gigabyte because a file says so is a finding too.
extern "C" const char* __asan_default_options() {
    return "max_allocation_size_mb=1024:hard_rss_limit_mb=3072:allocator_may_return_null=0:detect_leaks=0";
}
extern "C" void __sanitizer_set_death_callback(void (*callback)());

namespace {

std::string current, crash_file;

void keep_input() {
    if (std::FILE* file = std::fopen(crash_file.c_str(), "wb")) {
        std::fwrite(current.data(), 1, current.size(), file);
        std::fclose(file);
        std::fprintf(stderr, "The input is kept in %s\n", crash_file.c_str());
    }
}

constexpr unsigned hang_seconds = 30;

void on_hang(int) {
    std::fprintf(stderr, "An input took more than %u seconds.\n", hang_seconds);
    keep_input();
    _exit(1);
}

/// splitmix64
struct Random {
    std::uint64_t state;
    std::uint64_t next() {
        std::uint64_t z = state += 0x9e3779b97f4a7c15;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
        z = (z ^ z >> 27) * 0x94d049bb133111eb;
        return z ^ z >> 31;
    }
    /// 0 … bound − 1; 0 for bound 0
    std::size_t below(std::size_t bound) { return bound ? next() % bound : 0; }
};

// Fragments that parsers of JSON, numbers and text trip over.
constexpr const char* fragments[] = {"-1",
                                     "0",
                                     "1e999",
                                     "18446744073709551615",
                                     "9223372036854775808",
                                     "4294967296",
                                     "null",
                                     "true",
                                     "[",
                                     "]",
                                     "{",
                                     "}",
                                     "\"",
                                     "\\",
                                     "\\u0000",
                                     "\\ud800",
                                     ":",
                                     ",",
                                     "[[[[",
                                     "{\"a\":",
                                     "\xff",
                                     "\xed\xa0\x80",
                                     "\xf0\x9f\x99\x82",
                                     "“",
                                     "”",
                                     "「",
                                     "'",
                                     "\n",
                                     "..",
                                     "/"};

void mutate(std::string& input, const std::vector<std::string>& corpus, Random& random) {
    const std::size_t at = random.below(input.size() + 1),
                      length = 1 + random.below(std::min<std::size_t>(input.size() + 1, 64));
    const std::string piece = input.substr(at, length);
    const std::string& other = corpus[random.below(corpus.size())];
    switch (random.below(9)) {
        case 0:
            if (at < input.size()) input[at] = static_cast<char>(input[at] ^ 1 << random.below(8));
            break;
        case 1:
            if (at < input.size()) input[at] = static_cast<char>(random.next());
            break;
        case 2: input.erase(at, length); break;
        case 3: input.insert(at, fragments[random.below(std::size(fragments))]); break;
        case 4: input.replace(at, length, fragments[random.below(std::size(fragments))]); break;
        case 5: input.insert(random.below(input.size() + 1), piece); break;
        case 6: input = input.substr(0, at) + other.substr(random.below(other.size() + 1)); break;
        case 7: input.resize(at); break;
        case 8:
            for (std::size_t copies = random.below(64); copies && input.size() < 65536; --copies)
                input.insert(at, piece);
            break;
    }
    if (input.size() > 1 << 20) input.resize(1 << 20);
}

void run(std::string input) {
    current = std::move(input);
    // A copy of exactly this size, so that reading one byte too far is seen.
    std::vector<std::uint8_t> bytes(current.begin(), current.end());
    alarm(hang_seconds);
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

std::vector<std::string> read_corpus(const std::vector<std::string>& paths) {
    std::vector<std::filesystem::path> files;
    for (const std::string& path : paths) {
        if (!std::filesystem::is_directory(path))
            files.emplace_back(path);
        else
            for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
                if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<std::string> corpus{""};
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return corpus;
}

}  // namespace

int main(int count, char** words) {
    std::uint64_t runs = 20000, seed = 1;
    std::vector<std::string> paths;
    for (int i = 1; i < count; ++i) {
        if (!std::strcmp(words[i], "--runs") && i + 1 < count)
            runs = std::strtoull(words[++i], nullptr, 10);
        else if (!std::strcmp(words[i], "--seed") && i + 1 < count)
            seed = std::strtoull(words[++i], nullptr, 10);
        else
            paths.emplace_back(words[i]);
    }
    crash_file = "crash-" + std::filesystem::path(words[0]).filename().string();
    __sanitizer_set_death_callback(keep_input);
    std::signal(SIGALRM, on_hang);
    const std::vector<std::string> corpus = read_corpus(paths);
    for (const std::string& input : corpus) run(input);
    Random random{seed};
    for (std::uint64_t i = 0; i < runs; ++i) {
        std::string input = corpus[random.below(corpus.size())];
        for (std::size_t steps = 1 + random.below(8); steps; --steps) mutate(input, corpus, random);
        run(std::move(input));
    }
    std::printf("%zu files and %llu mutations: nothing found\n", corpus.size() - 1,
                static_cast<unsigned long long>(runs));
}
