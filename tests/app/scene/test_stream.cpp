// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <string>
#include <sys/wait.h>

namespace {

struct Output {
    QByteArray bytes;
    int exit_code = -1;
};

Output run(const std::string& arguments) {
    Output output;
    std::FILE* pipe = popen((std::string(HAIBAO_SCENE_STREAM) + " " + arguments + " 2>/dev/null").c_str(), "r");
    REQUIRE(pipe);
    char buffer[65536];
    while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe))
        output.bytes.append(buffer, static_cast<qsizetype>(n));
    output.exit_code = WEXITSTATUS(pclose(pipe));
    return output;
}

}  // namespace

TEST_CASE("The stream is one line of JSON and the pixels, picture after picture") {
    const Output output = run("--count 6 --seed 40 --sizes 64x48,32x64 --langs en,zh --captions 2");
    REQUIRE(output.exit_code == 0);
    qsizetype at = 0;
    for (int i = 0; i < 6; ++i) {
        const qsizetype end = output.bytes.indexOf('\n', at);
        REQUIRE(end > at);
        const QJsonObject head = QJsonDocument::fromJson(output.bytes.mid(at, end - at)).object();
        const int w = head["w"].toInt(), h = head["h"].toInt();
        CHECK((w == 64 ? h == 48 : w == 32 && h == 64));
        CHECK(head["captions"].toObject().keys() == QStringList{"en", "zh"});
        CHECK(head["captions"].toObject()["zh"].toArray().size() == 2);
        CHECK(head["scene"].toObject().contains("palette"));
        CHECK((head["title_area"].isNull() || head["title_area"].toArray().size() == 4));
        at = end + 1 + qsizetype{3} * w * h;
    }
    CHECK(at == output.bytes.size());
}

TEST_CASE("A picture of the stream depends on its own seed alone") {
    const Output both = run("--count 2 --seed 7 --sizes 32x32"), second = run("--count 1 --seed 8 --sizes 32x32"),
                 strided = run("--count 2 --seed 8 --stride 5 --sizes 32x32");
    CHECK(both.bytes.endsWith(second.bytes));
    CHECK(strided.bytes.startsWith(second.bytes));
}

TEST_CASE("Subject and style can be asked for") {
    const Output output = run("--count 4 --seed 1 --subject cat --style neon --captions-only");
    REQUIRE(output.exit_code == 0);
    CHECK(output.bytes.count('\n') == 4);
    CHECK(output.bytes.count("\"cat\"") >= 4);
    CHECK(output.bytes.count("\"neon\"") == 4);
}

TEST_CASE("The grounds that the small model is taught show few subjects in three styles") {
    const Output output = run("--count 60 --seed 3 --subset grounds --captions-only");
    REQUIRE(output.exit_code == 0);
    const QStringList subjects{"mountains", "hills", "sea",      "dunes", "lake",   "sky",
                               "sun",       "moon",  "crescent", "blur",  "ribbons"};
    QStringList styles;
    for (const QByteArray& line : output.bytes.trimmed().split('\n')) {
        const QJsonObject scene = QJsonDocument::fromJson(line).object()["scene"].toObject();
        for (const QJsonValue& element : scene["elements"].toArray())
            CHECK(subjects.contains(element.toObject()["subject"].toString()));
        styles.append(scene["style"].toString());
    }
    styles.removeDuplicates();
    styles.sort();
    CHECK(styles == QStringList{"flat", "gradient", "ink"});
}

TEST_CASE("Twins are one description painted with two seeds") {
    const Output output = run("--count 3 --seed 9 --twins --captions-only");
    const auto lines = output.bytes.trimmed().split('\n');
    REQUIRE(lines.size() == 6);
    for (qsizetype i = 0; i < 6; i += 2) {
        QJsonObject a = QJsonDocument::fromJson(lines[i]).object()["scene"].toObject(),
                    b = QJsonDocument::fromJson(lines[i + 1]).object()["scene"].toObject();
        CHECK(a["seed"] != b["seed"]);
        a.remove("seed");
        b.remove("seed");
        CHECK(a == b);
    }
}

TEST_CASE("A recoloured picture keeps everything but palette and style") {
    const auto lines = run("--count 20 --seed 5 --recoloured --captions-only").bytes.trimmed().split('\n');
    REQUIRE(lines.size() == 40);
    for (qsizetype i = 0; i < 40; i += 2) {
        QJsonObject a = QJsonDocument::fromJson(lines[i]).object()["scene"].toObject(),
                    b = QJsonDocument::fromJson(lines[i + 1]).object()["scene"].toObject();
        CHECK(a["palette"] != b["palette"]);
        for (const char* key : {"palette", "style"}) {
            a.remove(key);
            b.remove(key);
        }
        CHECK(a == b);
    }
}

TEST_CASE("The vocabulary tells every subject, palette and style in three languages") {
    const QJsonObject words = QJsonDocument::fromJson(run("--vocabulary").bytes).object();
    CHECK(words["subjects"].toObject().size() == 44);
    CHECK(words["palettes"].toObject().size() == 16);
    CHECK(words["styles"].toObject()["ink"].toObject()["zh"].toArray().first() == "水墨");
    CHECK(words["places"].toObject()["left"].toObject().keys() == QStringList{"en", "pt", "zh"});
}

TEST_CASE("Wrong options end the stream with exit code 2 and nothing on stdout") {
    for (const char* arguments : {"--count", "--count x", "--sizes 1x1", "--sizes 99999x10", "--langs de",
                                  "--subset moon", "--palette octarine", "--frobnicate 1", "--count -3"}) {
        const Output output = run(arguments);
        INFO(arguments);
        CHECK(output.exit_code == 2);
        CHECK(output.bytes.isEmpty());
    }
}
