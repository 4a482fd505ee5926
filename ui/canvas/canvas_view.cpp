// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_view.h"

#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QUrl>
#include <algorithm>
#include <cmath>

#include "ui/canvas/text_editing.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr double least_zoom = 0.02, most_zoom = 32;
constexpr double page_margin = 32;     // widget pixels around a fitted page

using document::Layer;
using document::LayerId;

}  // namespace

CanvasView::CanvasView(PosterSession* session, QWidget* parent) : QWidget(parent), session_(session) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setMinimumSize(200, 160);
    setAccessibleName(tr("Poster"));
    connect(session_, &PosterSession::changed, this, &CanvasView::session_changed);
    connect(session_, &PosterSession::selection_changed, this, [this] {
        if (editing_ && (session_->selection().size() != 1 || session_->selection().front() != editing_->layer())) end_text_editing();
        update();
    });
    connect(&renderer_, &PageRenderer::rendered, this, &CanvasView::receive);
}

CanvasView::~CanvasView() = default;

QTransform CanvasView::page_to_widget() const { return QTransform::fromScale(zoom_, zoom_) * QTransform::fromTranslate(offset_.x(), offset_.y()); }

void CanvasView::zoom_to(double zoom, QPointF fixed) {
    const QPointF page_point = widget_to_page().map(fixed);
    zoom_ = std::clamp(zoom, least_zoom, most_zoom);
    offset_ = fixed - page_point * zoom_;
    fitted_ = false;
    order_rendering();
    update();
    emit zoom_changed(zoom_);
}

void CanvasView::fit_page() {
    const QSizeF page = session_->poster().page.points();
    const QSizeF room(std::max(50.0, width() - 2 * page_margin), std::max(50.0, height() - 2 * page_margin));
    zoom_ = std::clamp(std::min(room.width() / page.width(), room.height() / page.height()), least_zoom, most_zoom);
    offset_ = QPointF((width() - page.width() * zoom_) / 2, (height() - page.height() * zoom_) / 2);
    fitted_ = true;
    order_rendering();
    update();
    emit zoom_changed(zoom_);
}

void CanvasView::fit_width() {
    const QSizeF page = session_->poster().page.points();
    zoom_ = std::clamp((width() - 2 * page_margin) / page.width(), least_zoom, most_zoom);
    offset_ = QPointF(page_margin, page_margin);
    fitted_ = false;
    order_rendering();
    update();
    emit zoom_changed(zoom_);
}

void CanvasView::set_tool(Tool tool) {
    if (tool != Tool::move) end_text_editing();
    tool_ = tool;
    update_cursor(mapFromGlobal(QCursor::pos()));
    update();
    emit tool_changed(tool);
}

void CanvasView::set_show_guides(bool show) {
    show_guides_ = show;
    update();
}

void CanvasView::show_ground_preview(const QImage& image) {
    ground_preview_ = image;
    update();
}

// Painting ------------------------------------------------------------------------------------------------------------

void CanvasView::session_changed() {
    if (fitted_ && drag_ == Drag::none) {
        const QSizeF page = session_->poster().page.points() * zoom_;
        if (page.width() > width() || page.height() > height() || std::max(page.width() / width(), page.height() / height()) < 0.5) fit_page();
    }
    if (editing_) editing_->poster_changed();
    order_rendering();
    update();
}

void CanvasView::order_rendering() {
    if (!isVisible()) return;
    const double scale = zoom_ * devicePixelRatioF();
    const double bleed = session_->poster().page.bleed;
    const QRectF page = QRectF(QPointF(), session_->poster().page.points()).adjusted(-bleed, -bleed, bleed, bleed);
    const QRectF seen = widget_to_page().mapRect(QRectF(rect())).intersected(page);
    if (seen.isEmpty()) return;
    const QRectF pixels(seen.topLeft() * scale, seen.size() * scale);
    renderer_.order({session_->poster(), scale, pixels.toAlignedRect(), drag_ != Drag::none && drag_ != Drag::pan});
}

void CanvasView::receive(const RenderedPage& page) {
    shown_ = page;
    session_->set_findings(page.findings);
    update();
    emit rendered();
}

void CanvasView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tones().surround);
    paint_page(painter);
    if (show_guides_) paint_helpers(painter);
    paint_selection(painter);
    if (editing_) editing_->paint(painter, page_to_widget());
    if (hasFocus() && !editing_ && session_->selection().empty() && property("keyboard-focus").toBool()) {
        painter.setPen(QPen(tones().accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void CanvasView::paint_page(QPainter& painter) {
    const QRectF page = page_to_widget().mapRect(QRectF(QPointF(), session_->poster().page.points()));
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 6; i > 0; --i) {  // a quiet shadow under the sheet
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 6));
        painter.drawRoundedRect(page.adjusted(-i, -i + 2, i, i + 2), i, i);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(page, Qt::white);
    if (shown_.image.isNull()) {
        if (!shown_.problem.isEmpty()) {
            painter.setPen(tones().error);
            painter.drawText(page, Qt::AlignCenter | Qt::TextWordWrap, shown_.problem);
        }
        return;
    }
    const double scale = shown_.pixels_per_point;
    const QRectF where = page_to_widget().mapRect(QRectF(QPointF(shown_.pixels.topLeft()) / scale, QSizeF(shown_.pixels.size()) / scale));
    painter.save();
    if (!show_guides_) painter.setClipRect(page);
    const bool exact = std::abs(scale - zoom_ * devicePixelRatioF()) < 1e-9;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !exact);
    painter.drawImage(where, shown_.image);
    painter.restore();
    if (!ground_preview_.isNull() && session_->selection().empty()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(page, ground_preview_);
    }
}

