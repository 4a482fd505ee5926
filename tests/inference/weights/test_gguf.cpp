// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <array>
#include <cstring>

#include "inference/weights/gguf.h"
#include "inference/weights/values.h"

using namespace haibao;

namespace {

/// A file with one tensor of every kind that the engine computes with; each byte of the data is its place.
std::string sample() {
    const std::vector<GgufTensor> tensors{{"vae/bias", DType::f32, {3}},       {"vae/conv", DType::bf16, {2, 1, 3, 5}}, {"transformer/a", DType::q8_0, {2, 64}},
                                          {"transformer/b", DType::q4_k, {3, 256}}, {"transformer/c", DType::q6_k, {1, 512}}, {"transformer/d", DType::q4_0, {4, 32}}};
    const GgufLayout layout = lay_out_gguf({{"general.architecture", "glm-image"}, {"haibao.defaults", "{\"steps\": 2}"}}, tensors);
    std::string bytes = layout.header;
    bytes.resize(layout.bytes, '\0');
    for (std::size_t i = layout.header.size(); i < bytes.size(); ++i) bytes[i] = static_cast<char>(i % 61);
    return bytes;
}

Result<GgufHeader> parse(const std::string& bytes) { return parse_gguf(std::as_bytes(std::span(bytes)), "m.gguf"); }

/// Where a tensor's entry has its number of axes, behind its name.
std::size_t entry_of(const std::string& bytes, const std::string& name) { return bytes.find(name) + name.size(); }
template <class T>
void put(std::string& bytes, std::size_t at, T value) {
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

}  // namespace

TEST_CASE("what is laid out is read again: texts, types, shapes and places") {
    const std::string bytes = sample();
    auto header = parse(bytes);
    REQUIRE(header);
    CHECK(header->texts.at("haibao.defaults") == "{\"steps\": 2}");
    REQUIRE(header->tensors.size() == 6);
    const TensorView& conv = header->tensors[1];
    CHECK(conv.name == "vae/conv");
    CHECK(conv.shape == std::vector<std::int64_t>{2, 1, 3, 5});
    CHECK(conv.bytes.size() == 60);
    CHECK(conv.elements() == 30);
    const TensorView& blocks = header->tensors[3];
    CHECK(blocks.dtype == DType::q4_k);
    CHECK(blocks.bytes.size() == 3 * 144);
    CHECK(blocks.elements() == 768);
    for (const TensorView& tensor : header->tensors) CHECK((tensor.bytes.data() - reinterpret_cast<const std::byte*>(bytes.data())) % 32 == 0);
}

TEST_CASE("blocks are widened to the values that they stand for") {
    std::vector<std::byte> bytes(34);
    bytes[1] = std::byte{0x3c};  // the scale 1 as a half
    for (int i = 0; i < 32; ++i) bytes[static_cast<std::size_t>(2 + i)] = static_cast<std::byte>(i - 16);
    TensorView tensor{"a", DType::q8_0, {1, 32}, bytes, "m.gguf"};
    auto values = read_floats(tensor);
    REQUIRE(values);
    for (int i = 0; i < 32; ++i) CHECK((*values)[static_cast<std::size_t>(i)] == static_cast<float>(i - 16));
    bytes[1] = std::byte{0x7c};  // infinity
    CHECK(read_floats(tensor).error().kind == ErrorKind::corrupt_file);
    CHECK_FALSE(check_finite(tensor));
    std::array<float, 8> few;
    CHECK(read_floats(tensor, 0, few).error().kind == ErrorKind::internal);  // no whole block
}

TEST_CASE("a GGUF file that ends early is refused wherever it ends") {
    const std::string whole = sample();
    for (std::size_t size = 0; size < whole.size() - 32; ++size) {
        auto header = parse(whole.substr(0, size));
        REQUIRE_FALSE(header);
        CHECK(header.error().kind == ErrorKind::corrupt_file);
    }
    CHECK_FALSE(parse(whole + std::string(40, '\0')));
}

TEST_CASE("a GGUF file with any bit turned is read within its bounds or refused") {
    const std::string whole = sample();
    const std::size_t header_bytes = parse(whole)->bytes.size();
    for (std::size_t bit = 0; bit < 8 * header_bytes; ++bit) {
        std::string damaged = whole;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
        auto header = parse(damaged);
        if (!header) {
            CHECK((header.error().kind == ErrorKind::corrupt_file || header.error().kind == ErrorKind::unsupported));
            continue;
        }
        const auto* end = reinterpret_cast<const std::byte*>(damaged.data()) + damaged.size();
        for (const TensorView& tensor : header->tensors) {
            CHECK(tensor.bytes.data() + tensor.bytes.size() <= end);
            CHECK(byte_count(tensor.shape, tensor.dtype) == tensor.bytes.size());
            (void)check_finite(tensor);
        }
    }
}

TEST_CASE("claims that a GGUF file cannot keep are refused before memory is taken") {
    std::string bytes = sample();
    const std::size_t entry = entry_of(bytes, "transformer/b"), first_axis = entry + 4, type = entry + 20, offset = entry + 24;
    SECTION("more tensors than bytes") { put<std::uint64_t>(bytes, 8, 1'000'000'000'000); }
    SECTION("more entries than bytes") { put<std::uint64_t>(bytes, 16, 99'999); }
    SECTION("a text as long as the address space") { put<std::uint64_t>(bytes, 24, UINT64_MAX); }
    SECTION("an overflowing shape") { put<std::uint64_t>(bytes, first_axis, std::uint64_t{1} << 62); }
    SECTION("a side that is negative") { put<std::uint64_t>(bytes, first_axis, UINT64_MAX); }
    SECTION("an empty side") { put<std::uint64_t>(bytes, first_axis, 0); }
    SECTION("five axes") { put<std::uint32_t>(bytes, entry, 5); }
    SECTION("rows of no whole blocks") { put<std::uint64_t>(bytes, first_axis, 255); }
    SECTION("a type of another program") { put<std::uint32_t>(bytes, type, 20); }
    SECTION("beyond the end") { put<std::uint64_t>(bytes, offset, 1 << 20); }
    SECTION("an offset near the largest number") { put<std::uint64_t>(bytes, offset, UINT64_MAX - 31); }
    SECTION("over another tensor") { put<std::uint64_t>(bytes, offset, 64); }
    SECTION("not aligned") { put<std::uint64_t>(bytes, offset, 193); }
    SECTION("another version") { put<std::uint32_t>(bytes, 4, 4); }
    SECTION("another format") { bytes[0] = 'X'; }
    SECTION("a name twice") { bytes.replace(bytes.find("transformer/b"), 13, "transformer/a"); }
    auto header = parse(bytes);
    REQUIRE_FALSE(header);
    CHECK(header.error().message.starts_with("m.gguf"));
    CHECK(header.error().message.ends_with("."));
}
