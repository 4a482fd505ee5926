// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/poster_export.h"

#include <QJsonDocument>
#include <algorithm>
#include <cmath>
#include <optional>

#include "app/core/lengths.h"
#include "app/document/bleed.h"
#include "app/export/page_marks.h"
#include "app/export/pdf/pdf.h"
#include "app/export/preflight.h"
#include "app/export/resample.h"
#include "app/export/rows.h"
#include "app/export/watermark.h"
#include "app/generate/record.h"
#include "app/render/page_raster.h"
#include "app/render/picture_resolution.h"
#include "inference/base/json.h"

namespace haibao {
namespace {

bool is_for_print(const Preset& preset, double dpi) { return preset.is_pdf() ? preset.pdf.x4 : preset.extent != PageExtent::trim || dpi >= 200; }

double bleed_points(const document::Page& page, const Preset& preset, double factor) {
    return preset.bleed_mm >= 0 ? preset.bleed_mm * points_per_mm / factor : page.bleed;
}

/// How many times larger than designed the trimmed page becomes. The resolution does not matter for it.
double factor_of(const document::Page& page, const PosterSize& size) { return size.points.width() / page.points().width(); }

void look_at_pictures(const render::DisplayList& list, std::vector<render::Finding>& findings) {
    for (const render::Item& item : list.items) {
        const auto* image = std::get_if<render::DrawImage>(&item);
        if (!image || image->effective_dpi <= 0 || image->effective_dpi >= render::soft_in_print) continue;
        const bool coarse = image->effective_dpi < render::coarse_in_print;
        findings.push_back({image->name, QStringLiteral("low-dpi"),
                            QStringLiteral("“%1” has only %2 dpi at this size and will look %3 in print; use a larger picture, or a smaller format.")
                                .arg(image->name)
                                .arg(std::lround(image->effective_dpi))
                                .arg(coarse ? QStringLiteral("coarse") : QStringLiteral("soft"))});
    }
}

void look_at_bleed(const document::Poster& poster, const Preset& preset, std::vector<render::Finding>& findings) {
    if (preset.extent == PageExtent::trim || preset.bleed_mm == 0) return;
    if (document::ends_at_trim(poster))
        findings.push_back({{}, QStringLiteral("no-bleed"),
                            QStringLiteral("The poster was designed without bleed: its background ends at the trim. Let it reach 3 mm further, or a thin white edge may show.")});
}

Result<ExportedFile> export_pdf(render::DisplayList list, const PictureAbout& about, const Preset& preset, const PosterSize& size, const ExportTarget& target) {
    auto wanted = pdf_options(preset, about);
    if (!wanted) return pass_on(wanted);
    PdfOptions& options = *wanted;
    options.stop = target.stop;
    list = scaled(std::move(list), size.points.width() / list.page.points().width());
    auto file = AtomicFile::create(target.file);
    if (!file) return pass_on(file);
    auto report = write_pdf({&list, 1}, options, [&](std::span<const std::uint8_t> bytes) { return file->write(bytes); });
    if (!report) return pass_on(report);
    ExportedFile result{.format = "pdf", .pages = report->pages, .most_ink_percent = report->most_ink_percent, .findings = report->findings};
    if (auto done = commit_file(*file, target, result); !done) return pass_on(done);
    return result;
}

/// The rows of one rendering of the page.
class PageRows {
public:
    static Result<PageRows> open(const render::DisplayList& list, const Preset& preset, const PosterSize& size, PixelFormat format, int threads) {
        render::PixelSettings settings{.dpi = size.scale * 72, .threads = threads};
        if (preset.size.fit == SizeFit::stretch) settings.size = size.trim_pixels;
        settings.area = preset.extent == PageExtent::trim ? render::Area::trim : render::Area::bleed;
        auto page = render::PageRaster::open(list, settings, format);
        if (!page) return pass_on(page);
        PageRows rows;
        rows.stack_.push_back(std::move(*page));
        // A page drawn at more pixels per point than it was designed with is not of another resolution, but larger.
        rows.stack_.push_back(std::make_unique<Resolution>(*rows.stack_.back(), size.dpi));
        if (preset.extent == PageExtent::trim && size.pixels != size.trim_pixels)
            rows.stack_.push_back(std::make_unique<CroppedRows>(*rows.stack_.back(), size.pixels));
        return rows;
    }
    RowSource& top() { return *stack_.back(); }

private:
    class Resolution : public RowSource {
    public:
        Resolution(RowSource& rows, double dpi) : rows_(rows), info_(rows.info()) { info_.dpi = dpi; }
        const RasterInfo& info() const override { return info_; }
        Result<void> read(std::span<std::uint8_t> rows) override { return rows_.read(rows); }

