// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// haibao-worker: one inference process. It is started by haibao or haibao-cli and speaks protocol.h over its stdin and
// stdout; whatever a library prints goes to stderr.

#include <cstdio>
#include <cstring>

#include "inference/worker/host.h"
#include "inference/worker/session.h"

int main(int argc, char** argv) {
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
        std::puts("haibao-worker " HAIBAO_VERSION);
        return 0;
    }
    if (argc > 1) {
        std::fputs("haibao-worker is started by haibao and haibao-cli; it takes no options but --version.\n", stderr);
        return 2;
    }
    haibao::host::tie_to_parent();
    haibao::protocol::Session session(haibao::host::claim_pipes());
    session.serve();
}
