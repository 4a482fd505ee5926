// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layers_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSlider>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/canvas/layer_actions.h"
#include "ui/style/finding_words.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

using document::Layer;
using document::LayerId;

constexpr int name_column = 0, eye_column = 1, lock_column = 2;

LayerId id_of(const QTreeWidgetItem* item) { return LayerId{item->data(0, Qt::UserRole).toULongLong()}; }

QString icon_of(const Layer& layer) {
    struct {
        QString operator()(const document::PictureLayer&) const { return "insert-image"; }
        QString operator()(const document::TextLayer& text) const {
            return text.text.writing_mode == document::WritingMode::vertical_rl ? "format-text-direction-vertical" : "draw-text";
        }
        QString operator()(const document::ShapeLayer&) const { return "draw-rectangle"; }
        QString operator()(const document::SceneLayer&) const { return "draw-watercolor"; }
        QString operator()(const document::GroupLayer&) const { return "object-group"; }
    } name;
    return std::visit(name, layer.content);
}

}  // namespace

LayersPanel::LayersPanel(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    tree_ = new QTreeWidget;
    tree_->setColumnCount(3);
    tree_->setHeaderHidden(true);
    tree_->setIndentation(14);
    tree_->setRootIsDecorated(true);
    tree_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    tree_->setDragDropMode(QAbstractItemView::InternalMove);
    tree_->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    tree_->setAccessibleName(tr("Layers"));
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setSectionResizeMode(name_column, QHeaderView::Stretch);
    for (const int column : {eye_column, lock_column}) {
        tree_->header()->setSectionResizeMode(column, QHeaderView::Fixed);
        tree_->header()->resizeSection(column, 30);
    }
    layout->addWidget(tree_, 1);

    auto* look = new QHBoxLayout;
    opacity_ = new QSlider(Qt::Horizontal);
    opacity_->setRange(0, 100);
    opacity_->setAccessibleName(tr("Opacity"));
    opacity_->setToolTip(tr("Opacity"));
    blend_ = new QComboBox;
    blend_->addItems({tr("Normal"), tr("Multiply"), tr("Screen"), tr("Overlay"), tr("Darken"), tr("Lighten"), tr("Colour dodge"),
                      tr("Colour burn"), tr("Hard light"), tr("Soft light"), tr("Difference"), tr("Exclusion")});
    blend_->setAccessibleName(tr("Blend mode"));
    blend_->setToolTip(tr("Blend mode"));
    look->addWidget(blend_, 1);
    look->addWidget(opacity_, 1);
    layout->addLayout(look);

    auto* buttons = new QHBoxLayout;
    auto* up = icon_button("go-up", tr("Bring forward"));
    auto* down = icon_button("go-down", tr("Send backward"));
    auto* group = icon_button("object-group", tr("Group"));
    auto* ungroup = icon_button("object-ungroup", tr("Ungroup"));
    auto* duplicate = icon_button("edit-copy", tr("Duplicate"));
    auto* remove = icon_button("edit-delete", tr("Delete"));
    for (QToolButton* button : {up, down, group, ungroup, duplicate, remove}) buttons->addWidget(button);
    buttons->addStretch(1);
    layout->addLayout(buttons);

    connect(tree_, &QTreeWidget::itemClicked, this, &LayersPanel::clicked);
    connect(tree_, &QTreeWidget::itemChanged, this, &LayersPanel::renamed);
    connect(tree_, &QTreeWidget::itemSelectionChanged, this, [this] {
        if (updating_ || !session_) return;
        std::vector<LayerId> ids;
        for (const QTreeWidgetItem* item : tree_->selectedItems()) ids.push_back(id_of(item));
        session_->select(ids);
    });
    connect(tree_->model(), &QAbstractItemModel::rowsInserted, this, [this] {
        if (!updating_) QMetaObject::invokeMethod(this, &LayersPanel::reordered, Qt::QueuedConnection);
    });
    connect(opacity_, &QSlider::valueChanged, this, [this](int value) {
        if (updating_ || !session_) return;
        change_selected(lasting(this, QT_TR_NOOP("Opacity")), [value](Layer& layer) { layer.opacity = value / 100.0; }, "opacity");
    });
    connect(blend_, &QComboBox::activated, this, [this](int index) {
        change_selected(lasting(this, QT_TR_NOOP("Blend mode")), [index](Layer& layer) { layer.blend = document::Blend(index); });
    });
    connect(up, &QToolButton::clicked, this, [this] { move_selected(1); });
    connect(down, &QToolButton::clicked, this, [this] { move_selected(-1); });
    connect(group, &QToolButton::clicked, this, [this] { if (session_) group_selection(*session_); });
    connect(ungroup, &QToolButton::clicked, this, [this] { if (session_) ungroup_selection(*session_); });
    connect(duplicate, &QToolButton::clicked, this, [this] { if (session_) duplicate_selection(*session_); });
    connect(remove, &QToolButton::clicked, this, [this] { if (session_) delete_selection(*session_); });
}

/// One step for all that is selected.
void LayersPanel::change_selected(const QString& what, const std::function<void(Layer&)>& edit, const QString& merge) {
    if (!session_) return;
    const auto ids = session_->selection();
    session_->change(what, [&](document::Poster& poster) {
        for (const LayerId id : ids)
            if (Layer* layer = poster.find(id)) edit(*layer);
    }, merge);
}

