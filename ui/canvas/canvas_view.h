// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTransform>
#include <QWidget>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "ui/canvas/canvas_mode.h"
#include "ui/canvas/handles.h"
#include "ui/canvas/page_renderer.h"
#include "ui/canvas/poster_session.h"
#include "ui/canvas/rulers.h"
#include "ui/canvas/snapping.h"

namespace haibao::ui {

enum class Tool { move, text, vertical_text, crop, eyedropper, warp, repaint };

/// What is shown around and over the poster to work by; none of it is part of it.
struct ViewOptions {
    bool rulers = true, guides = true, margins = true, snapping = true, text_bar = true;
    bool operator==(const ViewOptions&) const = default;
};

class TextBar;
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
    void set_options(const ViewOptions& options);
    const ViewOptions& options() const { return options_; }
    /// What is being cropped or warped; null else.
    CanvasMode* mode() const { return mode_.get(); }
    /// Leaves it without applying what it shows.
    void drop_mode();
    /// Of the poster, or of what is being marked in a mode that has a past of its own.
    void undo();
    void redo();
    QString undo_name() const;  ///< empty = nothing to undo
    QString redo_name() const;
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
    void history_changed();  ///< undo_name() or redo_name()
    void panels_toggled();
    void said(const QString& sentence);
    /// White in the mask, which has the picture's size, is to be painted anew.
    void repaint_wanted(quint64 layer, const QImage& mask);

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
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Drag { none, pan, move, pull, turn, rubber_band, new_text, select_text, guide, mode };
    /// A layer that is dragged, as it was when that began. Placements in a group count from its `outer`.
    struct Dragged {
        document::LayerId id;
        document::Placement start;
        QTransform outer;
    };
    struct DraggedGuide {
        GuideId guide;      ///< index −1: new
        double at = 0;      ///< points
    };

    void order_rendering();
    void receive(const RenderedPage& page);
    /// After the poster has got another ground, once that is the one on show and nothing is being written or dragged.
    void suit_to_ground();
    void session_changed();
    void selection_changed();
    void paint_page(QPainter& painter);
    void paint_helpers(QPainter& painter);
    void paint_guides(QPainter& painter);
    void paint_selection(QPainter& painter);
    void paint_rulers(QPainter& painter);
    /// Where the page may be seen: beside the rulers.
    QRectF free_area() const;
    CanvasPointer pointer_of(QPointF widget_point, Qt::KeyboardModifiers keys) const { return {widget_point, mode_to_widget(), keys}; }
    /// From where the placement of the mode's layer counts: the page, or the group around it.
    QTransform mode_to_widget() const;

    document::LayerId layer_at(QPointF page_point) const;
    /// Of a layer's own frame to the page.
    QTransform frame_to_page(const document::Layer& layer) const;
    std::array<QPointF, handle_count> handles_of(const document::Layer& layer) const;
    std::optional<Handle> handle_under(QPointF widget_point) const;
    QPoint pixel_under(QPointF widget_point) const;

    void begin_drag(QMouseEvent* event);
    bool begin_guide(QPointF widget_point);
    bool begin_handle(QPointF widget_point);
    void begin_on_layers(QMouseEvent* event);
    void drag_to(QMouseEvent* event);
    void drag_layers(Qt::KeyboardModifiers keys);
    void drag_handle(Qt::KeyboardModifiers keys);
    void drag_guide(Qt::KeyboardModifiers keys);
    void end_drag(QMouseEvent* event);
    void end_guide(QPointF widget_point);
    void track_pointer(QPointF widget_point);

    /// Cropping or warping begins for the layer that suits the tool; false when none does.
    bool begin_mode(document::LayerId wanted);
    void begin_mode(std::unique_ptr<CanvasMode> mode, QWidget* bar);
    enum class Leave { applying, dropping };
    void leave_mode(Leave how);
    void place_bars();
    /// How far a text reaches on the page.
    QRectF text_extent(const document::Layer& layer, const document::Text& text);

    void nudge(QPointF by);
    void update_cursor(QPointF widget_point);
    void add_text(const QRectF& page_rect);

    PosterSession* session_;
    PageRenderer renderer_;
    RenderedPage shown_;
    QImage ground_preview_;
    Tool tool_ = Tool::move;
    ViewOptions options_;
    double zoom_ = 1;
    QPointF offset_;  ///< widget position of the page's corner
    bool fitted_ = true, space_down_ = false;

    Drag drag_ = Drag::none;
    QPointF drag_start_widget_, drag_start_page_, drag_now_page_, pan_start_;
    std::optional<QPointF> pointer_;  ///< widget pixels, while it is over the canvas
    Handle pulled_handle_ = Handle::bottom_right;
    std::vector<Dragged> dragged_;
    Baselines dragged_lines_;
    SnapLines snap_lines_;
    std::vector<QLineF> shown_snaps_;
    std::optional<DraggedGuide> guide_;
    std::unique_ptr<TextEditing> editing_;
    std::unique_ptr<CanvasMode> mode_;
    QWidget* mode_bar_ = nullptr;     ///< over the canvas while a mode is on
    TextBar* text_bar_;
    struct TextExtent {
        document::Layer layer;
        QTransform to_page;
        QRectF on_page;
    };
    std::optional<TextExtent> text_extent_;
};

}  // namespace haibao::ui
