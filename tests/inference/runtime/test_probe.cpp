// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Backends in processes of their own: real libraries that go wrong, and Mesa's software Vulkan, which does not.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <format>
#include <fstream>

#include "inference/runtime/backend_libraries.h"
#include "inference/runtime/device.h"
#include "inference/runtime/probe.h"
#include "inference/runtime/survey.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
namespace fs = std::filesystem;

namespace {

/// One of the libraries that the build made for this test: "aborts", "hangs", …
std::string bad(const std::string& kind) { return std::string(HAIBAO_BAD_BACKENDS) + "/libggml-" + kind + ".so"; }

/// The real worker probes, without the user's own folders, with software Vulkan.
struct Probing {
    Probing() {
        setenv("XDG_DATA_HOME", home.path().c_str(), 1);
        setenv("XDG_CACHE_HOME", home.path().c_str(), 1);
        setenv("HAIBAO_MACHINE_ROOT", home.path().c_str(), 1);
        setenv("GGML_VK_VISIBLE_DEVICES", "0", 1);
        set_probe_program(HAIBAO_WORKER_PROGRAM);
    }
    ~Probing() { set_probe_program({}); }

    void install(const std::string& kind) {
        fs::create_directories(user_backend_folder());
        fs::copy_file(bad(kind), user_backend_folder() / fs::path(bad(kind)).filename());
    }
    test::TemporaryFolder home;
};

FoundDevice the_one(const std::vector<FoundDevice>& found) {
    REQUIRE(found.size() == 1);
    return found.front();
}

bool has_children() { return waitpid(-1, nullptr, WNOHANG) != -1 || errno != ECHILD; }

const FoundDevice* named(const std::vector<FoundDevice>& found, const std::string& name) {
    const auto device = std::ranges::find(found, name, [](const FoundDevice& d) { return d.info.name; });
    return device == found.end() ? nullptr : &*device;
}

}  // namespace

TEST_CASE("A backend that aborts is reported with its last words and a remedy, and this process lives") {
    const Probing probing;
    const FoundDevice found = the_one(probe(bad("aborts")));
    CHECK(found.info.name == "aborts");
    CHECK_FALSE(found.info.usable);
    CHECK_FALSE(found.hardware);
    INFO(found.info.reason);
    CHECK(found.info.reason.contains("Aborted"));
    CHECK(found.info.reason.contains("the card has fallen off the bus"));
    CHECK(found.info.reason.contains("Update the driver"));
    CHECK(found.info.reason.contains(bad("aborts")));
    CHECK_FALSE(has_children());
}

TEST_CASE("A backend that hangs is stopped, and no process is left of it") {
    const Probing probing;
    const FoundDevice found = the_one(probe(bad("hangs"), std::chrono::milliseconds(700)));
    CHECK_FALSE(found.info.usable);
    INFO(found.info.reason);
    CHECK(found.info.reason.contains("did not answer within 1 second"));
    CHECK_FALSE(has_children());
}

TEST_CASE("A backend that hung is not tried again before it changes or somebody asks, and says so with the remedy") {
    Probing probing;
    probing.install("hangs");
    const std::string library = (user_backend_folder() / "libggml-hangs.so").string();
    const std::chrono::milliseconds brief(700);
    for (int i = 0; i < 2; ++i) CHECK(the_one(probe(library, brief)).info.reason.contains("did not answer within 1 second"));
    // With all the patience there is: a second try would take longer than this test may.
    const FoundDevice skipped = the_one(probe(library));
    CHECK_FALSE(skipped.info.usable);
    INFO(skipped.info.reason);
    CHECK(skipped.info.reason.contains("did not answer when it was last tried, twice"));
    CHECK(gave_no_answer(skipped.info.reason));
    CHECK(skipped.info.reason.contains("haibao-cli devices --again"));
    CHECK(skipped.info.reason.contains(library));
    auto asked_for = Device::open("hangs0", Precision::f32, 1);
    REQUIRE_FALSE(asked_for);
    CHECK(asked_for.error().message.contains("did not answer when it was last tried, twice"));

    forget_hung_libraries();
    CHECK(the_one(probe(library, brief)).info.reason.contains("did not answer within 1 second"));
    fs::remove(library);
    fs::copy_file(bad("exits"), library);
    CHECK(the_one(probe(library)).info.reason.contains("status 3"));
    CHECK_FALSE(has_children());
}

TEST_CASE("A backend that leaves a service behind, which holds the pipes open, has answered when its process ends") {
    Probing probing;
    const FoundDevice found = the_one(probe(bad("leaves_service")));
    INFO(found.info.reason);
    CHECK(found.info.reason.contains("status 3"));
    CHECK(found.info.reason.contains("the service runs"));
    // It counts as no hang.
    CHECK_FALSE(fs::exists(cache_folder() / "hung"));
}

