// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/colour.h"

#include <lcms2.h>

#include <QCryptographicHash>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "inference/base/files.h"

namespace haibao {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t most_profile_bytes = 64u << 20;

struct CloseProfile {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Handle = std::unique_ptr<void, CloseProfile>;

/// lcms prints to stderr by default; what it finds is in our own errors.
void be_quiet() {
    static const bool once = (cmsSetLogErrorHandler([](cmsContext, cmsUInt32Number, const char*) {}), true);
    (void)once;
}

Handle open(const QByteArray& bytes) {
    be_quiet();
    return Handle(cmsOpenProfileFromMem(bytes.constData(), static_cast<cmsUInt32Number>(bytes.size())));
}

std::string description(cmsHPROFILE profile) {
    wchar_t text[256] = {};
    cmsGetProfileInfo(profile, cmsInfoDescription, "en", "US", text, std::size(text) - 1);
    return QString::fromWCharArray(text).trimmed().toStdString();
}

/// The profile as bytes that do not tell when they were made.
QByteArray timeless(cmsHPROFILE profile) {
    cmsUInt32Number size = 0;
    if (!cmsSaveProfileToMem(profile, nullptr, &size)) return {};
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    if (!cmsSaveProfileToMem(profile, bytes.data(), &size)) return {};
    static constexpr char new_year_2026[12] = {0x07, char(0xEA), 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
    std::memcpy(bytes.data() + 24, new_year_2026, sizeof new_year_2026);  // ICC.1 §7.2.8
    std::memset(bytes.data() + 84, 0, 16);                                // the profile id, a checksum that may be left out
    return bytes;
}

void set_text(cmsHPROFILE profile, cmsTagSignature tag, const char* text) {
    cmsMLU* value = cmsMLUalloc(nullptr, 1);
    cmsMLUsetASCII(value, "en", "US", text);
    cmsWriteTag(profile, tag, value);
    cmsMLUfree(value);
}

IccProfile built_in(const char* name, const cmsCIExyYTRIPLE& primaries, cmsToneCurve* curve) {
    be_quiet();
    static constexpr cmsCIExyY d65{0.3127, 0.3290, 1};
    cmsToneCurve* curves[3] = {curve, curve, curve};
    const Handle profile(cmsCreateRGBProfile(&d65, &primaries, curves));
    cmsFreeToneCurve(curve);
    set_text(profile.get(), cmsSigProfileDescriptionTag, name);
    set_text(profile.get(), cmsSigCopyrightTag, "No copyright, use freely");
    auto made = IccProfile::from_bytes(timeless(profile.get()), name);
    return made ? *made : IccProfile();  // cannot fail: there is nothing from outside in it
}

cmsToneCurve* srgb_curve() {
    const double parameters[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};  // IEC 61966-2-1
    return cmsBuildParametricToneCurve(nullptr, 4, parameters);
}

cmsUInt32Number lcms_format(PixelFormat format) {
    switch (format) {
        case PixelFormat::gray8: return TYPE_GRAY_8;
        case PixelFormat::rgb8: return TYPE_RGB_8;
        case PixelFormat::rgba8: return TYPE_RGBA_8;
        case PixelFormat::rgb16: return TYPE_RGB_16;
        case PixelFormat::rgba16: return TYPE_RGBA_16;
        case PixelFormat::cmyk8: return TYPE_CMYK_8;
    }
    return 0;
}

ColourSpace space_of(PixelFormat format) {
    if (format == PixelFormat::gray8) return ColourSpace::gray;
    return format == PixelFormat::cmyk8 ? ColourSpace::cmyk : ColourSpace::rgb;
}

cmsUInt32Number flags_of(const ConversionOptions& options) {
    // Without its one-pixel cache a transform can be used by several threads.
    const bool compensate = options.black_point == BlackPoint::compensate && options.intent != Intent::absolute;
    return cmsFLAGS_NOCACHE | (compensate ? cmsFLAGS_BLACKPOINTCOMPENSATION : 0u);
}

/// The intents are numbered as in the ICC specification.
cmsUInt32Number number_of(Intent intent) { return static_cast<cmsUInt32Number>(intent); }

std::shared_ptr<void> share(cmsHTRANSFORM transform) {
    return transform ? std::shared_ptr<void>(transform, [](void* done) { cmsDeleteTransform(done); }) : nullptr;
}

Result<void> check_space(const IccProfile& profile, PixelFormat format) {
    if (profile.space() == space_of(format)) return {};
    return fail(ErrorKind::invalid_input, "The profile “{}” does not describe pixels of this kind; choose one for {}.", profile.name(),
                format == PixelFormat::cmyk8 ? "CMYK" : format == PixelFormat::gray8 ? "grey" : "RGB");
}

std::unexpected<Error> no_way(const IccProfile& from, const IccProfile& to) {
    return fail(ErrorKind::unsupported, "Colours cannot be converted from “{}” to “{}”: a profile lacks the tables for it.", from.name(), to.name());
}

/// The components' range in lcms' floating-point formats.
double double_scale(ColourSpace space) { return space == ColourSpace::cmyk ? 100 : 1; }
std::optional<cmsUInt32Number> double_format(ColourSpace space) {
    switch (space) {
        case ColourSpace::rgb: return TYPE_RGB_DBL;
        case ColourSpace::cmyk: return TYPE_CMYK_DBL;
        case ColourSpace::gray: return TYPE_GRAY_DBL;
        case ColourSpace::other: break;
    }
    return std::nullopt;
}

}  // namespace

const IccProfile& IccProfile::srgb() {
    static const IccProfile profile = built_in("sRGB", {{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}}, srgb_curve());
    return profile;
}

const IccProfile& IccProfile::display_p3() {
    static const IccProfile profile = built_in("Display P3", {{0.680, 0.320, 1}, {0.265, 0.690, 1}, {0.150, 0.060, 1}}, srgb_curve());
    return profile;
}

const IccProfile& IccProfile::adobe_rgb() {
    static const IccProfile profile = built_in("Compatible with Adobe RGB (1998)", {{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}},
                                               cmsBuildGamma(nullptr, 563.0 / 256));  // the value of the Adobe RGB specification
    return profile;
}

Result<IccProfile> IccProfile::from_bytes(QByteArray bytes, std::string_view name) {
    const Handle handle = open(bytes);
    if (!handle) return fail(ErrorKind::corrupt_file, "{} is no colour profile, or it is damaged.", name);
    IccProfile profile;
    profile.name_ = description(handle.get());
    if (profile.name_.empty()) profile.name_ = name;
    profile.md5_ = QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex().toStdString();
    switch (cmsGetColorSpace(handle.get())) {
        case cmsSigRgbData: profile.space_ = ColourSpace::rgb; break;
        case cmsSigCmykData: profile.space_ = ColourSpace::cmyk; break;
        case cmsSigGrayData: profile.space_ = ColourSpace::gray; break;
        default: break;
    }
    switch (cmsGetDeviceClass(handle.get())) {
        case cmsSigDisplayClass: profile.class_ = ProfileClass::display; break;
        case cmsSigOutputClass: profile.class_ = ProfileClass::printer; break;
        default: break;
    }
    profile.bytes_ = std::move(bytes);
    return profile;
}

Result<IccProfile> IccProfile::load(const fs::path& file) {
    auto bytes = read_file(file, most_profile_bytes);
    if (!bytes) return pass_on(bytes);
    return from_bytes(QByteArray::fromStdString(*bytes), file.filename().string());
}

std::string IccProfile::condition() const {
    // What the characterisation data of the usual conditions are called in the ICC's registry.
    static constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"FOGRA39", "FOGRA39"}, {"ISO Coated v2", "FOGRA39"}, {"FOGRA51", "FOGRA51"}, {"PSO Coated v3", "FOGRA51"}, {"FOGRA52", "FOGRA52"},
        {"FOGRA47", "FOGRA47"}, {"FOGRA29", "FOGRA29"},       {"FOGRA45", "FOGRA45"}, {"TR003", "CGATS TR 003"},    {"TR005", "CGATS TR 005"},
        {"TR006", "CGATS TR 006"}, {"Japan Color 2011", "JC201103"}};
    for (const auto& [word, condition] : known)
        if (name_.contains(word)) return std::string(condition);
    return name_;
}

