// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QTest>
#include <QThreadPool>
#include <functional>

#include "ui/canvas/canvas_view.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/main_window.h"

namespace haibao::test {

/// Until the window looks the same for a while and nothing is worked out for it any more: its page, chips, swatches and
/// thumbnails come from the background.
inline void settle(QWidget& window) {
    constexpr int step_ms = 150, calm_steps = 6, most_steps = 200;
    QImage before;
    for (int calm = 0, step = 0; calm < calm_steps && step < most_steps; ++step) {
        QTest::qWait(step_ms);
        const QImage now = window.grab().toImage();
        calm = now == before && QThreadPool::globalInstance()->activeThreadCount() == 0 ? calm + 1 : 0;
        before = now;
    }
}

/// Takes pictures of the window in one look.
class Camera {
public:
    Camera(ui::MainWindow& window, QString folder, QString look) : window_(window), folder_(std::move(folder)), look_(std::move(look)) {}

    /// Small and large.
    void take(const QString& name, QWidget* popup = nullptr) {
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)}) {
            window_.resize(size);
            if (canvas()) canvas()->fit_page();
            settle(window_);
            if (before_) before_();
            QPixmap picture = window_.grab();
            if (popup) {
                QPainter painter(&picture);
                painter.drawPixmap(window_.mapFromGlobal(popup->mapToGlobal(QPoint())), popup->grab());
            }
            picture.save(QString("%1/%2-%3-%4.png").arg(folder_, name, look_).arg(size.width()));
        }
        before_ = {};
    }
    void before(std::function<void()> what) { before_ = std::move(what); }

    ui::CanvasView* canvas() const { return window_.create_page()->canvas(); }
    ui::PosterSession& session() const { return *window_.create_page()->session(); }
    /// Selects the n-th text.
    document::LayerId text(int index) const {
        for (const document::Layer& layer : session().poster().layers)
            if (std::holds_alternative<document::TextLayer>(layer.content) && index-- == 0) {
                session().select({layer.id});
                return layer.id;
            }
        return document::LayerId::none;
    }

private:
    ui::MainWindow& window_;
    QString folder_, look_;
    std::function<void()> before_;
};

/// The pictures of docs/screenshots. False when one could not be made.
bool docs_pictures(ui::MainWindow& window, const QString& folder, const QString& look);

/// The pages beside Create, with something on them.
void page_pictures(ui::MainWindow& window, Camera& camera, const QString& folder);

}  // namespace haibao::test
