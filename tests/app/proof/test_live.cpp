// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "app/proof/live.h"
#include "tests/app/proof/pictures.h"

using namespace haibao;
using namespace haibao::proof;
using namespace haibao::proof::testing;

namespace {

LiveProof examine(const document::Poster& poster) {
    auto proof = proof_live_texts(poster, fonts());
    INFO((proof ? "" : proof.error().message));
    REQUIRE(proof);
    for (const LiveText& text : proof->texts)
        for (const LiveFinding& finding : text.findings) UNSCOPED_INFO(word_of(finding.problem).toStdString() << ": " << finding.message.toStdString());
    return std::move(*proof);
}

bool has(const LiveText& text, Problem problem) { return std::ranges::contains(text.findings, problem, &LiveFinding::problem); }

document::Layer plate(QRectF frame, document::Colour colour) {
    document::Layer layer;
    layer.placement.frame = frame;
    document::ShapeLayer shape;
    shape.fills = {document::Fill{.paint = colour}};
    layer.content = shape;
    return layer;
}

void add(document::Poster& poster, document::Layer layer) {
    layer.id = poster.next_id();
    poster.layers.push_back(std::move(layer));
}

const document::Colour paper{0.95, 0.93, 0.88, 1, {}}, dark{0.05, 0.05, 0.1, 1, {}};
const Words title{"海风音乐节", {100, 100, 600, 140}, 90};

}  // namespace

TEST_CASE("A title in dark on light, on the page and free, passes with its contrast") {
    const LiveProof proof = examine(poster_of({800, 1000}, {title, {"Summer", {100, 300, 600, 80}, 50, "Noto Sans"}}));
    CHECK(proof.passed());
    REQUIRE(proof.texts.size() == 2);
    CHECK(proof.texts[0].findings.empty());
    CHECK(proof.texts[0].contrast > 12);
    CHECK(proof.texts[0].visible == 1);
}

TEST_CASE("A title that a plate covers by half is covered") {
    document::Poster poster = poster_of({800, 1000}, {title});
    add(poster, plate({100, 100, 230, 200}, dark));
    const LiveProof proof = examine(poster);
    CHECK(has(proof.texts[0], Problem::covered));
    CHECK(proof.texts[0].visible > 0.35);
    CHECK(proof.texts[0].visible < 0.65);
    CHECK_FALSE(proof.passed());
}

TEST_CASE("A plate below a title does no harm, nor does a faint veil above it") {
    document::Poster poster = poster_of({800, 1000}, {});
    add(poster, plate({60, 60, 680, 240}, {0.9, 0.8, 0.3, 1, {}}));
    document::Layer words = layer_of(title);
    add(poster, words);
    add(poster, plate({0, 0, 800, 1000}, {1, 1, 1, 0.1, {}}));
    CHECK(examine(poster).passed());
}

TEST_CASE("Light grey on paper cannot be read; with a dark outline it can") {
    Words pale = title;
    pale.colour = {0.85, 0.84, 0.8, 1, {}};
    document::Poster poster = poster_of({800, 1000}, {pale}, paper);
    const LiveProof weak = examine(poster);
    CHECK(has(weak.texts[0], Problem::unreadable));
    CHECK(weak.texts[0].contrast < 1.6);
    std::get<document::TextLayer>(poster.layers[0].content).text.style.strokes = {document::Stroke{.width = 4, .paint = dark}};
    CHECK(examine(poster).passed());
}

TEST_CASE("White type half on white, half on black is not read by an average") {
    Words white = title;
    white.colour = {1, 1, 1, 1, {}};
    document::Poster poster = poster_of({800, 1000}, {}, {1, 1, 1, 1, {}});
    add(poster, plate({0, 0, 330, 1000}, dark));
    add(poster, layer_of(white));
    const LiveProof proof = examine(poster);
    CHECK_FALSE(proof.passed());
}

TEST_CASE("Text over the edge of the page is cut off, and near it is only said") {
    Words over = title, near = title;
    over.frame.moveLeft(500);
    near.frame = {20, 300, 600, 140};
    const LiveProof proof = examine(poster_of({800, 1000}, {over, near}));
    CHECK(has(proof.texts[0], Problem::off_page));
    CHECK(has(proof.texts[1], Problem::near_edge));
    CHECK_FALSE(has(proof.texts[1], Problem::off_page));
    CHECK(std::ranges::none_of(proof.texts[1].findings, is_failure));
}

TEST_CASE("Text that does not fit its box is clipped") {
    Words narrow = title;
    narrow.frame = {100, 100, 200, 100};
    document::Poster poster = poster_of({800, 1000}, {narrow});
    std::get<document::TextLayer>(poster.layers[0].content).text.overflow = document::Overflow::clip;
    CHECK(has(examine(poster).texts[0], Problem::clipped));
}

TEST_CASE("Two texts on each other are found, two beside each other are not") {
    Words second = title;
    second.text = "花好月圆";
    second.frame.translate(60, 40);
    const LiveProof on = examine(poster_of({800, 1000}, {title, second}));
    CHECK(has(on.texts[1], Problem::overlapping));
    second.frame = {100, 250, 600, 140};
    CHECK(examine(poster_of({800, 1000}, {title, second})).passed());
}

TEST_CASE("Characters that no font has are named") {
    Words odd = title;
    odd.text = QString::fromUcs4(U"山\U000F1234", 2);
    CHECK(has(examine(poster_of({800, 1000}, {odd})).texts[0], Problem::characters));
}

TEST_CASE("Hidden and empty texts are nobody's concern, a turned one is examined where it stands") {
    document::Poster poster = poster_of({800, 1000}, {title, {"  ", {0, 0, 100, 50}}});
    poster.layers[0].visible = false;
    CHECK(examine(poster).texts.empty());
    Words turned = title;
    turned.rotation = 90;
    turned.frame = {100, 400, 600, 140};
    const LiveProof proof = examine(poster_of({800, 1000}, {turned}));
    CHECK(proof.passed());
    CHECK(proof.texts[0].ink.height() > proof.texts[0].ink.width());
}
