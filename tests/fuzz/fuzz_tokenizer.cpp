// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/text/bpe_tokenizer.h"
#include "inference/text/prompt.h"
#include "tests/fuzz/fuzz_target.h"

using namespace haibao;

/// The input as tokenizer.json, as text for a sound tokenizer, and as chat template.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = test::as_text(data, size);
    if (auto tokenizer = BpeTokenizer::parse(text, "fuzz.json")) {
        for (std::string_view sample : {"", "abc ab  cab\n<x> it's 日本 🙂 12345", "\xff\xfe<|image|>"})
            if (auto ids = tokenizer->encode(sample)) {
                for (std::int32_t id : *ids) test::must(id >= 0 && id < tokenizer->size());
                (void)tokenizer->decode(*ids);
            }
    }
    static const auto sound =
        BpeTokenizer::load(HAIBAO_SOURCE_DIR "/tests/goldens/A/checkpoint/processor/tokenizer.json");
    test::must(sound.has_value());
    auto ids = sound->encode(text);
    test::must(ids.has_value());
    test::must(sound->decode(*ids).size() <= 3 * size);  // a replacement character for a byte at most
    static const SpecialTokens tokens{{"<s>", 1}, {"</s>", 2}, {"<|image|>", 3}, {"<sop>", 4}, {"<eop>", 5}};
    (void)ChatTemplate::recognise(text, tokens);
    return 0;
}
