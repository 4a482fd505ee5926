// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QJsonArray>
#include <QPainter>
#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "app/document/references.h"
#include "app/placement/contrast.h"
#include "app/placement/place.h"
#include "app/render/build.h"
#include "app/render/pixels.h"
#include "app/scene/scene.h"

using namespace haibao;
using namespace haibao::placement;

namespace {

std::shared_ptr<const typeset::FontSet> fonts() {
    static const std::shared_ptr<const typeset::FontSet> set = typeset::FontSet::system();
    return set;
}

/// Coarse noise of all lightnesses: nowhere to read on.
void add_noise(QImage& image, const QRect& where) {
    std::uint32_t state = 7;
    for (int y = where.top(); y <= where.bottom(); y += 6)
        for (int x = where.left(); x <= where.right(); x += 6) {
            state = state * 1664525 + 1013904223;
            const int grey = int(state >> 24);
            QPainter(&image).fillRect(QRect(x, y, 6, 6) & where, QColor(grey, grey, grey));
        }
}

QImage flat(QSize size, QColor colour) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

document::EmbeddedPicture file_of(const QImage& image) {
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {png, "image/png", "ground.png"};
}

PlacedPoster place(const QImage& image, const char* prompt) {
    auto placed = place_texts(image, file_of(image), texts_of(prompt), fonts(), {prompt, {}, 72});
    INFO((placed ? "" : placed.error().message));
    REQUIRE(placed);
    return placed->front();
}

std::vector<document::Layer> texts(const document::Poster& poster) {
    std::vector<document::Layer> list;
    for (const document::Layer& layer : poster.layers)
        if (std::holds_alternative<document::TextLayer>(layer.content)) list.push_back(layer);
    return list;
}

/// Outlines of a text layer on the page.
QPainterPath ink(const document::Poster& poster, const document::Layer& layer) {
    QPainterPath path;
    for (const render::Item& item : render::build_layer(poster, layer, *fonts()).items)
        if (const auto* run = std::get_if<render::GlyphRun>(&item))
            for (const auto& glyph : run->glyphs) path.addPath(glyph.to_page.map(run->face->outline(glyph.id)));
    return path;
}

bool has_helper(const document::Poster& poster) {
    bool found = false;
    for (const document::Layer& layer : poster.layers) {
        found |= layer.name == "压暗" || layer.name == "底板";
        if (const auto* text = std::get_if<document::TextLayer>(&layer.content)) found |= !text->text.style.shadows.empty();
    }
    return found;
}

/// Measured anew, on the poster as it is exported: the pixels around each text without its fill.
double least_contrast(const document::Poster& poster) {
    document::Poster bare = poster;
    for (document::Layer& layer : bare.layers)
        if (auto* text = std::get_if<document::TextLayer>(&layer.content)) text->text.style.fills.clear();
    const auto image = render::render_image(render::build(bare, *fonts()));
    REQUIRE(image);
    double least = 21;
    for (const document::Layer& layer : texts(poster)) {
        QImage mask(image->size(), QImage::Format_Grayscale8);
        mask.fill(0);
        QPainter painter(&mask);
        painter.fillPath(ink(poster, layer), Qt::white);
        painter.end();
        const auto& fill = std::get<document::TextLayer>(layer.content).text.style.fills.front();
        least = std::min(least, measured_contrast(*image, mask, std::get<document::Colour>(fill.paint)));
    }
    return least;
}

constexpr const char* four_texts = "标题“花好月圆”，副标题“中秋诗会”，日期“9月25日”，地点“文化宫”";

}  // namespace

TEST_CASE("Left half noise, right half calm: everything stands on the right") {
    QImage image = flat({900, 900}, QColor(200, 200, 200));
    add_noise(image, {0, 0, 450, 900});
    const PlacedPoster placed = place(image, "标题“山风”，日期“5月1日”");
    for (const auto& layer : texts(placed.poster)) CHECK(ink(placed.poster, layer).boundingRect().left() > 450);
    CHECK_FALSE(placed.no_calm_region);
    CHECK_FALSE(has_helper(placed.poster));
}

TEST_CASE("A calm strip at the top takes the title, horizontally") {
    QImage image = flat({900, 900}, QColor(30, 40, 60));
    add_noise(image, {0, 270, 900, 630});
    const PlacedPoster placed = place(image, "标题“山风”");
    const auto layer = texts(placed.poster).front();
    CHECK(ink(placed.poster, layer).boundingRect().bottom() < 270);
    CHECK(std::get<document::TextLayer>(layer.content).text.writing_mode == document::WritingMode::horizontal_tb);
}

