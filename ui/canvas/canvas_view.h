// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTransform>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "ui/canvas/handles.h"
#include "ui/canvas/page_renderer.h"
#include "ui/canvas/poster_session.h"
#include "ui/canvas/snapping.h"

namespace haibao::ui {

enum class Tool { move, text, vertical_text, crop, eyedropper };

class TextEditing;

/// The poster on its grey surround: shows it, and is where layers are selected, moved, pulled, turned and written in.
class CanvasView : public QWidget {
    Q_OBJECT
public:
    explicit CanvasView(PosterSession* session, QWidget* parent = nullptr);
    ~CanvasView() override;

    PosterSession* session() const { return session_; }
    void set_tool(Tool tool);
    Tool tool() const { return tool_; }
    double zoom() const { return zoom_; }  ///< 1 = a point is a logical pixel
    void zoom_to(double zoom, QPointF fixed_widget_point);
    void zoom_to(double zoom) { zoom_to(zoom, rect().center()); }
    void fit_page();
    void fit_width();
    void set_show_guides(bool show);
    bool show_guides() const { return show_guides_; }
    /// Begins writing in a text layer; the whole text is selected.
    void edit_text(document::LayerId id);
    bool editing_text() const { return editing_ != nullptr; }
    void end_text_editing();
    /// False when no characters are selected for writing.
    bool style_selected_characters(const QString& what, const std::function<void(document::TextStyle&)>& edit);
    /// A preview from the model, shown in place of the ground while nothing is selected.
    void show_ground_preview(const QImage& image);
    QTransform page_to_widget() const;
    QTransform widget_to_page() const { return page_to_widget().inverted(); }

signals:
    void zoom_changed(double zoom);
    void tool_changed(haibao::ui::Tool tool);
    void colour_picked(const QColor& colour);
    void pictures_dropped(const QStringList& files, QPointF page_point);
    void rendered();
    void panels_toggled();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Drag { none, pan, move, pull, turn, rubber_band, new_text, select_text };

    void order_rendering();
    void receive(const RenderedPage& page);
    void session_changed();
    void paint_page(QPainter& painter);
    void paint_helpers(QPainter& painter);
    void paint_selection(QPainter& painter);
    document::LayerId layer_at(QPointF page_point) const;
    void begin_drag(QMouseEvent* event);
    void drag_to(QMouseEvent* event);
    void end_drag(QMouseEvent* event);
    void nudge(QPointF by);
    void update_cursor(QPointF widget_point);
    void add_text(const QRectF& page_rect);
    void pick_colour(QPointF widget_point);
    std::optional<Handle> handle_under(QPointF widget_point) const;

    PosterSession* session_;
    PageRenderer renderer_;
    RenderedPage shown_;
    QImage ground_preview_;
    Tool tool_ = Tool::move;
    double zoom_ = 1;
    QPointF offset_;  ///< widget position of the page's corner
    bool fitted_ = true, show_guides_ = true, space_down_ = false;

    Drag drag_ = Drag::none;
    QPointF drag_start_widget_, drag_start_page_, drag_now_page_, pan_start_;
    Handle pulled_handle_ = Handle::bottom_right;
    std::vector<std::pair<document::LayerId, document::Placement>> drag_placements_;
    SnapLines snap_lines_;
    std::vector<QLineF> shown_snaps_;
    std::unique_ptr<TextEditing> editing_;
};

}  // namespace haibao::ui
