// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <catch2/catch_test_macros.hpp>

#include "app/document/json.h"
#include "app/document/unknown_fields.h"
#include "tests/app/document/sample.h"

using namespace haibao;
using namespace haibao::document;

namespace {

QJsonObject json(const char* text) { return QJsonDocument::fromJson(text).object(); }

std::string complaint(const char* text) {
    auto poster = poster_from_json(json(text));
    return poster ? "none" : poster.error().message;
}

TextLayer text_of(const Poster& poster) { return std::get<TextLayer>(poster.layers.at(0).content); }

}  // namespace

TEST_CASE("A poster with one of everything comes back from its JSON as it was") {
    const Poster poster = test::sample_poster();
    const QByteArray written = json_text(to_json(poster, PictureBytes::embedded));
    auto parsed = parse_json_object(written, "sample.json");
    REQUIRE(parsed);
    auto again = poster_from_json(*parsed);
    REQUIRE(again);
    CHECK(again->page == poster.page);
    REQUIRE(again->layers.size() == poster.layers.size());
    for (std::size_t i = 0; i < poster.layers.size(); ++i) {
        INFO(json_text(to_json(poster.layers[i])).toStdString() << json_text(to_json(again->layers[i])).toStdString());
        CHECK(again->layers[i] == poster.layers[i]);
    }
    CHECK(*again == poster);
    CHECK(json_text(to_json(*again, PictureBytes::embedded)) == written);
}

TEST_CASE("An empty object is an empty poster, and defaults are not written") {
    auto poster = poster_from_json({});
    REQUIRE(poster);
    CHECK(*poster == Poster{});
    CHECK(to_json(Text{}).isEmpty());
    CHECK(json_text(to_json(*poster, PictureBytes::embedded)).size() < 250);
}

TEST_CASE("What is short to write by hand is understood") {
    auto poster = poster_from_json(json(R"({"page":{"width":200,"height":100,"unit":"mm","dpi":144,"bleed":"3mm"},
        "layers":[{"text":{"text":"海报 AB","font":"Noto Serif CJK SC","size":"10mm","fills":["#c8442f"],
          "spans":[{"start":0,"end":2,"size_px":20,"emphasis":"auto"}],"line_height":"30px","paragraphs":[{"align":"center"}]}},
          {"shape":{"kind":"ellipse","fills":["#fff8"]}}]})"));
    REQUIRE(poster);
    CHECK(std::abs(poster->page.bleed - 3 * 72 / 25.4) < 1e-9);
    const Text text = text_of(*poster).text;
    CHECK(text.style.font.family == "Noto Serif CJK SC");
    CHECK(std::abs(text.style.size - 10 * 72 / 25.4) < 1e-9);
    CHECK(text.style.line_height_points);
    CHECK(text.style.line_height == 15);
    CHECK(text.paragraphs.at(0).align == Align::centre);
    REQUIRE(text.spans.size() == 1);
    CHECK(text.spans[0].style.size == 10);
    CHECK(text.spans[0].style.font.family == "Noto Serif CJK SC");
    CHECK(std::get<Colour>(text.style.fills.at(0).paint).r == 0xc8 / 255.0);
    CHECK(std::get<Colour>(std::get<ShapeLayer>(poster->layers[1].content).fills[0].paint).a == 0x88 / 255.0);
    SECTION("layers without id and frame get them") {
        CHECK(poster->layers[0].id == LayerId{1});
        CHECK(poster->layers[1].id == LayerId{2});
        CHECK(poster->layers[0].placement.frame.left() == poster->page.safe_margin());
        CHECK(poster->layers[1].placement.frame.left() == -poster->page.bleed);
        CHECK(text.box.width == poster->layers[0].placement.frame.width());
    }
}

TEST_CASE("A process colour is shown by its inks until a profile knows better") {
    auto style = style_from_json(json(R"({"fills":[{"cmyk":[0,0.5,1,0.2],"spot":"Gold"}]})"));
    REQUIRE(style);
    const Colour colour = std::get<Colour>(style->fills.at(0).paint);
    REQUIRE(colour.ink);
    CHECK(colour.ink->spot == "Gold");
    CHECK(colour.r == 0.8);
    CHECK(colour.g == 0.4);
}

