// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "app/document/scale_type.h"
#include "app/merge/fit.h"
#include "app/merge/run.h"
#include "app/typeset/layout.h"
#include "tests/app/merge/poster_sample.h"
#include "tests/support/qt_application.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using namespace haibao::merge;
using haibao::test::Application;

namespace {

std::shared_ptr<typeset::FontSet> chinese_fonts() {
    static const auto set = typeset::FontSet::of_files({"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"});
    REQUIRE(set);
    return *set;
}
std::shared_ptr<typeset::FontSet> latin_fonts() {
    static const auto set = typeset::FontSet::of_files({"/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"});
    REQUIRE(set);
    return *set;
}

/// A merge of the sample poster's texts with this table.
struct Merge {
    explicit Merge(const std::string& table, const char* names = "{col:名称}.png") {
        task.poster = test::sample_poster();
        task.poster_name = "sample";
        task.table = folder.write("table.csv", table);
        auto plan = plan_merge(task.poster, TableReader::open(task.table)->columns(), {});
        REQUIRE(plan);
        task.plan = *plan;
        task.pictures = folder.path();
        task.folder = folder.path() / "out";
        task.names = *NameTemplate::parse(names);
    }
    TableCheck check(const typeset::FontSet& fonts) {
        auto checked = check_table(task, fonts);
        REQUIRE(checked);
        return *checked;
    }
    test::TemporaryFolder folder;
    MergeTask task;
};

/// 荔枝, in a fixed box that holds one line of three such letters.
document::Layer& set_short_title(document::Poster& poster) {
    document::Layer& layer = *std::ranges::find(poster.layers, QString("名称"), &document::Layer::name);
    document::Text& title = std::get<document::TextLayer>(layer.content).text;
    title.text = "荔枝";
    title.spans.clear();
    title.style.size = 48;
    title.box = {.mode = document::BoxMode::fixed, .width = 150, .height = 64};
    layer.placement.frame.setSize({150, 64});
    return layer;
}

QStringList codes(const TableCheck& check) {
    QStringList codes;
    for (const Problem& problem : check.problems)
        if (problem.severity == Severity::error) codes << QString("%1 %2 %3").arg(problem.row).arg(problem.column, problem.code);
    return codes;
}

}  // namespace

TEST_CASE("A sound table has no problems, and checking writes nothing") {
    Merge merge("名称,价格,产地\n荔枝,12,岭南\n杨梅,8.50,慈溪\n");
    const TableCheck check = merge.check(*chinese_fonts());
    CHECK(codes(check).isEmpty());
    CHECK(check.rows == 2);
    CHECK(check.valid == 2);
    CHECK_FALSE(std::filesystem::exists(merge.task.folder));
}

TEST_CASE("A character that the font lacks is a problem of its row, with the character") {
    Merge merge("名称,价格,产地\nLychee,12,Guangdong\n𠮷野家,8,Japan\n");
    auto& poster = merge.task.poster;
    for (document::Layer& layer : poster.layers)
        if (auto* text = std::get_if<document::TextLayer>(&layer.content)) {
            text->text.style.font.family = "Noto Sans";
            text->text.spans.clear();
        }
    std::get<document::TextLayer>(poster.layers[3].content).text.text = "{{价格}} {{产地}}";
    const TableCheck check = merge.check(*latin_fonts());
    CHECK(codes(check) == QStringList{"2 名称 missing-glyphs"});
    const auto found = std::ranges::find(check.problems, "missing-glyphs", &Problem::code);
    REQUIRE(found != check.problems.end());
    CHECK(found->message.contains("𠮷"));
    CHECK(check.bad == QSet<qint64>{2});
}

TEST_CASE("Text that does not fit even at its smallest size is found, text that fits smaller is not") {
    Merge merge("名称,价格,产地\n十二个汉字放在一行里面吧,1,x\n" + [] {
        std::string much;
        for (int i = 0; i < 120; ++i) much += "长";
        return much;
    }() + ",2,y\n");
    const TableCheck check = merge.check(*chinese_fonts());
    CHECK(codes(check) == QStringList{"2 名称 does-not-fit"});
    CHECK(check.misfits == 1);
    CHECK(check.mendable == 0);  // its box has tried
}

