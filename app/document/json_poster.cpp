// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "app/document/json.h"
#include "app/document/json_fields.h"
#include "app/document/references.h"
#include "app/document/unknown_fields.h"

namespace haibao::document {
namespace {

constexpr qsizetype most_pictures = 10'000;

/// Which key a picture goes by in the text → its SHA-256.
using Keys = QMap<QString, QString>;

QString add_checked(Place& place, Poster& poster, const QByteArray& bytes, const QString& name) {
    const QString media_type = picture_media_type(bytes);
    if (media_type.isEmpty()) {
        place.wrong(QStringLiteral("is no picture: PNG, JPEG, WebP, AVIF, TIFF, GIF, BMP and SVG are possible"));
        return {};
    }
    return poster.add_picture(bytes, media_type, name);
}

QString load(Place& place, Poster& poster, const QString& file, const PictureLoader& loader) {
    if (!loader) {
        place.wrong(QStringLiteral("names a file, which is only possible in a poster that is imported"));
        return {};
    }
    auto bytes = loader(file);
    if (!bytes) {
        if (!place.reading.error) place.reading.error = bytes.error();
        return {};
    }
    return add_checked(place, poster, *bytes, file.section('/', -1));
}

/// A picture without bytes stays a name: whoever reads the text has the bytes elsewhere (the .haibao file), or nowhere.
void read_picture(Place& place, const QString& key, Poster& poster, Keys& keys, const PictureLoader& loader) {
    Fields f(place);
    EmbeddedPicture picture;
    QString base64, file;
    f.string("media_type", picture.media_type, 256);
    f.string("name", picture.name, 1000);
    f.string("base64", base64, 1 << 30);
    f.string("file", file);
    place.unknown = f.unknown();
    if (!f.good()) return;
    if (!file.isEmpty()) {
        keys[key] = load(place, poster, file, loader);
        if (f.good() && !picture.name.isEmpty()) poster.pictures[keys[key]].name = picture.name;
        return;
    }
    if (base64.isEmpty()) return;
    const auto decoded = QByteArray::fromBase64Encoding(base64.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) return f.wrong("base64", QStringLiteral("is no Base64"));
    keys[key] = add_checked(place, poster, decoded.decoded, picture.name);
}

Keys read_pictures(Fields& f, Poster& poster, const PictureLoader& loader) {
    Keys keys;
    auto place = f.take("pictures");
    if (!place) return keys;
    const QJsonObject pictures = place->value.toObject();
    if (!place->value.isObject() || pictures.size() > most_pictures) {
        place->wrong(QStringLiteral("must be an object with a field for each picture"));
        return keys;
    }
    QJsonObject unknown;
    for (auto picture = pictures.begin(); picture != pictures.end() && f.good(); ++picture) {
        Place one{picture.value(), place->path + '.' + picture.key().left(80), place->reading};
        read_picture(one, picture.key(), poster, keys, loader);
        if (!one.unknown.isEmpty()) unknown[unknown_key(keys.value(picture.key(), picture.key()))] = one.unknown;
    }
    f.keep_unknown("pictures", unknown);
    return keys;
}

/// Layers, textures… then name their pictures by SHA-256. What is no key may be the name of a file.
void resolve(Fields& f, Poster& poster, Keys& keys, const PictureLoader& loader) {
    for_each_picture_key(poster, [&](QString& key) {
        if (!f.good() || key.isEmpty()) return;
        if (!keys.contains(key) && !poster.pictures.contains(key) && loader) {
            Place place{{}, QStringLiteral("picture \"%1\"").arg(key), f.context()};
            keys[key] = load(place, poster, key, loader);
        }
        key = keys.value(key, key);
    });
}

void give_ids(Fields& f, Poster& poster) {
    QSet<quint64> used;
    std::uint64_t greatest = 0;
    for_each_layer(poster.layers, [&](Layer& layer) {
        const auto id = static_cast<std::uint64_t>(layer.id);
        greatest = std::max(greatest, id);
        if (id && used.contains(id)) f.wrong("layers", QStringLiteral("holds two layers with the id %1").arg(id));
        used.insert(id);
    });
    for_each_layer(poster.layers, [&](Layer& layer) {
        if (layer.id == LayerId::none) layer.id = LayerId{++greatest};
    });
}

Result<void> check_format(const QJsonObject& json) {
    const QJsonValue format = json[QLatin1StringView("format")];
    if (format.isUndefined() || format == QLatin1StringView(poster_format)) return {};
    if (format.toString().startsWith(QLatin1String("haibao.poster/")))
        return fail(ErrorKind::unsupported, "This poster has the format {}, of a newer Haibao; this one knows {}.", format.toString().toStdString(),
                    poster_format);
    return fail(ErrorKind::invalid_input, "This is no poster: its format is {}, not {}.", describe_value(format).toStdString(), poster_format);
}

QJsonObject write_pictures(const Poster& poster, PictureBytes bytes) {
    QJsonObject pictures;
    for (auto entry = poster.pictures.cbegin(); entry != poster.pictures.cend(); ++entry) {
        QJsonObject picture{{"media_type", entry->media_type}};
        if (!entry->name.isEmpty()) picture["name"] = entry->name;
        if (bytes == PictureBytes::embedded) picture["base64"] = QString::fromLatin1(entry->bytes.toBase64());
        pictures[entry.key()] = picture;
    }
    return pictures;
}

}  // namespace

QJsonObject to_json(const Poster& poster, PictureBytes pictures) {
    QJsonObject object{{"format", poster_format}, {"page", to_json(poster.page)}};
    QJsonArray layers, styles;
    for (const Layer& layer : poster.layers) layers.append(to_json(layer));
    const QJsonObject unknown_styles = unknown_of(poster.unknown, "styles");
    for (std::size_t i = 0; i < poster.styles.size(); ++i) styles.append(write_object(poster.styles[i], {}, unknown_of(unknown_styles, i)));
    object["layers"] = layers;
    if (!styles.isEmpty()) object["styles"] = styles;
    if (const QJsonObject info = write_object(poster.info); !info.isEmpty()) object["info"] = info;
    if (!poster.pictures.isEmpty()) object["pictures"] = write_pictures(poster, pictures);
    put_unknown(object, poster.unknown);
    return object;
}

namespace {

/// All fields that a poster has; pictures as far as `loader` has them.
Keys read_fields(Fields& f, Reading& reading, Poster& poster, const PictureLoader& loader) {
    (void)f.has("format");
    f.value("page", poster.page);
    reading.page = poster.page;
    f.list("layers", poster.layers, most_layers);
    f.list("styles", poster.styles, 10'000);
    f.value("info", poster.info);
    return read_pictures(f, poster, loader);
}

}  // namespace

Result<Poster> poster_from_json(const QJsonObject& json, const PictureLoader& loader, Origin origin) {
    if (auto known = check_format(json); !known) return pass_on(known);
    Reading reading{.origin = origin};
    Place place{json, {}, reading};
    Fields f(place);
    Poster poster;
    Keys keys = read_fields(f, reading, poster, loader);
    if (f.good()) resolve(f, poster, keys, loader);
    if (f.good()) give_ids(f, poster);
    if (reading.error) return std::unexpected(*reading.error);
    poster.unknown = f.unknown();
    return poster;
}

QStringList unknown_fields(const Poster& poster) {
    QStringList places;
    Reading reading{.origin = Origin::own_file, .unknown = &places};
    Place place{to_json(poster, PictureBytes::left_out), {}, reading};
    Fields f(place);
    Poster read;
    (void)read_fields(f, reading, read, {});
    (void)f.unknown();
    QSet<QString> named;
    places.removeIf([&named](const QString& found) {
        const QString name = found.section('.', -1);
        const bool again = named.contains(name);
        named.insert(name);
        return again;
    });
    return places;
}

QString picture_media_type(QByteArrayView bytes) {
    const auto starts = [&](QByteArrayView magic, qsizetype at = 0) { return bytes.size() >= at + magic.size() && bytes.sliced(at, magic.size()) == magic; };
    if (starts("\x89PNG\r\n\x1a\n")) return QStringLiteral("image/png");
    if (starts("\xFF\xD8\xFF")) return QStringLiteral("image/jpeg");
    if (starts("RIFF") && starts("WEBP", 8)) return QStringLiteral("image/webp");
    if (starts("ftypavif", 4) || starts("ftypavis", 4)) return QStringLiteral("image/avif");
    if (starts(QByteArrayView("II*\0", 4)) || starts(QByteArrayView("MM\0*", 4))) return QStringLiteral("image/tiff");
    if (starts("GIF8")) return QStringLiteral("image/gif");
    if (starts("BM") && bytes.size() > 26) return QStringLiteral("image/bmp");
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 1000));
    if (head.trimmed().startsWith('<') && head.contains("<svg")) return QStringLiteral("image/svg+xml");
    return {};
}

}  // namespace haibao::document
