// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/crop_mode.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QThreadPool>
#include <algorithm>
#include <cmath>

#include "app/render/picture_part.h"
#include "app/render/pictures.h"
#include "ui/canvas/layer_actions.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

using document::PictureLayer;

constexpr int preview_side = 2000;  // pixels; more is not seen
constexpr double least_side = 4;    // points

const PictureLayer* picture_in(const document::Poster& poster, document::LayerId id) {
    const document::Layer* layer = poster.find(id);
    return layer ? std::get_if<PictureLayer>(&layer->content) : nullptr;
}

/// The largest rectangle of a ratio within another one, about the same centre.
QRectF with_ratio(const QRectF& rect, double ratio) {
    const QSizeF size = QSizeF(ratio, 1).scaled(rect.size(), Qt::KeepAspectRatio);
    return {rect.center() - QPointF(size.width(), size.height()) / 2, size};
}

/// `rect` made smaller about `fixed` until it lies within `bounds`; its shape stays.
QRectF shrunk_into(const QRectF& rect, QPointF fixed, const QRectF& bounds) {
    double scale = 1;
    const auto limit = [&scale](double reach, double room) {
        if (reach > 1e-9) scale = std::min(scale, std::max(0.0, room) / reach);
    };
    limit(rect.right() - fixed.x(), bounds.right() - fixed.x());
    limit(fixed.x() - rect.left(), fixed.x() - bounds.left());
    limit(rect.bottom() - fixed.y(), bounds.bottom() - fixed.y());
    limit(fixed.y() - rect.top(), fixed.y() - bounds.top());
    return {fixed + (rect.topLeft() - fixed) * scale, rect.size() * scale};
}

}  // namespace

/// The decoded picture on its way from the background.
struct CropMode::Loading {
    CropMode* wanted_by = nullptr;  ///< null: nobody any more; only touched by the window's thread
};

CropMode::CropMode(PosterSession& session, document::LayerId layer, QSize size) : CanvasMode(layer), session_(session) {
    const document::Layer& now = *session_.poster().find(layer);
    const auto& picture = std::get<PictureLayer>(now.content);
    start_ = now.placement;
    kept_ = render::shown_part(picture, size, start_.frame.size()).where;
    whole_ = render::whole_picture(picture, size, start_.frame.size());
    first_kept_ = kept_;
    first_whole_ = whole_;
    load_picture();
}

CropMode::~CropMode() { loading_->wanted_by = nullptr; }

void CropMode::load_picture() {
    loading_ = std::make_shared<Loading>(this);
    const PictureLayer* layer = picture_in(session_.poster(), layer_id());
    QThreadPool::globalInstance()->start([loading = loading_, picture = session_.poster().pictures.value(layer->picture)] {
        auto decoded = render::decode_picture(picture);
        if (!decoded) return;  // the page shows a placeholder that says so
        QImage image = *decoded->image;
        if (std::max(image.width(), image.height()) > preview_side) image = image.scaled(preview_side, preview_side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [loading, image] {
            if (!loading->wanted_by) return;
            loading->wanted_by->picture_ = image;
            emit loading->wanted_by->changed();
        });
    });
}

document::Placement CropMode::placement_of(const QRectF& part) const {
    document::Placement placement = start_;
    placement.frame.setSize(part.size());
    placement.frame.moveCenter(start_.to_page().map(part.center()));
    return placement;
}

void CropMode::set_ratio(double ratio) {
    ratio_ = ratio;
    if (ratio_ > 0) kept_ = with_ratio(kept_, ratio_);
    emit changed();
}

void CropMode::reset() {
    kept_ = ratio_ > 0 ? with_ratio(whole_, ratio_) : whole_;
    emit changed();
}

bool CropMode::press(const CanvasPointer& pointer) {
    handle_ = handle_at(handle_points(placement_of(kept_), pointer.page_to_widget), pointer.widget);
    if (handle_ == Handle::rotate) handle_.reset();
    from_page_ = pointer.page();
    from_kept_ = kept_;
    from_whole_ = whole_;
    moving_ = !handle_ && whole_.contains(start_.to_page().inverted().map(from_page_));
    return handle_ || moving_;
}

void CropMode::drag(const CanvasPointer& pointer) {
    const bool keep = ratio_ > 0 || pointer.keys & Qt::ShiftModifier;
    if (handle_) pull(pointer.page(), keep ? KeepAspect::yes : KeepAspect::no);
    else if (moving_) move_picture(start_.to_page().inverted().map(pointer.page()) - start_.to_page().inverted().map(from_page_));
    emit changed();
}