TEST_CASE("A sun is no calm ground, however even it is inside: no text is set across it") {
    for (const char* ground : {"mountains", "sea", "dunes", "hills"})
        for (const QSize size : {QSize(1600, 900), QSize(900, 1200)})
            for (const int seed : {3, 8}) {
                INFO(ground << " " << size.width() << "x" << size.height() << " seed " << seed);
                const auto description = scene::description_from_json({{"seed", seed}, {"elements", QJsonArray{QJsonObject{{"subject", "sun"}}, QJsonObject{{"subject", ground}}}}});
                REQUIRE(description);
                const scene::Scene composed = scene::compose(*description, size);
                QRectF disc;
                for (const scene::Layer& layer : composed.layers)
                    if (const auto* fill = std::get_if<scene::Fill>(&layer.content); fill && layer.part == "sun") disc |= fill->path.boundingRect();
                REQUIRE_FALSE(disc.isEmpty());
                disc = QRectF(disc.topLeft() * composed.scale(), disc.size() * composed.scale());
                REQUIRE(disc.width() < size.width() / 3.0);
                const PlacedPoster placed = place(scene::to_image(composed, size), "标题“夏日音乐节”，日期“8月16日”，地点“滨海公园”");
                for (const auto& layer : texts(placed.poster)) {
                    QPainterPath round;
                    round.addEllipse(disc);
                    CHECK_FALSE(ink(placed.poster, layer).intersects(round));
                }
            }
}

TEST_CASE("A tall calm strip lets a short Chinese title stand upright") {
    QImage image = flat({700, 1100}, QColor(235, 230, 220));
    add_noise(image, {0, 0, 500, 1100});
    const PlacedPoster placed = place(image, "水墨，标题“春江花月”");
    const auto layer = texts(placed.poster).front();
    CHECK(std::get<document::TextLayer>(layer.content).text.writing_mode == document::WritingMode::vertical_rl);
    CHECK(ink(placed.poster, layer).boundingRect().left() > 490);
}

TEST_CASE("Noise everywhere is said, and the texts can be read all the same") {
    QImage image = flat({800, 800}, Qt::gray);
    add_noise(image, image.rect());
    const PlacedPoster placed = place(image, four_texts);
    CHECK(placed.no_calm_region);
    CHECK(has_helper(placed.poster));
    CHECK(placed.least_contrast >= 4.5);
    CHECK(least_contrast(placed.poster) >= 4.5);
}

TEST_CASE("On middle grey the colour that can be read is taken, without help") {
    const PlacedPoster placed = place(flat({600, 800}, QColor(0x80, 0x80, 0x80)), "标题“山风”");
    const auto layers = texts(placed.poster);
    const auto& fill = std::get<document::TextLayer>(layers.front().content).text.style.fills.front();
    CHECK(luminance(std::get<document::Colour>(fill.paint)) < 0.05);
    CHECK_FALSE(has_helper(placed.poster));
    CHECK(least_contrast(placed.poster) >= 4.5);
}

TEST_CASE("On a coloured middle tone the type is light and in tune, with no more help than it needs") {
    for (const QColor colour : {QColor(0xA8, 0x6B, 0x8A), QColor(0xB0, 0x6A, 0x50), QColor(0x3E, 0x88, 0x92)}) {
        INFO(colour.name().toStdString());
        const PlacedPoster placed = place(flat({1080, 1440}, colour), "标题“海风”，日期“8月16日”，地点“青岛奥帆中心”");
        for (const auto& layer : texts(placed.poster)) {
            const auto& style = std::get<document::TextLayer>(layer.content).text.style;
            CHECK(luminance(std::get<document::Colour>(style.fills.front().paint)) > 0.85);
            CHECK(style.shadows.empty());
        }
        const auto veil = std::ranges::find(placed.poster.layers, "压暗", &document::Layer::name);
        REQUIRE(veil != placed.poster.layers.end());
        const auto& gradient = std::get<document::LinearGradient>(std::get<document::ShapeLayer>(veil->content).fills.front().paint);
        CHECK(gradient.stops.front().colour.a < 0.3);
        CHECK(least_contrast(placed.poster) >= 4.5);
    }
}