    private:
        RowSource& rows_;
        RasterInfo info_;
    };
    std::vector<std::unique_ptr<RowSource>> stack_;
};

Result<ExportedFile> export_pixels(const render::DisplayList& list, const PictureAbout& about, const Preset& preset, const PosterSize& size,
                                   const ExportTarget& target) {
    if (auto possible = check_rows(size.pixels, preset); !possible) return pass_on(possible);
    auto profile = preset.profile.isEmpty() ? Result<IccProfile>(IccProfile::srgb()) : IccProfile::find(preset.profile.toStdString());
    if (!profile) return pass_on(profile);
    const bool cmyk = profile->space() == ColourSpace::cmyk;
    const FileFormat& file_format = *find_format(preset.format.toStdString());
    const bool alpha = list.page.background.a < 1, deep = preset.bits > 8 && file_format.deep;
    const PixelFormat format = deep ? (alpha ? PixelFormat::rgba16 : PixelFormat::rgb16) : alpha ? PixelFormat::rgba8 : PixelFormat::rgb8;
    const bool keyed = cmyk && has_key_black(list);
    auto rows = PageRows::open(keyed ? with_key_black(list, KeyBlack::black) : list, preset, size, format, target.threads);
    if (!rows) return pass_on(rows);
    Surround marks;
    if (preset.extent == PageExtent::marks) marks = [&](RowSource& page) { return std::make_unique<MarkedRows>(page, list.page, 1 / size.scale); };
    if (!keyed) return write_rows(rows->top(), nullptr, preset, about, target, marks);
    auto white = PageRows::open(with_key_black(list, KeyBlack::white), preset, size, format, target.threads);
    if (!white) return pass_on(white);
    return write_rows(rows->top(), &white->top(), preset, about, target, marks);
}

}  // namespace

Result<PdfOptions> pdf_options(const Preset& preset, const PictureAbout& about) {
    PdfOptions options;
    options.standard = preset.pdf.x4 ? PdfStandard::x4 : PdfStandard::plain;
    if (!preset.profile.isEmpty() && preset.profile != "srgb") {
        auto profile = IccProfile::find(preset.profile.toStdString());
        if (!profile) return pass_on(profile);
        if (profile->space() == ColourSpace::cmyk) options.colour = PdfColour::cmyk;
        options.intent = *profile;
    }
    options.conversion = preset.conversion;
    options.with_bleed = preset.extent != PageExtent::trim;
    options.crop_marks = preset.extent == PageExtent::marks;
    options.registration_marks = options.crop_marks && preset.pdf.registration_marks;
    options.colour_bar = options.crop_marks && preset.pdf.colour_bar;
    options.slug = options.crop_marks && preset.pdf.slug;
    if (preset.size.dpi > 0) options.effect_dpi = preset.size.dpi;
    if (preset.ink_limit_percent > 0) options.ink_limit_percent = preset.ink_limit_percent;
    if (preset.metadata != KeepMetadata::none) {
        options.title = QString::fromStdString(about.title);
        options.author = QString::fromStdString(about.creator);
        options.description = QString::fromStdString(about.description);
        options.rights = QString::fromStdString(about.rights);
    }
    return options;
}

PictureAbout about_poster(const document::Poster& poster) {
    PictureAbout about;
    about.title = poster.info.title.toStdString();
    about.creator = poster.info.author.toStdString();
    about.rights = poster.info.rights.toStdString();
    about.description = poster.info.description.toStdString();
    about.program = "Haibao " HAIBAO_VERSION;
    if (poster.info.generation.isEmpty()) return about;
    about.source = DigitalSource::composite_with_trained_model;
    auto json = parse_json(QJsonDocument(poster.info.generation).toJson(QJsonDocument::Compact).toStdString(), "the generation record");
    if (!json) return about;
    const auto record = generate::record_from_json(*json);
    if (!record) return about;
    about.parameters = generate::a1111_parameters(*record);
    nlohmann::json whole = generate::to_json(*record);
    whole["document"] = {{"title", about.title}, {"layers", poster.layers.size()}};
    about.record = whole.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return about;
}

Result<PosterSize> plan_poster(const document::Page& page, const Preset& preset) {
    const QSizeF points = page.points();
    if (!(points.width() > 0 && points.height() > 0)) return fail(ErrorKind::invalid_input, "The poster has no size; give its page a width and a height.");
    PosterSize planned;
    ExportSize size = preset.size;
    if (preset.extent != PageExtent::trim && size.fit == SizeFit::fill) size.fit = SizeFit::fit;  // marks and bleed belong to the whole page
    if (preset.is_pdf()) {
        if (size.mode == SizeMode::pixels || size.mode == SizeMode::long_side)
            return fail(ErrorKind::invalid_input, "A PDF is measured in millimetres, not in pixels.");
        const double unit = size.mode == SizeMode::millimetres ? points_per_mm : 1;
        const auto part = [&](double wanted, double whole) { return wanted > 0 ? wanted * unit / whole : 1e9; };
        double factor = 1;
        if (size.mode == SizeMode::percent) factor = size.width / 100;
        else if (size.mode == SizeMode::millimetres) factor = std::min(part(size.width, points.width()), part(size.height, points.height()));
        planned.points = points * factor;
        planned.dpi = size.dpi > 0 ? size.dpi : 300;
        constexpr double rounding = 1e-6;  // 5,080 mm are a little more than 14,400 points
        const double longest = std::max(planned.points.width(), planned.points.height());
        if (!(factor > 0 && factor < 1e9) || longest > most_pdf_points + rounding || longest < 3)
            return fail(ErrorKind::invalid_input, "A PDF page of {:.0f}×{:.0f} mm cannot be; sides may have 1 mm to 5,080 mm.",
                        planned.points.width() / points_per_mm, planned.points.height() / points_per_mm);
        return planned;
    }
    const double dpi = size.dpi > 0 && size.mode == SizeMode::original ? size.dpi : page.dpi;
    auto plan = plan_size(points * dpi / 72, dpi, size);
    if (!plan) return pass_on(plan);
    planned.trim_pixels = plan->scaled;
    planned.scale = dpi / 72 * plan->x;
    planned.dpi = plan->dpi;
    planned.points = QSizeF(points.width() * plan->x, points.height() * plan->y) * dpi / plan->dpi;
    planned.pixels = plan->cut;
    if (preset.extent != PageExtent::trim) {
        document::Page bled = page;
        bled.bleed = bleed_points(page, preset, factor_of(page, planned));
        // With its bleed the whole is rounded, not its parts (export-spec §2).
        const auto side = [&](double length) { return static_cast<int>(std::lround((length + 2 * bled.bleed) * planned.scale)); };
        planned.pixels = QSize(side(points.width()), side(points.height()));
        if (preset.extent == PageExtent::marks) planned.pixels += QSize(2, 2) * static_cast<int>(std::lround(marks_margin(bled) * planned.scale));
    }
    return planned;
}

namespace {

/// A poster as the preset wants it, and what there is to say of it.
struct Prepared {
    render::DisplayList list;                ///< with its own findings
    std::vector<render::Finding> findings;   ///< beside those
};
Result<Prepared> prepare(const document::Poster& poster, const typeset::FontSet& fonts, const Preset& preset, const PosterSize& size) {
    document::Poster page = poster;
    page.page.bleed = bleed_points(poster.page, preset, factor_of(poster.page, size));
    if (auto marked = add_watermark(page, preset.watermark); !marked) return pass_on(marked);
    Prepared prepared{render::build(page, fonts), {}};
    render::DisplayList& list = prepared.list;
    // That a watermark stands near the edge is what it is for.
    std::erase_if(list.findings, [](const render::Finding& finding) { return finding.layer == watermark_name && finding.code != "missing-glyphs"; });
    // In print the size of the file counts, not the one that was designed: what follows judges the pictures by it.
    const bool for_print = is_for_print(preset, size.dpi);
    if (for_print) std::erase_if(list.findings, [](const render::Finding& finding) { return finding.code.endsWith(QLatin1String("low-dpi")); });
    look_at_bleed(poster, preset, prepared.findings);
    if (for_print && !preset.is_pdf()) look_at_pictures(scaled(list, factor_of(poster.page, size)), prepared.findings);
    return prepared;
}

}  // namespace

Result<std::vector<render::Finding>> preflight(const document::Poster& poster, const typeset::FontSet& fonts, const Preset& preset) {
    auto size = plan_poster(poster.page, preset);
    if (!size) return pass_on(size);
    auto prepared = prepare(poster, fonts, preset, *size);
    if (!prepared) return pass_on(prepared);
    std::vector<render::Finding> findings = std::move(prepared->list.findings);
    findings.insert(findings.end(), prepared->findings.begin(), prepared->findings.end());
    // The writer of a PDF looks at the pictures itself.
    if (preset.is_pdf()) look_at_pictures(scaled(std::move(prepared->list), factor_of(poster.page, *size)), findings);
    return findings;
}

Result<ExportedFile> export_poster(const document::Poster& poster, const typeset::FontSet& fonts, const Preset& preset, const ExportTarget& target) {
    auto size = plan_poster(poster.page, preset);
    if (!size) return pass_on(size);
    if (!preset.is_pdf())
        if (auto possible = check_rows(size->pixels, preset); !possible) return pass_on(possible);
    auto prepared = prepare(poster, fonts, preset, *size);
    if (!prepared) return pass_on(prepared);
    auto& [list, findings] = *prepared;
    if (target.stop.stop_requested()) return fail(ErrorKind::cancelled, "Stopped.");
    const PictureAbout about = about_poster(poster);
    if (preset.is_pdf()) {
        auto result = export_pdf(list, about, preset, *size, target);
        if (result) result->findings.insert(result->findings.end(), findings.begin(), findings.end());
        return result;
    }
    auto result = export_pixels(list, about, preset, *size, target);
    if (!result) return result;
    result->findings.insert(result->findings.begin(), list.findings.begin(), list.findings.end());
    result->findings.insert(result->findings.end(), findings.begin(), findings.end());
    return result;
}

}  // namespace haibao
