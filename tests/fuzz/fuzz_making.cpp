// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "app/gallery/foreign_metadata.h"
#include "tests/fuzz/fuzz_target.h"

using namespace haibao;

/// What another program wrote about a picture: the first byte chooses under which keyword.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr const char* keywords[] = {"haibao", "parameters", "prompt", "workflow", "invokeai_metadata", "sd-metadata", "Dream", "Description"};
    if (size == 0) return 0;
    const auto found = gallery::read_making({{keywords[data[0] % std::size(keywords)], std::string(test::as_text(data + 1, size - 1))}});
    // The database takes the settings as JSON, whatever was in the file.
    test::must(nlohmann::json::accept(found.making.settings));
    return 0;
}