void CropMode::pull(QPointF page_point, KeepAspect keep) {
    const document::Placement before = placement_of(from_kept_), after = pulled(before, *handle_, page_point, keep);
    QRectF part(QPointF(), after.frame.size());
    part.moveCenter(start_.to_page().inverted().map(after.frame.center()));
    if (keep == KeepAspect::yes) {
        const QPointF grip = handle_fraction(*handle_);
        const QPointF fixed(from_kept_.x() + (1 - grip.x()) * from_kept_.width(), from_kept_.y() + (1 - grip.y()) * from_kept_.height());
        part = shrunk_into(part, fixed, whole_);
    } else {
        part &= whole_;
    }
    if (part.width() >= least_side && part.height() >= least_side) kept_ = part;
}

/// Under the kept part, which it never leaves uncovered.
void CropMode::move_picture(QPointF by) {
    const double x = std::clamp(by.x(), kept_.right() - from_whole_.right(), kept_.left() - from_whole_.left());
    const double y = std::clamp(by.y(), kept_.bottom() - from_whole_.bottom(), kept_.top() - from_whole_.top());
    whole_ = from_whole_.translated(x, y);
}

void CropMode::release() {
    handle_.reset();
    moving_ = false;
}

std::optional<Qt::CursorShape> CropMode::cursor(const CanvasPointer& pointer) const {
    const document::Placement placement = placement_of(kept_);
    const auto points = handle_points(placement, pointer.page_to_widget);
    const auto handle = handle_at(points, pointer.widget);
    if (handle && *handle != Handle::rotate) return handle_cursor(points, *handle);
    if (whole_.contains(start_.to_page().inverted().map(pointer.page()))) return Qt::SizeAllCursor;
    return {};
}

void CropMode::paint(QPainter& painter, const QTransform& page_to_widget) const {
    const QTransform map = start_.to_page() * page_to_widget;
    QPainterPath kept;
    kept.addPolygon(map.map(QPolygonF(kept_)));
    kept.closeSubpath();
    QPainterPath around;
    around.addRect(painter.viewport());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.fillPath(around, QColor(0, 0, 0, 90));
    if (!picture_.isNull()) {
        painter.save();
        painter.setTransform(map, true);
        painter.setOpacity(0.45);
        painter.drawImage(whole_, picture_);
        painter.setOpacity(1);
        painter.setClipRect(kept_);
        painter.drawImage(whole_, picture_);
        painter.restore();
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 110), 1));
    for (int i = 1; i < 3; ++i) {
        const double x = kept_.left() + kept_.width() * i / 3, y = kept_.top() + kept_.height() * i / 3;
        painter.drawLine(map.map(QLineF(x, kept_.top(), x, kept_.bottom())));
        painter.drawLine(map.map(QLineF(kept_.left(), y, kept_.right(), y)));
    }
    painter.setPen(QPen(QColor(255, 255, 255, 140), 1, Qt::DashLine));
    painter.drawPolygon(map.map(QPolygonF(whole_)));
    painter.setPen(QPen(tones().accent, 1.5));
    painter.drawPath(kept);
    paint_handles(painter, handle_points(placement_of(kept_), page_to_widget), HandleSet::sides);
}

QPolygonF CropMode::grips(const QTransform& page_to_widget) const {
    const auto points = handle_points(placement_of(kept_), page_to_widget);
    QPolygonF grips;
    for (int i = 0; i < handle_count; ++i)
        if (Handle(i) != Handle::rotate) grips << points[std::size_t(i)];
    return grips;
}

bool CropMode::poster_changed() { return picture_in(session_.poster(), layer_id()); }

void CropMode::apply() {
    if (kept_ == first_kept_ && whole_ == first_whole_) return;
    const double x = std::clamp((kept_.x() - whole_.x()) / whole_.width(), 0.0, 1.0), y = std::clamp((kept_.y() - whole_.y()) / whole_.height(), 0.0, 1.0);
    const QRectF crop(x, y, std::min(kept_.width() / whole_.width(), 1 - x), std::min(kept_.height() / whole_.height(), 1 - y));
    const document::Placement placement = placement_of(kept_);
    session_.change_layer(lasting(this, QT_TR_NOOP("Crop")), layer_id(), [&](document::Layer& changed) {
        auto* picture = std::get_if<PictureLayer>(&changed.content);
        if (!picture) return;
        picture->crop = crop;
        place(changed, placement);
    });
    first_kept_ = kept_;
    first_whole_ = whole_;
}

}  // namespace haibao::ui
