// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/lineage_view.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/paths.h"
#include "app/gallery/thumbnails.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

constexpr QSize node_size(168, 190), node_gap(84, 20);
constexpr int margin = 24, caption_height = 38;

QString words_of(gallery::ParentKind kind) {
    switch (kind) {
        case gallery::ParentKind::source: return LineageView::tr("reference");
        case gallery::ParentKind::variation: return LineageView::tr("variation");
        case gallery::ParentKind::crop: return LineageView::tr("crop");
        case gallery::ParentKind::edit: return LineageView::tr("edit");
    }
    return {};
}

}  // namespace

LineageNode::LineageNode(QWidget* parent) : QAbstractButton(parent) {
    setFixedSize(node_size);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void LineageNode::set_image(const QImage& image) {
    image_ = image;
    update();
}

void LineageNode::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool marked = centre || hasFocus();
    painter.setPen(QPen(marked ? tones().accent : tones().line, marked ? 2 : 1));
    painter.setBrush(palette().color(underMouse() && isEnabled() ? QPalette::AlternateBase : QPalette::Base));
    painter.drawRoundedRect(frame, metrics::radius, metrics::radius);
    const QRectF room = frame.adjusted(8, 8, -8, -caption_height - 4);
    if (!image_.isNull()) {
        const QSizeF size = QSizeF(image_.size()).scaled(room.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRectF(room.center() - QPointF(size.width(), size.height()) / 2, size), image_);
    } else {
        ui::icon(picture != gallery::PictureId::none ? "viewimage" : file.isEmpty() ? "question" : "document-edit").paint(&painter, QRect(room.center().toPoint() - QPoint(16, 16), QSize(32, 32)));
    }
    const QRectF words(frame.left() + 8, frame.bottom() - caption_height, frame.width() - 16, caption_height - 4);
    painter.setPen(palette().color(isEnabled() ? QPalette::WindowText : roles::faint_text));
    painter.drawText(QRectF(words.topLeft(), QSizeF(words.width(), words.height() / 2)), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(caption, Qt::ElideRight, int(words.width())));
    painter.setPen(tones().faint_text);
    painter.drawText(QRectF(words.left(), words.center().y(), words.width(), words.height() / 2), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(below, Qt::ElideRight, int(words.width())));
}

/// Paints the edges behind the nodes.
class LineageView::Canvas : public QWidget {
public:
    explicit Canvas(LineageView* view) : view_(view) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        for (const Edge& edge : view_->edges_) {
            const QPointF from(edge.from->geometry().right() + 1, edge.from->geometry().center().y());
            const QPointF to(edge.to->geometry().left() - 1, edge.to->geometry().center().y());
            const double reach = std::max(30.0, (to.x() - from.x()) / 2);
            QPainterPath path(from);
            path.cubicTo(from + QPointF(reach, 0), to - QPointF(reach, 0), to);
            const bool near = edge.from->centre || edge.to->centre;
            painter.setPen(QPen(near ? tones().accent : tones().faint_text, near ? 2 : 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(path);
            painter.setBrush(painter.pen().color());
            painter.setPen(Qt::NoPen);
            painter.drawPolygon(QPolygonF{to, to + QPointF(-8, -4), to + QPointF(-8, 4)});
            if (edge.words.isEmpty()) continue;
            // Where several edges come from one node they part towards their ends: the words stand there.
            const QRectF words = QRectF(fontMetrics().boundingRect(edge.words)).adjusted(-5, -2, 5, 2);
            const QRectF plate(path.pointAtPercent(0.62) - QPointF(words.width(), words.height()) / 2, words.size());
            painter.setBrush(palette().color(QPalette::Window));
            painter.drawRoundedRect(plate, 4, 4);
            painter.setPen(tones().faint_text);
            painter.drawText(plate, Qt::AlignCenter, edge.words);
        }
    }

private:
    LineageView* view_;
};

LineageView::LineageView(QWidget* parent) : QWidget(parent), loader_(gallery::Thumbnails::usual_file()) {
    auto* layout = new QVBoxLayout(this);
    auto* head = new QHBoxLayout;
    auto* back = new QPushButton(icon("go-previous"), tr("Back to the pictures"));
    head->addWidget(back);
    words_ = new QLabel;
    words_->setForegroundRole(roles::faint_text);
    head->addSpacing(metrics::gap);
    head->addWidget(words_, 1);
    layout->addLayout(head);
    area_ = new QScrollArea;
    area_->setFrameShape(QFrame::NoFrame);
    area_->setAccessibleName(tr("Where a picture comes from and what was made of it"));
    area_->setAlignment(Qt::AlignCenter);
    canvas_ = new Canvas(this);
    area_->setWidget(canvas_);
    layout->addWidget(area_, 1);
    connect(back, &QPushButton::clicked, this, &LineageView::left);
    connect(&loader_, &gallery::ThumbnailLoader::ready, this, [this](const gallery::LoadedThumbnail& thumbnail) {
        if (LineageNode* node = node_of(thumbnail.id)) node->set_image(thumbnail.image);
    });
}

void LineageView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return emit left();
    QWidget::keyPressEvent(event);
}

