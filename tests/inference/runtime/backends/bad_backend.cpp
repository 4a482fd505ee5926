// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Backends that go wrong, each its own way: built as real libraries for test_probe.cpp.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#if defined(HAIBAO_ABORTS)
extern "C" void* ggml_backend_init() {
    std::fputs("the card has fallen off the bus\n", stderr);
    std::abort();
}
#elif defined(HAIBAO_HANGS)
extern "C" void* ggml_backend_init() {
    for (;;) pause();
}
#elif defined(HAIBAO_LEAVES_SERVICE)
extern "C" void* ggml_backend_init() {
    if (fork() == 0) {
        sleep(40);  // with stdout and stderr open, longer than anybody waits
        _exit(0);
    }
    std::fputs("the service runs\n", stderr);
    std::exit(3);
}
#elif defined(HAIBAO_HANGS_WITH_SERVICE)
extern "C" void* ggml_backend_init() {
    const pid_t service = fork();
    if (service == 0)
        for (;;) pause();
    std::FILE* note = std::fopen(std::getenv("HAIBAO_TEST_NOTE"), "w");
    std::fprintf(note, "%ld\n", static_cast<long>(service));
    std::fclose(note);
    for (;;) pause();
}
#elif defined(HAIBAO_MEETS)
extern "C" void* ggml_backend_init() {
    namespace fs = std::filesystem;
    const fs::path meeting = std::getenv("HAIBAO_TEST_MEETING");
    std::ofstream(meeting / std::to_string(getpid())) << "here";
    while (std::distance(fs::directory_iterator(meeting), fs::directory_iterator()) < 4) usleep(1000);
    std::exit(3);
}
#elif defined(HAIBAO_OTHER_VERSION)
// ggml's record of a backend begins with the version of the interface.
extern "C" void* ggml_backend_init() {
    static int record[64] = {4711};
    return record;
}
#elif defined(HAIBAO_EXITS)
extern "C" void* ggml_backend_init() { std::exit(3); }
#else
extern "C" int haibao_no_backend() { return 1; }
#endif
