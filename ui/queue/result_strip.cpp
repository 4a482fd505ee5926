// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/result_strip.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>

#include "ui/style/icons.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr int picture_height = 84;
constexpr int least_width = 64;  // so that there is room for a word

int picture_width(const Tile* tile) {
    const QSize size = tile && !tile->image.isNull() ? tile->image.size() : QSize(3, 4);
    return std::clamp(picture_height * size.width() / std::max(1, size.height()), 48, 200);
}

bool may_be_tried_again(const Tile& tile) { return tile.state == TileState::failed || tile.state == TileState::cancelled; }

class TileDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const auto* tile = static_cast<const StripModel*>(index.model())->tile(index);
        return {std::max(picture_width(tile), least_width) + 2 * metrics::small_gap, picture_height + 26};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto* tile = static_cast<const StripModel*>(index.model())->tile(index);
        if (!tile) return;
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        QRectF picture(option.rect.adjusted(metrics::small_gap, metrics::small_gap, -metrics::small_gap, -22));
        const double spare = picture.width() - picture_width(tile);
        picture.adjust(spare / 2, 0, -spare / 2, 0);
        paint_picture(*painter, picture, *tile, option);
        paint_state(*painter, picture, *tile, option);
        painter->setPen(option.palette.color(tile->state == TileState::failed ? QPalette::Link : QPalette::Text));
        const QRect text(option.rect.left() + 2, option.rect.bottom() - 20, option.rect.width() - 4, 18);
        painter->drawText(text, Qt::AlignHCenter | Qt::AlignVCenter, ResultStrip::line_of(*tile, option.fontMetrics, text.width()));
        painter->restore();
    }

private:
    static void paint_picture(QPainter& painter, const QRectF& where, const Tile& tile, const QStyleOptionViewItem& option) {
        QPainterPath rounded;
        rounded.addRoundedRect(where, 4, 4);
        painter.fillPath(rounded, option.palette.color(QPalette::Midlight));
        if (!tile.image.isNull()) {
            painter.save();
            painter.setClipPath(rounded);
            QSizeF size = QSizeF(tile.image.size()).scaled(where.size(), Qt::KeepAspectRatioByExpanding);
            painter.drawImage(QRectF(where.center() - QPointF(size.width(), size.height()) / 2, size), tile.image);
            painter.restore();
        }
        const bool chosen = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
        painter.setPen(QPen(chosen ? tones().accent : option.palette.color(QPalette::Mid), chosen ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(rounded);
    }

    static void paint_state(QPainter& painter, const QRectF& where, const Tile& tile, const QStyleOptionViewItem& option) {
        if (tile.state == TileState::running) {
            const QRectF bar(where.left() + 6, where.bottom() - 10, where.width() - 12, 4);
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor(0, 0, 0, 90));
            painter.drawRoundedRect(bar, 2, 2);
            painter.setBrush(tones().accent);
            painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(std::max(4.0, bar.width() * tile.fraction), bar.height())), 2, 2);
        } else if (may_be_tried_again(tile)) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(option.palette.color(QPalette::Window));  // seen on any preview
            painter.drawEllipse(where.center(), 18, 18);
            const QIcon sign = tile.state == TileState::failed ? icon("dialog-warning") : icon("view-refresh");
            sign.paint(&painter, QRect(where.center().toPoint() - QPoint(12, 12), QSize(24, 24)));
        } else if (tile.state == TileState::waiting && tile.image.isNull()) {
            icon("chronometer").paint(&painter, QRect(where.center().toPoint() - QPoint(10, 10), QSize(20, 20)));
        }
        if (tile.starred) {
            painter.setPen(QPen(QColor(0, 0, 0, 120), 1));
            painter.setBrush(QColor(0xf5, 0xc2, 0x42));
            QPolygonF star;
            for (int i = 0; i < 10; ++i) {
                const double angle = -M_PI / 2 + i * M_PI / 5, radius = i % 2 ? 3.2 : 7.5;
                star << where.topRight() + QPointF(-12 + radius * std::cos(angle), 12 + radius * std::sin(angle));
            }
            painter.drawPolygon(star);
        }
    }
};

}  // namespace

ResultStrip::ResultStrip(StripModel* model, QWidget* parent) : QListView(parent), model_(model) {
    setModel(model);
    setItemDelegate(new TileDelegate(this));
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setMinimumHeight(124);
    setAccessibleName(tr("Results and queue"));
    const auto use = [this](const QModelIndex& index) {
        const Tile* tile = model_->tile(index);
        if (tile && tile->state == TileState::done) emit used(*tile);
        else if (tile && may_be_tried_again(*tile)) show_menu(index, viewport()->mapToGlobal(visualRect(index).center()));
    };
    connect(this, &QListView::clicked, this, use);
    connect(this, &QListView::activated, this, use);
}

void ResultStrip::keyPressEvent(QKeyEvent* event) {
    const Tile* tile = model_->tile(currentIndex());
    if (tile && event->key() == Qt::Key_Delete) emit dropped(currentIndex().row());
    else if (tile && event->key() == Qt::Key_S && event->modifiers() == Qt::NoModifier) emit star_toggled(*tile);
    else QListView::keyPressEvent(event);
}

/// The time left has no room in a narrow tile; the status line and the tip say it.
QString ResultStrip::line_of(const Tile& tile, const QFontMetrics& metrics, int width) {
    const QString whole = tile.words.isEmpty() ? tile.caption : tile.words.section(" · ", 0, 0);
    if (!tile.brief.isEmpty() && metrics.horizontalAdvance(whole) > width) return tile.brief;
    return metrics.elidedText(whole, Qt::ElideRight, width);
}

void ResultStrip::contextMenuEvent(QContextMenuEvent* event) { show_menu(indexAt(event->pos()), event->globalPos()); }

void ResultStrip::show_menu(const QModelIndex& index, const QPoint& global) {
    const Tile* tile = model_->tile(index);
    if (!tile) return;
    auto* shown = new QMenu(this);
    shown->setAttribute(Qt::WA_DeleteOnClose);
    QMenu& menu = *shown;
    const Tile copy = *tile;
    if (copy.state == TileState::done) {
        menu.addAction(tr("Use as background"), this, [this, copy] { emit used(copy); });
        menu.addAction(copy.starred ? tr("Remove star") : tr("Star"), this, [this, copy] { emit star_toggled(copy); });
        menu.addAction(tr("Use this seed"), this, [this, copy] { emit seed_wanted(copy); });
    }
    if (may_be_tried_again(copy)) {
        menu.addAction(tr("Try again"), this, [this, copy] { emit retried(copy); });
        if (copy.elsewhere) menu.addAction(tr("Try again on the processor"), this, [this, copy] { emit retried_on_processor(copy); });
        if (!copy.smaller.isEmpty())
            menu.addAction(tr("Try again smaller, %1 × %2").arg(copy.smaller.width()).arg(copy.smaller.height()), this, [this, copy] { emit retried_smaller(copy); });
    }
    if (copy.state == TileState::running || copy.state == TileState::waiting)
        menu.addAction(tr("Cancel"), this, [this, copy] { emit cancelled(copy); });
    else
        menu.addAction(tr("Drop"), this, [this, place = QPersistentModelIndex(index)] {
            if (place.isValid()) emit dropped(place.row());
        });
    menu.popup(global);
}

void ResultStrip::paintEvent(QPaintEvent* event) {
    QListView::paintEvent(event);
    if (model_->rowCount()) return;
    QPainter painter(viewport());
    painter.setPen(palette().color(roles::faint_text));
    painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("Pictures you generate appear here. One click puts one under your text."));
}

}  // namespace haibao::ui
