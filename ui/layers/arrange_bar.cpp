// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/arrange_bar.h"

#include <QHBoxLayout>

#include "ui/canvas/layer_actions.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {

ArrangeBar::ArrangeBar(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::gap, metrics::small_gap, metrics::gap, 0);
    row->setSpacing(0);
    const struct {
        const char* icon_name;
        QString tip;
        Edge edge;
    } edges[] = {{"align-horizontal-left", tr("Align left"), Edge::left},       {"align-horizontal-center", tr("Align centre"), Edge::centre},
                 {"align-horizontal-right", tr("Align right"), Edge::right},    {"align-vertical-top", tr("Align top"), Edge::top},
                 {"align-vertical-center", tr("Align middle"), Edge::middle},   {"align-vertical-bottom", tr("Align bottom"), Edge::bottom}};
    for (const auto& entry : edges)
        row->addWidget(button(entry.icon_name, entry.tip, [edge = entry.edge](PosterSession& session) { align_selection(session, edge); }));
    row->addSpacing(metrics::gap);
    distribute_across_ = button("distribute-horizontal-center", tr("Distribute horizontally"), [](PosterSession& s) { distribute_selection(s, Axis::horizontal); });
    distribute_down_ = button("distribute-vertical-center", tr("Distribute vertically"), [](PosterSession& s) { distribute_selection(s, Axis::vertical); });
    group_ = button("object-group", tr("Group"), &group_selection);
    ungroup_ = button("object-ungroup", tr("Ungroup"), &ungroup_selection);
    for (QToolButton* last : {distribute_across_, distribute_down_, group_, ungroup_}) row->addWidget(last);
    row->addStretch(1);
}

QToolButton* ArrangeBar::button(const char* icon_name, const QString& tip, std::function<void(PosterSession&)> what) {
    QToolButton* button = icon_button(icon_name, tip);
    connect(button, &QToolButton::clicked, this, [this, what = std::move(what)] {
        if (session_) what(*session_);
    });
    return button;
}

void ArrangeBar::set_session(PosterSession* session) {
    if (session_) session_->disconnect(this);
    session_ = session;
    if (session_) {
        connect(session_, &PosterSession::selection_changed, this, &ArrangeBar::refresh);
        connect(session_, &PosterSession::history_changed, this, &ArrangeBar::refresh);
    }
    refresh();
}

void ArrangeBar::refresh() {
    const std::size_t count = session_ ? session_->selection().size() : 0;
    setVisible(count > 0);
    distribute_across_->setEnabled(count > 2);
    distribute_down_->setEnabled(count > 2);
    group_->setEnabled(count > 1);
    const document::Layer* one = session_ ? session_->selected() : nullptr;
    ungroup_->setEnabled(one && std::holds_alternative<document::GroupLayer>(one->content));
}

}  // namespace haibao::ui
