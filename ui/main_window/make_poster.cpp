// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/make_poster.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QPointer>
#include <QThreadPool>
#include <algorithm>
#include <span>
#include <spanstream>

#include "app/core/paths.h"
#include "app/document/commands.h"
#include "app/document/json.h"
#include "app/document/references.h"
#include "app/document/scale_type.h"
#include "app/export/png.h"
#include "app/gallery/picture_decode.h"
#include "app/placement/place.h"
#include "app/render/pictures.h"
#include "app/scene/scene.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/text_stand.h"
#include "ui/style/language.h"

namespace haibao::ui {

QByteArray read_whole(const QString& file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

Result<QSize> size_of_picture(const QByteArray& bytes, const QString& name) {
    return gallery::picture_size({reinterpret_cast<const std::uint8_t*>(bytes.data()), std::size_t(bytes.size())}, name.toStdString());
}

namespace {

/// Grounds that were chosen for a poster: the last one is the one that counts, whichever is worked out last.
constexpr const char* chosen_grounds = "haibao-chosen-grounds";

int count_ground(PosterSession& session) {
    const int number = session.property(chosen_grounds).toInt() + 1;
    session.setProperty(chosen_grounds, number);
    return number;
}

}  // namespace

bool has_text(const std::vector<document::Layer>& layers) {
    return std::ranges::any_of(layers, [](const document::Layer& layer) {
        const auto* group = std::get_if<document::GroupLayer>(&layer.content);
        return group ? has_text(group->layers) : std::holds_alternative<document::TextLayer>(layer.content);
    });
}

QJsonObject generation_record(const QByteArray& png) {
    std::ispanstream stream(std::span(png.constData(), std::size_t(png.size())));
    auto info = read_png_info(stream, "picture");
    if (!info) return {};
    for (const PngText& text : info->texts)
        if (text.keyword == "haibao") return QJsonDocument::fromJson(QByteArray::fromStdString(text.text)).object();
    return {};
}

namespace {

/// A shade that reached an edge of the page reaches it again, with the bleed: a gap of a millimetre is seen in print.
QRectF to_same_edges(QRectF frame, const QRectF& bounds, const QRectF& before, const QRectF& after, double bleed) {
    constexpr double touching = 0.01;  // points
    if (bounds.left() <= before.left() + touching) frame.setLeft(after.left() - bleed);
    if (bounds.top() <= before.top() + touching) frame.setTop(after.top() - bleed);
    if (bounds.right() >= before.right() - touching) frame.setRight(after.right() + bleed);
    if (bounds.bottom() >= before.bottom() - touching) frame.setBottom(after.bottom() + bleed);
    return frame;
}

}  // namespace

void change_page(document::Poster& poster, const document::Page& page) {
    const QRectF before(QPointF(), poster.page.points());
    document::Page next = page;
    next.background = poster.page.background;
    next.guides = poster.page.guides;
    if (next == poster.page) return;
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
            if (layer.placement.rotation == 0 && std::holds_alternative<document::ShapeLayer>(layer.content)) frame = to_same_edges(frame, bounds, before, after, next.bleed);
            placement.frame = frame;
            if (auto* text = std::get_if<document::TextLayer>(&layer.content)) document::scale_type(text->text, scale);
        }
        place(layer, placement);
    }
}

void set_scene(PosterSession& session, const QJsonObject& description) {
    count_ground(session);
    session.change(lasting("haibao::ui::LayerActions", QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Use template as background")), [&](document::Poster& poster) {
        document::SceneLayer scene;
        scene.description = description;
        put_ground(poster, scene);
    }, session.new_ground_step());
}

Result<document::Poster> poster_of_picture(const std::filesystem::path& file) {
    QFile opened(paths::to_qt(file));
    if (!opened.open(QIODevice::ReadOnly)) return fail(ErrorKind::io, "{} could not be read.", file.string());
    const QByteArray bytes = opened.readAll();
    const QString type = document::picture_media_type(bytes);
    auto size = size_of_picture(bytes, QFileInfo(opened.fileName()).fileName());
    if (!size) return pass_on(size);
    if (type.isEmpty()) return fail(ErrorKind::corrupt_file, "{} is not a picture that Haibao can show.", file.string());
    document::Poster poster;
    poster.page.width = size->width();
    poster.page.height = size->height();
    document::PictureLayer picture;
    picture.picture = poster.add_picture(bytes, type, QFileInfo(opened.fileName()).fileName());
    put_ground(poster, picture);
    poster.info.generation = generation_record(bytes);
    return poster;
}

