// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstring>
#include <limits>
#include <sys/stat.h>

#include "inference/weights/safetensors.h"
#include "inference/weights/values.h"
#include "tests/support/safetensors_bytes.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using haibao::test::safetensors_bytes;

namespace {

Result<SafetensorsHeader> parse(const std::string& bytes) {
    return parse_safetensors(std::as_bytes(std::span(bytes)), "model.safetensors");
}

/// The header with eight bytes of data behind it must be refused, with a sentence that holds `words`.
void refused(std::string_view header, std::string_view words) {
    CAPTURE(header);
    auto parsed = parse(safetensors_bytes(header, std::string(8, '\0')));
    REQUIRE(!parsed);
    CAPTURE(parsed.error().message);
    CHECK(parsed.error().kind == ErrorKind::corrupt_file);
    CHECK(parsed.error().message.starts_with("model.safetensors"));
    CHECK(parsed.error().message.contains(words));
}

/// A tensor over `values`, held by the caller.
TensorView view(DType dtype, const auto& values) {
    return {
        "w", dtype, {static_cast<std::int64_t>(values.size())}, std::as_bytes(std::span(values)), "model.safetensors"};
}

}  // namespace

TEST_CASE("Tensors come in the order of their bytes, with shape, type and metadata") {
    const std::string bytes = safetensors_bytes(
        R"({"__metadata__": {"format": "pt"}, "b": {"dtype": "BF16", "shape": [2, 1], "data_offsets": [4, 8]},
            "a": {"shape": [], "data_offsets": [0, 4], "dtype": "F32"}}   )",
        std::string_view("\0\0\x80\x3f\x80\x3f\0\xc0", 8));
    auto parsed = parse(bytes);
    REQUIRE(parsed);
    REQUIRE(parsed->tensors.size() == 2);
    CHECK(parsed->metadata.at("format") == "pt");
    const TensorView &a = parsed->tensors[0], &b = parsed->tensors[1];
    CHECK((a.name == "a" && a.elements() == 1 && a.shape.empty()));
    CHECK((b.name == "b" && b.shape == std::vector<std::int64_t>{2, 1}));
    CHECK(read_floats(a).value() == std::vector{1.0f});
    CHECK(read_floats(b).value() == std::vector{1.0f, -2.0f});
}

TEST_CASE("An empty file of tensors and tensors without elements are fine") {
    CHECK(parse(safetensors_bytes("{}", "")));
    auto parsed = parse(safetensors_bytes(R"({"a": {"dtype": "F32", "shape": [0, 7], "data_offsets": [0, 0]}})", ""));
    REQUIRE(parsed);
    CHECK(parsed->tensors[0].elements() == 0);
}

TEST_CASE("Headers that lie about their size are refused") {
    CHECK(!parse(""));
    CHECK(!parse("1234567"));
    CHECK(!parse(safetensors_bytes("", "")));
    for (std::uint64_t length :
         {std::uint64_t{3}, std::uint64_t{100'000'001}, ~std::uint64_t{0}, ~std::uint64_t{0} - 7}) {
        std::string bytes(8, '\0');
        std::memcpy(bytes.data(), &length, 8);
        auto parsed = parse(bytes + "{}");
        REQUIRE(!parsed);
        CHECK(parsed.error().kind == ErrorKind::corrupt_file);
    }
}

TEST_CASE("Headers that are not the format's JSON are refused") {
    refused("[]", "JSON object");
    refused("{", "not JSON");
    refused("{}}", "not JSON");
    refused("{\"a\": \xff}", "not JSON");
    refused(R"({"a": 1})", "\"a\"");
    refused(R"({"a": null})", "\"a\"");
    refused(R"({"a": {}})", "missing");
    refused(R"({"a": {"dtype": "F32", "shape": [2]}})", "missing");
    refused(R"({"a": {"dtype": "F32", "shape": [2], "data_offsets": [0]}})", "missing");
    refused(R"({"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8, 8]}})", "number");
    refused(R"({"a": {"dtype": "F32", "shape": [[2]], "data_offsets": [0, 8]}})", "list");
    refused(R"({"a": {"dtype": "F32", "shape": {"x": {"y": {}}}, "data_offsets": [0, 8]}})", "object");
    refused(R"({"__metadata__": {"x": 7}})", "number");
    refused("{\"a\": " + std::string(5000, '{'), "not JSON");
    refused("{\"a\": " + std::string(5000, '['), "\"a\"");
}

TEST_CASE("Tensors whose numbers cannot be right are refused by name") {
    const auto tensor = [](std::string_view fields) { return "{\"the.name\": {" + std::string(fields) + "}}"; };
    refused(tensor(R"("dtype": "Q4", "shape": [2], "data_offsets": [0, 8])"), "\"the.name\": its type \"Q4\"");
    refused(tensor(R"("dtype": "F32", "shape": [-2], "data_offsets": [0, 8])"), "the.name");
    refused(tensor(R"("dtype": "F32", "shape": [2.5], "data_offsets": [0, 8])"), "the.name");
    refused(tensor(R"("dtype": "F32", "shape": [3], "data_offsets": [0, 8])"), "needs 12");
    refused(tensor(R"("dtype": "F32", "shape": [2], "data_offsets": [8, 0])"), "the.name");
    refused(tensor(R"("dtype": "F32", "shape": [4], "data_offsets": [0, 16])"), "the.name");
    refused(tensor(R"("dtype": "F32", "shape": [1], "data_offsets": [4, 8])"), "gap");
    refused(tensor(R"("dtype": "F32", "shape": [1], "data_offsets": [0, 4])"), "belong to no tensor");
    refused(tensor(R"("dtype": "F32", "shape": [4294967296, 4294967296, 4], "data_offsets": [0, 8])"), "absurd");
    refused(tensor(R"("dtype": "F32", "shape": [18446744073709551615], "data_offsets": [0, 8])"), "absurd");
    refused(tensor(R"("dtype": "F32", "shape": [0, 9223372036854775807, 9223372036854775807], "data_offsets": [0, 8])"),
            "the.name");
    refused(tensor(R"("dtype": "F32", "shape": [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,2], "data_offsets": [0, 8])"),
            "absurd");
}

