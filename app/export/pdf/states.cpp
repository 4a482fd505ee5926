// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/states.h"

#include <format>

#include "app/export/pdf/objects.h"

namespace haibao::pdf {

std::string blend_name(document::Blend blend) {
    using enum document::Blend;
    switch (blend) {
        case normal: return "/Normal";
        case multiply: return "/Multiply";
        case screen: return "/Screen";
        case overlay: return "/Overlay";
        case darken: return "/Darken";
        case lighten: return "/Lighten";
        case colour_dodge: return "/ColorDodge";
        case colour_burn: return "/ColorBurn";
        case hard_light: return "/HardLight";
        case soft_light: return "/SoftLight";
        case difference: return "/Difference";
        case exclusion: return "/Exclusion";
    }
    return "/Normal";
}

QPDFObjectHandle States::of(const Overlay& overlay) {
    const std::string alpha = number(overlay.opacity, 4);
    std::string source = std::format("<< /Type /ExtGState /ca {} /CA {} /BM {} /SMask {}", alpha, alpha, blend_name(overlay.blend), overlay.mask.isInitialized() ? reference(overlay.mask) : "/None");
    if (with_overprint_) source += overlay.overprint ? " /OP true /op true /OPM 1" : " /OP false /op false /OPM 0";
    source += " >>";
    auto& known = known_[source];
    if (!known.isInitialized()) known = indirect(*pdf_, source);
    return known;
}

}  // namespace haibao::pdf
