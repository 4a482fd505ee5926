// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <regex>

#include "app/render/build.h"
#include "app/typeset/font_set.h"
#include "tests/app/export/pdf/bench.h"

using namespace haibao;
using namespace haibao::test;
using typeset::Setting;

namespace {

const char* sans = "Noto Sans CJK SC";

/// The rows of pdffonts: every font embedded, a subset, with ToUnicode, none of type 3.
std::vector<std::string> fonts(const Bench& bench) {
    std::vector<std::string> rows;
    std::istringstream lines(bench.run("pdffonts out.pdf"));
    std::string line;
    for (int i = 0; std::getline(lines, line); ++i) {
        if (i < 2) continue;
        INFO(line);
        CHECK(std::regex_search(line, std::regex("(CID Type 0C|CID TrueType).*yes yes yes")));
        rows.push_back(line);
    }
    return rows;
}

std::string both_texts(const Bench& bench) {
    const std::string poppler = bench.poppler_text();
    CHECK(bench.mupdf_text() == poppler);
    return poppler;
}

}  // namespace

TEST_CASE("Text is read back with its own characters, never radicals or presentation forms") {
    Bench bench;
    bench.write(page_of(400, 200, {set_text(face(sans), "日用金人大小見高黑", 36, {20, 100})}));
    CHECK(both_texts(bench) == "日用金人大小見高黑");
    CHECK(fonts(bench).size() == 1);
}

TEST_CASE("Columns are written in vertical mode and read back in order") {
    Bench bench;
    const auto jp = face("Noto Sans CJK JP");
    // 東京のTokyo Towerは333 / 本日、31日です。 with 31 in one cell.
    std::vector<render::Item> items;
    items.push_back(set_text(jp, "東京の", 30, {300, 20}, Setting::upright, "ja"));
    items.push_back(sideways(jp, "Tokyo Tower", 30, {288.6, 110}));
    items.push_back(set_text(jp, "は", 30, {300, 290}, Setting::upright, "ja"));
    items.push_back(sideways(jp, "333", 30, {288.6, 320}));
    items.push_back(set_text(jp, "本日、", 30, {240, 20}, Setting::upright, "ja"));
    render::GlyphRun combined = set_text(jp, "31", 30, {225, 136}, Setting::combined, "ja", "hwid");
    items.push_back(combined);
    items.push_back(set_text(jp, "日です。「語ー」——令和", 30, {240, 140}, Setting::upright, "ja"));
    bench.write(page_of(400, 600, items));
    CHECK(both_texts(bench) == "東京のTokyoTowerは333本日、31日です。「語ー」——令和");
    for (const char* way : {"-raw", "-layout", ""}) {  // each column is one line, whichever way it is read
        INFO(way);
        QStringList lines;
        for (const QString& line : QString::fromStdString(bench.run(std::string("pdftotext ") + way + " out.pdf -")).split('\n'))
            if (!line.trimmed().isEmpty()) lines << line.trimmed();
        CHECK(lines == QStringList{"東京のTokyo Towerは333", "本日、31日です。「語ー」——令和"});
    }
    const auto rows = fonts(bench);
    REQUIRE(rows.size() == 2);  // one program, for both directions
    CHECK(rows[0].contains("Identity-V") != rows[1].contains("Identity-V"));
    int programs = 0;
    for (const auto& object : bench.objects()) programs += object.contains("stream") && object["stream"]["dict"].value("/Subtype", "") == "/CIDFontType0C";
    CHECK(programs == 1);
    // The ink is where it was set: the two-em dash as one stroke down the column's centre.
    const QImage page = bench.poppler(72);
    int dark = 0;
    for (int y = 20; y < 590; ++y) dark += qGray(page.pixel(240, y)) < 100;
    CHECK(dark > 100);
}

