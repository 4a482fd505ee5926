// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTimeZone>
#include <QImage>
#include <QString>
#include <nlohmann/json.hpp>
#include <string>

#include "app/export/pdf/pdf.h"

// A workbench for PDFs: text set by hand, files written and looked at with other people's tools.
namespace haibao::test {

/// A folder of its own, gone afterwards.
class Bench {
public:
    Bench();
    ~Bench();
    std::filesystem::path path(const std::string& name) const { return folder_ / name; }
    /// Writes the pages; requires success.
    PdfReport write(const std::vector<render::DisplayList>& pages, const PdfOptions& options = {});
    PdfReport write(const render::DisplayList& page, const PdfOptions& options = {}) { return write(std::vector{page}, options); }

    /// Standard output of a shell command run in the folder; the written file is out.pdf.
    std::string run(const std::string& command) const;
    int status(const std::string& command) const;
    /// With all white space removed.
    std::string poppler_text() const;
    std::string mupdf_text() const;
    /// The page as poppler (or another) paints it.
    QImage poppler(int dpi, int page = 1) const;
    QImage mupdf(int dpi) const;
    QImage ghostscript(int dpi) const;
    /// qpdf --json: all objects by "obj:7 0 R"; streams as {"stream": {"dict": …}}.
    nlohmann::json objects() const;
    std::string bytes() const;

private:
    std::filesystem::path folder_;
};

std::shared_ptr<const typeset::Face> face(const char* family, const char* style = "");

/// A run from shaped text with its pen at `at`; columns run down from there. `turn`: degrees clockwise about `at`.
render::GlyphRun set_text(const std::shared_ptr<const typeset::Face>& face, const QString& text, double size, QPointF at, typeset::Setting setting = typeset::Setting::horizontal,
                          const char* lang = "zh-Hans", const char* features = "");
render::GlyphRun sideways(const std::shared_ptr<const typeset::Face>& face, const QString& text, double size, QPointF at);

render::DisplayList page_of(double width, double height, std::vector<render::Item> items);
render::DisplayList a3(std::vector<render::Item> items);
QPainterPath rectangle(double x, double y, double width, double height);
document::Colour colour(double r, double g, double b, double a = 1);
IccProfile fogra();

QString without_space(const QString& text);
/// Structural similarity of the luminance, mean over 8 × 8 windows.
double ssim(const QImage& a, const QImage& b);

}  // namespace haibao::test
