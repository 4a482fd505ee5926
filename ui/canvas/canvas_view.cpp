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

#include "ui/canvas/eyedropper.h"
#include "ui/canvas/text_bar.h"
#include "ui/canvas/text_editing.h"
#include "ui/canvas/text_stand.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr double least_zoom = 0.02, most_zoom = 32;
constexpr double page_margin = 32;     // widget pixels around a fitted page

using document::Layer;
using document::LayerId;

/// To whole device pixels: of one that the page's edge cuts, the smaller part would show as a line of paper around a picture.
QRectF on_pixels(const QRectF& rect, double ratio) {
    const QPointF from(std::round(rect.left() * ratio), std::round(rect.top() * ratio)), to(std::round(rect.right() * ratio), std::round(rect.bottom() * ratio));
    return QRectF(from / ratio, to / ratio);
}

template <class Content>
bool any_selected(const PosterSession& session) {
    return std::ranges::any_of(session.selection(), [&session](LayerId id) {
        const Layer* layer = session.poster().find(id);
        return layer && std::holds_alternative<Content>(layer->content);
    });
}

/// Whether an action of the menus means something for what is selected.
bool suits_selection(const QString& action, const PosterSession& session) {
    if (action == "writing-mode") return any_selected<document::TextLayer>(session);
    if (action == "ungroup") return any_selected<document::GroupLayer>(session);
    if (action == "enlarge") return any_selected<document::PictureLayer>(session);
    return true;
}

bool has_mode(Tool tool) { return tool == Tool::crop || tool == Tool::warp || tool == Tool::repaint; }

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
    connect(session_, &PosterSession::selection_changed, this, &CanvasView::selection_changed);
    connect(&renderer_, &PageRenderer::rendered, this, &CanvasView::receive);
    text_bar_ = new TextBar(session_, [this](const QString& what, const auto& edit) { return style_selected_characters(what, edit); }, this);
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

QRectF CanvasView::free_area() const {
    const double beside = options_.rulers ? ruler_breadth : 0;
    return QRectF(rect()).adjusted(beside, beside, 0, 0);
}

void CanvasView::fit_page() {
    const QSizeF page = session_->poster().page.points();
    const QRectF area = free_area();
    const QSizeF room(std::max(50.0, area.width() - 2 * page_margin), std::max(50.0, area.height() - 2 * page_margin));
    zoom_ = std::clamp(std::min(room.width() / page.width(), room.height() / page.height()), least_zoom, most_zoom);
    offset_ = area.center() - QPointF(page.width(), page.height()) * zoom_ / 2;
    fitted_ = true;
    order_rendering();
    update();
    emit zoom_changed(zoom_);
}

void CanvasView::fit_width() {
    const QSizeF page = session_->poster().page.points();
    const QRectF area = free_area();
    zoom_ = std::clamp((area.width() - 2 * page_margin) / page.width(), least_zoom, most_zoom);
    offset_ = area.topLeft() + QPointF(page_margin, page_margin);
    fitted_ = false;
    order_rendering();
    update();
    emit zoom_changed(zoom_);
}

void CanvasView::set_tool(Tool tool) {
    // The eyedropper is only a short way off: what is being written in goes on, and takes the colour.
    if (tool != Tool::move && tool != Tool::eyedropper) end_text_editing();
    leave_mode(Leave::applying);
    tool_ = tool;
    if (has_mode(tool) && !begin_mode(LayerId::none))
        emit said(tool == Tool::warp ? tr("Click the text to bend.") : tool == Tool::crop ? tr("Click the picture to crop.") : tr("Click the picture to repaint."));
    update_cursor(mapFromGlobal(QCursor::pos()));
    place_bars();
    update();
    emit tool_changed(tool);
}

void CanvasView::set_options(const ViewOptions& options) {
    const bool rulers = options.rulers != options_.rulers;
    options_ = options;
    if (rulers && fitted_) fit_page();
    place_bars();
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
    if (mode_ && !mode_->poster_changed()) set_tool(Tool::move);
    order_rendering();
    update();
}

