// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/print.h"

#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

#include "app/render/build.h"
#include "app/render/pixels.h"
#include "app/typeset/font_set.h"

namespace haibao::ui {

Result<void> print(const document::Poster& poster, QWidget* parent) {
    QPrinter printer(QPrinter::HighResolution);
    const QSizeF page = poster.page.points();
    printer.setPageOrientation(page.width() > page.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    QPrintDialog dialog(&printer, parent);
    if (dialog.exec() != QDialog::Accepted) return {};
    render::PixelSettings settings;
    settings.dpi = 300;
    auto image = render::render_image(render::build(poster, *typeset::FontSet::system()), settings);
    if (!image) return pass_on(image);
    QPainter painter(&printer);
    const QRectF paper = printer.pageRect(QPrinter::DevicePixel);
    const QSizeF size = page.scaled(paper.size(), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(QPointF((paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2), size), *image);
    if (!painter.end()) return fail(ErrorKind::io, "The printer did not take the page.");
    return {};
}

}  // namespace haibao::ui
