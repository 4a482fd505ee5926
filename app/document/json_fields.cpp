// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/json_fields.h"

#include <algorithm>
#include <cmath>

#include "app/core/lengths.h"

namespace haibao::document {
namespace {

QString first_key(const char* keys) {
    const QString all = QString::fromLatin1(keys);
    return all.section('|', 0, 0);
}

/// What the field would be called that a value in short stands for: {"family": …} for a font.
QString main_field(const QString& key) {
    if (key == QLatin1String("font")) return QStringLiteral("family");
    if (key == QLatin1String("emphasis")) return QStringLiteral("mark");
    if (key == QLatin1String("picture")) return key;
    return QStringLiteral("rgb");
}

bool is_of_items(const QJsonObject& unknown) {
    const QString first = unknown.isEmpty() ? QString() : unknown.begin().key();
    return first.startsWith('#') && !first.startsWith(QLatin1String("##"));
}

/// A value in short as the object that it stands for.
QJsonObject in_full(const QJsonValue& value, const QString& key) {
    if (key == QLatin1String("fills") && !value.toObject().contains(QLatin1String("paint"))) return {{"paint", value}};
    if (value.isObject()) return value.toObject();
    if (const QJsonArray box = value.toArray(); box.size() == 4) return {{"x", box[0]}, {"y", box[1]}, {"w", box[2]}, {"h", box[3]}};
    return {{main_field(key), value}};
}

QJsonValue with_unknown(const QJsonValue& value, const QJsonObject& unknown, const QString& key) {
    QJsonObject object = in_full(value, key);
    // A fill that is only a paint stays so where nothing is known of the fill itself.
    const bool only_paint = object.size() == 1 && object.contains(QLatin1String("paint")) && unknown.size() == 1 && unknown.contains(QLatin1String("paint"));
    if (key == QLatin1String("fills") && only_paint) return with_unknown(object["paint"], unknown["paint"].toObject(), QStringLiteral("paint"));
    put_unknown(object, unknown);
    return object;
}

/// A value that nobody knew, as it is kept…
QJsonValue as_kept(const QJsonValue& value) {
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& item : value.toArray()) array.append(as_kept(item));
        return array;
    }
    if (!value.isObject()) return value;
    QJsonObject object;
    const QJsonObject fields = value.toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) object[unknown_key(field.key())] = as_kept(field.value());
    return object;
}

/// …and as it was.
QJsonValue restored(const QJsonValue& value) {
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& item : value.toArray()) array.append(restored(item));
        return array;
    }
    if (!value.isObject()) return value;
    QJsonObject object;
    put_unknown(object, value.toObject());
    return object;
}

/// Half of a character means nothing, and no JSON text may hold it; its place is kept, for positions count it.
QString whole_characters(QString text) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate()) continue;
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) ++i;
        else text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

}  // namespace

void Place::wrong(const QString& what) {
    if (!reading.error) reading.error = Error{ErrorKind::invalid_input, (path + ' ' + what + '.').toStdString(), {}};
}

Place Place::item(qsizetype index) const {
    return {value.toArray().at(index), QStringLiteral("%1[%2]").arg(path).arg(index), reading};
}

QString describe_value(const QJsonValue& value) {
    switch (value.type()) {
        case QJsonValue::Null: return QStringLiteral("null");
        case QJsonValue::Bool: return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
        case QJsonValue::Double: return QString::number(value.toDouble(), 'g', 10);
        case QJsonValue::String: return '"' + value.toString().left(40) + '"';
        case QJsonValue::Array: return QStringLiteral("a list");
        case QJsonValue::Object: return QStringLiteral("an object");
        case QJsonValue::Undefined: break;
    }
    return QStringLiteral("nothing");
}

bool read_number(Place& place, double& number, double least, double most) {
    double value = place.value.toDouble(std::nan(""));
    if (place.reading.origin == Origin::own_file && std::isfinite(value)) value = std::clamp(value, least, most);
    if (value >= least && value <= most) {
        number = value;
        return true;
    }
    place.wrong(QStringLiteral("must be a number from %1 to %2, not %3").arg(least).arg(most).arg(describe_value(place.value)));
    return false;
}

