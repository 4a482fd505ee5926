// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/mode_bars.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

#include "ui/canvas/canvas_view.h"
#include "ui/canvas/crop_mode.h"
#include "ui/canvas/repaint_mode.h"
#include "ui/canvas/warp_mode.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

struct Bars {
    Q_DECLARE_TR_FUNCTIONS(haibao::ui::Bars)
};

QPushButton* done_button(CanvasView& canvas, const QString& text) {
    auto* button = new QPushButton(text);
    make_primary(button);
    button->setMinimumHeight(metrics::row_height);
    button->setToolTip(Bars::tr("Enter"));
    QObject::connect(button, &QPushButton::clicked, &canvas, [&canvas] { canvas.set_tool(Tool::move); });
    return button;
}

}  // namespace

FloatingBar::FloatingBar(QWidget* canvas) : QFrame(canvas), row_(new QHBoxLayout(this)) {
    setCursor(Qt::ArrowCursor);
    row_->setContentsMargins(shadow + metrics::gap, shadow + metrics::small_gap, shadow + metrics::gap, shadow + metrics::small_gap);
    row_->setSpacing(metrics::gap);
}

void FloatingBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 9));
    for (int i = shadow; i > 0; --i) painter.drawRoundedRect(card.adjusted(-i, -i + 1, i, i), metrics::radius + i, metrics::radius + i);
    painter.setPen(tones().line);
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

void FloatingBar::mousePressEvent(QMouseEvent* event) { event->accept(); }

QWidget* crop_bar(CanvasView& canvas, CropMode& mode) {
    auto* bar = new FloatingBar(&canvas);
    auto* ratio = new QComboBox;
    ratio->setAccessibleName(Bars::tr("Shape"));
    ratio->addItem(Bars::tr("Any shape"), 0.0);
    ratio->addItem(Bars::tr("As the picture"), mode.picture_ratio());
    const struct {
        int width, height;
    } shapes[] = {{1, 1}, {3, 4}, {4, 3}, {2, 3}, {3, 2}, {9, 16}, {16, 9}};
    for (const auto& shape : shapes) ratio->addItem(QString("%1 : %2").arg(shape.width).arg(shape.height), double(shape.width) / shape.height);
    QObject::connect(ratio, &QComboBox::activated, &mode, [&mode, ratio] { mode.set_ratio(ratio->currentData().toDouble()); });
    auto* whole = new QPushButton(Bars::tr("Whole picture"));
    QObject::connect(whole, &QPushButton::clicked, &mode, &CropMode::reset);
    auto* cancel = new QPushButton(Bars::tr("Cancel"));
    cancel->setToolTip(Bars::tr("Esc"));
    QObject::connect(cancel, &QPushButton::clicked, &canvas, &CanvasView::drop_mode);
    for (QWidget* widget : std::initializer_list<QWidget*>{ratio, whole, cancel, done_button(canvas, Bars::tr("Crop"))}) bar->row()->addWidget(widget);
    return bar;
}

QWidget* repaint_bar(CanvasView& canvas, RepaintMode& mode) {
    auto* bar = new FloatingBar(&canvas);
    auto* brush = icon_toggle("draw-brush", Bars::tr("Mark with a brush"));
    auto* lasso = icon_toggle("edit-select-lasso", Bars::tr("Mark by drawing round it"));
    auto* rubber = icon_toggle("draw-eraser", Bars::tr("Take marks away (Alt)"));
    brush->setChecked(true);
    auto* shapes = new QButtonGroup(bar);
    shapes->addButton(brush);
    shapes->addButton(lasso);
    auto* breadth = new QSlider(Qt::Horizontal);
    breadth->setRange(8, 200);
    breadth->setValue(48);
    breadth->setFixedWidth(110);
    breadth->setToolTip(Bars::tr("Breadth of the brush"));
    breadth->setAccessibleName(breadth->toolTip());
    QObject::connect(brush, &QToolButton::clicked, &mode, [&mode] { mode.set_shape(RepaintMode::Shape::brush); });
    QObject::connect(lasso, &QToolButton::clicked, &mode, [&mode] { mode.set_shape(RepaintMode::Shape::lasso); });
    QObject::connect(rubber, &QToolButton::toggled, &mode, &RepaintMode::set_erasing);
    QObject::connect(breadth, &QSlider::valueChanged, &mode, [&mode](int value) { mode.set_breadth(value); });
    auto* clear = new QPushButton(Bars::tr("Clear"));
    QObject::connect(clear, &QPushButton::clicked, &mode, &RepaintMode::clear);
    auto* cancel = new QPushButton(Bars::tr("Cancel"));
    cancel->setToolTip(Bars::tr("Esc"));
    QObject::connect(cancel, &QPushButton::clicked, &canvas, &CanvasView::drop_mode);
    auto* begin = new QPushButton(Bars::tr("Paint it anew"));
    make_primary(begin);
    begin->setMinimumHeight(metrics::row_height);
    begin->setToolTip(Bars::tr("The model paints the marked part again, by the prompt; the rest stays (Enter)"));
    begin->setEnabled(false);
    QObject::connect(&mode, &CanvasMode::changed, begin, [&mode, begin] { begin->setEnabled(!mode.empty()); });
    QObject::connect(begin, &QPushButton::clicked, &canvas, [&canvas, &mode] {
        mode.confirm();
        canvas.set_tool(Tool::move);
    });
    for (QWidget* widget : std::initializer_list<QWidget*>{brush, lasso, rubber, breadth, clear, cancel, begin}) bar->row()->addWidget(widget);
    return bar;
}

QStringList warp_names() {
    return {Bars::tr("Straight"), Bars::tr("Arc"), Bars::tr("Flag"), Bars::tr("Bulge"), Bars::tr("Perspective"), Bars::tr("Envelope")};
}

QWidget* warp_bar(CanvasView& canvas) {
    auto* bar = new FloatingBar(&canvas);
    auto* kind = new QComboBox;
    kind->setAccessibleName(Bars::tr("Warp"));
    kind->addItems(warp_names());
    PosterSession* session = canvas.session();
    const auto show = [session, kind] {
        const document::Layer* layer = session->selected();
        if (const auto* text = layer ? std::get_if<document::TextLayer>(&layer->content) : nullptr) kind->setCurrentIndex(int(text->text.warp.type));
    };
    show();
    QObject::connect(session, &PosterSession::changed, bar, show);
    QObject::connect(kind, &QComboBox::activated, bar, [session](int index) { set_warp(*session, document::Warp::Type(index)); });
    bar->row()->addWidget(kind);
    bar->row()->addWidget(done_button(canvas, Bars::tr("Done")));
    return bar;
}

}  // namespace haibao::ui
