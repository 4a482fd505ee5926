// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// rpc_server HOST:PORT: ggml's own server with the processor behind it, as it runs on the other machine. Debian's packages
// hold the library but no program.
#include <ggml-rpc.h>
#include <sys/prctl.h>

#include <csignal>
#include <cstdio>

#include "inference/runtime/ggml_registry.h"

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    auto processor = haibao::load_target("cpu");
    auto address = haibao::rpc_function("ggml_backend_rpc_start_server");
    if (!processor || !address) {
        std::fprintf(stderr, "%s\n", (processor ? address.error() : processor.error()).message.c_str());
        return 1;
    }
    ggml_backend_dev_t device = processor->front().device;
    reinterpret_cast<decltype(&ggml_backend_rpc_start_server)>(*address)(argv[1], nullptr, 1, 1, &device);
    return 1;
}