bool read_string(Place& place, QString& text, int most) {
    if (!place.value.isString()) {
        place.wrong(QStringLiteral("must be a text, not %1").arg(describe_value(place.value)));
        return false;
    }
    const QString value = place.value.toString();
    if (value.size() > most && place.reading.origin == Origin::outside) {
        place.wrong(QStringLiteral("has %1 characters; %2 are possible").arg(value.size()).arg(most));
        return false;
    }
    text = value;
    return true;
}

bool read_length(Place& place, double& points, double least, double most) {
    if (place.value.isDouble()) return read_number(place, points, least, most);
    const QString text = place.value.toString().trimmed();
    qsizetype digits = text.size();
    while (digits > 0 && text[digits - 1].isLetter()) --digits;
    const QString unit = text.mid(digits);
    double factor = 0;
    if (unit == QLatin1String("pt") || unit.isEmpty()) factor = 1;
    else if (unit == QLatin1String("mm")) factor = points_per_mm;
    else if (unit == QLatin1String("cm")) factor = 10 * points_per_mm;
    else if (unit == QLatin1String("in")) factor = 72;
    else if (unit == QLatin1String("px")) factor = 72 / place.reading.page.dpi;
    bool is_number = false;
    const double value = text.left(digits).trimmed().toDouble(&is_number) * factor;
    if (is_number && factor > 0 && value >= least && value <= most) {
        points = value;
        return true;
    }
    place.wrong(QStringLiteral("must be a length from %1 to %2 points, as a number or like \"12mm\", \"3px\", \"0.5in\", not %3")
                    .arg(least).arg(most).arg(describe_value(place.value)));
    return false;
}

Fields::Fields(Place& place) : object_(place.value.toObject()), path_(place.path), reading_(&place.reading) {
    if (!place.value.isObject()) place.wrong(QStringLiteral("must be an object, not %1").arg(describe_value(place.value)));
}

QString Fields::key_in(const char* keys) {
    for (const QString& key : QString::fromLatin1(keys).split('|')) {
        asked_.insert(key);
        if (object_.contains(key)) return key;
    }
    return {};
}

bool Fields::has(const char* keys) { return reading() && !key_in(keys).isEmpty(); }

std::optional<Place> Fields::take(const char* keys) {
    if (!good()) return std::nullopt;
    const QString key = key_in(keys);
    if (key.isEmpty()) return std::nullopt;
    return Place{object_.value(key), path_.isEmpty() ? key : path_ + '.' + key, *reading_};
}

void Fields::put(const char* keys, const QJsonValue& value) { object_[first_key(keys)] = value; }
void Fields::always(const char* keys) { kept_.insert(first_key(keys)); }

void Fields::keep_unknown(const char* keys, const QJsonObject& unknown) {
    if (!unknown.isEmpty()) unknown_[first_key(keys)] = unknown;
}

void Fields::wrong(const char* keys, const QString& what) {
    const QString key = first_key(keys);
    Place{{}, path_.isEmpty() ? key : path_ + '.' + key, *reading_}.wrong(what);
}

QJsonObject Fields::unknown() const {
    QJsonObject all = unknown_;
    for (auto field = object_.begin(); field != object_.end(); ++field) {
        if (asked_.contains(field.key())) continue;
        all[unknown_key(field.key())] = as_kept(field.value());
        if (reading_->unknown) *reading_->unknown << (path_.isEmpty() ? field.key() : path_ + '.' + field.key());
    }
    return all;
}

void Fields::number(const char* keys, double& value, double least, double most) {
    if (!reading()) return put(keys, value);
    if (auto place = take(keys)) read_number(*place, value, least, most);
}

