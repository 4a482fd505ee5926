// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <utility>

#include "app/merge/apply.h"
#include "tests/app/merge/poster_sample.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using namespace haibao::merge;
using test::sample_poster;
using test::text_in;

namespace {

const QStringList columns{"名称", "价格", "产地", "照片", "颜色", "显示"};

MergePlan plan_for(const MappingOptions& options = {}) {
    auto plan = plan_merge(sample_poster(), columns, options);
    INFO((plan ? std::string() : plan.error().message));
    REQUIRE(plan);
    return *plan;
}
TableRow row(const QStringList& cells) { return {.number = 7, .line = 9, .cells = cells}; }
QString refusal(const MappingOptions& options, const QStringList& of = columns) {
    auto plan = plan_merge(sample_poster(), of, options);
    REQUIRE_FALSE(plan);
    CHECK(plan.error().kind == ErrorKind::invalid_input);
    return QString::fromStdString(plan.error().message);
}

}  // namespace

TEST_CASE("Layers called like a column are filled by it, and {{columns}} are found in texts") {
    const MergePlan plan = plan_for();
    REQUIRE(plan.mappings.size() == 2);
    CHECK(plan.mappings[0].decides == Decides::text);
    CHECK(plan.mappings[0].layer == document::LayerId{3});
    CHECK(plan.mappings[1].decides == Decides::picture);
    REQUIRE(plan.placeholders.size() == 1);
    CHECK(plan.placeholders[0].columns == std::vector{1, 2});
    CHECK(plan.unused == QStringList{"颜色", "显示"});
    CHECK_FALSE(plan.paints());
}

TEST_CASE("A mapping says what a column decides") {
    const MergePlan plan = plan_for({.maps = {"底色=颜色", "visible:照片=显示", "prompt=产地", "seed=价格"}});
    REQUIRE(plan.mappings.size() == 5);  // and 名称 by its name
    CHECK(plan.mappings[0].decides == Decides::colour);
    CHECK(plan.mappings[1].decides == Decides::visible);
    CHECK(plan.mappings[2].decides == Decides::prompt);
    CHECK(plan.mappings[2].empty == EmptyCell::skip);
    CHECK(plan.mappings[3].decides == Decides::seed);
    CHECK(plan.paints());
    CHECK(plan_for({.maps = {"说明=产地"}}).placeholders.empty());  // its whole text is replaced
    CHECK(plan_for({.automatic = false}).mappings.empty());
}

TEST_CASE("Of layers with one name the column fills the first; the others are told apart by a number") {
    document::Poster poster = sample_poster();
    for (const std::uint64_t id : {5, 6}) poster.layers.push_back(test::text_layer(id, "名称", "20:00—23:00", {40, 700, 520, 40}));
    QStringList names;
    for (const NamedLayer& one : named_layers(poster)) names << one.name;
    CHECK(names == QStringList{"照片", "底色", "名称", "说明", "名称 (2)", "名称 (3)"});
    const auto filled_by = [&](const MappingOptions& options) {
        auto plan = plan_merge(poster, columns, options);
        REQUIRE(plan);
        std::map<std::uint64_t, QString> filled;
        for (const Mapping& mapping : plan->mappings)
            if (mapping.decides == Decides::text) filled[std::to_underlying(mapping.layer)] = columns[mapping.column];
        return filled;
    };
    using Filled = std::map<std::uint64_t, QString>;
    CHECK(filled_by({}) == Filled{{3, "名称"}});
    CHECK(filled_by({.maps = {"名称=产地"}}) == Filled{{3, "产地"}});
    CHECK(filled_by({.maps = {"名称 (3)=价格"}}) == Filled{{3, "名称"}, {6, "价格"}});
    // A layer that is really called so keeps its name.
    poster.layers.push_back(test::text_layer(7, "名称 (2)", "x", {40, 740, 520, 40}));
    names.clear();
    for (const NamedLayer& one : named_layers(poster)) names << one.name;
    CHECK(names == QStringList{"照片", "底色", "名称", "说明", "名称 (3)", "名称 (4)", "名称 (2)"});
}

TEST_CASE("A mapping that cannot be is refused with what there is") {
    CHECK(refusal({.maps = {"标题=名称"}}).contains("底色"));
    CHECK(refusal({.maps = {"名称=title"}}).contains("产地"));
    CHECK(refusal({.maps = {"picture:名称=照片"}}).contains("名称"));
    CHECK(refusal({.maps = {"名称"}}).contains("LAYER=COLUMN"));
    CHECK(refusal({.empty = {"maybe"}}).contains("keep"));
    CHECK(refusal({.maps = {"seed=价格"}}).contains("prompt"));
    CHECK(refusal({}, {"名称", "价格"}).contains("产地"));
    CHECK(refusal({.prompt = "a {{colour}} sky"}).contains("colour"));
    document::Poster plain = sample_poster();
    plain.layers.resize(2);
    CHECK_FALSE(plan_merge(plain, {"x"}, {}));
}

