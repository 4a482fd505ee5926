// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "inference/weights/gguf.h"
#include "inference/weights/values.h"
#include "tests/fuzz/fuzz_target.h"

using namespace haibao;

/// Whatever is accepted must lie in the file, once each, and be readable to the last element.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = std::as_bytes(std::span(data, size));
    auto header = parse_gguf(bytes, "fuzz.gguf");
    if (!header) {
        test::must(header.error().message.starts_with("fuzz.gguf"));
        return 0;
    }
    const std::byte* reached = bytes.data() + header->bytes.size();
    for (const TensorView& tensor : header->tensors) {
        test::must(tensor.bytes.data() >= reached && tensor.bytes.data() + tensor.bytes.size() <= bytes.data() + bytes.size());
        reached = tensor.bytes.data() + tensor.bytes.size();
        test::must(byte_count(tensor.shape, tensor.dtype) == tensor.bytes.size());
        (void)check_finite(tensor);
        std::array<float, 256> last;
        const std::int64_t block = block_of(tensor.dtype).elements;
        (void)read_floats(tensor, tensor.elements() - block, std::span(last).first(static_cast<std::size_t>(block)));
        (void)shape_text(tensor.shape);
    }
    std::size_t texts = 0;
    for (const auto& [key, text] : header->texts) texts += key.size() + text.size();
    test::must(texts <= size);
    return 0;
}
