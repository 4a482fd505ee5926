// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/file.h"
#include "tests/fuzz/fuzz_target.h"

using namespace haibao;
using namespace haibao::document;

/// The bytes of a .haibao file from outside. What can be read whole is also what a rescue finds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    auto poster = read_poster(bytes, "fuzz.haibao");
    auto rescue = rescue_poster(bytes, "fuzz.haibao");
    test::must(poster || !poster.error().message.empty());
    if (poster) test::must(rescue && rescue->poster == *poster);
    return 0;
}
