// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <functional>
#include <optional>

#include "app/document/poster.h"
#include "app/placement/arrange.h"
#include "app/placement/contrast.h"
#include "app/placement/language.h"
#include "app/render/pictures.h"

// Colours that can be read, and what helps where no colour can (typesetting-spec §20.3–4).
namespace haibao::placement {

/// A poster in the making: the ground, and the texts of an arrangement with the ids of their layers.
class Draft {
public:
    /// `language`: of the names of the layers that it adds.
    Draft(document::Poster poster, Typesetter& type, QString picture_key, Language language);

    /// Adds the layers of a group and makes them readable: a colour, and if need be the smallest remedy.
    void add(const Stand& stand, const Ground& ground);
    /// The same for a text that has its place; the first of these colours that can be read is its own.
    void add(document::Layer text, const std::vector<document::Colour>& wishes, const Ground& ground);
    document::Poster& poster() { return poster_; }
    /// A plate for every group that another's help has made unreadable.
    void insist();
    /// Measures every text on the rendered poster and notes it in its layer; returns the least.
    double measure_all();

private:
    struct Words {
        document::LayerId layer;
        QPainterPath ink;  ///< page coordinates, grown by 0.08 em
        double size;
    };
    struct Group {
        std::vector<Words> words;
        document::LayerId rule = document::LayerId::none;
        QRectF ink;
        double title = 0;  ///< largest size
        document::Colour colour, shade;  ///< of the words, and of what helps them
    };

    /// What lies under a group's ink, as it is now.
    struct Under {
        QImage pixels;
        QRect where;
    };
    Under under(const Group& group) const;
    double contrast_of(const Group& group, const Under& under, const document::Colour& colour) const;
    double contrast_now(const Group& group) const { return contrast_of(group, under(group), group.colour); }
    void add_piece(const Piece& piece, QPointF at, Group& group);
    void add_words(document::Layer text, Group& group);
    void make_readable(Group group, const std::vector<document::Colour>& wishes, const Ground& ground);
    void add_rule(const QRectF& rule, Group& group);
    void set_colour(const Group& group);
    bool help(const Group& group);
    bool try_shadow(const Group& group);
    bool try_scrim(const Group& group, double most);
    enum class Glass : std::uint8_t { where_dense, always };
    void lay_plate(const Group& group, Glass glass);
    /// The least of `most` that makes the group readable, by bisection; `most` itself where nothing does.
    double least_strength(const Group& group, double most, const std::function<void(double)>& apply);
    document::LayerId insert_below_texts(document::Layer layer);

    document::Poster poster_;
    Typesetter& type_;
    QString picture_key_;
    Language language_;
    std::shared_ptr<render::PictureStore> pictures_;
    std::optional<document::Colour> last_colour_;
    std::vector<Group> groups_;
    std::size_t helpers_ = 0;  ///< layers between the ground and the texts
};

}  // namespace haibao::placement
