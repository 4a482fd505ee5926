// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QRect>
#include <memory>
#include <optional>

#include "app/document/poster.h"
#include "app/render/display_list.h"

namespace haibao::ui {

/// What of a page is to be painted, and how large.
struct RenderOrder {
    document::Poster poster;
    double pixels_per_point = 1;  ///< device pixels
    QRect pixels;                 ///< part of the page at that scale; may reach into the bleed
    bool draft = false;
    quint64 revision = 0;         ///< PosterSession::revision() of the poster; 0 for one that is not kept
};
struct RenderedPage {
    QImage image;
    double pixels_per_point = 1;
    QRect pixels;
    std::vector<render::Finding> findings;
    QImage backdrop;  ///< the whole page without its texts and their rules, small; null where there is no image
    QString problem;  ///< why there is no image
    quint64 revision = 0;  ///< of the order; 0 where the backdrop may be an older one's
};

/// Paints pages in the background, so that the window never waits. Of orders that arrive while one is being painted only the
/// newest is kept.
class PageRenderer : public QObject {
    Q_OBJECT
public:
    explicit PageRenderer(QObject* parent = nullptr);
    ~PageRenderer() override;
    void order(RenderOrder order);
    bool busy() const { return running_; }

signals:
    void rendered(const haibao::ui::RenderedPage& page);

private:
    void run(RenderOrder order);

    struct Shared;
    std::shared_ptr<Shared> shared_;
    std::optional<RenderOrder> next_;
    bool running_ = false;
};

}  // namespace haibao::ui