void CanvasView::selection_changed() {
    const auto& selection = session_->selection();
    if (editing_ && (selection.size() != 1 || selection.front() != editing_->layer())) end_text_editing();
    if (mode_ && (selection.size() != 1 || selection.front() != mode_->layer_id())) set_tool(Tool::move);
    place_bars();
    update();
}

void CanvasView::order_rendering() {
    place_bars();
    if (!isVisible()) return;
    const double scale = zoom_ * devicePixelRatioF();
    const double bleed = session_->poster().page.bleed;
    const QRectF page = QRectF(QPointF(), session_->poster().page.points()).adjusted(-bleed, -bleed, bleed, bleed);
    const QRectF seen = widget_to_page().mapRect(QRectF(rect())).intersected(page);
    if (seen.isEmpty()) return;
    const QRectF pixels(seen.topLeft() * scale, seen.size() * scale);
    renderer_.order({session_->poster(), scale, pixels.toAlignedRect(), drag_ != Drag::none && drag_ != Drag::pan, session_->previewing() ? 0 : session_->revision()});
}

void CanvasView::receive(const RenderedPage& page) {
    shown_ = page;
    session_->set_backdrop(page.backdrop);  // first: who hears of the findings looks at it
    session_->set_findings(page.findings);
    suit_to_ground();
    update();
    emit rendered();
}

void CanvasView::suit_to_ground() {
    if (!editing_ && !session_->previewing() && shown_.revision == session_->revision()) suit_inks(*session_);
}

void CanvasView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tones().surround);
    paint_page(painter);
    if (options_.margins) paint_helpers(painter);
    if (options_.guides) paint_guides(painter);
    if (mode_) mode_->paint(painter, mode_to_widget());
    else paint_selection(painter);
    if (editing_) editing_->paint(painter, page_to_widget());
    if (options_.rulers) paint_rulers(painter);
    if (tool_ == Tool::eyedropper && pointer_) paint_glass(painter, shown_.image, pixel_under(*pointer_), *pointer_, size());
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
    painter.fillRect(on_pixels(page, devicePixelRatioF()), Qt::white);
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
    const double bleed = options_.margins ? session_->poster().page.bleed * zoom_ : 0;
    painter.setClipRect(on_pixels(page.adjusted(-bleed, -bleed, bleed, bleed), devicePixelRatioF()));
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
}

void CanvasView::paint_guides(QPainter& painter) {
    const document::Guides& guides = session_->poster().page.guides;
    const auto paint_all = [&](Qt::Orientation direction, const std::vector<double>& places) {
        for (std::size_t i = 0; i < places.size(); ++i) {
            const bool dragged = guide_ && guide_->guide.direction == direction && guide_->guide.index == int(i);
            if (!dragged) paint_guide(painter, direction, places[i], page_to_widget(), size());
        }
    };
    paint_all(Qt::Horizontal, guides.y);
    paint_all(Qt::Vertical, guides.x);
    if (guide_) paint_guide(painter, guide_->guide.direction, guide_->at, page_to_widget(), size());
}

void CanvasView::paint_rulers(QPainter& painter) {
    QRectF selection;
    for (const LayerId id : session_->selection())
        if (const Layer* layer = session_->poster().find(id))
            selection |= frame_to_page(*layer).mapRect(QRectF(QPointF(), layer->placement.frame.size()));
    ui::paint_rulers(painter, session_->poster().page, page_to_widget(), size(), {pointer_, selection});
}

void CanvasView::paint_selection(QPainter& painter) {
    const QTransform map = page_to_widget();
    painter.setPen(QPen(QColor(0xd0, 0x2a, 0x9a), 1));
    for (const QLineF& line : shown_snaps_) painter.drawLine(map.map(line));
    painter.setBrush(Qt::NoBrush);
    if (drag_ == Drag::rubber_band || drag_ == Drag::new_text) {
        painter.setPen(QPen(tones().accent, 1, Qt::DashLine));
        painter.drawRect(map.mapRect(QRectF(drag_start_page_, drag_now_page_).normalized()));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const LayerId id : session_->selection()) {
        const Layer* layer = session_->poster().find(id);
        if (!layer) continue;
        painter.setPen(QPen(tones().accent, 1.25, layer->locked ? Qt::DashLine : Qt::SolidLine));
        painter.drawPolygon((frame_to_page(*layer) * map).map(QPolygonF(QRectF(QPointF(), layer->placement.frame.size()))));
    }
    const Layer* one = session_->selected();
    if (one && !one->locked && !editing_) paint_handles(painter, handles_of(*one), HandleSet::sides_and_rotation);
}

