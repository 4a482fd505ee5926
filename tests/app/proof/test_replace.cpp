// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Wrong words out of a picture, live text in their place.
#include <QBuffer>
#include <QPainter>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>

#include "app/proof/proof.h"
#include "app/proof/replace.h"
#include "app/scene/paint.h"
#include "app/scene/random_scene.h"
#include "app/scene/scene.h"
#include "tests/app/proof/pictures.h"

using namespace haibao;
using namespace haibao::proof;
using namespace haibao::proof::testing;

namespace {

std::shared_ptr<const typeset::FontSet> shared_fonts() { return {std::shared_ptr<void>(), &fonts()}; }

/// What comes of a picture: with $HAIBAO_PICTURES it is left there to be looked at.
struct Replaced {
    PaintedProof before;
    document::Poster poster;
    QImage picture;
};

Replaced replace(const QImage& picture, const QStringList& wanted, const char* name) {
    Ocr ocr;
    auto proof = proof_picture(picture, wanted, ocr);
    REQUIRE(proof);
    auto poster = replace_by_live_text(picture, "ground.png", *proof, shared_fonts(), "标题“" + wanted.front() + "”");
    INFO((poster ? "" : poster.error().message));
    REQUIRE(poster);
    Replaced replaced{*proof, *poster, painted(*poster)};
    if (const char* folder = std::getenv("HAIBAO_PICTURES")) {
        picture.save(QString("%1/%2-before.png").arg(folder, name));
        replaced.picture.save(QString("%1/%2-after.png").arg(folder, name));
    }
    return replaced;
}

/// What is still wrong, in words; empty when all is right.
std::string wrong_now(const Replaced& replaced, const QStringList& wanted) {
    std::string wrong;
    Ocr ocr;
    auto proof = proof_picture(replaced.picture, wanted, ocr);
    REQUIRE(proof);
    for (const QString& remark : remarks_on(*proof)) wrong += remark.toStdString() + "; ";
    const auto live = proof_live_texts(replaced.poster, fonts());
    REQUIRE(live);
    for (const LiveText& text : live->texts)
        for (const LiveFinding& finding : text.findings)
            if (is_failure(finding)) wrong += finding.message.toStdString() + "; ";
    return wrong;
}

std::vector<const document::Layer*> texts_in(const document::Poster& poster) {
    std::vector<const document::Layer*> list;
    for (const document::Layer& layer : poster.layers)
        if (std::holds_alternative<document::TextLayer>(layer.content)) list.push_back(&layer);
    return list;
}

}  // namespace

TEST_CASE("A misspelled title is painted over and stands live in its place, size and colour") {
    const Replaced replaced = replace(painted(poster_of({900, 600}, {{"Sumner Festivel", {60, 200, 800, 200}, 80, "Noto Sans", {0.6, 0.1, 0.1, 1, {}}}})), {"Summer Festival"}, "misspelled");
    const auto texts = texts_in(replaced.poster);
    REQUIRE(texts.size() == 1);
    const auto& words = std::get<document::TextLayer>(texts[0]->content);
    CHECK(words.text.text == "Summer Festival");
    const QRectF was = replaced.before.texts[0].place.boundingRect();
    CHECK(std::abs(texts[0]->placement.frame.center().x() - was.center().x()) < 0.1 * was.width());
    CHECK(std::abs(texts[0]->placement.frame.center().y() - was.center().y()) < 0.5 * was.height());
    CHECK(words.text.style.size > 60);
    CHECK(words.text.style.size < 100);
    const auto& colour = std::get<document::Colour>(words.text.style.fills[0].paint);
    CHECK(std::abs(colour.r - 0.6) < 0.12);
    CHECK(colour.g < 0.25);
    CHECK(wrong_now(replaced, {"Summer Festival"}) == "");
}

TEST_CASE("Nothing of the painted words is left on plain ground") {
    const QImage picture = painted(poster_of({900, 600}, {{"海风音乐市", {60, 200, 800, 200}, 96}}));
    Ocr ocr;
    const auto proof = proof_picture(picture, {"海风音乐节"}, ocr);
    REQUIRE(proof);
    const QImage ground = without_words(picture, to_be_replaced(*proof));
    const QColor paper = picture.pixelColor(5, 5);
    int most = 0;
    for (int y = 0; y < ground.height(); ++y)
        for (int x = 0; x < ground.width(); ++x) {
            const QColor pixel = ground.pixelColor(x, y);
            most = std::max({most, std::abs(pixel.red() - paper.red()), std::abs(pixel.green() - paper.green()), std::abs(pixel.blue() - paper.blue())});
        }
    CHECK(most <= 6);
}