TEST_CASE("Fields that nobody knows yet are kept where they were") {
    const QJsonObject from = json(R"({"format":"haibao.poster/1","later":[1,2],"page":{"width":10,"height":20,"unit":"px","dpi":72,"grid":{"x":3}},
        "styles":[{"name":"a","glow":1}],
        "layers":[{"id":9,"frame":[0,0,5,5],"mask":"m","text":{"text":"x","future":true,"font":{"family":"F","grade":2},"box":{"exclusion":1},
            "fills":[{"rgb":"#000000","lab":[1,2,3]},"#ffffff"],"spans":[{"start":0,"end":1,"size":3,"odd":{"a":1}}]}}]})");
    auto poster = poster_from_json(from);
    REQUIRE(poster);
    const QJsonObject to = to_json(*poster, PictureBytes::embedded);
    const QJsonObject layer = to["layers"].toArray()[0].toObject(), text = layer["text"].toObject();
    CHECK(to["later"].toArray() == from["later"].toArray());
    CHECK(to["page"].toObject()["grid"].toObject() == json(R"({"x":3})"));
    CHECK(to["styles"].toArray()[0].toObject()["glow"] == 1);
    CHECK(layer["mask"] == "m");
    CHECK(text["future"] == true);
    CHECK(text["font"].toObject() == json(R"({"family":"F","grade":2})"));
    CHECK(text["box"].toObject()["exclusion"] == 1);
    CHECK(text["spans"].toArray()[0].toObject()["odd"].toObject() == json(R"({"a":1})"));
    CHECK(text["fills"].toArray()[0].toObject()["lab"].toArray() == QJsonArray{1, 2, 3});
    auto again = poster_from_json(to);
    REQUIRE(again);
    CHECK(*again == *poster);
    SECTION("and go with what they belonged to") {
        std::get<TextLayer>(again->layers[0].content).text.spans.clear();
        auto third = poster_from_json(to_json(*again, PictureBytes::embedded));
        REQUIRE(third);
        CHECK(text_of(*third).text.spans.empty());
    }
}

TEST_CASE("Unknown fields are kept whatever they are called and wherever they stand") {
    const QJsonObject from = json(R"({"format":"haibao.poster/1","#top":{"#a":{"#b":[{"#c":1}]}},"later":{"#0":1},"empty":{},
        "page":{"width":10,"height":20,"unit":"px","dpi":72,"#grid":{"#0":1}},
        "info":{"title":"t","#mood":{"##":2}},
        "pictures":{"0":{"credit":"某人"}},
        "layers":[{"id":9,"frame":{"x":0,"y":0,"w":5,"h":6,"pin":"top"},"#mask":{"#1":2},
          "text":{"text":"x","box":{"#exclusion":{"#2":3},"columns":{"rule":{"#3":4}}},"spans":[{"start":0,"end":1,"size":3,"#odd":{"#4":5}}],
            "fills":[{"rgb":"#000000","#lab":1},{"paint":"#ffffff","glow":1},{"paint":{"rgb":"#808080","lab":2},"glow":1},{"opacity":0.5,"paint":{"rgb":"#808080","lab":2}}]}}]})");
    auto poster = poster_from_json(from);
    REQUIRE(poster);
    const QJsonObject to = to_json(*poster, PictureBytes::embedded);
    CHECK(json_text(to).toStdString() == json_text(from).toStdString());
    auto again = poster_from_json(to);
    REQUIRE(again);
    CHECK(*again == *poster);
    SECTION("a picture's go with its bytes, not with the name it had in the text") {
        QJsonObject named{{"pictures", QJsonObject{{"ground", QJsonObject{{"base64", QString::fromLatin1(test::tiny_png().toBase64())}, {"credit", "某人"}}}}},
                          {"layers", QJsonArray{QJsonObject{{"picture", "ground"}}}}};
        auto with = poster_from_json(named);
        REQUIRE(with);
        const QJsonObject pictures = to_json(*with, PictureBytes::left_out)["pictures"].toObject();
        REQUIRE(pictures.size() == 1);
        CHECK(pictures[with->pictures.firstKey()].toObject()["credit"] == "某人");
    }
}