void LayersPanel::set_session(PosterSession* session) {
    if (session_) session_->disconnect(this);
    session_ = session;
    if (session_) {
        connect(session_, &PosterSession::changed, this, &LayersPanel::rebuild);
        connect(session_, &PosterSession::selection_changed, this, &LayersPanel::show_selection);
        connect(session_, &PosterSession::findings_changed, this, &LayersPanel::rebuild);
    }
    listed_ = {QString()};  // of another poster
    rebuild();
}

void LayersPanel::rebuild() {
    if (session_ && session_->previewing()) return;  // a drag changes nothing that is listed here
    const QStringList now = session_ ? listed(session_->poster().layers) : QStringList();
    if (now == listed_) return show_selection();  // nor does most of what is typed
    listed_ = now;
    const QScopedValueRollback quiet(updating_, true);
    tree_->clear();
    if (session_) add_items(session_->poster().layers, tree_->invisibleRootItem());
    tree_->expandAll();
    show_selection();
}

QString LayersPanel::warnings_of(const Layer& layer) const {
    QStringList warnings;
    for (const render::Finding& finding : session_->findings())
        if (finding.layer == layer.name) warnings << words_of(finding);
    return warnings.join("\n");
}

/// All that the list shows, to notice when it has become another.
QStringList LayersPanel::listed(const std::vector<Layer>& layers) const {
    QStringList all;
    for (const Layer& layer : layers) {
        all << QString("%1 %2 %3 %4 %5").arg(qulonglong(layer.id)).arg(layer.visible).arg(layer.locked).arg(icon_of(layer), layer.name) << warnings_of(layer);
        if (const auto* group = std::get_if<document::GroupLayer>(&layer.content)) all << "(" << listed(group->layers) << ")";
    }
    return all;
}

void LayersPanel::add_items(const std::vector<Layer>& layers, QTreeWidgetItem* parent) {
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        auto* item = new QTreeWidgetItem(parent);
        item->setData(0, Qt::UserRole, qulonglong(layer->id));
        item->setText(name_column, layer->name);
        item->setIcon(name_column, icon(icon_of(*layer)));
        item->setIcon(eye_column, icon(layer->visible ? "view-visible" : "view-hidden"));
        item->setToolTip(eye_column, layer->visible ? tr("Hide") : tr("Show"));
        item->setIcon(lock_column, icon(layer->locked ? "object-locked" : "object-unlocked"));
        item->setToolTip(lock_column, layer->locked ? tr("Unlock") : tr("Lock"));
        const auto* group = std::get_if<document::GroupLayer>(&layer->content);
        item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsEditable | Qt::ItemIsDragEnabled);
        if (const QString warnings = warnings_of(*layer); !warnings.isEmpty()) {
            item->setIcon(name_column, icon("dialog-warning"));
            item->setToolTip(name_column, warnings);
        }
        if (group) add_items(group->layers, item);
    }
}

void LayersPanel::show_selection() {
    const QScopedValueRollback quiet(updating_, true);
    const auto chosen = session_ ? session_->selection() : std::vector<LayerId>();
    for (QTreeWidgetItemIterator item(tree_); *item; ++item)
        (*item)->setSelected(std::ranges::find(chosen, id_of(*item)) != chosen.end());
    const Layer* first = chosen.empty() ? nullptr : session_->poster().find(chosen.front());
    opacity_->setEnabled(first);
    blend_->setEnabled(first);
    if (!first) return opacity_->setValue(100);
    opacity_->setValue(int(std::lround(first->opacity * 100)));
    blend_->setCurrentIndex(int(first->blend));
}

void LayersPanel::clicked(QTreeWidgetItem* item, int column) {
    if (!session_ || column == name_column) return;
    const LayerId id = id_of(item);
    const Layer* layer = session_->poster().find(id);
    if (!layer) return;
    if (column == eye_column)
        session_->change_layer(lasting(this, layer->visible ? QT_TR_NOOP("Hide layer") : QT_TR_NOOP("Show layer")), id, [](Layer& l) { l.visible = !l.visible; });
    else session_->change_layer(lasting(this, layer->locked ? QT_TR_NOOP("Unlock layer") : QT_TR_NOOP("Lock layer")), id, [](Layer& l) { l.locked = !l.locked; });
}

void LayersPanel::renamed(QTreeWidgetItem* item, int column) {
    if (updating_ || !session_ || column != name_column) return;
    const QString name = item->text(name_column);
    session_->change_layer(lasting(this, QT_TR_NOOP("Rename layer")), id_of(item), [name](Layer& layer) { layer.name = name; });
}

/// A drag has put the top level into another order: the list is the truth, read from the bottom.
void LayersPanel::reordered() {
    if (!session_ || updating_) return;
    std::vector<LayerId> order;
    for (int row = tree_->topLevelItemCount(); row-- > 0;) order.push_back(id_of(tree_->topLevelItem(row)));
    listed_ = {QString()};  // the list is ahead of the poster
    if (order.size() != session_->poster().layers.size()) return rebuild();
    session_->change(lasting(this, QT_TR_NOOP("Reorder layers")), [&order](document::Poster& poster) {
        std::ranges::stable_sort(poster.layers, {}, [&order](const Layer& layer) { return std::ranges::find(order, layer.id) - order.begin(); });
    });
}

void LayersPanel::move_selected(int by) {
    if (session_) move_selection(*session_, by);
}

}  // namespace haibao::ui