LineageNode* LineageView::node_of(gallery::PictureId id) const {
    const auto found = std::ranges::find(nodes_, id, &LineageNode::picture);
    return id != gallery::PictureId::none && found != nodes_.end() ? *found : nullptr;
}

LineageNode* LineageView::add_picture(gallery::Library& library, gallery::PictureId id) {
    auto* node = new LineageNode(canvas_);
    nodes_.push_back(node);
    node->picture = id;
    if (auto details = library.get(id)) {
        const QString prompt = QString::fromStdString(details->making.prompt).simplified();
        node->caption = prompt.isEmpty() ? paths::to_qt(details->file.filename()) : prompt;
        const auto made = QDateTime::fromMSecsSinceEpoch(details->created.time_since_epoch().count());
        node->below = details->trashed ? tr("in the trash") : details->missing ? tr("file missing") : locale().toString(made, QLocale::ShortFormat);
        node->setToolTip(prompt.left(300));
        loader_.request(id, details->file, details->sha256, gallery::small_thumbnail);
    }
    connect(node, &QAbstractButton::clicked, this, [this, id] { emit picture_wanted(qint64(id)); });
    return node;
}

Result<void> LineageView::show_lineage(gallery::Library& library, gallery::PictureId id) {
    auto lineage = gallery::lineage_of(library, id);
    if (!lineage) return pass_on(lineage);
    loader_.forget_waiting();
    for (LineageNode* node : nodes_) node->deleteLater();
    nodes_.clear();
    edges_.clear();
    centre_ = id;
    add_picture(library, id)->centre = true;
    for (const gallery::PictureId ancestor : lineage->ancestors) add_picture(library, ancestor);
    for (const gallery::PictureId descendant : lineage->descendants) add_picture(library, descendant);
    for (const gallery::LineageEdge& edge : lineage->edges) {
        LineageNode* from = edge.parent ? node_of(*edge.parent) : nullptr;
        LineageNode* to = node_of(edge.child);
        if (!to || from == to) continue;
        if (!from) {
            from = nodes_.emplace_back(new LineageNode(canvas_));
            from->caption = tr("not in the library");
            from->below = edge.sha256 ? QString::fromStdString(gallery::to_hex(*edge.sha256).substr(0, 10)) : QString();
            from->setEnabled(false);
        }
        edges_.push_back({from, to, words_of(edge.kind)});
    }
    add_posters(*lineage);
    note_exports(*lineage);
    words_->setText(nodes_.size() == 1 ? tr("It was made from no other picture, and nothing was made of it yet.")
                                       : tr("Made from %1, used for %2, exported %3 time(s)")
                                             .arg(lineage->ancestors.size()).arg(lineage->descendants.size() + lineage->posters.size()).arg(lineage->exports.size()));
    number_columns();
    order_rows();
    place();
    return {};
}

void LineageView::add_posters(const gallery::Lineage& lineage) {
    for (const gallery::PosterUse& use : lineage.posters) {
        LineageNode* shown = node_of(use.picture);
        if (!shown) continue;
        const QString file = paths::to_qt(use.file);
        auto known = std::ranges::find(nodes_, file, &LineageNode::file);
        if (known == nodes_.end()) {
            auto* node = new LineageNode(canvas_);
            node->file = file;
            node->caption = use.title.empty() ? paths::to_qt(use.file.stem()) : QString::fromStdString(use.title);
            node->below = tr("poster");
            node->setToolTip(file);
            connect(node, &QAbstractButton::clicked, this, [this, file] { emit poster_wanted(file); });
            known = nodes_.insert(nodes_.end(), node);
        }
        edges_.push_back({shown, *known, {}});
    }
}

