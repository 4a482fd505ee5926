// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/proof/title_samples.h"

#include <QBuffer>
#include <QPainter>
#include <algorithm>
#include <random>

#include "app/placement/place.h"
#include "tests/app/proof/pictures.h"

namespace haibao::proof::testing {
namespace {

struct Face {
    const char *family, *style;
};
/// What placement sets titles in (app/placement/type.cpp).
constexpr Face title_faces[] = {{"Noto Serif CJK SC", "Bold"}, {"Noto Sans CJK SC", "Black"}, {"LXGW WenKai", "Medium"}};
/// Style words that choose each of them.
constexpr const char* voices[] = {"", "现代", "水墨"};
constexpr double spacings[] = {0, 0.16, 0.3, 0.6, 1.0, 1.5};

double mean_lightness(const QImage& image, const QRect& in) {
    return qGray(image.copy(in & image.rect()).scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixel(0, 0));
}

QImage over(QImage ground, document::Poster poster) {
    poster.page.background.a = 0;
    render::PixelSettings settings;
    settings.ground = render::Ground::transparent;
    const auto words = render::render_image(render::build(poster, fonts()), settings);
    if (words) QPainter(&ground).drawImage(0, 0, *words);
    return ground;
}

TitlePicture placed(const QString& title, const QImage& ground, std::size_t voice) {
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    ground.save(&buffer, "PNG");
    const QString prompt = QStringLiteral("%1，标题“%2”，日期“8月16日”，地点“青岛奥帆中心”").arg(QString::fromUtf8(voices[voice]), title);
    static const auto set = typeset::FontSet::system();
    const auto posters = placement::place_texts(ground, {png, "image/png", "ground"}, placement::texts_of(prompt.toStdString()), set, {prompt, {}, 72});
    if (!posters || posters->empty()) return {};
    const document::Poster& poster = posters->front().poster;
    bool light = false;
    for (const document::Layer& layer : poster.layers)
        if (const auto* text = std::get_if<document::TextLayer>(&layer.content); text && text->role == "title" && !text->text.style.fills.empty())
            if (const auto* colour = std::get_if<document::Colour>(&text->text.style.fills.front().paint)) light = colour->r + colour->g + colour->b > 1.5;
    return {painted(poster), "placed", title_faces[voice].family, light};
}

}  // namespace

const QStringList& short_titles() {
    static const QStringList titles{"海风", "春茶", "中秋", "山月", "夜市", "听雨", "大雪", "未来", "日出", "花见", "西行", "土地", "人间", "江湖", "音乐节", "读书会",
                                    "城市夜", "春江月", "远方的家", "花好月圆", "山水之间", "面朝大海", "未来之城", "冬日茶会"};
    return titles;
}

TitlePicture title_picture(const QString& title, const QImage& given, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const auto draw = [&](std::size_t n) { return std::size_t(random() % n); };
    const std::size_t face = draw(std::size(title_faces));
    if (draw(2) == 0)
        if (TitlePicture picture = placed(title, given, face); !picture.picture.isNull()) return picture;
    QImage ground = given.convertToFormat(QImage::Format_RGB32);
    const bool column = draw(3) == 0;
    double spacing = spacings[draw(std::size(spacings))];
    const double side = std::min(ground.width(), ground.height()), count = double(title.size());
    const double ems = count + (count - 1) * spacing;
    const double size = std::min(0.88 * side / ems, 0.23 * side * (0.6 + 0.1 * double(draw(5))));
    const QSizeF box = column ? QSizeF(1.5 * size, ems * size + spacing * size + 8) : QSizeF(ems * size + spacing * size + 8, 1.5 * size);
    const QRectF frame(QPointF(column ? (ground.width() - box.width()) * (0.2 + 0.1 * double(draw(6))) : (ground.width() - ems * size) / 2, 8 + std::max(0.0, ground.height() - 16 - (column ? ems * size : box.height())) * 0.1 * double(draw(8))), box);
    const double lightness = mean_lightness(ground, frame.toAlignedRect());
    const bool light = lightness < 140;
    // A shade or a veil, as who sets words on a picture of middle tones would take.
    QPainter(&ground).fillRect(ground.rect(), light ? QColor(0, 0, 0, int(std::clamp((lightness - 40) * 1.4, 0.0, 140.0))) : QColor(255, 255, 255, int(std::clamp((210 - lightness) * 1.4, 0.0, 120.0))));
    Words words{title, frame, size, title_faces[face].family, light ? document::Colour{0.98, 0.96, 0.9, 1, {}} : document::Colour{0.1, 0.08, 0.16, 1, {}}, column, 0, title_faces[face].style, spacing};
    return {over(ground, poster_of(ground.size(), {words})), QStringLiteral("%1, %2 em").arg(column ? "column" : "row").arg(spacing), title_faces[face].family, light};
}

}  // namespace haibao::proof::testing
