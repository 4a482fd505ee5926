// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bar above the canvas: tools, zoom, and what is shown over the page.
#include <QActionGroup>
#include <QLabel>
#include <QSettings>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

#include "ui/main_window/create_page.h"
#include "ui/style/icons.h"

namespace haibao::ui {

void CreatePage::build_canvas_bar() {
    canvas_bar_ = addToolBar(tr("Canvas"));
    canvas_bar_->setObjectName("canvas-bar");
    canvas_bar_->setMovable(false);
    build_tools();
    auto* spring = new QWidget;
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    canvas_bar_->addWidget(spring);
    zoom_label_ = new QLabel;
    zoom_label_->setMinimumWidth(52);
    zoom_label_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    canvas_bar_->addWidget(zoom_label_);
    QAction* fit = canvas_bar_->addAction(icon("zoom-fit-best"), tr("Fit the page"));
    connect(fit, &QAction::triggered, this, [this] { if (canvas()) canvas()->fit_page(); });
    build_view_options();
}

void CreatePage::build_tools() {
    auto* tools = new QActionGroup(this);
    const struct {
        Tool tool;
        const char* icon_name;
        QString name;
        QKeySequence key;
    } entries[] = {{Tool::move, "edit-select", tr("Move"), QKeySequence(Qt::Key_V)},
                   {Tool::text, "draw-text", tr("Text"), QKeySequence(Qt::Key_T)},
                   {Tool::vertical_text, "format-text-direction-vertical", tr("Vertical text"), QKeySequence(Qt::SHIFT | Qt::Key_T)},
                   {Tool::crop, "transform-crop", tr("Crop a picture"), QKeySequence(Qt::Key_C)},
                   {Tool::warp, "distortionfx", tr("Bend a text"), QKeySequence(Qt::Key_W)},
                   {Tool::repaint, "edit-select-lasso", tr("Repaint a region"), QKeySequence(Qt::Key_R)},
                   {Tool::eyedropper, "color-picker", tr("Pick a colour"), QKeySequence(Qt::Key_I)}};
    for (const auto& entry : entries) {
        QAction* action = canvas_bar_->addAction(icon(entry.icon_name), entry.name);
        action->setObjectName(QString("tool-%1").arg(int(entry.tool)));
        action->setCheckable(true);
        action->setShortcut(entry.key);
        action->setToolTip(entry.name + " (" + entry.key.toString(QKeySequence::NativeText) + ")");
        action->setChecked(entry.tool == Tool::move);
        tools->addAction(action);
        tool_actions_ << action;
        connect(action, &QAction::triggered, this, [this, tool = entry.tool] {
            if (canvas()) canvas()->set_tool(tool);
        });
    }
}

/// Kept from one start to the next, and the same for all posters.
void CreatePage::build_view_options() {
    const struct {
        const char* id;
        const char* icon_name;
        QString name;
        QKeySequence key;
        bool ViewOptions::* option;
    } entries[] = {{"rulers", "measure", tr("Rulers"), QKeySequence(Qt::CTRL | Qt::Key_R), &ViewOptions::rulers},
                   {"guides", "edit-guides", tr("Guides"), QKeySequence(Qt::CTRL | Qt::Key_Semicolon), &ViewOptions::guides},
                   {"margins", "labplot-editgrid", tr("Margins and bleed"), {}, &ViewOptions::margins},
                   {"snapping", "snap", tr("Snap to lines"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Semicolon), &ViewOptions::snapping},
                   {"text-bar", "format-font-size-more", tr("Bar beside the text"), {}, &ViewOptions::text_bar}};
    for (const auto& entry : entries) {
        auto* action = new QAction(icon(entry.icon_name), entry.name, this);
        action->setObjectName(QString("view-") + entry.id);
        action->setShortcut(entry.key);
        action->setCheckable(true);
        action->setIconVisibleInMenu(false);  // the tick stands in its place
        const QString setting = QString("view/") + entry.id;
        view_options_.*entry.option = QSettings().value(setting, true).toBool();
        action->setChecked(view_options_.*entry.option);
        view_actions_ << action;
        connect(action, &QAction::toggled, this, [this, setting, option = entry.option](bool on) {
            view_options_.*option = on;
            QSettings().setValue(setting, on);
            for (int i = 0; i < tabs_->count(); ++i)
                if (auto* view = qobject_cast<CanvasView*>(tabs_->widget(i))) view->set_options(view_options_);
        });
    }
    auto* options = new QToolButton;
    options->setIcon(icon("view-visible"));
    options->setToolTip(tr("Rulers, guides, margins"));
    options->setAccessibleName(options->toolTip());
    options->setPopupMode(QToolButton::InstantPopup);
    options->setAutoRaise(true);
    for (QAction* action : view_actions_) options->addAction(action);
    canvas_bar_->addWidget(options);
}

}  // namespace haibao::ui
