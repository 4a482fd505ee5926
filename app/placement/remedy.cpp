// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placement/remedy.h"

#include <QPainter>
#include <algorithm>

#include "app/document/commands.h"
#include "app/document/references.h"
#include "app/placement/ink.h"
#include "app/render/build.h"
#include "app/render/pixels.h"

namespace haibao::placement {
namespace {

using document::Colour;
using document::Layer;
using document::LayerId;

constexpr double ink_growth_em = 0.08;
constexpr double too_busy = 0.5, stands_out = 0.5;
constexpr double least_to_help = 2.4;  // contrast that light ink has by itself, so that the help stays slight
constexpr double most_shadow = 0.7, slight_scrim = 0.5, most_scrim = 0.72, most_plate = 0.96, least_plate = 0.4;

Colour with_alpha(Colour colour, double alpha) {
    colour.a = alpha;
    return colour;
}

/// From the page's edge to well beyond the type, of which it is whole as far as the type goes.
struct Veil {
    QRectF frame;
    double angle, solid;
};
Veil veil_for(const QRectF& ink, const document::Page& paper) {
    constexpr double runs_out = 1.7;
    const QSizeF size = paper.points();
    const QRectF page = QRectF(QPointF(), size).adjusted(-paper.bleed, -paper.bleed, paper.bleed, paper.bleed);
    if (ink.height() > 0.55 * size.height()) {
        const bool from_left = ink.center().x() < size.width() / 2;
        const double reach = from_left ? ink.right() : size.width() - ink.left(), length = std::min(size.width(), reach * runs_out);
        return {from_left ? QRectF(page.left(), page.top(), length, page.height()) : QRectF(page.right() - length, page.top(), length, page.height()), from_left ? 0.0 : 180.0, reach / length};
    }
    const bool from_top = ink.center().y() < size.height() / 2;
    const double reach = from_top ? ink.bottom() : size.height() - ink.top(), length = std::min(size.height(), reach * runs_out);
    return {from_top ? QRectF(page.left(), page.top(), page.width(), length) : QRectF(page.left(), page.bottom() - length, page.width(), length), from_top ? 90.0 : 270.0, reach / length};
}

/// As fractions of the page.
QRectF part_of(const QRectF& rect, QSizeF page) { return {rect.x() / page.width(), rect.y() / page.height(), rect.width() / page.width(), rect.height() / page.height()}; }

/// The darkest or lightest of the ground's own main colours, further that way.
enum class Tone : std::uint8_t { light, dark, lightest, darkest };
Colour own_tone(const Ground& ground, Tone tone) {
    const bool light = tone == Tone::light || tone == Tone::lightest;
    const auto& colours = ground.colours();
    const auto by_light = [](const Colour& c) { return luminance(c); };
    const Colour base = light ? *std::ranges::max_element(colours, {}, by_light) : *std::ranges::min_element(colours, {}, by_light);
    switch (tone) {
        case Tone::light: return toned(base, 97, 7);
        case Tone::dark: return toned(base, 15, 24);
        case Tone::lightest: return toned(base, 99, 3);
        case Tone::darkest: break;
    }
    return toned(base, 7, 30);
}

}  // namespace

Draft::Draft(document::Poster poster, Typesetter& type, QString picture_key, Language language)
    : poster_(std::move(poster)), type_(type), picture_key_(std::move(picture_key)), language_(language), pictures_(std::make_shared<render::PictureStore>()) {}

LayerId Draft::insert_below_texts(Layer layer) {
    const LayerId id = document::add_layer(poster_, std::move(layer), LayerId::none, 1 + static_cast<int>(helpers_));
    ++helpers_;
    return id;
}

void Draft::add_words(Layer text, Group& group) {
    const double size = std::get<document::TextLayer>(text.content).text.style.size;
    const LayerId id = document::add_layer(poster_, std::move(text));
    group.words.push_back({id, ink_of(*poster_.find(id), type_.fonts()), size});
    group.title = std::max(group.title, size);
}

void Draft::add_piece(const Piece& piece, QPointF at, Group& group) {
    Layer layer;
    layer.name = piece.text->name;
    layer.placement.frame = piece.frame.translated(at);
    document::TextLayer content;
    content.text = type_.text_of(*piece.text, piece.setting, piece.size);
    content.text.box.width = piece.frame.width();
    content.text.box.height = piece.frame.height();
    content.role = word_of(piece.text->role);
    layer.content = content;
    add_words(std::move(layer), group);
}

void Draft::add_rule(const QRectF& rule, Group& group) {
    Layer layer;
    layer.name = rule_name(language_);
    layer.placement.frame = rule;
    layer.content = document::ShapeLayer{};
    group.rule = document::add_layer(poster_, std::move(layer));
}

void Draft::add(const Stand& stand, const Ground& ground) {
    Group group;
    group.ink = stand.ink();
    for (const Piece& piece : stand.lockup.pieces) add_piece(piece, stand.at, group);
    if (stand.lockup.rule) add_rule(stand.lockup.rule->translated(stand.at), group);
    // One colour for all groups where it can be read.
    make_readable(std::move(group), last_colour_ ? std::vector{*last_colour_} : std::vector<Colour>(), ground);
}

void Draft::add(Layer text, const std::vector<Colour>& wishes, const Ground& ground) {
    Group group;
    add_words(std::move(text), group);
    group.ink = group.words.front().ink.boundingRect();
    make_readable(std::move(group), wishes, ground);
}

void Draft::make_readable(Group group, const std::vector<Colour>& wishes, const Ground& ground) {
    const Under now = under(group);
    const auto reaches = [&](const Colour& colour) { return contrast_of(group, now, colour); };
    // After the wishes the picture's own tones; white and black last, as they are out of tune with a coloured ground.
    std::optional<Colour> colour;
    for (const Colour& wish : wishes)
        if (!colour && reaches(wish) >= wanted_contrast) colour = wish;
    const auto take_better = [&](const Colour& a, const Colour& b) {
        const Colour& better = reaches(a) >= reaches(b) ? a : b;
        if (!colour && reaches(better) >= wanted_contrast) colour = better;
    };
    const Colour light = own_tone(ground, Tone::light), dark = own_tone(ground, Tone::dark);
    take_better(light, dark);
    take_better(own_tone(ground, Tone::lightest), own_tone(ground, Tone::darkest));
    const QSizeF page = poster_.page.points();
    const QRectF part = part_of(group.ink, page);
    const Colour average = ground.average(part);
    const auto ink_with_shade = [&](const Colour& ink) {
        group.colour = ink;
        group.shade = luminance(ink) > 0.3 ? toned(average, 9, 14) : toned(average, 97, 6);
        set_colour(group);
    };
    // On noise a shadow or a veil may do by the numbers, but letters drown in it.
    const bool noisy = ground.busyness(part).mean > too_busy;
    // On a coloured middle tone light type with a little help looks better than black without: a veil, unless it dims a sun or moon.
    bool helped = false;
    if (!colour && !noisy && chroma(average) >= least_hue && reaches(light) >= least_to_help) {
        ink_with_shade(light);
        const bool dims = ground.busyness(part_of(veil_for(group.ink, poster_.page).frame, page) & QRectF(0, 0, 1, 1)).figure > stands_out;
        helped = (dims && try_shadow(group)) || try_scrim(group, slight_scrim) || (!dims && try_shadow(group));
    }
    if (!helped) {
        take_better({1, 1, 1, 1, {}}, {0, 0, 0, 1, {}});
        ink_with_shade(colour.value_or(reaches(light) >= reaches(dark) ? light : dark));
    }
    if (!colour && !helped && (noisy || !help(group))) lay_plate(group, noisy ? Glass::always : Glass::where_dense);
    last_colour_ = group.colour;
    groups_.push_back(std::move(group));
}

Draft::Under Draft::under(const Group& group) const {
    document::Poster bare = poster_;
    document::for_each_layer(bare.layers, [](Layer& layer) {
        if (auto* text = std::get_if<document::TextLayer>(&layer.content)) text->text.style.fills.clear();
    });
    if (Layer* rule = bare.find(group.rule)) rule->visible = false;
    const auto list = render::build(bare, type_.fonts(), {.pictures = pictures_});
    auto painter = render::PagePainter::prepare(list, {});
    if (!painter) return {};
    const QRect where = painter->from_page().mapRect(group.ink.adjusted(-4, -4, 4, 4)).toAlignedRect() & QRect(QPoint(), painter->size());
    return {painter->part(where), where};
}

double Draft::contrast_of(const Group& group, const Under& under, const Colour& colour) const {
    double least = 21;
    const double scale = poster_.page.dpi / 72;
    for (const Words& words : group.words) {
        QImage mask(under.where.size(), QImage::Format_Grayscale8);
        mask.fill(0);
        QPainter painter(&mask);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(-under.where.topLeft());
        painter.scale(scale, scale);
        painter.setBrush(Qt::white);
        painter.setPen(QPen(Qt::white, 2 * ink_growth_em * words.size, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(words.ink);
        painter.end();
        least = std::min(least, measured_contrast(under.pixels, mask, colour));
    }
    return least;
}

void Draft::set_colour(const Group& group) {
    for (const Words& words : group.words)
        std::get<document::TextLayer>(poster_.find(words.layer)->content).text.style.fills = {document::Fill{.paint = group.colour}};
    if (Layer* rule = poster_.find(group.rule)) std::get<document::ShapeLayer>(rule->content).fills = {document::Fill{.paint = group.colour, .opacity = 0.85}};
}

double Draft::least_strength(const Group& group, double most, const std::function<void(double)>& apply) {
    double low = 0, high = most;
    for (int round = 0; round < 5; ++round) {
        const double middle = (low + high) / 2;
        apply(middle);
        (contrast_now(group) >= wanted_contrast + 0.05 ? high : low) = middle;
    }
    apply(high);
    return high;
}

bool Draft::try_shadow(const Group& group) {
    const auto apply = [&](double opacity) {
        for (const Words& words : group.words) {
            auto& shadows = std::get<document::TextLayer>(poster_.find(words.layer)->content).text.style.shadows;
            shadows.clear();
            if (opacity > 0) shadows = {document::Shadow{.dx = 0, .dy = 0.02 * words.size, .blur = 0.16 * words.size, .spread = 0.03 * words.size, .colour = group.shade, .opacity = opacity}};
        }
    };
    apply(most_shadow);
    if (contrast_now(group) >= wanted_contrast + 0.05) {
        least_strength(group, most_shadow, apply);
        return true;
    }
    apply(0);
    return false;
}

/// A veil from the edge looks like more of the picture. A dark shadow sets light letters off, a light one makes dark letters glow.
bool Draft::help(const Group& group) {
    const bool light = luminance(group.colour) > 0.3;
    return try_scrim(group, slight_scrim) || (light && try_shadow(group)) || try_scrim(group, most_scrim);
}

bool Draft::try_scrim(const Group& group, double most) {
    const Veil veil = veil_for(group.ink, poster_.page);
    Layer layer;
    layer.name = in_language(language_, "Shade", "压暗", "Sombra");
    layer.placement.frame = veil.frame;
    document::LinearGradient gradient;
    gradient.angle = veil.angle;
    const double solid = veil.solid;
    layer.content = document::ShapeLayer{};
    const LayerId id = insert_below_texts(layer);
    const auto apply = [&](double alpha) {
        const double rest = 1 - solid;
        gradient.stops = {{0, with_alpha(group.shade, alpha)}, {solid, with_alpha(group.shade, alpha * 0.96)}, {solid + 0.35 * rest, with_alpha(group.shade, alpha * 0.58)},
                          {solid + 0.7 * rest, with_alpha(group.shade, alpha * 0.16)}, {1, with_alpha(group.shade, 0)}};
        std::get<document::ShapeLayer>(poster_.find(id)->content).fills = {document::Fill{.paint = gradient}};
    };
    apply(most);
    if (solid < 0.95 && contrast_now(group) >= wanted_contrast + 0.05) {
        least_strength(group, most, apply);
        return true;
    }
    document::remove_layers(poster_, std::vector{id});
    --helpers_;
    return false;
}

void Draft::lay_plate(const Group& group, Glass when) {
    const QSizeF size = poster_.page.points();
    double small = group.title;
    for (const Words& words : group.words) small = std::min(small, words.size);
    const double pad = std::max(0.9 * small, 0.22 * group.title);
    const QRectF frame = group.ink.adjusted(-pad, -pad, pad, pad) & QRectF(QPointF(), size);
    Layer layer;
    layer.name = in_language(language_, "Plate", "底板", "Placa");
    layer.placement.frame = frame;
    layer.content = document::ShapeLayer{};
    const LayerId id = insert_below_texts(layer);
    const auto apply = [&](double alpha) {
        std::get<document::ShapeLayer>(poster_.find(id)->content).fills = {document::Fill{.paint = with_alpha(group.shade, alpha)}};
    };
    if (least_strength(group, most_plate, apply) < 0.7 && when != Glass::always) return;
    // Through a plate this dense little is seen but its noise: blurred, it looks like glass and may be thinner.
    Layer glass;
    glass.name = in_language(language_, "Blur", "虚化", "Desfoque");
    glass.placement.frame = frame;
    glass.content = document::PictureLayer{.picture = picture_key_, .fit = document::PictureFit::stretch,
                                           .crop = QRectF(frame.x() / size.width(), frame.y() / size.height(), frame.width() / size.width(), frame.height() / size.height()) & QRectF(0, 0, 1, 1),
                                           .blur = 0.02 * std::min(size.width(), size.height())};
    document::add_layer(poster_, std::move(glass), LayerId::none, static_cast<int>(helpers_));  // below the plate
    ++helpers_;
    if (least_strength(group, most_plate, apply) < least_plate) apply(least_plate);
}

void Draft::insist() {
    for (const Group& group : groups_)
        if (contrast_now(group) < wanted_contrast) lay_plate(group, Glass::where_dense);
}

double Draft::measure_all() {
    double least = 21;
    for (const Group& group : groups_) {
        const Under now = under(group);
        for (const Words& words : group.words) {
            auto& content = std::get<document::TextLayer>(poster_.find(words.layer)->content);
            content.contrast = std::floor(contrast_of({.words = {words}}, now, group.colour) * 100) / 100;
            least = std::min(least, content.contrast);
        }
    }
    return least;
}

}  // namespace haibao::placement
