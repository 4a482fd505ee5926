// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/random_scene.h"

#include "app/scene/rng.h"
#include "app/scene/vocabulary.h"

#include <initializer_list>

namespace haibao::scene {
namespace {

using enum Subject;

/// Draws a description; every choice narrows what may follow.
class Lottery {
public:
    Lottery(std::uint64_t seed, double aspect) : r_(Rng(seed).fork("description")), aspect_(aspect) {
        d_.seed = Rng(seed).fork("picture").next() >> 11;
        d_.palette = r_.below(palette_count);
        d_.style = static_cast<Style>(r_.below(style_count));
        d_.elements.clear();
    }

    SceneDescription draw(Subset subset) {
        const double u = r_.unit();
        if (subset == Subset::grounds) return few_grounds(u);
        const double shares[][3] = {{0.46, 0.28, 0.10}, {1, 0, 0}, {0, 0, 0}, {0, 1, 0}};  // landscape, object, branch
        const auto& share = shares[static_cast<int>(subset)];
        if (u < share[0])
            landscape();
        else if (u < share[0] + share[1])
            object();
        else if (u < share[0] + share[1] + share[2])
            branch();
        else
            abstract();
        if (r_.chance(0.45)) d_.mood = static_cast<Mood>(1 + r_.below(4));
        if (d_.layout == Layout::balanced && r_.chance(0.32)) d_.layout = static_cast<Layout>(1 + r_.below(3));
        title();
        return d_;
    }

private:
    Subject one(std::initializer_list<Subject> of) { return of.begin()[r_.below(static_cast<int>(of.size()))]; }
    Place place() { return static_cast<Place>(r_.below(3)); }
    Place beside(Place p) {
        return p == Place::centre ? (r_.chance(0.5) ? Place::left : Place::right)
               : p == Place::left ? Place::right
                                  : Place::left;
    }
    void add(Subject s) { d_.elements.push_back({s, place()}); }
    void add(Subject s, Place p) { d_.elements.push_back({s, p}); }
    bool night() const { return d_.time == Time::night; }
    void time(double day = 0.45) {
        if (!r_.chance(day)) d_.time = static_cast<Time>(1 + r_.below(3));
    }

    /// Few things, large and soft: what a small model can learn (see Subset).
    SceneDescription few_grounds(double u) {
        d_.style = std::initializer_list<Style>{Style::gradient, Style::flat, Style::ink}.begin()[r_.below(3)];
        if (u < 0.82) {
            time(0.55);
            add(one({mountains, hills, sea, dunes, lake, sky}));
            if (r_.chance(d_.main() == sky ? 0.95 : 0.85)) add(disc());
        } else {
            add(one({blur, ribbons}));
            if (d_.main() == blur) d_.style = Style::gradient;
        }
        if (r_.chance(0.35)) d_.mood = static_cast<Mood>(1 + r_.below(4));
        if (r_.chance(0.12)) d_.layout = Layout::minimal;
        title();
        return d_;
    }

    Subject disc() {
        if (night()) return r_.chance(0.55) ? moon : crescent;
        return r_.chance(0.85) ? sun : moon;
    }
    bool in_the_air(double probability, std::optional<Place> away_from = {}) {
        if (!r_.chance(probability)) return false;
        const Place at = away_from ? beside(*away_from) : place();
        if (night())
            add(one({stars, stars, fireworks, clouds}), at);
        else if (d_.time == Time::dusk && r_.chance(0.2))
            add(fireworks, at);
        else
            add(one({clouds, clouds, birds, birds, balloons}), at);
        return true;
    }

    void landscape() {
        time();
        add(one({mountains, mountains, hills, sea, sea, dunes, forest, city, lake, sky, snow, meadow, rain_window}));
        const Subject ground = d_.main();
        if (ground == rain_window) return;
        if (r_.chance(ground == sky ? 0.95 : 0.82)) add(disc());
        const bool busy = in_the_air(ground == sky ? 0.8 : 0.5);
        if (!busy && r_.chance(0.28)) add(one({blossom, leaves, bamboo, lanterns}));
    }

