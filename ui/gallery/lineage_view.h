// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QHash>
#include <QImage>
#include <QWidget>
#include <vector>

#include "app/gallery/lineage.h"
#include "app/gallery/thumbnail_loader.h"

class QLabel;
class QScrollArea;

namespace haibao::ui {

/// One thing in the graph: a picture, a poster that shows it, or an ancestor that is known by its hash only.
class LineageNode : public QAbstractButton {
    Q_OBJECT
public:
    explicit LineageNode(QWidget* parent);
    void set_image(const QImage& image);

    gallery::PictureId picture = gallery::PictureId::none;
    QString file;                 ///< of a poster
    QString caption, below;       ///< what it shows; a line of facts
    bool centre = false;          ///< the one that was asked about
    int column = 0;               ///< generations from the oldest
    double row = 0;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage image_;
};

/// Where a picture comes from and what was made of it, from left to right. A click on a picture asks about that one.
class LineageView : public QWidget {
    Q_OBJECT
public:
    explicit LineageView(QWidget* parent = nullptr);

    /// Errors: those of lineage_of().
    Result<void> show_lineage(gallery::Library& library, gallery::PictureId id);
    gallery::PictureId centre() const { return centre_; }
    std::vector<LineageNode*> nodes() const { return nodes_; }

signals:
    void picture_wanted(qint64 id);         ///< another picture is the centre now
    void poster_wanted(const QString& file);
    void left();                                         ///< back to the grid

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Edge {
        LineageNode *from = nullptr, *to = nullptr;
        QString words;
    };
    class Canvas;
    LineageNode* node_of(gallery::PictureId id) const;
    LineageNode* add_picture(gallery::Library& library, gallery::PictureId id);
    void add_posters(const gallery::Lineage& lineage);
    void note_exports(const gallery::Lineage& lineage);
    void number_columns();
    void order_rows();
    void place();

    gallery::PictureId centre_ = gallery::PictureId::none;
    std::vector<LineageNode*> nodes_;
    std::vector<Edge> edges_;
    gallery::ThumbnailLoader loader_;
    QScrollArea* area_;
    Canvas* canvas_;
    QLabel* words_;
};

}  // namespace haibao::ui