TEST_CASE("A veil does not dim a sun: there the type has a soft shadow") {
    QImage image = flat({512, 512}, QColor(0xA8, 0x6B, 0x8A));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xFF, 0xE0, 0x80));
    painter.drawEllipse(QPoint(380, 110), 60, 60);
    painter.end();
    const PlacedPoster placed = place(image, "标题“山风”");
    CHECK(std::ranges::find(placed.poster.layers, "压暗", &document::Layer::name) == placed.poster.layers.end());
    CHECK(least_contrast(placed.poster) >= 4.5);
    const document::TextStyle style = std::get<document::TextLayer>(texts(placed.poster).front().content).text.style;
    CHECK(luminance(std::get<document::Colour>(style.fills.front().paint)) > 0.85);
    CHECK(style.shadows.size() == 1);
}

TEST_CASE("Half black, half white: neither colour passes by an average") {
    QImage image = flat({800, 800}, Qt::black);
    for (int x = 0; x < 800; x += 40) QPainter(&image).fillRect(x, 0, 20, 800, Qt::white);
    const PlacedPoster placed = place(image, "标题“山风”");
    CHECK(has_helper(placed.poster));
    CHECK(least_contrast(placed.poster) >= 4.5);
}

TEST_CASE("Texts stay within the margins, do not touch each other and keep their order of size") {
    for (const QSize size : {QSize(768, 1152), QSize(1024, 1024), QSize(1152, 768), QSize(512, 512)})
        for (const char* prompt : {four_texts, "标题“远”", "title \"The Long Way Home to the Mountains\", date \"12 May\"",
                                   "标题“霓虹”，副标题“NEON NIGHTS”，日期“22:00”，地点“TANK”，正文“电子音乐与光影的一夜，七位艺术家带来连续六小时的现场演出。”"}) {
            INFO(size.width() << "x" << size.height() << " " << prompt);
            QImage image = flat(size, QColor(20, 60, 90));
            QPainter(&image).fillRect(0, size.height() / 2, size.width() / 3, size.height() / 3, QColor(220, 120, 60));
            const PlacedPoster placed = place(image, prompt);
            const auto layers = texts(placed.poster);
            CHECK(layers.size() == texts_of(prompt).size());
            const double margin = placed.poster.page.safe_margin();
            const QRectF safe = QRectF(QPointF(), placed.poster.page.points()).adjusted(margin, margin, -margin, -margin);
            std::vector<QRectF> inks;
            double title = 0;
            for (const auto& layer : layers) {
                const auto& content = std::get<document::TextLayer>(layer.content);
                const QRectF box = ink(placed.poster, layer).boundingRect();
                CHECK(safe.contains(box));
                for (const QRectF& other : inks) CHECK_FALSE(box.intersects(other));
                inks.push_back(box);
                if (content.role == "title") title = content.text.style.size;
                else CHECK(content.text.style.size < title);
                CHECK(content.contrast >= 4.5);
            }
        }
}

TEST_CASE("A placed text notes the font file it was set with") {
    PlacedPoster placed = place(flat({400, 500}, Qt::white), "标题“山风”");
    auto& text = std::get<document::TextLayer>(placed.poster.layers.back().content).text;
    CHECK(text.style.font.file_hash.size() == 64);
    CHECK(render::build(placed.poster, *fonts()).findings.empty());
    text.style.font.file_hash = QString(64, '0');
    const auto findings = render::build(placed.poster, *fonts()).findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().code == "changed-font");
}

TEST_CASE("The same picture and words give the same poster") {
    QImage image = flat({600, 800}, QColor(120, 160, 90));
    add_noise(image, {0, 0, 600, 300});
    CHECK(place(image, four_texts).poster == place(image, four_texts).poster);
}

TEST_CASE("No texts, absurd texts and no picture are answered in words or with a plain poster") {
    const QImage image = flat({300, 300}, Qt::white);
    CHECK(texts(place(image, "山").poster).empty());
    const auto long_text = place_texts(image, file_of(image), {{QString(5000, QChar(u'长')), Role::title, "标题"}}, fonts(), {});
    REQUIRE_FALSE(long_text);
    CHECK(long_text.error().message.contains("too long"));
    const auto many = place_texts(image, file_of(image), std::vector(25, PromptText{"山", Role::body, "正文"}), fonts(), {});
    REQUIRE_FALSE(many);
    CHECK(many.error().message.contains("too many"));
    const auto no_room = place_texts(image, file_of(image), {{QString(1900, QChar(u'长')), Role::title, "标题"}}, fonts(), {});
    REQUIRE_FALSE(no_room);
    CHECK(no_room.error().message.contains("too long"));
    CHECK_FALSE(place_texts({}, {}, {}, fonts(), {}));
}
