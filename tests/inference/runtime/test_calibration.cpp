// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "inference/runtime/calibration.h"
#include "inference/runtime/survey.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;

namespace {

FoundDevice device(const std::string& name, bool hardware, const std::string& driver = "d1") {
    const std::string device_class = name == "cpu" ? "cpu" : name.substr(0, name.size() - 1);
    return {{.name = name, .device_class = device_class, .description = "The " + name}, name == "cpu" ? "cpu" : "libggml-" + device_class + ".so", driver, hardware};
}

/// The fastest by these rates, and who was asked.
struct Choice {
    std::string name, asked;
};
Choice choose(const std::vector<FoundDevice>& found, const std::map<std::string, double>& rates) {
    Choice choice;
    const FoundDevice* best = fastest(found, [&](const FoundDevice& one) {
        choice.asked += one.info.name + " ";
        return rates.at(one.info.name);
    });
    choice.name = best ? best->info.name : "";
    return choice;
}

}  // namespace

TEST_CASE("auto is the device that was measured to be fastest, be it the processor") {
    const std::vector found{device("cpu", false), device("vulkan0", true), device("cuda0", true)};
    CHECK(choose(found, {{"cpu", 300}, {"vulkan0", 5000}, {"cuda0", 40000}}).name == "cuda0");
    CHECK(choose(found, {{"cpu", 300}, {"vulkan0", 5000}, {"cuda0", 0}}).name == "vulkan0");
    CHECK(choose(found, {{"cpu", 300}, {"vulkan0", 120}, {"cuda0", 0}}).name == "cpu");
}

TEST_CASE("Software devices and unusable ones are never measured nor chosen, and without a card nothing is measured") {
    std::vector found{device("cpu", false), device("vulkan0", false)};
    found[1].info.software = true;
    CHECK(choose(found, {}).name == "cpu");
    CHECK(choose(found, {}).asked.empty());
    found.push_back(device("hip0", true));
    found.push_back(device("cuda0", true));
    found[3].info.usable = false;
    const Choice choice = choose(found, {{"cpu", 1}, {"hip0", 2}});
    CHECK(choice.name == "hip0");
    CHECK(choice.asked == "cpu hip0 ");
    CHECK(fastest({}, [](const FoundDevice&) { return 1.0; }) == nullptr);
}

TEST_CASE("A measurement is remembered per device and driver, a new driver's takes the place of the old one's") {
    const test::TemporaryFolder folder;
    const CalibrationBook book(folder.path() / "cache/calibration.json");
    CHECK_FALSE(book.rate(device("cuda0", true)));
    book.remember(device("cuda0", true), 41000.5);
    book.remember(device("cuda1", true), 0);
    CHECK(book.rate(device("cuda0", true)) == 41000.5);
    CHECK(book.rate(device("cuda1", true)) == 0.0);  // it failed: not tried again with this driver
    CHECK_FALSE(book.rate(device("cuda0", true, "d2")));
    book.remember(device("cuda0", true, "d2"), 43000);
    CHECK(book.rate(device("cuda0", true, "d2")) == 43000.0);
    CHECK_FALSE(book.rate(device("cuda0", true)));
    folder.write("cache/calibration.json", "{\"haibao\": \"something else\"");
    CHECK_FALSE(book.rate(device("cuda0", true, "d2")));
    book.remember(device("cuda0", true), 7);
    CHECK(book.rate(device("cuda0", true)) == 7.0);
}

TEST_CASE("The processor is measured for real; what cannot be loaded or is gone has no speed") {
    const test::TemporaryFolder folder;
    setenv("XDG_DATA_HOME", folder.path().c_str(), 1);
    setenv("GGML_VK_VISIBLE_DEVICES", "0", 1);
    set_probe_program(HAIBAO_WORKER_PROGRAM);
    const std::vector<FoundDevice> found = find_devices();
    REQUIRE(found.size() >= 1);
    CHECK(measure(found.front()) > 1);
    CHECK(measure({{.name = "cuda0"}, "/nowhere/libggml-cuda.so", {}, true}) == 0);
    FoundDevice gone = found.front();
    gone.info.name = "cpu7";
    CHECK(measure(gone) == 0);
    set_probe_program({});
}
