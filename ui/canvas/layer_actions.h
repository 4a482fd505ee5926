// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/poster_session.h"

// What menus, shortcuts and panels do with the selected layers. Each is one undoable step.
namespace haibao::ui {

/// Another place and size; what is in a group moves and grows along.
void place(document::Layer& layer, const document::Placement& placement);
void move_by(document::Layer& layer, QPointF by);

/// Gives characters a style of their own, in UTF-16 units; spans are split and joined where that is needed.
void style_range(document::Text& text, int begin, int end, const std::function<void(document::TextStyle&)>& edit);

void delete_selection(PosterSession& session);
void duplicate_selection(PosterSession& session);
void group_selection(PosterSession& session);
void ungroup_selection(PosterSession& session);
/// Forward (> 0) or backward among the layers.
void move_selection(PosterSession& session, int by);
void move_selection_to_end(PosterSession& session, bool front);

/// Turns the selected texts; a box changes its sides, stays on the page and keeps clear of the other texts. One that has a part in an
/// arranged poster hangs where it began, or is set anew where it can be read, in another ink where nobody chose its own, and a
/// title's rule goes and comes with it. Turned back it stands where it stood.
void set_writing_mode(PosterSession& session, document::WritingMode mode);
/// To the other direction than the first selected text's.
void toggle_writing_mode(PosterSession& session);

enum class Edge { left, centre, right, top, middle, bottom };
/// One layer is aligned to the page, several to each other.
void align_selection(PosterSession& session, Edge edge);
enum class Axis { horizontal, vertical };
void distribute_selection(PosterSession& session, Axis axis);

/// What fills the page behind everything takes the place of what did so before, over the bleed, too.
void put_ground(document::Poster& poster, decltype(document::Layer::content) content);
/// Puts a picture behind everything, in place of the ground that is there: the text above stays.
void set_ground(PosterSession& session, const QByteArray& bytes, const QString& media_type, const QString& name, const QJsonObject& record);
void add_picture(PosterSession& session, const QByteArray& bytes, const QString& media_type, const QString& name, QSize pixels);
/// The same in two steps: finding a large picture's key takes a while and may be done on any thread.
struct KeyedPicture {
    QString key;  ///< as Poster::pictures holds it
    document::EmbeddedPicture picture;
    QSize pixels;
};
KeyedPicture keyed(QByteArray bytes, const QString& media_type, const QString& name, QSize pixels);
void add_picture(PosterSession& session, const KeyedPicture& added);

}  // namespace haibao::ui