TEST_CASE("Overlaps, gaps and double names are refused") {
    refused(
        R"({"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},
              "b": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}})",
        "overlaps");
    refused(
        R"({"a": {"dtype": "U8", "shape": [3], "data_offsets": [0, 3]},
              "b": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}})",
        "gap");
    refused(
        R"({"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]},
              "a": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}})",
        "twice");
    refused(R"({"a": {"dtype": "F32", "dtype": "F32", "shape": [2], "data_offsets": [0, 8]}})", "two dtypes");
}

TEST_CASE("Files that are missing, folders and pipes give an error at once") {
    haibao::test::TemporaryFolder folder;
    CHECK(SafetensorsFile::open(folder.path() / "none.safetensors").error().kind == ErrorKind::not_found);
    CHECK(SafetensorsFile::open(folder.path()).error().kind == ErrorKind::io);
    const auto pipe = folder.path() / "pipe.safetensors";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(SafetensorsFile::open(pipe).error().kind == ErrorKind::io);
    CHECK(SafetensorsFile::open(folder.write("empty.safetensors", "")).error().kind == ErrorKind::corrupt_file);
}

TEST_CASE("A mapped file finds its tensors by name and survives a move") {
    haibao::test::TemporaryFolder folder;
    auto opened = SafetensorsFile::open(folder.write(
        "x/m.safetensors", safetensors_bytes(R"({"a": {"dtype": "F16", "shape": [1], "data_offsets": [0, 2]}})",
                                             std::string_view("\0\x3c", 2))));
    REQUIRE(opened);
    SafetensorsFile file = std::move(*opened);
    CHECK(file.name() == "x/m.safetensors");
    REQUIRE(file.find("a"));
    CHECK(!file.find("b"));
    file.mapping().release(file.mapping().bytes());
    CHECK(read_floats(*file.find("a")).value() == std::vector{1.0f});
}

TEST_CASE("Every finite half becomes the same float") {
    std::vector<std::uint16_t> halves;
    std::vector<float> want;
    for (unsigned bits = 0; bits < 0x10000; ++bits) {
        const unsigned exponent = bits >> 10 & 31, fraction = bits & 1023;
        if (exponent == 31) continue;
        halves.push_back(static_cast<std::uint16_t>(bits));
        const float magnitude = exponent ? std::ldexp(1024.0f + fraction, static_cast<int>(exponent) - 25)
                                         : std::ldexp(float(fraction), -24);
        want.push_back(bits & 0x8000 ? -magnitude : magnitude);
    }
    const auto got = read_floats(view(DType::f16, halves)).value();
    REQUIRE(got.size() == want.size());
    CHECK(std::memcmp(got.data(), want.data(), got.size() * 4) == 0);
}

TEST_CASE("NaN and infinity are reported with tensor and place, in every type") {
    const auto check = [](const TensorView& tensor) {
        auto finite = check_finite(tensor);
        REQUIRE(!finite);
        CHECK(finite.error().kind == ErrorKind::corrupt_file);
        CHECK(finite.error().message.contains("\"w\""));
        CHECK(finite.error().message.contains("element 20000"));
        CHECK(!read_floats(tensor));
        std::vector<float> part(100);
        CHECK(read_floats(tensor, 0, part));
    };
    std::vector<float> f32(20001, 1.0f);
    std::vector<std::uint16_t> bf16(20001, 0x3f80), f16(20001, 0x3c00);
    CHECK(check_finite(view(DType::f32, f32)));
    CHECK(check_finite(view(DType::f16, f16)));
    f32.back() = std::numeric_limits<float>::quiet_NaN(), bf16.back() = 0xff80, f16.back() = 0x7c00;
    check(view(DType::f32, f32));
    check(view(DType::bf16, bf16));
    check(view(DType::f16, f16));
    f32.back() = -std::numeric_limits<float>::infinity(), bf16.back() = 0x7fc0, f16.back() = 0xfe01;
    check(view(DType::f32, f32));
    check(view(DType::bf16, bf16));
    check(view(DType::f16, f16));
}

TEST_CASE("Types the engine does not compute with are refused when read") {
    std::vector<std::uint8_t> bytes(4);
    CHECK(read_floats(view(DType::u8, bytes)).error().kind == ErrorKind::unsupported);
    CHECK(check_finite(view(DType::i8, bytes)).error().kind == ErrorKind::unsupported);
}

TEST_CASE("Unaligned tensors are read like others") {
    const std::string bytes = safetensors_bytes(
        R"({"x": {"dtype": "U8", "shape": [1], "data_offsets": [0, 1]},
            "a": {"dtype": "F32", "shape": [1], "data_offsets": [1, 5]},
            "b": {"dtype": "F16", "shape": [1], "data_offsets": [5, 7]}})",
        std::string_view("\x07\0\0\x80\x3f\0\x3c", 7));
    auto parsed = parse(bytes);
    REQUIRE(parsed);
    CHECK(read_floats(parsed->tensors[1]).value() == std::vector{1.0f});
    CHECK(read_floats(parsed->tensors[2]).value() == std::vector{1.0f});
}
