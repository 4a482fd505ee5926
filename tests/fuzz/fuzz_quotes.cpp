// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/text/byt5.h"
#include "inference/text/quotes.h"
#include "tests/fuzz/fuzz_target.h"

using namespace haibao;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view prompt = test::as_text(data, size);
    for (BookMarks marks : {BookMarks::ignore, BookMarks::accept}) {
        std::size_t reached = 0;
        for (const TitleSpan& span : title_spans(prompt, marks)) {
            test::must(span.outer.begin_byte >= reached && span.outer.begin_byte < span.inner.begin_byte);
            test::must(span.inner.end_byte < span.outer.end_byte && span.outer.end_byte <= size);
            test::must(prompt.substr(span.inner.begin_byte, span.inner.end_byte - span.inner.begin_byte) == span.text);
            test::must(span.inner.end_utf16 - span.inner.begin_utf16 <= span.text.size());
            reached = span.outer.end_byte;
        }
    }
    const auto texts = glyph_texts(prompt);
    for (const auto& row : glyph_rows(texts)) {
        test::must(!row.empty() && row.size() <= 2049 && row.back() == 1);
        for (std::int32_t id : row) test::must(id >= 0 && id < 384);
    }
    return 0;
}
