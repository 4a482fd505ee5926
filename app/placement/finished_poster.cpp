// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placement/finished_poster.h"

#include <QBuffer>
#include <QJsonDocument>
#include <algorithm>

#include "app/document/json.h"
#include "app/export/picture_metadata.h"
#include "app/render/build.h"
#include "app/render/pixels.h"

namespace haibao::placement {
namespace {

constexpr double thumbnail_side = 320;  // pixels

nlohmann::json plain(const QJsonObject& json) { return nlohmann::json::parse(QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString()); }

}  // namespace

QJsonObject json_of(const generate::Record& record) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(generate::to_json(record).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))).object();
}

Result<PlacedPoster> poster_of(const Image& picture, const generate::Record& record, const std::shared_ptr<const typeset::FontSet>& fonts) {
    auto bytes = encode_png(picture, picture_texts(record));
    if (!bytes) return pass_on(bytes);
    const QImage pixels = QImage(picture.rgb.data(), picture.width, picture.height, 3 * picture.width, QImage::Format_RGB888).convertToFormat(QImage::Format_RGB32);
    const document::EmbeddedPicture file{QByteArray(reinterpret_cast<const char*>(bytes->data()), static_cast<qsizetype>(bytes->size())), QStringLiteral("image/png"),
                                         QStringLiteral("%1.png").arg(record.seed)};
    auto placed = place_texts(pixels, file, texts_of(record.prompt), fonts, {QString::fromStdString(record.prompt), {}, 72});
    if (!placed) return pass_on(placed);
    PlacedPoster poster = std::move(placed->front());
    poster.poster.info.generation = json_of(record);
    return poster;
}

QByteArray thumbnail_of(const document::Poster& poster, const typeset::FontSet& fonts) {
    const QSizeF page = poster.page.points();
    render::PixelSettings settings;
    settings.size = (page * (thumbnail_side / std::max(page.width(), page.height()))).toSize().expandedTo({1, 1});
    const auto image = render::render_image(render::build(poster, fonts), settings);
    QByteArray png;
    QBuffer buffer(&png);
    if (!image || !buffer.open(QIODevice::WriteOnly) || !image->save(&buffer, "PNG")) return {};
    return png;
}

Result<std::vector<std::uint8_t>> flattened_png(const document::Poster& poster, const generate::Record& record, const typeset::FontSet& fonts) {
    auto image = render::render_image(render::build(poster, fonts));
    if (!image) return pass_on(image);
    const QImage rgb = image->convertToFormat(QImage::Format_RGB888);
    Image pixels{rgb.width(), rgb.height(), {}};
    pixels.rgb.reserve(std::size_t(3) * std::size_t(rgb.width()) * std::size_t(rgb.height()));
    for (int y = 0; y < rgb.height(); ++y) pixels.rgb.insert(pixels.rgb.end(), rgb.constScanLine(y), rgb.constScanLine(y) + 3 * std::ptrdiff_t{rgb.width()});
    document::Poster named = poster;
    named.info.generation = {};  // it stands beside it
    return encode_png(pixels, poster_texts(record, plain(to_json(named, document::PictureBytes::left_out))));
}

}  // namespace haibao::placement
