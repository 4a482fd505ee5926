// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <vector>

#include "ui/canvas/poster_session.h"

// Where a text stands among the others of a poster, and in which ink.
namespace haibao::ui {

/// What the other visible texts leave on the page, a rectangle each; those in groups, too.
std::vector<QRectF> other_type(const document::Poster& poster, document::LayerId besides);
/// What a text leaves itself; its frame where that is nothing.
QRectF type_of(const document::Layer& layer);
/// The solid inks of the other visible texts, titles first.
std::vector<document::Colour> other_inks(const document::Poster& poster, document::LayerId besides);

/// Part of a session's backdrop; null where there is none.
QImage backdrop_under(const QImage& backdrop, const QRectF& part, QSizeF page);

/// Moves an upright text of the page to the best place near by that is clear of the other texts, smaller where that helps (not below
/// this factor). Where there is none, it stays within the safe margin at least.
void stand_clear(document::Poster& poster, document::LayerId text, const QImage& backdrop, double smallest);

/// Another ink where a text's own cannot be read and nobody chose it (a choice leaves no measured contrast): one of the other texts',
/// or a tone of what it stands on. A title's rule goes with it. The contrast that is reached is noted.
void choose_ink(document::Poster& poster, document::LayerId text, const QImage& backdrop);

/// The key of the step that gives a poster another ground. Once that ground has been painted, suit_inks() adds to the step.
QString new_ground_step(PosterSession& session);
/// Texts that cannot be read on a new ground get another ink, as choose_ink() says. Does nothing where there is no new ground.
void suit_inks(PosterSession& session);

/// Another ink for all letters that have the text's own. Shadows that set off the other kind of ink, light or dark, go with it.
void set_ink(document::Text& text, const document::Colour& ink);

}  // namespace haibao::ui
