// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Made-up machines: only the files that detection looks at.
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "inference/runtime/ascend.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
namespace fs = std::filesystem;

namespace {

struct Machine {
    void pci(const std::string& slot, const std::string& vendor, const std::string& device_class, const std::string& device) {
        const fs::path at = fs::path("sys/bus/pci/devices") / slot;
        folder.write(at / "vendor", vendor + "\n");
        folder.write(at / "class", device_class + "\n");
        folder.write(at / "device", device + "\n");
    }
    void card() { pci("0000:c1:00.0", "0x19e5", "0x120000", "0xd802"); }
    void driver() {
        for (const char* name : {"dev/davinci0", "dev/davinci_manager", "dev/devmm_svm", "dev/hisi_hdc"}) folder.write(name, "");
    }
    void toolkit(const std::string& at) { folder.write(fs::path(at) / "lib64/libascendcl.so", ""); }

    AscendFinding look() {
        return look_for_ascend({.root = folder.path(),
                                .environment = [this](const char* name) { return variables.contains(name) ? variables.at(name) : std::string(); },
                                .may_open = [this](const fs::path& file) { return !closed.contains(file.filename().string()); }});
    }

    test::TemporaryFolder folder;
    std::map<std::string, std::string> variables;
    std::set<std::string> closed;
};

}  // namespace

TEST_CASE("A machine without a card says nothing, whatever else the vendor built into it") {
    Machine machine;
    CHECK(machine.look().state == AscendState::no_card);
    machine.pci("0000:00:00.0", "0x19e5", "0x060400", "0xa120");  // a bridge
    machine.pci("0000:05:00.0", "0x19e5", "0x030000", "0x1711");  // the graphics of its board management
    machine.pci("0000:17:00.0", "0x10de", "0x120000", "0x2330");  // another vendor's accelerator
    machine.folder.write("dev/davinci_manager", "");
    const AscendFinding finding = machine.look();
    CHECK(finding.state == AscendState::no_card);
    CHECK(finding.reason.empty());
}

TEST_CASE("A card without driver is named, with what to install") {
    Machine machine;
    machine.card();
    AscendFinding finding = machine.look();
    CHECK(finding.state == AscendState::no_driver);
    CHECK(finding.card == "Ascend card (PCI 19e5:d802)");
    CHECK(finding.reason.contains("driver is not installed"));
    CHECK(finding.reason.contains("npu-smi"));
    machine.folder.write("usr/local/Ascend/driver/version.info", "Version=24.1\n");
    finding = machine.look();
    CHECK(finding.state == AscendState::no_driver);
    CHECK(finding.reason.contains("not at work"));
    CHECK(finding.reason.contains("Restart"));
}

TEST_CASE("A driver in parts, as a container may have it, names the part, and missing rights name the group") {
    Machine machine;
    machine.folder.write("dev/davinci3", "");
    AscendFinding finding = machine.look();
    CHECK(finding.state == AscendState::no_driver);
    CHECK(finding.reason.contains("/dev/davinci_manager is missing"));
    machine.driver();
    machine.closed = {"hisi_hdc"};
    finding = machine.look();
    CHECK(finding.state == AscendState::no_driver);
    CHECK(finding.reason.contains("/dev/hisi_hdc"));
    CHECK(finding.reason.contains("HwHiAiUser"));
}

TEST_CASE("A driver without CANN, with CANN that is not set up, and with a wrong variable are told apart") {
    Machine machine;
    machine.card();
    machine.driver();
    CHECK(machine.look().state == AscendState::no_toolkit);
    CHECK(machine.look().reason.contains("CANN toolkit is not installed"));
    machine.toolkit("usr/local/Ascend/ascend-toolkit/latest");
    CHECK(machine.look().state == AscendState::no_toolkit);
    CHECK(machine.look().reason.contains("source /usr/local/Ascend/ascend-toolkit/set_env.sh"));
    machine.variables["ASCEND_HOME_PATH"] = "/opt/cann";
    CHECK(machine.look().state == AscendState::no_toolkit);
    CHECK(machine.look().reason.contains("ASCEND_HOME_PATH names /opt/cann"));
}

TEST_CASE("With driver and CANN all is ready, and the backend is what remains to be built") {
    Machine machine;
    machine.card();
    machine.driver();
    const char* variable = "";
    SECTION("the newer variable") { variable = "ASCEND_HOME_PATH"; }
    SECTION("the older one") { variable = "ASCEND_TOOLKIT_HOME"; }
    machine.toolkit("opt/cann");
    machine.variables[variable] = "/opt/cann";
    const AscendFinding finding = machine.look();
    CHECK(finding.state == AscendState::ready);
    CHECK(finding.reason.empty());
    const DeviceInfo device = missing_ascend(finding);
    CHECK(device.name == "ascend0");
    CHECK_FALSE(device.usable);
    CHECK(device.reason.contains("libggml-cann.so"));
    CHECK(device.reason.contains("haibao/backends"));
}