TEST_CASE("What cannot be right is refused with its place and what would be right") {
    CHECK(complaint(R"({"layers":[{"text":{"size":"big"}}]})").starts_with("layers[0].text.size must be a length from 0.1 to 10000 points"));
    CHECK(complaint(R"({"layers":[{"text":{"size":1e308}}]})").starts_with("layers[0].text.size must be"));
    CHECK(complaint(R"({"layers":[{"text":{"writing_mode":"diagonal"}}]})") ==
          "layers[0].text.writing_mode must be one of horizontal-tb, vertical-rl, not \"diagonal\".");
    CHECK(complaint(R"({"layers":[{"text":{"text":7}}]})") == "layers[0].text.text must be a text, not 7.");
    CHECK(complaint(R"({"layers":[{"text":{"text":"ab","spans":[{"start":0,"end":3}]}}]})").contains("spans[0] must cover characters"));
    CHECK(complaint(R"({"layers":[{"text":{"text":"abcd","spans":[{"start":0,"end":3},{"start":2,"end":4}]}}]})").contains("spans[1]"));
    CHECK(complaint(R"({"page":{"guides":{"x":["1cm","wide"]}}})").starts_with("page.guides.x[1] must be a length"));
    CHECK(complaint(R"({"page":{"guides":{"y":12}}})").starts_with("page.guides.y must be a list of at most 256 lengths"));
    CHECK(complaint(R"({"layers":[{"layers":[{"shape":{"fills":[{"type":"linear"}]}}]}]})").starts_with("layers[0].layers[0].shape.fills[0].stops must be"));
    CHECK(complaint(R"({"layers":[{"shape":{},"text":{}}]})").contains("a layer is one thing"));
    CHECK(complaint(R"({"layers":[{}]})").starts_with("layers[0] needs one of"));
    CHECK(complaint(R"({"layers":[{"id":1,"text":{}},{"id":1,"text":{}}]})").contains("two layers with the id 1"));
    CHECK(complaint(R"({"page":{"width":0}})").starts_with("page.width must be"));
    CHECK(complaint(R"({"page":[]})") == "page must be an object, not a list.");
    CHECK(complaint(R"({"page":{"background":"red"}})").starts_with("page.background must be a colour"));
    CHECK(complaint(R"({"pictures":{"a":{"base64":"???"}}})").contains("pictures.a.base64 is no Base64"));
    CHECK(complaint(R"({"pictures":{"a":{"base64":"aGVsbG8="}}})").contains("is no picture"));
    CHECK(complaint(R"({"pictures":{"a":{"file":"/etc/passwd"}}})").contains("names a file"));
    CHECK(complaint(R"({"format":"haibao.poster/9"})").contains("newer Haibao"));
    CHECK(complaint(R"({"format":"psd"})").contains("This is no poster"));
    QJsonObject nested{{"text", QJsonObject{}}};
    for (int i = 0; i < 60; ++i) nested = QJsonObject{{"layers", QJsonArray{nested}}};
    auto deep = poster_from_json(nested);
    REQUIRE_FALSE(deep);
    CHECK(deep.error().message.contains("in 32 groups"));
    QJsonObject text{{"text", QString(100'001, 'x')}};
    auto too_long = text_from_json(text);
    REQUIRE_FALSE(too_long);
    CHECK(too_long.error().message == "text.text has 100001 characters; 100000 are possible.");
}

TEST_CASE("JSON that is none is refused before it costs anything") {
    for (const char* text : {R"({"a":1,"a":2})", R"({"a":"\ud800"})", R"({"a":1e999})", R"({"a":NaN})", "{", "", "[1]", "\xff\xfe{}", "{\"a\":\"\xc3\x28\"}"}) {
        auto parsed = parse_json_object(text, "bad.json");
        INFO(text);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().kind == ErrorKind::corrupt_file);
        CHECK(parsed.error().message.starts_with("bad.json "));
    }
    CHECK_FALSE(parse_json_object(QByteArray(100'000, '['), "deep.json"));
    CHECK(parse_json_object("\xEF\xBB\xBF{}", "windows.json"));
}

TEST_CASE("Pictures go by any name in the text and by their bytes in the poster") {
    const QJsonObject text = json(R"({"pictures":{"ground":{"file":"pictures/g.png"}},
        "layers":[{"picture":"ground"},{"picture":"pictures/g.png"},{"shape":{"fills":[{"type":"texture","picture":"ground"}]}}]})");
    std::vector<QString> asked;
    auto poster = poster_from_json(text, [&](const QString& file) -> Result<QByteArray> {
        asked.push_back(file);
        return test::tiny_png();
    });
    REQUIRE(poster);
    CHECK(poster->pictures.size() == 1);
    const QString key = poster->pictures.firstKey();
    CHECK(key.size() == 64);
    CHECK(std::get<PictureLayer>(poster->layers[0].content).picture == key);
    CHECK(std::get<PictureLayer>(poster->layers[1].content).picture == key);
    CHECK(std::get<Texture>(std::get<ShapeLayer>(poster->layers[2].content).fills[0].paint).picture == key);
    CHECK(poster->pictures.first().media_type == "image/png");
    CHECK(asked.front() == "pictures/g.png");
    auto missing = poster_from_json(text, [](const QString& file) -> Result<QByteArray> {
        return fail(ErrorKind::not_found, "{} was not found.", file.toStdString());
    });
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message == "pictures/g.png was not found.");
}

TEST_CASE("Fields that nobody knows are named with their place, each name once") {
    auto poster = poster_from_json(json(R"({"later":7,"page":{"width":10,"height":20,"unit":"px","dpi":72,"grid":{"x":3}},
        "layers":[{"name":"a","text":{"text":"甲乙","align":"justify","first_line_indent":2,"spans":[{"begin":0,"end":1,"glow":[2]}]}},
                  {"name":"b","align":"left","text":{"text":"丙","align":"justify"}},
                  {"name":"c","shape":{"kind":"rectangle","fills":["#fff"]},"mask":{"#0":1}}]})"));
    INFO((poster ? std::string() : poster.error().message));
    REQUIRE(poster);
    QStringList fields = unknown_fields(*poster);
    fields.sort();
    CHECK(fields == QStringList{"later", "layers[0].text.align", "layers[0].text.first_line_indent", "layers[0].text.spans[0].glow", "layers[2].mask", "page.grid"});
    CHECK(unknown_fields(test::sample_poster()).isEmpty());
}
