// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <memory>
#include <qpdf/QPDF.hh>

#include "app/export/pdf/colours.h"
#include "app/export/pdf/fonts.h"
#include "app/export/pdf/images.h"
#include "app/export/pdf/pdf.h"
#include "app/export/pdf/states.h"

namespace haibao::pdf {

/// The file being made: what its pages share.
struct Document {
    PdfOptions options;
    std::unique_ptr<QPDF> pdf;
    Colours colours;
    Images images;
    States states;
    Fonts fonts;
    PdfReport report;
    QCryptographicHash content_hash{QCryptographicHash::Sha256};  ///< of all pages: the document's identity

    Document(PdfOptions opts, std::unique_ptr<QPDF> file, Colours colour)
        : options(std::move(opts)), pdf(std::move(file)), colours(std::move(colour)), images(*pdf, colours, options.ink_limit_percent), states(*pdf, colours.cmyk()), fonts(*pdf) {}
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    void find(const QString& layer, const QString& code, const QString& message) { report.findings.push_back({layer, code, message}); }
};

/// Where a page's boxes are; PDF coordinates, points, y up.
struct PageGeometry {
    QRectF media, bleed, trim;
    double bleed_width = 0;  ///< as shown
    double scale = 1;        ///< 0.1 for pages larger than a PDF may be
    QTransform to_pdf;       ///< from the page's coordinates
};
PageGeometry geometry_of(const document::Page& page, const PdfOptions& options);

}  // namespace haibao::pdf