Result<PixelConversion> PixelConversion::create(const IccProfile& from, PixelFormat from_format, const IccProfile& to, PixelFormat to_format,
                                                const ConversionOptions& options) {
    if (auto fits = check_space(from, from_format); !fits) return pass_on(fits);
    if (auto fits = check_space(to, to_format); !fits) return pass_on(fits);
    const Handle in = open(from.bytes()), out = open(to.bytes());
    const cmsUInt32Number in_format = lcms_format(from_format), out_format = lcms_format(to_format);
    const bool both_alpha = T_EXTRA(in_format) != 0 && T_EXTRA(out_format) != 0;
    auto transform = share(cmsCreateTransform(in.get(), in_format, out.get(), out_format, number_of(options.intent),
                                              flags_of(options) | (both_alpha ? cmsFLAGS_COPY_ALPHA : 0u)));
    if (!transform) return no_way(from, to);
    return PixelConversion(std::move(transform), from_format, to_format);
}

Result<PixelConversion> PixelConversion::proof(const IccProfile& from, const IccProfile& printer, const IccProfile& display, PixelFormat format,
                                               const ProofOptions& options) {
    if (auto fits = check_space(from, format); !fits) return pass_on(fits);
    if (auto fits = check_space(display, format); !fits) return pass_on(fits);
    const Handle in = open(from.bytes()), middle = open(printer.bytes()), out = open(display.bytes());
    // The alarm colour belongs to a context; one per transform keeps them apart.
    std::shared_ptr<void> context(cmsCreateContext(nullptr, nullptr), [](void* done) { cmsDeleteContext(static_cast<cmsContext>(done)); });
    cmsUInt16Number alarm[cmsMAXCHANNELS] = {};
    for (std::size_t i = 0; i < 3; ++i) alarm[i] = static_cast<cmsUInt16Number>(options.alarm[i] * 257);
    cmsSetAlarmCodesTHR(static_cast<cmsContext>(context.get()), alarm);
    const Intent shown = options.paper_white ? Intent::absolute : Intent::relative;
    const cmsHTRANSFORM made = cmsCreateProofingTransformTHR(
        static_cast<cmsContext>(context.get()), in.get(), lcms_format(format), out.get(), lcms_format(format), middle.get(),
        number_of(options.print.intent), number_of(shown),
        flags_of(options.print) | cmsFLAGS_SOFTPROOFING | (options.gamut_warning ? cmsFLAGS_GAMUTCHECK : 0u) |
            (T_EXTRA(lcms_format(format)) ? cmsFLAGS_COPY_ALPHA : 0u));
    if (!made) return no_way(from, printer);
    std::shared_ptr<void> transform(made, [context](void* done) { cmsDeleteTransform(done); });
    return PixelConversion(std::move(transform), format, format);
}