namespace {

/// The placed poster's ground takes the place of the one that is there, its words come on top; everything else stays.
void adopt(document::Poster& poster, document::Poster placed) {
    change_page(placed, poster.page);
    for (auto picture = placed.pictures.begin(); picture != placed.pictures.end(); ++picture) poster.pictures.insert(picture.key(), picture.value());
    if (placed.layers.empty()) return;
    put_ground(poster, std::move(placed.layers.front().content));
    for (std::size_t i = 1; i < placed.layers.size(); ++i) document::add_layer(poster, std::move(placed.layers[i]));
    if (!placed.pictures.isEmpty()) poster.info.generation = generation_record(placed.pictures.first().bytes);
}

/// What words are set on: what it looks like (found out in the background), the ground without them, and what makes it the poster's
/// ground where it is no picture.
struct WordsGround {
    struct Look {
        QImage image;
        document::EmbeddedPicture file;
    };
    std::function<Result<Look>()> look;
    std::function<void(PosterSession&)> alone;
    std::function<void(document::Poster&)> instead;
};

void set_words(PosterSession* session, const QString& prompt, const std::vector<QuotedText>& quoted, WordsGround ground) {
    std::vector<placement::PromptText> texts = placement::texts_of(prompt.toStdString());
    std::erase_if(texts, [&quoted](const placement::PromptText& text) {
        return std::ranges::any_of(quoted, [&text](const QuotedText& q) { return q.text == text.text && q.lettering == Lettering::painted; });
    });
    const int number = count_ground(*session);
    if (texts.empty() || has_text(session->poster().layers)) return ground.alone(*session);
    const auto title = std::ranges::find(texts, placement::Role::title, &placement::PromptText::role);
    const QString name = (title == texts.end() ? texts.front() : *title).text;
    QThreadPool::globalInstance()->start([session = QPointer<PosterSession>(session), number, prompt, texts, name, ground = std::move(ground)] {
        auto look = ground.look();
        auto placed = look ? placement::place_texts(look->image, look->file, texts, typeset::FontSet::system(), {.prompt = prompt}) : pass_on(look);
        QMetaObject::invokeMethod(qApp, [session, number, name, ground, placed = std::move(placed)]() mutable {
            if (!session || session->property(chosen_grounds).toInt() != number) return;
            if (!placed || placed->empty() || has_text(session->poster().layers)) {
                ground.alone(*session);
                if (!placed) emit session->failed(placed.error());
                return;
            }
            session->change(lasting("haibao::ui::LayerActions", QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Make poster")),
                            [&](document::Poster& poster) {
                                adopt(poster, std::move(placed->front().poster));
                                if (ground.instead) ground.instead(poster);
                                if (poster.info.title.isEmpty()) poster.info.title = name;
                            });
        });
    });
}

}  // namespace

void place_words(PosterSession* session, const document::EmbeddedPicture& picture, const QString& prompt, const std::vector<QuotedText>& quoted) {
    const auto look = [picture]() -> Result<WordsGround::Look> {
        auto decoded = render::decode_picture(picture);
        return decoded ? Result<WordsGround::Look>({*decoded->image, picture}) : pass_on(decoded);
    };
    const auto alone = [picture](PosterSession& on) { set_ground(on, picture.bytes, picture.media_type, picture.name, generation_record(picture.bytes)); };
    set_words(session, prompt, quoted, {look, alone, {}});
}

void place_words(PosterSession* session, const QJsonObject& description, const QString& prompt, const std::vector<QuotedText>& quoted) {
    constexpr double long_side = 1024;  // pixels, enough to find calm ground
    const QSize pixels = session->poster().page.points().scaled(long_side, long_side, Qt::KeepAspectRatio).toSize();
    const auto look = [description, pixels]() -> Result<WordsGround::Look> {
        auto scene = scene::description_from_json(description);
        if (!scene) return pass_on(scene);
        WordsGround::Look seen{scene::to_image(scene::compose(*scene, QSizeF(pixels)), pixels), {{}, QStringLiteral("image/png"), {}}};
        QBuffer buffer(&seen.file.bytes);
        if (!buffer.open(QIODevice::WriteOnly) || !seen.image.save(&buffer, "PNG")) return fail(ErrorKind::out_of_memory, "Memory ran out; close other programs.");
        return seen;
    };
    const auto instead = [description](document::Poster& poster) {
        put_ground(poster, document::SceneLayer{.description = description});
        poster.info.generation = {};
        const QSet<QString> used = document::used_pictures(poster);  // a plate may show some of it, blurred
        poster.pictures.removeIf([&used](const auto& picture) { return !used.contains(picture.key()); });
    };
    set_words(session, prompt, quoted, {look, [description](PosterSession& on) { set_scene(on, description); }, instead});
}

}  // namespace haibao::ui
