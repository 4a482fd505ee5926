// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/ascend.h"

#include <ggml.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <vector>

#include "inference/runtime/backend_libraries.h"

namespace haibao {
namespace fs = std::filesystem;
namespace {

std::string first_word(const fs::path& file) {
    std::string word;
    std::ifstream(file) >> word;
    return word;
}

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

std::vector<fs::path> entries(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

/// "19e5:d802" of the first accelerator that the vendor made; the same vendor makes bridges and graphics, too.
std::string pci_card(const fs::path& root) {
    constexpr std::string_view vendor = "0x19e5", accelerator = "0x1200";
    for (const fs::path& device : entries(root / "sys/bus/pci/devices"))
        if (first_word(device / "vendor") == vendor && first_word(device / "class").starts_with(accelerator))
            return "19e5:" + first_word(device / "device").substr(2);
    return {};
}

/// /dev/davinci0, davinci1, …: one per card.
std::vector<fs::path> card_files(const fs::path& root) {
    std::vector<fs::path> found = entries(root / "dev");
    std::erase_if(found, [](const fs::path& path) {
        const std::string name = path.filename().string(), digits = name.starts_with("davinci") ? name.substr(7) : "";
        return digits.empty() || !std::ranges::all_of(digits, [](unsigned char c) { return std::isdigit(c); });
    });
    return found;
}

/// Why the driver cannot be used; empty when it can.
std::string driver_trouble(const AscendRoots& roots, std::vector<fs::path> files) {
    if (files.empty()) {
        if (is_there(roots.root / "usr/local/Ascend/driver"))
            return "Its driver is installed but not at work: there is no /dev/davinci0. Restart the machine, and see what npu-smi info says.";
        return "Its driver is not installed. Install the vendor's driver and firmware for this card and restart; npu-smi info then lists it.";
    }
    for (const char* name : {"davinci_manager", "devmm_svm", "hisi_hdc"}) {
        if (!is_there(roots.root / "dev" / name))
            return std::format("/dev/{} is missing, so the driver is not whole. In a container pass that file on, too; else install the driver again.", name);
        files.push_back(roots.root / "dev" / name);
    }
    for (const fs::path& file : files)
        if (!roots.may_open(file))
            return std::format("You have no right to use /dev/{}. Join the group that owns it (usually: sudo usermod -aG HwHiAiUser $USER) and log in again.",
                               file.filename().string());
    return {};
}

bool is_toolkit(const fs::path& folder) {
    return std::ranges::any_of(std::array{"lib64", "runtime/lib64", "aarch64-linux/lib64", "x86_64-linux/lib64"},
                               [&](const char* place) { return is_there(folder / place / "libascendcl.so"); });
}

/// Why CANN cannot be used; empty when it can.
std::string toolkit_trouble(const AscendRoots& roots) {
    for (const char* variable : {"ASCEND_HOME_PATH", "ASCEND_TOOLKIT_HOME"}) {
        const std::string folder = roots.environment(variable);
        if (folder.empty()) continue;
        if (is_toolkit(roots.root / fs::path(folder).relative_path())) return {};
        return std::format("{} names {}, but no CANN toolkit (libascendcl.so) is there. Install the toolkit, or correct the variable.", variable, folder);
    }
    for (const char* place : {"usr/local/Ascend/ascend-toolkit/latest", "usr/local/Ascend/cann", "usr/local/Ascend/latest"})
        if (is_toolkit(roots.root / place))
            return std::format("CANN is installed in /{} but not set up here. Start Haibao from a shell after: source /{}/set_env.sh", place,
                               fs::path(place).filename() == "latest" ? fs::path(place).parent_path().string() : place);
    return "The CANN toolkit is not installed. Install the one that fits the driver, then: source /usr/local/Ascend/ascend-toolkit/set_env.sh";
}

}  // namespace

AscendRoots machine_roots() {
    const char* root = std::getenv("HAIBAO_MACHINE_ROOT");
    return {.root = root && *root ? root : "/",
            .environment = [](const char* name) { const char* value = std::getenv(name); return std::string(value ? value : ""); },
            .may_open = [](const fs::path& file) { return access(file.c_str(), R_OK | W_OK) == 0; }};
}

AscendFinding look_for_ascend(const AscendRoots& roots) {
    AscendFinding finding;
    const std::string pci = pci_card(roots.root);
    const std::vector<fs::path> files = card_files(roots.root);
    if (pci.empty() && files.empty()) return finding;  // some systems on a chip have no PCI entry, only the driver's files
    finding.card = pci.empty() ? "Ascend card" : std::format("Ascend card (PCI {})", pci);
    finding.state = AscendState::no_driver;
    finding.reason = driver_trouble(roots, files);
    if (!finding.reason.empty()) return finding;
    finding.state = AscendState::no_toolkit;
    finding.reason = toolkit_trouble(roots);
    if (finding.reason.empty()) finding.state = AscendState::ready;
    return finding;
}

DeviceInfo missing_ascend(const AscendFinding& finding) {
    DeviceInfo info{.name = "ascend0", .device_class = "ascend", .description = finding.card, .usable = false, .reason = finding.reason};
    if (finding.state == AscendState::ready)
        info.reason = std::format("Card, driver and CANN are ready; what is missing is ggml's CANN backend, which cannot be handed out ready-made. Build "
                                  "libggml-cann.so from ggml {} (cmake -DGGML_CANN=ON -DGGML_BACKEND_DL=ON) and put it into {}; see docs/handbook/ascend.md.",
                                  ggml_version(), user_backend_folder().string());
    return info;
}

}  // namespace haibao
