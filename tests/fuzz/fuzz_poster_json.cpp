// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/json.h"
#include "tests/fuzz/fuzz_target.h"

using namespace haibao;
using namespace haibao::document;

/// A poster's JSON from outside: what is accepted is written and read again to the same poster, in the same words.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = test::as_text(data, size);
    auto json = parse_json_object({text.data(), static_cast<qsizetype>(text.size())}, "fuzz.json");
    if (!json) return 0;
    const auto no_files = [](const QString&) -> Result<QByteArray> { return fail(ErrorKind::not_found, "There are no files here."); };
    auto poster = poster_from_json(*json, no_files);
    if (!poster) {
        test::must(!poster.error().message.empty());
        return 0;
    }
    const QByteArray written = json_text(to_json(*poster, PictureBytes::embedded));
    auto again = parse_json_object(written, "again.json");
    test::must(again.has_value());
    auto second = poster_from_json(*again);
    test::must(second.has_value() && *second == *poster);
    test::must(json_text(to_json(*second, PictureBytes::embedded)) == written);
    return 0;
}