TEST_CASE("A column is replaced by a column") {
    const Replaced replaced = replace(painted(poster_of({700, 900}, {{"春红花月夜", {300, 80, 160, 700}, 100, "Noto Serif CJK SC", {0.07, 0.12, 0.25, 1, {}}, true}})), {"春江花月夜"}, "column");
    const auto texts = texts_in(replaced.poster);
    REQUIRE(texts.size() == 1);
    CHECK(std::get<document::TextLayer>(texts[0]->content).text.writing_mode == document::WritingMode::vertical_rl);
    CHECK(wrong_now(replaced, {"春江花月夜"}) == "");
}

TEST_CASE("On busy ground a half covered title is replaced so that it can be read") {
    QImage image = scene::to_image(scene::compose(scene::random_description(11, 0.75), {768, 1024}), {768, 1024});
    document::Poster poster = poster_of({768, 1024}, {{"中秋诗会", {60, 100, 660, 200}, 130, "Noto Sans CJK SC", {0.98, 0.97, 0.92, 1, {}}}});
    poster.page.background.a = 0;
    render::PixelSettings settings;
    settings.ground = render::Ground::transparent;
    const auto words = render::render_image(render::build(poster, fonts()), settings);
    REQUIRE(words);
    QPainter(&image).fillRect(image.rect(), QColor(0, 0, 0, 90));
    QPainter(&image).drawImage(0, 0, *words);
    QPainter(&image).fillRect(440, 60, 140, 240, QColor(20, 60, 30));
    const Replaced replaced = replace(image, {"中秋诗会"}, "covered");
    CHECK(replaced.before.texts[0].verdict != Verdict::right);
    CHECK(texts_in(replaced.poster).size() == 1);
    CHECK(wrong_now(replaced, {"中秋诗会"}) == "");
}

TEST_CASE("A missing text is set where there is room, an extra one goes, a right one stays painted") {
    const QImage picture = painted(poster_of({800, 1024}, {{"海风音乐节", {60, 80, 700, 160}, 84}, {"Winter Sale", {60, 820, 700, 90}, 48, "Noto Sans"}}));
    const Replaced replaced = replace(picture, {"海风音乐节", "青岛奥帆中心"}, "missing");
    const auto texts = texts_in(replaced.poster);
    REQUIRE(texts.size() == 1);
    CHECK(std::get<document::TextLayer>(texts[0]->content).text.text == "青岛奥帆中心");
    CHECK(wrong_now(replaced, {"海风音乐节", "青岛奥帆中心"}) == "");
    // Of the words that nobody asked for not a letter is left.
    double most = 0;
    const QColor paper = picture.pixelColor(5, 5);
    for (int y = 800; y < 930; ++y)
        for (int x = 40; x < 500; ++x) most = std::max(most, std::abs(replaced.picture.pixelColor(x, y).lightnessF() - double(paper.lightnessF())));
    CHECK(most < 0.06);
}

TEST_CASE("In a poster the new ground and the live text stand where the picture stood, at its size") {
    const QImage picture = painted(poster_of({900, 600}, {{"Sumner Festivel", {60, 200, 800, 200}, 80, "Noto Sans"}}));
    Ocr ocr;
    const auto proof = proof_picture(picture, {"Summer Festival"}, ocr);
    REQUIRE(proof);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(picture.save(&buffer, "PNG"));
    document::Poster poster;
    poster.page.width = 450;
    poster.page.height = 500;
    document::Layer layer;
    layer.id = document::LayerId{1};
    layer.placement.frame = {0, 100, 450, 300};
    document::PictureLayer content;
    content.picture = poster.add_picture(png, "image/png", "picture.png");
    layer.content = content;
    poster.layers.push_back(layer);
    const auto replacement = replacement_in(poster, document::LayerId{1}, *proof, shared_fonts());
    INFO((replacement ? "" : replacement.error().message));
    REQUIRE(replacement);
    CHECK(apply(poster, *replacement).size() == 1);
    REQUIRE(poster.layers.size() == 2);
    const auto& words = std::get<document::TextLayer>(poster.layers[1].content);
    CHECK(words.text.style.size > 30);
    CHECK(words.text.style.size < 50);
    const QPointF was = proof->texts[0].place.boundingRect().center() / 2 + QPointF(0, 100);
    CHECK(std::abs(poster.layers[1].placement.frame.center().x() - was.x()) < 20);
    CHECK(std::abs(poster.layers[1].placement.frame.center().y() - was.y()) < 20);
    const auto again = proof_picture(painted(poster).scaled(900, 1000, Qt::IgnoreAspectRatio, Qt::SmoothTransformation), {"Summer Festival"}, ocr);
    REQUIRE(again);
    CHECK(again->passed());
    document::Poster without = poster;
    without.layers.erase(without.layers.begin());
    CHECK(apply(without, *replacement).empty());
}

TEST_CASE("A picture without words stays as it is") {
    const QImage picture = painted(poster_of({300, 300}, {}));
    CHECK(without_words(picture, {}) == picture);
    CHECK_FALSE(replace_by_live_text({}, "x.png", {}, shared_fonts(), {}));
}
