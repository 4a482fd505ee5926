// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures whose words were set by our typesetter: what stands there is known.
#include <QPainter>
#include <catch2/catch_test_macros.hpp>

#include "app/proof/painted.h"
#include "app/scene/paint.h"
#include "app/scene/random_scene.h"
#include "app/scene/scene.h"
#include "tests/app/proof/pictures.h"

using namespace haibao;
using namespace haibao::proof;
using namespace haibao::proof::testing;

namespace {

PaintedProof read(const QImage& picture, const QStringList& wanted) {
    static Ocr ocr;
    auto proof = proof_picture(picture, wanted, ocr);
    INFO((proof ? "" : proof.error().message));
    REQUIRE(proof);
    std::string all;
    for (const PaintedText& text : proof->texts) all += std::format("{}: “{}” for “{}”; ", word_of(text.verdict).toStdString(), text.read.toStdString(), text.wanted.toStdString());
    UNSCOPED_INFO(all);
    return std::move(*proof);
}

const document::Colour white{0.98, 0.97, 0.92, 1, {}}, night{0.07, 0.12, 0.25, 1, {}};

std::vector<Words> poster_words(const QString& title) {
    return {{title, {60, 80, 700, 160}, 84}, {"Summer Festival", {60, 250, 700, 90}, 48, "Noto Sans"}, {"青岛奥帆中心", {60, 900, 500, 60}, 34}};
}

}  // namespace

TEST_CASE("Texts that stand there as they were asked for are right, each at its place") {
    const auto proof = read(painted(poster_of({800, 1024}, poster_words("海风音乐节"))), {"海风音乐节", "Summer Festival", "青岛奥帆中心"});
    CHECK(proof.passed());
    REQUIRE(proof.texts.size() == 3);
    for (const PaintedText& text : proof.texts) CHECK(text.verdict == Verdict::right);
    CHECK(QRectF(50, 80, 500, 140).contains(proof.texts[0].place.boundingRect().center()));
    CHECK(QRectF(50, 250, 500, 90).contains(proof.texts[1].place.boundingRect().center()));
    CHECK(proof.texts[0].character > 70);
    CHECK(proof.texts[0].character < 100);
    CHECK(proof.score() == 1);
}

TEST_CASE("Wrong characters are found and named") {
    const auto proof = read(painted(poster_of({800, 1024}, poster_words("海风音乐市"))), {"海风音乐节", "Summer Festival", "青岛奥帆中心"});
    CHECK_FALSE(proof.passed());
    CHECK(proof.texts[0].verdict == Verdict::wrong);
    CHECK(proof.texts[0].comparison.wrong == "节");
    CHECK(proof.texts[0].comparison.instead == "市");
    CHECK(proof.texts[1].verdict == Verdict::right);
    const auto latin = read(painted(poster_of({900, 600}, {{"Sumner Festivel", {60, 200, 800, 200}, 80, "Noto Serif"}})), {"Summer Festival"});
    CHECK(latin.texts[0].verdict == Verdict::wrong);
    CHECK(latin.texts[0].comparison.word_accuracy == 0);
    CHECK(latin.texts[0].comparison.similarity > 0.8);
}

TEST_CASE("A repeated character makes a title wrong") {
    const auto proof = read(painted(poster_of({900, 600}, {{"春江花花月夜", {60, 200, 800, 200}, 80}})), {"春江花月夜"});
    CHECK(proof.texts[0].verdict == Verdict::wrong);
}

TEST_CASE("What is not there is missing, and what nobody asked for is extra") {
    const auto proof = read(painted(poster_of({800, 1024}, poster_words("海风音乐节"))), {"海风音乐节", "Winter is coming", "青岛奥帆中心"});
    CHECK(proof.texts[1].verdict == Verdict::missing);
    CHECK(proof.texts[1].place.isEmpty());
    QString extra;
    for (const PaintedText& text : proof.texts)
        if (text.verdict == Verdict::extra) extra += text.read;
    INFO(extra.toStdString());
    CHECK(extra.contains("Summer"));
    CHECK(extra.contains("Festival"));
}

TEST_CASE("A half covered title is not right") {
    QImage image = painted(poster_of({900, 600}, {{"GRAND OPENING", {60, 200, 820, 200}, 92, "Noto Sans"}}));
    QPainter(&image).fillRect(420, 150, 480, 220, QColor(120, 30, 30));
    const auto proof = read(image, {"GRAND OPENING"});
    CHECK_FALSE(proof.passed());
    CHECK(proof.texts[0].verdict != Verdict::right);
}

