// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QSize>
#include <QString>
#include <filesystem>
#include <optional>
#include <vector>

#include "app/export/colour.h"
#include "app/export/encode.h"
#include "inference/base/result.h"

// Everything that decides how a poster or a picture becomes a file: what a dialog shows, a preset keeps (docs/export.md)
// and the options of `haibao-cli render` say.
namespace haibao {

inline constexpr const char* preset_format = "haibao.preset/1";

enum class SizeMode : std::uint8_t {
    original,     ///< a picture's own pixels; a poster at its own resolution, or at `dpi`
    pixels,       ///< width × height; 0 follows from the other
    millimetres,  ///< width × height at `dpi`; 0 follows from the other
    long_side,    ///< `width` pixels
    percent,      ///< `width` percent
};
enum class SizeFit : std::uint8_t {
    fit,      ///< whole, inside the size
    fill,     ///< covers the size; what stands over is cut off
    stretch,  ///< exactly the size, whatever happens to the shapes
};
struct ExportSize {
    SizeMode mode = SizeMode::original;
    double width = 0, height = 0;
    SizeFit fit = SizeFit::fit;
    double dpi = 0;        ///< of the file; 0 = the document's
    bool enlarge = true;   ///< pictures may become larger than they are
    bool linear = false;   ///< pictures are scaled in linear light: fine bright detail keeps its brightness
    bool operator==(const ExportSize&) const = default;
};

enum class PageExtent : std::uint8_t { trim, bleed, marks };

struct PdfSettings {
    bool x4 = false;    ///< PDF/X-4 instead of plain
    bool registration_marks = true, colour_bar = false, slug = true;  ///< with PageExtent::marks
    bool operator==(const PdfSettings&) const = default;
};

/// A mark laid over pictures and posters in the file only.
struct Watermark {
    QString text;
    QString picture;         ///< path of a PNG or another picture; instead of the text
    QString position = QStringLiteral("bottom-right");  ///< top-left, top, …, centre, …, tile
    double size = 0.04;      ///< height as a part of the page's shorter side
    double margin = 0.03;    ///< likewise
    double opacity = 0.4;
    QString colour = QStringLiteral("#ffffff");
    bool operator==(const Watermark&) const = default;
    bool empty() const { return text.isEmpty() && picture.isEmpty(); }
};

struct PresetName {
    QString language;  ///< "en", "zh_CN", "pt_BR"
    QString text;
    bool operator==(const PresetName&) const = default;
};

struct Preset {
    QString id;                    ///< file name without ending; {preset}
    std::vector<PresetName> names;
    QString format = QStringLiteral("png");  ///< a name of file_formats(), or pdf
    int quality = 90;
    std::int64_t target_bytes = 0;           ///< 0 = none
    bool lossless = false, progressive = false;
    Chroma chroma = Chroma::full;
    int bits = 8;
    TiffPacking packing = TiffPacking::lzw;
    PdfSettings pdf;
    ExportSize size;
    PageExtent extent = PageExtent::trim;
    double bleed_mm = -1;          ///< instead of the document's; −1 = that one
    QString profile = QStringLiteral("srgb");  ///< see IccProfile::find; empty: a picture keeps its own
    ConversionOptions conversion;
    int ink_limit_percent = 0;     ///< 0 = not looked at
    QString matte = QStringLiteral("#ffffff");  ///< behind transparent pixels where the format has no alpha
    KeepMetadata metadata = KeepMetadata::no_prompts;
    QString file_names;            ///< a name template; empty = {doc}.{fmt}
    Watermark watermark;
    bool operator==(const Preset&) const = default;

    bool is_pdf() const { return format == QStringLiteral("pdf"); }
    /// In the language, else in English, else the id.
    QString name(const QString& language) const;
    /// "jpg": the usual ending.
    QString extension() const;
};

/// Errors: invalid_input with the place of what is wrong, unsupported (a later format).
Result<Preset> preset_from_json(const QJsonObject& json, const QString& id);
QJsonObject to_json(const Preset& preset);
/// Contradictions that a single field cannot show: WebP in 16 bits, PNG in CMYK, PDF/X without a print profile.
Result<void> check(const Preset& preset);

/// Errors: not_found, io, corrupt_file, invalid_input.
Result<Preset> read_preset(const std::filesystem::path& file);
/// Those in assets/presets and the user's own ($XDG_DATA_HOME/haibao/presets), by name of file; the user's win.
std::vector<Preset> presets();
/// By id or by path. Errors: not_found lists what there is.
Result<Preset> find_preset(const std::string& name);

/// The pixels and the resolution that something of this size gets.
struct PlannedSize {
    QSize scaled;  ///< pixels of the whole thing
    QSize cut;     ///< what is left of it, from its middle
    double dpi = 72;
    double x = 1, y = 1;  ///< how many times larger than the original, before rounding
};
/// `original`: pixels at `original_dpi`. Errors: invalid_input, a sentence about a size that cannot be.
Result<PlannedSize> plan_size(QSizeF original, double original_dpi, const ExportSize& size);

}  // namespace haibao
