// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <memory>

#include "ui/canvas/canvas_mode.h"
#include "ui/canvas/handles.h"
#include "ui/canvas/poster_session.h"

namespace haibao::ui {

/// Cropping a picture layer: the whole picture is on show, the kept part is pulled by handles, the picture moved under it.
/// Nothing is cut off for good; the layer's frame becomes the kept part, the picture stays where it is on the page.
class CropMode : public CanvasMode {
    Q_OBJECT
public:
    /// `layer` must be a picture layer of the session's poster. `size`: of the picture, pixels.
    CropMode(PosterSession& session, document::LayerId layer, QSize size);
    ~CropMode() override;

    /// Width / height that the kept part has from now on; 0 = any.
    void set_ratio(double ratio);
    double picture_ratio() const { return whole_.width() / whole_.height(); }
    /// The whole picture is kept again.
    void reset();

    bool press(const CanvasPointer& pointer) override;
    void drag(const CanvasPointer& pointer) override;
    void release() override;
    std::optional<Qt::CursorShape> cursor(const CanvasPointer& pointer) const override;
    void paint(QPainter& painter, const QTransform& page_to_widget) const override;
    QPolygonF grips(const QTransform& page_to_widget) const override;
    bool poster_changed() override;
    void apply() override;

private:
    document::Placement placement_of(const QRectF& part) const;
    void pull(QPointF page_point, KeepAspect keep);
    void move_picture(QPointF by);
    void load_picture();

    PosterSession& session_;
    document::Placement start_;
    QRectF whole_, kept_;        ///< the picture and what is kept of it, in the start frame's own coordinates
    QRectF first_whole_, first_kept_;
    double ratio_ = 0;
    std::optional<Handle> handle_;
    bool moving_ = false;
    QPointF from_page_;
    QRectF from_whole_, from_kept_;
    QImage picture_;             ///< on its way at first
    struct Loading;
    std::shared_ptr<Loading> loading_;
};

}  // namespace haibao::ui
