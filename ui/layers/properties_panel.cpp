// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/properties_panel.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/canvas/canvas_view.h"
#include "ui/canvas/layer_actions.h"
#include "ui/layers/arrange_bar.h"
#include "ui/layers/kind_panels.h"
#include "ui/layers/text_panel.h"
#include "ui/style/colour_button.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

QDoubleSpinBox* field(const QString& name, double low) {
    auto* box = new QDoubleSpinBox;
    box->setRange(low, 100000);
    box->setDecimals(1);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setKeyboardTracking(false);
    box->setMinimumWidth(70);
    box->setAccessibleName(name);
    box->setToolTip(name);
    return box;
}

/// Is there one of this kind that can be changed?
template <class Kind>
bool any_selected(const PosterSession& session) {
    return std::ranges::any_of(session.selection(), [&session](document::LayerId id) {
        const document::Layer* layer = session.poster().find(id);
        return layer && !layer->locked && std::holds_alternative<Kind>(layer->content);
    });
}

constexpr int least_width = 330;

}  // namespace

/// Never scrolls sideways: as broad as what it shows needs, in any language.
bool PropertiesPanel::eventFilter(QObject* object, QEvent* event) {
    if (object == widget() && event->type() == QEvent::LayoutRequest)
        setMinimumWidth(std::max(least_width, widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width()));
    return QScrollArea::eventFilter(object, event);
}

PropertiesPanel::PropertiesPanel(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    place_ = new QWidget;
    auto* grid = new QGridLayout(place_);
    grid->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, 0);
    grid->setSpacing(metrics::small_gap);
    x_ = field(tr("Left"), -100000);
    y_ = field(tr("Top"), -100000);
    width_ = field(tr("Width"), 0.1);
    height_ = field(tr("Height"), 0.1);
    angle_ = field(tr("Rotation"), -360);
    angle_->setSuffix("°");
    unit_ = new QLabel;
    unit_->setForegroundRole(roles::faint_text);
    const struct {
        const char* label;
        QDoubleSpinBox* box;
    } cells[] = {{"X", x_}, {"Y", y_}, {"W", width_}, {"H", height_}, {"∠", angle_}};
    grid->setColumnStretch(1, 1);  // the letters stay beside their fields
    grid->setColumnStretch(3, 1);
    for (int i = 0; i < 5; ++i) {
        auto* letter = new QLabel(cells[i].label);
        letter->setMinimumWidth(metrics::small_icon);
        letter->setContentsMargins(i % 2 ? metrics::gap : 0, 0, 0, 0);
        grid->addWidget(letter, i / 2, 2 * (i % 2));
        grid->addWidget(cells[i].box, i / 2, 2 * (i % 2) + 1);
        connect(cells[i].box, &QDoubleSpinBox::valueChanged, this, &PropertiesPanel::place_layer);
    }
    grid->addWidget(unit_, 2, 3);
    layout->addWidget(place_);
    arrange_ = new ArrangeBar;
    layout->addWidget(arrange_);
    kinds_ = new QStackedWidget;
    text_ = new TextPanel;
    picture_ = new PicturePanel;
    scene_ = new ScenePanel;
    shape_ = new ShapePanel;
    nothing_ = new QLabel;
    nothing_->setWordWrap(true);
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setForegroundRole(roles::faint_text);
    for (QWidget* page : std::initializer_list<QWidget*>{nothing_, text_, picture_, scene_, shape_}) kinds_->addWidget(page);
    layout->addWidget(kinds_, 1);
    setWidget(body);
    setMinimumWidth(least_width);
    connect(text_, &TextPanel::failed, this, &PropertiesPanel::failed);
    refresh();
}

void PropertiesPanel::set_session(PosterSession* session) {
    if (session_) session_->disconnect(this);
    session_ = session;
    arrange_->set_session(session);
    text_->set_session(session);
    picture_->set_session(session);
    scene_->set_session(session);
    shape_->set_session(session);
    if (session_) {
        connect(session_, &PosterSession::changed, this, &PropertiesPanel::refresh);
        connect(session_, &PosterSession::selection_changed, this, &PropertiesPanel::refresh);
    }
    refresh();
}

