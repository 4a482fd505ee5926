// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "app/placement/ground.h"
#include "ui/canvas/poster_session.h"

// Where a text stands among the others of a poster, and in which ink.
namespace haibao::ui {

/// What a text leaves itself; its frame where that is nothing, or too long to lay out at once.
QRectF type_of(const document::Layer& layer);

/// A poster's visible texts, those in groups, too, and what they stand on, while one action moves some of them: each is laid out once.
class TypeOnPage {
public:
    explicit TypeOnPage(const document::Poster& poster, const QImage& backdrop = {});
    /// What the texts besides these leave on the page, a rectangle each.
    std::vector<QRectF> besides(std::span<const document::LayerId> texts) const;
    std::vector<QRectF> besides(document::LayerId text) const { return besides(std::span(&text, 1)); }
    /// A text was moved or set otherwise.
    void changed(const document::Poster& poster, document::LayerId text);
    const QImage& backdrop() const { return backdrop_; }
    /// Null where no backdrop is known.
    const placement::Ground* ground();

private:
    std::vector<std::pair<document::LayerId, QRectF>> texts_;
    QImage backdrop_;
    std::optional<placement::Ground> ground_;
};
/// The solid inks of the other visible texts, titles first.
std::vector<document::Colour> other_inks(const document::Poster& poster, document::LayerId besides);

/// Part of a session's backdrop; null where there is none.
QImage backdrop_under(const QImage& backdrop, const QRectF& part, QSizeF page);

/// Moves an upright text, in a group or not, to the best place on the page near by that is clear of the other texts, smaller where
/// that helps (not below this factor). Where there is none, it stays within the safe margin at least.
void stand_clear(document::Poster& poster, document::LayerId text, TypeOnPage& type, double smallest);

/// Another ink where a text's own cannot be read and nobody chose it (a choice leaves no measured contrast): one of the other texts',
/// or a tone of what it stands on. A title's rule goes with it. The contrast that is reached is noted.
void choose_ink(document::Poster& poster, document::LayerId text, const QImage& backdrop);

/// How well letters stand out: their contrast, and what it should be.
struct Legibility {
    double contrast, needed;
    bool hard_to_read() const { return contrast < 0.9 * needed; }  ///< measured on few pixels: a little less is no reason to complain
};
/// Of a layer on the page itself; nothing where it is not only one ink that makes it seen, or where no backdrop is known.
std::optional<Legibility> legibility(const document::Poster& poster, const document::Layer& layer, const QImage& backdrop);

/// Texts that cannot be read on a new ground get another ink, as choose_ink() says, in the step that gave it. Does nothing where
/// there is no new ground. The session's backdrop must be that of its poster as it is kept now.
void suit_inks(PosterSession& session);

/// Another ink for all letters that have the text's own. Shadows that set off the other kind of ink, light or dark, go with it.
void set_ink(document::Text& text, const document::Colour& ink);

}  // namespace haibao::ui
