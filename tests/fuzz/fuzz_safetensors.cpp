// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "inference/weights/safetensors.h"
#include "inference/weights/values.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/safetensors_bytes.h"

using namespace haibao;

/// Whatever is accepted must cover its bytes exactly and be readable to the last element.
static void check(std::string_view bytes) {
    auto header = parse_safetensors(std::as_bytes(std::span(bytes)), "fuzz.safetensors");
    if (!header) return test::must(header.error().message.starts_with("fuzz.safetensors"));
    std::size_t sum = 0;
    for (const TensorView& tensor : header->tensors) {
        sum += tensor.bytes.size();
        (void)check_finite(tensor);
        std::array<float, 3> few;
        (void)read_floats(tensor, tensor.elements() - 2, few);
        (void)shape_text(tensor.shape);
    }
    test::must(sum + 8 + header->text.size() == bytes.size());
}

/// The input as a whole file, and as a header with a fitting length and up to 4 KiB of data.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = test::as_text(data, size);
    check(text);
    for (std::size_t bytes : {0, 8, 64, 4096}) check(test::safetensors_bytes(text, std::string(bytes, '\x7f')));
    return 0;
}