TEST_CASE("Columns are read, and wrong characters in them are seen") {
    const auto right = read(painted(poster_of({700, 900}, {{"春江花月夜", {300, 80, 160, 700}, 100, "Noto Serif CJK SC", night, true}})), {"春江花月夜"});
    CHECK(right.texts[0].verdict == Verdict::right);
    CHECK(right.texts[0].direction == Direction::vertical);
    const auto wrong = read(painted(poster_of({700, 900}, {{"春红花月夜", {300, 80, 160, 700}, 100, "Noto Serif CJK SC", night, true}})), {"春江花月夜"});
    CHECK(wrong.texts[0].verdict == Verdict::wrong);
    CHECK(wrong.texts[0].comparison.wrong == "江");
}

TEST_CASE("Turned words are set straight before they are read") {
    const auto proof = read(painted(poster_of({900, 900}, {{"Open Studio", {120, 380, 700, 140}, 84, "Noto Sans", night, false, -14}})), {"Open Studio"});
    CHECK(proof.texts[0].verdict == Verdict::right);
}

TEST_CASE("On a busy picture a title is found, right or wrong") {
    for (const bool wrong : {false, true}) {
        QImage image = scene::to_image(scene::compose(scene::random_description(11, 0.75), {768, 1024}), {768, 1024});
        document::Poster poster = poster_of({768, 1024}, {{wrong ? "中秋诗社" : "中秋诗会", {60, 100, 660, 200}, 130, "Noto Sans CJK SC", white}});
        poster.page.background.a = 0;
        render::PixelSettings settings;
        settings.ground = render::Ground::transparent;
        const auto words = render::render_image(render::build(poster, fonts()), settings);
        REQUIRE(words);
        QPainter(&image).fillRect(image.rect(), QColor(0, 0, 0, 90));
        QPainter(&image).drawImage(0, 0, *words);
        const auto proof = read(image, {"中秋诗会"});
        CHECK(proof.texts[0].verdict == (wrong ? Verdict::wrong : Verdict::right));
    }
}

TEST_CASE("A large, spaced title over small details is read as right as they are, and its mistakes are seen") {
    const auto poster = [](const char* title, double spacing) {
        return painted(poster_of({512, 512}, {{title, {110, 60, 400, 130}, 92, "Noto Sans CJK SC", night, false, 0, "Black", spacing}, {"8月16日", {210, 188, 200, 30}, 19}, {"青岛奥帆中心", {196, 218, 260, 32}, 19}}));
    };
    const QStringList wanted{"海风", "8月16日", "青岛奥帆中心"};
    for (const double spacing : {0.16, 1.0}) {
        const auto right = read(poster("海风", spacing), wanted);
        CHECK(right.texts[0].verdict == Verdict::right);
        CHECK(right.texts[0].character > 70);
        CHECK(read(poster("海雪", spacing), wanted).texts[0].verdict == Verdict::wrong);
    }
    CHECK(read(poster("海风", 0.16), wanted).passed());
}

TEST_CASE("A picture without words has none") {
    for (const std::uint64_t seed : {3, 5}) {
        const auto proof = read(scene::to_image(scene::compose(scene::random_description(seed, 1), {768, 768}), {768, 768}), {});
        CHECK(proof.texts.empty());
        CHECK(proof.passed());
    }
}

TEST_CASE("Words too small to rely on are not judged") {
    const auto proof = read(painted(poster_of({800, 800}, {{"Portugal and Brasil", {60, 300, 600, 40}, 11, "Noto Serif"}})), {"Portuga1 amd Brazil"});
    CHECK(proof.texts[0].verdict == Verdict::not_judged);
    CHECK(proof.passed());
}

TEST_CASE("No picture, a single pixel, a flat one and a stopped reader are answered") {
    Ocr ocr;
    CHECK_FALSE(proof_picture({}, {"A"}, ocr));
    QImage dot(1, 1, QImage::Format_RGB32);
    dot.fill(Qt::red);
    const auto of_dot = proof_picture(dot, {"A"}, ocr);
    REQUIRE(of_dot);
    CHECK(of_dot->texts[0].verdict == Verdict::missing);
    const auto thin = proof_picture(dot.scaled(4000, 1), {"A"}, ocr);
    CHECK(thin.has_value());
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = proof_picture(painted(poster_of({300, 200}, {{"HELLO", {20, 50, 260, 100}, 60, "Noto Sans"}})), {"HELLO"}, ocr, stop.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().kind == ErrorKind::cancelled);
}

