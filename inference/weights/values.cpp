// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/values.h"

#include <ggml.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace haibao {
namespace {

/// Block loops below are written so that the compiler turns them into vector code: no branch, no early exit. `worst` is
/// 1 afterwards when any exponent was all ones, i.e. a NaN or an infinity.

std::uint32_t widen_f32(const std::byte* from, std::size_t count, float* to) {
    std::memcpy(to, from, count * 4);
    std::uint32_t bad = 0;
    for (std::size_t i = 0; i < count; ++i) bad |= (std::bit_cast<std::uint32_t>(to[i]) & 0x7f800000u) == 0x7f800000u;
    return bad;
}

std::uint32_t widen_bf16(const std::byte* from, std::size_t count, float* to) {
    std::uint32_t bad = 0;
    for (std::size_t i = 0; i < count; ++i) {
        std::uint16_t half;
        std::memcpy(&half, from + 2 * i, 2);
        bad |= (half & 0x7f80u) == 0x7f80u;
        to[i] = std::bit_cast<float>(std::uint32_t{half} << 16);
    }
    return bad;
}

std::uint32_t widen_f16(const std::byte* from, std::size_t count, float* to) {
    std::uint32_t bad = 0;
    for (std::size_t i = 0; i < count; ++i) {
        std::uint16_t half;
        std::memcpy(&half, from + 2 * i, 2);
        bad |= (half & 0x7c00u) == 0x7c00u;
        // The half's exponent is biased by 15, a float's by 127: multiplying by 2^112 mends it, subnormals included.
        float magnitude = std::bit_cast<float>(std::uint32_t(half & 0x7fffu) << 13) * 0x1p112f;
        to[i] = std::bit_cast<float>(std::bit_cast<std::uint32_t>(magnitude) | std::uint32_t(half & 0x8000u) << 16);
    }
    return bad;
}

bool any_bad(const float* values, std::size_t count) {
    std::uint32_t bad = 0;
    for (std::size_t i = 0; i < count; ++i) bad |= (std::bit_cast<std::uint32_t>(values[i]) & 0x7f800000u) == 0x7f800000u;
    return bad != 0;
}

template <ggml_type type>
std::uint32_t widen_blocks(const std::byte* from, std::size_t count, float* to) {
    ggml_get_type_traits(type)->to_float(from, to, static_cast<std::int64_t>(count));
    return any_bad(to, count);
}

using Widen = std::uint32_t (*)(const std::byte*, std::size_t, float*);

Widen widen_for(DType dtype) {
    switch (dtype) {
        case DType::f32: return widen_f32;
        case DType::bf16: return widen_bf16;
        case DType::f16: return widen_f16;
        case DType::q4_0: return widen_blocks<GGML_TYPE_Q4_0>;
        case DType::q8_0: return widen_blocks<GGML_TYPE_Q8_0>;
        case DType::q4_k: return widen_blocks<GGML_TYPE_Q4_K>;
        case DType::q6_k: return widen_blocks<GGML_TYPE_Q6_K>;
        default: return nullptr;
    }
}

std::unexpected<Error> unknown_type(const TensorView& tensor) {
    return fail(ErrorKind::unsupported,
                "{}: tensor \"{}\" is stored as {}; this program computes with F32, BF16, F16 and GGUF's "
                "Q8_0, Q6_K, Q4_K and Q4_0.", tensor.file,
                tensor.name, to_string(tensor.dtype));
}

/// Calls use(count) after widening each block of the range into `block`; stops at the first NaN or infinity.
template <class Target>
Result<void> walk(const TensorView& tensor, std::int64_t first, std::int64_t count, Target target) {
    Widen widen = widen_for(tensor.dtype);
    if (!widen) return unknown_type(tensor);
    constexpr std::int64_t piece = 16384;
    const Block block = block_of(tensor.dtype);
    const auto stored = [&](std::size_t element) {
        return tensor.bytes.data() + element / static_cast<std::size_t>(block.elements) * block.bytes;
    };
    for (std::int64_t done = 0; done < count; done += piece) {
        const auto now = static_cast<std::size_t>(std::min(piece, count - done));
        const auto at = static_cast<std::size_t>(first + done);
        float* to = target(static_cast<std::size_t>(done));
        if (widen(stored(at), now, to)) {
            std::size_t where = 0;
            float one;
            if (block.elements > 1) while (!any_bad(to + where, 1)) ++where;
            // A half's infinity became 65536 here, so look at the stored bits once more to name the place.
            else while (!widen(stored(at + where), 1, &one)) ++where;
            return fail(ErrorKind::corrupt_file,
                        "{}: tensor \"{}\" holds a value that is no number (NaN or infinity) at element {}. Fetch the "
                        "file again.",
                        tensor.file, tensor.name, at + where);
        }
    }
    return {};
}

/// Where a block keeps its scales, which are halves; its other bits make finite numbers whatever they are.
struct Scales {
    std::size_t at = 0, count = 0;
};
Scales scales_of(DType dtype) {
    switch (dtype) {
        case DType::q4_0:
        case DType::q8_0: return {0, 1};
        case DType::q4_k: return {0, 2};
        case DType::q6_k: return {208, 1};
        default: return {};
    }
}

bool scales_are_finite(std::span<const std::byte> blocks, std::size_t block, Scales scales) {
    std::uint32_t bad = 0;
    for (std::size_t at = scales.at; at < blocks.size(); at += block)
        for (std::size_t i = 0; i < scales.count; ++i) {
            std::uint16_t half;
            std::memcpy(&half, blocks.data() + at + 2 * i, 2);
            bad |= (half & 0x7c00u) == 0x7c00u;
        }
    return !bad;
}

}  // namespace

Result<void> read_floats(const TensorView& tensor, std::int64_t first, std::span<float> out) {
    const auto count = static_cast<std::int64_t>(out.size());
    const std::int64_t whole = block_of(tensor.dtype).elements;
    if (first < 0 || first > tensor.elements() || count > tensor.elements() - first || first % whole != 0 || count % whole != 0)
        return fail(ErrorKind::internal, "{}: elements {} to {} of tensor \"{}\" were asked for; it has {}.",
                    tensor.file, first, first + count, tensor.name, tensor.elements());
    return walk(tensor, first, count, [&](std::size_t done) { return out.data() + done; });
}

Result<std::vector<float>> read_floats(const TensorView& tensor) {
    if (!widen_for(tensor.dtype)) return unknown_type(tensor);
    std::vector<float> values(static_cast<std::size_t>(tensor.elements()));
    auto read = read_floats(tensor, 0, values);
    if (!read) return pass_on(read);
    return values;
}

Result<void> check_finite(const TensorView& tensor) { return check_finite(tensor, 0, tensor.elements()); }

Result<void> check_finite(const TensorView& tensor, std::int64_t first, std::int64_t count) {
    if (const Scales scales = scales_of(tensor.dtype); scales.count) {
        const Block block = block_of(tensor.dtype);
        const auto part = tensor.bytes.subspan(static_cast<std::size_t>(first / block.elements) * block.bytes,
                                               static_cast<std::size_t>(count / block.elements) * block.bytes);
        if (scales_are_finite(part, block.bytes, scales)) return {};
    }
    std::array<float, 16384> block;
    return walk(tensor, first, count, [&](std::size_t) { return block.data(); });
}

}  // namespace haibao
