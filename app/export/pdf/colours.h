// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <optional>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "app/export/pdf/content.h"
#include "app/export/pdf/pdf.h"

namespace haibao::pdf {

/// How a document's colours stand in the file: sRGB by its profile, or the intent's inks; named inks as separations.
class Colours {
public:
    /// Errors: those of the profiles' conversion.
    static Result<Colours> create(QPDF& pdf, const PdfOptions& options);

    bool cmyk() const { return cmyk_; }
    /// The operators that make it the fill colour. Alpha is the graphics state's matter.
    std::string fill(Content& content, const document::Colour& colour);
    /// "1 0 0" or "0 .9 1 0": for shadings and for the one pixel of a soft picture.
    std::string components(const document::Colour& colour);
    /// "/DeviceCMYK" or "7 0 R": the space of components().
    std::string space() const;
    /// What groups are blended in: for a printer the press's inks, even when single things keep their profile (§4.3).
    std::string group_space() const { return for_print_ ? "/DeviceCMYK" : space(); }
    /// Black ink, whatever the shade, and nothing else: may be printed over what lies below.
    bool key_only(const document::Colour& colour) const;
    /// Marks: on every plate that there is.
    std::string fill_all(Content& content);

    /// Pixels to components; null when they are sRGB.
    const PixelConversion* pixels() const { return pixels_ ? &*pixels_ : nullptr; }
    int most_ink_percent() const { return most_ink_; }

private:
    Colours(QPDF& pdf, bool cmyk) : pdf_(&pdf), cmyk_(cmyk) {}
    std::array<double, 4> inks(const document::Colour& colour);
    QPDFObjectHandle separation(const QString& name, const std::string& alternate, const std::string& none, const std::string& full);

    QPDF* pdf_;
    bool cmyk_, has_intent_ = false, for_print_ = false;
    QPDFObjectHandle srgb_;  ///< the space; without CMYK
    std::optional<ColourConversion> conversion_;
    std::optional<PixelConversion> pixels_;
    std::map<std::string, QPDFObjectHandle> separations_;
    int most_ink_ = 0;
};

/// An indirect object for the picture's profile: [/ICCBased …].
QPDFObjectHandle icc_space(QPDF& pdf, const QByteArray& profile, int components);

}  // namespace haibao::pdf
