// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/repaint_mode.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/render/picture_part.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr uchar faint = 64;           // what a rubber leaves at a stroke's soft edge is no mark
constexpr std::size_t most_steps = 64;  // each holds up to a megabyte
constexpr int most_mask_side = 1024;  // strokes are softer than a pixel of this; the feather is 32 of the picture's

const document::PictureLayer* picture_in(const document::Poster& poster, document::LayerId id) {
    const document::Layer* layer = poster.find(id);
    return layer ? std::get_if<document::PictureLayer>(&layer->content) : nullptr;
}

}  // namespace

RepaintMode::RepaintMode(PosterSession& session, document::LayerId layer, QSize size) : CanvasMode(layer), session_(session), size_(size) {
    mask_ = QImage(std::max(size.width(), size.height()) > most_mask_side ? size.scaled(most_mask_side, most_mask_side, Qt::KeepAspectRatio) : size,
                   QImage::Format_Grayscale8);
    mask_.fill(0);
}

void RepaintMode::set_breadth(double widget_pixels) {
    breadth_ = widget_pixels;
    emit changed();
}

void RepaintMode::clear() {
    if (empty()) return;
    begin_step(tr("Clear"));
    mask_.fill(0);
    emit changed();
}

void RepaintMode::begin_step(const QString& name) {
    if (past_.size() == most_steps) past_.erase(past_.begin());
    past_.push_back({name, mask_});
    future_.clear();
    name_steps();
}

void RepaintMode::step(std::vector<Step>& from, std::vector<Step>& to) {
    if (from.empty() || at_work_) return;
    Step taken = std::move(from.back());
    from.pop_back();
    std::swap(mask_, taken.mask);
    to.push_back(std::move(taken));
    name_steps();
    emit changed();
}

void RepaintMode::undo() { step(past_, future_); }
void RepaintMode::redo() { step(future_, past_); }

void RepaintMode::name_steps() {
    history_ = {past_.empty() ? QString() : past_.back().name, future_.empty() ? QString() : future_.back().name};
    emit history_changed();
}

bool RepaintMode::empty() const {
    for (int y = 0; y < mask_.height(); ++y)
        if (std::any_of(mask_.constScanLine(y), mask_.constScanLine(y) + mask_.width(), [](uchar value) { return value > faint; })) return false;
    return true;
}

QImage RepaintMode::mask() const { return mask_.scaled(size_, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8); }

QPointF RepaintMode::in_mask(QPointF page_point) const {
    const document::Layer& layer = *session_.poster().find(layer_id());
    const QRectF whole = render::whole_picture(std::get<document::PictureLayer>(layer.content), size_, layer.placement.frame.size());
    const QPointF local = layer.placement.to_page().inverted().map(page_point) - whole.topLeft();
    return {local.x() / whole.width() * mask_.width(), local.y() / whole.height() * mask_.height()};
}

void RepaintMode::mark(const std::function<void(QPainter&)>& draw) {
    QPainter painter(&mask_);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor value = erasing_now_ ? Qt::black : Qt::white;
    painter.setPen(QPen(value, breadth_ * scale_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(value);
    draw(painter);
    painter.end();
    emit changed();
}

bool RepaintMode::press(const CanvasPointer& pointer) {
    at_work_ = true;
    erasing_now_ = erasing_ != bool(pointer.keys & Qt::AltModifier);
    last_ = in_mask(pointer.page());
    const QPointF beside = in_mask(pointer.page_to_widget.inverted().map(pointer.widget + QPointF(10, 0)));
    scale_ = std::hypot(beside.x() - last_.x(), beside.y() - last_.y()) / 10;
    lasso_ = QPolygonF{last_};
    if (shape_ == Shape::brush) begin_step(erasing_now_ ? tr("Take marks away") : tr("Mark"));
    if (shape_ == Shape::brush) mark([this](QPainter& painter) { painter.drawPoint(last_); });
    return true;
}

void RepaintMode::drag(const CanvasPointer& pointer) {
    pointer_ = pointer.widget;
    if (!at_work_) return;
    const QPointF now = in_mask(pointer.page());
    if (shape_ == Shape::brush) mark([&](QPainter& painter) { painter.drawLine(last_, now); });
    else lasso_ << now;
    last_ = now;
    emit changed();
}

void RepaintMode::release() {
    if (at_work_ && shape_ == Shape::lasso && lasso_.size() > 2) {
        begin_step(erasing_now_ ? tr("Take marks away") : tr("Mark"));
        mark([this](QPainter& painter) {
            painter.setPen(Qt::NoPen);
            painter.drawPolygon(lasso_);
        });
    }
    lasso_.clear();
    at_work_ = false;
    emit changed();
}

std::optional<Qt::CursorShape> RepaintMode::cursor(const CanvasPointer&) const { return Qt::CrossCursor; }

void RepaintMode::paint(QPainter& painter, const QTransform& page_to_widget) const {
    const document::Layer* layer = session_.poster().find(layer_id());
    const document::PictureLayer* picture = picture_in(session_.poster(), layer_id());
    if (!picture) return;
    const QRectF whole = render::whole_picture(*picture, size_, layer->placement.frame.size());
    QImage tint(mask_.size(), QImage::Format_ARGB32);
    tint.fill(tones().accent);
    tint.setAlphaChannel(mask_);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setTransform(layer->placement.to_page() * page_to_widget, true);
    painter.setClipRect(QRectF(QPointF(), layer->placement.frame.size()));
    painter.setOpacity(0.5);
    painter.drawImage(whole, tint);
    painter.setOpacity(1);
    if (lasso_.size() > 1) {
        QTransform to_frame;
        to_frame.translate(whole.x(), whole.y());
        to_frame.scale(whole.width() / mask_.width(), whole.height() / mask_.height());
        QPen pen(tones().accent, 1.5, Qt::DashLine);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.drawPolyline(to_frame.map(lasso_));
    }
    painter.restore();
    if (at_work_ && shape_ == Shape::brush) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::white, 1.5));
        painter.drawEllipse(pointer_, breadth_ / 2, breadth_ / 2);
    }
}

bool RepaintMode::poster_changed() { return picture_in(session_.poster(), layer_id()); }

void RepaintMode::confirm() {
    if (!empty()) emit wanted();
}

}  // namespace haibao::ui
