// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "app/core/atomic_file.h"
#include "app/export/colour.h"
#include "app/render/display_list.h"
#include "inference/base/result.h"

// Display lists → PDF with live text (export-spec §4). The same pages, options and dates give the same bytes.
namespace haibao {

enum class PdfStandard : std::uint8_t {
    plain,  ///< PDF 1.7
    x4,     ///< PDF/X-4 for printers; needs PdfOptions::intent
};
enum class PdfColour : std::uint8_t {
    rgb,       ///< as designed, tagged sRGB; with an intent the document's own inks and spot colours are kept
    cmyk,      ///< everything becomes the intent's inks
};

struct PdfOptions {
    PdfStandard standard = PdfStandard::plain;
    PdfColour colour = PdfColour::rgb;
    std::optional<IccProfile> intent;  ///< the printing condition: class prtr, CMYK
    ConversionOptions conversion;
    bool with_bleed = false;           ///< the page shows Page::bleed, too
    bool crop_marks = false, registration_marks = false, colour_bar = false;
    bool slug = false;                 ///< a line below the page: title, date, page, profile
    bool overprint_black = true;       ///< text in black ink alone is printed over what lies below (with CMYK only)
    double effect_dpi = 300;           ///< of shadows and glows
    int ink_limit_percent = 300;

    QString title, author, description, rights;
    QStringList keywords;
    QString creator = QStringLiteral("Haibao");  ///< program, without a version by default
    QDateTime date;                    ///< of the document; else $SOURCE_DATE_EPOCH, else now

    std::stop_token stop;              ///< looked at between things drawn
};

struct PdfReport {
    std::filesystem::path file;        ///< empty when written to a sink
    int pages = 0;
    std::uint64_t bytes = 0;
    QStringList fonts;                 ///< embedded, by PostScript name, each once
    QStringList outlined_fonts;        ///< that may or can not be embedded: painted as paths, with invisible text
    struct Picture {
        QString name;
        int page = 0;                  ///< from 1
        double dpi = 0;                ///< as placed
    };
    std::vector<Picture> pictures;
    int most_ink_percent = 0;          ///< of any colour or pixel; 0 unless everything is CMYK
    std::uint64_t pixels_above_limit = 0;
    std::vector<render::Finding> findings;  ///< the display lists' own, then "low-dpi", "ink-limit", "font-outlined", "page-scaled"
};

/// Takes bytes in order. Errors: io.
using PdfSink = std::function<Result<void>(std::span<const std::uint8_t>)>;

/// Pages one by one, so that thousands need not be in memory together; fonts and pictures are shared among them.
class PdfWriter {
public:
    /// Errors: invalid_input when the options contradict each other (PDF/X-4 without a CMYK print profile…).
    static Result<PdfWriter> create(PdfOptions options);
    PdfWriter(PdfWriter&&) noexcept;
    PdfWriter& operator=(PdfWriter&&) noexcept;
    ~PdfWriter();

    /// Errors: cancelled, out_of_memory, internal; the writer is of no use afterwards.
    Result<void> add_page(const render::DisplayList& page);
    /// Ends the file. Errors: those of the sink; invalid_input when there is no page.
    Result<PdfReport> finish(const PdfSink& sink);
    Result<PdfReport> finish(const std::filesystem::path& file, IfExists if_exists);

private:
    struct Parts;
    explicit PdfWriter(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// All pages at once.
Result<PdfReport> write_pdf(std::span<const render::DisplayList> pages, const PdfOptions& options, const PdfSink& sink);
Result<PdfReport> write_pdf(std::span<const render::DisplayList> pages, const PdfOptions& options, const std::filesystem::path& file,
                            IfExists if_exists);

}  // namespace haibao
