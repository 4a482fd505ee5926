// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include "tests/ui/posters.h"
#include "ui/canvas/canvas_view.h"

namespace haibao::test {

inline const document::Text& text(const ui::PosterSession& session, std::size_t index = 0) {
    return std::get<document::TextLayer>(session.poster().layers.at(index).content).text;
}

/// A poster on a canvas of its own, offscreen, worked on by mouse and keys.
struct Shown {
    std::unique_ptr<ui::PosterSession> session;
    std::unique_ptr<ui::CanvasView> canvas;
    explicit Shown(std::vector<document::Layer> layers) : session(session_with(std::move(layers))), canvas(std::make_unique<ui::CanvasView>(session.get())) {
        canvas->resize(700, 700);
        canvas->show();
        canvas->fit_page();
    }
    QPoint at(double x, double y) const { return canvas->page_to_widget().map(QPointF(x, y)).toPoint(); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) const {
        QTest::mousePress(canvas.get(), Qt::LeftButton, keys, from);
        for (int step = 1; step <= 4; ++step) {
            const QPoint now = from + (to - from) * step / 4;
            QMouseEvent move(QEvent::MouseMove, now, canvas->mapToGlobal(now), Qt::NoButton, Qt::LeftButton, keys);
            QCoreApplication::sendEvent(canvas.get(), &move);
        }
        QTest::mouseRelease(canvas.get(), Qt::LeftButton, keys, to);
    }
    const QRectF& frame(std::size_t index = 0) const { return session->poster().layers[index].placement.frame; }
};

}  // namespace haibao::test
