// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/pixels.h"

#include <atomic>
#include <cmath>
#include <cstring>
#include <thread>
#include <vector>

#include "app/render/effect.h"
#include "app/render/prepared.h"

namespace haibao::render {
namespace {

constexpr int band_rows = 256;

/// One colour under a mask of coverages (Format_Grayscale16).
QImage coloured(const QImage& coverage, const document::Colour& colour, QImage::Format format) {
    QImage image(coverage.size(), format);
    const bool deep = format == QImage::Format_RGBA64_Premultiplied;
    const double r = colour.r * colour.a, g = colour.g * colour.a, b = colour.b * colour.a, a = colour.a;
    const auto scaled = [](double part, quint16 cover, double full) { return static_cast<unsigned>(part * cover * (full / 65535) + 0.5); };
    for (int y = 0; y < image.height(); ++y) {
        const auto* from = reinterpret_cast<const quint16*>(coverage.constScanLine(y));
        if (deep) {
            auto* to = reinterpret_cast<QRgba64*>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x)
                to[x] = qRgba64(static_cast<quint16>(scaled(r, from[x], 65535)), static_cast<quint16>(scaled(g, from[x], 65535)),
                                static_cast<quint16>(scaled(b, from[x], 65535)), static_cast<quint16>(scaled(a, from[x], 65535)));
        } else {
            auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x)
                to[x] = from[x] == 0 ? 0
                                     : scaled(a, from[x], 255) << 24 | scaled(r, from[x], 255) << 16 | scaled(g, from[x], 255) << 8 |
                                           scaled(b, from[x], 255);
        }
    }
    return image;
}

/// Pixels of a part of the page while they are being painted.
struct Canvas {
    QImage image;
    QRect rect;  ///< on the page
    QPainter painter;

    Canvas(const QRect& part, QImage::Format format) : image(part.size(), format), rect(part) { image.fill(0); }
    void begin() {
        painter.begin(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        painter.translate(-rect.left(), -rect.top());
    }
};

class Brushwork {
public:
    Brushwork(const std::vector<Op>& ops, double coarsest_blur) : ops_(ops), coarsest_blur_(coarsest_blur) {}

    void paint(Canvas& canvas, std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            const Op& op = ops_[i];
            const auto* group = std::get_if<GroupOp>(&op.what);
            const QRect rect = op.bounds & canvas.rect;
            if (!rect.isEmpty() && op.opacity > 0) {
                canvas.painter.setCompositionMode(op.mode);
                canvas.painter.setOpacity(op.opacity);
                if (group)
                    paint_group(canvas, rect, *group, i + 1);
                else if (const auto* fill = std::get_if<FillOp>(&op.what))
                    paint_fill(canvas, rect, *fill);
                else
                    paint_soft(canvas, rect, std::get<SoftOp>(op.what));
            }
            if (group) i = group->end - 1;
        }
    }

private:
    /// `image` stands on the page's pixels at `at`; painted where `path` is.
    static void put_down(Canvas& canvas, const QPainterPath& path, const QImage& image, QPoint at) {
        QBrush brush(image);
        brush.setTransform(QTransform::fromTranslate(at.x(), at.y()));
        canvas.painter.setClipRect(QRect(at, image.size()));  // beyond it the brush would repeat the image
        canvas.painter.fillPath(own(path), brush);
        canvas.painter.setClipping(false);
    }

    void paint_group(Canvas& canvas, const QRect& rect, const GroupOp& group, std::size_t first) const {
        Canvas inner(rect, canvas.image.format() == QImage::Format_RGBA64_Premultiplied ? canvas.image.format() : QImage::Format_ARGB32_Premultiplied);
        inner.begin();
        paint(inner, first, group.end);
        inner.painter.end();
        if (group.clip.isEmpty())
            canvas.painter.drawImage(rect.topLeft(), inner.image);
        else
            put_down(canvas, group.clip, inner.image, rect.topLeft());
    }

    static void paint_fill(Canvas& canvas, const QRect& rect, const FillOp& fill) {
        if (fill.picture.isNull())
            canvas.painter.fillPath(own(fill.path), fill.brush);
        else
            put_down(canvas, fill.path, resampled(fill.picture, fill.to_device, rect), rect.topLeft());
    }

    void paint_soft(Canvas& canvas, const QRect& rect, const SoftOp& soft) const {
        canvas.painter.drawImage(rect.topLeft(), coloured(blurred_coverage(soft.path, soft.sigma, rect, coarsest_blur_), soft.colour, canvas.image.format() == QImage::Format_RGBA64_Premultiplied ? canvas.image.format() : QImage::Format_ARGB32_Premultiplied));
    }

    const std::vector<Op>& ops_;
    double coarsest_blur_;
};

Result<QSizeF> trim_pixels(const document::Page& page, const PixelSettings& settings) {
    const QSizeF points = page.points();
    const auto sane = [](double side) { return std::isfinite(side) && side > 0; };
    if (!sane(points.width()) || !sane(points.height()) || !(page.bleed >= 0) || !std::isfinite(page.bleed))
        return fail(ErrorKind::invalid_input, "The page has no usable size ({} × {}, bleed {}). Give it a width and a height greater than zero.",
                    page.width, page.height, page.bleed);
    if (settings.size.isValid() && !settings.size.isEmpty()) return QSizeF(settings.size);
    const double dpi = settings.dpi != 0 ? settings.dpi : page.dpi;
    if (!(dpi > 0) || !std::isfinite(dpi)) return fail(ErrorKind::invalid_input, "{} dpi is no resolution. Give one greater than zero.", dpi);
    return points * (dpi / 72);
}

}  // namespace