TEST_CASE("A title too long for its box stops its row, is set smaller on the template's one line, or is left out") {
    Merge merge("名称,价格,产地\n荔枝,1,x\n觞咏龙井茶夜宴,2,y\n很长的名字很长的名字很长的名字很长的名字很长的名字很长的名字很长的名字很长的名字很长的名字,3,z\n");
    const document::Layer& layer = set_short_title(merge.task.poster);
    const TableCheck stopped = merge.check(*chinese_fonts());
    CHECK(codes(stopped) == QStringList{"2 名称 overflow", "3 名称 overflow"});
    CHECK(stopped.misfits == 2);
    CHECK(stopped.mendable == 1);  // the third does not fit at two fifths of its size either
    CHECK(stopped.stops(Fit::stop));
    CHECK_FALSE(stopped.stops(Fit::skip));

    merge.task.fit = Fit::shrink;
    const TableCheck shrunk = merge.check(*chinese_fonts());
    CHECK(codes(shrunk) == QStringList{"3 名称 does-not-fit"});  // at two fifths of its size
    const auto tried = std::ranges::find(shrunk.problems, "does-not-fit", &Problem::code);
    CHECK(tried->message.startsWith("Even at the smallest size of 19.2 points, 40 % of its own, the text does not fit"));
    CHECK(shrunk.valid == 2);
    CHECK(shrunk.mendable == 0);
    CHECK(shrunk.stops(Fit::shrink));
    const auto warned = std::ranges::find(shrunk.problems, "set-smaller", &Problem::code);
    REQUIRE(warned != shrunk.problems.end());
    CHECK(warned->row == 2);
    CHECK(warned->column == "名称");
    CHECK(warned->message.contains("44 %"));  // seven characters of 48 points in 150
    auto reader = TableReader::open(merge.task.table);
    REQUIRE(reader);
    REQUIRE(*reader->next());
    const FilledPoster second = fill_row(merge.task, **reader->next(), *chinese_fonts(), PictureFolder(merge.task.pictures));
    const document::Text& set = std::get<document::TextLayer>(second.poster.find(layer.id)->content).text;
    const typeset::Layout layout = typeset::lay_out(set, *chinese_fonts());
    CHECK(layout.lines.size() == 1);
    CHECK(layout.warnings.empty());
    CHECK(set.text == "觞咏龙井茶夜宴");
    const FilledPoster first = fill_row(merge.task, TableRow{.number = 1, .cells = {"荔枝", "1", "x"}}, *chinese_fonts(), PictureFolder(merge.task.pictures));
    CHECK(std::get<document::TextLayer>(first.poster.find(layer.id)->content).text.style.size == 48);
}

TEST_CASE("A second layer of a column's name is spoken of calmly, until it is filled by a column of its own") {
    Merge merge("名称,价格,产地\n荔枝,1,x\n");
    merge.task.poster.layers.push_back(test::text_layer(9, "名称", "20:00—23:00", {40, 700, 520, 40}));
    TableCheck check = merge.check(*chinese_fonts());
    REQUIRE(check.problems.size() == 1);
    CHECK(check.problems[0].code == "same-name");
    CHECK(check.problems[0].severity == Severity::warning);
    CHECK(check.problems[0].column == "名称");
    CHECK(check.problems[0].message.contains("“名称 (2)”"));
    CHECK(check.valid == 1);
    CHECK_FALSE(check.stops(Fit::stop));
    auto plan = plan_merge(merge.task.poster, {"名称", "价格", "产地"}, {.maps = {"名称 (2)=价格"}});
    REQUIRE(plan);
    merge.task.plan = *plan;
    check = merge.check(*chinese_fonts());
    CHECK(check.problems.empty());
}

