// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>
#include <cstddef>
#include <optional>
#include <vector>

#include "app/document/json.h"
#include "app/document/poster.h"
#include "inference/base/result.h"

// How the JSON form is described: one function per value lists its fields and serves reading and writing alike,
//     void describe(Fields& f, Shadow& s) { f.length("dx", s.dx, -far, far); … }
// so that the two cannot differ. For app/document, and for what else is kept as JSON of this kind (presets).
namespace haibao::document {

inline constexpr double far = 1e6;  ///< points; no poster is larger

/// What a reading has in common.
struct Reading {
    Page page;                   ///< for lengths in pixels and for layers without a frame
    int layers = 0, depth = 0;
    std::optional<Error> error;  ///< the first one; nothing is read after it
    Origin origin = Origin::outside;
    QStringList* unknown = nullptr;  ///< gets the places of fields that nobody asked for
};

/// A value in the text, with the way to it.
struct Place {
    QJsonValue value;
    QString path;
    Reading& reading;
    QJsonObject unknown{};  ///< left by who read it

    /// "layers[2].text.size must be …"
    void wrong(const QString& what);
    Place item(qsizetype index) const;
};

template <class E>
struct Word {
    const char* word;  ///< the first one of several for a value is written
    E value;
};

/// Points, from a number or "12mm", "3px", "0.5in", "10pt", "1cm". Sets the error when it is none or out of bounds.
bool read_length(Place& place, double& points, double least, double most);
bool read_number(Place& place, double& number, double least, double most);
bool read_string(Place& place, QString& text, int most);
QString describe_value(const QJsonValue& value);

template <class T>
struct Form;

/// The fields of one object. Keys may be given with older or other spellings: "w|width" is written as w.
class Fields {
public:
    Fields() = default;  ///< writes
    explicit Fields(Place& place);  ///< reads; sets the error unless it is an object
    bool reading() const { return reading_ != nullptr; }
    bool good() const { return !reading_ || !reading_->error; }
    Reading& context() { return *reading_; }

    bool has(const char* keys);
    void number(const char* keys, double& value, double least, double most);
    void length(const char* keys, double& points, double least, double most);
    void lengths(const char* keys, std::vector<double>& points, double least, double most, int most_entries = 256);
    void integer(const char* keys, int& value, int least, int most);
    void flag(const char* keys, bool& value);
    void string(const char* keys, QString& value, int most = 4096);
    void strings(const char* keys, QStringList& values, int most = 64);
    /// Kept as it is.
    void json(const char* keys, QJsonObject& value);
    template <class E, std::size_t n>
    void word(const char* keys, E& value, const Word<E> (&words)[n]);
    template <class T>
    void value(const char* keys, T& value);
    template <class T>
    void list(const char* keys, std::vector<T>& list, int most = 256);

    /// A field by hand: reading, its value and place; nothing when it is missing.
    std::optional<Place> take(const char* keys);
    void put(const char* keys, const QJsonValue& value);
    /// Written even when it has its default.
    void always(const char* keys);
    /// Nested fields nobody knew.
    void keep_unknown(const char* keys, const QJsonObject& unknown);
    void wrong(const char* keys, const QString& what);

    /// Reading: all fields that nobody asked for, with nested ones in their places; of arrays as {"#3": …}. Keys that begin
    /// with # themselves are doubled: "##…".
    QJsonObject unknown() const;
    const QJsonObject& written() const { return object_; }
    const QSet<QString>& kept() const { return kept_; }

private:
    QString key_in(const char* keys);

