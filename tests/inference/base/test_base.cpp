// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <cerrno>
#include <filesystem>
#include <fstream>

#include "inference/base/config_reader.h"
#include "inference/base/files.h"
#include "inference/base/json.h"
#include "inference/base/sha256.h"
#include "inference/base/system_reason.h"
#include "inference/base/utf8.h"

using namespace haibao;

TEST_CASE("SHA-256 gives the values of FIPS 180's examples") {
    const auto digest = [](std::string_view text) { return Sha256().update(text).hex(); };
    CHECK(digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(digest(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 does not depend on how its input is cut") {
    const std::string text(1000, 'x');
    for (std::size_t first = 0; first <= 200; ++first)
        CHECK(Sha256().update(text.substr(0, first)).update(text.substr(first)).hex() == Sha256().update(text).hex());
}

TEST_CASE("JSON from outside is bounded in depth, size and number of values") {
    const JsonLimits tight{.bytes = 100, .values = 10, .depth = 3};
    CHECK(parse_json("[[[1]]]", "x.json", tight));
    CHECK(!parse_json("[[[[1]]]]", "x.json", tight));
    CHECK(!parse_json("[1,2,3,4,5,6,7,8,9,10,11]", "x.json", tight));
    CHECK(!parse_json("\"" + std::string(100, 'a') + "\"", "x.json", tight));
    CHECK(!parse_json(R"({"a": 1, "a": 2})", "x.json"));
    CHECK(!parse_json(std::string(10'000'000, '['), "x.json"));
    CHECK(!parse_json("\"\xff\"", "x.json"));
    CHECK(!parse_json("", "x.json"));
    CHECK(parse_json("{", "x.json").error().message.starts_with("x.json"));
}

TEST_CASE("A config's first error is kept and names file and key") {
    auto json = nlohmann::json::parse(
        R"({"a": 5, "b": 2.5, "c": "x", "d": [1, 2], "e": {"f": -1}, "g": null, "h": true, "i": 6.0})");
    ConfigReader cfg(json, "some/config.json");
    CHECK(cfg.integer("a", 1, 9) == 5);
    CHECK(cfg.integer("i", 1, 9) == 6);
    CHECK(cfg.integer("g", 1, 9, 7) == 7);
    CHECK(cfg.number("b", 0, 3) == 2.5);
    CHECK(cfg.text("c") == "x");
    CHECK(cfg.integers("d", 2, 0, 9) == std::vector<std::int64_t>{1, 2});
    CHECK(cfg.boolean("h", false));
    CHECK(cfg.one_of("none", {"p", "q"}, "q") == "q");
    CHECK(cfg.result());
    CHECK(cfg.child("e").integer("f", 0, 9) == 0);
    CHECK(cfg.integer("a", 6, 9) == 6);
    REQUIRE(!cfg.result());
    CHECK(cfg.result().error().message.contains("some/config.json"));
    CHECK(cfg.result().error().message.contains("e.f"));
}

TEST_CASE("Every kind of wrong config value is refused") {
    auto json = nlohmann::json::parse(
        R"({"a": 2.5, "b": 18446744073709551615, "c": "7", "d": [1, "x"], "e": 1e300, "f": "z"})");
    const auto refused = [&](auto read) {
        ConfigReader cfg(json, "config.json");
        read(cfg);
        return !cfg.result();
    };
    CHECK(refused([](ConfigReader& c) { c.integer("a", 0, 9); }));
    CHECK(refused([](ConfigReader& c) { c.integer("b", 0, INT64_MAX); }));
    CHECK(refused([](ConfigReader& c) { c.integer("c", 0, 9, 7); }));
    CHECK(refused([](ConfigReader& c) { c.integer("e", INT64_MIN, INT64_MAX); }));
    CHECK(refused([](ConfigReader& c) { c.number("c", 0, 9); }));
    CHECK(refused([](ConfigReader& c) { c.number("none", 0, 9); }));
    CHECK(refused([](ConfigReader& c) { c.integers("d", 2, 0, 9); }));
    CHECK(refused([](ConfigReader& c) { c.numbers("d", 0, 0, 9); }));
    CHECK(refused([](ConfigReader& c) { c.text("a"); }));
    CHECK(refused([](ConfigReader& c) { c.boolean("c", true); }));
    CHECK(refused([](ConfigReader& c) { c.one_of("f", {"p"}, "p"); }));
    CHECK(refused([](ConfigReader& c) { c.child("a").child("b").integer("x", 0, 1); }));
    const nlohmann::json list = nlohmann::json::array();
    CHECK(!ConfigReader(list, "config.json").result());
}

TEST_CASE("Ill-formed UTF-8 is replaced part by part") {
    CHECK(valid_utf8("aé日🙂") == "aé日🙂");
    CHECK(valid_utf8("a\xff"
                     "b") == "a\ufffdb");
    CHECK(valid_utf8("\xe6\x97") == "\ufffd");
    CHECK(valid_utf8("\xc0\xaf") == "\ufffd\ufffd");            // overlong
    CHECK(valid_utf8("\xed\xa0\x80") == "\ufffd\ufffd\ufffd");  // a surrogate
    CHECK(valid_utf8("\xf4\x90\x80\x80") == "\ufffd\ufffd\ufffd\ufffd");
    CHECK(valid_utf8("\xf0\x9f\x99x") == "\ufffdx");
    CHECK(clip("日本語", 7) == "日本…");
    CHECK(clip("short") == "short");
}

TEST_CASE("Paths are shortened for sentences") {
    CHECK(short_name("/a/b/c/config.json") == "c/config.json");
    CHECK(short_name("/a/b/model/", 1) == "model");
    CHECK(short_name("x") == "x");
    CHECK(short_name("/") == "/");
}

TEST_CASE("Why the system refused is told in words of ours that stand within a sentence") {
    for (const int error : {EACCES, EPERM, EBUSY, EDQUOT, EEXIST, EIO, EISDIR, EMFILE, ENFILE, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EROFS}) {
        const std::string reason = system_reason(error);
        CHECK(reason != std::generic_category().message(error));
        CHECK((reason.front() >= 'a' && reason.front() <= 'z' && reason.back() != '.'));
    }
    CHECK(system_reason(std::make_error_code(std::errc::file_exists)) == "there is something of that name already");
    CHECK(system_reason(EPROTO).ends_with("(" + std::to_string(EPROTO) + ")"));
}

TEST_CASE("A file that cannot be opened is named with the reason") {
    const auto folder = std::filesystem::temp_directory_path() / "haibao-test-reason";
    std::filesystem::create_directories(folder);
    const auto refused = read_file(folder / std::string(300, 'x'), 10);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.ends_with(" cannot be looked at: its name is too long."));
    std::filesystem::remove_all(folder);
}
