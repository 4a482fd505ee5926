// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>
#include <QSize>
#include <QTransform>
#include <memory>

#include "app/render/display_list.h"
#include "inference/base/result.h"

// Display list → pixels. The same list gives the same pixels in whatever bands the page is asked for, in whatever order and
// on however many threads; parts that begin further right may differ by 1/255, because gradients are stepped along a row.
namespace haibao::render {

enum class Area : std::uint8_t { trim, bleed };
enum class Depth : std::uint8_t { bits8, bits16 };
enum class Ground : std::uint8_t { white, transparent };
enum class Quality : std::uint8_t {
    full,
    draft,  ///< coarser effects and pictures, for a canvas in motion
};

/// Pixels of the largest page that can be painted: QPainter counts to 32,767 along a row, and rows are painted in bands.
inline constexpr int widest = 30'000, highest = 120'000;

struct PixelSettings {
    double dpi = 0;      ///< pixels per inch; 0 = the page's own
    QSize size;          ///< exact pixels of the trimmed page, instead of dpi
    Area area = Area::trim;
    Depth depth = Depth::bits8;
    Ground ground = Ground::white;
    Quality quality = Quality::full;
    int threads = 0;     ///< that PageRaster paints on; 0 = one for each processor
};

/// A page ready to be painted at one resolution. Holds the outlines on the pixel grid; safe to use from many threads.
class PagePainter {
public:
    /// Errors: invalid_input, a sentence about sizes that cannot be painted.
    static Result<PagePainter> prepare(const DisplayList& list, const PixelSettings& settings);
    PagePainter(PagePainter&&) noexcept;
    PagePainter& operator=(PagePainter&&) noexcept;
    ~PagePainter();

    QSize size() const;             ///< pixels, with the bleed where asked
    double dpi() const;             ///< along x
    QTransform from_page() const;   ///< points → pixels
    /// Part of the page, ARGB32_Premultiplied or RGBA64_Premultiplied; pixels outside the page are painted, too.
    QImage part(const QRect& pixels) const;
    /// All of it, on several threads.
    QImage whole() const;

private:
    struct Prepared;
    explicit PagePainter(std::unique_ptr<Prepared> prepared);
    std::unique_ptr<Prepared> prepared_;
};

/// The page as one picture. Errors as PagePainter::prepare.
Result<QImage> render_image(const DisplayList& list, const PixelSettings& settings = {});

/// The pixels of a shadow or glow: coverage 0…65535 (Format_Grayscale16), without its colour and opacity.
struct EffectImage {
    QImage coverage;  ///< null: nothing of it lies within
    QRectF where;     ///< points
};
EffectImage effect_image(const Soft& soft, double pixels_per_point, const QRectF& within);

}  // namespace haibao::render
