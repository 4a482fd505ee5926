// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <spanstream>

#include "app/export/picture_metadata.h"
#include "inference/base/json.h"
#include "tests/fuzz/fuzz_target.h"

using namespace haibao;

/// A picture from outside: its texts, and the record in them. The input is also taken as a record itself, for checksums
/// keep mutations out of the texts.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = test::as_text(data, size);
    std::ispanstream stream(std::span(text.data(), text.size()));
    if (auto info = read_png_info(stream, "fuzz.png")) {
        std::size_t bytes = 0;
        for (const PngText& entry : info->texts) bytes += entry.text.size();
        test::must(bytes <= std::size_t{48} << 20);
        (void)record_of(*info, "fuzz.png");
    }
    PngInfo made{1, 1, {{"haibao", std::string(text)}}, false};
    if (auto record = record_of(made, "fuzz.png")) {
        (void)generate::a1111_parameters(*record);
        auto again = generate::record_from_json(generate::to_json(*record));
        test::must(again && again->seed == record->seed && again->prompt == record->prompt);
    }
    return 0;
}