// Finding -------------------------------------------------------------------------------------------------------------

/// Groups are found as one, except where something in them is selected: then its neighbours are found.
LayerId CanvasView::layer_at(QPointF page_point) const {
    const document::Poster& poster = session_->poster();
    const double slack = 3 / zoom_;
    const Layer* hit = ui::layer_at(poster.layers, page_point, {}, slack);
    if (!hit || session_->selection().empty()) return hit ? hit->id : LayerId::none;
    const auto around = groups_around(poster, session_->selection().front());
    if (around.empty() || around.front()->id != hit->id) return hit->id;
    const auto& neighbours = std::get<document::GroupLayer>(around.back()->content).layers;
    const Layer* inner = ui::layer_at(neighbours, page_point, groups_to_page(poster, session_->selection().front()), slack);
    return inner ? inner->id : hit->id;
}

QTransform CanvasView::frame_to_page(const Layer& layer) const { return layer.placement.to_page() * groups_to_page(session_->poster(), layer.id); }

std::array<QPointF, handle_count> CanvasView::handles_of(const Layer& layer) const {
    return handle_points(layer.placement, groups_to_page(session_->poster(), layer.id) * page_to_widget());
}

std::optional<Handle> CanvasView::handle_under(QPointF widget_point) const {
    const Layer* one = session_->selected();
    if (!one || one->locked || editing_ || tool_ != Tool::move) return {};
    return handle_at(handles_of(*one), widget_point);
}

QPoint CanvasView::pixel_under(QPointF widget_point) const {
    const QPointF pixel = widget_to_page().map(widget_point) * shown_.pixels_per_point - QPointF(shown_.pixels.topLeft());
    return {int(std::floor(pixel.x())), int(std::floor(pixel.y()))};
}

void CanvasView::update_cursor(QPointF at) {
    if (space_down_ || drag_ == Drag::pan) return setCursor(drag_ == Drag::pan ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
    if (options_.rulers && ruler_at(at)) return setCursor(*ruler_at(at) == Qt::Horizontal ? Qt::SplitVCursor : Qt::SplitHCursor);
    if (mode_) {
        if (const auto shape = mode_->cursor(pointer_of(at, {}))) return setCursor(*shape);
    }
    switch (tool_) {
        case Tool::text:
        case Tool::vertical_text: return setCursor(Qt::IBeamCursor);
        case Tool::eyedropper: return setCursor(Qt::CrossCursor);
        case Tool::crop:
        case Tool::repaint:
        case Tool::warp: return setCursor(mode_ ? Qt::ArrowCursor : Qt::PointingHandCursor);
        case Tool::move: break;
    }
    if (const auto handle = handle_under(at)) return setCursor(handle_cursor(handles_of(*session_->selected()), *handle));
    if (options_.guides)
        if (const auto guide = guide_at(session_->poster().page, page_to_widget(), at))
            return setCursor(guide->direction == Qt::Horizontal ? Qt::SplitVCursor : Qt::SplitHCursor);
    if (editing_ && editing_->contains(widget_to_page().map(at))) return setCursor(Qt::IBeamCursor);
    setCursor(layer_at(widget_to_page().map(at)) != LayerId::none ? Qt::SizeAllCursor : Qt::ArrowCursor);
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
    for (QAction* action : actions())
        if (suits_selection(action->objectName(), *session_)) menu.addAction(action);
    if (!menu.isEmpty()) menu.exec(event->globalPos());
}

}  // namespace haibao::ui
