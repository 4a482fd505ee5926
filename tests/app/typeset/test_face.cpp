// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <hb.h>
#include <unistd.h>

#include "app/typeset/face.h"

using namespace haibao;
using namespace haibao::typeset;
using Catch::Approx;

namespace {

const std::filesystem::path noto = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
const std::filesystem::path latin = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf";
const std::filesystem::path emoji = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf";
constexpr int jp = 0, sc = 2;

std::shared_ptr<const Face> open(const std::filesystem::path& file, int index = 0) {
    auto face = Face::open(file, index);
    REQUIRE(face);
    return *face;
}

/// What the shaper makes of a text.
struct Shaped {
    std::vector<hb_codepoint_t> ids;
    std::vector<hb_glyph_position_t> positions;
};
Shaped shape(const Face& face, const char* text, const char* lang, hb_direction_t direction, std::vector<hb_feature_t> features = {}) {
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_set_direction(buffer, direction);
    hb_buffer_set_language(buffer, hb_language_from_string(lang, -1));
    hb_buffer_guess_segment_properties(buffer);
    if (hb_buffer_get_script(buffer) == HB_SCRIPT_INVALID) hb_buffer_set_script(buffer, HB_SCRIPT_HAN);  // as punctuation among Han
    hb_shape(face.hb_font(), buffer, features.data(), static_cast<unsigned>(features.size()));
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    Shaped shaped;
    for (unsigned i = 0; i < count; ++i) shaped.ids.push_back(infos[i].codepoint), shaped.positions.push_back(positions[i]);
    hb_buffer_destroy(buffer);
    return shaped;
}

hb_codepoint_t glyph_of(const Face& face, char32_t character) {
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(face.hb_font(), character, &glyph);
    return glyph;
}

struct TemporaryFile {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("haibao-test-face-" + std::to_string(::getpid()) + ".ttf");
    explicit TemporaryFile(const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }
    ~TemporaryFile() { std::filesystem::remove(path); }
};

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("A face of a collection knows its names and measures") {
    const auto face = open(noto, sc);
    CHECK(face->family() == "Noto Sans CJK SC");
    CHECK(face->style_name() == "Regular");
    CHECK(face->postscript_name() == "NotoSansCJKsc-Regular");
    CHECK(face->units_per_em() == 1000);
    CHECK(face->ascender() == Approx(0.88));
    CHECK(face->descender() == Approx(-0.12));
    CHECK(face->has_vertical_metrics());
    CHECK(face->may_embed());
    CHECK_FALSE(face->is_colour());
    CHECK(face->covers(U'海'));
    CHECK_FALSE(face->covers(char32_t{0x0378}));
}

TEST_CASE("One shape of a unified character per language") {
    const auto face = open(noto, jp);
    CHECK(shape(*face, "骨", "ja", HB_DIRECTION_LTR).ids == std::vector<hb_codepoint_t>{45132});
    CHECK(shape(*face, "骨", "zh-Hans", HB_DIRECTION_LTR).ids == std::vector<hb_codepoint_t>{45133});
    CHECK(shape(*face, "骨", "zh-Hant", HB_DIRECTION_LTR).ids == std::vector<hb_codepoint_t>{45134});
}

TEST_CASE("Columns use the font's vertical glyphs and origins") {
    const auto face = open(noto, jp);
    const Shaped shaped = shape(*face, "「日、（本）。", "ja", HB_DIRECTION_TTB);
    CHECK(shaped.ids == std::vector<hb_codepoint_t>{59006, 20220, 58980, 58994, 20758, 58995, 58981});
    for (const auto& position : shaped.positions) {
        CHECK(position.x_offset == -500);
        CHECK(position.y_offset == -880);
        CHECK(position.y_advance == -1000);
    }
    const Shaped dash = shape(*face, "——", "ja", HB_DIRECTION_TTB);
    REQUIRE(dash.ids == std::vector<hb_codepoint_t>{65147});
    CHECK(dash.positions[0].y_advance == -2000);
}

TEST_CASE("A font without vertical metrics gets the same origin for all its glyphs") {
    const auto face = open(latin);
    REQUIRE_FALSE(face->has_vertical_metrics());
    const Shaped shaped = shape(*face, "Ag", "en", HB_DIRECTION_TTB);
    REQUIRE(shaped.positions.size() == 2);
    CHECK(shaped.positions[0].y_advance == -1362);
    CHECK(shaped.positions[1].y_advance == -1362);
    CHECK(shaped.positions[0].y_offset == -1069);
    CHECK(shaped.positions[1].y_offset == -1069);
    CHECK(shaped.positions[0].x_offset == -hb_font_get_glyph_h_advance(face->hb_font(), shaped.ids[0]) / 2);
    // Ambiguous in East Asian width: one em.
    CHECK(shape(*face, "±", "en", HB_DIRECTION_TTB).positions[0].y_advance == -1000);
}

TEST_CASE("Outlines are in em with y down") {
    const auto face = open(noto, sc);
    const QRectF box = face->outline(glyph_of(*face, U'口')).boundingRect();
    CHECK(box.left() > 0);
    CHECK(box.right() < 1);
    CHECK(box.top() < -0.6);
    CHECK(box.bottom() < 0.12);
    CHECK(box.bottom() > 0);
    CHECK(face->outline(glyph_of(*face, U' ')).isEmpty());
    CHECK(face->outline(1'000'000).isEmpty());
}

TEST_CASE("A colour font gives pictures") {
    const auto face = open(emoji);
    CHECK(face->is_colour());
    const Face::Picture picture = face->picture(glyph_of(*face, U'😀'));
    CHECK(picture.image.height() == 128);
    CHECK(picture.box.width() > 1);
    CHECK(picture.box.top() < -0.8);
    CHECK(open(latin)->picture(40).image.isNull());
}

TEST_CASE("What is not a font is refused by its name") {
    const TemporaryFile text("This is a letter to a friend, not a font.");
    const auto refused = Face::open(text.path, 0);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::corrupt_file);
    CHECK(refused.error().message.contains(text.path.filename().string()));
    CHECK(Face::open("/nowhere/x.ttf", 0).error().kind == ErrorKind::not_found);
    CHECK(Face::open(noto, 99).error().kind == ErrorKind::not_found);
    CHECK(Face::open(noto, -1).error().kind == ErrorKind::not_found);
}

TEST_CASE("A font that is cut off anywhere is refused") {
    const std::string whole = bytes_of(latin);
    for (std::size_t keep : {std::size_t{3}, std::size_t{13}, std::size_t{200}, whole.size() / 2, whole.size() - 5}) {
        const TemporaryFile cut(whole.substr(0, keep));
        const auto refused = Face::open(cut.path, 0);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::corrupt_file);
    }
}

TEST_CASE("Damaged fonts are refused or used, but never crash") {
    const std::string whole = bytes_of(latin);
    std::uint32_t random = 12345;
    const auto next = [&] { return random = random * 1664525 + 1013904223; };
    int opened = 0;
    for (int round = 0; round < 60; ++round) {
        std::string damaged = whole;
        for (int i = 0; i < 40; ++i) damaged[round % 2 ? next() % damaged.size() : next() % 4000] = static_cast<char>(next() >> 24);
        const TemporaryFile file(damaged);
        const auto face = Face::open(file.path, 0);
        if (!face) continue;
        ++opened;
        shape(**face, "Haibao 海报", "zh", HB_DIRECTION_TTB);
        for (hb_codepoint_t glyph = 0; glyph < 200; ++glyph) (*face)->outline(glyph);
    }
    CHECK(opened > 0);
}
