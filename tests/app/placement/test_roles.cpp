// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QStringList>
#include <catch2/catch_test_macros.hpp>

#include "app/placement/roles.h"

using namespace haibao::placement;

namespace {

std::string roles(const char* prompt) {
    QString all;
    for (const PromptText& text : texts_of(prompt)) all += QString("%1=%2 ").arg(word_of(text.role), text.text);
    return all.trimmed().toStdString();
}

}  // namespace

TEST_CASE("The words before a quote say what it is for") {
    CHECK(roles("夏日音乐节海报，标题“海风”，日期“8月16日”，地点“青岛奥帆中心”") == "title=海风 date=8月16日 place=青岛奥帆中心");
    CHECK(roles("副标题“中秋诗会”，标题“花好月圆”") == "subtitle=中秋诗会 title=花好月圆");
    CHECK(roles("poster, title \"Sea\", subtitle \"A Festival\", date \"soon\", place \"here\"") == "title=Sea subtitle=A Festival date=soon place=here");
    CHECK(roles("título \"Inverno\", data \"já\", local \"Lisboa\"") == "title=Inverno date=já place=Lisboa");
    CHECK(roles("标题：“甲”，正文：「乙」") == "title=甲 body=乙");
    CHECK(texts_of("标题“甲”").front().name == "标题");
    CHECK(texts_of("title \"A\"").front().name == "Title");
}

TEST_CASE("The hour has a name of its own beside the date") {
    const auto names = [](const char* prompt) {
        QStringList all;
        for (const PromptText& text : texts_of(prompt)) all << text.name;
        return all.join(' ');
    };
    CHECK(names("标题“海风”，日期“8月16日”，时间“20:00—23:00”，地点“青岛奥帆中心”") == "标题 日期 时间 地点");
    CHECK(names("title \"Sea\", date \"16 August\", time \"8 pm\"") == "Title Date Time");
    CHECK(names("cartaz, título \"Mar\", data \"16 de ago\", hora \"20h\"") == "Título Data Hora");
    CHECK(roles("“海风”“8月16日”“20:00—23:00”") == "title=海风 date=8月16日 time=20:00—23:00");
    CHECK(roles("标题“海风”，时间“8月16日 20:00”") == "title=海风 date=8月16日 20:00");  // both in one text
    CHECK(roles("标题“海风”，时间“晚上8点”，时间“2026.8.16”") == "title=海风 time=晚上8点 date=2026.8.16");
}

TEST_CASE("Layers are named in the language that the prompt is written in, whatever it quotes") {
    CHECK(language_of(QString("a red sun over mountains with the title “Sea”")) == Language::english);
    CHECK(language_of(QString("um sol vermelho sobre montanhas, título “Sea Breeze”")) == Language::portuguese);
    CHECK(language_of(QString("cartaz minimalista “The Night of the Stars”")) == Language::portuguese);
    CHECK(language_of(QString("poster of a café at night, title “São João”")) == Language::english);
    CHECK(language_of(QString("“Festa de São João”")) == Language::portuguese);
    CHECK(language_of(QString("夜色，标题“The End”")) == Language::chinese);
    CHECK(language_of(QString("minimal, neon")) == Language::english);
    CHECK(language_of(QString("big data conference, website example.com")) == Language::english);
    CHECK(language_of(QString("data science meetup poster, example.com")) == Language::english);
    const auto texts = texts_of("festa na praia, título “Maré Alta”, data “12 de agosto”, local “Praia do Forte”, “Traga a família”");
    QStringList names;
    for (const PromptText& text : texts) names << text.name;
    CHECK(names == QStringList{"Título", "Data", "Local", "Subtítulo"});
    CHECK(without_texts("título “Maré”") == "fundo de cartaz");
}

TEST_CASE("Without such words form and order decide, and there is one title") {
    CHECK(roles("海报“山风”") == "title=山风");
    CHECK(roles("“山风”“林间音乐会”“5月1日”“南京路 12 号”") == "title=山风 subtitle=林间音乐会 date=5月1日 place=南京路 12 号");
    CHECK(roles("“2026年5月1日”“山风”") == "date=2026年5月1日 title=山风");
    CHECK(roles("“5月1日”") == "title=5月1日");
    CHECK(roles("标题“甲”，标题“乙”") == "title=甲 subtitle=乙");
    CHECK(roles("\"One\" \"Two\" \"Three\"") == "title=One subtitle=Two body=Three");
    CHECK(roles("a poster without words").empty());
    CHECK(roles("it's the dog's").empty());
}

TEST_CASE("A painter who is not to write is told everything but the words") {
    CHECK(without_texts("群山，右边有太阳，晚霞色，标题“山风”") == "群山，右边有太阳，晚霞色");
    CHECK(without_texts("夏日音乐节海报，海浪与夕阳，标题“海风”，日期“8月16日”，地点“青岛奥帆中心”") == "夏日音乐节海报，海浪与夕阳");
    CHECK(without_texts("标题为“甲”，山水，水墨") == "山水，水墨");
    CHECK(without_texts("a red sun over mountains with the title \"Sea Breeze\", ink wash") == "a red sun over mountains, ink wash");
    CHECK(without_texts("mountains, title: \"A\" and subtitle \"B\".") == "mountains.");
    CHECK(without_texts(std::string(50'000, ' ') + "sea, title \"A\"") == "sea");
    std::string quotes = "sea ";
    for (int i = 0; i < 5000; ++i) quotes += "“a”，";
    CHECK(without_texts(quotes) == "sea");
    CHECK(texts_of(quotes).size() == 5000);
    CHECK(without_texts("no words at all") == "no words at all");
    CHECK(without_texts("“海”") == "海报背景");
    CHECK(without_texts("\"Sea\"") == "poster background");
}