void PropertiesPanel::set_canvas(CanvasView* canvas) {
    text_->set_range_styler({});
    disconnect(warp_link_);
    if (!canvas) return;
    text_->set_range_styler([view = QPointer<CanvasView>(canvas)](const QString& what, const std::function<void(document::TextStyle&)>& edit) {
        return view && view->style_selected_characters(what, edit);
    });
    warp_link_ = connect(text_, &TextPanel::warp_handles_wanted, canvas, [canvas] { canvas->set_tool(Tool::warp); });
}

void PropertiesPanel::refresh() {
    const document::Layer* layer = session_ ? session_->selected() : nullptr;
    place_->setVisible(layer);
    if (!layer) {
        const bool texts = session_ && any_selected<document::TextLayer>(*session_);
        nothing_->setText(session_ && !session_->selection().empty()
                              ? tr("%n layer(s) selected", nullptr, int(session_->selection().size()))
                              : tr("Select something on the poster to change it.\n\nT adds text, Shift+T vertical text."));
        return show_kind(texts ? static_cast<QWidget*>(text_) : nothing_);
    }
    struct {
        PropertiesPanel* panel;
        QWidget* operator()(const document::TextLayer&) const { return panel->text_; }
        QWidget* operator()(const document::PictureLayer&) const { return panel->picture_; }
        QWidget* operator()(const document::SceneLayer&) const { return panel->scene_; }
        QWidget* operator()(const document::ShapeLayer&) const { return panel->shape_; }
        QWidget* operator()(const document::GroupLayer&) const { return panel->nothing_; }
    } page{this};
    show_kind(std::visit(page, layer->content));
    const QScopedValueRollback quiet(updating_, true);
    const double unit = session_->poster().page.points_per_unit();
    const QRectF& frame = layer->placement.frame;
    x_->setValue(frame.x() / unit);
    y_->setValue(frame.y() / unit);
    width_->setValue(frame.width() / unit);
    height_->setValue(frame.height() / unit);
    angle_->setValue(layer->placement.rotation);
    unit_->setText(session_->poster().page.unit == document::PageUnit::pixels ? tr("in pixels") : tr("in millimetres"));
}

/// Only the page on show decides how high the panel is.
void PropertiesPanel::show_kind(QWidget* page) {
    for (int i = 0; i < kinds_->count(); ++i)
        kinds_->widget(i)->setSizePolicy(QSizePolicy::Preferred, kinds_->widget(i) == page ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    kinds_->setCurrentWidget(page);
    kinds_->adjustSize();
}

void PropertiesPanel::place_layer() {
    const document::Layer* layer = session_ ? session_->selected() : nullptr;
    if (updating_ || !layer) return;
    const double unit = session_->poster().page.points_per_unit();
    document::Placement placement = layer->placement;
    placement.frame = QRectF(x_->value() * unit, y_->value() * unit, width_->value() * unit, height_->value() * unit);
    placement.rotation = angle_->value();
    session_->change_layer(lasting(this, QT_TR_NOOP("Place")), layer->id, [&](document::Layer& changed) { place(changed, placement); }, "place");
}

bool PropertiesPanel::use_colour(const QColor& colour) {
    if (!session_) return false;
    const auto selected = session_->selection();
    const bool texts = any_selected<document::TextLayer>(*session_), shapes = any_selected<document::ShapeLayer>(*session_);
    if (texts) text_->set_colour(colour);
    if (shapes)
        session_->change(lasting(this, QT_TR_NOOP("Colour")), [&](document::Poster& poster) {
            for (const document::LayerId id : selected) {
                document::Layer* layer = poster.find(id);
                auto* shape = layer && !layer->locked ? std::get_if<document::ShapeLayer>(&layer->content) : nullptr;
                if (!shape) continue;
                if (shape->fills.empty()) shape->fills.emplace_back();
                shape->fills.front().paint = from_qcolor(colour);
            }
        });
    return texts || shapes;
}

}  // namespace haibao::ui
