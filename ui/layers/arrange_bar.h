// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/canvas/poster_session.h"

class QToolButton;

namespace haibao::ui {

/// Aligns what is selected to the page, or several layers to each other; distributes and groups them.
class ArrangeBar : public QWidget {
    Q_OBJECT
public:
    explicit ArrangeBar(QWidget* parent = nullptr);
    void set_session(PosterSession* session);

private:
    void refresh();
    QToolButton* button(const char* icon_name, const QString& tip, std::function<void(PosterSession&)> what);

    QPointer<PosterSession> session_;
    QToolButton *distribute_across_, *distribute_down_, *group_, *ungroup_;
};

}  // namespace haibao::ui
