// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <algorithm>
#include <thread>

#include "app/typeset/font_ranking.h"
#include "app/typeset/font_set.h"

using namespace haibao;
using namespace haibao::typeset;
using document::FontChoice;

namespace {

FontChoice choice(const char* family, const char* face = "") { return {.family = QString::fromUtf8(family), .face = QString::fromUtf8(face), .axes = {}, .file_hash = {}}; }

QString found(const FontSet& fonts, const FontChoice& wanted) {
    const auto face = fonts.find(wanted);
    return face ? face->postscript_name() : "none";
}
QString covering(const FontSet& fonts, std::u32string_view characters, const char* lang, const FontChoice& like = choice("Noto Sans")) {
    const auto face = fonts.covering(characters, lang, like);
    return face ? face->postscript_name() : "none";
}

}  // namespace

TEST_CASE("A family is found by any of its names, with the nearest face") {
    const auto fonts = FontSet::system();
    CHECK(found(*fonts, choice("Noto Sans CJK SC")) == "NotoSansCJKsc-Regular");
    CHECK(found(*fonts, choice("noto sans cjk sc", "bold")) == "NotoSansCJKsc-Bold");
    CHECK(found(*fonts, choice("Noto Serif CJK JP", "Semi Bold")) == "NotoSerifCJKjp-SemiBold");
    CHECK(found(*fonts, choice("Noto Sans CJK SC", "ExtraBold")) == "NotoSansCJKsc-Black");
    CHECK(found(*fonts, choice("Noto Sans", "Bold Italic")) == "NotoSans-BoldItalic");
    CHECK(found(*fonts, choice("霞鹜文楷", "Light")) == "LXGWWenKai-Light");
    CHECK(found(*fonts, choice("Noto Sans CJK SC Light")) == "NotoSansCJKsc-Light");
    CHECK(found(*fonts, choice("No Such Family")) == "none");
    FontChoice heavy = choice("Noto Sans CJK SC");
    heavy.axes["wght"] = 690;
    CHECK(found(*fonts, heavy) == "NotoSansCJKsc-Bold");
}

TEST_CASE("Missing characters come from the language's font, in class and weight of the text's own") {
    const auto fonts = FontSet::system();
    CHECK(covering(*fonts, U"海报", "zh-Hans") == "NotoSansCJKsc-Regular");
    CHECK(covering(*fonts, U"海報", "zh-Hant") == "NotoSansCJKtc-Regular");
    CHECK(covering(*fonts, U"海報", "zh-HK") == "NotoSansCJKhk-Regular");
    CHECK(covering(*fonts, U"骨", "ja") == "NotoSansCJKjp-Regular");
    CHECK(covering(*fonts, U"骨", "ko") == "NotoSansCJKkr-Regular");
    CHECK(covering(*fonts, U"海报", "en") == "NotoSansCJKsc-Regular");
    CHECK(covering(*fonts, U"海报", "zh-Hans", choice("Noto Serif", "Bold")) == "NotoSerifCJKsc-Bold");
    CHECK(covering(*fonts, U"海报", "zh-Hans", choice("Times New Roman")) == "NotoSerifCJKsc-Regular");
    CHECK(covering(*fonts, U"😀", "zh-Hans") == "NotoColorEmoji");
    CHECK(covering(*fonts, U"1\uFE0F\u20E3", "zh-Hans") == "NotoColorEmoji");
    CHECK(covering(*fonts, U"\U0010FFFD", "zh-Hans") == "none");
}

TEST_CASE("The families that have all missing characters are listed, best first") {
    const auto fonts = FontSet::system();
    const QStringList families = fonts->families_covering(U"海报", "zh-Hans");
    REQUIRE(families.size() >= 3);
    CHECK(families.first() == "Noto Sans CJK SC");
    CHECK(families.contains("LXGW WenKai"));
    CHECK_FALSE(families.contains("Noto Sans"));
    CHECK(fonts->families_covering(U"𠮷", "ja").first() == "Noto Sans CJK JP");
}

TEST_CASE("The font menu groups faces by family") {
    const auto families = FontSet::system()->families();
    const auto noto = std::ranges::find(families, QString("Noto Serif CJK SC"), &FontFamily::name);
    REQUIRE(noto != families.end());
    CHECK(noto->chinese);
    CHECK(noto->serif);
    CHECK(noto->faces.contains("SemiBold"));
    CHECK(noto->faces.indexOf("Light") < noto->faces.indexOf("Bold"));
    const auto latin = std::ranges::find(families, QString("Noto Sans"), &FontFamily::name);
    REQUIRE(latin != families.end());
    CHECK_FALSE(latin->chinese);
    CHECK_FALSE(latin->serif);
}

TEST_CASE("A set of files knows nothing else") {
    const auto fonts = FontSet::of_files({"/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"});
    REQUIRE(fonts);
    CHECK(found(**fonts, choice("Noto Sans CJK SC")) == "NotoSansCJKsc-Bold");
    CHECK(found(**fonts, choice("Noto Serif CJK SC")) == "none");
    CHECK(covering(**fonts, U"骨", "ja") == "NotoSansCJKjp-Bold");
    CHECK(covering(**fonts, U"😀", "ja") == "none");
    CHECK((*fonts)->families().size() >= 6);
    const auto refused = FontSet::of_files({HAIBAO_SOURCE_DIR "/CMakeLists.txt"});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::corrupt_file);
    CHECK(refused.error().message.contains("CMakeLists.txt"));
}

TEST_CASE("Many threads may ask at once and get the same faces") {
    const auto fonts = FontSet::of_files({"/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"});
    REQUIRE(fonts);
    std::vector<std::shared_ptr<const Face>> faces(4);
    std::vector<std::jthread> threads;
    for (auto& face : faces)
        threads.emplace_back([&] {
            for (char32_t c = U'一'; c < U'一' + 200; ++c) face = (*fonts)->covering(std::u32string_view(&c, 1), "zh-Hans", {});
        });
    threads.clear();
    for (const auto& face : faces) CHECK((face && face == faces.front()));
}

TEST_CASE("Words for styles are understood in their usual spellings") {
    CHECK(traits_of_style("Semi Bold").weight == 600);
    CHECK(traits_of_style("DemiLight").weight == 350);
    CHECK(traits_of_style("").weight == 400);
    CHECK(traits_of_style("Bold Condensed Oblique").width == 75);
    CHECK(traits_of_style("Bold Condensed Oblique").slanted);
    CHECK(region_of("zh") == "SC");
    CHECK(region_of("zh-Hant-HK") == "HK");
    CHECK(region_of("zh_TW") == "TC");
    CHECK(region_of("fr").isEmpty());
}
