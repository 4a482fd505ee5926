// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPolygonF>
#include <vector>

#include "ui/canvas/canvas_mode.h"
#include "ui/canvas/poster_session.h"

namespace haibao::ui {

/// Marking the region of a picture that the model is to paint anew, with a brush or a lasso.
class RepaintMode : public CanvasMode {
    Q_OBJECT
public:
    enum class Shape { brush, lasso };
    /// `layer` must be a picture layer. `size`: of the picture, pixels.
    RepaintMode(PosterSession& session, document::LayerId layer, QSize size);

    void set_shape(Shape shape) { shape_ = shape; }
    void set_erasing(bool erasing) { erasing_ = erasing; }
    void set_breadth(double widget_pixels);  ///< of the brush
    void clear();
    bool empty() const;
    /// White is made anew; as large as the picture.
    QImage mask() const;

    bool press(const CanvasPointer& pointer) override;
    void drag(const CanvasPointer& pointer) override;
    void release() override;
    std::optional<Qt::CursorShape> cursor(const CanvasPointer& pointer) const override;
    void paint(QPainter& painter, const QTransform& page_to_widget) const override;
    QPolygonF grips(const QTransform&) const override { return {}; }
    bool poster_changed() override;
    void confirm() override;
    const ModeHistory* history() const override { return &history_; }
    void undo() override;
    void redo() override;

signals:
    /// The region is marked: paint it.
    void wanted();

private:
    /// The mask before a step that can be taken back, or after one that can be made again.
    struct Step {
        QString name;
        QImage mask;
    };
    QPointF in_mask(QPointF page_point) const;
    void mark(const std::function<void(QPainter&)>& draw);
    void begin_step(const QString& name);
    void step(std::vector<Step>& from, std::vector<Step>& to);
    void name_steps();

    PosterSession& session_;
    QSize size_;
    QImage mask_;              ///< of a workable size; scaled up at the end
    Shape shape_ = Shape::brush;
    bool erasing_ = false, erasing_now_ = false, at_work_ = false;
    double breadth_ = 48;      ///< widget pixels
    double scale_ = 1;         ///< mask pixels per widget pixel, of the stroke under way
    QPointF last_;             ///< mask pixels
    QPolygonF lasso_;          ///< mask pixels
    QPointF pointer_;          ///< widget pixels
    std::vector<Step> past_, future_;
    ModeHistory history_;
};

}  // namespace haibao::ui