TEST_CASE("A column whose characters stand apart, or that is turned, is read as one line") {
    Bench bench;
    const auto han = face(sans);
    auto apart = set_text(han, "春眠不觉晓", 30, {300, 20}, Setting::upright);
    for (std::size_t i = 0; i < apart.glyphs.size(); ++i) apart.glyphs[i].to_page *= QTransform::fromTranslate(0, 24 * double(i));
    apart.ends_line = true;
    auto beside = set_text(han, "处处闻啼鸟", 30, {240, 20}, Setting::upright);
    auto turned = set_text(han, "夜来风雨声", 30, {0, 0}, Setting::upright);
    for (auto& glyph : turned.glyphs) glyph.to_page *= QTransform().rotate(-20) * QTransform::fromTranslate(60, 40);
    bench.write(page_of(400, 400, {apart, beside, turned}));
    CHECK(QString::fromStdString(bench.run("pdftotext -raw out.pdf -")).simplified() == "春眠不觉晓 处处闻啼鸟 夜来风雨声");
    CHECK(bench.run("pdftotext -layout out.pdf - | grep -c -e 春眠不觉晓 -e 处处闻啼鸟") == "2\n");
    CHECK(both_texts(bench) == "春眠不觉晓处处闻啼鸟夜来风雨声");
}

