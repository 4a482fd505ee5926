// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "inference/worker/frames.h"

using namespace haibao;
using namespace haibao::protocol;

namespace {

using Bytes = std::vector<std::uint8_t>;

Frame sample(int number) { return {{{"type", "progress"}, {"job", number}, {"words", "海报"}}, Bytes(static_cast<std::size_t>(number), 7)}; }

Bytes bytes_of(const Frame& frame) {
    auto bytes = serialize(frame);
    REQUIRE(bytes);
    return *bytes;
}

/// A prefix that claims these lengths.
Bytes prefix(std::uint32_t head, std::uint64_t payload) {
    Bytes bytes;
    for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<std::uint8_t>(head >> (8 * i)));
    for (int i = 0; i < 8; ++i) bytes.push_back(static_cast<std::uint8_t>(payload >> (8 * i)));
    return bytes;
}

}  // namespace

TEST_CASE("A frame is two little-endian lengths, JSON text and the payload") {
    const Bytes bytes = bytes_of({{{"a", 1}}, {0xFF, 0x00}});
    CHECK(bytes == Bytes{7, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, '{', '"', 'a', '"', ':', '1', '}', 0xFF, 0x00});
}

TEST_CASE("Frames come back as they went, however the stream is cut") {
    Bytes stream;
    for (int number : {0, 1, 300, 5}) {
        const Bytes bytes = bytes_of(sample(number));
        stream.insert(stream.end(), bytes.begin(), bytes.end());
    }
    std::mt19937 random(1);
    for (int round = 0; round < 200; ++round) {
        FrameParser parser;
        std::vector<Frame> got;
        for (std::size_t at = 0; at < stream.size();) {
            const std::size_t step = std::min<std::size_t>(1 + random() % 90, stream.size() - at);
            parser.feed(std::span(stream).subspan(at, step));
            at += step;
            for (;;) {
                auto frame = parser.next();
                REQUIRE(frame);
                if (!*frame) break;
                got.push_back(std::move(**frame));
            }
        }
        REQUIRE(got.size() == 4);
        for (int i = 0; int number : {0, 1, 300, 5}) {
            const Frame& frame = got[static_cast<std::size_t>(i++)];
            CHECK(frame.head == sample(number).head);
            CHECK(frame.payload == sample(number).payload);
        }
        CHECK_FALSE(parser.in_the_middle());
    }
}

TEST_CASE("A frame that is cut off never comes and is known to be unfinished") {
    const Bytes bytes = bytes_of(sample(20));
    for (std::size_t length = 1; length < bytes.size(); ++length) {
        FrameParser parser;
        parser.feed(std::span(bytes).first(length));
        auto frame = parser.next();
        REQUIRE(frame);
        CHECK_FALSE(frame->has_value());
        CHECK(parser.in_the_middle());
    }
}

TEST_CASE("Lengths beyond the limits are refused for good, before anything is stored for them") {
    for (const Bytes& bytes : {prefix(max_head_bytes + 1, 0), prefix(2, max_payload_bytes + 1), prefix(0xFFFFFFFF, ~std::uint64_t{0})}) {
        FrameParser parser;
        parser.feed(bytes);
        auto first = parser.next();
        REQUIRE_FALSE(first);
        CHECK(first.error().kind == ErrorKind::corrupt_file);
        parser.feed(bytes_of(sample(1)));
        CHECK_FALSE(parser.next());
    }
}

TEST_CASE("The largest lengths allowed only wait for their bytes") {
    FrameParser parser;
    parser.feed(prefix(max_head_bytes, max_payload_bytes));
    auto frame = parser.next();
    REQUIRE(frame);
    CHECK_FALSE(frame->has_value());
}

TEST_CASE("A head that is not a JSON object is refused") {
    for (const std::string text : {"", "[1]", "{\"a\":", "7", "\xFF\xFE", "null"}) {
        Bytes bytes = prefix(static_cast<std::uint32_t>(text.size()), 0);
        bytes.insert(bytes.end(), text.begin(), text.end());
        FrameParser parser;
        parser.feed(bytes);
        CHECK_FALSE(parser.next());
    }
}

TEST_CASE("A deeply nested head neither overflows the stack nor hangs") {
    std::string text = "{\"a\":" + std::string(1'000'000, '[') + std::string(1'000'000, ']') + "}";
    Bytes bytes = prefix(static_cast<std::uint32_t>(text.size()), 0);
    bytes.insert(bytes.end(), text.begin(), text.end());
    FrameParser parser;
    parser.feed(bytes);
    CHECK(parser.next());
}

TEST_CASE("A frame larger than the limits is not sent") {
    Frame frame;
    frame.head["words"] = std::string(max_head_bytes, 'x');
    auto bytes = serialize(frame);
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().kind == ErrorKind::invalid_input);
}

TEST_CASE("Text that is not UTF-8 is sent with replacement characters") {
    const Bytes bytes = bytes_of({{{"prompt", "a\xFF"}}, {}});
    FrameParser parser;
    parser.feed(bytes);
    auto frame = parser.next();
    REQUIRE(frame);
    CHECK((**frame).head["prompt"] == "a\xEF\xBF\xBD");
}
