// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <QTemporaryDir>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <set>
#include <thread>

#include "app/core/atomic_file.h"

using namespace haibao;
namespace fs = std::filesystem;

namespace {

struct Folder {
    QTemporaryDir owner;
    fs::path path = owner.path().toStdString();
    std::set<std::string> names() const {
        std::set<std::string> all;
        for (const auto& entry : fs::directory_iterator(path)) all.insert(entry.path().filename().string());
        return all;
    }
};

std::vector<std::uint8_t> bytes(std::string_view text) { return {text.begin(), text.end()}; }

std::string content(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("A file appears under its name with its content, and nothing else does") {
    Folder folder;
    auto file = AtomicFile::create(folder.path / "海报.png");
    REQUIRE(file);
    REQUIRE(file->write(bytes("half ")));
    CHECK_FALSE(fs::exists(folder.path / "海报.png"));
    REQUIRE(file->write(bytes("whole")));
    auto name = file->commit(IfExists::unique);
    REQUIRE(name);
    CHECK(*name == folder.path / "海报.png");
    CHECK(content(*name) == "half whole");
    CHECK(folder.names() == std::set<std::string>{"海报.png"});
}

TEST_CASE("A file that is given up leaves no trace") {
    Folder folder;
    {
        auto file = AtomicFile::create(folder.path / "a.png");
        REQUIRE(file);
        REQUIRE(file->write(bytes("x")));
        CHECK(folder.names().size() == 1);
    }
    CHECK(folder.names().empty());
}

TEST_CASE("An existing file is kept, replaced or stepped around as asked") {
    Folder folder;
    const fs::path target = folder.path / "a.png";
    REQUIRE(write_file(target, bytes("old"), IfExists::fail));
    auto refused = write_file(target, bytes("new"), IfExists::fail);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::io);
    CHECK(content(target) == "old");
    CHECK(*write_file(target, bytes("second"), IfExists::unique) == folder.path / "a_1.png");
    CHECK(*write_file(target, bytes("third"), IfExists::unique) == folder.path / "a_2.png");
    CHECK(content(target) == "old");
    CHECK(*write_file(target, bytes("new"), IfExists::overwrite) == target);
    CHECK(content(target) == "new");
    CHECK(folder.names() == std::set<std::string>{"a.png", "a_1.png", "a_2.png"});
}

TEST_CASE("Writers at the same time never take the same name") {
    Folder folder;
    constexpr int writers = 4, each = 25;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < writers; ++i)
            threads.emplace_back([&] {
                for (int k = 0; k < each; ++k) (void)write_file(folder.path / "a.png", bytes("x"), IfExists::unique);
            });
    }
    CHECK(folder.names().size() == writers * each);
}

TEST_CASE("Missing folders are made, and a name of 255 bytes can be written") {
    Folder folder;
    CHECK(write_file(folder.path / "新/b/c.png", bytes("x"), IfExists::unique));
    std::string name;
    while (name.size() < 249) name += "海";
    CHECK(write_file(folder.path / (name + ".pngs"), bytes("x"), IfExists::unique));
}

TEST_CASE("Where nothing can be written the sentence says so and nothing is left") {
    Folder folder;
    SECTION("a folder of this name") {
        fs::create_directory(folder.path / "a.png");
        auto written = write_file(folder.path / "a.png", bytes("x"), IfExists::overwrite);
        REQUIRE_FALSE(written);
        CHECK(written.error().message.contains("is a folder"));
        CHECK(folder.names() == std::set<std::string>{"a.png"});
    }
    SECTION("no name") { CHECK_FALSE(write_file(folder.path / "", bytes("x"), IfExists::unique)); }
    SECTION("a file where a folder should be") {
        REQUIRE(write_file(folder.path / "f", bytes("x"), IfExists::fail));
        CHECK_FALSE(write_file(folder.path / "f/a.png", bytes("x"), IfExists::unique));
    }
    SECTION("a full device") {
        // Writing into the pseudo file system is refused; what counts is the kind and that the words are ours.
        auto written = write_file("/proc/haibao.png", bytes("x"), IfExists::unique);
        REQUIRE_FALSE(written);
        CHECK(written.error().kind == ErrorKind::io);
        CHECK(written.error().message.contains("/proc is read-only"));  // it is there, but takes no new files
    }
    SECTION("a device or a pipe") {
        for (const IfExists how : {IfExists::unique, IfExists::overwrite, IfExists::fail}) {
            auto written = write_file("/dev/full", bytes("x"), how);
            REQUIRE_FALSE(written);
            CHECK(written.error().message.contains("/dev/full is a device or a pipe"));
        }
        CHECK_FALSE(fs::exists("/dev/full_1"));
    }
}