TEST_CASE("A row fills text, picture, colour and visibility") {
    test::TemporaryFolder folder;
    folder.write("pics/荔枝.png", test::png(Qt::red).toStdString());
    const MergePlan plan = plan_for({.maps = {"底色=颜色", "visible:底色=显示"}});
    const FilledPoster filled = fill(sample_poster(), plan, row({"荔枝", "012", "岭南", "pics/荔枝.png", "#ff8800", "否"}), PictureFolder(folder.path()));
    for (const Problem& problem : filled.problems) UNSCOPED_INFO(problem.message.toStdString());
    CHECK(filled.problems.empty());
    CHECK(text_in(filled.poster, 3).text == "荔枝");
    CHECK(text_in(filled.poster, 3).style.font.face == "Bold");  // the one style that the template's text had throughout
    const document::Text& body = text_in(filled.poster, 4);
    CHECK(body.text == "价格 012 元，岭南出品");
    REQUIRE(body.spans.size() == 1);
    CHECK(body.spans[0].begin == 3);
    CHECK(body.spans[0].end == 6);
    CHECK(body.spans[0].style.size == 60);
    const QString key = std::get<document::PictureLayer>(filled.poster.layers[0].content).picture;
    CHECK(filled.poster.pictures[key].media_type == "image/png");
    CHECK(filled.poster.pictures[key].name == "荔枝.png");
    const auto& shape = std::get<document::ShapeLayer>(filled.poster.layers[1].content);
    CHECK(std::get<document::Colour>(shape.fills[0].paint).b == 0.0);
    CHECK_FALSE(filled.poster.layers[1].visible);
    CHECK(filled.texts == std::vector{document::LayerId{3}, document::LayerId{4}});
}

TEST_CASE("Cells that cannot be used are problems of their row and column, and the layer stays as it was") {
    test::TemporaryFolder folder;
    folder.write("notes.txt", "no picture");
    const MergePlan plan = plan_for({.maps = {"底色=颜色", "visible:底色=显示"}});
    const FilledPoster filled = fill(sample_poster(), plan, row({"荔枝", "1", "x", "none.png", "reddish", "perhaps", "more"}), PictureFolder(folder.path()));
    REQUIRE(filled.problems.size() == 4);
    for (const Problem& problem : filled.problems) CHECK(problem.row == 7);
    CHECK(filled.problems[0].code == "row-width");
    CHECK(filled.problems[1].code == "bad-colour");
    CHECK(filled.problems[1].column == "颜色");
    CHECK(filled.problems[2].code == "bad-visibility");
    CHECK(filled.problems[3].code == "missing-picture");
    CHECK(filled.problems[3].message.contains("none.png"));
    CHECK(filled.poster.layers[1].visible);
}

TEST_CASE("Pictures stay inside their folder, also through links") {
    test::TemporaryFolder folder;
    folder.write("secret.png", test::png(Qt::blue).toStdString());
    folder.write("in/a.png", test::png(Qt::red).toStdString());
    std::filesystem::create_symlink("../secret.png", folder.path() / "in/link.png");
    const PictureFolder pictures(folder.path() / "in");
    CHECK(pictures.read("a.png"));
    CHECK(pictures.read("./x/../a.png"));
    for (const QString& name : {QString("../secret.png"), QString("link.png"), QString::fromStdString((folder.path() / "in/a.png").string())}) {
        auto read = pictures.read(name);
        INFO(name.toStdString());
        REQUIRE_FALSE(read);
        CHECK(read.error().kind == ErrorKind::invalid_input);
        CHECK_FALSE(read.error().message.contains(folder.path().string() + "/secret"));
    }
    CHECK_FALSE(pictures.read(""));
}

TEST_CASE("Empty cells clear, keep or skip as the rule says") {
    test::TemporaryFolder folder;
    const TableRow empty = row({" ", "", "岭南", "", "", ""});
    const PictureFolder pictures(folder.path());
    FilledPoster filled = fill(sample_poster(), plan_for(), empty, pictures);
    CHECK(text_in(filled.poster, 3).text.isEmpty());
    CHECK(text_in(filled.poster, 4).text == "价格  元，岭南出品");
    CHECK(filled.poster.layers[0].visible);  // a picture is kept
    CHECK_FALSE(filled.skipped);
    QStringList pointed_out;
    for (const Problem& problem : filled.problems) {
        CHECK(problem.code == "empty-cell");
        CHECK(problem.severity == Severity::warning);
        pointed_out << problem.column;
    }
    CHECK(pointed_out.contains("名称"));
    CHECK(pointed_out.contains("价格"));  // within a text
    CHECK(pointed_out.contains("照片"));
    CHECK_FALSE(pointed_out.contains("产地"));
    filled = fill(sample_poster(), plan_for({.empty = {"keep"}}), empty, pictures);
    CHECK(filled.problems.empty());  // the user has said what is meant
    CHECK(text_in(filled.poster, 3).text == "template");
    CHECK(text_in(filled.poster, 4).text == "价格 {{价格}} 元，岭南出品");
    filled = fill(sample_poster(), plan_for({.empty = {"名称=skip"}}), empty, pictures);
    CHECK(filled.skipped);
    filled = fill(sample_poster(), plan_for({.empty = {"照片=clear"}}), empty, pictures);
    CHECK_FALSE(filled.poster.layers[0].visible);
}

TEST_CASE("Prompts are filled, from a column or a template") {
    test::TemporaryFolder folder;
    const PictureFolder pictures(folder.path());
    const TableRow cells = row({"荔枝", "42", "岭南", "", "", ""});
    FilledPoster filled = fill(sample_poster(), plan_for({.prompt = "{{产地}}的果园，{{ 名称 }}成熟"}), cells, pictures);
    CHECK(filled.prompt == "岭南的果园，荔枝成熟");
    CHECK_FALSE(filled.seed);
    filled = fill(sample_poster(), plan_for({.maps = {"prompt=名称", "seed=价格"}}), cells, pictures);
    CHECK(filled.prompt == "荔枝");
    CHECK(filled.seed == 42u);
}

TEST_CASE("Yes and no are understood in the languages of the program") {
    for (const char* word : {"1", "Yes", "TRUE", "是", "✓", " sim "}) CHECK(yes_or_no(word) == true);
    for (const char* word : {"0", "no", "False", "否", "隐藏", "não"}) CHECK(yes_or_no(word) == false);
    CHECK_FALSE(yes_or_no("maybe"));
}