struct PagePainter::Prepared {
    std::vector<Op> ops;
    QSize size;
    QTransform from_page;
    PixelSettings settings;
};

PagePainter::PagePainter(std::unique_ptr<Prepared> prepared) : prepared_(std::move(prepared)) {}
PagePainter::PagePainter(PagePainter&&) noexcept = default;
PagePainter& PagePainter::operator=(PagePainter&&) noexcept = default;
PagePainter::~PagePainter() = default;

Result<PagePainter> PagePainter::prepare(const DisplayList& list, const PixelSettings& settings) {
    const auto exact = trim_pixels(list.page, settings);
    if (!exact) return std::unexpected(exact.error());
    const QSizeF points = list.page.points();
    const double x_scale = exact->width() / points.width(), y_scale = exact->height() / points.height();
    const double bleed = settings.area == Area::bleed ? list.page.bleed : 0;
    // With a bleed the whole is rounded, not its parts (export-spec §2).
    const double width = exact->width() + 2 * bleed * x_scale, height = exact->height() + 2 * bleed * y_scale;
    if (width > widest || height > highest)
        return fail(ErrorKind::invalid_input, "A picture of {:.0f} × {:.0f} pixels cannot be painted; at most {} × {} are possible. Choose a lower resolution or a smaller page.",
                    width, height, widest, highest);
    auto prepared = std::make_unique<Prepared>();
    prepared->size = QSize(std::max(1, qRound(width)), std::max(1, qRound(height)));
    // The pixels are filled to their edges, even where the page's size is no whole number of them.
    const double x_fit = prepared->size.width() / (points.width() + 2 * bleed), y_fit = prepared->size.height() / (points.height() + 2 * bleed);
    prepared->from_page = QTransform(x_fit, 0, 0, y_fit, bleed * x_fit, bleed * y_fit);
    prepared->settings = settings;
    prepared->ops = prepare_ops(list, prepared->from_page, settings.quality);
    return PagePainter(std::move(prepared));
}

QSize PagePainter::size() const { return prepared_->size; }
double PagePainter::dpi() const { return prepared_->from_page.m11() * 72; }
QTransform PagePainter::from_page() const { return prepared_->from_page; }

QImage PagePainter::part(const QRect& pixels) const {
    const bool deep = prepared_->settings.depth == Depth::bits16;
    Canvas canvas(pixels, deep ? QImage::Format_RGBA64_Premultiplied : QImage::Format_ARGB32_Premultiplied);
    if (canvas.image.isNull()) return {};
    if (prepared_->settings.ground == Ground::white) canvas.image.fill(Qt::white);
    canvas.begin();
    const bool draft = prepared_->settings.quality == Quality::draft;
    Brushwork(prepared_->ops, draft ? 2 : 6).paint(canvas, 0, prepared_->ops.size());
    canvas.painter.end();
    return std::move(canvas.image);
}

QImage PagePainter::whole() const {
    const QSize size = prepared_->size;
    const bool deep = prepared_->settings.depth == Depth::bits16;
    QImage image(size, deep ? QImage::Format_RGBA64_Premultiplied : QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return image;
    const int bands = (size.height() + band_rows - 1) / band_rows;
    uchar* const bits = image.bits();
    const qsizetype stride = image.bytesPerLine();
    std::atomic<int> next = 0;
    const auto work = [&] {
        for (int band = next++; band < bands; band = next++) {
            const int top = band * band_rows, rows = std::min(band_rows, size.height() - top);
            const QImage part = this->part(QRect(0, top, size.width(), rows));
            for (int y = 0; y < rows && !part.isNull(); ++y)
                std::memcpy(bits + (top + y) * stride, part.constScanLine(y), static_cast<std::size_t>(size.width() * (deep ? 8 : 4)));
        }
    };
    const int threads = std::min(bands, static_cast<int>(std::thread::hardware_concurrency()));
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) others.emplace_back(work);
    work();
    others.clear();
    return image;
}

Result<QImage> render_image(const DisplayList& list, const PixelSettings& settings) {
    const auto painter = PagePainter::prepare(list, settings);
    if (!painter) return std::unexpected(painter.error());
    QImage image = painter->whole();
    if (image.isNull())
        return fail(ErrorKind::out_of_memory, "There is not enough memory for a picture of {} × {} pixels. Choose a lower resolution, or export to a file: that works in strips.",
                    painter->size().width(), painter->size().height());
    image.setDotsPerMeterX(qRound(painter->dpi() / 0.0254));
    image.setDotsPerMeterY(qRound(painter->dpi() / 0.0254));
    return image;
}

EffectImage effect_image(const Soft& soft, double pixels_per_point, const QRectF& within) {
    const QTransform scale = QTransform::fromScale(pixels_per_point, pixels_per_point);
    const double sigma = soft.blur * pixels_per_point;
    const QPainterPath path = on_pixel_grid(soft.path, scale);
    const double reach = std::ceil(blur_reach * sigma) + 1;
    const QRectF box = path.boundingRect().adjusted(-reach, -reach, reach, reach) & scale.mapRect(within);
    if (box.isEmpty()) return {};
    const QRect rect = box.toAlignedRect();
    return {blurred_coverage(path, sigma, rect), QRectF(rect.x() / pixels_per_point, rect.y() / pixels_per_point,
                                                        rect.width() / pixels_per_point, rect.height() / pixels_per_point)};
}

}  // namespace haibao::render
