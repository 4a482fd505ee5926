// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// haibao-worker: one inference process. It is started by haibao or haibao-cli and speaks protocol.h over its stdin and
// stdout; whatever a library prints goes to stderr. Itself it starts processes of the same program that try a backend
// (--probe LIBRARY) or measure a device (--calibrate LIBRARY DEVICE) and print what came of it; haibao-cli
// plan asks how fast weights come to one (--upload DEVICE).

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "inference/runtime/probe.h"
#include "inference/worker/calibrate.h"
#include "inference/worker/host.h"
#include "inference/worker/session.h"

namespace {

/// Tries one thing and prints one JSON object; a library or driver that ends the process is the parent's to report.
template <class Work>
int briefly(Work work) {
    haibao::host::tie_to_parent();
    haibao::host::die_quietly();
    const haibao::host::Pipes pipes = haibao::host::claim_pipes();
    const std::string text = work();
    const bool written = haibao::host::write_all(pipes.out, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    std::_Exit(written ? EXIT_SUCCESS : EXIT_FAILURE);  // no library's destructors, some of which hang
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view option = argc > 1 ? argv[1] : "";
    if (argc == 2 && option == "--version") {
        std::puts("haibao-worker " HAIBAO_VERSION);
        return 0;
    }
    if (argc == 3 && option == "--probe") return briefly([&] { return haibao::probe_report(argv[2]); });
    if (argc == 4 && option == "--calibrate") return briefly([&] { return haibao::calibration_report(argv[2], argv[3]); });
    if (argc == 3 && option == "--upload") {
        haibao::set_probe_program("/proc/self/exe");
        return briefly([&] { return haibao::upload_report(argv[2]); });
    }
    if (argc > 1) {
        std::fputs("haibao-worker is started by haibao and haibao-cli; it takes no options but --version.\n", stderr);
        return 2;
    }
    haibao::host::tie_to_parent();
    haibao::set_probe_program("/proc/self/exe");
    haibao::protocol::Session session(haibao::host::claim_pipes());
    session.serve();
}