TEST_CASE("Two hundred characters make a small file") {
    Bench bench;
    const auto cjk = face(sans);
    std::vector<render::Item> items;
    for (int row = 0; row < 10; ++row) {
        QString line;
        for (int i = 0; i < 20; ++i) line += QChar(0x4e00 + 97 * (row * 20 + i));
        items.push_back(set_text(cjk, line, 20, {20, 40.0 + 30 * row}));
    }
    const PdfReport report = bench.write(page_of(450, 400, items));
    CHECK(report.bytes < 400'000);
    CHECK(report.fonts == QStringList{"NotoSansCJKsc-Regular"});
}

TEST_CASE("Pages share one subset of a font") {
    Bench bench;
    const auto cjk = face(sans);
    bench.write(std::vector{page_of(300, 100, {set_text(cjk, "第一页", 30, {20, 50})}), page_of(300, 100, {set_text(cjk, "第二页", 30, {20, 50})})});
    CHECK(fonts(bench).size() == 1);
    CHECK(both_texts(bench) == "第一页第二页");
}

TEST_CASE("TrueType and name-keyed fonts are cut down, too") {
    Bench bench;
    bench.write(page_of(500, 300, {set_text(face("Noto Sans"), "Office fjord Ünïcode", 30, {20, 60}, Setting::horizontal, "en"),
                                   set_text(face("LXGW WenKai"), "春眠不觉晓", 30, {20, 120}), set_text(face("C059"), "Haibao", 30, {20, 180}, Setting::horizontal, "en")}));
    const auto rows = fonts(bench);
    CHECK(rows.size() == 3);
    CHECK(both_texts(bench) == "OfficefjordÜnïcode春眠不觉晓Haibao");
    // The three fonts paint what they should: the same ink as outlines.
    render::DisplayList outlines = page_of(500, 300, {});
    Bench drawn;
    for (auto run : {set_text(face("Noto Sans"), "Office fjord Ünïcode", 30, {20, 60}, Setting::horizontal, "en"), set_text(face("LXGW WenKai"), "春眠不觉晓", 30, {20, 120}),
                     set_text(face("C059"), "Haibao", 30, {20, 180}, Setting::horizontal, "en")}) {
        run.decoration = true;
        outlines.items.push_back(run);
    }
    drawn.write(outlines);
    CHECK(drawn.run("pdffonts out.pdf | wc -l") == "2\n");
    CHECK(ssim(bench.poppler(200), drawn.poppler(200)) > 0.98);
    CHECK(ssim(bench.mupdf(100), drawn.mupdf(100)) > 0.98);
}

TEST_CASE("Ligatures, accents and one glyph with two meanings are read as they were written") {
    Bench bench;
    const auto latin = face("Noto Sans");
    auto first = set_text(latin, "A", 30, {20, 60}, Setting::horizontal, "en");
    auto second = set_text(latin, "A", 30, {60, 60}, Setting::horizontal, "en");
    second.glyphs[0].text = QString::fromUtf8("Α");  // a Greek letter with the same glyph
    auto accent = set_text(latin, QString::fromUtf8("x̂y"), 30, {100, 60}, Setting::horizontal, "en");  // two glyphs, one cluster
    bench.write(page_of(300, 100, {first, second, accent}));
    CHECK(both_texts(bench) == "AΑx̂y");
}

TEST_CASE("Words whose letters stand apart are copied without spaces, and words stay words") {
    Bench bench;
    const auto han = face(sans);
    // 8月16日 as it is set: a quarter of an em between figures and characters, each script a run of its own.
    const auto eight = set_text(han, "8", 36, {20, 60}), month = set_text(han, "月", 36, {20 + 36 * (eight.glyphs[0].font_advance + 0.25), 60});
    auto day = set_text(han, "16日 海风", 36, {20 + 36 * (eight.glyphs[0].font_advance + 1.5), 60});
    for (std::size_t i = 2; i < day.glyphs.size(); ++i) day.glyphs[i].to_page *= QTransform::fromTranslate(9, 0);
    day.ends_line = true;
    auto title = set_text(face("Noto Sans"), "SEA BREEZE fi", 30, {20, 140}, Setting::horizontal, "en", "-liga");
    for (std::size_t i = 0; i < title.glyphs.size(); ++i) title.glyphs[i].to_page *= QTransform::fromTranslate(12 * double(i), 0);
    title.ends_line = true;
    auto hidden = set_text(han, "音乐节", 36, {20, 200});  // under paths of its own
    for (std::size_t i = 0; i < 3; ++i) hidden.glyphs[i].to_page *= QTransform::fromTranslate(18 * double(i), 0);
    hidden.visible = render::GlyphRun::Visible::no;
    bench.write(page_of(500, 240, {eight, month, day, title, hidden}));
    const auto lines = [](const std::string& text) { return QString::fromStdString(text).simplified(); };
    CHECK(lines(bench.run("pdftotext -raw out.pdf -")) == "8月16日 海风 SEA BREEZE fi 音乐节");
    CHECK(lines(bench.run("mutool draw -q -F txt out.pdf")) == "8月16日 海风 SEA BREEZE fi 音乐节");
    CHECK(fonts(bench).size() == 3);
}

TEST_CASE("Hyphens and emphasis marks are seen, but not read") {
    Bench bench;
    const auto latin = face("Noto Sans");
    auto hyphen = set_text(latin, "-", 30, {100, 60}, Setting::horizontal, "en");
    hyphen.decoration = true;
    bench.write(page_of(300, 140, {set_text(latin, "hyphen", 30, {20, 60}, Setting::horizontal, "en"), hyphen, set_text(latin, "ation", 30, {20, 110}, Setting::horizontal, "en")}));
    CHECK(both_texts(bench) == "hyphenation");
}

TEST_CASE("Text under paths of its own is invisible and can be read") {
    Bench bench;
    const auto cjk = face(sans, "Black");
    auto text = set_text(cjk, "海报", 60, {20, 80});
    render::FillPath shape{.path = {}, .paint = colour(1, 0, 0)};
    for (const auto& glyph : text.glyphs) shape.path.addPath(glyph.to_page.map(cjk->outline(glyph.id)));
    shape.path.setFillRule(Qt::WindingFill);
    text.visible = render::GlyphRun::Visible::no;
    bench.write(page_of(200, 120, {shape, text}));
    CHECK(both_texts(bench) == "海报");
    CHECK(fonts(bench).size() == 1);
    for (const QImage& page : {bench.poppler(72), bench.mupdf(72)})
        for (int y = 0; y < page.height(); ++y)
            for (int x = 0; x < page.width(); ++x) REQUIRE(qRed(page.pixel(x, y)) > 250);
    CHECK(bench.run("pdfimages -list out.pdf | wc -l") == "2\n");
}

TEST_CASE("Colour emoji are pictures with text beneath") {
    Bench bench;
    document::Poster poster;
    poster.page.width = 200;
    poster.page.height = 120;
    document::TextLayer words;
    words.text.text = "a😀👍🏽";
    words.text.style.font.family = "Noto Sans";
    words.text.style.size = 40;
    words.text.lang = "en";
    document::Layer layer;
    layer.placement.frame = QRectF(10, 40, 180, 60);
    words.text.box.width = 180;
    words.text.box.height = 60;
    layer.content = words;
    poster.layers.push_back(layer);
    bench.write(render::build(poster, *typeset::FontSet::system()));
    CHECK(both_texts(bench) == "a😀👍🏽");
    const QImage page = bench.poppler(72);
    const QColor yellow = page.pixelColor(45, 62);
    CHECK(yellow.red() > 200);
    CHECK(yellow.blue() < 120);
}

TEST_CASE("A font that forbids embedding becomes shapes, with a line in the report") {
    Bench bench;
    std::filesystem::copy("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", bench.path("restricted.ttf"));
    bench.run("python3 - <<'P'\nimport struct\nd=bytearray(open('restricted.ttf','rb').read())\nfor i in range(struct.unpack('>H',d[4:6])[0]):\n e=12+16*i\n if d[e:e+4]==b'OS/2':\n  o=struct.unpack('>I',d[e+8:e+12])[0]; d[o+8:o+10]=b'\\0\\2'\nopen('restricted.ttf','wb').write(d)\nP");
    const auto restricted = typeset::Face::open(bench.path("restricted.ttf"), 0);
    REQUIRE(restricted);
    REQUIRE_FALSE((*restricted)->may_embed());
    const PdfReport report = bench.write(page_of(300, 100, {set_text(*restricted, "Haibao", 40, {20, 70}, Setting::horizontal, "en")}));
    CHECK(report.outlined_fonts == QStringList{"NotoSans-Regular"});
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].code == "font-outlined");
    CHECK(both_texts(bench) == "Haibao");
    CHECK_FALSE(bench.run("pdffonts out.pdf").contains("NotoSans"));
    const QImage page = bench.poppler(72);
    int dark = 0;
    for (int x = 0; x < page.width(); ++x) dark += qGray(page.pixel(x, 60)) < 100;
    CHECK(dark > 5);
}

