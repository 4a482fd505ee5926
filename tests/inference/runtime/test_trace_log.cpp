// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/trace_log.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace haibao;

TEST_CASE("What ggml says in pieces is heard line by line, but for what only its makers need") {
    std::vector<std::string> heard;
    listen_to_log([&heard](const std::string& line) { heard.push_back(line); });
    hear_ggml(GGML_LOG_LEVEL_INFO, "one ", nullptr);
    hear_ggml(GGML_LOG_LEVEL_CONT, "line\nand ", nullptr);
    hear_ggml(GGML_LOG_LEVEL_DEBUG, "noise\n", nullptr);
    hear_ggml(GGML_LOG_LEVEL_CONT, "another\n\n", nullptr);
    listen_to_log(nullptr);
    hear_ggml(GGML_LOG_LEVEL_INFO, "nobody listens\n", nullptr);
    CHECK(heard == std::vector<std::string>{"one line", "and another"});
}

TEST_CASE("The folders of paths are left out of a line, and nothing else") {
    CHECK(without_folders("load_backend: loaded CPU backend from /usr/lib/ggml/libggml-cpu.so") == "load_backend: loaded CPU backend from libggml-cpu.so");
    CHECK(without_folders("/a/b") == "b");
    CHECK(without_folders("open(\"/a/b c\") and 3/4 of 2 GB/s") == "open(\"b c\") and 3/4 of 2 GB/s");
    CHECK(without_folders("") == "");
}
