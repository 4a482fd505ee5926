// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainterPath>
#include <span>

#include "app/document/poster.h"
#include "app/placement/contrast.h"
#include "app/placement/language.h"
#include "app/typeset/font_set.h"

// What type leaves on the page, and in which ink it can be read there.
namespace haibao::placement {

/// Outlines of a text layer as it stands, without the groups around it.
QPainterPath ink_of(const document::Layer& layer, const typeset::FontSet& fonts);

/// Large letters are read at less contrast than small ones (WCAG 2), in which a poster's smallest type is large when it has this part
/// of the page's short side.
inline constexpr double large_letters = 0.03, large_text_contrast = 3, small_text_contrast = 4.5;
/// What letters of a size (points) need on a page.
double needed_contrast(double size, QSizeF page);

/// How far a colour is from grey, as CIE Lab's chroma, 0…about 130.
double chroma(const document::Colour& colour);
/// Pure black and white are in tune with grounds of less chroma than this.
inline constexpr double least_hue = 8;

/// The ink of type that stands on all of `ground`: the first of these wishes that reaches `needed`; else on coloured ground a tone of its
/// own hue, light where light and dark read about as well; else black, unless white reads better. Black where nothing is known
/// of the ground (a null image).
document::Colour ink_on(const QImage& ground, std::span<const document::Colour> wishes = {}, double needed = wanted_contrast);

/// The hairline that placement sets between a title and what follows, in its poster's language.
QString rule_name(Language language);
/// A shape of that name, in any language, and of its shape: another may be called so, too.
bool is_rule(const document::Layer& layer);

}  // namespace haibao::placement
