// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/json.h"

#include <QJsonDocument>
#include <algorithm>

#include "app/document/bleed.h"
#include "app/document/json_fields.h"
#include "inference/base/json.h"

namespace haibao::document {
namespace {

constexpr Word<PageUnit> unit_words[] = {{"px", PageUnit::pixels}, {"mm", PageUnit::millimetres}};
constexpr Word<PictureFit> fit_words[] = {
    {"cover", PictureFit::cover}, {"contain", PictureFit::contain}, {"stretch", PictureFit::stretch}};
constexpr Word<ShapeKind> shape_words[] = {
    {"rectangle", ShapeKind::rectangle}, {"ellipse", ShapeKind::ellipse}, {"line", ShapeKind::line}, {"path", ShapeKind::path}};

constexpr const char* content_keys[] = {"picture", "text", "shape", "scene", "layers"};

/// What a layer without a frame fills: texts the safe part of the page, everything else all of it with the bleed.
QRectF usual_frame(const Page& page, const Layer& layer) {
    const QRectF trim(QPointF(0, 0), page.points());
    const double margin = std::holds_alternative<TextLayer>(layer.content) ? -page.safe_margin() : page.bleed;
    return std::holds_alternative<GroupLayer>(layer.content) ? trim : trim.adjusted(-margin, -margin, margin, margin);
}

/// A text's box has the size of its layer's frame, which is said once.
QJsonValue write_text(const Layer& layer, const TextLayer& content) {
    QJsonObject object = to_json(content.text);
    QJsonObject box = object["box"].toObject();
    if (content.text.box.width == layer.placement.frame.width()) box.remove("w");
    if (content.text.box.height == layer.placement.frame.height()) box.remove("h");
    if (box.isEmpty()) object.remove("box");
    else object["box"] = box;
    return object;
}

void write_content(Fields& f, const Layer& layer) {
    if (const auto* picture = std::get_if<PictureLayer>(&layer.content)) f.put("picture", Form<PictureLayer>::write(*picture));
    if (const auto* shape = std::get_if<ShapeLayer>(&layer.content)) f.put("shape", write_object(*shape, {}, unknown_of(layer.unknown, "shape")));
    if (const auto* scene = std::get_if<SceneLayer>(&layer.content)) f.put("scene", scene->description);
    if (const auto* group = std::get_if<GroupLayer>(&layer.content)) {
        QJsonArray layers;
        for (const Layer& inner : group->layers) layers.append(Form<Layer>::write(inner));
        f.put("layers", layers);
    }
    if (const auto* text = std::get_if<TextLayer>(&layer.content)) {
        f.put("text", write_text(layer, *text));
        if (!text->role.isEmpty()) f.put("role", text->role);
        if (text->contrast != 0) f.put("contrast", text->contrast);
    }
    for (const char* key : content_keys) f.always(key);
}

void read_content(Fields& f, Layer& layer, const Place& place) {
    const char* found = nullptr;
    for (const char* key : content_keys)
        if (f.has(key)) {
            if (found) return f.wrong(key, QStringLiteral("stands beside \"%1\"; a layer is one thing").arg(QLatin1StringView(found)));
            found = key;
        }
    if (f.has("picture")) {
        f.value("picture", layer.content.emplace<PictureLayer>());
    } else if (f.has("shape")) {
        f.value("shape", layer.content.emplace<ShapeLayer>());
    } else if (f.has("scene")) {
        f.json("scene", layer.content.emplace<SceneLayer>().description);
    } else if (f.has("layers")) {
        f.list("layers", layer.content.emplace<GroupLayer>().layers, most_layers);
    } else if (f.has("text")) {
        auto& text = layer.content.emplace<TextLayer>();
        f.value("text", text.text);
        f.string("role", text.role, 64);
        f.number("contrast", text.contrast, 0, 21);
    } else {
        Place copy = place;
        copy.wrong(QStringLiteral("needs one of picture, text, shape, scene, layers"));
    }
}

/// Numbers up to 2^53, as JSON can hold them.
void describe_id(Fields& f, LayerId& id) {
    double number = static_cast<double>(id);
    if (f.reading()) {
        f.number("id", number, 0, 9007199254740992.0);
        id = LayerId{static_cast<std::uint64_t>(number)};
    } else if (id != LayerId::none) {
        f.put("id", number);
        f.always("id");
    }
}

}  // namespace

void describe(Fields& f, Guides& guides) {
    f.lengths("x", guides.x, -far, far);
    f.lengths("y", guides.y, -far, far);
}

void describe(Fields& f, Page& page) {
    f.number("width", page.width, 1, 100'000);
    f.number("height", page.height, 1, 100'000);
    f.word("unit", page.unit, unit_words);
    f.number("dpi", page.dpi, 1, 10'000);
    if (f.reading()) f.context().page.dpi = page.dpi;
    f.length("bleed", page.bleed, 0, most_bleed);
    f.length("safe", page.safe, 0, 100'000);
    f.value("background", page.background);
    f.value("guides", page.guides);
    for (const char* key : {"width", "height", "unit", "dpi"}) f.always(key);
}

void describe(Fields& f, PosterInfo& info) {
    f.string("title", info.title, 10'000);
    f.string("author", info.author, 10'000);
    f.string("rights", info.rights, 10'000);
    f.string("description", info.description, most_characters);
    f.json("generation", info.generation);
}

void describe(Fields& f, PictureLayer& layer) {
    f.string("picture", layer.picture);
    f.word("fit", layer.fit, fit_words);
    f.value("crop", layer.crop);
    f.length("blur", layer.blur, 0, 10'000);
    f.number("brightness", layer.brightness, -1, 1);
    f.number("contrast", layer.contrast, -1, 1);
    f.number("saturation", layer.saturation, -1, 1);
    if (f.reading() && f.good() && (layer.crop.isEmpty() || !QRectF(0, 0, 1, 1).contains(layer.crop)))
        f.wrong("crop", QStringLiteral("must be [x, y, width, height] within 0 to 1 and with an area"));
}

QJsonValue Form<PictureLayer>::write(const PictureLayer& layer) {
    const QJsonObject object = write_object(layer);
    if (object.size() == 1 && object.contains("picture")) return layer.picture;
    return object;
}

void Form<PictureLayer>::read(Place& place, PictureLayer& layer) {
    if (place.value.isString()) {
        layer.picture = place.value.toString().left(4096);
        return;
    }
    Fields f(place);
    if (!f.good()) return;
    describe(f, layer);
    place.unknown = f.unknown();
}

void describe(Fields& f, ShapeLayer& shape) {
    f.word("kind", shape.kind, shape_words);
    f.length("radius", shape.radius, 0, far);
    f.string("path", shape.path, 1'000'000);
    f.list("fills", shape.fills, 32);
    f.list("strokes", shape.strokes, 32);
    f.list("shadows", shape.shadows, 32);
}

void describe(Fields& f, Layer& layer) {
    describe_id(f, layer.id);
    f.string("name", layer.name, 1000);
    f.flag("visible", layer.visible);
    f.flag("locked", layer.locked);
    f.number("opacity", layer.opacity, 0, 1);
    f.word("blend", layer.blend, blend_words);
    f.value("frame", layer.placement.frame);
    f.always("frame");
    f.number("rotation", layer.placement.rotation, -1e6, 1e6);
    f.flag("flip_x", layer.placement.flip_x);
    f.flag("flip_y", layer.placement.flip_y);
}

QJsonValue Form<Text>::write(const Text& text) {
    QJsonObject object = write_object(text, {}, text.unknown);
    put_unknown(object, text.unknown);
    return object;
}

void Form<Text>::read(Place& place, Text& text) {
    Fields f(place);
    if (!f.good()) return;
    describe(f, text);
    text.unknown = f.unknown();
}

QJsonValue Form<Layer>::write(const Layer& layer) {
    QJsonObject object = write_object(layer);
    Fields content;
    write_content(content, layer);
    for (auto field = content.written().begin(); field != content.written().end(); ++field) object[field.key()] = field.value();
    put_unknown(object, layer.unknown);
    return object;
}

void Form<Layer>::read(Place& place, Layer& layer) {
    Reading& reading = place.reading;
    if (++reading.layers > most_layers) return place.wrong(QStringLiteral("is one layer too many; a poster takes %1").arg(most_layers));
    if (reading.depth >= most_group_depth) return place.wrong(QStringLiteral("lies in %1 groups; no more are possible").arg(reading.depth));
    Fields f(place);
    if (!f.good()) return;
    ++reading.depth;
    describe(f, layer);
    if (f.good()) read_content(f, layer, place);
    --reading.depth;
    if (!f.good()) return;
    if (!f.has("frame")) layer.placement.frame = usual_frame(reading.page, layer);
    if (auto* text = std::get_if<TextLayer>(&layer.content)) {
        if (text->text.box.width == 0) text->text.box.width = layer.placement.frame.width();
        if (text->text.box.height == 0) text->text.box.height = layer.placement.frame.height();
    }
    layer.unknown = f.unknown();
}

QJsonObject to_json(const TextStyle& style) { return write_object(style); }
QJsonObject to_json(const Text& text) { return Form<Text>::write(text).toObject(); }
QJsonObject to_json(const Page& page) { return write_object(page); }
QJsonObject to_json(const Layer& layer) { return Form<Layer>::write(layer).toObject(); }

Result<TextStyle> style_from_json(const QJsonObject& json, const QString& path) {
    Reading reading;
    return read_whole<TextStyle>(json, path, reading);
}

Result<Text> text_from_json(const QJsonObject& json, const QString& path, double dpi) {
    Reading reading;
    reading.page.dpi = dpi;
    return read_whole<Text>(json, path, reading);
}

Result<Page> page_from_json(const QJsonObject& json, const QString& path) {
    Reading reading;
    return read_whole<Page>(json, path, reading);
}

Result<Layer> layer_from_json(const QJsonObject& json, const QString& path, const Page& page, Origin origin) {
    Reading reading{.origin = origin};
    reading.page = page;
    return read_whole<Layer>(json, path, reading);
}

Result<QJsonObject> parse_json_object(QByteArrayView text, std::string_view name) {
    if (text.startsWith("\xEF\xBB\xBF")) text = text.sliced(3);
    // Checked first without building anything: QJsonDocument takes keys twice and cannot say no to a hostile text.
    auto checked = parse_json({text.data(), static_cast<std::size_t>(text.size())}, name, {.bytes = 1u << 30, .values = 4'000'000, .depth = 200});
    if (!checked)
        return std::unexpected(Error{ErrorKind::corrupt_file, std::format("{} is no JSON that Haibao can read; correct it and try again.", name),
                                     checked.error().message});
    const QJsonDocument document = QJsonDocument::fromJson(text.toByteArray());
    if (!document.isObject()) return fail(ErrorKind::corrupt_file, "{} holds no JSON object ({{…}}).", name);
    return document.object();
}

QByteArray json_text(const QJsonObject& json) { return QJsonDocument(json).toJson(QJsonDocument::Indented); }

}  // namespace haibao::document
