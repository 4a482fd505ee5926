// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/render/text_place.h"
#include "app/typeset/layout.h"
#include "ui/canvas/canvas_mode.h"
#include "ui/canvas/poster_session.h"

namespace haibao::ui {

/// A warp of a kind as it begins: a visible bend, or corners and curves that change nothing yet.
document::Warp usual_warp(document::Warp::Type type);

/// The selected text gets a warp of this kind, as one step.
void set_warp(PosterSession& session, document::Warp::Type type);

/// Bending a text layer by handles on its warped box: one for arc, flag and bulge, four corners for the perspective, four
/// corners with two control points each for the envelope.
class WarpMode : public CanvasMode {
    Q_OBJECT
public:
    /// Whose the warp is that the text has as the mode begins.
    enum class Begun { by_user, by_tool };
    /// `layer` must be a text layer. A text without a warp gets handles as soon as it has one. What the tool bent by itself in the
    /// last step, so that there is something to pull at, is straight again when the mode is left and nobody pulled or chose a warp.
    WarpMode(PosterSession& session, document::LayerId layer, Begun begun = Begun::by_user);

    bool press(const CanvasPointer& pointer) override;
    void drag(const CanvasPointer& pointer) override;
    void release() override;
    std::optional<Qt::CursorShape> cursor(const CanvasPointer& pointer) const override;
    void paint(QPainter& painter, const QTransform& page_to_widget) const override;
    QPolygonF grips(const QTransform& page_to_widget) const override;
    bool poster_changed() override;
    void apply() override { straighten(); }
    void drop() override { straighten(); }
    void confirm() override { begun_ = Begun::by_user; }

    /// On the page; in the order of Warp::corners, or the one of a bend.
    std::vector<QPointF> handles() const;

private:
    const document::Text* text() const;
    void lay_out();
    void straighten();
    std::optional<int> handle_under(const CanvasPointer& pointer) const;
    /// The warp with a handle at a point of the layout.
    document::Warp moved(int handle, QPointF to) const;
    void paint_grid(QPainter& painter, const QTransform& page_to_widget) const;
    void paint_arms(QPainter& painter, const QTransform& page_to_widget) const;

    PosterSession& session_;
    typeset::Layout layout_;
    std::optional<render::TextPlace> place_;
    std::optional<int> pulled_;
    document::Warp start_;
    Begun begun_;
    quint64 begun_at_;  ///< the session's revision
    bool own_change_ = false;  ///< the layout stays
};

}  // namespace haibao::ui
