// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/compare_view.h"

#include <QHBoxLayout>
#include <QImageReader>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "ui/style/background.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

constexpr int top_height = 48, words_height = 56, gap_between = 12;
constexpr double most_zoom = 32, key_step = 0.02, grip = 12;
const QColor ground(18, 18, 18), light(225, 225, 225), faint(160, 160, 160);

QImage read(const QString& file) {
    QImageReader reader(file);
    reader.setAutoTransform(true);
    return reader.read();
}

}  // namespace

CompareView::CompareView(std::array<Side, 2> sides, QWidget* over) : QWidget(over), sides_(std::move(sides)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    cover_parent(*this);
    setAccessibleName(tr("Compare two pictures"));
    build_bar();
    for (int i = 0; i < 2; ++i)
        in_background(this, [file = sides_[std::size_t(i)].file] { return read(file); },
                      [this, i](QImage image) {
                          images_[std::size_t(i)] = std::move(image);
                          update();
                      });
    set_mode(Mode::beside);
    show();
    raise();
    setFocus();
}

void CompareView::build_bar() {
    bar_ = new QWidget(this);
    auto* row = new QHBoxLayout(bar_);
    row->setContentsMargins(metrics::padding, metrics::gap, metrics::padding, metrics::gap);
    const auto add = [this, row](const QString& words, const QString& key, const auto& what) {
        auto* button = new QToolButton;
        button->setText(words);
        button->setToolTip(key);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus);  // keys are the view's
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, what);
        return button;
    };
    beside_ = add(tr("Side by side"), tr("S"), [this] { set_mode(Mode::beside); });
    slider_ = add(tr("Slider"), tr("S"), [this] { set_mode(Mode::slider); });
    for (QToolButton* button : {beside_, slider_}) button->setCheckable(true);
    row->addStretch(1);
    zoom_words_ = new QLabel;
    row->addWidget(zoom_words_);
    add(tr("Whole"), "2", [this] { zoom_at(1 / zoom_, rect().center()); });
    add("100 %", "1", [this] { show_actual_pixels(); });
    add(tr("Swap"), "X", [this] {
        std::swap(sides_[0], sides_[1]);
        std::swap(images_[0], images_[1]);
        update();
    });
    add(tr("Close"), tr("Esc"), [this] { close(); });
    // The ground is dark in every theme: pictures are judged here.
    QPalette palette = bar_->palette();
    palette.setColor(QPalette::Window, QColor(34, 34, 34));
    for (const auto role : {QPalette::WindowText, QPalette::ButtonText, QPalette::Text}) palette.setColor(role, light);
    palette.setColor(QPalette::Button, QColor(58, 58, 58));
    bar_->setPalette(palette);
    bar_->setAutoFillBackground(true);
    bar_->setGeometry(0, 0, width(), top_height);
}

void CompareView::set_mode(Mode mode) {
    mode_ = mode;
    beside_->setChecked(mode == Mode::beside);
    slider_->setChecked(mode == Mode::slider);
    clamp_centre();
    update();
}

QRectF CompareView::pane(int index) const {
    const QRectF room(gap_between, top_height + gap_between, width() - 2 * gap_between, height() - top_height - words_height - gap_between);
    if (mode_ == Mode::slider) return room;
    const double half = (room.width() - gap_between) / 2;
    return {room.left() + index * (half + gap_between), room.top(), half, room.height()};
}

QRectF CompareView::placed(int index) const {
    const QRectF room = pane(index);
    const QImage& image = images_[std::size_t(index)];
    const QSizeF size = QSizeF(image.isNull() ? QSize(1, 1) : image.size()).scaled(room.size(), Qt::KeepAspectRatio) * zoom_;
    return {room.center() - QPointF(centre_.x() * size.width(), centre_.y() * size.height()), size};
}

void CompareView::draw(QPainter& painter, int index, const QRectF& clip) const {
    painter.save();
    painter.setClipRect(clip);
    const QImage& image = images_[std::size_t(index)];
    const QRectF target = placed(index);
    if (!image.isNull()) painter.drawImage(target, image);
    painter.restore();
}

