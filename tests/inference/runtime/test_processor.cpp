// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <memory>

#include "inference/runtime/device_tensors.h"
#include "inference/runtime/processor.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;

TEST_CASE("Free memory and swap space are what the system says, or what the control group leaves of them") {
    const test::TemporaryFolder root;
    const std::size_t unknown = available_memory(root.path());
    CHECK(unknown > std::size_t{1} << 60);
    CHECK(free_swap(root.path()) == 0);
    root.write("proc/meminfo", "MemTotal:       24000 kB\nMemFree:          100 kB\nMemAvailable:    9000 kB\nSwapTotal:    5000 kB\nSwapFree:        4000 kB\n");
    CHECK(available_memory(root.path()) == 9000 << 10);
    CHECK(free_swap(root.path()) == 4000 << 10);
    root.write("sys/fs/cgroup/memory.max", "max\n");
    root.write("sys/fs/cgroup/memory.swap.max", "max\n");
    root.write("sys/fs/cgroup/memory.current", "7000000\n");
    root.write("sys/fs/cgroup/memory.swap.current", "0\n");
    CHECK(available_memory(root.path()) == 9000 << 10);
    CHECK(free_swap(root.path()) == 4000 << 10);
    // Of what the group uses the files' pages are no loss: a mapped model is there already and can be dropped.
    root.write("sys/fs/cgroup/memory.max", "8000000\n");
    root.write("sys/fs/cgroup/memory.stat", "anon 2000000\nfile 5000000\nactive_file 3000000\ninactive_file 1500000\n");
    CHECK(available_memory(root.path()) == 8000000 - (7000000 - 4500000));
    root.write("sys/fs/cgroup/memory.swap.max", "1000000\n");
    root.write("sys/fs/cgroup/memory.swap.current", "400000\n");
    CHECK(free_swap(root.path()) == 600000);
    root.write("sys/fs/cgroup/memory.swap.current", "1400000\n");
    CHECK(free_swap(root.path()) == 0);
}

TEST_CASE("Of a block that is given back the whole pages within it go, and what stands beside them stays") {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE)), bytes = 16 * page;
    std::unique_ptr<char, decltype(&std::free)> block(static_cast<char*>(std::aligned_alloc(page, bytes)), &std::free);
    const auto kept = [&] { return static_cast<std::size_t>(std::count(block.get(), block.get() + bytes, 'x')); };
    std::fill_n(block.get(), bytes, 'x');
    return_pages(block.get() + 1, page - 1);
    return_pages(block.get() + page + 1, 2 * page - 2);
    return_pages(block.get(), 0);
    CHECK(kept() == bytes);
    return_pages(block.get() + page - 1, 3 * page + 2);
    CHECK(kept() == bytes - 3 * page);
    CHECK((block.get()[page - 1] == 'x' && block.get()[page] == 0 && block.get()[4 * page - 1] == 0 && block.get()[4 * page] == 'x'));
}

TEST_CASE("What a process holds for itself is known, and what a device holds for it") {
    const std::size_t before = private_memory();
    REQUIRE(before > 0);
    auto device = Device::open("cpu", Precision::f32, 1).value();
    {
        DeviceTensors tensors(*device, 1);
        ggml_tensor* tensor = tensors.add(GGML_TYPE_F32, {1024, 8192}, "held");
        CHECK(device->held_bytes() == 0);
        REQUIRE(tensors.allocate());
        CHECK(device->held_bytes() >= 32 << 20);
        DeviceTensors::set(tensor, std::vector<float>(1024 * 8192, 1.0f));
        CHECK(private_memory() > before + (24 << 20));
    }
    CHECK(device->held_bytes() == 0);
}