    void object() {
        add(one({coffee, fruit, cat, koi, bicycle, rocket, books, lotus, pagoda, lighthouse, sails, teapot, umbrella}));
        const Place own = d_.elements[0].place;
        switch (d_.main()) {
            case cat:
                if (r_.chance(0.5)) {
                    d_.time = r_.chance(0.7) ? Time::night : Time::dusk;
                    add(r_.chance(0.6) ? hills : snow);
                    add(disc(), own);
                    if (night()) add(stars);
                } else if (r_.chance(0.4)) {
                    add(one({leaves, blossom}), beside(own));
                }
                break;
            case bicycle:
                if (r_.chance(0.7)) {
                    time();
                    add(r_.chance(0.7) ? hills : city);
                    if (r_.chance(0.7)) add(disc());
                    in_the_air(0.5, own);
                }
                break;
            case rocket:
                d_.time = r_.chance(0.7) ? Time::night : Time::dusk;
                add(stars);
                if (r_.chance(0.5)) add(disc(), beside(own));
                break;
            case pagoda:
                time();
                add(one({mountains, hills, lake, forest}));
                if (r_.chance(0.75)) add(disc(), r_.chance(0.4) ? own : beside(own));
                in_the_air(0.6, own);
                if (r_.chance(0.3)) add(blossom, beside(own));
                break;
            case lighthouse:
            case sails:
                time();
                add(d_.main() == sails && r_.chance(0.3) ? lake : sea);
                if (r_.chance(0.75)) add(disc(), r_.chance(0.4) ? own : beside(own));
                in_the_air(0.6, own);
                break;
            case lotus:
                time(0.6);
                if (r_.chance(0.5)) add(disc(), beside(own));
                if (!night() && r_.chance(0.3)) add(birds, beside(own));
                break;
            case teapot:
                if (r_.chance(0.5)) add(one({bamboo, blossom, leaves}), beside(own));
                break;
            case koi: break;
            default:
                if (r_.chance(0.4)) add(one({leaves, blossom}), beside(own));
        }
    }

    void branch() {
        time(0.6);
        add(one({blossom, blossom, leaves, bamboo, lanterns, lanterns}));
        if (r_.chance(0.4)) add(one({mountains, hills, lake, city}));
        if (r_.chance(0.6)) add(disc(), beside(d_.elements[0].place));
        if (r_.chance(0.3)) add(night() ? fireworks : one({birds, clouds}));
    }

    void abstract() {
        add(one({blur, rings, rays, ribbons, blobs, arches, stripes, frame}));
        if (d_.main() == blur) d_.style = Style::gradient;  // it has nothing that another style could show on
    }

    /// Where calm ground can be had beside these things.
    void title() {
        if (!r_.chance(0.45)) return;
        const Role role = info(d_.main()).role;
        const Subject s = d_.main();
        if (role == Role::abstract) {
            if (s == rings || s == rays)
                d_.title = r_.chance(0.5) ? TitlePlace::top : TitlePlace::bottom;
            else if (s == frame)
                d_.title = TitlePlace::centre;
            else
                d_.title = s != stripes && r_.chance(0.5) ? TitlePlace::centre
                           : r_.chance(0.5)               ? TitlePlace::top
                                                          : TitlePlace::bottom;
            return;
        }
        // High ground leaves no room beside it; bamboo leaves none above or below.
        const bool high = d_.has(mountains) || d_.has(city) || d_.has(forest) || d_.has(lake);
        const bool beside_it = aspect_ > 1.2 && !high;
        if (d_.has(bamboo) && !beside_it) return;
        if ((s == koi || d_.has(bamboo)) && beside_it)
            d_.title = r_.chance(0.5) ? TitlePlace::left : TitlePlace::right;
        else if (beside_it && r_.chance(0.55))
            d_.title = r_.chance(0.5) ? TitlePlace::left : TitlePlace::right;
        else if (s == meadow || s == lotus || role == Role::front || r_.chance(0.62))
            d_.title = TitlePlace::top;
        else
            d_.title = TitlePlace::bottom;
        const bool left = d_.title == TitlePlace::left;
        if (!left && d_.title != TitlePlace::right) return;
        for (Element& e : d_.elements)  // everything moves to the other side
            if (info(e.subject).role != Role::ground &&
                (e.place == Place::centre || e.place == (left ? Place::left : Place::right)))
                e.place = left ? Place::right : Place::left;
    }

    Rng r_;
    double aspect_;
    SceneDescription d_;
};

}  // namespace

std::optional<Subset> subset_from(std::string_view word) {
    if (word == "all") return Subset::all;
    if (word == "landscapes") return Subset::landscapes;
    if (word == "abstracts") return Subset::abstracts;
    if (word == "objects") return Subset::objects;
    if (word == "grounds") return Subset::grounds;
    return {};
}

SceneDescription random_description(std::uint64_t seed, double aspect, Subset subset) {
    return Lottery(seed, aspect).draw(subset);
}

}  // namespace haibao::scene
