// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "app/export/name_template.h"

using namespace haibao;

namespace {

std::optional<NameValue> some_values(const QString& token, const QString& argument) {
    if (token == "n") return qint64{7};
    if (token == "seed") return qint64{42};
    if (token == "w") return qint64{512};
    if (token == "size") return QString("512x768");
    if (token == "prompt") return QString("夏日 音乐节/海报: “海风”\n second line …");
    if (token == "title") return QString("海风");
    if (token == "doc") return QString("..hidden. ");
    if (token == "date" || token == "time") return QDateTime(QDate(2026, 8, 16), QTime(9, 5, 30));
    if (token == "col" && argument == "名称") return QString("a/b:c*");
    if (token == "col") return QString();
    return std::nullopt;
}

std::string expand(const char* text, NameRules rules = NameRules::any_system) {
    auto name = NameTemplate::parse(QString::fromUtf8(text));
    if (!name) return "! " + name.error().message;
    auto path = name->expand(some_values, rules);
    return path ? path->string() : "! " + path.error().message;
}

}  // namespace

TEST_CASE("Tokens become values") {
    CHECK(expand("poster-{n:000}-{seed}.png") == "poster-007-42.png");
    CHECK(expand("{date}/{time}.png") == "20260816/090530.png");
    CHECK(expand("{date:yyyy-MM}-{title}.png") == "2026-08-海风.png");
    CHECK(expand("{size} {w} {{x}}.png") == "512x768 512 {x}.png");
    CHECK(expand("{n:0}.png") == "7.png");
}

TEST_CASE("Filters work in the order in which they stand") {
    CHECK(expand("{title|default:none|upper}.png") == "海风.png");
    CHECK(expand("{col:leer|default:none|upper}.png") == "NONE.png");
    CHECK(expand("{prompt|slug}.png") == "夏日-音乐节-海报-海风-second-line.png");
    CHECK(expand("{title|ascii}.png") == "hai feng.png");
    CHECK(expand("{prompt:6}.png") == "夏日 音乐节.png");
    CHECK(expand("{prompt|trim:2}.png") == "夏日.png");
}

TEST_CASE("Values cannot leave the folder, hide the file or carry control characters") {
    CHECK(expand("{col:名称}.png") == "a-b:c*.png");
    CHECK(expand("{col:名称}.png", NameRules::windows_safe) == "a-b-c-.png");
    CHECK(expand("{doc}.png") == "hidden.png");
    CHECK(expand("{prompt}.png") == "夏日 音乐节-海报: “海风” second line ….png");
    CHECK(expand("con.png", NameRules::windows_safe) == "con_.png");
}

TEST_CASE("A template that cannot work is refused with the place of its mistake") {
    CHECK(expand("a{nothing}.png").contains("character 2"));
    CHECK(expand("a{n").contains("character 2"));
    CHECK(expand("a}b").contains("character 2"));
    CHECK(expand("{n:12}").contains("cannot take"));
    CHECK(expand("{seed:x}").starts_with("!"));
    CHECK(expand("{w:3}").starts_with("!"));
    CHECK(expand("{prompt:many}").starts_with("!"));
    CHECK(expand("{col}").starts_with("!"));
    CHECK(expand("{n|shout}").contains("filter"));
    CHECK(expand("{n|trim}").contains("filter"));
    CHECK(expand("").starts_with("!"));
    CHECK(expand("/tmp/{n}.png").contains("inside the target folder"));
    CHECK(expand("a/../{n}.png").contains("inside the target folder"));
    CHECK(expand("folder/").starts_with("!"));
    CHECK(expand("{col:leer}.png").contains("empty name"));
    CHECK(expand("a//b.png").contains("empty name"));
    CHECK(expand("{n}\x1b.png").starts_with("!"));
}

TEST_CASE("A component never exceeds what a file system takes and is cut between characters") {
    const QString text = GENERATE(QString("海").repeated(300), QString("👩‍👩‍👧‍👦").repeated(60), QString("é").repeated(300));
    auto name = NameTemplate::parse("{prompt}.png");
    REQUIRE(name);
    auto path = name->expand([&](const QString&, const QString&) { return NameValue(text); });
    REQUIRE(path);
    const std::string component = path->string();
    CHECK(component.size() <= 224);
    CHECK(component.size() > 150);
    CHECK(component.ends_with(".png"));
    const QString stem = QString::fromStdString(component.substr(0, component.size() - 4));
    CHECK(text.normalized(QString::NormalizationForm_C).startsWith(stem));
    CHECK_FALSE(stem.endsWith(QChar(0x200D)));
}

TEST_CASE("A template knows which tokens it uses") {
    auto name = NameTemplate::parse("{n}-{prompt:20|slug}.png");
    REQUIRE(name);
    CHECK(name->uses("n"));
    CHECK(name->uses("prompt"));
    CHECK_FALSE(name->uses("seed"));
}
