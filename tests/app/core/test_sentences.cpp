// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/sentences.h"

#include <QLocale>
#include <catch2/catch_test_macros.hpp>

#include "app/core/decimals.h"

namespace {

using haibao::Sentences;

const char* const catalogue = R"(<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh_CN"><context><name>errors</name>
<message><source>{} is cut off after {} bytes.</source><translation>{} 在第 {} 字节处断了。</translation></message>
<message><source>{} cannot be “{}”; it is one of {}.</source><translation>{1} 不是 {0} 的可选值（可选：{2}）。</translation></message>
<message><source>{} cannot be opened: {}</source><translation>无法打开 {}：{}</translation></message>
<message><source>“%2” lies %1 mm outside of %2.</source><translation>“%2”超出 %1 毫米。</translation></message>
<message><source>Cancelled.</source><translation>已取消。</translation></message>
<message><source>{}: {} not in {{{}}}</source><translation>{}：{} 不在 {{{}}} 之中</translation></message>
<message><source>{} is cut off after {} bytes and gone.</source><translation type="unfinished"></translation></message>
<message><source>the disk is full</source><translation>磁盘已满</translation></message>
<message><source>{}: {}</source><translation>太短 {} {}</translation></message>
</context></TS>)";

std::string said(const std::string& english) { return Sentences::from_ts(catalogue).translate(english); }

}  // namespace

TEST_CASE("What stood in an English sentence stands in the translated one") {
    CHECK(said("海报.png is cut off after 1024 bytes.") == "海报.png 在第 1024 字节处断了。");
    CHECK(said("Cancelled.") == "已取消。");
    CHECK(said("--text: foo not in {paint,layers}") == "--text：foo 不在 {paint,layers} 之中");
}

TEST_CASE("Sentences of findings number their places") {
    CHECK(said("“标题” lies 3.5 mm outside of 标题.") == "“标题”超出 3.5 毫米。");
}

TEST_CASE("A translation may say the things in another order") {
    CHECK(said("--intent cannot be “x”; it is one of a, b.") == "x 不是 --intent 的可选值（可选：a, b）。");
}

TEST_CASE("A sentence within a sentence and several in a row are translated, too") {
    CHECK(said("p.haibao cannot be opened: x.png is cut off after 7 bytes.") == "无法打开 p.haibao：x.png 在第 7 字节处断了。");
    CHECK(said("Cancelled. x.png is cut off after 7 bytes.") == "已取消。x.png 在第 7 字节处断了。");
    CHECK(said("a. b.png is cut off after 7 bytes. Nobody knows this one.") == "a. b.png 在第 7 字节处断了。Nobody knows this one.");
}

TEST_CASE("A sentence that is not known, or not translated yet, stays English") {
    CHECK(said("Nobody knows this one.") == "Nobody knows this one.");
    CHECK(said("a: b") == "a: b");
    CHECK(said("x is cut off after 3 bytes and gone.") == "x is cut off after 3 bytes and gone.");
    CHECK(said("") == "");
    CHECK(Sentences().translate("Cancelled.") == "Cancelled.");
}

TEST_CASE("A reason is translated within a sentence, and behind a path") {
    CHECK(said("a.png cannot be opened: the disk is full") == "无法打开 a.png：磁盘已满");
    CHECK(said("/somewhere/a: b.png: the disk is full") == "/somewhere/a: b.png: 磁盘已满");
}

TEST_CASE("Numbers are written with the language's decimal sign, other things with points are not") {
    struct Portuguese {
        QLocale before;
        Portuguese() { QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Brazil)); }
        ~Portuguese() { QLocale::setDefault(before); }
    } const portuguese;
    CHECK(haibao::decimal(1234.56, 1) == "1234,6");
    CHECK(haibao::decimal("1.5 GB") == "1,5 GB");
    CHECK(haibao::decimal("7") == "7");
    CHECK(said("“v1.5.png” lies 3.5 mm outside of v1.5.png.") == "“v1.5.png”超出 3,5 毫米。");
    for (const char* measure : {"4.5", "1.5 GB", "-0.3 mm", "97.2 %", "97.2%"}) CHECK(haibao::is_measure(measure));
    for (const char* other : {"8", "1.5.2", "8.16.png", ".5", "1.", "", "3.5 inches", "a1.5", "0.9B", "12.7z"}) CHECK_FALSE(haibao::is_measure(other));
}