/// Exports are files somewhere: a number on what they were made of, their names in its tip.
void LineageView::note_exports(const gallery::Lineage& lineage) {
    QHash<LineageNode*, QStringList> files;
    for (const gallery::ExportUse& use : lineage.exports) {
        LineageNode* from = use.picture ? node_of(*use.picture) : nullptr;
        if (!from && use.poster) {
            const auto poster = std::ranges::find(lineage.posters, *use.poster, &gallery::PosterUse::id);
            const auto node = poster == lineage.posters.end() ? nodes_.end() : std::ranges::find(nodes_, paths::to_qt(poster->file), &LineageNode::file);
            if (node != nodes_.end()) from = *node;
        }
        if (from) files[from] << paths::to_qt(use.file.filename());
    }
    for (auto entry = files.begin(); entry != files.end(); ++entry) {
        entry.key()->below += " · " + tr("exported %n time(s)", nullptr, int(entry->size()));
        entry.key()->setToolTip(entry.key()->toolTip() + "\n" + entry->mid(0, 12).join("\n"));
    }
    for (LineageNode* node : nodes_) {
        node->setAccessibleName(node->caption);
        node->setAccessibleDescription(node->below);
    }
}

/// A child stands right of all its parents. At most as many rounds as there are nodes: a circle cannot keep it busy.
void LineageView::number_columns() {
    for (std::size_t round = 0; round < nodes_.size(); ++round) {
        bool moved = false;
        for (const Edge& edge : edges_)
            if (edge.to->column <= edge.from->column && edge.to->column < int(nodes_.size())) {
                edge.to->column = edge.from->column + 1;
                moved = true;
            }
        if (!moved) break;
    }
    // Parents stand close to their first child, not at the far left.
    for (LineageNode* node : nodes_) {
        int first = -1;
        bool has_parent = false;
        for (const Edge& edge : edges_) {
            has_parent |= edge.to == node;
            if (edge.from == node) first = first < 0 ? edge.to->column : std::min(first, edge.to->column);
        }
        if (!has_parent && first > 0) node->column = first - 1;
    }
}

/// Rows are numbered by turns so that nodes stand at the height of their neighbours.
void LineageView::order_rows() {
    int columns = 0;
    for (const LineageNode* node : nodes_) columns = std::max(columns, node->column + 1);
    const auto number = [this](int column) {
        std::vector<LineageNode*> in;
        for (LineageNode* node : nodes_)
            if (node->column == column) in.push_back(node);
        std::ranges::stable_sort(in, {}, &LineageNode::row);
        for (std::size_t i = 0; i < in.size(); ++i) in[i]->row = double(i) - (double(in.size()) - 1) / 2;
    };
    for (int column = 0; column < columns; ++column) number(column);
    for (int sweep = 0; sweep < 4; ++sweep) {
        const bool forward = sweep % 2 == 0;
        for (int i = 0; i < columns; ++i) {
            const int column = forward ? i : columns - 1 - i;
            for (LineageNode* node : nodes_) {
                if (node->column != column) continue;
                double sum = 0;
                int count = 0;
                for (const Edge& edge : edges_)
                    if (const LineageNode* other = forward && edge.to == node ? edge.from : !forward && edge.from == node ? edge.to : nullptr) sum += other->row, ++count;
                if (count) node->row = sum / count;
            }
            number(column);
        }
    }
}

void LineageView::place() {
    double top = 0, bottom = 0;
    int columns = 0;
    for (const LineageNode* node : nodes_) {
        top = std::min(top, node->row);
        bottom = std::max(bottom, node->row);
        columns = std::max(columns, node->column + 1);
    }
    const QSize step = node_size + node_gap;
    canvas_->resize(2 * margin + columns * step.width() - node_gap.width(), int(2 * margin + (bottom - top + 1) * step.height() - node_gap.height()));
    for (LineageNode* node : nodes_) {
        node->move(margin + node->column * step.width(), int(margin + (node->row - top) * step.height()));
        node->show();
    }
    canvas_->update();
    const QPoint middle = nodes_.front()->geometry().center();
    area_->ensureVisible(middle.x(), middle.y(), area_->viewport()->width() / 2, area_->viewport()->height() / 2);
}

}  // namespace haibao::ui