TEST_CASE("Names that would be the same are refused, whatever their case") {
    Merge merge("名称,价格,产地\nLychee,1,x\nPeach,2,y\nlychee,3,z\n");
    const TableCheck check = merge.check(*chinese_fonts());
    REQUIRE(codes(check) == QStringList{"3  duplicate-name"});
    CHECK(check.problems.back().message.contains("row 1"));
    Merge numbered("名称,价格,产地\nLychee,1,x\nlychee,3,z\n", "{row:000}-{col:名称}.png");
    CHECK(codes(numbered.check(*chinese_fonts())).isEmpty());
}

TEST_CASE("Cells make safe names, and a file that is there is no victim") {
    Merge merge("名称,价格,产地\n\"a/b:c*\",1,x\n..,2,y\n");
    merge.folder.write("out/a-b-c-.png", "precious");
    const TableCheck check = merge.check(*chinese_fonts());
    CHECK(codes(check) == QStringList{"1  file-exists", "2  bad-name"});
    merge.task.if_exists = IfExists::unique;
    CHECK(codes(merge.check(*chinese_fonts())) == QStringList{"2  bad-name"});
}

TEST_CASE("One PDF that is there already is found before any row is made") {
    Merge merge("名称,价格,产地\n荔枝,12,岭南\n");
    merge.task.one_pdf = merge.folder.write("all.pdf", "precious");
    TableCheck check = merge.check(*chinese_fonts());
    CHECK(check.blocked);
    CHECK(codes(check) == QStringList{"0  file-exists"});
    CHECK(check.valid == 1);
    merge.task.if_exists = IfExists::overwrite;
    check = merge.check(*chinese_fonts());
    CHECK_FALSE(check.blocked);
    CHECK(codes(check).isEmpty());
}

TEST_CASE("Rows of a wrong width and missing pictures are problems, skipped rows are none") {
    Merge merge("名称,价格,产地,照片\n荔枝,1,x,none.png\n杨梅,2,y\n桃,3,z,\n,4,w,none.png\n");
    auto plan = plan_merge(merge.task.poster, {"名称", "价格", "产地", "照片"}, {.empty = {"名称=skip"}});
    REQUIRE(plan);
    merge.task.plan = *plan;
    const TableCheck check = merge.check(*chinese_fonts());
    CHECK(codes(check).first(2) == QStringList{"1 照片 missing-picture", "2  row-width"});
    CHECK(check.rows == 4);
    CHECK(check.skipped == 1);
    CHECK(check.valid == 1);
}

TEST_CASE("Each row becomes its file, bad ones are left out, and the report says what became of each") {
    Application application;
    Merge merge("名称,价格,产地\n荔枝,1,x\n=1+1,2,y\nlong,3,z\n", "{row:00}.png");
    const TableCheck check = merge.check(*chinese_fonts());
    QStringList finished;
    MergeRunOptions options;
    options.workers = 2;
    options.finished = [&](const RowResult& row, qint64) { finished << QString::number(row.row); };
    auto report = run_merge(merge.task, {3}, *chinese_fonts(), options);
    REQUIRE(report);
    REQUIRE(report->rows.size() == 3);
    CHECK(report->rows[0].state == RowState::done);
    CHECK(report->rows[0].file.filename() == "01.png");
    CHECK(report->rows[2].state == RowState::invalid);
    CHECK(finished.size() == 3);
    CHECK(QImage(QString::fromStdString((merge.task.folder / "02.png").string())).size() == QSize(600, 800));
    REQUIRE(write_report(check, *report, merge.folder.path() / "report"));
    std::ifstream table(merge.folder.path() / "report.csv");
    const std::string said{std::istreambuf_iterator<char>(table), {}};
    CHECK(said.contains("1,done,out/01.png,"));
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(merge.task.folder)) files += entry.path().extension() == ".png" ? 1 : 100;
    CHECK(files == 2);  // and no journal: the merge is over
}

TEST_CASE("A table of nothing but its columns' names is no table that could be merged") {
    Application application;
    Merge merge("名称,价格,产地\n,,\n");
    const auto checked = check_table(merge.task, *chinese_fonts());
    REQUIRE_FALSE(checked);
    CHECK(checked.error().message == "table.csv has no rows but the one that names its columns.");
}

