// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inference/base/result.h"

#include <QJsonObject>
#include <QRectF>

#include <cstdint>
#include <optional>
#include <vector>

namespace haibao::scene {

/// What can be shown. Names in three languages, roles and painting functions: vocabulary.h and subjects/subjects.h.
enum class Subject : std::uint8_t {
    mountains,
    hills,
    sea,
    dunes,
    forest,
    city,
    lake,
    sky,
    snow,
    meadow,  // grounds
    sun,
    moon,
    crescent,  // discs
    clouds,
    stars,
    birds,
    balloons,
    fireworks,
    sails,  // in the air, on the water
    blossom,
    leaves,
    bamboo,
    lanterns,  // in front, from an edge
    coffee,
    fruit,
    cat,
    koi,
    bicycle,
    rocket,
    books,
    lotus,
    pagoda,
    lighthouse,
    rain_window,
    teapot,
    umbrella,  // alone
    blur,
    rings,
    rays,
    ribbons,
    blobs,
    arches,
    stripes,
    frame,  // abstract
};
inline constexpr int subject_count = static_cast<int>(Subject::frame) + 1;

enum class Style : std::uint8_t { flat, gradient, ink, paper_cut, bauhaus, riso, neon, watercolour };
inline constexpr int style_count = 8;

enum class Place : std::uint8_t { left, centre, right };
enum class Time : std::uint8_t { day, dawn, dusk, night };
enum class Mood : std::uint8_t { plain, calm, bright, dramatic, dreamy };
enum class Layout : std::uint8_t { balanced, minimal, close, framed };
enum class TitlePlace : std::uint8_t { none, top, bottom, left, right, centre };

inline constexpr int palette_count = 16;

/// One thing in the picture and where it stands.
struct Element {
    Subject subject = Subject::mountains;
    Place place = Place::centre;
    bool operator==(const Element&) const = default;
};

/// Everything that decides a picture but its aspect. The same description gives the same layers, always.
struct SceneDescription {
    std::vector<Element> elements{Element{}};  ///< the main subject first; at most `max_elements`
    int palette = 0;                           ///< index into palettes()
    Style style = Style::gradient;
    Time time = Time::day;
    Mood mood = Mood::plain;
    Layout layout = Layout::balanced;
    TitlePlace title = TitlePlace::none;  ///< where ground is kept calm
    std::uint64_t seed = 0;               ///< below 2^53, so that JSON keeps it

    bool has(Subject subject) const;
    Subject main() const { return elements.empty() ? Subject::blur : elements.front().subject; }
    bool operator==(const SceneDescription&) const = default;
};
inline constexpr int max_elements = 6;

/// {"elements":[{"subject":"mountains","place":"left"},…],"palette":"jade","style":"flat",…}. Ids, not display names.
QJsonObject to_json(const SceneDescription& description);
/// Missing keys take their defaults, unknown keys are ignored; unknown ids and wrong types are errors that name them.
Result<SceneDescription> description_from_json(const QJsonObject& json);

/// The calm rectangle in fractions of the page (0…1). Titles left or right become top or bottom on pages narrower
/// than they are high.
std::optional<QRectF> title_fraction(TitlePlace place, double aspect);

}  // namespace haibao::scene