TEST_CASE("A backend that hangs with what it has started is ended with it") {
    const Probing probing;
    const fs::path note = probing.home.path() / "service";
    setenv("HAIBAO_TEST_NOTE", note.c_str(), 1);
    CHECK(the_one(probe(bad("hangs_with_service"), std::chrono::milliseconds(900))).info.reason.contains("did not answer"));
    long service = 0;
    REQUIRE(std::ifstream(note) >> service);
    for (int i = 0; i < 500 && kill(static_cast<pid_t>(service), 0) == 0; ++i) usleep(10'000);
    CHECK(kill(static_cast<pid_t>(service), 0) != 0);
}

TEST_CASE("Backends are tried side by side") {
    Probing probing;
    const fs::path meeting = probing.home.path() / "meeting";
    fs::create_directories(meeting);
    setenv("HAIBAO_TEST_MEETING", meeting.c_str(), 1);
    std::vector<std::string> targets;
    for (int i = 0; i < 4; ++i) {
        const fs::path library = probing.home.path() / std::format("libggml-meets{}.so", i);
        fs::copy_file(bad("meets"), library);
        targets.push_back(library.string());
    }
    // Each waits for the other three: one after the other none would ever end by itself.
    for (const FoundDevice& device : probe_all(targets)) {
        INFO(device.info.reason);
        CHECK(device.info.reason.contains("status 3"));
    }
    CHECK_FALSE(has_children());
}

TEST_CASE("A backend that ends the process in good order has not answered either") {
    const Probing probing;
    const FoundDevice found = the_one(probe(bad("exits")));
    CHECK_FALSE(found.info.usable);
    INFO(found.info.reason);
    CHECK(found.info.reason.contains("status 3"));
}

TEST_CASE("What is no library, no backend, or of another ggml is named so") {
    const Probing probing;
    const fs::path text = probing.home.write("libggml-text.so", "no library at all\n");
    CHECK(the_one(probe(text.string())).info.reason.contains("libggml-text.so cannot be loaded"));
    CHECK(the_one(probe((probing.home.path() / "libggml-gone.so").string())).info.reason.contains("cannot be loaded"));
    CHECK(the_one(probe(bad("plain"))).info.reason.contains("is no backend of ggml"));
    const FoundDevice other = the_one(probe(bad("other_version")));
    INFO(other.info.reason);
    CHECK(other.info.reason.contains("another version of ggml"));
    CHECK_FALSE(other.info.usable);
}

TEST_CASE("A probe program that is not there, or talks nonsense, makes nothing usable") {
    const Probing probing;
    for (const char* program : {"/nowhere/haibao-worker", "/bin/echo", "/bin/true"}) {
        set_probe_program(program);
        const FoundDevice found = the_one(probe(bad("plain")));
        INFO(program);
        CHECK_FALSE(found.info.usable);
        CHECK_FALSE(found.info.reason.empty());
    }
}

TEST_CASE("Bad libraries in the user's folder are listed beside what works, and what works still does") {
    Probing probing;
    probing.install("aborts");
    probing.install("other_version");
    const std::vector<FoundDevice> found = find_devices();
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().info.name == "cpu");
    CHECK(found.front().info.usable);
    for (const char* name : {"aborts", "other_version"}) {
        const FoundDevice* device = named(found, name);
        INFO(name);
        REQUIRE(device);
        CHECK_FALSE(device->info.usable);
    }
    CHECK(named(found, "vulkan0"));
    auto refused = Device::open("aborts", Precision::f32, 1);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.contains("cannot be used"));
    CHECK(Device::open("auto", Precision::f32, 1));
    auto unknown = Device::open("cuda7", Precision::f32, 1);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().kind == ErrorKind::not_found);
    CHECK(unknown.error().message.contains("cpu, vulkan0"));
}

TEST_CASE("A library of the user's stands in for the system's of the same name, and host helpers are no devices") {
    const test::TemporaryFolder own, system;
    for (const char* name : {"libggml-vulkan.so", "libggml-sycl.so", "notes.txt", "libggml-rpc.so"}) own.write(name, "");
    for (const char* name : {"libggml-vulkan.so", "libggml-cuda.so", "libggml-cpu-x64.so", "libggml-blas.so", "libggml-base.so"}) system.write(name, "");
    std::vector<std::string> kinds;
    for (const BackendLibrary& library : backend_libraries(own.path(), system.path()))
        kinds.push_back(library.kind + (library.file.parent_path() == own.path() ? " own" : " system"));
    CHECK(kinds == std::vector<std::string>{"sycl own", "vulkan own", "cuda system"});
}

TEST_CASE("Software Vulkan is found, told from a card, and known by its driver") {
    const Probing probing;
    const std::vector<FoundDevice> found = find_devices(), again = find_devices();
    const FoundDevice* vulkan = named(found, "vulkan0");
    REQUIRE(vulkan);
    CHECK(vulkan->info.usable);
    CHECK(vulkan->info.software);
    CHECK_FALSE(vulkan->hardware);
    CHECK(vulkan->driver.size() == 16);
    REQUIRE(named(again, "vulkan0"));
    CHECK(named(again, "vulkan0")->driver == vulkan->driver);
    const Survey survey = survey_devices();
    CHECK(survey.automatic == "cpu");
    CHECK_FALSE(fs::exists(cache_folder() / "calibration.json"));  // no card, nothing to measure
    auto automatic = Device::open("auto", Precision::f32, 1);
    REQUIRE(automatic);
    CHECK((*automatic)->on_cpu());
}