TEST_CASE("A merge that was stopped goes on, and makes nothing twice") {
    Application application;
    std::string table = "名称,价格,产地\n";
    for (int i = 1; i <= 12; ++i) table += std::format("荔枝{},1,x\n", i);
    Merge merge(table, "{row:00}.png");
    MergeRunOptions options;
    options.workers = 1;
    std::stop_source stop;
    options.stop = stop.get_token();
    options.finished = [&](const RowResult&, qint64 finished) {
        if (finished == 5) stop.request_stop();
    };
    auto first = run_merge(merge.task, {}, *chinese_fonts(), options);
    REQUIRE(first);
    REQUIRE(first->stopped);
    CHECK(first->stopped->kind == ErrorKind::cancelled);
    CHECK(first->count(RowState::done) == 5);
    std::filesystem::remove(merge.task.folder / "03.png");  // somebody did not like it

    auto second = run_merge(merge.task, {}, *chinese_fonts(), {.workers = 2});
    REQUIRE(second);
    CHECK(second->count(RowState::done) == 12);
    CHECK(std::ranges::count(second->rows, true, &RowResult::resumed) == 4);
    CHECK_FALSE(second->rows[2].resumed);
}

TEST_CASE("Cells that a spreadsheet would compute are written as text") {
    CHECK(csv_cell("=1+1") == "'=1+1");
    CHECK(csv_cell("＝1") == QByteArray("'＝1"));
    CHECK(csv_cell("-3") == "'-3");
    CHECK(csv_cell("@x, \"y\"") == "\"'@x, \"\"y\"\"\"");
    CHECK(csv_cell("plain") == "plain");
}

TEST_CASE("A painted picture becomes the ground") {
    document::Poster poster = test::sample_poster();
    set_ground(poster, test::png(Qt::green));
    CHECK(poster.layers.size() == 4);
    const QString key = std::get<document::PictureLayer>(poster.layers[0].content).picture;
    CHECK(poster.pictures.contains(key));
    poster.layers.erase(poster.layers.begin());
    set_ground(poster, test::png(Qt::green));
    REQUIRE(poster.layers.size() == 4);
    CHECK(std::get<document::PictureLayer>(poster.layers[0].content).picture == key);
    CHECK(poster.layers[0].placement.frame == QRectF(0, 0, 600, 800));
}

TEST_CASE("A text that is set smaller keeps its look: outline, shadow and fixed line height are as much smaller, and it is as large as fits") {
    Merge merge("名称,价格,产地\n觞咏龙井茶夜宴,2,y\n");
    document::Layer& layer = set_short_title(merge.task.poster);
    document::Text& title = std::get<document::TextLayer>(layer.content).text;
    title.style.line_height = 60;
    title.style.line_height_points = true;
    title.style.strokes = {document::Stroke{.width = 4}};
    title.style.shadows = {document::Shadow{.dx = 3, .dy = 5, .blur = 6, .spread = 2, .colour = {}}};
    merge.task.fit = Fit::shrink;
    const TableCheck check = merge.check(*chinese_fonts());
    CHECK(check.valid == 1);
    CHECK(check.names == QStringList{"觞咏龙井茶夜宴.png"});
    auto reader = TableReader::open(merge.task.table);
    REQUIRE(reader);
    const FilledPoster filled = fill_row(merge.task, **reader->next(), *chinese_fonts(), PictureFolder(merge.task.pictures));
    document::Text set = std::get<document::TextLayer>(filled.poster.find(layer.id)->content).text;
    constexpr double share = 0.44;
    CHECK(set.style.size == 48 * share);
    CHECK(set.style.line_height == 60 * share);
    CHECK(set.style.strokes[0].width == 4 * share);
    CHECK(set.style.shadows[0].dx == 3 * share);
    CHECK(set.style.shadows[0].dy == 5 * share);
    CHECK(set.style.shadows[0].blur == 6 * share);
    CHECK(set.style.shadows[0].spread == 2 * share);
    document::scale_type(set, 0.45 / share);
    CHECK(typeset::lay_out(set, *chinese_fonts()).lines.size() > 1);
}
