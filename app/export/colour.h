// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/paint.h"
#include "app/export/raster.h"
#include "inference/base/result.h"

// Colour management on lcms2 (export-spec §3). Everything here may be used from several threads at once.
namespace haibao {

enum class ColourSpace : std::uint8_t { rgb, cmyk, gray, other };
enum class ProfileClass : std::uint8_t { display, printer, other };

/// An ICC profile: its bytes and what it says about itself.
class IccProfile {
public:
    /// Made in memory, the same bytes on every machine.
    static const IccProfile& srgb();
    static const IccProfile& display_p3();
    static const IccProfile& adobe_rgb();

    /// Errors: corrupt_file (no profile; `name` is used in the sentence).
    static Result<IccProfile> from_bytes(QByteArray bytes, std::string_view name);
    /// Errors: also not_found, io.
    static Result<IccProfile> load(const std::filesystem::path& file);
    /// By what a user calls it: `srgb`, `display-p3`, `adobe-rgb`, the name of an installed file without its ending
    /// (`FOGRA39L_coated`), a profile's own description, or a path. Errors: not_found lists what is installed.
    static Result<IccProfile> find(std::string_view name);

    const QByteArray& bytes() const { return bytes_; }
    const std::string& name() const { return name_; }  ///< its description: “sRGB built-in”
    const std::string& md5() const { return md5_; }    ///< hexadecimal, of the whole file
    ColourSpace space() const { return space_; }
    ProfileClass profile_class() const { return class_; }
    /// The name of the printing condition for a PDF's output intent: `FOGRA39` for FOGRA39L_coated; its name where unknown.
    std::string condition() const;
    bool operator==(const IccProfile& other) const { return bytes_ == other.bytes_; }

private:
    QByteArray bytes_;
    std::string name_, md5_;
    ColourSpace space_ = ColourSpace::other;
    ProfileClass class_ = ProfileClass::other;
};

/// A profile that can be offered for print: class `prtr`, space CMYK.
struct InstalledProfile {
    std::string id;    ///< what find() takes: the file's name without ending
    std::string name;  ///< the profile's own description
    std::filesystem::path file;
};
/// Searches $HAIBAO_ICC (for tests), /usr/share/color/icc and $XDG_DATA_HOME/icc with their subfolders. Sorted by name.
std::vector<InstalledProfile> printer_profiles();

enum class Intent : std::uint8_t { perceptual, relative, saturation, absolute };
enum class BlackPoint : std::uint8_t { keep, compensate };
struct ConversionOptions {
    Intent intent = Intent::relative;
    BlackPoint black_point = BlackPoint::compensate;  ///< no matter with Intent::absolute
    bool operator==(const ConversionOptions&) const = default;
};

/// How a print is shown on a screen.
struct ProofOptions {
    ConversionOptions print;              ///< how the pixels get to the press
    bool paper_white = false;             ///< show the paper's colour instead of the screen's white
    bool gamut_warning = false;           ///< colours that the press cannot print become `alarm`
    std::array<std::uint8_t, 3> alarm{255, 0, 255};
};

/// From the pixels of one profile to those of another. Alpha is copied.
class PixelConversion {
public:
    /// Errors: invalid_input when a pixel format and its profile's space do not belong together.
    static Result<PixelConversion> create(const IccProfile& from, PixelFormat from_format, const IccProfile& to, PixelFormat to_format,
                                          const ConversionOptions& options = {});
    /// `from` as it will look printed with `printer`, for a screen with `display`. Both formats are `format` (RGB).
    static Result<PixelConversion> proof(const IccProfile& from, const IccProfile& printer, const IccProfile& display, PixelFormat format,
                                         const ProofOptions& options);
    /// Both spans hold the same number of whole pixels.
    void apply(std::span<const std::uint8_t> from, std::span<std::uint8_t> to) const;
    PixelFormat from_format() const { return from_; }
    PixelFormat to_format() const { return to_; }

private:
    PixelConversion(std::shared_ptr<void> transform, PixelFormat from, PixelFormat to) : transform_(std::move(transform)), from_(from), to_(to) {}
    std::shared_ptr<void> transform_;
    PixelFormat from_, to_;
};

/// Single colours in full precision, for vectors.
class ColourConversion {
public:
    static Result<ColourConversion> create(const IccProfile& from, const IccProfile& to, const ConversionOptions& options = {});
    /// Components 0…1; as many as the spaces have (CMYK: 1 = full ink).
    std::array<double, 4> operator()(const std::array<double, 4>& from) const;
    /// What a press prints for a colour of the document: its own inks where it has them; pure black as black ink alone, so
    /// that small text does not depend on four plates meeting; anything else through the profiles (from sRGB to CMYK).
    std::array<double, 4> ink(const document::Colour& colour) const;

private:
    explicit ColourConversion(std::shared_ptr<void> transform, double from_scale, double to_scale)
        : transform_(std::move(transform)), from_scale_(from_scale), to_scale_(to_scale) {}
    std::shared_ptr<void> transform_;
    double from_scale_ = 1, to_scale_ = 1;
};

/// Whether §3.4's rule applies: #000 without inks of its own, or with exactly 0/0/0/100.
bool is_key_black(const document::Colour& colour);

/// How much ink the pixels of a CMYK picture need together.
struct InkStatistics {
    int limit_percent = 300;
    std::uint64_t pixels = 0, above = 0;
    int most_percent = 0;
    void add(std::span<const std::uint8_t> cmyk8);
};

}  // namespace haibao
