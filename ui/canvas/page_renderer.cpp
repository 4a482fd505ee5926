// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/page_renderer.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <atomic>
#include <utility>

#include "app/render/build.h"
#include "app/render/pixels.h"
#include "app/typeset/font_set.h"

namespace haibao::ui {
namespace {

RenderedPage paint(const RenderOrder& order) {
    RenderedPage page;
    page.pixels_per_point = order.pixels_per_point;
    page.pixels = order.pixels;
    const render::DisplayList list = render::build(order.poster, *typeset::FontSet::system());
    page.findings = list.findings;
    render::PixelSettings settings;
    settings.dpi = 72 * order.pixels_per_point;
    settings.area = render::Area::bleed;
    settings.quality = order.draft ? render::Quality::draft : render::Quality::full;
    auto painter = render::PagePainter::prepare(list, settings);
    if (!painter) {
        page.problem = QString::fromStdString(painter.error().message);
        return page;
    }
    // Orders count pixels from the trim's corner, the painter from the bleed's.
    const QPointF corner = painter->from_page().map(QPointF());
    page.image = painter->part(order.pixels.translated(qRound(corner.x()), qRound(corner.y())));
    return page;
}

}  // namespace

/// Outlives the renderer while a page is still being painted.
struct PageRenderer::Shared {
    std::atomic<bool> alive = true;
};

/// A thread of the canvas's own: an import or an export that fills the application's pool never holds up what is on show.
QThreadPool& painting_thread() {
    static QThreadPool* const pool = [] {
        auto* made = new QThreadPool(QCoreApplication::instance());  // which waits for it at its end
        made->setMaxThreadCount(1);
        return made;
    }();
    return *pool;
}

PageRenderer::PageRenderer(QObject* parent) : QObject(parent), shared_(std::make_shared<Shared>()) {}
PageRenderer::~PageRenderer() { shared_->alive = false; }

void PageRenderer::order(RenderOrder order) {
    if (running_) next_ = std::move(order);
    else run(std::move(order));
}

void PageRenderer::run(RenderOrder order) {
    running_ = true;
    painting_thread().start([this, shared = shared_, order = std::move(order)] {
        if (!shared->alive) return;
        RenderedPage page = paint(order);
        // Delivered by the application's own thread, which is also the one that destroys renderers.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [this, shared, page = std::move(page)] {
            if (!shared->alive) return;
            running_ = false;
            if (next_) run(*std::exchange(next_, std::nullopt));
            emit rendered(page);
        });
    });
}

}  // namespace haibao::ui
