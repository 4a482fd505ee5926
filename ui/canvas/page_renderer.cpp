// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/page_renderer.h"

#include <QCoreApplication>
#include <QPainter>
#include <QThreadPool>
#include <atomic>
#include <utility>

#include "app/document/references.h"
#include "app/placement/ink.h"
#include "app/render/cache.h"
#include "app/render/pixels.h"
#include "app/typeset/font_set.h"
#include "ui/style/error_words.h"

namespace haibao::ui {
namespace {

constexpr int margin = 2;  // pixels around what changed, for antialiased edges
constexpr double backdrop_side = 256;  // pixels, enough to see what can be read where

/// What type stands on.
document::Poster without_type(document::Poster poster) {
    document::for_each_layer(poster.layers, [](document::Layer& layer) {
        if (std::holds_alternative<document::TextLayer>(layer.content) || placement::is_rule(layer)) layer = {.id = layer.id, .visible = false, .placement = {}, .content = {}, .unknown = {}};
    });
    return poster;
}

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
    document::Poster bare;  ///< what the last backdrop shows
    std::shared_ptr<render::PictureStore> pictures = std::make_shared<render::PictureStore>();
    QRectF drafted;  ///< points; where `last` is only a draft

    RenderedPage paint(RenderOrder order);
    QImage backdrop(const document::Poster& poster);
    Result<QImage> paint_part(const render::DisplayList& list, const RenderOrder& order, const QRect& pixels) const;
};

/// Layers that did not change are not laid out again, and only what changed is painted again.
RenderedPage PageRenderer::Shared::paint(RenderOrder order) {
    order.poster.page.guides = {};  // not painted, and no reason to do anything again
    if (!cache) cache.emplace(typeset::FontSet::system(), render::BuildOptions{render::Marks::editing, pictures});
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
    page.backdrop = order.draft ? last.backdrop : backdrop(order.poster);
    page.revision = order.draft ? 0 : order.revision;
    last = page;
    return page;
}

/// Painted again only where something but type has changed.
QImage PageRenderer::Shared::backdrop(const document::Poster& poster) {
    document::Poster now = without_type(poster);
    if (!last.backdrop.isNull() && now.page == bare.page && now.layers == bare.layers) return last.backdrop;
    render::PixelSettings settings;
    settings.size = now.page.points().scaled(backdrop_side, backdrop_side, Qt::KeepAspectRatio).toSize().expandedTo({1, 1});
    auto image = render::render_image(render::build(now, *typeset::FontSet::system(), {.pictures = pictures}), settings);
    now.pictures.clear();  // known by their keys
    bare = std::move(now);
    return image ? *image : QImage();
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