void CompareView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), ground);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom_ < 4);  // single pixels are to be seen as such
    const QRectF left = pane(0), right = pane(1);
    const double at = left.left() + split_ * left.width();
    if (mode_ == Mode::beside) {
        draw(painter, 0, left);
        draw(painter, 1, right);
    } else {
        draw(painter, 0, QRectF(left.topLeft(), QPointF(at, left.bottom())));
        draw(painter, 1, QRectF(QPointF(at, left.top()), left.bottomRight()));
        painter.setPen(QPen(QColor(0, 0, 0, 120), 4));
        painter.drawLine(QPointF(at, left.top()), QPointF(at, left.bottom()));
        painter.setPen(QPen(Qt::white, 2));
        painter.drawLine(QPointF(at, left.top()), QPointF(at, left.bottom()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(0, 0, 0, 120), 1));
        painter.setBrush(Qt::white);
        painter.drawEllipse(QPointF(at, left.center().y()), grip, grip);
        painter.setPen(QPen(QColor(60, 60, 60), 1.6));
        for (const int side : {-1, 1}) {
            const QPointF tip(at + side * 8, left.center().y());
            painter.drawLine(tip, tip + QPointF(-side * 4, -4));
            painter.drawLine(tip, tip + QPointF(-side * 4, 4));
        }
    }
    painter.setPen(faint);
    const double half = width() / 2.0;
    for (int i = 0; i < 2; ++i)
        painter.drawText(QRectF(i * half + gap_between, height() - words_height + 4, half - 2 * gap_between, words_height - 10),
                         int(i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::TextWordWrap, sides_[std::size_t(i)].words);
    zoom_words_->setText(zoom_ == 1 ? QString() : QString("%1 ×").arg(locale().toString(zoom_, 'f', 1)));
}

void CompareView::zoom_at(double factor, QPointF place) {
    const double before = zoom_;
    zoom_ = std::clamp(zoom_ * factor, 1.0, most_zoom);
    // In the pane that the pointer is in; the other one follows.
    const int index = mode_ == Mode::beside && pane(1).contains(place) ? 1 : 0;
    const QRectF room = pane(index);
    const QSizeF size = placed(index).size() / zoom_;
    const QPointF offset = place - room.center();
    const double change = 1 / before - 1 / zoom_;
    centre_ += QPointF(offset.x() * change / size.width(), offset.y() * change / size.height());
    clamp_centre();
    update();
}

void CompareView::show_actual_pixels() {
    if (images_[0].isNull()) return;
    const double fitted = placed(0).width() / zoom_;
    zoom_at(images_[0].width() / devicePixelRatioF() / fitted / zoom_, rect().center());
}

/// A picture never leaves its pane altogether; one that is seen whole stands in the middle.
void CompareView::clamp_centre() {
    const QRectF room = pane(0);
    const QSizeF size = placed(0).size();
    const auto clamped = [](double centre, double shown, double whole) {
        if (whole <= shown) return 0.5;
        return std::clamp(centre, shown / whole / 2, 1 - shown / whole / 2);
    };
    centre_ = {clamped(centre_.x(), room.width(), size.width()), clamped(centre_.y(), room.height(), size.height())};
}

void CompareView::set_split(double split) {
    split_ = std::clamp(split, 0.0, 1.0);
    update();
}

void CompareView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Escape:
        case Qt::Key_Space: close(); return;
        case Qt::Key_S: return set_mode(mode_ == Mode::beside ? Mode::slider : Mode::beside);
        case Qt::Key_X:
            std::swap(sides_[0], sides_[1]);
            std::swap(images_[0], images_[1]);
            return update();
        case Qt::Key_1: return show_actual_pixels();
        case Qt::Key_2: return zoom_at(1 / zoom_, rect().center());
        case Qt::Key_Plus:
        case Qt::Key_Equal: return zoom_at(1.25, pane(0).center());
        case Qt::Key_Minus: return zoom_at(0.8, pane(0).center());
        case Qt::Key_Left: return set_split(split_ - key_step);
        case Qt::Key_Right: return set_split(split_ + key_step);
        default: QWidget::keyPressEvent(event);
    }
}

void CompareView::wheelEvent(QWheelEvent* event) { zoom_at(std::pow(1.0015, event->angleDelta().y()), event->position()); }

void CompareView::mousePressEvent(QMouseEvent* event) {
    const double at = pane(0).left() + split_ * pane(0).width();
    dragging_split_ = mode_ == Mode::slider && (zoom_ == 1 || std::abs(event->position().x() - at) < 2 * grip);
    dragged_from_ = event->position();
    if (dragging_split_) set_split((event->position().x() - pane(0).left()) / pane(0).width());
}

void CompareView::mouseMoveEvent(QMouseEvent* event) {
    const double at = pane(0).left() + split_ * pane(0).width();
    setCursor(mode_ == Mode::slider && std::abs(event->position().x() - at) < 2 * grip ? Qt::SplitHCursor : zoom_ > 1 ? Qt::OpenHandCursor : Qt::ArrowCursor);
    if (!dragged_from_) return;
    if (dragging_split_) return set_split((event->position().x() - pane(0).left()) / pane(0).width());
    const QPointF moved = event->position() - *dragged_from_;
    const QSizeF size = placed(0).size();
    centre_ -= QPointF(moved.x() / size.width(), moved.y() / size.height());
    dragged_from_ = event->position();
    clamp_centre();
    update();
}

void CompareView::mouseReleaseEvent(QMouseEvent*) { dragged_from_.reset(); }

void CompareView::resizeEvent(QResizeEvent*) {
    bar_->setGeometry(0, 0, width(), top_height);
    clamp_centre();
}

}  // namespace haibao::ui