void PixelConversion::apply(std::span<const std::uint8_t> from, std::span<std::uint8_t> to) const {
    const auto pixels = from.size() / static_cast<std::size_t>(bytes_per_pixel(from_));
    cmsDoTransform(transform_.get(), from.data(), to.data(), static_cast<cmsUInt32Number>(pixels));
}

Result<ColourConversion> ColourConversion::create(const IccProfile& from, const IccProfile& to, const ConversionOptions& options) {
    const auto in_format = double_format(from.space()), out_format = double_format(to.space());
    if (!in_format || !out_format) return no_way(from, to);
    const Handle in = open(from.bytes()), out = open(to.bytes());
    auto transform = share(cmsCreateTransform(in.get(), *in_format, out.get(), *out_format, number_of(options.intent), flags_of(options)));
    if (!transform) return no_way(from, to);
    return ColourConversion(std::move(transform), double_scale(from.space()), double_scale(to.space()));
}

std::array<double, 4> ColourConversion::operator()(const std::array<double, 4>& from) const {
    std::array<double, 4> in = from, out{};
    for (double& value : in) value *= from_scale_;
    cmsDoTransform(transform_.get(), in.data(), out.data(), 1);
    for (double& value : out) value = std::clamp(value / to_scale_, 0.0, 1.0);
    return out;
}

std::array<double, 4> ColourConversion::ink(const document::Colour& colour) const {
    if (is_key_black(colour)) return {0, 0, 0, 1};
    if (colour.ink) return {colour.ink->c, colour.ink->m, colour.ink->y, colour.ink->k};
    return (*this)({colour.r, colour.g, colour.b, 0});
}

bool is_key_black(const document::Colour& colour) {
    if (colour.ink) return *colour.ink == document::Ink{0, 0, 0, 1, {}};
    return colour.r == 0 && colour.g == 0 && colour.b == 0;
}

void InkStatistics::add(std::span<const std::uint8_t> cmyk8) {
    const int limit = limit_percent * 255 / 100;
    int most = 0;
    for (std::size_t i = 0; i + 3 < cmyk8.size(); i += 4) {
        const int sum = cmyk8[i] + cmyk8[i + 1] + cmyk8[i + 2] + cmyk8[i + 3];
        above += sum > limit ? 1 : 0;
        most = std::max(most, sum);
    }
    pixels += cmyk8.size() / 4;
    most_percent = std::max(most_percent, static_cast<int>(std::lround(most * 100 / 255.0)));
}

}  // namespace haibao
