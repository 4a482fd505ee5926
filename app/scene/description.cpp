// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/description.h"

#include "app/scene/palette.h"
#include "app/scene/vocabulary.h"

#include <QJsonArray>
#include <QJsonValue>

#include <algorithm>

namespace haibao::scene {
namespace {

QString text(std::string_view word) { return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())); }

/// Reads an id out of a table of `count` entries; leaves `value` alone where the key is missing.
template <class T>
Result<void> read(const QJsonObject& json, const char* key, int count, T& value, auto id_of) {
    const QJsonValue found = json.value(QLatin1String(key));
    if (found.isUndefined()) return {};
    const std::string id = found.toString().toStdString();
    for (int i = 0; found.isString() && i < count; ++i) {
        if (id_of(static_cast<T>(i)) != id) continue;
        value = static_cast<T>(i);
        return {};
    }
    return fail(ErrorKind::invalid_input, "The scene's \"{}\" is \"{}\", which is not one of the known words.", key,
                id);
}

}  // namespace

bool SceneDescription::has(Subject subject) const {
    return std::ranges::any_of(elements, [&](const Element& e) { return e.subject == subject; });
}

QJsonObject to_json(const SceneDescription& d) {
    QJsonArray elements;
    for (const Element& e : d.elements)
        elements.append(QJsonObject{{"subject", text(info(e.subject).words.id)}, {"place", text(words(e.place).id)}});
    return {{"elements", elements},
            {"palette", text(palette_words(d.palette).id)},
            {"style", text(words(d.style).id)},
            {"time", text(words(d.time).id)},
            {"mood", text(words(d.mood).id)},
            {"layout", text(words(d.layout).id)},
            {"title", text(words(d.title).id)},
            {"seed", static_cast<qint64>(d.seed)}};
}

Result<SceneDescription> description_from_json(const QJsonObject& json) {
    SceneDescription d;
    const auto id = [](auto value) { return words(value).id; };
    for (const Result<void>& done :
         {read(json, "palette", palette_count, d.palette, [](int i) { return palette_words(i).id; }),
          read(json, "style", style_count, d.style, id), read(json, "time", 4, d.time, id),
          read(json, "mood", 5, d.mood, id), read(json, "layout", 4, d.layout, id),
          read(json, "title", 6, d.title, id)})
        if (!done) return std::unexpected(done.error());

    if (const QJsonValue seed = json.value("seed"); !seed.isUndefined()) {
        constexpr double limit = 9007199254740992.0;  // 2^53
        if (!seed.isDouble() || seed.toDouble() < 0 || seed.toDouble() >= limit)
            return fail(ErrorKind::invalid_input, "The scene's \"seed\" has to be a whole number from 0 to 2^53 - 1.");
        d.seed = static_cast<std::uint64_t>(seed.toDouble());
    }
    const QJsonValue elements = json.value("elements");
    if (elements.isUndefined()) return d;
    if (!elements.isArray() || elements.toArray().isEmpty() || elements.toArray().size() > max_elements)
        return fail(ErrorKind::invalid_input, "The scene's \"elements\" has to be a list of 1 to {} entries.",
                    max_elements);
    d.elements.clear();
    for (const QJsonValue& entry : elements.toArray()) {
        Element e;
        const QJsonObject object = entry.toObject();
        if (auto done = read(object, "subject", subject_count, e.subject, [](Subject s) { return info(s).words.id; });
            !done)
            return pass_on(done);
        if (auto done = read(object, "place", 3, e.place, id); !done) return pass_on(done);
        d.elements.push_back(e);
    }
    return d;
}

std::optional<QRectF> title_fraction(TitlePlace place, double aspect) {
    const bool wide = aspect >= 1;
    switch (place) {
        case TitlePlace::none: return {};
        case TitlePlace::top: return QRectF(0.10, 0.08, 0.80, 0.20);
        case TitlePlace::bottom: return QRectF(0.10, 0.72, 0.80, 0.20);
        case TitlePlace::left: return wide ? QRectF(0.06, 0.12, 0.36, 0.38) : QRectF(0.08, 0.08, 0.84, 0.18);
        case TitlePlace::right: return wide ? QRectF(0.58, 0.12, 0.36, 0.38) : QRectF(0.08, 0.74, 0.84, 0.18);
        case TitlePlace::centre: return QRectF(0.18, 0.38, 0.64, 0.24);
    }
    return {};
}

}  // namespace haibao::scene
