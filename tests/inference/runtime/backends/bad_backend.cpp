// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Backends that go wrong, each its own way: built as real libraries for test_probe.cpp.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#if defined(HAIBAO_ABORTS)
extern "C" void* ggml_backend_init() {
    std::fputs("the card has fallen off the bus\n", stderr);
    std::abort();
}
#elif defined(HAIBAO_HANGS)
extern "C" void* ggml_backend_init() {
    for (;;) pause();
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
