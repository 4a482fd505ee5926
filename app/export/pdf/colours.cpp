// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/colours.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/export/pdf/objects.h"

namespace haibao::pdf {
namespace {

std::string listed(const std::array<double, 4>& inks) { return numbers({inks[0], inks[1], inks[2], inks[3]}, 4); }

}  // namespace

QPDFObjectHandle icc_space(QPDF& pdf, const QByteArray& profile, int components) {
    const auto data = stream(pdf, profile.toStdString(), std::format("/N {} /Alternate /{}", components, components == 1 ? "DeviceGray" : components == 3 ? "DeviceRGB" : "DeviceCMYK"));
    return indirect(pdf, "[ /ICCBased " + reference(data) + " ]");
}

Result<Colours> Colours::create(QPDF& pdf, const PdfOptions& options) {
    Colours colours(pdf, options.colour == PdfColour::cmyk);
    colours.has_intent_ = options.intent.has_value();
    colours.for_print_ = options.standard == PdfStandard::x4;
    if (!colours.cmyk_) {
        colours.srgb_ = icc_space(pdf, IccProfile::srgb().bytes(), 3);
        return colours;
    }
    auto conversion = ColourConversion::create(IccProfile::srgb(), *options.intent, options.conversion);
    if (!conversion) return pass_on(conversion);
    colours.conversion_ = std::move(*conversion);
    auto pixels = PixelConversion::create(IccProfile::srgb(), PixelFormat::rgb8, *options.intent, PixelFormat::cmyk8, options.conversion);
    if (!pixels) return pass_on(pixels);
    colours.pixels_ = std::move(*pixels);
    return colours;
}

std::string Colours::space() const { return cmyk_ ? "/DeviceCMYK" : reference(srgb_); }

std::array<double, 4> Colours::inks(const document::Colour& colour) {
    const std::array<double, 4> values = conversion_->ink(colour);
    most_ink_ = std::max(most_ink_, static_cast<int>(std::lround(100 * std::accumulate(values.begin(), values.end(), 0.0))));
    return values;
}

std::string Colours::components(const document::Colour& colour) {
    return cmyk_ ? listed(inks(colour)) : numbers({colour.r, colour.g, colour.b}, 4);
}

std::string Colours::fill(Content& content, const document::Colour& colour) {
    const bool own_inks = colour.ink && has_intent_;
    if (own_inks && !colour.ink->spot.isEmpty()) {
        const document::Ink& ink = *colour.ink;
        const auto space = separation(ink.spot, "/DeviceCMYK", "0 0 0 0", listed({ink.c, ink.m, ink.y, ink.k}));
        return content.resource("ColorSpace", space) + " cs 1 scn";
    }
    if (cmyk_) return components(colour) + " k";
    if (own_inks) return listed({colour.ink->c, colour.ink->m, colour.ink->y, colour.ink->k}) + " k";
    return content.resource("ColorSpace", srgb_) + " cs " + components(colour) + " sc";
}

bool Colours::key_only(const document::Colour& colour) const {
    if (!cmyk_) return false;
    if (is_key_black(colour)) return true;
    return colour.ink && colour.ink->spot.isEmpty() && colour.ink->c == 0 && colour.ink->m == 0 && colour.ink->y == 0 && colour.ink->k > 0;
}

std::string Colours::fill_all(Content& content) {
    const auto all = cmyk_ || has_intent_ ? separation("All", "/DeviceCMYK", "0 0 0 0", "1 1 1 1") : separation("All", space(), "1 1 1", "0 0 0");
    return content.resource("ColorSpace", all) + " cs 1 scn";
}

QPDFObjectHandle Colours::separation(const QString& ink, const std::string& alternate, const std::string& none, const std::string& full) {
    const std::string source = std::format("[ /Separation {} {} << /FunctionType 2 /Domain [ 0 1 ] /C0 [ {} ] /C1 [ {} ] /N 1 >> ]", name(ink), alternate, none, full);
    auto& known = separations_[source];
    if (!known.isInitialized()) known = indirect(*pdf_, source);
    return known;
}

}  // namespace haibao::pdf