    QJsonObject object_;
    QJsonObject unknown_;
    QString path_;
    QSet<QString> asked_, kept_;
    Reading* reading_ = nullptr;
};

/// A key as it stands in unknown().
QString unknown_key(const QString& key);
/// What unknown() holds about one field, and about one item of a list.
inline QJsonObject unknown_of(const QJsonObject& unknown, const char* key) { return unknown[QLatin1StringView(key)].toObject(); }
inline QJsonObject unknown_of(const QJsonObject& unknown, std::size_t item) { return unknown[QStringLiteral("#%1").arg(item)].toObject(); }
/// What unknown() gave goes back to its place, where that is still there.
void put_unknown(QJsonObject& into, const QJsonObject& unknown);

/// All fields but those that are as in `base`; also these where `unknown` says more about them.
template <class T>
QJsonObject write_object(const T& value, const T& base = T{}, const QJsonObject& unknown = {}) {
    T copy = value, base_copy = base;
    Fields fields, base_fields;
    describe(fields, copy);
    describe(base_fields, base_copy);
    QJsonObject object = fields.written();
    for (auto field = base_fields.written().begin(); field != base_fields.written().end(); ++field)
        if (!fields.kept().contains(field.key()) && !unknown.contains(field.key()) && object.value(field.key()) == field.value()) object.remove(field.key());
    return object;
}

/// How a value stands in JSON; here: an object of its fields. Others are specialised (colours, paints…).
template <class T>
struct Form {
    static QJsonValue write(const T& value) { return write_object(value); }
    static void read(Place& place, T& value) {
        Fields fields(place);
        if (!fields.good()) return;
        describe(fields, value);
        place.unknown = fields.unknown();
    }
};

template <class E, std::size_t n>
void Fields::word(const char* keys, E& value, const Word<E> (&words)[n]) {
    if (!reading()) {
        for (const auto& [word, meaning] : words)
            if (meaning == value) return put(keys, QString::fromLatin1(word));
        return;
    }
    auto place = take(keys);
    if (!place) return;
    QStringList known;
    for (const auto& [word, meaning] : words) {
        if (place->value.toString() == QLatin1StringView(word)) {
            value = meaning;
            return;
        }
        known << QString::fromLatin1(word);
    }
    place->wrong(QStringLiteral("must be one of %1, not %2").arg(known.join(QStringLiteral(", ")), describe_value(place->value)));
}

template <class T>
void Fields::value(const char* keys, T& value) {
    if (!reading()) return put(keys, Form<T>::write(value));
    auto place = take(keys);
    if (!place) return;
    T fresh{};
    Form<T>::read(*place, fresh);
    keep_unknown(keys, place->unknown);
    if (good()) value = std::move(fresh);
}

template <class T>
void Fields::list(const char* keys, std::vector<T>& list, int most) {
    if (!reading()) {
        QJsonArray array;
        for (const T& item : list) array.append(Form<T>::write(item));
        return put(keys, array);
    }
    auto place = take(keys);
    if (!place) return;
    if (!place->value.isArray()) return place->wrong(QStringLiteral("must be a list, not %1").arg(describe_value(place->value)));
    const qsizetype count = place->value.toArray().size();
    if (count > most) return place->wrong(QStringLiteral("holds %1 entries; %2 are possible").arg(count).arg(most));
    list.clear();
    QJsonObject unknown;
    for (qsizetype i = 0; i < count && good(); ++i) {
        Place item = place->item(i);
        T fresh{};
        Form<T>::read(item, fresh);
        list.push_back(std::move(fresh));
        if (!item.unknown.isEmpty()) unknown[QStringLiteral("#%1").arg(i)] = item.unknown;
    }
    keep_unknown(keys, unknown);
}

/// Reads one value that must be an object, as a Result.
template <class T>
Result<T> read_whole(const QJsonObject& json, const QString& path, Reading& reading, T start = {}) {
    Place place{json, path, reading};
    Form<T>::read(place, start);
    if (reading.error) return std::unexpected(*reading.error);
    return start;
}

template <>
struct Form<Colour> {
    static QJsonValue write(const Colour& colour);
    static void read(Place& place, Colour& colour);
};
template <>
struct Form<Paint> {
    static QJsonValue write(const Paint& paint);
    static void read(Place& place, Paint& paint);
};
template <>
struct Form<Fill> {
    static QJsonValue write(const Fill& fill);
    static void read(Place& place, Fill& fill);
};
template <>
struct Form<QPointF> {
    static QJsonValue write(QPointF point);
    static void read(Place& place, QPointF& point);
};
template <>
struct Form<QRectF> {
    static QJsonValue write(const QRectF& rectangle);
    static void read(Place& place, QRectF& rectangle);
};
template <>
struct Form<FontChoice> {
    static QJsonValue write(const FontChoice& font);
    static void read(Place& place, FontChoice& font);
};
template <>
struct Form<Emphasis> {
    static QJsonValue write(const Emphasis& emphasis);
    static void read(Place& place, Emphasis& emphasis);
};

/// These keep what nobody knew themselves.
template <>
struct Form<Text> {
    static QJsonValue write(const Text& text);
    static void read(Place& place, Text& text);
};
template <>
struct Form<Layer> {
    static QJsonValue write(const Layer& layer);
    static void read(Place& place, Layer& layer);
};
template <>
struct Form<PictureLayer> {
    static QJsonValue write(const PictureLayer& layer);
    static void read(Place& place, PictureLayer& layer);
};

inline constexpr Word<Blend> blend_words[] = {
    {"normal", Blend::normal},           {"multiply", Blend::multiply},       {"screen", Blend::screen},
    {"overlay", Blend::overlay},         {"darken", Blend::darken},           {"lighten", Blend::lighten},
    {"colour-dodge", Blend::colour_dodge}, {"color-dodge", Blend::colour_dodge}, {"colour-burn", Blend::colour_burn},
    {"color-burn", Blend::colour_burn},  {"hard-light", Blend::hard_light},   {"soft-light", Blend::soft_light},
    {"difference", Blend::difference},   {"exclusion", Blend::exclusion}};

void describe(Fields& f, Stroke& stroke);
void describe(Fields& f, Shadow& shadow);
void describe(Fields& f, TextStyle& style);
void describe(Fields& f, NamedStyle& style);
void describe(Fields& f, Text& text);
void describe(Fields& f, Guides& guides);
void describe(Fields& f, Page& page);
void describe(Fields& f, PosterInfo& info);

}  // namespace haibao::document