void Fields::length(const char* keys, double& points, double least, double most) {
    if (!reading()) return put(keys, points);
    if (auto place = take(keys)) read_length(*place, points, least, most);
}

void Fields::lengths(const char* keys, std::vector<double>& points, double least, double most, int most_entries) {
    if (!reading()) {
        QJsonArray array;
        for (const double length : points) array.append(length);
        return put(keys, array);
    }
    auto place = take(keys);
    if (!place) return;
    const QJsonArray array = place->value.toArray();
    if (!place->value.isArray() || array.size() > most_entries)
        return place->wrong(QStringLiteral("must be a list of at most %1 lengths, not %2").arg(most_entries).arg(describe_value(place->value)));
    std::vector<double> fresh;
    for (qsizetype i = 0; i < array.size() && good(); ++i) {
        Place item = place->item(i);
        double length = 0;
        if (read_length(item, length, least, most)) fresh.push_back(length);
    }
    if (good()) points = std::move(fresh);
}

void Fields::integer(const char* keys, int& value, int least, int most) {
    if (!reading()) return put(keys, value);
    auto place = take(keys);
    double number = value;
    if (!place || !read_number(*place, number, least, most)) return;
    if (number != std::floor(number)) return place->wrong(QStringLiteral("must be a whole number, not %1").arg(number));
    value = static_cast<int>(number);
}

void Fields::flag(const char* keys, bool& value) {
    if (!reading()) return put(keys, value);
    auto place = take(keys);
    if (!place) return;
    if (!place->value.isBool()) return place->wrong(QStringLiteral("must be true or false, not %1").arg(describe_value(place->value)));
    value = place->value.toBool();
}

void Fields::string(const char* keys, QString& value, int most) {
    if (!reading()) return put(keys, whole_characters(value));
    if (auto place = take(keys)) read_string(*place, value, most);
}

void Fields::strings(const char* keys, QStringList& values, int most) {
    if (!reading()) return put(keys, QJsonArray::fromStringList(values));
    auto place = take(keys);
    if (!place) return;
    const QJsonArray array = place->value.toArray();
    if (!place->value.isArray() || array.size() > most)
        return place->wrong(QStringLiteral("must be a list of at most %1 texts, not %2").arg(most).arg(describe_value(place->value)));
    QStringList fresh;
    for (qsizetype i = 0; i < array.size(); ++i) {
        Place item = place->item(i);
        if (!item.value.isString()) return item.wrong(QStringLiteral("must be a text, not %1").arg(describe_value(item.value)));
        fresh << item.value.toString().left(4096);
    }
    values = fresh;
}

void Fields::json(const char* keys, QJsonObject& value) {
    if (!reading()) return put(keys, value);
    auto place = take(keys);
    if (!place) return;
    if (!place->value.isObject()) return place->wrong(QStringLiteral("must be an object, not %1").arg(describe_value(place->value)));
    value = place->value.toObject();
}

QString unknown_key(const QString& key) { return key.startsWith('#') ? '#' + key : key; }

void put_unknown(QJsonObject& into, const QJsonObject& unknown) {
    for (auto field = unknown.begin(); field != unknown.end(); ++field) {
        const QString key = field.key().startsWith(QLatin1String("##")) ? field.key().mid(1) : field.key();
        const QJsonObject nested = field.value().toObject();
        const bool of_items = is_of_items(nested);
        if (!into.contains(key)) {
            if (!of_items) into[key] = restored(field.value());
        } else if (of_items && into[key].isArray()) {
            QJsonArray array = into[key].toArray();
            for (auto item = nested.begin(); item != nested.end(); ++item)
                if (const int index = QStringView(item.key()).mid(1).toInt(); index < array.size())
                    array[index] = with_unknown(array[index], item.value().toObject(), key);
            into[key] = array;
        } else if (field.value().isObject() && !of_items && (!into[key].isArray() || into[key].toArray().size() == 4)) {
            into[key] = with_unknown(into[key], nested, key);
        }
    }
}

}  // namespace haibao::document
