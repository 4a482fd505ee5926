// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>

#include "ui/canvas/poster_session.h"

class QComboBox;
class QSlider;
class QTreeWidget;
class QTreeWidgetItem;

namespace haibao::ui {

/// The poster's layers, topmost first: eye, lock, name, order, opacity and blend mode.
class LayersPanel : public QWidget {
    Q_OBJECT
public:
    explicit LayersPanel(QWidget* parent = nullptr);
    void set_session(PosterSession* session);

private:
    void rebuild();
    void add_items(const std::vector<document::Layer>& layers, QTreeWidgetItem* parent);
    QString warnings_of(const document::Layer& layer) const;
    QStringList listed(const std::vector<document::Layer>& layers) const;
    void show_selection();
    void clicked(QTreeWidgetItem* item, int column);
    void renamed(QTreeWidgetItem* item, int column);
    void reordered();
    void move_selected(int by);
    void change_selected(const QString& what, const std::function<void(document::Layer&)>& edit, const QString& merge = {});

    QPointer<PosterSession> session_;
    QTreeWidget* tree_;
    QSlider* opacity_;
    QComboBox* blend_;
    QStringList listed_;
    bool updating_ = false;
};

}  // namespace haibao::ui
