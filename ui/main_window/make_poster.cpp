// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/make_poster.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QJsonDocument>
#include <QPointer>
#include <QThreadPool>
#include <algorithm>
#include <sstream>

#include "app/core/paths.h"
#include "app/document/commands.h"
#include "app/document/json.h"
#include "app/export/png.h"
#include "app/placement/place.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_geometry.h"

namespace haibao::ui {

QJsonObject generation_record(const QByteArray& png) {
    std::istringstream stream(png.toStdString());
    auto info = read_png_info(stream, "picture");
    if (!info) return {};
    for (const PngText& text : info->texts)
        if (text.keyword == "haibao") return QJsonDocument::fromJson(QByteArray::fromStdString(text.text)).object();
    return {};
}

void change_page(document::Poster& poster, const document::Page& page) {
    const QRectF before(QPointF(), poster.page.points());
    document::Page next = page;
    next.background = poster.page.background;
    next.guides = poster.page.guides;
    const QSizeF old_size = poster.page.points(), new_size = next.points();
    for (double& x : next.guides.x) x *= new_size.width() / old_size.width();
    for (double& y : next.guides.y) y *= new_size.height() / old_size.height();
    poster.page = next;
    const QRectF after(QPointF(), next.points());
    const double scale = std::min(after.width() / before.width(), after.height() / before.height());
    for (document::Layer& layer : poster.layers) {
        const QRectF bounds = bounds_of(layer);
        document::Placement placement = layer.placement;
        if (bounds.width() * bounds.height() >= 0.9 * before.width() * before.height()) {  // the ground
            placement.frame = after.adjusted(-next.bleed, -next.bleed, next.bleed, next.bleed);
        } else {
            const QPointF centre(bounds.center().x() / before.width() * after.width(), bounds.center().y() / before.height() * after.height());
            QRectF frame = layer.placement.frame;
            frame.setSize(frame.size() * scale);
            frame.moveCenter(centre);
            placement.frame = frame;
            if (auto* text = std::get_if<document::TextLayer>(&layer.content)) {
                text->text.style.size *= scale;
                for (document::Span& span : text->text.spans) span.style.size *= scale;
            }
        }
        place(layer, placement);
    }
}

void set_scene(PosterSession& session, const QJsonObject& description) {
    session.change(QCoreApplication::translate("haibao::ui::LayerActions", "Use template as background"), [&](document::Poster& poster) {
        document::SceneLayer scene;
        scene.description = description;
        put_ground(poster, scene);
    });
}

Result<document::Poster> poster_of_picture(const std::filesystem::path& file) {
    QFile opened(paths::to_qt(file));
    if (!opened.open(QIODevice::ReadOnly)) return fail(ErrorKind::io, "{} could not be read.", file.string());
    const QByteArray bytes = opened.readAll();
    const QString type = document::picture_media_type(bytes);
    const QSize size = QImageReader(opened.fileName()).size();
    if (type.isEmpty() || !size.isValid()) return fail(ErrorKind::corrupt_file, "{} is not a picture that Haibao can show.", file.string());
    document::Poster poster;
    poster.page.width = size.width();
    poster.page.height = size.height();
    document::PictureLayer picture;
    picture.picture = poster.add_picture(bytes, type, QFileInfo(opened.fileName()).fileName());
    put_ground(poster, picture);
    poster.info.generation = generation_record(bytes);
    return poster;
}

namespace {

/// The placed poster takes the place of the one that is there; what that page was stays.
void adopt(document::Poster& poster, document::Poster placed) {
    change_page(placed, poster.page);
    placed.page = poster.page;
    placed.info.generation = generation_record(placed.pictures.isEmpty() ? QByteArray() : placed.pictures.first().bytes);
    placed.info.title = poster.info.title;
    placed.styles = poster.styles;
    poster = std::move(placed);
}

}  // namespace

void place_words(PosterSession* session, const document::EmbeddedPicture& picture, const QString& prompt, const std::vector<QuotedText>& quoted) {
    std::vector<placement::PromptText> texts = placement::texts_of(prompt.toStdString());
    std::erase_if(texts, [&quoted](const placement::PromptText& text) {
        return std::ranges::any_of(quoted, [&text](const QuotedText& q) { return q.text == text.text && q.lettering == Lettering::painted; });
    });
    if (texts.empty()) return set_ground(*session, picture.bytes, picture.media_type, picture.name, generation_record(picture.bytes));
    QThreadPool::globalInstance()->start([session = QPointer<PosterSession>(session), picture, prompt, texts] {
        auto placed = placement::place_texts(QImage::fromData(picture.bytes), picture, texts, typeset::FontSet::system(), {.prompt = prompt});
        QMetaObject::invokeMethod(qApp, [session, picture, placed = std::move(placed)]() mutable {
            if (!session) return;
            if (!placed || placed->empty()) {
                set_ground(*session, picture.bytes, picture.media_type, picture.name, generation_record(picture.bytes));
                if (!placed) emit session->failed(placed.error());
                return;
            }
            session->change(QCoreApplication::translate("haibao::ui::LayerActions", "Make poster"),
                            [&](document::Poster& poster) { adopt(poster, std::move(placed->front().poster)); });
        });
    });
}

}  // namespace haibao::ui