void CanvasView::paint_helpers(QPainter& painter) {
    const document::Page& page = session_->poster().page;
    const QRectF trim(QPointF(), page.points());
    const QTransform map = page_to_widget();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(128, 128, 128, 140), 1));
    painter.drawRect(map.mapRect(trim));
    const double safe = page.safe_margin();
    painter.setPen(QPen(QColor(70, 150, 190, 150), 1, Qt::DashLine));
    painter.drawRect(map.mapRect(trim.adjusted(safe, safe, -safe, -safe)));
    if (page.bleed > 0) {
        painter.setPen(QPen(QColor(200, 68, 47, 170), 1, Qt::DotLine));
        painter.drawRect(map.mapRect(trim.adjusted(-page.bleed, -page.bleed, page.bleed, page.bleed)));
    }
    painter.setPen(QPen(QColor(0xd0, 0x2a, 0x9a), 1));
    for (const QLineF& line : shown_snaps_) painter.drawLine(map.map(line));
    if (drag_ == Drag::rubber_band || drag_ == Drag::new_text) {
        painter.setPen(QPen(tones().accent, 1, Qt::DashLine));
        painter.drawRect(map.mapRect(QRectF(drag_start_page_, drag_now_page_).normalized()));
    }
}

void CanvasView::paint_selection(QPainter& painter) {
    painter.setRenderHint(QPainter::Antialiasing);
    const QTransform map = page_to_widget();
    for (const LayerId id : session_->selection()) {
        const Layer* layer = session_->poster().find(id);
        if (!layer) continue;
        painter.setPen(QPen(tones().accent, 1.25, layer->locked ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon((layer->placement.to_page() * map).map(QPolygonF(QRectF(QPointF(), layer->placement.frame.size()))));
    }
    const Layer* one = session_->selected();
    if (!one || one->locked || editing_) return;
    const auto points = handle_points(one->placement, map);
    painter.drawLine(points[std::size_t(Handle::top)], points[std::size_t(Handle::rotate)]);
    painter.setBrush(Qt::white);
    for (int i = 0; i < handle_count; ++i) {
        if (Handle(i) == Handle::rotate) painter.drawEllipse(points[std::size_t(i)], 4.5, 4.5);
        else painter.drawRect(QRectF(points[std::size_t(i)] - QPointF(3.5, 3.5), QSizeF(7, 7)));
    }
}

// Finding -------------------------------------------------------------------------------------------------------------

LayerId CanvasView::layer_at(QPointF page_point) const {
    const auto& layers = session_->poster().layers;
    const double slack = 3 / zoom_;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        if (!layer->visible || layer->locked) continue;
        const QPointF local = layer->placement.to_page().inverted().map(page_point);
        if (QRectF(QPointF(), layer->placement.frame.size()).adjusted(-slack, -slack, slack, slack).contains(local)) return layer->id;
    }
    return LayerId::none;
}

std::optional<Handle> CanvasView::handle_under(QPointF widget_point) const {
    const Layer* one = session_->selected();
    if (!one || one->locked || editing_ || tool_ != Tool::move) return {};
    return handle_at(handle_points(one->placement, page_to_widget()), widget_point);
}

void CanvasView::update_cursor(QPointF at) {
    if (space_down_ || drag_ == Drag::pan) return setCursor(drag_ == Drag::pan ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
    if (tool_ == Tool::text || tool_ == Tool::vertical_text) return setCursor(Qt::IBeamCursor);
    if (tool_ == Tool::eyedropper || tool_ == Tool::crop) return setCursor(Qt::CrossCursor);
    if (const auto handle = handle_under(at)) {
        if (*handle == Handle::rotate) return setCursor(Qt::CrossCursor);
        const auto points = handle_points(session_->selected()->placement, page_to_widget());
        const QPointF away = points[std::size_t(*handle)] - page_to_widget().map(session_->selected()->placement.frame.center());
        const double degrees = std::fmod(std::atan2(away.y(), away.x()) * 180 / M_PI + 360, 180);
        constexpr Qt::CursorShape shapes[] = {Qt::SizeHorCursor, Qt::SizeFDiagCursor, Qt::SizeVerCursor, Qt::SizeBDiagCursor};
        return setCursor(shapes[int(std::floor((degrees + 22.5) / 45)) % 4]);
    }
    if (editing_ && editing_->contains(widget_to_page().map(at))) return setCursor(Qt::IBeamCursor);
    setCursor(layer_at(widget_to_page().map(at)) != LayerId::none ? Qt::SizeAllCursor : Qt::ArrowCursor);
}

void CanvasView::pick_colour(QPointF at) {
    if (shown_.image.isNull()) return;
    const QPointF pixel = widget_to_page().map(at) * shown_.pixels_per_point - QPointF(shown_.pixels.topLeft());
    const QPoint where(int(pixel.x()), int(pixel.y()));
    if (shown_.image.rect().contains(where)) emit colour_picked(shown_.image.pixelColor(where));
}

// Bringing in ---------------------------------------------------------------------------------------------------------

void CanvasView::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void CanvasView::dropEvent(QDropEvent* event) {
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    if (!files.isEmpty()) emit pictures_dropped(files, widget_to_page().map(event->position()));
    event->acceptProposedAction();
}

void CanvasView::contextMenuEvent(QContextMenuEvent* event) {
    const LayerId hit = layer_at(widget_to_page().map(event->pos()));
    if (hit != LayerId::none && std::ranges::find(session_->selection(), hit) == session_->selection().end()) session_->select({hit});
    QMenu menu;
    if (editing_) editing_->add_spelling(menu, widget_to_page().map(event->pos()));
    for (QAction* action : actions()) menu.addAction(action);
    if (!menu.isEmpty()) menu.exec(event->globalPos());
}

}  // namespace haibao::ui
