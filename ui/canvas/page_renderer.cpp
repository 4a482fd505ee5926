// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/page_renderer.h"

#include <QCoreApplication>
#include <QPainter>
#include <QThreadPool>
#include <atomic>
#include <utility>

#include "app/render/cache.h"
#include "app/render/pixels.h"
#include "app/typeset/font_set.h"
#include "ui/style/error_words.h"

namespace haibao::ui {
namespace {

constexpr int margin = 2;  // pixels around what changed, for antialiased edges

/// A thread of the canvas's own: an import or an export that fills the application's pool never holds up what is on show.
QThreadPool& painting_thread() {
    static QThreadPool* const pool = [] {
        auto* made = new QThreadPool(QCoreApplication::instance());  // which waits for it at its end
        made->setMaxThreadCount(1);
        return made;
    }();
    return *pool;
}

}  // namespace

/// Outlives the renderer while a page is still being painted. Everything but `alive` belongs to the painting, of which there is
/// only one at a time.
struct PageRenderer::Shared {
    std::atomic<bool> alive = true;
    std::optional<render::DisplayCache> cache;
    RenderedPage last;
    QRectF drafted;  ///< points; where `last` is only a draft

    RenderedPage paint(RenderOrder order);
    Result<QImage> paint_part(const render::DisplayList& list, const RenderOrder& order, const QRect& pixels) const;
};

/// Layers that did not change are not laid out again, and only what changed is painted again.
RenderedPage PageRenderer::Shared::paint(RenderOrder order) {
    order.poster.page.guides = {};  // not painted, and no reason to do anything again
    if (!cache) cache.emplace(typeset::FontSet::system());
    auto [list, dirty] = cache->update(order.poster);
    RenderedPage page;
    page.pixels_per_point = order.pixels_per_point;
    page.pixels = order.pixels;
    page.findings = std::move(list.findings);
    QRect again = order.pixels;
    const bool same_view = !last.image.isNull() && last.pixels == order.pixels && last.pixels_per_point == order.pixels_per_point;
    if (order.draft) drafted |= dirty;
    else dirty |= std::exchange(drafted, {});
    if (same_view) {
        const double scale = order.pixels_per_point;
        again = dirty.isEmpty() ? QRect() : QRectF(dirty.topLeft() * scale, dirty.size() * scale).toAlignedRect().adjusted(-margin, -margin, margin, margin) & order.pixels;
        page.image = last.image;
    } else if (order.draft) {
        drafted = QRectF(QPointF(), order.poster.page.points()).adjusted(-order.poster.page.bleed, -order.poster.page.bleed, order.poster.page.bleed, order.poster.page.bleed);
    }
    if (!again.isEmpty()) {
        auto part = paint_part(list, order, again);
        if (!part) {
            last = {};
            page.image = {};
            page.problem = words_of(part.error());
            return page;
        }
        if (again == order.pixels) {
            page.image = std::move(*part);
        } else {
            QPainter painter(&page.image);
            painter.setCompositionMode(QPainter::CompositionMode_Source);
            painter.drawImage(again.topLeft() - order.pixels.topLeft(), *part);
        }
    }
    last = page;
    return page;
}

Result<QImage> PageRenderer::Shared::paint_part(const render::DisplayList& list, const RenderOrder& order, const QRect& pixels) const {
    render::PixelSettings settings;
    settings.dpi = 72 * order.pixels_per_point;
    settings.area = render::Area::bleed;
    settings.quality = order.draft ? render::Quality::draft : render::Quality::full;
    auto painter = render::PagePainter::prepare(list, settings);
    if (!painter) return pass_on(painter);
    // Orders count pixels from the trim's corner, the painter from the bleed's.
    const QPointF corner = painter->from_page().map(QPointF());
    return painter->part(pixels.translated(qRound(corner.x()), qRound(corner.y())));
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
        RenderedPage page = shared->paint(order);
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