TEST_CASE("Letter spacing, kerning and turns put every glyph where it was set") {
    Bench live, drawn;
    const auto latin = face("Noto Sans", "Bold");
    render::DisplayList text = page_of(400, 300, {}), outlines = text;
    auto spaced = set_text(latin, "AVATAR To", 40, {20, 60}, Setting::horizontal, "en");
    for (std::size_t i = 0; i < spaced.glyphs.size(); ++i) spaced.glyphs[i].to_page *= QTransform::fromTranslate(7.3 * static_cast<double>(i), 0);
    auto circle = set_text(latin, "ROUND", 40, {0, 0}, Setting::horizontal, "en");
    for (std::size_t i = 0; i < circle.glyphs.size(); ++i) {
        QTransform turn;
        turn.translate(200, 260).rotate(-50 + 25 * static_cast<double>(i)).translate(0, -120).scale(40, 40);
        circle.glyphs[i].to_page = turn;
    }
    auto squeezed = set_text(latin, "wide", 40, {20, 280}, Setting::horizontal, "en");
    for (auto& glyph : squeezed.glyphs) glyph.to_page *= QTransform::fromTranslate(-20, 0) * QTransform::fromScale(0.5, 1) * QTransform::fromTranslate(20, 0);
    for (auto run : {spaced, circle, squeezed}) {
        text.items.push_back(run);
        run.decoration = true;
        outlines.items.push_back(run);
    }
    live.write(text);
    drawn.write(outlines);
    CHECK(both_texts(live) == "AVATARToROUNDwide");
    CHECK(ssim(live.mupdf(144), drawn.mupdf(144)) > 0.98);
    CHECK(ssim(live.poppler(144), drawn.poppler(144)) > 0.98);
}
